namespace SmtpPortAnalyzer.PackageTests.Hosts;

/// <summary>Programs from NuGet that load the package as their users do, installed into the run's scratch folder.</summary>
internal static class HostTools
{
    /// <summary>A Roslyn language server, as VS Code, Neovim and Emacs start it.</summary>
    public static Task<string> InstallLanguageServerAsync(PackedPackage package) =>
        InstallAsync(package, "csharp-ls", "0.28.0", "csharp-ls");

    /// <summary>A command line that analyzes and fixes.</summary>
    public static Task<string> InstallRoslynatorAsync(PackedPackage package) =>
        InstallAsync(package, "roslynator.dotnet.cli", "1.0.1", "roslynator");

    private static async Task<string> InstallAsync(PackedPackage package, string id, string version, string command)
    {
        var folder = Path.Combine(package.Scratch, "tools", id);
        var program = Path.Combine(folder, OperatingSystem.IsWindows() ? command + ".exe" : command);
        if (!File.Exists(program))
        {
            await DotnetCli.RunAsync(
                package.Scratch, new Dictionary<string, string>(), "tool", "install", id, "--version", version, "--tool-path", folder);
        }

        return program;
    }
}
