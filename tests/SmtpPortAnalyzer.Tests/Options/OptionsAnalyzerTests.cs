using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Options;

public class OptionsAnalyzerTests
{
    [Theory]
    [InlineData("smtp_port_analyzer.targets_azure = perhaps",
        "The setting 'smtp_port_analyzer.targets_azure' has the value 'perhaps', which is not valid; use auto, true or false")]
    [InlineData("smtp_port_analyzer.azure_subscription_created = 15.11.2017",
        "The setting 'smtp_port_analyzer.azure_subscription_created' has the value '15.11.2017', which is not valid; use a date in the " +
        "form yyyy-MM-dd")]
    [InlineData("smtp_port_analyzer.target_azure = true",
        "The setting 'smtp_port_analyzer.target_azure' is not known; use 'smtp_port_analyzer.targets_azure'")]
    [InlineData("smtp_port_analyzer.azure_subcription = msdn",
        "The setting 'smtp_port_analyzer.azure_subcription' is not known; use 'smtp_port_analyzer.azure_subscription'")]
    [InlineData("smtp_port_analyzer.excluded_hosts = a.test, b.test:25",
        "The setting 'smtp_port_analyzer.excluded_hosts' has the value 'b.test:25', which is not valid; use host names, '*.suffix' " +
        "patterns and CIDR ranges, separated by commas")]
    public async Task EditorConfig_Problem_ReportsOnceForManyFiles(string line, string message)
    {
        var test = Test();
        test.TestState.Sources.Add("class Other { }");
        test.TestState.AnalyzerConfigFiles.Add(("/0/.editorconfig", "root = true\n[*.cs]\n" + line + "\n"));
        test.TestState.ExpectedDiagnostics.Add(Expected(message));
        await test.RunAsync();
    }

    /// <summary>A relay that ends is told, as an Info: the setting holds all the same.</summary>
    [Theory]
    [InlineData(
        "microsoft_365", "which ends logins with a password, by default from December 2026; use MailKit with OAuth, or another relay")]
    [InlineData("Azure_Communication_Services",
        "which takes no new customers since 2026-10-23 and ends on 2028-09-30; use another relay")]
    [InlineData("sendgrid", null)]
    [InlineData("smtp.office365.com", null)]
    public async Task RelayHost_APresetThatEnds_IsTold(string preset, string? caution)
    {
        var test = Test();
        test.GlobalOptions["smtp_port_analyzer.relay_host"] = preset;
        if (caution is not null)
        {
            test.TestState.ExpectedDiagnostics.Add(
                Expected($"The setting 'smtp_port_analyzer.relay_host' has the value '{preset}', {caution}")
                    .WithSeverity(DiagnosticSeverity.Info));
        }

        await test.RunAsync();
    }

    [Theory]
    [InlineData("[*.json]\nsmtp_port_analyzer.excluded_host = a.test", 1)]
    [InlineData("[*]\nsmtp_port_analyzer.excluded_host = a.test", 1)]
    [InlineData("[*.config]\nsmtp_port_analyzer.excluded_host = a.test", 0)]
    [InlineData("[*.json]\nsmtp_port_analyzer.excluded_hosts = a.test", 0)]
    public async Task EditorConfig_ProblemInASectionForSettingsFiles_ReportsOnce(string section, int count)
    {
        var test = Test();
        test.TestState.AdditionalFiles.Add(("/0/appsettings.json", "{}"));
        test.TestState.AdditionalFiles.Add(("/0/appsettings.Production.json", "{}"));
        test.TestState.AnalyzerConfigFiles.Add(("/0/.editorconfig", "root = true\n" + section + "\n"));
        for (var i = 0; i < count; i++)
            test.TestState.ExpectedDiagnostics.Add(
                Expected("The setting 'smtp_port_analyzer.excluded_host' is not known; use 'smtp_port_analyzer.excluded_hosts'"));
        await test.RunAsync();
    }

