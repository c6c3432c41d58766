using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>
/// <c>docs/detected-apis.md</c> shows the rows of the catalogue, all of them and no others. After a change of the catalogue this test
/// prints the tables that the page must have.
/// </summary>
public class DetectedApisPage
{
    [Fact]
    public void Page_Tables_AreThoseOfTheCatalogue()
    {
        var expected = SmtpCatalog.Libraries.SelectMany(Library).ToArray();
        var actual = Repository.Lines("docs/detected-apis.md")
            .Where(line => line.StartsWith('|') || line.StartsWith("## ", StringComparison.Ordinal)).ToArray();
        Assert.True(expected.SequenceEqual(actual), "docs/detected-apis.md must have these tables:\n" + string.Join("\n", expected));
    }

    private static IEnumerable<string> Library(SmtpLibrary library) =>
        library.Clients.SelectMany(row => Client(library, row))
            .Concat(library.ConnectMethods.SelectMany(row => Connect(library, row)))
            .Concat(library.Keys.SelectMany(Keys))
            .Prepend("## " + library.Name);

    private static IEnumerable<string> Client(SmtpLibrary library, SmtpClientType row) => Table(
        ("Type, and what derives from it", Code(row.Type)),
        ("Port", Code("property ", row.PortProperty, "constructor parameter ", row.PortParameter)),
        ("Host", Code("property ", row.HostProperty, "constructor parameter ", row.HostParameter)),
        ("Port where none, or 0, is given", row.IsEndPoint ? null : Port(row.DefaultPort, row.ImplicitTlsPort)),
        ("Connects in", row.IsEndPoint ? "a method below that is given it" : Code(row.SendMethods)),
        ("Opens no connection where",
            string.Join("; ",
                (row.DeliveryProperty is { } delivery
                    ? ["`" + delivery + "` is not `" + ValueName(PropertyType(library, row.Type, delivery), 0) + "`"]
                    : Array.Empty<string>())
            .Concat(row.NotConnecting.Select(property => "`" + property + "` is set")))),
        ("Encryption", Security(row.Security, member => PropertyType(library, row.Type, member))),
        ("Login", Login(row.Login)));

    private static IEnumerable<string> Connect(SmtpLibrary library, SmtpConnectMethod row) => Table(
        ("Methods", string.Join(", ", row.Names.Select(name => name == ".ctor" ? "constructor" : "`" + name + "`"))),
        ("Of, and what derives from or implements it", Code(row.Receivers)),
        ("Of these only with a written 25: they may be something else than SMTP", Code(row.UndecidedReceivers)),
        ("With the parameter", Code(row.NeededParameter is { } needed ? [needed] : [])),
        ("Port", Code("parameter ", row.PortParameter)),
        ("Host",
            Code(new[] { row.HostParameter }.OfType<string>().Concat(row.OtherHostParameters).Select(name => "parameter `" + name + "`"),
                "")),
        ("Host and port",
            Code(new[] { row.UriParameter, row.EndPointParameter }.OfType<string>().Select(name => "parameter `" + name + "`"), "")),
        ("Port where none, or 0, is given", library.IsSocket ? null : Port(row.DefaultPort, row.ImplicitTlsPort)),
        ("Opens no connection where", string.Join("; ", row.NotDialing.Select(parameter => "there is a parameter `" + parameter + "`")
            .Concat(row.ProxyProperty is { } proxy ? ["`" + proxy + "` is set"] : []))),
        ("Encryption", Security(row.Security, member => ParameterType(library, row, member))),
        ("Login", Login(row.Login)));

    private static IEnumerable<string> Keys(SmtpKeys row) => Table(
        ("Port by key", Code(row.Port)),
        ("Host by key", Code(new[] { row.Host }.OfType<string>())),
        ("Host otherwise", row.StaticHost is { } host ? $"property `{host.Type}.{host.Property}`" : null),
        ("Password by key", Code(new[] { row.Password }.OfType<string>())),
        ("In members of", Code(row.Owners)),
        ("Where one of these types is there", Code(row.NeededTypes)),
        ("Connects in", row.Sends is { } send ? $"`{send.Type}.{send.Method}`" : null),
        ("Port where none is given", row.Sends?.DefaultPort.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static string Port(int? port, int implicitPort) =>
        port is null ? "not known" : port + (implicitPort > 0 ? ", with implicit TLS " + implicitPort : "");

    private static string? Security(SmtpSecurity? row, Func<string, ITypeSymbol> typeOf)
    {
        if (row is null)
            return "not judged";

        var members = row.Members.Select(member =>
            "`" + member.Name + "` "
                + string.Join(", ",
                    member.Modes.OrderBy(mode => mode.Key)
                        .Select(mode => $"`{Value(typeOf(member.Name), mode.Key)}` {Words(mode.Value)}")));
        return string.Join("; ",
            members.Append(
                row.Default is { } otherwise ? (row.Members.IsEmpty ? "" : "otherwise ") + Words(otherwise) : "otherwise not known"));
    }

    private static string? Login(SmtpLogin? row)
    {
        if (row is null)
            return "not judged";

        var text = Code(row.Members.Concat(row.Passwords).Concat(row.Methods).Distinct());
        return text.Length == 0 ? "none" : text;
    }

    private static string Words(TransportSecurity mode) => mode switch
    {
        TransportSecurity.None => "none",
        TransportSecurity.WhenAvailable => "STARTTLS if offered",
        TransportSecurity.StartTls => "STARTTLS",
        TransportSecurity.Implicit => "implicit TLS",
        _ => "implicit TLS on 465, else STARTTLS if offered",
    };

    private static string Value(ITypeSymbol type, int value) =>
        type.SpecialType == SpecialType.System_Boolean ? (value == 1 ? "true" : "false")
        : ValueName(
            type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
                ? nullable.TypeArguments[0]
                : type, value);

    private static IEnumerable<string> Table(params (string Name, string? Value)[] rows) => rows
        .Where(row => row.Value is { Length: > 0 })
        .Select(row => $"| {row.Name} | {row.Value} |")
        .Prepend("|---|---|")
        .Prepend("| | |");

    private static ITypeSymbol PropertyType(SmtpLibrary library, string type, string property) =>
        CatalogUse.Members(Type(library, type), property).OfType<IPropertySymbol>().First().Type;

    private static ITypeSymbol ParameterType(SmtpLibrary library, SmtpConnectMethod row, string parameter) =>
        CatalogUse.Methods(row, Type(library, row.Receivers[0])).SelectMany(method => method.Parameters)
            .First(p => p.Name == parameter).Type;

    private static string ValueName(ITypeSymbol enumeration, int value) =>
        enumeration.GetMembers().OfType<IFieldSymbol>().First(field => field.ConstantValue is int constant && constant == value).Name;

    private static INamedTypeSymbol Type(SmtpLibrary library, string name) =>
        CatalogGuards.Compilation(library.Name).GetTypeByMetadataName(name)!;

    private static string Code(params IEnumerable<string> names) => Code(names.Select(name => "`" + name + "`"), "");

    private static string Code(IEnumerable<string> marked, string between) => string.Join(", " + between, marked);

    private static string Code(string kind, string? name, string otherKind = "", string? otherName = null) => string.Join(
        ", ",
        new[] { (kind, name), (otherKind, otherName) }.Where(entry => entry.Item2 is not null)
            .Select(entry => entry.Item1 + "`" + entry.Item2 + "`"));
}
