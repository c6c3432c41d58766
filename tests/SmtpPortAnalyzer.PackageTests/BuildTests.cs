using Xunit;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>The fixture projects, built once with the real SDK.</summary>
public sealed class BuiltProjects(PackedPackage package) : IAsyncLifetime
{
    internal ConsumerProjects Projects { get; } = new(package, "build");

    public Task InitializeAsync() => Projects.BuildAsync();

    public Task DisposeAsync() => Task.CompletedTask;
}

[Collection(PackageCollection.Name)]
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
    public void Build_FunctionsProject_IsKnownByItsProperty()
    {
        Assert.All(
            built.Projects.Log("FunctionsInProcess", "net8.0").Results.Where(r => r.Id.StartsWith("SMTP", StringComparison.Ordinal)),
            result => Assert.Contains("AzureFunctionsVersion", result.Message, StringComparison.Ordinal));
    }
}