    [Fact]
    public async Task GlobalConfig_Problem_Reports()
    {
        var test = Test();
        test.GlobalOptions["smtp_port_analyzer.azure_hosting"] = "aws";
        test.TestState.ExpectedDiagnostics.Add(Expected(
            "The setting 'smtp_port_analyzer.azure_hosting' has the value 'aws', which is not valid; use auto, virtual_machine, " +
            "app_service, app_service_managed_instance, app_service_environment, functions, functions_flex_consumption, " +
            "functions_consumption, logic_apps, container_apps, container_instances, kubernetes, cloud_services or other"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Property_Problem_NamesTheProperty()
    {
        var test = Test();
        test.GlobalOptions["build_property.SmtpPortAnalyzerIncludeTests"] = "sometimes";
        test.TestState.ExpectedDiagnostics.Add(Expected(
            "The setting 'SmtpPortAnalyzerIncludeTests' has the value 'sometimes', which is not valid; use true or false"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("SmtpPortAnalyzerTargetAzure", "SmtpPortAnalyzerTargetsAzure")]
    [InlineData("smtpPortAnalyzerSubscription", "SmtpPortAnalyzerAzureSubscription")]
    [InlineData("SmtpPortAnalyzerGaet", "SmtpPortAnalyzerGate")]
    [InlineData("SmtpPortAnalyzerGates", "SmtpPortAnalyzerGate")]
    [InlineData(
        "SmtpPortAnalyzerRepositoryFolder|SmtpPortAnalyzerTargetsAzure|SmtpPortAnalyzerRepositryRoot", "SmtpPortAnalyzerRepositoryRoot")]
    public async Task Property_Misspelt_NamesTheOneThatWasMeant(string written, string meant)
    {
        var test = Test();
        test.GlobalOptions["build_property.SmtpPortAnalyzerPropertyNames"] = written;
        test.TestState.ExpectedDiagnostics.Add(Expected($"The setting '{written.Split('|').Last()}' is not known; use '{meant}'"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("SmtpPortAnalyzerVersion")]
    [InlineData("SmtpPortAnalyzerPackageVersion|SmtpPortAnalyzerPath|SmtpPortAnalyzerData")]
    [InlineData("SmtpPortAnalyzerTargetsAzure|smtpportanalyzergate|SmtpPortAnalyzerExplain|SmtpPortAnalyzerRepositoryRoot")]
    [InlineData("||SmtpPortAnalyzer|")]
    public async Task Property_OfTheUserOrKnown_IsSilent(string written)
    {
        var test = Test();
        test.GlobalOptions["build_property.SmtpPortAnalyzerPropertyNames"] = written;
        await test.RunAsync();
    }

    [Theory]
    [InlineData("Gate", "yes", true)]
    [InlineData("Gate", "TRUE", false)]
    [InlineData("Gate", " true ", false)]
    [InlineData("Gate", "false", false)]
    [InlineData("Gate", "", false)]
    [InlineData("Explain", "1", true)]
    [InlineData("Explain", "true", false)]
    [InlineData("SettingsFiles", "no", true)]
    [InlineData("SettingsFiles", "false", false)]
    public async Task Switch_Value_ReportsWhatIsNeitherTrueNorFalse(string name, string value, bool isReported)
    {
        var test = Test();
        test.GlobalOptions["build_property.SmtpPortAnalyzer" + name] = value;
        if (isReported)
            test.TestState.ExpectedDiagnostics.Add(
                Expected($"The setting 'SmtpPortAnalyzer{name}' has the value '{value}', which is not valid; use true or false"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("gate", "can be set in MSBuild only; use the property 'SmtpPortAnalyzerGate'")]
    [InlineData("repository_root", "can be set in MSBuild only; use the property 'SmtpPortAnalyzerRepositoryRoot'")]
    [InlineData("__", "is not known; use 'smtp_port_analyzer.relay_host'")]
    public async Task Key_ThatIsNoOption_Reports(string key, string words)
    {
        var test = Test();
        test.GlobalOptions["smtp_port_analyzer." + key] = "true";
        test.TestState.ExpectedDiagnostics.Add(Expected($"The setting 'smtp_port_analyzer.{key}' {words}"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Settings_AllValid_Silent()
    {
        var test = Test();
        test.GlobalOptions["build_property.SmtpPortAnalyzerIncludeTests"] = "";
        test.GlobalOptions["smtp_port_analyzer.azure_hosting"] = "functions";
        test.TestState.AnalyzerConfigFiles.Add((
            "/0/.editorconfig",
            "root = true\n[*.cs]\nsmtp_port_analyzer.targets_azure = True\nsmtp_port_analyzerx.y = 1\nother.targets_azure = maybe\n"));
        await test.RunAsync();
    }

    [Fact]
    public async Task Problem_OnlyGeneratedFiles_Reports()
    {
        var diagnostics = await Run(
            [CSharpSyntaxTree.ParseText("// <auto-generated/>\nclass C { }", path: "C.g.cs")],
            new(new(("smtp_port_analyzer.nonsense", "1"))));
        Assert.Single(diagnostics);
    }

    [Fact]
    public async Task Problem_HostThatListsNoKeys_StillReportsValues()
    {
        var diagnostics = await Run(
            [CSharpSyntaxTree.ParseText("class C { }", path: "C.cs")],
            new(new(("smtp_port_analyzer.targets_azure", "perhaps"), ("smtp_port_analyzer.nonsense", "1")) { ListsKeys = false }));
        Assert.Contains("targets_azure", Assert.Single(diagnostics).GetMessage(null), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Problems_OfDifferentFiles_ReportEach()
    {
        var diagnostics = await Run(
            [.. new[] { "A.cs", "B.cs", "C.cs" }.Select(path => CSharpSyntaxTree.ParseText("class X { }", path: path))],
            new(new(), new()
            {
                ["A.cs"] = new(("smtp_port_analyzer.targets_azure", "one")),
                ["B.cs"] = new(("smtp_port_analyzer.targets_azure", "two")),
                ["C.cs"] = new(("smtp_port_analyzer.targets_azure", "one")),
            }));
        Assert.Equal(2, diagnostics.Length);
        Assert.All(diagnostics, diagnostic => Assert.Equal(Location.None, diagnostic.Location));
    }

    private static SmtpTest<OptionsAnalyzer, EmptyCodeFixProvider> Test() => new() { TestCode = "class C { }" };

    private static DiagnosticResult Expected(string message) =>
        new DiagnosticResult("SMTP900", DiagnosticSeverity.Warning).WithMessage(message);

    private static Task<ImmutableArray<Diagnostic>> Run(SyntaxTree[] trees, DictionaryOptionsProvider options) =>
        CSharpCompilation.Create("Test", trees)
            .WithAnalyzers([new OptionsAnalyzer()], new AnalyzerOptions([], options))
            .GetAnalyzerDiagnosticsAsync();
}
