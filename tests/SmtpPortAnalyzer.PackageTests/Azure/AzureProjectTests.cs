using System.Text.RegularExpressions;
using Xunit;

namespace SmtpPortAnalyzer.PackageTests;

[Collection(AzureCollection.Name)]
public sealed class AzureProjectTests(AzureProjects built) : IClassFixture<AzureProjects>
{
    public static TheoryData<string> Names => [.. AzureProjects.All.Select(project => project.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Build_OfAProject_SaysWhetherItTargetsAzureAndWhy(string name)
    {
        var project = AzureProjects.All.Single(project => project.Name == name);
        var findings = built.Solution.Log(name, project.Framework).Results
            .Where(result => result.Id.StartsWith("SMTP", StringComparison.Ordinal)).ToList();
        if (project.Finding.Length == 0)
        {
            Assert.Empty(findings);
            return;
        }

        var finding = Assert.Single(findings);
        Assert.Equal(project.Finding, finding.Id);
        var end = project.Reason.Length == 0 ? "on port 587" : $"({project.Reason})";
        Assert.True(EndsWith(finding.Message, end), $"{project.Repository}: {finding.Message}");
    }

    /// <summary>Messages stay under 200 characters: of a long reason they show the end, or that the target is not known.</summary>
    private static bool EndsWith(string message, string end)
    {
        if (message.EndsWith(end, StringComparison.Ordinal))
            return true;

        var cut = Regex.Match(message, @"\((targets Azure: )\.\.\.(.+\))$");
        var isUnknown = message.EndsWith("(not known to target Azure)", StringComparison.Ordinal)
            && end.StartsWith("(not known", StringComparison.Ordinal);
        return message.Length < 200
            && (isUnknown || (cut.Success && end.EndsWith(cut.Groups[2].Value, StringComparison.Ordinal)));
    }

    [Fact]
    public void Build_OfAllProjects_HasNoWarningButTheFindings() =>
        Assert.Equal(["SMTP001"], Regex.Matches(built.Output, @"warning ([A-Z]+\d+)").Select(match => match.Groups[1].Value).Distinct());
}
