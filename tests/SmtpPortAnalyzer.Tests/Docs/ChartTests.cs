using System.Text.RegularExpressions;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Docs;

/// <summary>Charts draw what the tables beside them say.</summary>
public class ChartTests
{
    public static TheoryData<string> Charts =>
        [.. Page.AllBlocks.Where(block => block.Language == "mermaid").Select(block => block.ToString())];

    [Theory]
    [MemberData(nameof(Charts))]
    public void Figures_AreThoseOfATable(string chart)
    {
        var block = Page.AllBlocks.Single(block => block.ToString() == chart);
        var cells = File.ReadLines(Path.Combine(Page.Root, block.Page.Name)).Where(line => line.StartsWith('|'))
            .SelectMany(line => line.Split('|')).Select(cell => cell.Trim()).ToHashSet();
        var figures = Regex.Matches(block.Text, @"^\s*(?:bar|line) \[(.*)\]$", RegexOptions.Multiline)
            .SelectMany(row => row.Groups[1].Value.Split(", ")).ToList();

        Assert.NotEmpty(figures);
        Assert.All(figures, figure => Assert.Contains(figure, cells));
    }
}
