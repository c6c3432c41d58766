using BenchmarkDotNet.Attributes;
using SmtpPortAnalyzer.Benchmarks.Measuring;

namespace SmtpPortAnalyzer.Benchmarks;

/// <summary>A build of one code base with each analyzer, measured by BenchmarkDotNet.</summary>
[MemoryDiagnoser]
public class ComparisonBenchmarks
{
    private CodeBase _code = null!;

    [ParamsSource(nameof(CodeBases))]
    public string Code { get; set; } = "";

    public static IEnumerable<string> CodeBases => CodeBase.Names;

    [GlobalSetup]
    public void Setup() => _code = CodeBase.Of(Code);

    [Benchmark(Baseline = true)]
    public int None() => Build(Contestant.None);

    [Benchmark]
    public int EmptySyntax() => Build(Contestant.EmptySyntax);

    [Benchmark]
    public int EmptyOperation() => Build(Contestant.EmptyOperation);

    [Benchmark]
    public int Ours() => Build(Contestant.Ours);

    [Benchmark]
    public int Peer() => Build(Contestant.Peer);

    private int Build(Contestant contestant) =>
        Measured.Build(_code.Trees, contestant.Make(), _code.TargetsAzure, CancellationToken.None).Findings;
}
