using System.Globalization;
using System.IO.Compression;
using Xunit;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>
/// The package, packed once per run in Release, and a scratch folder that is gone after the run. Collections run side by side and share it:
/// the first of them packs.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
    /// <summary>The moment that a package's entries bear, as in a release: NuGet takes the present one otherwise.</summary>
    private static readonly IReadOnlyDictionary<string, string> s_moment = new Dictionary<string, string>
    {
        ["SOURCE_DATE_EPOCH"] = "1767225600",
    };

    private static readonly Lock s_lock = new();
    private static readonly Lazy<string> s_scratch = new(() => Directory.CreateTempSubdirectory("SmtpPortAnalyzer.PackageTests.").FullName);
    private static readonly Lazy<Task<string>> s_packed = new(() => new PackedPackage().PackAsync(Path.Combine(s_scratch.Value, "feed")));

    private static readonly string s_version = "0.1.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);

    /// <summary>New in every run: NuGet never looks again at a version that it has.</summary>
    public string Version => s_version;

    public string Scratch => s_scratch.Value;

    public string Feed => Path.Combine(Scratch, "feed");

    public string File => Path.Combine(Feed, $"SmtpPortAnalyzer.{Version}.nupkg");

    /// <summary>
    /// The package folder of all consumers, apart from the machine's own. It outlives the run, without our package: the other packages
    /// are half a gigabyte.
    /// </summary>
    private static string PackageFolder => Path.Combine(Path.GetTempPath(), "SmtpPortAnalyzer.PackageTests.packages");

    /// <summary>What the fixture projects read: MSBuild sees environment variables as properties, in every command.</summary>
    public IReadOnlyDictionary<string, string> ConsumerEnvironment => new Dictionary<string, string>
    {
        ["NUGET_PACKAGES"] = PackageFolder,
        ["TestFeed"] = Feed,
        ["TestUnpacked"] = Unpacked,
        ["TestVersion"] = Version,
    };

    public Task InitializeAsync() => s_packed.Value;

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Ends what the run has started, and deletes what it has written: after the last test.</summary>
    public static async Task CleanUpAsync()
    {
        // It holds the package's files open.
        await CompilerServer.ShutDownAsync();
        if (!s_scratch.IsValueCreated)
            return;
        Delete(s_scratch.Value);
        Delete(Path.Combine(PackageFolder, "smtpportanalyzer", s_version));
    }

    /// <summary>Packs into <paramref name="folder"/>, from scratch: its build output is shared with nobody.</summary>
    public async Task<string> PackAsync(string folder)
    {
        var artifacts = Path.Combine(Repository.Artifacts, Environment.ProcessId.ToString(CultureInfo.InvariantCulture));
        try
        {
            await DotnetCli.RunAsync(
                Repository.Root, s_moment,
                "pack", Repository.PackageProject, "--output", folder, "--artifacts-path", artifacts, $"-p:Version={Version}",
                "-p:RunAnalyzers=false", "-m:2");
        }
        finally
        {
            Delete(artifacts);
        }

        return Path.Combine(folder, Path.GetFileName(File));
    }

    /// <summary>Where <see cref="Unpack"/> leaves the package's files.</summary>
    public string Unpacked => Path.Combine(Scratch, "unpacked");

    public void Unpack()
    {
        lock (s_lock)
        {
            if (!Directory.Exists(Unpacked))
                ZipFile.ExtractToDirectory(File, Unpacked);
        }
    }

    public ZipArchive Open() => ZipFile.OpenRead(File);

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
