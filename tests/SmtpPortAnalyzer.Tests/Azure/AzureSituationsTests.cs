using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Tests.Options;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Azure;

public class AzureSituationsTests
{
    private const string Key = "smtp_port_analyzer.targets_azure";

    private static readonly SyntaxTree s_first = CSharpSyntaxTree.ParseText("class A { }", path: "A.cs");
    private static readonly SyntaxTree s_second = CSharpSyntaxTree.ParseText("class B { }", path: "B.cs");

    [Fact]
    public void Files_WithEqualOptions_ShareTheSituation()
    {
        var situations = Of(new(), new() { ["A.cs"] = new((Key, "auto")) });
        Assert.Same(situations.OfProject, situations.Of(s_first));
        Assert.Same(situations.OfProject, situations.Of(s_second));
        Assert.Same(situations.OptionsOf(s_first), situations.OptionsOf(s_second));
    }

    [Fact]
    public void File_WithOptionsOfItsOwn_HasItsOwnSituation()
    {
        var situations = Of(new((Key, "true")), new() { ["A.cs"] = new((Key, "false")) });
        Assert.Equal(AzureTargeting.No, situations.Of(s_first).Targeting);
        Assert.Equal(AzureTargeting.Yes, situations.Of(s_second).Targeting);
        Assert.False(situations.AreAllSilent());
    }

    [Fact]
    public void Project_OutOfAzure_IsSilent() => Assert.True(Of(new((Key, "false")), []).AreAllSilent());

    [Fact]
    public void Project_OutOfAzureButForOneFile_IsNotSilent() =>
        Assert.False(Of(new((Key, "false")), new() { ["B.cs"] = new((Key, "true")) }).AreAllSilent());

    [Fact]
    public void Project_Unknown_IsNotSilent() => Assert.False(Of(new(), []).AreAllSilent());

    [Theory]
    [InlineData("/src/Web/appsettings.json", true)]
    [InlineData("/src/Web/Config/appsettings.json", true)]
    [InlineData("/src/Worker/appsettings.json", false)]
    [InlineData("/src/WorkerToo/appsettings.json", true)]
    [InlineData("/src/appsettings.json", true)]
    [InlineData("/src/Worker/B.cs.json", false)]
    [InlineData("/src/Worker/B", false)]
    public void SettingsFile_GoesWithTheSourcesInTheNearestFolder(string path, bool isForAzure)
    {
        SyntaxTree[] trees = [
            CSharpSyntaxTree.ParseText("", path: "/src/Web/A.cs"), CSharpSyntaxTree.ParseText("", path: "/src/Worker/B.cs")];
        var provider = new DictionaryOptionsProvider(
            new(), new() { ["/src/Web/A.cs"] = new((Key, "true")), ["/src/Worker/B.cs"] = new((Key, "false")) });
        var situations = new AzureSituations(CSharpCompilation.Create("Project", trees), provider);
        Assert.Equal(isForAzure, situations.Of(new SettingsText(path)).Targeting == AzureTargeting.Yes);
    }

    [Theory]
    [InlineData(@"C:\src\Web\appsettings.json", true)]
    [InlineData(@"C:\src\Worker\appsettings.json", false)]
    public void SettingsFile_OnWindows_GoesWithTheSourcesInTheNearestFolder(string path, bool isForAzure)
    {
        SyntaxTree[] trees = [
            CSharpSyntaxTree.ParseText("", path: @"C:\src\Web\A.cs"), CSharpSyntaxTree.ParseText("", path: @"C:\src\Worker\B.cs")];
        var provider = new DictionaryOptionsProvider(
            new(), new() { [@"C:\src\Web\A.cs"] = new((Key, "true")), [@"C:\src\Worker\B.cs"] = new((Key, "false")) });
        Assert.Equal(isForAzure,
            new AzureSituations(CSharpCompilation.Create("Project", trees), provider).Of(
                new SettingsText(path)).Targeting == AzureTargeting.Yes);
    }

    [Fact]
    public void SettingsFile_WithoutSources_GoesWithTheProject()
    {
        var situations = new AzureSituations(CSharpCompilation.Create("Project"), new DictionaryOptionsProvider(new((Key, "true"))));
        Assert.Same(situations.OfProject, situations.Of(new SettingsText("appsettings.json")));
        Assert.False(situations.AreAllSilent());
    }

    private sealed class SettingsText(string path) : AdditionalText
    {
        public override string Path => path;

        public override Microsoft.CodeAnalysis.Text.SourceText? GetText(CancellationToken cancellationToken = default) => null;
    }

    private static AzureSituations Of(DictionaryOptions global, Dictionary<string, DictionaryOptions> byPath) =>
        new(CSharpCompilation.Create("Project", [s_first, s_second]), new DictionaryOptionsProvider(global, byPath));
}
