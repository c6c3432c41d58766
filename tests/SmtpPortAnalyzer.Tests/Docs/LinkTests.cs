using System.Text.RegularExpressions;
using SmtpPortAnalyzer.Tests.Guards;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Docs;

/// <summary>
/// No link between our own pages is broken, also not one that goes over the web address of the repository: the package's README has no
/// other kind. Other hosts are out of reach of a test.
/// </summary>
public class LinkTests
{
    private const string Raw = "https://raw.githubusercontent.com/smtpportanalyzer/SmtpPortAnalyzer/main/";

    /// <summary>Parts of the repository's site that are no files.</summary>
    private static readonly string[] s_site = [
        "", "security", "security/advisories/new", "issues", "releases", "commits/main", "tree/main",
        "actions/workflows/ci.yml", "actions/workflows/ci.yml/badge.svg"];

    public static TheoryData<string> Pages => [.. Page.All.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_Resolve(string page) => Assert.DoesNotContain(Page.Of(page).Links, link => !Resolves(page, link));

    [Fact]
    public void EveryPage_IsInTheIndex()
    {
        var index = Page.Of("docs/README.md").Links.ToHashSet();
        Assert.All(
            Page.All.Select(page => page.Name)
                .Where(name => name.StartsWith("docs/", StringComparison.Ordinal) && name != "docs/README.md"),
            name => Assert.Contains(name["docs/".Length..], index));
    }

    /// <summary>nuget.org shows the README without its folder, so nothing relative leads anywhere.</summary>
    [Fact]
    public void Readme_HasAbsoluteLinksOnly() =>
        Assert.All(Page.Of("README.md").Links, link => Assert.StartsWith("https://", link, StringComparison.Ordinal));

    /// <summary>The addresses that the package, its build files, the workflows and other texts name.</summary>
    [Fact]
    public void Addresses_InOtherFiles_Resolve()
    {
        var texts = Repository.Files("src", "*.*").Concat(Repository.Files(".github", "*.*"))
            .Concat(["CHANGELOG.md", "Directory.Build.props"])
            .Where(file =>
                Path.GetExtension(
                    file) is ".cs" or ".csproj" or ".targets" or ".props" or ".globalconfig" or ".proj" or ".resx" or ".md" or ".yml");
        var links =
            texts.SelectMany(file =>
                Regex.Matches(Repository.Read(file), @"https://(?:github|raw\.githubusercontent)\.com/smtpportanalyzer/[\w./#-]*")
                    .Select(match => match.Value.TrimEnd('.'))).ToHashSet();

        Assert.Contains("https://github.com/smtpportanalyzer/SmtpPortAnalyzer/blob/main/CHANGELOG.md", links);
        Assert.DoesNotContain(links, link => !Resolves("README.md", link));
    }

    private static bool Resolves(string page, string link)
    {
        const string Site = "https://github.com/smtpportanalyzer/SmtpPortAnalyzer";
        foreach (var web in new[] { Repository.Web, Raw })
        {
            if (link.StartsWith(web, StringComparison.Ordinal))
                return IsFile("", link[web.Length..]);
        }

        if (link.StartsWith(Site, StringComparison.Ordinal))
            return s_site.Contains(link[Site.Length..].Trim('/'));

        return Regex.IsMatch(link, "^[a-z]+:")
            ? !link.Contains("smtpportanalyzer/", StringComparison.OrdinalIgnoreCase)
            : IsFile(link.StartsWith('#') ? page : Path.GetDirectoryName(page)!, link);
    }

    /// <summary>Whether a file or folder is there, with the heading that the link names.</summary>
    private static bool IsFile(string from, string link)
    {
        var parts = link.Split('#', 2);
        var target = Path.GetRelativePath(Page.Root, Path.GetFullPath(Path.Combine(Page.Root, from, parts[0]))).Replace('\\', '/');
        if (target.StartsWith("..", StringComparison.Ordinal) || !Path.Exists(Repository.PathOf(target)))
            return false;

        return parts.Length == 1 || Page.Of(target).Anchors.Contains(parts[1]);
    }
}
