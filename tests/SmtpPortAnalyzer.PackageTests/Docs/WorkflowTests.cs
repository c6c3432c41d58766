using System.Text.RegularExpressions;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace SmtpPortAnalyzer.PackageTests.Docs;

/// <summary>Our own workflows: they parse, their scripts are shell, and the release is refused where it should be.</summary>
public sealed class WorkflowTests : IDisposable
{
    private static readonly string s_workflows = Path.Combine(Repository.Root, ".github", "workflows");
    private static readonly Dictionary<string, string> s_noEnvironment = [];

    private readonly string _folder = Directory.CreateTempSubdirectory("SmtpPortAnalyzer.Release.").FullName;

    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(s_workflows, "*.yml").Select(file => Path.GetFileName(file)!)];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Scripts_AreShell_AndActionsArePinned(string file)
    {
        var workflow = Of(file);
        Assert.All(workflow.Steps.Select(step => Pipeline.Text(step, "uses")).OfType<string>(),
            action => Assert.Matches("^[\\w-]+/[\\w/-]+@[0-9a-f]{40}$", action));
        // A tag can be moved, a commit cannot; the comment says which version it is, for people and for Dependabot.
        Assert.All(File.ReadLines(Path.Combine(s_workflows, file)).Where(line => line.Contains("uses:", StringComparison.Ordinal)),
            line => Assert.Matches(@"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line));
        foreach (var (script, _) in workflow.Scripts)
        {
            var (exitCode, output) = await DotnetCli.RunScriptAsync(
                _folder, s_noEnvironment, "bash -n <<'end of script'\n" + script + "\nend of script\n");
            Assert.True(exitCode == 0, output);
            Assert.DoesNotContain("${{", script, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Release_StartsAtATag_AndOnlyItsLastJobMayPublish()
    {
        var root = Of("release.yml").Root;
        var tags = (YamlSequenceNode)Pipeline.Child(
            (YamlMappingNode)Pipeline.Child((YamlMappingNode)Pipeline.Child(root, "on")!, "push")!, "tags")!;
        Assert.Equal(["v*"], tags.Select(tag => ((YamlScalarNode)tag).Value));

        var jobs = (YamlMappingNode)Pipeline.Child(root, "jobs")!;
        Assert.Equal(["package", "publish"], jobs.Children.Keys.Select(job => ((YamlScalarNode)job).Value));
        Assert.Equal("package", Pipeline.Text((YamlMappingNode)Pipeline.Child(jobs, "publish")!, "needs"));
        Assert.Null(Pipeline.Child((YamlMappingNode)Pipeline.Child(jobs, "package")!, "permissions"));
        Assert.Equal("read", Pipeline.Text((YamlMappingNode)Pipeline.Child(root, "permissions")!, "contents"));
    }

    [Theory]
    [InlineData("v1.2.3", "1.2.3", true)]
    [InlineData("v1.2.4", "1.2.3", false)]
    [InlineData("1.2.3", "1.2.3", false)]
    [InlineData("v1.2.3", "1.2.30", false)]
    [InlineData("v1.2.3", null, false)]
    public async Task Release_IsRefused_UnlessTagVersionAndChangelogAgree(string tag, string? changed, bool isRight)
    {
        var script = Of("release.yml").Steps.Single(step => Pipeline.Text(step, "name") == "Tag, version and changelog agree");
        Directory.CreateDirectory(Path.Combine(_folder, "src", "SmtpPortAnalyzer.Package"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "src", "SmtpPortAnalyzer.Package", "SmtpPortAnalyzer.Package.csproj"),
            """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>""" +
                """<TargetFramework>netstandard2.0</TargetFramework></PropertyGroup></Project>""");
        await File.WriteAllTextAsync(Path.Combine(_folder, "Directory.Build.props"),
            "<Project><PropertyGroup><VersionPrefix>1.2.3</VersionPrefix></PropertyGroup></Project>");
        await File.WriteAllTextAsync(Path.Combine(_folder, "CHANGELOG.md"),
            $"# Changelog\n\n## [Unreleased]\n\n- Later.\n\n## [{changed ?? "Next"}] - 2026-12-01\n\n- New.\n\n## [1.2.2] - " +
            $"2026-11-01\n\n- Old.\n\n[Unreleased]: https://example.org\n");

        var (exitCode, output) = await DotnetCli.RunScriptAsync(
            _folder, new Dictionary<string, string> { ["GITHUB_REF_NAME"] = tag }, Pipeline.Text(script, "run")!);

        Assert.True(isRight == (exitCode == 0), output);
        if (isRight)
            Assert.Equal("- New.", (await File.ReadAllTextAsync(Path.Combine(_folder, "artifacts", "release", "notes.md"))).Trim());
    }

    /// <summary>The changelog has the form that the release goes by.</summary>
    [Fact]
    public void Changelog_HasOneHeadingForEachVersion()
    {
        var headings = File.ReadLines(Path.Combine(Repository.Root, "CHANGELOG.md"))
            .Where(line => line.StartsWith("## ", StringComparison.Ordinal)).ToList();
        Assert.Equal("## [Unreleased]", headings[0]);
        Assert.All(headings.Skip(1), heading => Assert.Matches(new Regex(@"^## \[\d+\.\d+\.\d+\] - \d{4}-\d{2}-\d{2}$"), heading));
    }

    private static Pipeline Of(string file) => Pipeline.Parse(File.ReadAllText(Path.Combine(s_workflows, file)));
}
