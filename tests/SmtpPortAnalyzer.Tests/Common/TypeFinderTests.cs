using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Common;

/// <summary>A type is found where the compiler would find it, though most references are never asked.</summary>
public class TypeFinderTests
{
    public static TheoryData<string> ReferenceSets => ["Net8Web", "Net472", "Libraries"];

    /// <summary>Every name that the catalogue has, present or not.</summary>
    [Theory]
    [MemberData(nameof(ReferenceSets))]
    public void CatalogueNames_AreFoundAsTheCompilerFindsThem(string references)
    {
        var compilation = Compile("", references switch
        {
            "Net8Web" => TestReferences.Net8Web,
            "Net472" => TestReferences.Net472,
            _ => TestReferences.Libraries,
        });
        var types = new ReferencedTypes().In(compilation);
        var found = 0;
        foreach (var name in CatalogueNames())
        {
            Assert.Equal(ByCompiler(compilation, name), types.Find(name), SymbolEqualityComparer.Default);
            Assert.Equal(compilation.GetTypesByMetadataName(name), types.FindAll(name), SymbolEqualityComparer.Default);
            found += types.Find(name) is null ? 0 : 1;
        }

        Assert.InRange(found, 3, CatalogueNames().Count);
    }

    [Theory]
    [InlineData("Plain", "class Plain { }")]
    [InlineData("Mail.Relay", "namespace Mail { class Relay { } }")]
    [InlineData("Mail.Relay+Settings", "namespace Mail { class Relay { class Settings { } } }")]
    [InlineData("Mail.Relay`1", "namespace Mail { class Relay<T> { } }")]
    [InlineData("Mail.Out.Relay", "namespace Mail.Out { class Relay { } }")]
    public void OwnType_IsFound(string name, string source) =>
        Assert.NotNull(new ReferencedTypes().In(Compile(source, TestReferences.Net8)).Find(name));

    /// <summary>Each part of the namespace is there, but not one in the other.</summary>
    [Theory]
    [InlineData("Mail.Out.Relay", "namespace Out.Mail { class Relay { } }")]
    [InlineData("Mail.Relay", "namespace Mail { } class Relay { }")]
    [InlineData("Mail.Relay", "namespace Mail { class Other { class Relay { } } }")]
    [InlineData("mail.Relay", "namespace Mail { class Relay { } }")]
    public void OtherType_IsNot(string name, string source) =>
        Assert.Null(new ReferencedTypes().In(Compile(source, TestReferences.Net8)).Find(name));

    /// <summary>One's own declaration hides that of a reference.</summary>
    [Fact]
    public void TypeInSourceAndReference_IsThatInSource()
    {
        var compilation = Compile("namespace System.Net.Mail { public class SmtpClient { } }", TestReferences.Net8);
        Assert.Equal(compilation.Assembly, new ReferencedTypes().In(compilation).Find("System.Net.Mail.SmtpClient")?.ContainingAssembly,
            SymbolEqualityComparer.Default);
        Assert.Equal(2, new ReferencedTypes().In(compilation).FindAll("System.Net.Mail.SmtpClient").Length);
    }

    /// <summary>Code that names it does not compile, but nothing is lost: the first is taken.</summary>
    [Fact]
    public void TypeInTwoReferences_IsTheFirst()
    {
        var references = new[] { "A", "B" }.Select(name => (MetadataReference)Compile(
            "namespace Mail { public class Relay { } }", TestReferences.Net8, name).ToMetadataReference());
        var compilation = Compile("", [.. TestReferences.Net8, .. references]);
        var found = new ReferencedTypes().In(compilation).Find("Mail.Relay");
        Assert.Equal("A", found?.ContainingAssembly.Name);
        Assert.Equal(ByCompiler(compilation, "Mail.Relay"), found, SymbolEqualityComparer.Default);
    }

    private static INamedTypeSymbol? ByCompiler(Compilation compilation, string name) =>
        compilation.GetTypeByMetadataName(name) ?? compilation.GetTypesByMetadataName(name).FirstOrDefault();

    private static HashSet<string> CatalogueNames() => [.. SmtpCatalog.Libraries.SelectMany(library =>
        library.Clients.Select(client => client.Type)
            .Concat(library.ConnectMethods.SelectMany(method => method.Receivers.Concat(method.UndecidedReceivers)))
            .Concat(library.Keys.SelectMany(keys => keys.NeededTypes.Concat(keys.Owners)))
            .Concat(library.Wrappers)
            .Concat(library.Credentials.Select(credential => credential.Type)))];

    private static CSharpCompilation Compile(string source, ImmutableArray<MetadataReference> references, string name = "Own") =>
        CSharpCompilation.Create(name, [CSharpSyntaxTree.ParseText(source)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
}
