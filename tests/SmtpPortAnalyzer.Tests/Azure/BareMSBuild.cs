using System.Diagnostics;

namespace SmtpPortAnalyzer.Tests.Azure;

/// <summary>MSBuild on projects without an SDK: the package's targets need none, and a hundred of them take a few seconds.</summary>
internal static class BareMSBuild
{
    public static string Targets(string name) => Path.Combine(
        Verifiers.TestReferences.RepositoryRoot, "src", "SmtpPortAnalyzer.Package", "buildTransitive", name);

    public static string Run(string folder, string project, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { "msbuild", project, "-nologo", "-v:m", "-nodeReuse:false", "-warnaserror" },
        };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        // The test host runs under MSBuild's variables; a project on a build agent in App Service would count as Azure.
        foreach (var name in start.Environment.Keys
            .Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
            start.Environment.Remove(name);
        start.Environment.Remove("WEBSITE_SITE_NAME");

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + errors.Result;
    }
}
