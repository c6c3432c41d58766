using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Tests.Options;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Docs;

/// <summary>JSON, XML and analyzer configurations on the pages are well formed, and name what exists.</summary>
public class DataBlocks
{
    private static readonly JsonDocumentOptions s_asSettingsAreRead = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private static readonly string[] s_severities = ["error", "warning", "suggestion", "silent", "none", "default"];

    private static readonly string[] s_otherKeys = ["is_global", "root", "global_level"];

    /// <summary>Rules of the compiler that the pages name beside ours.</summary>
    private static readonly string[] s_otherRules = ["AD0001", "CS8032", "CS8034", "CS9057"];

    public static TheoryData<string> Json => Of("json");

    public static TheoryData<string> Xml => Of("xml");

    public static TheoryData<string> Ini => Of("ini");

    [Theory]
    [MemberData(nameof(Json))]
    public void Json_IsRead(string block)
    {
        using var json = JsonDocument.Parse(TextOf(block), s_asSettingsAreRead);
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
    }

    /// <summary>Several elements may stand side by side, as in a project file. MSBuild's word on them is a package test.</summary>
    [Theory]
    [MemberData(nameof(Xml))]
    public void Xml_IsWellFormed_AndItsPropertiesAreOurs(string block)
    {
        var known = SmtpOptionTable.All.Select(option => option.Property).Concat(BuildProperties.Switches).ToHashSet();
        var ours = XElement.Parse($"<all>{TextOf(block)}</all>").Descendants()
            .Where(element => element.Name.LocalName.StartsWith(BuildProperties.Prefix, StringComparison.Ordinal));
        Assert.All(ours, property => Assert.Contains(property.Name.LocalName, known));
    }

    [Theory]
    [MemberData(nameof(Ini))]
    public async Task Ini_SetsWhatExists_ToWhatIsValid(string block)
    {
        var file = AnalyzerConfig.Parse(TextOf(block), "/.editorconfig");
        Assert.NotNull(file);
        var lines = TextOf(block).Split('\n').Select(line => Regex.Match(line, @"^([^#;\[=]+?)\s*=\s*(.*)$")).Where(match => match.Success)
            .Select(match => (Key: match.Groups[1].Value, Value: match.Groups[2].Value)).ToList();
        Assert.NotEmpty(lines);
        foreach (var (key, value) in lines.Where(line => !line.Key.StartsWith("smtp_port_analyzer.", StringComparison.Ordinal)))
        {
            var rule = Regex.Match(key, @"^dotnet_diagnostic\.(\w+)\.severity$");
            if (rule.Success)
            {
                Assert.Contains(rule.Groups[1].Value, RuleDescriptors.All.Select(descriptor => descriptor.Id).Concat(s_otherRules));
                Assert.Contains(value, s_severities);
            }
            else
            {
                Assert.Contains(key, s_otherKeys);
            }
        }

        Assert.Empty(await ProblemsAsync(lines.Where(line => line.Key.StartsWith("smtp_port_analyzer.", StringComparison.Ordinal))));
    }

    [Fact]
    public async Task Ini_WithAMisspeltKey_IsAProblem() =>
        Assert.NotEmpty(await ProblemsAsync([("smtp_port_analyzer.target_azure", "true")]));

    /// <summary>A row that names nothing is silent as long as nobody knows its namespace, so the page's own types are there.</summary>
    [Fact]
    public async Task OwnApis_OfThePage_NameWhatTheyClaim()
    {
        const string Library = """
            namespace Contoso.Mail
            {
                public class Relay { public Relay() { } public Relay(string server, int port) { } public void Open(string server, int port) { } }
                public class RelayOptions { public string Server { get; set; } = ""; public int Port { get; set; } }
            }
            """;
        var rows = Assert.Single(Page.Of("docs/own-apis.md").Blocks, block => block.Language == "text").Text;

        Assert.Empty(await ProblemsAsync([], Library, rows));
        Assert.NotEmpty(await ProblemsAsync([], Library, rows.Replace("port=port", "port=prot", StringComparison.Ordinal)));
    }

    private static async Task<ImmutableArray<Diagnostic>> ProblemsAsync(
        IEnumerable<(string Key, string Value)> settings, string source = "class C { }", string? rows = null)
    {
        ImmutableArray<AdditionalText> files = rows is null ? [] : [new Rows(rows)];
        var options = new AnalyzerOptions(files, new DictionaryOptionsProvider(new DictionaryOptions([.. settings])));
        return await Findings.Compile(source).WithAnalyzers([new OptionsAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
    }

    private static TheoryData<string> Of(string language) =>
        [.. Page.AllBlocks.Where(block => block.Language == language).Select(block => block.ToString())];

    private static string TextOf(string block) => Page.AllBlocks.Single(candidate => candidate.ToString() == block).Text;

    private sealed class Rows(string text) : AdditionalText
    {
        public override string Path => "/SmtpPortAnalyzer.Apis.txt";

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }
}
