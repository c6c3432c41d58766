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

    /// <summary>Bodies that connect, that give ports and settings, and that change what they are handed.</summary>
    private static readonly string[] s_chain =
    [
        """
        using System.Net.Mail;
        class Sender
        {
            private readonly Settings _settings;
            public Sender(Settings settings) => _settings = settings;
            public void Send(MailMessage message)
            {
                var client = new SmtpClient(_settings.Host, Choose(_settings));
                _settings.Note(client);
                client.Send(message);
            }
            private int Choose(Settings settings) { var port = settings.Port; return port; }
        }
        """,
        """
        class Settings
        {
            public string Host { get; set; } = "mail.contoso.com";
            public int Port { get; set; }
            public string Last { get; private set; } = "";
            public void Note(object client) { Last = Host; }
            public static Settings Make() { var made = new Settings(); made.Port = 25; return made; }
        }
        class Caller { void M() { new Sender(Settings.Make()).Send(null!); } }
        """,
    ];

    [Theory]
    [InlineData(0, "client.Send(message);", "client.Send(message);;", "a body that connects")]
    [InlineData(0, "var port = settings.Port;", "var port = settings.Port; var other = 1;", "one that gives it the port")]
    [InlineData(1, "Last = Host;", "Last = Host; ;", "one that changes an object that it is handed")]
    [InlineData(1, "made.Port = 25;", "made.Port = 25; var other = 2;", "one that makes the settings")]
    public void Key_InMail_FollowsThatBodyAlone(int file, string text, string with, string what)
    {
        Assert.NotEmpty(what);
        var program = new TypedProgram(s_chain);
        var before = program.Find();
        Assert.Contains("SMTP001", before, StringComparison.Ordinal);

        // The first key of a project follows all: what a build finds is not put into a form that lasts.
        program.Replace(file, text, with);
        Assert.Equal(before, program.Find());
        for (var key = 0; key < 3; key++)
        {
            program.Replace(file, text, with);
            Assert.Equal(before, program.Find());
            Assert.InRange(program.Followed, 0, 1);
        }
    }

    [Theory]
    [InlineData(0, "client.Send(message);", "client.Send(message);;", "a body that connects")]
    [InlineData(0, "var client", "System.Console.WriteLine(1); var client", "a call of the framework")]
    [InlineData(0, "client.Send(message);", "client.Send(message); if (message is null) { ; }", "a branch")]
    [InlineData(1, "Last = Host;", "Last = Host; ;", "one that changes an object that it is handed")]
    [InlineData(1, "made.Port = 25;", "; made.Port = 25;", "one that has the 25")]
    [InlineData(1, "made.Port = 25;", "made.Port = 25; Mes", "a word that is half typed")]
    [InlineData(0, "client.Send(message);", "client.Port = 587; client.Send(message);", "what a body tells")]
    [InlineData(1, "made.Port = 25;", "made.Host = \"localhost\"; made.Port = 25;", "another mention of a setting")]
    [InlineData(1, "made.Port = 25;", "int.TryParse(\"1\", out made.Port); made.Port = 25;", "what is overwritten")]
    [InlineData(1, "class Caller { void M() {", "class Caller { void M() { System.Action other = M;", "a statement of a body that calls")]
    public void Key_InFollowedBody_GivesWhatASearchFromScratchGives(int file, string text, string with, string what)
    {
        Assert.NotEmpty(what);
        var program = new TypedProgram(s_chain);
        program.Find();
        program.Replace(1, "class Caller", "/* */ class Caller");
        program.Replace(0, "client.Send(message);", "; client.Send(message);");
        var before = program.Find();
        var (old, edited) = (program.Compilation, program.Compilation);
        program.Replace(file, text, with);
        edited = program.Compilation;
        var after = program.Find();
        for (var i = 0; i < 2; i++)
        {
            program.Change(_ => old);
            Assert.Equal(before, program.Find());
            program.Change(_ => edited);
            Assert.Equal(after, program.Find());
        }
    }

    [Fact]
    public void Key_ThatChangesWhatABodyTells_FollowsThoseThatAskIt()
    {
        var program = new TypedProgram(s_chain);
        program.Find();
        program.Replace(1, "made.Port = 25;", "made.Port = 587;");
        Assert.DoesNotContain("SMTP001", program.Find(), StringComparison.Ordinal);
        program.Replace(1, "made.Port = 587;", "made.Port = 25;");
        Assert.Contains("SMTP001", program.Find(), StringComparison.Ordinal);
        program.Replace(0, "return port;", "return 2525;");
        Assert.DoesNotContain("SMTP001", program.Find(), StringComparison.Ordinal);
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
