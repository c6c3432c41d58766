using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Benchmarks.Measuring;
using SmtpPortAnalyzer.Benchmarks.Sources;

namespace SmtpPortAnalyzer.Benchmarks;

/// <summary>Each shape at its smallest and its largest size, measured by BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class GrowthBenchmarks
{
    private ImmutableArray<SyntaxTree> _trees;

    [ParamsSource(nameof(Shapes))]
    public string Shape { get; set; } = "";

    [Params(false, true)]
    public bool IsLargest { get; set; }

    public static IEnumerable<string> Shapes => All.Select(shape => shape.Name);

    internal static IEnumerable<Shape> All => [.. StatementShapes.All, .. DepthShapes.All, .. TypeShapes.All];

    [GlobalSetup]
    public void Setup()
    {
        var shape = All.Single(shape => shape.Name == Shape);
        var size = IsLargest ? shape.Sizes[^1] : shape.Sizes[0];
        _trees = Programs.Parse(shape.Source(size, shape.Total is { } total ? total / size : 1));
    }

    [Benchmark]
    public int Analyze() => Measured.Alone(_trees, new SmtpAnalyzer(), CancellationToken.None).Findings;
}
