using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Benchmarks.Sources;
using SmtpPortAnalyzer.CodeFixes;

namespace SmtpPortAnalyzer.Benchmarks.Measuring;

/// <summary>
/// What a light bulb costs: the processor time until the actions for a finding are known, the first time in a program and the second, and
/// how long one that is given up goes on.
/// </summary>
internal static class Bulb
{
    private const int Lines = 72_000;
    private const int Files = 1_000;
    private const int MostFindings = 4;

    private static readonly CodeFixProvider[] s_fixes = [new RelayPortFix(), new RelaySecurityFix()];

    public static void Print(TextWriter output)
    {
        output.WriteLine("\n| Light bulb | finding | actions | first, ms | MB | again, ms | MB | goes on when given up, ms |");
        output.WriteLine("|---|---|--:|--:|--:|--:|--:|--:|");
        foreach (var (name, files) in Programs())
        {
            var texts = files.ToImmutableArray();
            var found = FindingsIn(ProjectOf(texts)).Take(MostFindings).Select(finding => (finding.Id, finding.Location.SourceSpan));

            // The first light bulbs of a process pay for compiling the compiler.
            Row(texts, 0);
            for (var finding = 0; finding < found.Count(); finding++)
                output.WriteLine($"| {name} | {Row(texts, finding)}");
        }
    }

    private static IEnumerable<(string Name, IEnumerable<string> Files)> Programs() =>
    [
        ("mail code in one file of fifty", MailCode.Files(Lines)),
        ("a class named A", BulbCode.ShortName(Lines)),
        ("members named Port everywhere", BulbCode.PortEverywhere(Files)),
    ];

    private static string Row(ImmutableArray<string> files, int number)
    {
        var project = ProjectOf(files);
        var finding = FindingsIn(project)[number];
        var actions = 0;
        var first = Measured(() => actions = Offers(project, finding, CancellationToken.None));
        var again = Measured(() => Offers(project, finding, CancellationToken.None));
        var late = 0.0;
        foreach (var share in (double[])[0.05, 0.2, 0.4, 0.6, 0.8])
            late = Math.Max(late, GivenUp(ProjectOf(files), number, TimeSpan.FromMilliseconds(first.Milliseconds * share)));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{finding.Id} | {actions} | {first.Milliseconds:N0} | {first.Megabytes:N1} | {again.Milliseconds:N0} | " +
            $"{again.Megabytes:N1} | {late:N0} |");
    }

    /// <summary>The processor time from the moment of cancellation to the end.</summary>
    private static double GivenUp(Project project, int number, TimeSpan after)
    {
        var finding = FindingsIn(project)[number];
        using var source = new CancellationTokenSource();
        var work = Task.Run(() => Offers(project, finding, source.Token));
        var begin = Environment.CpuUsage.TotalTime;
        while (!work.IsCompleted && Environment.CpuUsage.TotalTime - begin < after)
            Thread.Sleep(1);
        var before = Environment.CpuUsage.TotalTime;
        source.Cancel();
        try
        {
            work.GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
        }

        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static (double Milliseconds, double Megabytes) Measured(Action work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var (bytes, processor) = (GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime);
        work();
        return ((Environment.CpuUsage.TotalTime - processor).TotalMilliseconds,
            (GC.GetTotalAllocatedBytes(precise: true) - bytes) / 1048576.0);
    }

    private static int Offers(Project project, Diagnostic finding, CancellationToken cancellation)
    {
        var offered = 0;
        var document = project.Solution.GetDocument(finding.Location.SourceTree)!;
        foreach (var fix in s_fixes.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
            fix.RegisterCodeFixesAsync(new CodeFixContext(document, finding, (_, _) => offered++, cancellation)).GetAwaiter().GetResult();
        return offered;
    }

    private static ImmutableArray<Diagnostic> FindingsIn(Project project)
    {
        var compilation = project.GetCompilationAsync().GetAwaiter().GetResult()!;
        var options = new CompilationWithAnalyzersOptions(
            Measuring.Programs.Options(targetsAzure: true, []),
            (error, thrower, _) => throw new InvalidOperationException($"{thrower.GetType().Name} threw", error),
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var build = new CompilationWithAnalyzers(compilation, [new SmtpAnalyzer()], options);

        // As an editor asks for the files that are open: the rest of the program is not bound.
        return [.. compilation.SyntaxTrees.Where(tree => tree.ToString().Contains("SmtpClient", StringComparison.Ordinal))
            .SelectMany(tree =>
                build.GetAnalyzerSemanticDiagnosticsAsync(compilation.GetSemanticModel(tree), null, default).GetAwaiter().GetResult())
            .OrderBy(finding => finding.Location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(finding => finding.Location.SourceSpan.Start)];
    }

    /// <summary>The files as a project of a workspace that has not been asked anything yet.</summary>
    private static Project ProjectOf(ImmutableArray<string> files)
    {
        var workspace = new AdhocWorkspace();
        var empty = Measuring.Programs.Compile([]);
        var id = ProjectId.CreateNewId();
        var documents = files.Select((text, index) => DocumentInfo.Create(
            DocumentId.CreateNewId(id), $"{index}.cs", filePath: $"/{index:D5}.cs",
            loader: TextLoader.From(TextAndVersion.Create(Microsoft.CodeAnalysis.Text.SourceText.From(text), VersionStamp.Default))));
        return workspace.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, "Measured", "Measured", LanguageNames.CSharp,
            compilationOptions: empty.Options, parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12), documents: documents,
            metadataReferences: empty.References));
    }
}
