using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>
/// <c>docs/detected-apis.md</c> shows the rows of the catalogue, all of them and no others. After a change of the catalogue this test prints
/// the tables that the page must have.
/// </summary>
public class DetectedApisPage
{
    [Fact]
    public void Page_Tables_AreThoseOfTheCatalogue()
    {
        var expected = SmtpCatalog.Libraries.SelectMany(Library).ToArray();
        var actual = Repository.Lines("docs/detected-apis.md").Where(line => line.StartsWith('|') || line.StartsWith("## ", StringComparison.Ordinal)).ToArray();
        Assert.True(expected.SequenceEqual(actual), "docs/detected-apis.md must have these tables:\n" + string.Join("\n", expected));
    }

    private static IEnumerable<string> Library(SmtpLibrary library) =>
        library.Clients.SelectMany(Client).Concat(library.ConnectMethods.SelectMany(Connect)).Prepend("## " + library.Name);

    private static IEnumerable<string> Client(SmtpClientType row) => Table(
        ("Type, and what derives from it", Code(row.Type)),
        ("Port", Code("property ", row.PortProperty, "constructor parameter ", row.PortParameter)),
        ("Host", Code("property ", row.HostProperty, "constructor parameter ", row.HostParameter)),
        ("Port where none, or 0, is given", row.DefaultPort?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ("Connects in", Code(row.SendMethods)),
        ("Opens no connection where", row.DeliveryProperty is { } delivery ? "`" + delivery + "` is not `" + ValueName(PropertyType(row.Type, delivery), 0) + "`" : null));

    private static IEnumerable<string> Connect(SmtpConnectMethod row) => Table(
        ("Methods", Code(row.Names)),
        ("Of, and what derives from or implements it", Code(row.Receivers)),
        ("Of these only with a written 25: they may be something else than SMTP", Code(row.UndecidedReceivers)),
        ("Port", Code("parameter ", row.PortParameter)),
        ("Host", Code("parameter ", row.HostParameter)),
        ("Host and port", Code("parameter ", row.UriParameter)),
        ("Port where none, or 0, is given", row.DefaultPort + (row.ImplicitTlsPort > 0 ? ", with implicit TLS " + row.ImplicitTlsPort : "")),
        ("Implicit TLS", string.Join("; ", new[]
        {
            row.ImplicitTlsParameter is { } flag ? "`" + flag + ": true`" : "",
            row.OptionsParameter is { } options ? "`" + options + ": " + ValueName(ParameterType(row, options), row.ImplicitTlsOption) + "`" : "",
        }.Where(text => text.Length > 0))),
        ("Opens no connection where", string.Join("; ", row.NotDialing.Select(parameter => "there is a parameter `" + parameter + "`")
            .Concat(row.ProxyProperty is { } proxy ? ["`" + proxy + "` is set"] : []))));

    private static IEnumerable<string> Table(params (string Name, string? Value)[] rows) => rows
        .Where(row => row.Value is { Length: > 0 })
        .Select(row => $"| {row.Name} | {row.Value} |")
        .Prepend("|---|---|")
        .Prepend("| | |");

    private static ITypeSymbol PropertyType(string type, string property) => Type(type).GetMembers(property).OfType<IPropertySymbol>().Single().Type;

    private static ITypeSymbol ParameterType(SmtpConnectMethod row, string parameter) =>
        CatalogUse.Methods(row, Type(row.Receivers[0])).SelectMany(method => method.Parameters).First(p => p.Name == parameter).Type;

    private static string ValueName(ITypeSymbol enumeration, int value) =>
        enumeration.GetMembers().OfType<IFieldSymbol>().First(field => field.ConstantValue is int constant && constant == value).Name;

    private static INamedTypeSymbol Type(string name) => new[] { TestReferences.Net8Web, TestReferences.Net472 }
        .Select(references => Findings.Compile("").WithReferences(references).GetTypeByMetadataName(name))
        .First(type => type is not null)!;

    private static string Code(params IEnumerable<string> names) => string.Join(", ", names.Select(name => "`" + name + "`"));

    private static string Code(string kind, string? name, string otherKind = "", string? otherName = null) => string.Join(
        ", ", new[] { (kind, name), (otherKind, otherName) }.Where(entry => entry.Item2 is not null).Select(entry => entry.Item1 + "`" + entry.Item2 + "`"));
}
