using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>
/// Every row of the catalogue is what the real library has, and is found when code uses it. A library that is not among
/// <see cref="TestReferences"/> has to be added there: its package, or where feeds lack that its declarations in <c>Stubs</c>.
/// </summary>
public class CatalogGuards
{
    private static readonly Lazy<CSharpCompilation> s_modern = new(() => Findings.Compile("").WithReferences(TestReferences.Libraries));
    private static readonly Lazy<CSharpCompilation> s_framework = new(() => Findings.Compile("").WithReferences(TestReferences.Net472));

    private static readonly HashSet<string> s_portRules = ["SMTP001", "SMTP002", "SMTP003", "SMTP008"];

    /// <summary>Names of versions that feeds hardly have any more; tests of their own try them.</summary>
    private static readonly HashSet<string> s_former = ["hostName"];

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
            Assert.True(row.PortProperty is not null || row.PortParameter is not null, "no port at all");
            HasProperty(type, row.PortProperty, IsNumber);
            HasProperty(type, row.HostProperty, IsText);
            Assert.True(row.PortParameter is null || constructors.Any(c => Has(c, row.PortParameter, IsNumber)), row.PortParameter);
            Assert.True(row.HostParameter is null || constructors.Any(c => Has(c, row.HostParameter, IsAddress)), row.HostParameter);
            Assert.All(row.SendMethods,
                send =>
                    Assert.Contains(
                        type.GetMembers(send), member => member is IMethodSymbol { DeclaredAccessibility: Accessibility.Public }));
            Assert.InRange(row.DefaultPort ?? 0, 0, 65535);
            Assert.All(row.NotConnecting, property => HasProperty(type, property, _ => true));
            HasMembers(row.Security, row.Login, member => CatalogUse.Members(type, member).OfType<IPropertySymbol>().FirstOrDefault()?.Type
                ?? constructors.SelectMany(c => c.Parameters).FirstOrDefault(p => p.Name == member)?.Type);
            if (row.DeliveryProperty is not { } delivery)
                return;

