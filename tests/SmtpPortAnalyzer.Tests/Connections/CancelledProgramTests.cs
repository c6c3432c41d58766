using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>A question that is cancelled at any moment leaves the program whole: the next one is answered completely.</summary>
public class CancelledProgramTests
{
    private const int Files = 6;

    private static readonly string[] s_sources =
    [
        "public class Relay { public string Host { get; set; } public int Port { get; set; } }",
        .. Enumerable.Range(1, Files - 1).Select(i => $$"""
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            class C{{i}}
            {
                void M(IServiceCollection services, IConfiguration configuration)
                {
                    N{{i}}(configuration.GetSection("Out{{i}}"));
                    services.Configure<Relay>(configuration.GetSection("In{{i}}"));
                }

                void N{{i}}(IConfiguration section) { section.Get<Relay>(); }
            }
            """),
    ];

    /// <summary>The files are read one after the other, and reading one of them cancels.</summary>
    [Fact]
    public void Keys_CancelledAtAnyFile_AreThenComplete()
    {
        var expected = Links(Compile(null), out _);
        Assert.Equal(2 * (Files - 1), expected.Count);
        for (var file = 0; file < Files; file++)
        {
            Assert.Equal(expected, Links(Compile(file), out var isCancelled));
            Assert.True(isCancelled);
        }

        static IReadOnlyList<string> Links((Compilation Compilation, CancellingText? Text) made, out bool isCancelled)
        {
            var port = made.Compilation.GetTypeByMetadataName("Relay")!.GetMembers("Port").Single();
            var program = new SmtpProgram(made.Compilation, Symbols(made.Compilation));
            var keys = new ConnectionKeys([new SettingRead(AbstractValue.OfSymbol(port, null, null), null)], [], new SettingKeys(program));
            isCancelled = false;
            if (made.Text is { } text)
            {
                using var cancellation = new CancellationTokenSource();
                text.Source = cancellation;
                isCancelled = Record.Exception(() => keys.Ports(cancellation.Token)) is OperationCanceledException;
                text.Source = null;
            }

            return [.. keys.Ports(CancellationToken.None).Select(link => link.Key.ToString()!).Order(StringComparer.Ordinal)];
        }
    }

    /// <summary>Each file's model is asked for, and asking for one of them cancels.</summary>
    [Fact]
    public void References_CancelledAtAnyModel_AreThenComplete()
    {
        var compilation = Findings.Compile(s_sources);
        var type = compilation.GetTypeByMetadataName("Relay")!;
        var expected = new References(compilation, Model, new FootprintRecorder(), KeptMentions.Nothing).To(type, CancellationToken.None)
            .ToList();
        Assert.Equal(2 * (Files - 1), expected.Count);
        for (var step = 1; step < expected.Count; step++)
        {
            using var cancellation = new CancellationTokenSource();
            var asked = 0;
            var references = new References(compilation, tree =>
            {
                if (++asked == step)
                    cancellation.Cancel();
                return Model(tree);
            }, new FootprintRecorder(), KeptMentions.Nothing);
            Assert.ThrowsAny<OperationCanceledException>(() => references.To(type, cancellation.Token).ToList());
            Assert.Equal(expected, references.To(type, CancellationToken.None));
        }

        SemanticModel Model(SyntaxTree tree) => compilation.GetSemanticModel(tree);
    }

    /// <summary>Bodies that call one another, more of them than wait on the stack; analysing one of them cancels.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(40)]
    public void Facts_CancelledAtAnyBody_AreThenComplete(int length)
    {
        var bodies = Enumerable.Range(0, length).Select(i => (SyntaxNode)SyntaxFactory.IdentifierName("b" + i)).ToList();
        var (expected, steps) = Analyse(0);
        Assert.True(steps > length);
        for (var step = 1; step <= steps; step++)
            Assert.Equal(expected, Analyse(step).Told);

        (List<string> Told, int Steps) Analyse(int cancelAt)
        {
            using var cancellation = new CancellationTokenSource();
            var steps = 0;
            BodyFixpoint? bodiesOf = null;
            bodiesOf = new BodyFixpoint((context, cancellationToken) =>
            {
                var body = context.Body;
                if (++steps == cancelAt)
                    cancellation.Cancel();
                var next = bodies[(bodies.IndexOf(body) + 1) % length];
                var told = new BodyFacts();
                told.Returns.AddRange(bodiesOf!.FactsOf(BodyContext.ForAny(next), cancellationToken).Returns);
                cancellationToken.ThrowIfCancellationRequested();
                var own = (ValueSet.FromValue(AbstractValue.OfConstant(body.ToString(), body)), FlowState.Entry);
                if (!told.Returns.Contains(own))
                    told.Returns.Add(own);
                return told;
            });
            if (cancelAt > 0)
                Assert.ThrowsAny<OperationCanceledException>(() => bodiesOf.FactsOf(BodyContext.ForAny(bodies[0]), cancellation.Token));

            return ([.. bodies.Select(body => Words(bodiesOf.FactsOf(BodyContext.ForAny(body), CancellationToken.None)))], steps);
        }

        static string Words(BodyFacts facts) => string.Join(
            " ", facts.Returns.SelectMany(returned => returned.Value.Knowns).Select(known => known.Constant).Order());
    }

    private static SmtpSymbols Symbols(Compilation compilation) =>
        new(compilation, UserApis.Read(compilation, [], CancellationToken.None), SmtpCatalog.Libraries);

    private static (Compilation Compilation, CancellingText? Text) Compile(int? cancelling)
    {
        var compilation = Findings.Compile(s_sources);
        if (cancelling is not { } index)
            return (compilation, null);

        var text = new CancellingText(s_sources[index]);
        var tree = compilation.SyntaxTrees[index];
        return (compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options, tree.FilePath)),
            text);
    }

    private sealed class CancellingText(string text) : SourceText
    {
        /// <summary>What is cancelled when the text is read; null where nothing is.</summary>
        public CancellationTokenSource? Source { get; set; }

        public override Encoding Encoding => Encoding.UTF8;

        public override int Length => text.Length;

        public override char this[int position] => text[position];

        public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count)
        {
            Source?.Cancel();
            text.CopyTo(sourceIndex, destination, destinationIndex, count);
        }
    }
}
