using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>What docs/architecture.md says of rooms and words is what <c>src</c> has.</summary>
public class ArchitecturePage
{
    private const string Page = "docs/architecture.md";

    [Fact]
    public void Rooms_AreTheFolders()
    {
        var rooms = Repository.Files("src", "*.cs").Select(file => Path.GetDirectoryName(file)!.Replace('\\', '/')).Distinct()
            .Select(folder => $"(../{folder}/README.md) | {Repository.Lines(folder + "/README.md")[2]} |");
        var rows = Repository.Lines(Page).Where(line => line.Contains("/README.md) |", StringComparison.Ordinal))
            .Select(line => line[line.IndexOf('(')..]);
        Assert.Equal(rooms.Order(StringComparer.Ordinal), rows.Order(StringComparer.Ordinal));
    }

    /// <summary>A word without a type is not used, and a type that is gone explains nothing.</summary>
    [Fact]
    public void Words_AreTypes()
    {
        var types = Repository.Files("src", "*.cs").SelectMany(file => CSharpSyntaxTree.ParseText(Repository.Read(file)).GetRoot()
            .DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.ValueText)).ToHashSet();
        var words = Glossary();
        Assert.NotEmpty(words);
        Assert.All(words, word => Assert.Contains(word.Type, types));
        Assert.All(words, word => Assert.NotEmpty(word.Meaning));
        Assert.Equal(words.Count, words.Select(word => word.Word).Distinct().Count());
        Assert.Equal(words.Count, words.Select(word => word.Type).Distinct().Count());
    }

    private static List<(string Word, string Type, string Meaning)> Glossary() =>
    [
        .. Repository.Lines(Page).SkipWhile(line => line != "## Glossary")
            .Select(line => Regex.Match(line, @"^\| ([^|]+) \| `(\w+)` \| ([^|]+) \|$")).Where(row => row.Success)
            .Select(row => (row.Groups[1].Value, row.Groups[2].Value, row.Groups[3].Value)),
    ];
}