            var enumeration = Assert.IsAssignableFrom<INamedTypeSymbol>(
                Assert.Single(CatalogUse.Members(type, delivery).OfType<IPropertySymbol>()).Type);
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
            Has(all, row.EndPointParameter, _ => true);
            Assert.All(row.OtherHostParameters.Except(s_former), parameter => Has(all, parameter, _ => true));
            HasMembers(
                row.Security, row.Login, member => all.SelectMany(method => method.Parameters).FirstOrDefault(p => p.Name == member)?.Type
                ?? CatalogUse.Members(Type(compilation, row.Receivers[0]), member).OfType<IPropertySymbol>().FirstOrDefault()?.Type
                ?? (row.Login?.Methods ?? []).SelectMany(login => CatalogUse.Members(Type(compilation, row.Receivers[0]), login))
                    .OfType<IMethodSymbol>()
                    .SelectMany(method => method.Parameters).FirstOrDefault(p => p.Name == member)?.Type);
            Assert.All(
                row.Login?.Methods ?? [], method => Assert.NotEmpty(CatalogUse.Members(Type(compilation, row.Receivers[0]), method)));
        });
        Assert.All(Library(name).ConnectMethods, row => Assert.All(row.Receivers.Concat(row.UndecidedReceivers), receiver =>
        {
            var methods = CatalogUse.Methods(row, Type(compilation, receiver)).ToList();
            Assert.NotEmpty(methods);
            Assert.All(methods, method => Assert.Contains(method.Name, row.Names));
            Has(methods, row.PortParameter, IsNumber, isNeeded: row.DefaultPort is null);
            Has(methods, row.HostParameter, IsAddress);
            Assert.All(row.NotDialing, parameter => Has(methods, parameter, _ => true));

            // Each overload is one that dials or one that does not: a new one in the library has to be looked at.
            Assert.All(methods.Where(_ => row.UriParameter is not null), method => Assert.True(
                method.Parameters.Any(p => p.Name == row.HostParameter || p.Name == row.UriParameter || row.NotDialing.Contains(p.Name)),
                method.ToString()));
            Assert.True(
                row.ProxyProperty is null
                    || CatalogUse.Members(Type(compilation, receiver), row.ProxyProperty)
                        .Any(member => member is IPropertySymbol { SetMethod: not null }), row.ProxyProperty);
        }));
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public void TheRest_IsWhatTheLibraryHas(string name)
    {
        var compilation = Compilation(name);
        var library = Library(name);
        Assert.All(library.Credentials, credential =>
        {
            var type = Type(compilation, credential.Type);
            HasProperty(type, credential.Property, IsText);
        });
        Assert.All(library.Keys, keys =>
        {
            Assert.Contains(keys.NeededTypes, type => compilation.GetTypeByMetadataName(type) is not null);
            Assert.All(keys.Owners, type => Type(compilation, type));
            if (keys.StaticHost is { } host)
                HasProperty(Type(compilation, host.Type), host.Property, IsText);
            if (keys.Sends is { } send)
                Assert.Contains(Type(compilation, send.Type).GetMembers(send.Method), member => member is IMethodSymbol { IsStatic: true });
        });
    }

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task EveryUse_With25_IsFound_AndWith587IsNot(string name)
    {
        var compilation = Compilation(name);
        var uses = Uses(Library(name), compilation).ToList();

        // Without its own list of what is covered a row could drop out: each has to give at least one finding.
        if (Library(name).Keys.IsEmpty)
            Assert.Contains(uses, use => use.Rule is not null);
        Assert.Equal(uses.Select(use => (use.Title, use.Rule)), await FoundAsync(compilation, uses, 25));
        uses.RemoveAll(use => use.IsAlways);
        Assert.Equal(uses.Select(use => (use.Title, (string?)null)), await FoundAsync(compilation, uses, 587));
    }

    private static async Task<(string, string?)[]> FoundAsync(Compilation compilation, List<CatalogUse> uses, int port)
    {
        var sources = Findings.Compile(
            [.. uses.Select((use, index) => use.Source(port).Replace("class C ", $"class C{index} ", StringComparison.Ordinal))]);
        sources = sources.WithReferences(compilation.References);
        Assert.Empty(sources.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        var found = (await Findings.OfAsync(sources)).Where(finding => s_portRules.Contains(finding.Id))
            .ToLookup(finding => finding.Location.SourceTree);
        return [.. uses.Zip(sources.SyntaxTrees, (use, tree) => (use.Title, found[tree].SingleOrDefault()?.Id))];
    }

    private static IEnumerable<CatalogUse> Uses(SmtpLibrary library, Compilation compilation) => library.Clients
        .SelectMany(row => CatalogUse.Of(row, Type(compilation, row.Type)))
        .Concat(
            library.ConnectMethods.SelectMany(row =>
                row.Receivers.SelectMany(receiver => CatalogUse.Of(row, Type(compilation, receiver), isDecided: true, library.IsSocket))
            .Concat(
                row.UndecidedReceivers.SelectMany(receiver =>
                    CatalogUse.Of(row, Type(compilation, receiver), isDecided: false, library.IsSocket)))));

    private static SmtpLibrary Library(string name) => SmtpCatalog.Libraries.Single(library => library.Name == name);

    /// <summary>A compilation with the references in which the library is.</summary>
    internal static CSharpCompilation Compilation(string name)
    {
        var library = Library(name);
        var type = library.Clients.Select(client => client.Type)
            .Concat(library.ConnectMethods.SelectMany(method => method.Receivers))
            .Concat(library.Keys.SelectMany(keys => keys.NeededTypes))
            .First();
        return new[] { s_modern.Value, s_framework.Value }.First(compilation => compilation.GetTypeByMetadataName(type) is not null);
    }

    private static INamedTypeSymbol Type(Compilation compilation, string name)
    {
        var type = compilation.GetTypeByMetadataName(name);
        Assert.True(type is not null, name + " is not in the library");
        return type;
    }

    private static void HasProperty(INamedTypeSymbol type, string? name, Func<ITypeSymbol, bool> isType)
    {
        if (name is not null)
            Assert.Contains(CatalogUse.Members(type, name).OfType<IPropertySymbol>(), property => isType(property.Type));
    }

    private static void HasMembers(SmtpSecurity? security, SmtpLogin? login, Func<string, ITypeSymbol?> typeOf)
    {
        Assert.All(security?.Members ?? [], member =>
        {
            var type = typeOf(member.Name);
            Assert.True(type is not null, member.Name);
            if (member.IsFlag)
            {
                Assert.Equal(SpecialType.System_Boolean, type.SpecialType);
                return;
            }

            var enumeration = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
                ? nullable.TypeArguments[0]
                : type;
            Assert.True(
                enumeration.SpecialType == SpecialType.System_Boolean
                    || member.Modes.Keys.All(value =>
                        enumeration.GetMembers().OfType<IFieldSymbol>().Any(field => field.ConstantValue is int number && number == value)),
                        member.Name);
        });
        Assert.All((login?.Members ?? []).Concat(login?.Passwords ?? []), member => Assert.True(typeOf(member) is not null, member));
    }

    private static void Has(List<IMethodSymbol> methods, string? parameter, Func<ITypeSymbol, bool> isType, bool isNeeded = true) =>
        Assert.True(
            parameter is null || !isNeeded || methods.Any(method => method.Parameters.Any(p => p.Name == parameter && isType(p.Type))),
            parameter);

    private static bool Has(IMethodSymbol method, string parameter, Func<ITypeSymbol, bool> isType) =>
        method.Parameters.Any(p => p.Name == parameter && isType(p.Type));

    /// <summary>A number, or something that converts from one: a layout.</summary>
    private static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType == SpecialType.System_Int32
            || (type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Int32 }] });

    private static bool IsText(ITypeSymbol type) => type.SpecialType == SpecialType.System_String || type.Name == "Layout";

    private static bool IsAddress(ITypeSymbol type) => IsText(type) || type.Name == "IPAddress";
}
