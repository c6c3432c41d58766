using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Tests.Options;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Docs;

/// <summary>
/// What programs print, and pictures of characters. What a rule says is compared with the rule's text, and settings for the environment
/// with the keys that fixes read. The rest is nothing that could be run, and listed.
/// </summary>
public class TextBlocks
{
    private static readonly Dictionary<string, string> s_nothingToRun = new()
    {
        ["docs/architecture.md: operation tree ──► Catalog ──► Connections ──► Rules ──► Diagnostic ──► Fixes"] =
            "a picture of the data flow",
        ["docs/azure-targeting.md: Contoso.Shop (net10.0): targets Azure"] =
            "what the target says of a made-up project, as ExplainTests see it",
        ["docs/ci-gate.md: warning SmtpPortAnalyzerGate: SmtpPortAnalyzerGate is on, but lets port 25 pass in projects of which nothing " +
            "says that they run in Azure. Write <SmtpPortAnalyzerTargetsAzure>true</SmtpPortAnalyzerTargetsAzure> (or false) in " +
            "Directory.Build.props. Which projects: dotnet build -t:SmtpPortAnalyzerExplain --tl:off"] =
            "compared with a build in the package tests",
        ["docs/own-apis.md: # The relay of the house"] = "rows of own APIs, read in DataBlocks",
        ["docs/getting-started.md: OrderMail.cs(14,63): warning SMTP001: 'SmtpClient' connects to 'mail.contoso.com' on port 25, which " +
            "Azure blocks for most subscriptions; use an authenticated relay on port 587 (targets Azure: " +
            "...Extensions.Logging.AzureAppServices)"] =
            "a line of the sample's build, compared with the build in the package tests",
    };

    private static readonly Dictionary<string, string> s_languages = new()
    {
        ["csharp"] = nameof(CSharpBlocks),
        ["xml"] = nameof(DataBlocks) + "; evaluated by MSBuild in the package tests",
        ["json"] = nameof(DataBlocks),
        ["ini"] = nameof(DataBlocks),
        ["text"] = nameof(TextBlocks),
        ["console"] = "run in the package tests",
        ["mermaid"] = nameof(ChartTests),
        ["yaml"] = "its steps are run in the package tests",
    };

    public static TheoryData<string> Messages => [.. Texts.Where(IsMessage).Select(block => block.ToString())];

    public static TheoryData<string> Environments => [.. Texts.Where(IsEnvironment).Select(block => block.ToString())];

    private static IEnumerable<PageBlock> Texts => Page.AllBlocks.Where(block => block.Language == "text");

    [Fact]
    public void EveryBlock_HasALanguage_ThatATestLooksAt() =>
        Assert.DoesNotContain(Page.AllBlocks, block => !s_languages.ContainsKey(block.Language));

    [Fact]
    public void EveryText_IsCompared_OrListed() =>
        Assert.Equal(
            s_nothingToRun.Keys.Order(StringComparer.Ordinal),
            Texts.Where(block => !IsMessage(block) && !IsEnvironment(block)).Select(block => block.Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Messages))]
    public void Message_IsThatOfTheRule(string block)
    {
        var format = Rule(Block(block)).MessageFormat.ToString(CultureInfo.InvariantCulture);
        Assert.Matches("^" + Regex.Replace(Regex.Escape(format), @"\\\{\d+}", ".*") + "$", Block(block).Text.Trim());
    }

    /// <summary>The rules with a sample for System.Net.Mail say, word by word, what their page says that they do.</summary>
    [Theory]
    [InlineData("SMTP001")]
    [InlineData("SMTP002")]
    [InlineData("SMTP003")]
    [InlineData("SMTP005")]
    [InlineData("SMTP006")]
    [InlineData("SMTP007")]
    public async Task Message_IsWhatTheSampleGets(string id)
    {
        var page = Page.Of($"docs/rules/{id}.md");
        var before = page.Blocks.First(block => block.Language == "csharp").Text;
        var compilation = Findings.Compile($$"""
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;
            class C(IConfiguration configuration) { void M(MailMessage message) { {{before}} } }
            """);
        var options = new DictionaryOptionsProvider(
            new DictionaryOptions(("build_property.SmtpPortAnalyzerAzureEvidence", "S:AzureFunctionsVersion")));
        var found = await compilation.WithAnalyzers([new SmtpAnalyzer()], new AnalyzerOptions([], options)).GetAnalyzerDiagnosticsAsync();

        Assert.Equal(page.Blocks.First(IsMessage).Text, found.Single(finding => finding.Id == id).GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [MemberData(nameof(Environments))]
    public void Environment_SetsTheKeysThatFixesRead(string block) =>
        Assert.Equal(["Smtp__Host", "Smtp__Port", "Smtp__UserName", "Smtp__Password"],
            Block(block).Text.Split('\n').Select(line => line.Split('=')[0]));

    private static bool IsMessage(PageBlock block) =>
        block.Page.Name.StartsWith("docs/rules/", StringComparison.Ordinal) && !IsEnvironment(block);

    private static bool IsEnvironment(PageBlock block) => block.Text.StartsWith("Smtp__", StringComparison.Ordinal);

    private static DiagnosticDescriptor Rule(PageBlock block) =>
        RuleDescriptors.All.Single(rule => rule.Id == Path.GetFileNameWithoutExtension(block.Page.Name));

    private static PageBlock Block(string name) => Page.AllBlocks.Single(block => block.ToString() == name);
}
