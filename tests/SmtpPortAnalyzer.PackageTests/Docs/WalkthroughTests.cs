using System.Text.RegularExpressions;
using SmtpPortAnalyzer.Tests.Docs;
using Xunit;

namespace SmtpPortAnalyzer.PackageTests.Docs;

/// <summary>The sample, taken through <c>docs/getting-started.md</c>: what the page and the README show is what happens.</summary>
[Collection(PageCollection.Name)]
public sealed class WalkthroughTests(SampleShop shop) : IClassFixture<SampleShop>
{
    private const string Build = "dotnet build";
    private const string Format = "dotnet format analyzers --diagnostics SMTP001 SMTP002 SMTP003";
    private const string Gate = "dotnet build -p:SmtpPortAnalyzerGate=true";
    private const string Picture = "docs/images/fix.svg";

    [Fact]
    public void Install_AddsADevelopmentDependency() => Assert.Matches(
        "<PackageReference Include=\"SmtpPortAnalyzer\" " +
        "Version=\"[^\"]+\">(?:\\s*<IncludeAssets>.*</IncludeAssets>)?\\s*<PrivateAssets>all</PrivateAssets>",
        shop.After("ContosoMailer.csproj"));

    /// <summary>The command is on the page, and says why the sample counts as one for Azure.</summary>
    [Fact]
    public void Explain_SaysTheVerdict()
    {
        var output = shop.OutputOf("dotnet build -t:SmtpPortAnalyzerExplain --tl:off");
        Assert.Contains("ContosoMailer (net10.0): targets Azure", output, StringComparison.Ordinal);
        Assert.Contains("Microsoft.Extensions.Logging.AzureAppServices (strong)", output, StringComparison.Ordinal);
        Assert.Contains("Policy:   port 25, which Azure blocks for most subscriptions", output, StringComparison.Ordinal);
        Assert.DoesNotContain("SMTP001", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_PrintsTheWarningsOfTheSample() => Assert.Equal(
        File.ReadLines(Path.Combine(Repository.Root, "docs", "samples", "ContosoMailer", "expected-warnings.txt"))
            .Select(line => line.Split(':')[0]).Order(StringComparer.Ordinal),
        Warnings().Select(warning => $"{warning.Id} {warning.Place.Split('(')[0]}").Order(StringComparer.Ordinal));

    [Fact]
    public void Page_ShowsALineOfTheBuild()
    {
        var line = Assert.Single(Page.Of("docs/getting-started.md").Blocks, block => block.Language == "text").Text;
        Assert.Contains(line, Warnings().Select(warning => $"{warning.Place}: warning {warning.Id}: {warning.Message}"));
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/getting-started.md")]
    public void Page_ShowsWhatTheFixWrites(string page)
    {
        var code = Page.Of(page).Blocks.Last(block => block.Language == "csharp").Text;
        Assert.Contains(Indented(code), shop.After("OrderMail.cs"), StringComparison.Ordinal);
        Assert.DoesNotContain(Indented(code), SampleShop.Before("OrderMail.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Readme_NamesTheSameCommands()
    {
        var readme = PageCommands.Of("README.md").ToList();
        Assert.All(PageCommands.Of("docs/getting-started.md").Except([Build]), command => Assert.Contains(command, readme));
    }

    /// <summary>The fixed sample passes the gate, which is the last command, and says so without a warning of ours.</summary>
    [Fact]
    public void Gate_AfterTheFix_Passes() => Assert.DoesNotContain("SMTP0", shop.OutputOf(Gate), StringComparison.Ordinal);

    [Fact]
    public void Readme_HasThePicture() =>
        Assert.Contains("https://raw.githubusercontent.com/smtpportanalyzer/SmtpPortAnalyzer/main/" + Picture, Page.Of("README.md").Links);

    [Fact]
    public void Picture_ShowsWhatBuildAndFormatDo()
    {
        var warning = Warnings().Single(warning => warning.Place.StartsWith("OrderMail.cs", StringComparison.Ordinal));
        var before = SampleShop.Before("OrderMail.cs").Split('\n');
        var added = shop.After("OrderMail.cs").Split('\n').Except(before).Select(line => line.Length > 8 ? line[8..] : line).ToList();
        Assert.Contains(added, line => line.Contains("587", StringComparison.Ordinal));
        // The lines between the first and the last new one, those that are nothing new (a brace) included.
        var after = shop.After("OrderMail.cs").Split('\n').Select(line => line.Length > 8 ? line[8..] : line).ToList();
        var shown = after[after.IndexOf(added[0])..(after.IndexOf(added[^1]) + 2)];
        var expected = FixPicture.Draw(Build, warning, Format, shown);

        var file = Path.Combine(Repository.Root, Picture);
        var actual = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (expected == actual)
            return;

        var drawn = Path.Combine(Repository.Artifacts, "fix.svg");
        Directory.CreateDirectory(Repository.Artifacts);
        File.WriteAllText(drawn, expected);
        Assert.Fail($"{Picture} does not show what build and format do. Look at {drawn}, and copy it there.");
    }

    /// <summary>The build's warnings, each once, with the file's name in place of its path and without the link.</summary>
    private List<CodeWarning> Warnings() =>
    [
        .. Regex.Matches(shop.OutputOf(Build), @"([^\s/\\]+\.cs)\((\d+),(\d+)\): warning (SMTP\d+): (.+?) \(https://[^)]+\) \[")
            .Select(match =>
                (Match: match, Code: SampleShop.Before(match.Groups[1].Value).Split('\n')[int.Parse(match.Groups[2].Value, null) - 1],
                    Column: int.Parse(match.Groups[3].Value, null) - 1))
            .Select(found => new CodeWarning(
                $"{found.Match.Groups[1].Value}({found.Match.Groups[2].Value},{found.Match.Groups[3].Value})",
                found.Match.Groups[4].Value,
                found.Match.Groups[5].Value,
                found.Code.TrimStart(),
                found.Column - (found.Code.Length - found.Code.TrimStart().Length),
                Regex.Match(found.Code[found.Column..], @"^\w+").Length))
            .Distinct(),
    ];

    private static string Indented(string code) => Regex.Replace(code, "^(?=.)", "        ", RegexOptions.Multiline);
}
