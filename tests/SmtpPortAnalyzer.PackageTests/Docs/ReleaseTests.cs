using System.Text.Json;
using Xunit;

namespace SmtpPortAnalyzer.PackageTests.Docs;

/// <summary>
/// What <c>release.yml</c> does at a tag, on a clone of what is committed: all but the tests, which this is one of, and what only the owner
/// may do, signing and publishing.
/// </summary>
public sealed class ReleaseTests : IDisposable
{
    private static readonly string[] s_elsewhere =
        ["Everything that a change has to pass", "Publish on nuget.org", "Publish on GitHub"];

    private readonly string _clone = Directory.CreateTempSubdirectory("SmtpPortAnalyzer.Tag.").FullName;

    public void Dispose() => Directory.Delete(_clone, recursive: true);

    [Fact]
    public async Task Tag_OfTheVersion_BecomesAPackageWithNotesAndAChecksum()
    {
        var (exitCode, output) = await DotnetCli.RunToEndAsync(
            "git", _clone, new Dictionary<string, string>(), "clone", "--quiet", "--depth", "1", new Uri(Repository.Root).AbsoluteUri, ".");
        Assert.True(exitCode == 0, output);

        var environment = new Dictionary<string, string> { ["GITHUB_REF_NAME"] = "v" + Version() };
        var steps = Pipeline.Parse(await File.ReadAllTextAsync(Path.Combine(_clone, ".github", "workflows", "release.yml"))).Steps
            .Where(step => Pipeline.Text(step, "run") is not null && !s_elsewhere.Contains(Pipeline.Text(step, "name"))).ToList();
        Assert.Equal(4, steps.Count);
        foreach (var step in steps)
        {
            // The last job has the files of the first, and nothing else.
            var isPublishing = Pipeline.Text(step, "name") == "The package is the one that was built";
            (exitCode, output) = await DotnetCli.RunScriptAsync(
                isPublishing ? Path.Combine(_clone, "artifacts", "release") : _clone, environment, Pipeline.Text(step, "run")!);
            Assert.True(exitCode == 0, Pipeline.Text(step, "name") + "\n" + output);
        }

        var files = Directory.EnumerateFiles(Path.Combine(_clone, "artifacts", "release")).Select(file => Path.GetFileName(file)!);
        Assert.Equal(
            ["SHA256SUMS", $"SmtpPortAnalyzer.{Version()}.cdx.json", $"SmtpPortAnalyzer.{Version()}.nupkg", "notes.md"],
            files.Order(StringComparer.Ordinal));

        using var bill = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(_clone, "artifacts", "release", $"SmtpPortAnalyzer.{Version()}.cdx.json")));
        Assert.Equal("SmtpPortAnalyzer", bill.RootElement.GetProperty("metadata").GetProperty("component").GetProperty("name").GetString());
        Assert.Contains(
            bill.RootElement.GetProperty("components").EnumerateArray(),
            component => component.GetProperty("name").GetString() == "Microsoft.CodeAnalysis.CSharp");
    }

    private string Version() => System.Xml.Linq.XDocument.Load(Path.Combine(_clone, "Directory.Build.props"))
        .Descendants("VersionPrefix").Single().Value;
}
