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

    /// <summary>Whether the API takes no port, so that there is no use of it with another one.</summary>
    public bool IsAlways { get; init; }

    public string Source(int port) =>
        $"class C {{ void M({Parameter}) {{ " +
        $"{Statements.Replace("{port}", port.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)} }} }}";

    public static IEnumerable<CatalogUse> Of(SmtpClientType row, INamedTypeSymbol type)
    {
        if (row.IsEndPoint)
            yield break;

        var name = Name(type);
        if (type.IsStatic)
        {
            yield return new(
                "static properties", "", $"{name}.{row.HostProperty} = {Host}; {name}.{row.PortProperty} = {{port}};", "SMTP001");
            yield break;
        }

        var port = row.PortParameter;
        foreach (var constructor in type.InstanceConstructors.Where(IsPublic))
        {
            var made = $"new {name}({Arguments(constructor, port, row.HostParameter, null)})";
            if (constructor.Parameters.Any(p => p.Name == port))
                yield return new($"{constructor}", "", $"var client = {made};", "SMTP001");
            else if (row.DefaultPort == 25 && constructor.Parameters.Any(p => p.Name == row.HostParameter))
                yield return new($"{constructor} without a port", "",
                    $"var client = {made}; {(row.PortProperty is { } later ? "if ({port} != 25) client." + later + " = {port};" : "")}",
                    "SMTP002");
        }

        if (row.PortProperty is not { } portProperty || Empty(row, type) is not { } empty)
            yield break;

        yield return new("assignment", "", $"var client = {empty}; client.{portProperty} = {{port}};", "SMTP001");
        yield return new("assignment to a parameter", $"{name} client", $"client.{portProperty} = {{port}};", "SMTP001");
        if (row.HostProperty is { } hostProperty)
        {
            yield return new("initializer", "", $"var client = {empty[..^2]}, {portProperty} = {{port}} }};", "SMTP001");
            if (row.DefaultPort == 25)
                yield return new("no port", "", $"var client = {empty}; if ({{port}} != 25) client.{portProperty} = {{port}};", "SMTP002");
        }

        if (row.DeliveryProperty is { } delivery)
        {
            var enumeration = (INamedTypeSymbol)Members(type, delivery).OfType<IPropertySymbol>().Single().Type;
            foreach (var value in enumeration.GetMembers().OfType<IFieldSymbol>())
                yield return new($"{delivery} {value.Name}", "",
                    $"var client = {empty}; client.{portProperty} = {{port}}; client.{delivery} = {value};",
                    value.ConstantValue is 0 ? "SMTP001" : null);
        }

        foreach (var other in row.NotConnecting)
        {
            var isFlag = Members(type, other).OfType<IPropertySymbol>().Single().Type.SpecialType == SpecialType.System_Boolean;
            yield return new(other, "",
                $"var client = {empty}; client.{portProperty} = {{port}}; client.{other} = {(isFlag ? "true" : "\"mails\"")};", null);
        }

        if (row.ImplicitTlsPort != 0
            && Implicit(row.Security!, name => Members(type, name).OfType<IPropertySymbol>().Single().Type) is { } isImplicit)
            yield return new("no port, implicit TLS", "", $"var client = {empty}; client.{isImplicit.Name} = {isImplicit.Value};", null);

        // Judged where it sends: what is written after that comes too late.
        foreach (var send in row.SendMethods)
        {
            foreach (var method in type.GetMembers(send).OfType<IMethodSymbol>().Where(IsPublic))
                yield return new($"{method}", "",
                    $"var client = {empty}; client.{portProperty} = {{port}}; " +
                    $"client.{send}({Arguments(method, null, null, null)}); client.{portProperty} = 587;", "SMTP001");
        }
    }

    public static IEnumerable<CatalogUse> Of(SmtpConnectMethod row, INamedTypeSymbol receiver, bool isDecided, bool isSocket = false)
    {
        foreach (var method in Methods(row, receiver))
        {
            var callee = method.MethodKind == MethodKind.Constructor
                ? "new " + Name(receiver)
                : (method.IsStatic ? Name(receiver) : "client") + "." + method.Name;
            var parameter = method.IsStatic || method.MethodKind == MethodKind.Constructor ? "" : Name(receiver) + " client";
            var start = method.MethodKind == MethodKind.Constructor ? "var made = " : "";
            var isDialing = !method.Parameters.Any(p => row.NotDialing.Contains(p.Name));
            var hasPort = method.Parameters.Any(p => p.Name == row.PortParameter || p.Name == row.UriParameter);
            var call = $"{start}{callee}({Arguments(method, row.PortParameter, row.HostParameter, row.UriParameter)});";
            var hasHost = method.Parameters.Any(p =>
                p.Name == row.HostParameter || p.Name == row.UriParameter || row.OtherHostParameters.Contains(p.Name));
            if (!hasHost && isDialing)
                continue;

            yield return new($"{receiver.Name}: {method}", parameter, call,
                !isDialing ? null : hasPort ? isSocket ? "SMTP008" : "SMTP001" : row.DefaultPort == 25 ? "SMTP002" : null)
            {
                IsAlways = !hasPort,
            };
            if (!isDialing || !method.Parameters.Any(p => p.Name == row.PortParameter))
                continue;

            var unwritten = Arguments(method, row.PortParameter, row.HostParameter, row.UriParameter)
                .Replace("{port}", "{port} == 25 ? 0 : 587", StringComparison.Ordinal);
            if (row.DefaultPort == 25)
                yield return new(
                    $"{receiver.Name}: {method} with port 0", parameter, $"{start}{callee}({unwritten});", isDecided ? "SMTP002" : null);
            if (row.ImplicitTlsPort != 0
                && Implicit(row.Security!, name => method.Parameters.SingleOrDefault(p => p.Name == name)?.Type) is { } isImplicit)
            {
                var arguments = string.Join(", ", method.Parameters.Select(p =>
                    p.Name == row.PortParameter
                        ? "0"
                        : p.Name == row.HostParameter ? Host : p.Name == isImplicit.Name ? isImplicit.Value : Any(p)));
                yield return new($"{receiver.Name}: {method} with implicit TLS", parameter, $"{start}{callee}({arguments});", null);
            }

            if (row.ProxyProperty is { } proxy)
                yield return new(
                    $"{receiver.Name}: {method} by a proxy", parameter, $"client.{proxy} = {ProxyOf(receiver, proxy)}; {call}", null);
        }
    }

    /// <summary>The methods of the row that the receiver has, its own and those of bases and interfaces.</summary>
    public static IEnumerable<IMethodSymbol> Methods(SmtpConnectMethod row, INamedTypeSymbol receiver)
    {
        if (row.Names.Contains(".ctor"))
            return receiver.InstanceConstructors.Where(constructor =>
                IsPublic(constructor) && constructor.Parameters.Any(p => p.Name == row.HostParameter));

        var types = receiver.TypeKind == TypeKind.Interface
            ? receiver.AllInterfaces.Prepend(receiver)
            : row.UriParameter is null ? [receiver] : Bases(receiver);
        return types.SelectMany(type => row.Names.SelectMany(name => type.GetMembers(name).OfType<IMethodSymbol>()))
            .Where(method =>
                IsPublic(method) && !method.IsOverride
                    && (row.NeededParameter is not { } needed || method.Parameters.Any(p => p.Name == needed)))
            .DistinctBy(method => method.Name + string.Join(",", method.Parameters.Select(p => p.Type)));
    }

    public static IEnumerable<INamedTypeSymbol> Bases(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
            yield return current;
    }

    public static IEnumerable<ISymbol> Members(INamedTypeSymbol type, string name) =>
        Bases(type).Concat(type.AllInterfaces).SelectMany(candidate => candidate.GetMembers(name));

    /// <summary>A creation of the client with a host and without a port.</summary>
    private static string? Empty(SmtpClientType row, INamedTypeSymbol type)
    {
        var constructors = type.InstanceConstructors.Where(IsPublic).OrderBy(constructor => constructor.Parameters.Length).ToList();
        if (row.HostProperty is { } host)
            return constructors[0].Parameters.IsEmpty
                ? $"new {Name(type)} {{ {host} = {Host} }}"
                : $"new {Name(type)}({Host}) {{ {host} = {Host} }}";

        return constructors.FirstOrDefault(constructor => constructor.Parameters.Any(p => p.Name == row.HostParameter)) is { } withHost
            ? $"new {Name(type)}({Arguments(withHost, null, row.HostParameter, null)})"
            : null;
    }

    private static (string Name, string Value)? Implicit(SmtpSecurity security, Func<string, ITypeSymbol?> typeOf)
    {
        foreach (var member in security.Members)
        {
            foreach (var (value, mode) in member.Modes)
            {
                if (mode == TransportSecurity.Implicit && typeOf(member.Name) is { } type)
                    return (member.Name, type.SpecialType == SpecialType.System_Boolean ? "true" : $"({Name(type)}){value}");
            }
        }

        return null;
    }

    private static string Arguments(IMethodSymbol method, string? port, string? host, string? uri) =>
        string.Join(", ", method.Parameters.Select(p =>
        p.Name == port ? "{port}"
        : p.Name == host ? Host
        : p.Name == uri
            ? p.Type.SpecialType == SpecialType.System_String
                ? "\"smtp://mail.contoso.com:{port}\""
                : "new System.Uri(\"smtp://mail.contoso.com:{port}\")"
        : Any(p)));

    private static string ProxyOf(INamedTypeSymbol receiver, string proxy) =>
        $"System.Activator.CreateInstance<{Name(Members(receiver, proxy).OfType<IPropertySymbol>().First().Type)}>()";

    private static string Any(IParameterSymbol parameter) => $"default({Name(parameter.Type)})!";

    private static string Name(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static bool IsPublic(IMethodSymbol method) => method.DeclaredAccessibility == Accessibility.Public;
}
