using Microsoft.Build.Logging.StructuredLogger;
using Xunit;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>The fixture projects, built once with the real SDK.</summary>
public sealed class BuiltProjects(PackedPackage package) : IAsyncLifetime
{
    internal ConsumerProjects Projects { get; } = new(package, "build");

    public System.Threading.Tasks.Task InitializeAsync() => Projects.BuildAsync();

    public System.Threading.Tasks.Task DisposeAsync() => System.Threading.Tasks.Task.CompletedTask;
}

[Collection(BuildCollection.Name)]
public sealed class BuildTests(BuiltProjects built) : IClassFixture<BuiltProjects>
{
    public static TheoryData<string, string> Compilations => new()
    {
        { "AzureWorker", "net10.0" },
        { "Backoffice", "net10.0" },
        { "CentralPackages", "net10.0" },
        { "ClassicSite", "net472" },
        { "FunctionsInProcess", "net8.0" },
        { "LeakyMail", "net10.0" },
        { "MultiTarget", "net472" },
        { "MultiTarget", "net8.0" },
        { "OnPremises", "net10.0" },
        { "RazorSite", "net10.0" },
        { "SharedMail", "net10.0" },
        { "WebFormsSite", "net472" },
    };

    [Theory]
    [MemberData(nameof(Compilations))]
    public void Build_EachProject_ReportsExactlyWhatItsSourcesExpect(string project, string framework)
    {
        var folder = built.Projects.ProjectFolder(project);
        var expected = Finding.Expected(folder).ToHashSet();

        Assert.NotEmpty(expected);
        Assert.Equal(expected, Finding.Reported(built.Projects.Log(project, framework), folder).ToHashSet());
    }

    [Theory]
    [MemberData(nameof(Compilations))]
    public void Build_EachProject_ReportsEachFindingOnce(string project, string framework)
    {
        var reported = Finding.Reported(built.Projects.Log(project, framework), built.Projects.ProjectFolder(project)).ToList();

        Assert.Equal(reported.Distinct(), reported);
    }

    [Fact]
    public void Build_ProjectThatReferencesAUserOfThePackage_ReportsNothing()
    {
        Assert.Empty(Finding.Reported(built.Projects.Log("Storefront", "net10.0"), built.Projects.ProjectFolder("Storefront")));
    }

    [Theory]
    [InlineData("AzureWorker", "warning")]
    [InlineData("OnPremises", "note")]
    public void Build_WhereAzureIsNotKnown_ReportsANoteInsteadOfAWarning(string project, string level)
    {
        Assert.All(
            built.Projects.Log(project, "net10.0").Results.Where(r => r.Id.StartsWith("SMTP", StringComparison.Ordinal)),
            result => Assert.Equal(level, result.Level));
    }

    [Fact]
    public void Sarif_OfABuild_HasLevelAndHelpOfEachRuleThatFoundSomething()
    {
        var logs = Compilations.Select(row => built.Projects.Log((string)row[0], (string)row[1])).ToList();
        var found = logs.SelectMany(log => log.Results).Select(result => result.Id)
            .Where(id => id.StartsWith("SMTP", StringComparison.Ordinal)).ToHashSet();
        var rules = logs.SelectMany(log => log.Rules).Where(rule => found.Contains(rule.Id)).ToHashSet();

        Assert.Equal(found.Order(StringComparer.Ordinal), rules.Select(rule => rule.Id).Order(StringComparer.Ordinal));
        Assert.All(rules, rule =>
        {
            var page = $"docs/rules/{rule.Id}.md";
            Assert.Equal("https://github.com/smtpportanalyzer/SmtpPortAnalyzer/blob/main/" + page, rule.HelpUri);
            Assert.Equal($"| Default severity | {(rule.Level == "note" ? "Info" : "Warning")} |",
                File.ReadLines(Path.Combine(Repository.Root, page)).ElementAt(6));
        });
    }

    /// <summary>A note is in the compiler's own log only: MSBuild has no such thing.</summary>
    [Fact]
    public void BinaryLog_OfABuild_HoldsTheWarningsOfTheCompilersLogs()
    {
        var logged = BinaryLog.ReadBuild(built.Projects.BinaryLog).FindChildrenRecursive<Warning>()
            .Where(warning => warning.Code.StartsWith("SMTP", StringComparison.Ordinal))
            .Select(warning =>
                $"{warning.Code} {Path.GetFileName(warning.File)} {warning.LineNumber} " +
                    $"{Path.GetFileNameWithoutExtension(warning.ProjectFile)}");
        var compiled =
            Compilations.SelectMany(row => built.Projects.Log((string)row[0], (string)row[1]).Results,
                (row, result) => (Project: (string)row[0], Result: result))
            .Where(found => found.Result.Id.StartsWith("SMTP", StringComparison.Ordinal) && found.Result.Level == "warning")
            .Select(found => $"{found.Result.Id} {Path.GetFileName(found.Result.File)} {found.Result.Region.StartLine} {found.Project}")
            .ToHashSet();

        Assert.NotEmpty(compiled);
        Assert.Equal(compiled.Order(StringComparer.Ordinal), logged.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Build_FunctionsProject_IsKnownByItsProperty()
    {
        Assert.All(
            built.Projects.Log("FunctionsInProcess", "net8.0").Results.Where(r => r.Id.StartsWith("SMTP", StringComparison.Ordinal)),
            result => Assert.Contains("AzureFunctionsVersion", result.Message, StringComparison.Ordinal));
    }
}
