using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Benchmarks.Analyzers;
using SmtpPortAnalyzer.Benchmarks.Sources;

namespace SmtpPortAnalyzer.Benchmarks.Measuring;

/// <summary>
/// Shows whether cost grows in line with code: what the analyzer adds to an empty one, for each shape at each size, per unit and compared
/// with the smallest size. Beside it stands what Roslyn charges for the control-flow graphs alone.
/// </summary>
internal static class Growth
{
    /// <summary>What the largest size may cost per unit, compared with the smallest.</summary>
    private const double Allowed = 2;

    private const int MostRuns = 3;
    private static readonly TimeSpan s_enough = TimeSpan.FromSeconds(0.3);
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2.5);

    public static void Print(IEnumerable<Shape> shapes, TextWriter output)
    {
        WarmUp();
        foreach (var group in shapes.GroupBy(shape => shape.Unit))
        {
            var unit = group.Key;
            output.WriteLine(
                $"\n| Growth by {unit} | size | ms | added µs per {unit} | to smallest | added KB per {unit} | to smallest | graphs add " +
                $"µs | to smallest | findings |");
            output.WriteLine("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
            foreach (var shape in group)
            {
                Demand(shape);
                var points = shape.Total is { } total ? Points(shape, size => total / size).ToList() : [.. Points(shape, _ => 1)];

                // Where even small pieces take too long together, one of them shows what it costs and how that grows.
                var isTooSlow = points is [null, ..] && shape.Total is not null;
                if (isTooSlow)
                    points = [.. Points(shape, _ => 1)];

                foreach (var row in Rows(shape, points, isTooSlow ? ", one piece" : ""))
                    output.WriteLine(row);
            }
        }
    }

    private static IEnumerable<Point?> Points(Shape shape, Func<int, int> pieces)
    {
        foreach (var size in shape.Sizes)
        {
            var trees = Programs.Parse(shape.Source(size, pieces(size)));
            if (Least(() => new SmtpAnalyzer(), trees) is not { } ours)
            {
                yield return null;
                yield break;
            }

            yield return Least(() => new EmptyFileAnalyzer(), trees) is { } empty && Least(() => new GraphAnalyzer(), trees) is { } graphs
                ? new Point(size * pieces(size), ours, empty, graphs)
                : null;
        }
    }

    private static IEnumerable<string> Rows(Shape shape, List<Point?> points, string remark)
    {
        foreach (var (size, point) in shape.Sizes.Zip(points))
        {
            yield return point is null
                ? $"| {shape.Name}{remark} | {size:N0} | > {s_limit.TotalMilliseconds:N0} | | **too slow** | | | | | |"
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {shape.Name}{remark} | {size:N0} | {point.Ours.Processor.TotalMilliseconds:N0} | " +
                    $"{point.Time:N1} | {Ratio(point.Time, points[0]!.Time)} | {point.Kilobytes:N1} | " +
                    $"{Ratio(point.Kilobytes, points[0]!.Kilobytes)} | {point.GraphTime:N1} | " +
                    $"{Ratio(point.GraphTime, points[0]!.GraphTime)} | {point.Ours.Findings:N0} |");
        }
    }

    private static string Ratio(double value, double smallest) => (value / smallest) switch
    {
        // Less than the clock can tell apart.
        _ when smallest < 0.2 => "",
        > Allowed and var ratio => string.Create(CultureInfo.InvariantCulture, $"**{ratio:N1}**"),
        var ratio => string.Create(CultureInfo.InvariantCulture, $"{ratio:N1}"),
    };

    /// <summary>The run that took least: a machine can only make a run dearer. Null where none ends in time.</summary>
    private static Measured? Least(Func<DiagnosticAnalyzer> analyzer, ImmutableArray<SyntaxTree> trees)
    {
        Measured? least = null;
        var spent = TimeSpan.Zero;
        for (var run = 0; run < MostRuns && spent < s_enough; run++)
        {
            if (Limited.Run(cancellation => Measured.Alone(trees, analyzer(), cancellation), s_limit) is not { } measured)
                break;

            spent += measured.Processor;
            if (least is null || measured.Processor < least.Processor)
                least = measured;
        }

        return least;
    }

    /// <summary>The first runs of a program pay for compiling the compiler.</summary>
    private static void WarmUp()
    {
        foreach (var shape in (Shape[])[.. StatementShapes.All, .. DepthShapes.All])
        {
            var trees = Programs.Parse(shape.Source(shape.Sizes[0], 1));
            foreach (var analyzer in (DiagnosticAnalyzer[])[new SmtpAnalyzer(), new EmptyFileAnalyzer(), new GraphAnalyzer()])
                Limited.Run(cancellation => Measured.Alone(trees, analyzer, cancellation), s_limit);
        }
    }

    /// <summary>A shape that does not compile measures nothing.</summary>
    private static void Demand(Shape shape)
    {
        if (Programs.Compile(Programs.Parse(shape.Source(shape.Sizes[0], 1))).GetDiagnostics()
            .FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException($"{shape.Name}: {error}");
    }

    private sealed record Point(int Units, Measured Ours, Measured Empty, Measured Graphs)
    {
        public double Time => Added(Ours);

        public double GraphTime => Added(Graphs);

        public double Kilobytes => Math.Max(0, Ours.Bytes - Empty.Bytes) / 1024.0 / Units;

        private double Added(Measured run) => Math.Max(0, (run.Processor - Empty.Processor).TotalMicroseconds) / Units;
    }
}
