using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using SmtpPortAnalyzer.Benchmarks;
using SmtpPortAnalyzer.Benchmarks.Measuring;

const string Usage = """
    growth [WORD…]      how cost grows with statements, call depth and types; only shapes whose name holds a word, or whose unit is one
    compare [FOLDER…]   beside empty analyzers and a peer, on generated code bases or on the C# files of folders
    bulb                what the actions for a finding cost until they are known, and how soon they are given up
    typing [FOLDER…]    what a key in an editor costs, beside the same, on a generated code base or on those of folders
    scale FOLDER        over every C# file of the checkouts in a folder, one compilation for each
    full [OPTION…]      both by BenchmarkDotNet, which takes long; the options are its own, such as --filter *Comparison*
    """;
switch (args)
{
    case ["growth", .. var words]:
        Growth.Print(
            GrowthBenchmarks.All.Where(shape =>
                words.Length == 0
                    || words.Any(word => shape.Name.Contains(word, StringComparison.OrdinalIgnoreCase) || shape.Unit == word)),
            Console.Out);
        if (words is [] or ["settings"])
            SettingsGrowth.Print(Console.Out);
        return 0;
    case ["compare", .. var folders]:
        foreach (var code in folders.Length > 0 ? folders.Select(CodeBase.In) : CodeBase.Names.Select(CodeBase.Of))
            Comparison.Print(code, Console.Out);
        return 0;
    case ["bulb"]:
        Bulb.Print(Console.Out);
        return 0;
    case ["typing", .. var folders]:
        foreach (var code in folders.Length > 0 ? folders.Select(CodeBase.In) : [CodeBase.Of(CodeBase.Names[1])])
            Typing.Print(code, Console.Out);
        return 0;
    case ["scale", var root]:
        Scale.Print(root, Console.Out);
        return 0;
    case ["full", .. var options]:
        // In this process: a build of its own for each benchmark would need what this repository's build files forbid.
        BenchmarkSwitcher.FromAssembly(typeof(GrowthBenchmarks).Assembly)
            .Run(options, DefaultConfig.Instance.AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance)));
        return 0;
    default:
        Console.Error.WriteLine(Usage);
        return 2;
}
