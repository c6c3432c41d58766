using System.Xml.Linq;
using SmtpPortAnalyzer.Tests.Docs;
using Xunit;

namespace SmtpPortAnalyzer.PackageTests.Docs;

/// <summary>The pieces of project files on the pages are what MSBuild takes: all of them are put into one project and evaluated.</summary>
public sealed class ProjectFileBlocks : IDisposable
{
    /// <summary>What stands on the pages in other files than those of MSBuild.</summary>
    private static readonly string[] s_otherRoots = ["configuration", "nlog"];

    private readonly string _folder = Directory.CreateTempSubdirectory("SmtpPortAnalyzer.Blocks.").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Blocks_AreEvaluated()
    {
        var blocks = Page.AllBlocks.Where(block => block.Language == "xml").Select(block => XElement.Parse($"<all>{block.Text}</all>"))
            .Where(block => !block.Elements().Any(root => s_otherRoots.Contains(root.Name.LocalName))).ToList();
        Assert.NotEmpty(blocks);

        // One block imports the file of its name in the folder above.
        await File.WriteAllTextAsync(Path.Combine(_folder, "Directory.Build.props"), "<Project />");
        Directory.CreateDirectory(Path.Combine(_folder, "blocks"));
        var imports = new XElement("Project");
        foreach (var block in blocks)
        {
            var file = $"blocks/{imports.Elements().Count()}.props";
            await File.WriteAllTextAsync(Path.Combine(_folder, file), Whole(block).ToString());
            imports.Add(new XElement("Import", new XAttribute("Project", file)));
        }

        imports.Add(new XElement("Target", new XAttribute("Name", "Build")));
        await File.WriteAllTextAsync(Path.Combine(_folder, "All.proj"), imports.ToString());

        var output = await DotnetCli.RunAsync(
            _folder, new Dictionary<string, string> { ["CI"] = "true" },
            "msbuild", "All.proj", "-getProperty:SmtpPortAnalyzerTargetsAzure", "-getProperty:SmtpPortAnalyzerGate",
            "-getItem:GlobalPackageReference", "-getItem:AdditionalFiles");

        Assert.Contains("\"SmtpPortAnalyzerTargetsAzure\": \"true\"", output, StringComparison.Ordinal);
        Assert.Contains("\"SmtpPortAnalyzerGate\": \"true\"", output, StringComparison.Ordinal);
        Assert.Contains("\"Identity\": \"SmtpPortAnalyzer\"", output, StringComparison.Ordinal);
        Assert.Contains("SmtpPortAnalyzer.Apis.txt", output, StringComparison.Ordinal);
    }

    /// <summary>A page may show a file, a group of it, or what stands in a group.</summary>
    private static XElement Whole(XElement block)
    {
        if (block.Elements("Project").SingleOrDefault() is { } project)
            return project;

        if (block.Elements().All(element => element.Name.LocalName is "PropertyGroup" or "ItemGroup"))
            return new("Project", block.Elements());

        var isItem = block.Elements().All(element => element.Attribute("Include") is not null);
        return new("Project", new XElement(isItem ? "ItemGroup" : "PropertyGroup", block.Elements()));
    }
}
