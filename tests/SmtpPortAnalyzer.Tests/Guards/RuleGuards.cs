using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>A rule is not done before a user can read about it, everywhere the same.</summary>
public class RuleGuards
{
    /// <summary>What was decided for each ID, also for those that are still to come. Users' build settings rely on it.</summary>
    private static readonly Dictionary<string, (string Category, DiagnosticSeverity Severity)> s_decided = new()
    {
        ["SMTP001"] = ("Reliability", DiagnosticSeverity.Warning),
        ["SMTP002"] = ("Reliability", DiagnosticSeverity.Warning),
        ["SMTP003"] = ("Reliability", DiagnosticSeverity.Warning),
        ["SMTP004"] = ("Reliability", DiagnosticSeverity.Warning),
        ["SMTP005"] = ("Security", DiagnosticSeverity.Warning),
        ["SMTP006"] = ("Security", DiagnosticSeverity.Info),
        ["SMTP007"] = ("Security", DiagnosticSeverity.Warning),
        ["SMTP008"] = ("Reliability", DiagnosticSeverity.Info),
        ["SMTP009"] = ("Security", DiagnosticSeverity.Warning),
        ["SMTP010"] = ("Reliability", DiagnosticSeverity.Info),
        ["SMTP900"] = ("Configuration", DiagnosticSeverity.Warning),
    };

    private static readonly string[] s_headings = [
        "What it finds", "Why", "How to fix", "What is not reported", "Options", "How to suppress"];

    public static TheoryData<string> Ids => [.. RuleDescriptors.All.Select(descriptor => descriptor.Id)];

    public static TheoryData<string> Analyzers => [.. AnalyzerTypes().Select(type => type.FullName!)];

    [Fact]
    public void Rules_AreThoseOfTheIds_EachOnce()
    {
        var ids = typeof(RuleIds).GetFields().Select(field => (string)field.GetRawConstantValue()!).Order(StringComparer.Ordinal);
        Assert.Equal(ids, RuleDescriptors.All.Select(descriptor => descriptor.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_HasCategoryAndSeverityAsDecided(string id)
    {
        var rule = Rule(id);
        Assert.Equal(s_decided[id], (rule.Category, rule.DefaultSeverity));
        Assert.True(rule.IsEnabledByDefault);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Texts_AreThere_AndReadAsTheHostExpects(string id)
    {
        var rule = Rule(id);
        var (title, message, description) = (Text(rule.Title), Text(rule.MessageFormat), Text(rule.Description));

        // RS1031, RS1032, RS1033: they see only texts written in code, not those in resources.
        Assert.All([title, message, description],
            text => Assert.True(text.Length > 0 && text.Trim() == text && !text.Contains('\n', StringComparison.Ordinal), text));
        Assert.All([title, message], text => Assert.False(text.EndsWith('.') || text.Contains(". ", StringComparison.Ordinal), text));
        Assert.EndsWith(".", description, StringComparison.Ordinal);
        Assert.NotEqual(title, message);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Release_NamesTheRule(string id)
    {
        var rule = Rule(id);
        var rows = Repository.Lines("src/SmtpPortAnalyzer/AnalyzerReleases.Shipped.md")
            .Concat(Repository.Lines("src/SmtpPortAnalyzer/AnalyzerReleases.Unshipped.md"))
            .Where(line => line.StartsWith(id, StringComparison.Ordinal));
        Assert.Equal([$"{id} | {rule.Category} | {rule.DefaultSeverity} | {Text(rule.Title)}"], rows);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_SaysWhatTheDescriptorSays(string id)
    {
        var rule = Rule(id);
        var page = Repository.Lines($"docs/rules/{id}.md");
        Assert.Equal($"# {id}: {Text(rule.Title)}", page[0]);
        Assert.Equal(
            ["| | |", "|---|---|", $"| ID | {id} |", $"| Category | {rule.Category} |", $"| Default severity | {rule.DefaultSeverity} |"],
            page.Skip(2).Take(5));
        Assert.Matches(@"^\| Fix available \| (yes|no) \|$", page[7]);
        Assert.Matches(@"^\| Since \| \d+\.\d+\.\d+ \|$", page[8]);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_HasTheCommonHeadings(string id)
    {
        var headings = Repository.Lines($"docs/rules/{id}.md").Where(line => line.StartsWith("## ", StringComparison.Ordinal))
            .Select(line => line[3..]);
        Assert.Equal(s_headings, headings.Where(s_headings.Contains));
    }

    [Fact]
    public void Pages_AreThoseOfTheRules() =>
        Assert.Equal(
            RuleDescriptors.All.Select(rule => $"docs/rules/{rule.Id}.md").Order(StringComparer.Ordinal),
            Repository.Files("docs/rules", "*.md"));

    [Theory]
    [MemberData(nameof(Ids))]
    public void HelpLink_IsThePage(string id) => Assert.Equal($"{Repository.Web}docs/rules/{id}.md", Rule(id).HelpLinkUri);

    [Theory]
    [InlineData("README.md", Repository.Web + "docs/", true)]
    [InlineData("docs/README.md", "", false)]
    public void RuleTable_IsThatOfTheDescriptors(string file, string folder, bool saysFix)
    {
        var rows = Repository.Lines(file).Where(line => Regex.IsMatch(line, @"^\| \[?SMTP\d")).ToArray();
        Assert.Equal(
            RuleDescriptors.All.Select(rule =>
                $"| [{rule.Id}]({folder}rules/{rule.Id}.md) | {Text(rule.Title)} | {rule.DefaultSeverity} |" +
                    (saysFix ? $" {FixOf(rule.Id)} |" : "")), rows);
    }

    /// <summary>What the rule's page says of a fix, <c>yes</c> or <c>no</c>.</summary>
    private static string FixOf(string id) => Repository.Lines($"docs/rules/{id}.md")[7].Split('|')[2].Trim();

    [Fact]
    public void Fixes_AreSaidOnThePages()
    {
        var fixable = FixProviders().SelectMany(provider => provider.FixableDiagnosticIds).ToHashSet();
        if (fixable.Count == 0)
            return;

        Assert.All(RuleDescriptors.All, rule =>
            Assert.Contains(
                $"| Fix available | {(fixable.Contains(rule.Id) ? "yes" : "no")} |", Repository.Lines($"docs/rules/{rule.Id}.md")));
        Assert.All(fixable, id => Assert.Contains(RuleDescriptors.All, rule => rule.Id == id));
    }

    [Fact]
    public void Analyzers_SupportEveryRule_AndNoOther()
    {
        var supported = AnalyzerTypes().SelectMany(type => Create(type).SupportedDiagnostics).ToHashSet();
        Assert.Equal(RuleDescriptors.All.ToHashSet(), supported);
    }

    [Theory]
    [MemberData(nameof(Analyzers))]
    public void Analyzer_HandsOutOneListOfRules(string type)
    {
        var analyzer = Create(AnalyzerTypes().Single(candidate => candidate.FullName == type));
        Assert.True(analyzer.SupportedDiagnostics == analyzer.SupportedDiagnostics);
    }

    private static DiagnosticDescriptor Rule(string id) => RuleDescriptors.All.Single(rule => rule.Id == id);

    private static string Text(LocalizableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static IEnumerable<Type> AnalyzerTypes() =>
        typeof(RuleTable).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)) && !type.IsAbstract);

    private static DiagnosticAnalyzer Create(Type type) => (DiagnosticAnalyzer)Activator.CreateInstance(type)!;

    private static IEnumerable<CodeFixProvider> FixProviders() => Assembly.Load("SmtpPortAnalyzer.CodeFixes").GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
        .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!);
}
