using Xunit;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>The fixture projects, repaired with the real <c>dotnet format</c> and built again.</summary>
public sealed class FixedProjects(PackedPackage package) : IAsyncLifetime
{
    internal ConsumerProjects Projects { get; } = new(package, "fix");

    public async Task InitializeAsync()
    {
        await Projects.FixAsync("SMTP001", "SMTP002", "SMTP003", "SMTP010");
        await Projects.BuildAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;
}

[Collection(BuildCollection.Name)]
public sealed class FixTests(FixedProjects repaired) : IClassFixture<FixedProjects>
{
    [Theory]
    [MemberData(nameof(BuildTests.Compilations), MemberType = typeof(BuildTests))]
    public void Format_EachProject_LeavesNoFindingInCode(string project, string framework)
    {
        // "dotnet format" neither sees nor mends settings files, nor pages.
        var left = Finding.Reported(repaired.Projects.Log(project, framework), repaired.Projects.ProjectFolder(project));
        Assert.DoesNotContain(left, finding => finding.Id != "SMTP004" && Path.GetExtension(finding.File) is not (".razor" or ".cshtml"));
    }

    [Fact]
    public void Format_EachFileWithAFinding_ConnectsToTheRelayPort()
    {
        var files = repaired.Projects.SourceFiles.Select(File.ReadAllText)
            .Where(text => text.Contains("// expect:", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, text => Assert.Contains("587", text, StringComparison.Ordinal));
    }

    [Fact]
    public void Format_SourceOfTwoFrameworks_IsMergedWithoutConflict()
    {
        Assert.All(
            repaired.Projects.SourceFiles.Select(File.ReadAllText),
            text => Assert.DoesNotContain("Unmerged change", text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("Digest.cs", "EnableSsl = ", "Credentials = ")]
    [InlineData("DigestSettings.cs", "EnableSsl { get; set; } = true;", "SmtpPort { get; set; } = 587;")]
    [InlineData("Outbox.cs", "SecureSocketOptions.StartTls", "AuthenticateAsync(")]
    [InlineData("Orders.cs", "Smtp__Port", "\"587\"")]
    public void Format_ConnectionInAnotherFileOfTwoFrameworks_IsFinishedOnce(string file, params string[] parts)
    {
        var text = File.ReadAllText(Path.Combine(repaired.Projects.ProjectFolder("MultiTarget"), file));

        Assert.All(parts, part => Assert.Equal(2, text.Split(part).Length));
    }
}
