using System.IO.Compression;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Xml.Linq;
using Xunit;

namespace SmtpPortAnalyzer.PackageTests;

[Collection(BuildCollection.Name)]
public sealed class PackageContentTests(PackedPackage package)
{
    private static readonly string[] s_dlls = ["SmtpPortAnalyzer.CodeFixes.dll", "SmtpPortAnalyzer.dll"];

    [Fact]
    public void Package_Always_HoldsExactlyTheseEntries()
    {
        using var zip = package.Open();

        Assert.Equal(
            [
                "LICENSE",
                "README.md",
                "SmtpPortAnalyzer.nuspec",
                "[Content_Types].xml",
                "_rels/.rels",
                "analyzers/dotnet/cs/SmtpPortAnalyzer.CodeFixes.dll",
                "analyzers/dotnet/cs/SmtpPortAnalyzer.dll",
                "build/SmtpPortAnalyzer.props",
                "build/SmtpPortAnalyzer.targets",
                "buildMultiTargeting/SmtpPortAnalyzer.targets",
                "buildTransitive/SmtpPortAnalyzer.Azure.targets",
                "buildTransitive/SmtpPortAnalyzer.Explain.targets",
                "buildTransitive/SmtpPortAnalyzer.Files.targets",
                "buildTransitive/SmtpPortAnalyzer.Gate.globalconfig",
                "buildTransitive/SmtpPortAnalyzer.Gate.targets",
                "buildTransitive/SmtpPortAnalyzer.Policy.targets",
                "buildTransitive/SmtpPortAnalyzer.Preset.advise.globalconfig",
                "buildTransitive/SmtpPortAnalyzer.Preset.enforce.globalconfig",
                "buildTransitive/SmtpPortAnalyzer.Preset.everything.globalconfig",
                "buildTransitive/SmtpPortAnalyzer.Presets.targets",
                "buildTransitive/SmtpPortAnalyzer.Repository.proj",
                "buildTransitive/SmtpPortAnalyzer.Settings.targets",
                "buildTransitive/SmtpPortAnalyzer.Spelling.targets",
                "buildTransitive/SmtpPortAnalyzer.props",
                "buildTransitive/SmtpPortAnalyzer.targets",
                "icon.png",
                "package/services/metadata/core-properties/nuget.psmdcp",
            ],
            zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Package_Always_IsADevelopmentDependencyWithoutDependencies()
    {
        var metadata = Metadata();

        Assert.Equal("SmtpPortAnalyzer", Value(metadata, "id"));
        Assert.Equal(package.Version, Value(metadata, "version"));
        Assert.Equal("true", Value(metadata, "developmentDependency"));
        Assert.Null(Value(metadata, "dependencies"));
        Assert.Null(Value(metadata, "frameworkAssemblies"));
    }

    [Fact]
    public void Package_Always_SaysWhatItIsAndWhereItComesFrom()
    {
        var metadata = Metadata();
        var repository = metadata.Elements().Single(e => e.Name.LocalName == "repository");

        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Equal("icon.png", Value(metadata, "icon"));
        Assert.Contains("port 25", Value(metadata, "description"), StringComparison.Ordinal);
        Assert.Contains("azure", Value(metadata, "tags"), StringComparison.Ordinal);
        Assert.Equal("https://github.com/smtpportanalyzer/SmtpPortAnalyzer", Value(metadata, "projectUrl"));
        Assert.Equal("git", repository.Attribute("type")?.Value);
        Assert.Equal("https://github.com/smtpportanalyzer/SmtpPortAnalyzer", repository.Attribute("url")?.Value);
    }

    [Fact]
    public void Readme_InThePackage_IsTheOneOfTheRepository()
    {
        using var zip = package.Open();

        Assert.Equal(File.ReadAllBytes(Path.Combine(Repository.Root, "README.md")), Bytes(zip.GetEntry("README.md")!));
    }

    [Fact]
    public void Dlls_Always_HaveTheSameStrongName()
    {
        using var zip = package.Open();

        Assert.All(s_dlls, dll =>
        {
            using var pe = new PEReader(new MemoryStream(Bytes(Dll(zip, dll))));
            var assembly = pe.GetMetadataReader().GetAssemblyDefinition().GetAssemblyName();
            Assert.Equal("d73f915a2ca1e63d", Convert.ToHexStringLower(assembly.GetPublicKeyToken() ?? []));
        });
    }

    [Fact]
    public void Dlls_Always_CarrySymbolsThatNameNoLocalPath()
    {
        using var zip = package.Open();

        Assert.All(s_dlls, dll =>
        {
            using var pe = new PEReader(new MemoryStream(Bytes(Dll(zip, dll))));
            var entry = pe.ReadDebugDirectory().Single(e => e.Type == DebugDirectoryEntryType.EmbeddedPortablePdb);
            using var symbols = pe.ReadEmbeddedPortablePdbDebugDirectoryData(entry);
            var reader = symbols.GetMetadataReader();
            Assert.All(
                reader.Documents.Select(d => reader.GetString(reader.GetDocument(d).Name)),
                path => Assert.StartsWith("/_", path, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Package_PackedAgainFromScratch_IsTheSameToTheByte()
    {
        var again = await package.PackAsync(Path.Combine(package.Scratch, "again"));

        // Entry by entry first: that says what differs.
        using (var zip = package.Open())
        using (var other = ZipFile.OpenRead(again))
            Assert.Equal(Hashes(zip), Hashes(other));
        Assert.True(File.ReadAllBytes(package.File).AsSpan().SequenceEqual(File.ReadAllBytes(again)));
    }

    private XElement Metadata()
    {
        using var zip = package.Open();
        using var stream = zip.GetEntry("SmtpPortAnalyzer.nuspec")!.Open();
        return XDocument.Load(stream).Root!.Elements().Single();
    }

    private static string? Value(XElement metadata, string name) =>
        metadata.Elements().SingleOrDefault(e => e.Name.LocalName == name)?.Value;

    private static ZipArchiveEntry Dll(ZipArchive zip, string name) => zip.GetEntry("analyzers/dotnet/cs/" + name)!;

    private static Dictionary<string, string> Hashes(ZipArchive zip) =>
        zip.Entries.ToDictionary(e => e.FullName, e => Convert.ToHexString(SHA256.HashData(Bytes(e))));

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
