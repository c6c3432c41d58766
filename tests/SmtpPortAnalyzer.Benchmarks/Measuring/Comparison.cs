using System.Globalization;

namespace SmtpPortAnalyzer.Benchmarks.Measuring;

/// <summary>
/// What each analyzer adds to a build of one code base: they take turns, and each figure is the least of its runs. Allocations hardly vary;
/// time inside the analyzer is what Roslyn counts, and leaves out what the analyzer makes the compiler do beside it.
/// </summary>
internal static class Comparison
{
    private const int Runs = 3;

    public static void Print(CodeBase code, TextWriter output)
    {
        var runs = Contestant.All.ToDictionary(contestant => contestant, _ => new List<Measured>());
        for (var run = 0; run <= Runs; run++)
        {
            foreach (var contestant in Contestant.All)
            {
                var measured = Measured.Build(code.Trees, contestant.Make(), code.TargetsAzure, CancellationToken.None);

                // The first round pays for compiling the compiler.
                if (run > 0)
                    runs[contestant].Add(measured);
            }
        }

        output.WriteLine(
            $"\n| {code.Name}, {code.LineCount:N0} lines | processor ms | over no analyzer | in the analyzer, ms | MB allocated | over " +
            $"no analyzer | findings |");
        output.WriteLine("|---|--:|--:|--:|--:|--:|--:|");
        var none = Least(runs[Contestant.None]);
        foreach (var contestant in Contestant.All)
        {
            var (least, findings) = (Least(runs[contestant]), runs[contestant][0].Findings - runs[Contestant.None][0].Findings);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"| {contestant.Name} | {least.Processor:N0} | {least.Processor - none.Processor:N0} | " +
                $"{least.InAnalyzer:N1} | {least.Megabytes:N1} | {least.Megabytes - none.Megabytes:N1} | {findings:N0} |"));
        }
    }

    private static (double Processor, double InAnalyzer, double Megabytes) Least(List<Measured> runs) => (
        runs.Min(run => run.Processor.TotalMilliseconds),
        runs.Min(run => run.InAnalyzer.TotalMilliseconds),
        runs.Min(run => run.Bytes) / 1048576.0);
}
