using System.Text.RegularExpressions;
using System.Xml.Linq;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Options;

/// <summary>An option is not done before a user can find it, and MSBuild can set it.</summary>
public class OptionGuards
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(TestReferences.RepositoryRoot, "docs", "configuration.md"));

    public static TheoryData<string> Names => [.. SmtpOptionTable.All.Select(option => option.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Option_OfTheTable_HasItsParagraph(string name)
    {
        var option = SmtpOptionTable.All.Single(option => option.Name == name);
        var paragraph = s_page.Split("\n## ").SingleOrDefault(part => part.StartsWith("`" + name + "`\n", StringComparison.Ordinal));

        Assert.NotNull(paragraph);
        Assert.Contains(option.Key, paragraph, StringComparison.Ordinal);
        Assert.Contains("<" + option.Property + ">", paragraph, StringComparison.Ordinal);
        Assert.Contains("Values: ", paragraph, StringComparison.Ordinal);
        Assert.Contains("Default: ", paragraph, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Option_OfTheTable_IsCompilerVisible(string name)
    {
        var props = XDocument.Load(Path.Combine(
            TestReferences.RepositoryRoot, "src", "SmtpPortAnalyzer.Package", "buildTransitive", "SmtpPortAnalyzer.props"));

        Assert.Contains(
            SmtpOptions.PropertyName(name), props.Descendants("CompilerVisibleProperty").Select(item => item.Attribute("Include")!.Value));
    }

    [Fact]
    public void Switch_OfTheBuildFiles_IsKnownAndDocumented()
    {
        var folder = Path.Combine(TestReferences.RepositoryRoot, "src", "SmtpPortAnalyzer.Package", "buildTransitive");
        var texts = Directory.EnumerateFiles(folder, "*.targets").Select(File.ReadAllText).ToList();
        var read = texts.SelectMany(text => Regex.Matches(text, @"\$\((SmtpPortAnalyzer\w+)")).Select(match => match.Groups[1].Value);
        var set = texts.SelectMany(text => Regex.Matches(text, @"<(SmtpPortAnalyzer\w+)>")).Select(match => match.Groups[1].Value);
        var ofUsers = read.Except(set).Except(SmtpOptionTable.All.Select(option => option.Property)).ToList();

        Assert.Equal(BuildProperties.Switches.Order(), ofUsers.Order());
        Assert.All(BuildProperties.Switches, name => Assert.Contains("| `" + name + "` |", s_page, StringComparison.Ordinal));
    }

    [Fact]
    public void Option_OfAnEnumeration_HasEachValueInItsParagraph()
    {
        foreach (var option in SmtpOptionTable.All.Where(option => option.Allowed.Contains(" or ", StringComparison.Ordinal)))
        {
            var paragraph = s_page.Split("\n## ").Single(part => part.StartsWith("`" + option.Name + "`\n", StringComparison.Ordinal));
            Assert.All(
                option.Allowed.Split([", ", " or "], StringSplitOptions.None),
                word => Assert.Contains("`" + word + "`", paragraph, StringComparison.Ordinal));
        }
    }
}
