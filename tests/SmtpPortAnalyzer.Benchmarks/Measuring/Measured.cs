using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Analyzers;

namespace SmtpPortAnalyzer.Benchmarks.Measuring;

/// <summary>One run of an analyzer, or of the compiler alone, over one compilation.</summary>
/// <param name="Time">By the clock.</param>
/// <param name="Processor">Of the whole process: steadier than the clock where other programs run.</param>
/// <param name="InAnalyzer">What Roslyn says that the analyzer's own callbacks took.</param>
/// <param name="Bytes">Allocated on the managed heap meanwhile.</param>
/// <param name="Findings">What the analyzer reported.</param>
internal sealed record Measured(TimeSpan Time, TimeSpan Processor, TimeSpan InAnalyzer, long Bytes, int Findings)
{
    /// <summary>The compiler's diagnostics, and the analyzer's beside them if there is one: what a build does.</summary>
    public static Measured Build(ImmutableArray<SyntaxTree> trees, DiagnosticAnalyzer? analyzer, bool targetsAzure,
        CancellationToken cancellation) => Of(trees, compilation =>
    {
        if (analyzer is null)
        {
            compilation.GetDiagnostics(cancellation);
            return (TimeSpan.Zero, 0);
        }

        var result = With(compilation, analyzer, targetsAzure, isTimed: true).GetAnalysisResultAsync(cancellation).GetAwaiter().GetResult();
        return (result.AnalyzerTelemetryInfo.Values.Single().ExecutionTime,
            result.GetAllDiagnostics().Count(d => d.Severity != DiagnosticSeverity.Hidden));
    });

    /// <summary>The analyzer's diagnostics alone: nothing is bound but what it asks for.</summary>
    public static Measured Alone(ImmutableArray<SyntaxTree> trees, DiagnosticAnalyzer analyzer, CancellationToken cancellation) =>
        Of(trees, compilation =>
        (TimeSpan.Zero,
            With(compilation, analyzer, targetsAzure: true, isTimed: false).GetAnalyzerDiagnosticsAsync(cancellation).GetAwaiter()
                .GetResult().Length));

    /// <summary>The diagnostics of a program's settings file.</summary>
    public static Measured Settings(ImmutableArray<SyntaxTree> trees, AdditionalText file, CancellationToken cancellation) =>
        Of(trees, compilation =>
    {
        var build = With(compilation, new SmtpAnalyzer(), targetsAzure: true, isTimed: false, file);
        var found = build.GetAnalyzerDiagnosticsAsync(cancellation).GetAwaiter().GetResult();
        return (TimeSpan.Zero, found.Count(finding => finding.Location.SourceTree is null));
    });

    private static CompilationWithAnalyzers With(Compilation compilation, DiagnosticAnalyzer analyzer, bool targetsAzure, bool isTimed,
        params ImmutableArray<AdditionalText> files) => new(
        compilation,
        [analyzer],
        new CompilationWithAnalyzersOptions(
            Programs.Options(targetsAzure, files),
            (error, thrower, _) => throw new InvalidOperationException($"{thrower.GetType().Name} threw", error),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: isTimed));

    private static Measured Of(ImmutableArray<SyntaxTree> trees, Func<CSharpCompilation, (TimeSpan InAnalyzer, int Findings)> work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        // Trees of its own: what is known of a text hangs on its tree, and would be there from the run before.
        var compilation = Programs.Compile([.. trees.Select(tree => tree.WithRootAndOptions(tree.GetRoot(), tree.Options))]);
        foreach (var tree in compilation.SyntaxTrees)
            tree.GetText();
        var (before, processor, watch) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var (inAnalyzer, findings) = work(compilation);
        watch.Stop();
        return new(watch.Elapsed, Environment.CpuUsage.TotalTime - processor, inAnalyzer, GC.GetTotalAllocatedBytes(precise: true) - before,
            findings);
    }
}
