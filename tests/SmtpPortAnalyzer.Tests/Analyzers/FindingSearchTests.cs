using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Tests.Options;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Analyzers;

/// <summary>
/// A compilation is searched once, whatever asks for its findings, and a search that was given up leaves nothing half-done.
/// </summary>
public class FindingSearchTests
{
#pragma warning disable RS2008 // The toy rule is never released.
    private static readonly DiagnosticDescriptor Toy =
        new("SMTP999", "A toy", "'{0}' connects{1}, says a toy", "Reliability", DiagnosticSeverity.Warning, isEnabledByDefault: true);
#pragma warning restore RS2008

    private static readonly string[] s_sources =
    [
        .. Enumerable.Range(0, 8).Select(i => $$"""
            using System.Net.Mail;
            class C{{i}} { void M(MailMessage message) => new SmtpClient("mail.contoso.com", Ports.Number).Send(message); }
            """),
        "static class Ports { public static int Number => 25; }",
    ];

    [Fact]
    public async Task ConcurrentFiles_AreJudgedOnce()
    {
        var judged = 0;
        var counting = new Rule(Toy)
        {
            OfConnection = _ =>
            {
                Interlocked.Increment(ref judged);
                return [];
            },
        };
        await RunAsync(new SmtpAnalyzer([.. RuleTable.OfConnections, counting]), concurrent: true);
        Assert.Equal(8, judged);
    }

    [Fact]
    public void CancelledSearch_LeavesNothing_AndTheNextFindsAll()
    {
        var compilation = Findings.Compile(s_sources);
        using var cancellation = new CancellationTokenSource();
        var judged = 0;
        var cancelling = new Rule(Toy)
        {
            OfConnection = _ =>
            {
                if (++judged == 3)
                    cancellation.Cancel();
                return [];
            },
        };
        var search = new FindingSearch(
            compilation, [], [cancelling, .. RuleTable.OfConnections], SmtpCatalog.Libraries, new KeptSearches(), CancellationToken.None);
        Assert.ThrowsAny<OperationCanceledException>(() => search.FindIn(compilation.SyntaxTrees[0], cancellation.Token));

        var whole = new FindingSearch(
            compilation, [], RuleTable.OfConnections, SmtpCatalog.Libraries, new KeptSearches(), CancellationToken.None);
        Assert.Equal(Places(whole), Places(search));
        Assert.NotEmpty(Places(whole));

        IEnumerable<(string Id, SyntaxNode Place)> Places(FindingSearch of) => compilation.SyntaxTrees
            .SelectMany(tree => of.FindIn(tree, CancellationToken.None))
            .Select(found => (found.Rule.Descriptor.Id, found.Finding.Place))
            .ToList();
    }

    [Fact]
    public async Task ToyRule_OfOneRowAndOneJudgement_IsReported()
    {
        var toy = new Rule(Toy) { OfConnection = JudgeHost };
        var analyzer = new SmtpAnalyzer([.. RuleTable.OfConnections, toy]);
        Assert.Contains(Toy, analyzer.SupportedDiagnostics);

        var found = (await RunAsync(analyzer, concurrent: false)).Where(diagnostic => diagnostic.Id == Toy.Id).ToList();
        Assert.Equal(8, found.Count);
        Assert.All(found, diagnostic => Assert.Equal("'SmtpClient' connects to 'mail.contoso.com', says a toy", diagnostic.GetMessage()));
        Assert.Empty((await RunAsync(new SmtpAnalyzer(), concurrent: false)).Where(diagnostic => diagnostic.Id == Toy.Id));
    }

    [Fact]
    public async Task ToyRule_AboutTheBlock_IsSilent_WhereAzureIsNotKnown()
    {
        var analyzer = new SmtpAnalyzer([new Rule(Toy) { OfConnection = JudgeHost, IsAboutBlock = true }]);
        Assert.Equal(8, (await RunAsync(analyzer, concurrent: false)).Length);
        Assert.Empty(await RunAsync(analyzer, concurrent: false, targetsAzure: "auto"));
    }

    private static IEnumerable<Finding> JudgeHost(TracedConnection traced) =>
        [Finding.OnConnection(traced, traced.Connection.Site, HostNames.Collect(traced.Arrivals.Select(arrival => arrival.Host)))];

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(SmtpAnalyzer analyzer, bool concurrent, string targetsAzure = "true")
    {
        var provider = new DictionaryOptionsProvider(new(("build_property.SmtpPortAnalyzerTargetsAzure", targetsAzure)));
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], provider), onAnalyzerException: null, concurrent, logAnalyzerExecutionTime: false);
        CSharpCompilation compilation = Findings.Compile(s_sources);
        return await new CompilationWithAnalyzers(compilation, [analyzer], options).GetAnalyzerDiagnosticsAsync();
    }
}
