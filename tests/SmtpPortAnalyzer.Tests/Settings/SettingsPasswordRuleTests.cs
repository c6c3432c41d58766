using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Tests.Guards;
using SmtpPortAnalyzer.Tests.Options;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>Which projects and hosts SMTP009 is about, and that the password is written nowhere.</summary>
public class SettingsPasswordRuleTests
{
    private const string Canary = "cAnArY7!quX";
    private const string Password = """{ "Smtp": { "Host": "smtp.contoso.com", "Password": "Xk3!v9qT" } }""";
    private const string Reported = """{ "Smtp": { "Host": "smtp.contoso.com", "Password": "{|SMTP009:Xk3!v9qT|}" } }""";

    private static readonly Compilation s_framework = Findings.Compile("class C { }").WithReferences(TestReferences.Net472);

    [Theory]
    [InlineData("build_property.SmtpPortAnalyzerTargetsAzure", "auto", false)]
    [InlineData("build_property.SmtpPortAnalyzerTargetsAzure", "false", false)]
    [InlineData("build_property.IsTestProject", "true", false)]
    [InlineData("smtp_port_analyzer.excluded_hosts", "*.contoso.com", false)]
    [InlineData("smtp_port_analyzer.excluded_hosts", "*.contoso.org", true)]
    [InlineData("smtp_port_analyzer.azure_subscription", "enterprise_agreement", true)]
    [InlineData("smtp_port_analyzer.azure_port_25_exemption", "true", true)]
    public Task Project_Decides(string key, string value, bool isReported) =>
        SettingsFile.Async("appsettings.json", isReported ? Reported : Password, test =>
        {
            test.GlobalOptions[key] = value;
            test.JudgesMoreThanThePort = true;
        });

    [Fact]
    public Task TestProject_ThatIsIncluded_Reports() => SettingsFile.Async("appsettings.json", Reported, test =>
    {
        test.GlobalOptions["build_property.IsTestProject"] = "true";
        test.GlobalOptions["smtp_port_analyzer.include_tests"] = "true";
        test.JudgesMoreThanThePort = true;
    });

    [Theory]
    [InlineData("appsettings.json", """{ "Smtp": { "Host": "smtp.contoso.com", "Password": "cAnArY7!quX" } }""",
        "'Smtp:Password' holds the password of an SMTP login for 'smtp.contoso.com' in a settings file; keep it in a user secret, an App " +
        "Service setting or a key vault")]
    [InlineData("appsettings.json",
        """{ "FromEmailAddress": "shop@contoso.com", "FromEmailPassword": "cAnArY7!quX", "SmtpHost": "smtp.contoso.com" }""",
        "'FromEmailPassword' holds the password of an SMTP login for 'smtp.contoso.com' in a settings file; keep it in a user secret, an " +
        "App Service setting or a key vault")]
    [InlineData("appsettings.json", """{ "Smtp": { "Password": "cAnArY7!quX" } }""",
        "'Smtp:Password' holds the password of an SMTP login in a settings file; keep it in a user secret, an App Service setting or a " +
        "key vault")]
    [InlineData("appsettings.json", """{ "Smtp:Password": "cAnArY7!quX", "Smtp": { "Port": 25, "Host": "x.contoso.com" } }""", null)]
    [InlineData(
        "web.config", """<configuration><appSettings><add key="SmtpPassword" value="cAnArY7!quX" /></appSettings></configuration>""", null)]
    [InlineData("nlog.config",
        """<nlog><targets><target name="m" type="Mail" smtpServer="a.contoso.com" smtpPassword="cAnArY7!quX" /></targets></nlog>""", null)]
    [InlineData("nlog.config",
        """<nlog><targets><target name="m" type="Mail" smtpServer="a.contoso.com" smtpPort="25" smtpPassword="cAnArY7!quX" """ +
        """/></targets></nlog>""", null)]
    public async Task Finding_DoesNotRepeatThePassword(string name, string content, string? message)
    {
        var found = await FindAsync(name, content);

        var finding = Assert.Single(found, one => one.Id == "SMTP009");
        if (message is not null)
            Assert.Equal(message, finding.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal(Canary, content.Substring(finding.Location.GetLineSpan().StartLinePosition.Character, Canary.Length));
        Assert.All(found, one => Assert.DoesNotContain(Canary, Written(one), StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("web.config")]
    [InlineData("nlog.config")]
    public async Task Samples_OfThePage_AreTrue(string name)
    {
        var part = Repository.Read("docs/rules/SMTP009.md").Split("\n### ")
            .Single(part => part.StartsWith(name + "\n", StringComparison.Ordinal));
        var samples = Regex.Matches(part, "(Before|After):\n\n```[a-z]+\n(.*?)\n```", RegexOptions.Singleline);

        Assert.Equal(["Before", "After"], samples.Select(sample => sample.Groups[1].Value));
        Assert.Contains(await FindAsync(name, samples[0].Groups[2].Value), finding => finding.Id == "SMTP009");
        Assert.DoesNotContain(await FindAsync(name, samples[1].Groups[2].Value), finding => finding.Id == "SMTP009");
    }

    /// <summary>All that a host may print of a finding.</summary>
    private static string Written(Diagnostic finding) => string.Join(
        '\n',
        finding.Properties.Select(pair => pair.Key + pair.Value)
            .Append(finding.ToString()).Append(finding.GetMessage(CultureInfo.InvariantCulture))
            .Append(finding.Descriptor.Description.ToString(CultureInfo.InvariantCulture))
            .Append(finding.Location.ToString()).Concat(finding.AdditionalLocations.Select(place => place.ToString())));

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(string name, string content)
    {
        var options = new DictionaryOptionsProvider(new DictionaryOptions(("build_property.SmtpPortAnalyzerTargetsAzure", "true")));
        var compilation = name == "web.config" ? s_framework : Findings.Compile("class C { }");
        return await compilation
            .WithAnalyzers([new SmtpAnalyzer()], new AnalyzerOptions([new File(name, content)], options)).GetAnalyzerDiagnosticsAsync();
    }

    private sealed class File(string name, string content) : AdditionalText
    {
        public override string Path => "/" + name;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(content, Encoding.UTF8);
    }
}
