using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;

namespace SmtpPortAnalyzer.Tests.Guards;

/// <summary>One way to use a row of the catalogue, as statements with a port still to be filled in.</summary>
/// <param name="Title">What a failure calls it.</param>
/// <param name="Parameter">The declaration of <c>client</c>, if the statements use one that they do not make.</param>
/// <param name="Statements">With <c>{port}</c> for the port.</param>
/// <param name="Rule">The finding for 25, or for a use without a port; null where there must be none whatever the port.</param>
internal sealed record CatalogUse(string Title, string Parameter, string Statements, string? Rule)
{
    private const string Host = "\"mail.contoso.com\"";

    public string Source(int port) =>
        $"class C {{ void M({Parameter}) {{ {Statements.Replace("{port}", port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)} }} }}";

    public static IEnumerable<CatalogUse> Of(SmtpClientType row, INamedTypeSymbol type)
    {
        var name = Name(type);
        var port = row.PortParameter;
        foreach (var constructor in type.InstanceConstructors.Where(IsPublic))
        {
            var made = $"new {name}({Arguments(constructor, port, row.HostParameter, null)})";
            if (constructor.Parameters.Any(p => p.Name == port))
                yield return new($"{constructor}", "", $"var client = {made};", "SMTP001");
            else if (row.DefaultPort == 25 && constructor.Parameters.Any(p => p.Name == row.HostParameter))
                yield return new($"{constructor} without a port", "", $"var client = {made}; {(row.PortProperty is { } later ? "if ({port} != 25) client." + later + " = {port};" : "")}", "SMTP002");
        }

        if (row is not { PortProperty: { } portProperty, HostProperty: { } hostProperty } || !type.InstanceConstructors.Any(c => IsPublic(c) && c.Parameters.IsEmpty))
            yield break;

        var empty = $"new {name} {{ {hostProperty} = {Host} }}";
        yield return new("initializer", "", $"var client = new {name} {{ {hostProperty} = {Host}, {portProperty} = {{port}} }};", "SMTP001");
        yield return new("assignment", "", $"var client = {empty}; client.{portProperty} = {{port}};", "SMTP001");
        yield return new("assignment to a parameter", $"{name} client", $"client.{portProperty} = {{port}};", "SMTP001");
        if (row.DeliveryProperty is { } delivery)
        {
            var enumeration = (INamedTypeSymbol)type.GetMembers(delivery).OfType<IPropertySymbol>().Single().Type;
            foreach (var value in enumeration.GetMembers().OfType<IFieldSymbol>())
                yield return new($"{delivery} {value.Name}", "", $"var client = {empty}; client.{portProperty} = {{port}}; client.{delivery} = {value};", value.ConstantValue is 0 ? "SMTP001" : null);
        }

        // Judged where it sends: what is written after that comes too late.
        foreach (var send in row.SendMethods)
        {
            foreach (var method in type.GetMembers(send).OfType<IMethodSymbol>().Where(IsPublic))
                yield return new($"{method}", "", $"var client = {empty}; client.{portProperty} = {{port}}; client.{send}({Arguments(method, null, null, null)}); client.{portProperty} = 587;", "SMTP001");
        }
    }

    public static IEnumerable<CatalogUse> Of(SmtpConnectMethod row, INamedTypeSymbol receiver, bool isDecided)
    {
        var parameter = Name(receiver) + " client";
        foreach (var method in Methods(row, receiver))
        {
            var isDialing = !method.Parameters.Any(p => row.NotDialing.Contains(p.Name));
            yield return new(
                $"{receiver.Name}: {method}", parameter, $"client.{method.Name}({Arguments(method, row.PortParameter, row.HostParameter, row.UriParameter)});", isDialing ? "SMTP001" : null);
            if (!isDialing || !method.Parameters.Any(p => p.Name == row.PortParameter))
                continue;

            var unwritten = Arguments(method, row.PortParameter, row.HostParameter, row.UriParameter).Replace("{port}", "{port} == 25 ? 0 : 587", StringComparison.Ordinal);
            if (row.DefaultPort == 25)
                yield return new($"{receiver.Name}: {method} with port 0", parameter, $"client.{method.Name}({unwritten});", isDecided ? "SMTP002" : null);
            if (Implicit(row, method) is { } isImplicit)
                yield return new($"{receiver.Name}: {method} with implicit TLS", parameter, $"client.{method.Name}({isImplicit});", null);
            if (row.ProxyProperty is { } proxy)
            {
                var call = $"client.{method.Name}({Arguments(method, row.PortParameter, row.HostParameter, row.UriParameter)});";
                yield return new($"{receiver.Name}: {method} by a proxy", parameter, $"client.{proxy} = {ProxyOf(receiver, proxy)}; {call}", null);
            }
        }
    }

    /// <summary>The methods of the row that the receiver has, its own and those of bases and interfaces.</summary>
    public static IEnumerable<IMethodSymbol> Methods(SmtpConnectMethod row, INamedTypeSymbol receiver)
    {
        var types = receiver.TypeKind == TypeKind.Interface ? receiver.AllInterfaces.Prepend(receiver) : Bases(receiver);
        return types.SelectMany(type => row.Names.SelectMany(name => type.GetMembers(name).OfType<IMethodSymbol>()))
            .Where(method => IsPublic(method) && !method.IsOverride)
            .DistinctBy(method => method.Name + string.Join(",", method.Parameters.Select(p => p.Type)));
    }

    public static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            yield return current;
    }

    private static string? Implicit(SmtpConnectMethod row, IMethodSymbol method)
    {
        var flag = method.Parameters.FirstOrDefault(p => p.Name == row.ImplicitTlsParameter || p.Name == row.OptionsParameter);
        if (flag is null)
            return null;

        return string.Join(", ", method.Parameters.Select(p =>
            p.Name == row.PortParameter ? "0"
            : p.Name == row.HostParameter ? Host
            : p.Name == row.ImplicitTlsParameter ? "true"
            : p.Name == row.OptionsParameter ? $"({Name(p.Type)}){row.ImplicitTlsOption}"
            : Any(p)));
    }

    private static string Arguments(IMethodSymbol method, string? port, string? host, string? uri) => string.Join(", ", method.Parameters.Select(p =>
        p.Name == port ? "{port}"
        : p.Name == host ? Host
        : p.Name == uri ? p.Type.SpecialType == SpecialType.System_String ? "\"smtp://mail.contoso.com:{port}\"" : "new System.Uri(\"smtp://mail.contoso.com:{port}\")"
        : Any(p)));

    private static string ProxyOf(INamedTypeSymbol receiver, string proxy) =>
        $"System.Activator.CreateInstance<{Name(Bases(receiver).Concat(receiver.AllInterfaces).SelectMany(type => type.GetMembers(proxy)).OfType<IPropertySymbol>().First().Type)}>()";

    private static string Any(IParameterSymbol parameter) => $"default({Name(parameter.Type)})!";

    private static string Name(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static bool IsPublic(IMethodSymbol method) => method.DeclaredAccessibility == Accessibility.Public && !method.IsStatic;
}
