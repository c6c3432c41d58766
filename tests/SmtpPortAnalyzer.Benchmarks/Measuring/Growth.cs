using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Benchmarks.Analyzers;
using SmtpPortAnalyzer.Benchmarks.Sources;

namespace SmtpPortAnalyzer.Benchmarks.Measuring;

/// <summary>
/// Shows whether cost grows in line with code: each shape at each size, the fastest of a few runs, per unit and compared with the smallest size. A
/// machine can only make a run slower, so the fastest is the truest.
/// </summary>
internal static class Growth
{
    private const int MostRuns = 5;
    private static readonly TimeSpan s_enough = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(6);

    public static void Print(IEnumerable<Shape> shapes, TextWriter output)
    {
        string? unit = null;
        foreach (var shape in shapes)
        {
            if (unit != shape.Unit)
            {
                unit = shape.Unit;
                output.WriteLine($"\n| Growth by {unit} | size | ms | µs per {unit} | to smallest | KB per {unit} | to smallest | graphs alone, µs | findings |");
                output.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|");
            }

            Print(shape, output);
        }
    }

    private static void Print(Shape shape, TextWriter output)
    {
        (double Time, double Bytes)? smallest = null;
        foreach (var size in shape.Sizes)
        {
            var trees = Programs.Parse(shape.Source(size));
            if (smallest is null)
                Demand(trees, shape);

            if (Fastest(() => new SmtpConnectionAnalyzer(), trees) is not { } ours)
            {
                output.WriteLine($"| {shape.Name} | {size:N0} | > {s_limit.TotalMilliseconds:N0} | | **too slow** | | | | |");
                return;
            }

            var count = shape.Count(size);
            var (time, bytes) = (ours.Time.TotalMicroseconds / count, ours.Bytes / 1024.0 / count);
            smallest ??= (time, bytes);
            var graphs = Fastest(() => new GraphAnalyzer(), trees);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"| {shape.Name} | {size:N0} | {ours.Time.TotalMilliseconds:N0} | {time:N1} | {Ratio(time, smallest.Value.Time)} | {bytes:N1} | {Ratio(bytes, smallest.Value.Bytes)} | {graphs?.Time.TotalMicroseconds / count:N1} | {ours.Findings:N0} |"));
        }
    }

    /// <summary>Twice the cost per unit is what is allowed.</summary>
    private static string Ratio(double value, double smallest) =>
        (value / smallest) is var ratio && ratio > 2 ? string.Create(CultureInfo.InvariantCulture, $"**{ratio:N1}**") : string.Create(CultureInfo.InvariantCulture, $"{ratio:N1}");

    /// <summary>The fastest run, or null where one does not end in time.</summary>
    private static Measured? Fastest(Func<DiagnosticAnalyzer> analyzer, System.Collections.Immutable.ImmutableArray<SyntaxTree> trees)
    {
        Measured? fastest = null;
        var spent = TimeSpan.Zero;
        for (var run = 0; run < MostRuns && (run < 2 || spent < s_enough); run++)
        {
            if (InTime(() => Measured.Alone(trees, analyzer(), CancellationToken.None)) is not { } measured)
                return null;

            spent += measured.Time;
            if (fastest is null || measured.Time < fastest.Time)
                fastest = measured;
        }

        return fastest;
    }

    /// <summary>Runs on a thread with the stack that a compiler's threads have, and leaves it alone where it takes too long.</summary>
    private static Measured? InTime(Func<Measured> run)
    {
        Measured? measured = null;
        Exception? thrown = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    measured = run();
                }
                catch (Exception error)
                {
                    thrown = error;
                }
            },
            maxStackSize: 1 << 20)
        { IsBackground = true };
        thread.Start();
        if (!thread.Join(s_limit))
            return null;

        return thrown is null ? measured : throw new InvalidOperationException("The run failed.", thrown);
    }

    /// <summary>A shape that does not compile measures nothing.</summary>
    private static void Demand(System.Collections.Immutable.ImmutableArray<SyntaxTree> trees, Shape shape)
    {
        if (Programs.Compile(trees).GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException($"{shape.Name}: {error}");
    }
}
