using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Tests.Options;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Typing;

/// <summary>What a key costs, and that nothing of an earlier compilation stays.</summary>
public class KeptSearchTests
{
    private static readonly string[] s_sources =
    [
        """
        using System.Net.Mail;
        class Sender
        {
            public int Port { get; set; } = 25;
            void Send(MailMessage message) { var client = new SmtpClient("mail.contoso.com", Ports.Number) { Port = Port }; client.Send(message); }
            void Log() { System.Console.WriteLine("sent"); }
        }
        """,
        "static class Ports { public static int Number => 25; internal static int Other() { return 1; } }",
        "class Beside { int M() { return 1; } }",
        .. Enumerable.Range(0, 10).Select(i => $"class Filler{i} {{ int M() {{ return {i}; }} }}"),
    ];

    [Theory]
    [InlineData(2, "return 1;", "return 1;;", "a file that has nothing to do with mail")]
    [InlineData(0, "WriteLine(", "WriteLine(1 + ", "another body of the file that connects")]
    [InlineData(1, "return 1;", "return 1; ;", "another body of a file that is followed")]
    [InlineData(2, "return 1;", "/* */ return 1;", "a comment")]
    public void Key_BesideMail_FollowsNoBody(int file, string text, string with, string what)
    {
        Assert.NotEmpty(what);
        var program = new TypedProgram(s_sources);
        var before = program.Find();
        Assert.NotEqual(0, program.Followed);
        for (var key = 0; key < 3; key++)
        {
            program.Replace(file, text, with);
            Assert.Equal(before, program.Find());
            Assert.Equal(0, program.Followed);
        }
    }

    [Fact]
    public void ConcurrentRequests_OfOneCompilation_SearchOnce()
    {
        var compilation = Findings.Compile(s_sources);
        var kept = new KeptSearches();
        var searches = Enumerable.Range(0, 8).Select(_ => Search(compilation, kept)).ToList();
        Parallel.ForEach(searches, search => search.FindIn(compilation.SyntaxTrees[0], CancellationToken.None));
        Assert.Single(searches, search => search.FollowedBodies > 0);

        // Each analysis of a host has a compilation object of its own.
        var clone = Search(compilation.WithOptions(compilation.Options.WithReportSuppressedDiagnostics(true)), kept);
        Assert.NotNull(clone);
    }

    [Fact]
    public async Task WaitingRequest_IsCancelled_WhileAnotherSearches()
    {
        var compilation = Findings.Compile(s_sources);
        var kept = new KeptSearches();
        using var isSearching = new ManualResetEventSlim();
        using var goOn = new ManualResetEventSlim();
        var slow = new Rule(RuleTable.OfConnections[0].Descriptor)
        {
            OfConnection = _ =>
            {
                isSearching.Set();
                goOn.Wait();
                return [];
            },
        };
        var first = new FindingSearch(compilation, [], [slow], SmtpCatalog.Libraries, kept, CancellationToken.None);
        var running = Task.Run(() => first.FindIn(compilation.SyntaxTrees[0], CancellationToken.None));
        isSearching.Wait();
        using var cancellation = new CancellationTokenSource();
        var second = Search(compilation, kept);
        var waiting = Task.Run(() => second.FindIn(compilation.SyntaxTrees[0], cancellation.Token));
        cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.False(running.IsCompleted);
        goOn.Set();
        await running;
    }

    [Fact]
    public void CancelledSearch_LeavesWhatItHasLearned()
    {
        var compilation = Findings.Compile(s_sources);
        using var cancellation = new CancellationTokenSource();
        var judged = 0;
        var cancelling = new Rule(RuleTable.OfConnections[0].Descriptor)
        {
            OfConnection = _ =>
            {
                if (judged++ == 0)
                    cancellation.Cancel();
                cancellation.Token.ThrowIfCancellationRequested();
                return [];
            },
        };
        var search = new FindingSearch(compilation, [], [cancelling], SmtpCatalog.Libraries, new KeptSearches(), CancellationToken.None);
        Assert.ThrowsAny<OperationCanceledException>(() => search.FindIn(compilation.SyntaxTrees[0], cancellation.Token));
        Assert.NotEqual(0, search.LearnedBodies);
    }

    [Fact]
    public void Compilations_AreGone_AfterManyKeys()
    {
        var analyzer = new SmtpAnalyzer();
        var compilation = Findings.Compile(s_sources);
        var (compilations, trees) = Type(analyzer, ref compilation, keys: 500);
        for (var i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        // A few stand in temporaries of the compiler; what counts is that it is not one for each key.
        Assert.InRange(compilations.Count(weak => weak.TryGetTarget(out _)), 0, 2);
        Assert.InRange(trees.Count(weak => weak.TryGetTarget(out _)), 0, s_sources.Length);
        GC.KeepAlive(compilation);
        GC.KeepAlive(analyzer);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (List<WeakReference<Compilation>> Compilations, List<WeakReference<SyntaxTree>> Trees) Type(
        SmtpAnalyzer analyzer, ref CSharpCompilation compilation, int keys)
    {
        var (compilations, trees) = (new List<WeakReference<Compilation>>(), new List<WeakReference<SyntaxTree>>());
        for (var key = 0; key < keys; key++)
        {
            // One key in ten is on the way of a port.
            var tree = compilation.SyntaxTrees[key % 10 == 0 ? 0 : 2 + (key % 5)];
            compilation = Next(compilation, tree, key % 10 == 0 ? "{ var" : "{ return");
            Ask(analyzer, compilation);
            compilations.Add(new(compilation));
            trees.Add(new(tree));
        }

        compilations.RemoveAt(compilations.Count - 1);
        return (compilations, trees);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static CSharpCompilation Next(CSharpCompilation compilation, SyntaxTree tree, string before) => compilation.ReplaceSyntaxTree(
        tree,
        tree.WithChangedText(Microsoft.CodeAnalysis.Text.SourceText.From(
            tree.ToString().Replace(before, before.Insert(1, ";"), StringComparison.Ordinal)
                .Replace("{; ;", "{;", StringComparison.Ordinal))));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Ask(SmtpAnalyzer analyzer, CSharpCompilation compilation)
    {
        var provider = new DictionaryOptionsProvider(new(("build_property.SmtpPortAnalyzerTargetsAzure", "true")));
        var options = new CompilationWithAnalyzersOptions(new AnalyzerOptions([], provider), null, concurrentAnalysis: false, false);
        var driver = new CompilationWithAnalyzers(compilation, [analyzer], options);
        var model = compilation.GetSemanticModel(compilation.SyntaxTrees[0]);
        Assert.NotEmpty(driver.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None).GetAwaiter().GetResult());
    }

    private static FindingSearch Search(Compilation compilation, KeptSearches kept) =>
        new(compilation, [], RuleTable.OfConnections, SmtpCatalog.Libraries, kept, CancellationToken.None);
}
