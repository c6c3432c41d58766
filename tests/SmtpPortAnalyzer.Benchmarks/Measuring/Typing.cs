using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Benchmarks.Measuring;

/// <summary>
/// What an editor pays for a key: an empty statement is typed into the last method of a file, and the diagnostics of that file are asked
/// for. The analyzers take turns, and each keeps from key to key what it keeps in an editor.
/// </summary>
internal static class Typing
{
    private const int WarmUp = 3;
    private const int Keys = 15;

    public static void Print(CodeBase code, TextWriter output)
    {
        output.WriteLine(
            $"\n| A key, {code.Name}, {code.LineCount:N0} lines | processor ms | over no analyzer | MB allocated | over no analyzer |");
        output.WriteLine("|---|--:|--:|--:|--:|");
        foreach (var (place, tree) in Places(code.Trees))
        {
            var editors = Contestant.All.Select(contestant => new Editor(contestant, code, tree)).ToList();
            for (var key = 0; key < WarmUp + Keys; key++)
            {
                foreach (var editor in editors)
                    editor.Type(isCounted: key >= WarmUp);
            }

            foreach (var editor in editors)
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {place}: {editor.Name} | {editor.Processor:N1} | {editor.Processor - editors[0].Processor:N1} | " +
                    $"{editor.Megabytes:N1} | {editor.Megabytes - editors[0].Megabytes:N1} |"));
        }
    }

    private static IEnumerable<(string Place, SyntaxTree Tree)> Places(ImmutableArray<SyntaxTree> trees)
    {
        if (trees.FirstOrDefault(tree => CanType(tree) && !Mentions(tree, "mtp") && !Mentions(tree, "ail")) is { } plain)
            yield return ("in a file beside mail", plain);
        if (trees.FirstOrDefault(tree => CanType(tree) && Mentions(tree, "new SmtpClient")) is { } mail)
            yield return ("in a file with mail", mail);
    }

    private static bool Mentions(SyntaxTree tree, string text) => tree.ToString().Contains(text, StringComparison.Ordinal);

    private static bool CanType(SyntaxTree tree) => PlaceIn(tree) > 0;

    /// <summary>Behind the opening brace of the last method, or 0.</summary>
    private static int PlaceIn(SyntaxTree tree) => tree.GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
        .LastOrDefault(method => method.Body is not null)?.Body!.OpenBraceToken.Span.End ?? 0;

    /// <summary>A program that is open in an editor with one of the analyzers.</summary>
    private sealed class Editor(Contestant contestant, CodeBase code, SyntaxTree tree)
    {
        private readonly DiagnosticAnalyzer? _analyzer = contestant.Make();
        private readonly List<(double Processor, double Megabytes)> _keys = [];
        private CSharpCompilation _compilation = Programs.Compile(code.Trees);
        private SyntaxTree _tree = tree;

        public string Name => contestant.Name;

        public double Processor => Median(_keys.Select(key => key.Processor));

        public double Megabytes => Median(_keys.Select(key => key.Megabytes));

        public void Type(bool isCounted)
        {
            var edited = _tree.WithChangedText(_tree.GetText().WithChanges(new TextChange(new TextSpan(PlaceIn(_tree), 0), ";")));
            edited.GetRoot();
            _compilation = _compilation.ReplaceSyntaxTree(_tree, edited);
            _tree = edited;
            var (bytes, processor) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
            Ask();
            if (isCounted)
                _keys.Add((
                    (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds,
                    (GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1048576.0));
        }

        private void Ask()
        {
            var model = _compilation.GetSemanticModel(_tree);
            model.GetDiagnostics();
            if (_analyzer is null)
                return;

            var driver = new CompilationWithAnalyzers(_compilation, [_analyzer], new CompilationWithAnalyzersOptions(
                Programs.Options(code.TargetsAzure, []), onAnalyzerException: null, concurrentAnalysis: false,
                logAnalyzerExecutionTime: false));
            driver.GetAnalyzerSyntaxDiagnosticsAsync(_tree, CancellationToken.None).GetAwaiter().GetResult();
            driver.GetAnalyzerSemanticDiagnosticsAsync(model, null, CancellationToken.None).GetAwaiter().GetResult();
        }

        private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Keys / 2);
    }
}
