using System.Text.RegularExpressions;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>No link between our own pages is broken, also not one that goes over the web address of the repository.</summary>
public class LinkGuards
{
    public static TheoryData<string> Pages =>
        [.. Directory.EnumerateFiles(Repository.PathOf("."), "*.md").Select(file => Path.GetFileName(file)!).Concat(Repository.Files("docs", "*.md"))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_Resolve(string page)
    {
        var text = WithoutCode(Repository.Read(page));
        var broken = Regex.Matches(text, @"\]\(<?([^)\s>]+)>?\)|^\[[^\]]+\]: (\S+)", RegexOptions.Multiline)
            .Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value)
            .Where(link => !Resolves(page, link));
        Assert.Empty(broken);
    }

    [Fact]
    public void EveryPage_IsInTheIndex()
    {
        var index = Repository.Read("docs/README.md");
        var pages = Repository.Files("docs", "*.md").Where(page => page != "docs/README.md" && !page.StartsWith("docs/samples/", StringComparison.Ordinal));
        Assert.All(pages, page => Assert.Contains("](" + page["docs/".Length..] + ")", index, StringComparison.Ordinal));
    }

    private static bool Resolves(string page, string link)
    {
        if (link.StartsWith(Repository.Web, StringComparison.Ordinal))
            (page, link) = ("README.md", link[Repository.Web.Length..]);
        else if (Regex.IsMatch(link, "^[a-z]+:"))
            return true;

        var parts = link.Split('#', 2);
        var target = parts[0].Length == 0 ? page : Path.Combine(Path.GetDirectoryName(page)!, parts[0]);
        if (!File.Exists(Repository.PathOf(target)) && !Directory.Exists(Repository.PathOf(target)))
            return false;

        return parts.Length == 1 || Anchors(Repository.Read(target)).Contains(parts[1]);
    }

    /// <summary>The anchors that GitHub gives to headings: lower case, without punctuation, spaces as hyphens.</summary>
    private static IEnumerable<string> Anchors(string text) => Regex.Matches(Regex.Replace(text, "^```.*?^```", "", RegexOptions.Singleline | RegexOptions.Multiline), "^#+ (.+)$", RegexOptions.Multiline)
        .Select(heading => Regex.Replace(heading.Groups[1].Value.ToLowerInvariant(), @"[^\w\- ]", "").Replace(' ', '-'));

    private static string WithoutCode(string text) =>
        Regex.Replace(Regex.Replace(text, "^ *```.*?^ *```", "", RegexOptions.Singleline | RegexOptions.Multiline), "`[^`\n]*`", "`");
}
