using System.Globalization;
using System.IO.Compression;
using Xunit;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>
/// The package, packed in Release, and a scratch folder that is gone after the run. Collections that run side by side share one: the first
/// of them packs, and the last to end cleans up.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
    /// <summary>The moment that a package's entries bear, as in a release: NuGet takes the present one otherwise.</summary>
    private static readonly IReadOnlyDictionary<string, string> s_moment = new Dictionary<string, string>
    {
        ["SOURCE_DATE_EPOCH"] = "1767225600",
    };

    private static readonly Lock s_lock = new();
    private static Shared? s_shared;

    private readonly Shared _shared;

    public PackedPackage()
    {
        lock (s_lock)
        {
            _shared = s_shared ??= new Shared(this);
            _shared.Users++;
        }
    }

    /// <summary>New in every run: NuGet never looks again at a version that it has.</summary>
    public string Version => _shared.Version;

    public string Scratch => _shared.Scratch;

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

    public Task InitializeAsync() => _shared.Packed.Value;

    public async Task DisposeAsync()
    {
        lock (s_lock)
        {
            if (--_shared.Users > 0)
                return;
            s_shared = null;
        }

        // It holds the package's files open.
        await CompilerServer.ShutDownAsync();
        Delete(Scratch);
        Delete(Path.Combine(PackageFolder, "smtpportanalyzer", Version));
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

    private sealed class Shared(PackedPackage package)
    {
        public string Version { get; } = "0.1.0-test." + DateTime.UtcNow.Ticks.ToString(CultureInfo.InvariantCulture);

        public string Scratch { get; } = Directory.CreateTempSubdirectory("SmtpPortAnalyzer.PackageTests.").FullName;

        public Lazy<Task> Packed { get; } = new(() => package.PackAsync(package.Feed));

        /// <summary>How many collections are using it.</summary>
        public int Users { get; set; }
    }
}
