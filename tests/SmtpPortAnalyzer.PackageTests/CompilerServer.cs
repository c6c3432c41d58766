using System.Globalization;
using Xunit;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>The compiler server of this run's builds. It starts with the first of them, and is told to end after the last test.</summary>
internal static class CompilerServer
{
    public static readonly string PipeName =
        "SmtpPortAnalyzer.PackageTests." + Environment.ProcessId.ToString(CultureInfo.InvariantCulture);

    private static readonly Dictionary<string, string> s_noEnvironment = [];

    public static async Task ShutDownAsync()
    {
        var (_, roslyn) = await DotnetCli.RunToEndAsync(
            Repository.Root, s_noEnvironment, "msbuild", Repository.PackageProject, "-getProperty:RoslynTargetsPath");
        var server = Path.Combine(roslyn.Trim(), "bincore", "VBCSCompiler.dll");
        Assert.True(File.Exists(server), roslyn);
        await DotnetCli.RunAsync(Repository.Root, s_noEnvironment, "exec", server, "-shutdown", "-pipename:" + PipeName);
    }
}
