using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace SmtpPortAnalyzer.PackageTests.Docs;

/// <summary>
/// The recipes and traps of <c>docs/ci-recipes.md</c>, run. What an agent does for a step without a script is out of reach.
/// </summary>
[Collection(PageCollection.Name)]
public sealed class RecipeTests(RecipeProjects projects) : IClassFixture<RecipeProjects>
{
    /// <summary>The actions and tasks that the page uses. One more is a decision.</summary>
    private static readonly string[] s_agentSteps =
    [
        "actions/checkout@v4", "actions/setup-dotnet@v4", "github/codeql-action/upload-sarif@v3", "UseDotNet@2", "PublishBuildArtifacts@1",
    ];

    public static TheoryData<int> Pipelines => [.. Enumerable.Range(0, Pipeline.Of(RecipeProjects.Page).Count)];

    [Fact]
    public void Page_HasARecipeForEachService() => Assert.Equal(
        ["jobs", "jobs", "steps"],
        Pipeline.Of(RecipeProjects.Page).Select(pipeline => Pipeline.Child(pipeline.Root, "jobs") is null ? "steps" : "jobs"));

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Recipe_FailsOnPort25_AndPassesWithout(int number)
    {
        var pipeline = Pipeline.Of(RecipeProjects.Page)[number];

        var red = projects.ResultOf(pipeline, 25);
        Assert.NotEqual(0, red.ExitCode);
        Assert.Contains("error SMTP001", red.Output, StringComparison.Ordinal);
        Assert.Contains("Gate: on", red.Output, StringComparison.Ordinal);

        // The old code is at 25 here as well: the page's baseline holds.
        var green = projects.ResultOf(pipeline, 587);
        Assert.True(green.ExitCode == 0, green.Output);
    }

    [Theory]
    [MemberData(nameof(Pipelines))]
    public void Recipe_LeavesKnownStepsToTheAgent(int number) =>
        Assert.All(
            Pipeline.Of(RecipeProjects.Page)[number].Steps.Select(step => Pipeline.Text(step, "uses") ?? Pipeline.Text(step, "task"))
                .OfType<string>(),
            step => Assert.Contains(step, s_agentSteps));

    [Fact]
    public void Alerts_AreOneRun_WithLevelsAndHelp()
    {
        var recipe = Pipeline.Of(RecipeProjects.Page)
            .Single(pipeline => pipeline.Steps.Any(step => Pipeline.Text(step, "uses") == "github/codeql-action/upload-sarif@v3"));
        var upload = recipe.Steps.Single(step => Pipeline.Text(step, "uses") == "github/codeql-action/upload-sarif@v3");
        var file = Pipeline.Text((YamlDotNet.RepresentationModel.YamlMappingNode)Pipeline.Child(upload, "with")!, "sarif_file")!;

        using var sarif = JsonDocument.Parse(projects.Alerts[file]);
        Assert.Equal("2.1.0", sarif.RootElement.GetProperty("version").GetString());
        var run = Assert.Single(sarif.RootElement.GetProperty("runs").EnumerateArray());
        var rule = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()
            .Single(rule => rule.GetProperty("id").GetString() == "SMTP001");
        Assert.Equal("https://github.com/smtpportanalyzer/SmtpPortAnalyzer/blob/main/docs/rules/SMTP001.md",
            rule.GetProperty("helpUri").GetString());
        Assert.Equal(
            ["error Mailer.cs", "note OldMailer.cs"],
            run.GetProperty("results").EnumerateArray().Select(result => $"{result.GetProperty("level").GetString()} {FileOf(result)}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task SecondBuild_PrintsNoWarning_UnlessItIsNotIncremental()
    {
        projects.SetPort(25);
        var typed = BlockOf("Trap: the second build").Split('\n');
        Assert.Equal(2, typed.Length);

        Assert.Contains("warning SMTP001", (await projects.ScriptAsync(typed[0])).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("SMTP001", (await projects.ScriptAsync(typed[1])).Output, StringComparison.Ordinal);

        var explained = (await projects.ScriptAsync(BlockOf("Trap: projects that are not looked at"))).Output;
        Assert.Contains("warning SMTP001", explained, StringComparison.Ordinal);
        Assert.Equal(2,
            Regex.Matches(explained, "SmtpPortAnalyzer: (Shop|Legacy) net10.0 targets Azure").Select(match => match.Value)
                .Distinct().Count());
    }

    [Fact]
    public async Task DeadAnalyzer_PassesWithoutTheGate_AndFailsWithIt()
    {
        projects.SetPort(587);
        var broken = projects.Solution.PathOf("dead/Broken.dll");
        DeadAnalyzers.WriteNonsense(broken);
        var typed = BlockOf("Trap: the dead analyzer").Split('\n');
        Assert.Equal(2, typed.Length);

        var without = await projects.ScriptAsync(typed[0], ("BrokenAnalyzer", broken));
        Assert.True(without.ExitCode == 0, without.Output);
        Assert.Contains("warning CS8034", without.Output, StringComparison.Ordinal);

        var with = await projects.ScriptAsync(typed[1], ("BrokenAnalyzer", broken));
        Assert.NotEqual(0, with.ExitCode);
        Assert.Contains("error CS8034", with.Output, StringComparison.Ordinal);
    }

    private static string FileOf(JsonElement result) =>
        result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri")
            .GetString()!.Split('/')[^1];

    /// <summary>The commands under a heading.</summary>
    private static string BlockOf(string heading) =>
        SmtpPortAnalyzer.Tests.Docs.Page
            .Of(RecipeProjects.Page).Blocks.Single(block => block.Language == "console" && block.Heading == heading).Text;
}
