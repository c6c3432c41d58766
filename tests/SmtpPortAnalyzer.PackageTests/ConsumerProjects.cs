using System.IO.Compression;
using System.Text.RegularExpressions;
using Xunit;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>A copy of the fixture projects in a folder of its own, outside every repository, that consumes the packed package.</summary>
internal sealed class ConsumerProjects
{
    private const string Solution = "Fixtures.slnx";

    private const string BinaryLogName = "build.binlog";

    private readonly string _folder;
    private readonly PackedPackage _package;

    public ConsumerProjects(PackedPackage package, string name)
    {
        _package = package;
        _folder = Path.Combine(package.Scratch, name);
        foreach (var file in Directory.EnumerateFiles(Repository.Fixtures, "*", SearchOption.AllDirectories))
            Copy(file, Path.Combine(_folder, Path.GetRelativePath(Repository.Fixtures, file)));
        Copy(Path.Combine(Repository.Root, "global.json"), Path.Combine(_folder, "global.json"));
        // A packages.config project finds its packages unpacked beside the solution.
        ZipFile.ExtractToDirectory(package.File, Path.Combine(_folder, "packages", "SmtpPortAnalyzer." + package.Version));
    }

    public IEnumerable<string> SourceFiles => Directory.EnumerateFiles(_folder, "*.cs", SearchOption.AllDirectories)
        .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    public string ProjectFolder(string project) => Path.Combine(_folder, project);

    /// <summary>The binary log of the last build.</summary>
    public string BinaryLog => Path.Combine(_folder, BinaryLogName);

    public CompilerLog Log(string project, string framework) =>
        CompilerLog.Read(Path.Combine(_folder, "logs", $"{project}-{framework}.sarif"));

    /// <summary>Builds everything. <c>--no-incremental</c>, since an incremental build is silent about what it does not compile.</summary>
    public async Task BuildAsync() =>
        AssertAnalyzersAreAlive(await RunAsync("build", Solution, "--no-incremental", "-m:2", "-nodeReuse:false", "-bl:" + BinaryLogName));

    /// <summary>Applies the fixes, in one run: the first action of every finding goes by one key.</summary>
    public async Task FixAsync(params string[] ids)
    {
        await RunAsync("restore", Solution);
        AssertAnalyzersAreAlive(
            await RunAsync(["format", "analyzers", Solution, "--no-restore", "--severity", "info", "--diagnostics", .. ids]));
    }

    private Task<string> RunAsync(params string[] arguments) => DotnetCli.RunAsync(_folder, _package.ConsumerEnvironment, arguments);

    /// <summary>
    /// A crashed (AD0001) or unloadable (CS8032, CS9057) analyzer is but a warning to the compiler, and its silence looks clean.
    /// </summary>
    private static void AssertAnalyzersAreAlive(string output) => Assert.DoesNotMatch(new Regex("AD0001|CS8032|CS9057"), output);

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
    }
}
