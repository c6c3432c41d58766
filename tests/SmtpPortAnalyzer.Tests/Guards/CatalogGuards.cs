using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>
/// Every row of the catalogue is what the real library has, and is found when code uses it. A library that is not among
/// <see cref="TestReferences"/> has to be added there.
/// </summary>
public class CatalogGuards
{
    public static TheoryData<string> Libraries => [.. SmtpCatalog.Libraries.Select(library => library.Name)];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void Clients_AreWhatTheLibraryHas(string name)
    {
        var compilation = Compilation(name);
        Assert.All(Library(name).Clients, row =>
        {
            var type = Type(compilation, row.Type);
            var constructors = type.InstanceConstructors.Where(c => c.DeclaredAccessibility == Accessibility.Public).ToList();
            HasProperty(type, row.PortProperty, SpecialType.System_Int32);
            HasProperty(type, row.HostProperty, SpecialType.System_String);
            Assert.True(row.PortProperty is not null || row.PortParameter is not null, "no port at all");
            Assert.True(row.PortParameter is null || constructors.Any(c => Has(c, row.PortParameter, SpecialType.System_Int32)), row.PortParameter);
            Assert.True(row.HostParameter is null || constructors.Any(c => Has(c, row.HostParameter, SpecialType.System_String)), row.HostParameter);
            Assert.All(row.SendMethods, send => Assert.Contains(type.GetMembers(send), member => member is IMethodSymbol { DeclaredAccessibility: Accessibility.Public }));
            Assert.InRange(row.DefaultPort ?? 0, 0, 65535);
            if (row.DeliveryProperty is not { } delivery)
                return;

            var enumeration = Assert.IsAssignableFrom<INamedTypeSymbol>(Assert.Single(type.GetMembers(delivery).OfType<IPropertySymbol>()).Type);
            Assert.Equal(TypeKind.Enum, enumeration.TypeKind);
            Assert.Contains(enumeration.GetMembers().OfType<IFieldSymbol>(), field => field.ConstantValue is 0);
        });
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void ConnectMethods_AreWhatTheLibraryHas(string name)
    {
        var compilation = Compilation(name);
        Assert.All(Library(name).ConnectMethods, row =>
        {
            // Interfaces may lack an overload that the classes have.
            var all = row.Receivers.SelectMany(receiver => CatalogUse.Methods(row, Type(compilation, receiver))).ToList();
            Has(all, row.UriParameter, type => type is { Name: "Uri" } or { SpecialType: SpecialType.System_String });
        });
        Assert.All(Library(name).ConnectMethods, row => Assert.All(row.Receivers.Concat(row.UndecidedReceivers), receiver =>
        {
            var methods = CatalogUse.Methods(row, Type(compilation, receiver)).ToList();
            Assert.All(row.Names, method => Assert.Contains(methods, candidate => candidate.Name == method));
            Has(methods, row.PortParameter, type => type.SpecialType == SpecialType.System_Int32);
            Has(methods, row.HostParameter, type => type.SpecialType == SpecialType.System_String);
            Has(methods, row.ImplicitTlsParameter, type => type.SpecialType == SpecialType.System_Boolean);
            Has(methods, row.OptionsParameter, type => type.GetMembers().OfType<IFieldSymbol>().Any(field => field.ConstantValue is int value && value == row.ImplicitTlsOption));
            Assert.All(row.NotDialing, parameter => Has(methods, parameter, _ => true));

            // Each overload is one that dials or one that does not: a new one in the library has to be looked at.
            Assert.All(methods, method => Assert.True(
                method.Parameters.Any(p => p.Name == row.HostParameter || p.Name == row.UriParameter || row.NotDialing.Contains(p.Name)), method.ToString()));
            Assert.True(row.ProxyProperty is null || Members(Type(compilation, receiver), row.ProxyProperty).Any(member => member is IPropertySymbol { SetMethod: not null }), row.ProxyProperty);
        }));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task EveryUse_With25_IsFound_AndWith587IsNot(string name)
    {
        var compilation = Compilation(name);
        var uses = Uses(Library(name), compilation).ToList();

        // Without its own list of what is covered a row could drop out: each has to give at least one finding.
        Assert.Contains(uses, use => use.Rule is not null);
        Assert.Equal(uses.Select(use => (use.Title, use.Rule)), await FoundAsync(compilation, uses, 25));
        Assert.Equal(uses.Select(use => (use.Title, (string?)null)), await FoundAsync(compilation, uses, 587));
    }

    private static async Task<(string, string?)[]> FoundAsync(Compilation compilation, List<CatalogUse> uses, int port)
    {
        var sources = Findings.Compile([.. uses.Select((use, index) => use.Source(port).Replace("class C ", $"class C{index} ", StringComparison.Ordinal))]);
        sources = sources.WithReferences(compilation.References);
        Assert.Empty(sources.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var found = (await Findings.OfAsync(sources)).ToLookup(finding => finding.Location.SourceTree);
        return [.. uses.Zip(sources.SyntaxTrees, (use, tree) => (use.Title, found[tree].SingleOrDefault()?.Id))];
    }

    private static IEnumerable<CatalogUse> Uses(SmtpLibrary library, Compilation compilation) => library.Clients
        .SelectMany(row => CatalogUse.Of(row, Type(compilation, row.Type)))
        .Concat(library.ConnectMethods.SelectMany(row => row.Receivers.SelectMany(receiver => CatalogUse.Of(row, Type(compilation, receiver), isDecided: true))
            .Concat(row.UndecidedReceivers.SelectMany(receiver => CatalogUse.Of(row, Type(compilation, receiver), isDecided: false)))));

    private static SmtpLibrary Library(string name) => SmtpCatalog.Libraries.Single(library => library.Name == name);

    /// <summary>A compilation with the references in which the library is.</summary>
    private static CSharpCompilation Compilation(string name)
    {
        var type = Library(name).Clients.Select(client => client.Type).Concat(Library(name).ConnectMethods.SelectMany(method => method.Receivers)).First();
        return new[] { TestReferences.Net8Web, TestReferences.Net472 }
            .Select(references => Findings.Compile("").WithReferences(references))
            .First(compilation => compilation.GetTypeByMetadataName(type) is not null);
    }

    private static INamedTypeSymbol Type(Compilation compilation, string name)
    {
        var type = compilation.GetTypeByMetadataName(name);
        Assert.True(type is not null, name + " is not in the library");
        return type;
    }

    private static void HasProperty(INamedTypeSymbol type, string? name, SpecialType valueType)
    {
        if (name is not null)
            Assert.Equal(valueType, Assert.Single(type.GetMembers(name).OfType<IPropertySymbol>(), property => property.SetMethod is not null).Type.SpecialType);
    }

    private static void Has(List<IMethodSymbol> methods, string? parameter, Func<ITypeSymbol, bool> isType) =>
        Assert.True(parameter is null || methods.Any(method => method.Parameters.Any(p => p.Name == parameter && isType(p.Type))), parameter);

    private static bool Has(IMethodSymbol method, string parameter, SpecialType type) => method.Parameters.Any(p => p.Name == parameter && p.Type.SpecialType == type);

    private static IEnumerable<ISymbol> Members(INamedTypeSymbol type, string name) =>
        CatalogUse.Bases(type).Concat(type.AllInterfaces).SelectMany(candidate => candidate.GetMembers(name));
}
