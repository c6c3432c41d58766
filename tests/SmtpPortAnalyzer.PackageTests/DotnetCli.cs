using System.Diagnostics;
using System.Text;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>Runs the real <c>dotnet</c> as a user would, not as a child of the test host.</summary>
internal static class DotnetCli
{
    private static readonly Lock s_log = new();
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(30);

    /// <summary>Runs to the end and returns the output; on a non-zero exit code it fails with the errors in it.</summary>
    public static async Task<string> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var (exitCode, output) = await RunToEndAsync(folder, environment, arguments);
        return exitCode == 0
            ? output
            : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} exited with {exitCode}:\n{Errors(output)}");
    }

    /// <summary>Runs to the end, whatever the exit code: a gate is to fail.</summary>
    public static Task<(int ExitCode, string Output)> RunToEndAsync(
        string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunToEndAsync("dotnet", folder, environment, arguments);

    /// <summary>Runs a script as the shell of a pipeline does, which stops at the first command that fails.</summary>
    public static Task<(int ExitCode, string Output)> RunScriptAsync(
        string folder, IReadOnlyDictionary<string, string> environment, string script) =>
        RunToEndAsync("bash", folder, environment, "--noprofile", "--norc", "-eo", "pipefail", "-c", script.ReplaceLineEndings("\n"));

    /// <summary>Runs another program as a user would.</summary>
    public static async Task<(int ExitCode, string Output)> RunToEndAsync(
        string program, string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // `dotnet test` tells its children which MSBuild to use; a build of somebody else's project has to find its own.
        foreach (var name in start.Environment.Keys.Where(k => k.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        start.Environment.Remove("DOTNET_HOST_PATH");
        // A build agent in App Service would make every project one of Azure.
        start.Environment.Remove("WEBSITE_SITE_NAME");
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        // As a user has it: one compiler server for all builds of the run, apart from the machine's own.
        start.Environment["SharedCompilationId"] = CompilerServer.PipeName;
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        foreach (var (name, value) in environment)
            start.Environment[name] = value;

        var output = new StringBuilder();
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += Append;
        process.ErrorDataReceived += Append;
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var began = Stopwatch.StartNew();
        using var timeout = new CancellationTokenSource(s_timeout);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} took longer than {s_timeout}:\n{output}");
        }

        Log(began.Elapsed, folder, program, arguments);
        return (process.ExitCode, output.ToString());

        void Append(object sender, DataReceivedEventArgs line)
        {
            lock (output)
                output.AppendLine(line.Data);
        }
    }

    /// <summary>What took long is in the commands that classes share, and no test has that in its time.</summary>
    private static void Log(TimeSpan time, string folder, string program, string[] arguments)
    {
        var command = string.Join(' ', arguments.Prepend(program)).ReplaceLineEndings(" ");
        var line = FormattableString.Invariant($"{time.TotalSeconds,7:0.0} s  {Path.GetFileName(folder)}: {command}\n");
        lock (s_log)
        {
            Directory.CreateDirectory(Repository.Artifacts);
            File.AppendAllText(Path.Combine(Repository.Artifacts, "commands.log"), line);
        }
    }

    /// <summary>The lines that say what went wrong, or, where none does, all.</summary>
    private static string Errors(string output)
    {
        var errors = output.Split('\n').Where(line => line.Contains("error", StringComparison.OrdinalIgnoreCase)).Distinct().ToList();
        return errors.Count > 0 ? string.Join('\n', errors) : output;
    }
}
