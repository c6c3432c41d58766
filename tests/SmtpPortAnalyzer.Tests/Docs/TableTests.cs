using System.Text.RegularExpressions;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Docs;

/// <summary>A cell of a table is read at a glance: what needs more words is a paragraph.</summary>
public class TableTests
{
    private const int MostWords = 25;

    /// <summary>Pages of facts that are looked up.</summary>
    private static readonly string[] s_references = ["docs/detected-apis.md", "docs/architecture.md"];

    public static TheoryData<string> Pages => [.. Page.All.Select(page => page.Name).Except(s_references)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Cells_AreShort(string page) => Assert.DoesNotContain(Cells(page), cell => Words(cell) > MostWords);

    [Fact]
    public void Words_OfACell_AreThoseThatAreRead() => Assert.Equal(4, Words(" see [the other page](page.md#with-a-long-anchor) "));

    private static IEnumerable<string> Cells(string page) => Regex
        .Replace(Guards.Repository.Read(page), @"^```.*?^```", "", RegexOptions.Multiline | RegexOptions.Singleline)
        .Split('\n')
        .Where(line => line.StartsWith('|'))
        .SelectMany(line => line.Trim('|').Split('|'));

    private static int Words(string cell) =>
        Regex.Replace(cell, @"\]\([^)]*\)", "]").Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
