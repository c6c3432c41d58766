using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Catalog;

/// <summary>The rows of the catalogue as symbols of one compilation, and the names that its code is searched for.</summary>
internal sealed class ResolvedRows
{
    private readonly TypeFinder _types;

    public ResolvedRows(TypeFinder types, ImmutableArray<SmtpLibrary> libraries, UserApis own)
    {
        _types = types;
        foreach (var library in libraries)
            Add(library);
        Add(own);
    }

    public Dictionary<INamedTypeSymbol, ClientSymbol> Clients { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The connect methods by the types on which they are called.</summary>
    public Dictionary<INamedTypeSymbol, List<ConnectSymbol>> Receivers { get; } = new(SymbolEqualityComparer.Default);

    public Dictionary<INamedTypeSymbol, CredentialType> Credentials { get; } = new(SymbolEqualityComparer.Default);

    public HashSet<INamedTypeSymbol> Wrappers { get; } = new(SymbolEqualityComparer.Default);

    public Dictionary<string, (KeysSymbol Keys, KeyRole Role)> Keys { get; } = new();

    /// <summary>The user's own methods.</summary>
    public Dictionary<IMethodSymbol, ConnectSymbol> Methods { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The names by which code speaks of mail libraries.</summary>
    public CatalogNames MailNames { get; } = new();

    /// <summary>The names by which code speaks of sockets, which many programs use, and few for mail.</summary>
    public CatalogNames SocketNames { get; } = new();

    private void Add(UserApis own)
    {
        foreach (var client in own.Clients)
        {
            Clients[client.Type] = client;
            MailNames.AddType(client.Type.Name);
            MailNames.AddMembers(client.Row.PortProperty, client.Row.HostProperty);
        }

        foreach (var (method, row) in own.Methods)
        {
            Methods[method] = row;
            MailNames.AddType(method.ContainingType.Name);

            // A variable of the type may stand in a file that does not name it.
            if (method.MethodKind != MethodKind.Constructor)
                MailNames.AddType(method.Name);
        }
    }

    private void Add(SmtpLibrary library)
    {
        var isThere = false;
        var names = library.IsSocket ? SocketNames : MailNames;
        foreach (var client in library.Clients)
        {
            if (Resolve(client.Type, names) is not { } type)
                continue;

            isThere = true;
            Clients[type] = new ClientSymbol(library, client, type);
            names.AddMembers(client.PortProperty, client.HostProperty);
            names.AddMembers((client.Security?.Members ?? ImmutableArray<SecurityMember>.Empty).Select(member => member.Name).ToArray());
            names.AddMembers(
                (client.Login?.Members ?? ImmutableArray<string>.Empty).AddRange(client.Login?.Passwords ?? ImmutableArray<string>.Empty)
                    .ToArray());
        }

        foreach (var method in library.ConnectMethods)
        {
            isThere |= AddReceivers(library, method, method.UndecidedReceivers, names, isDecided: false);
            isThere |= AddReceivers(library, method, method.Receivers, names, isDecided: true);
        }

        foreach (var keys in library.Keys)
            isThere |= AddKeys(library, keys);

        if (!isThere)
            return;

        foreach (var name in library.OtherNames)
            names.AddType(name);
        foreach (var name in library.Wrappers)
        {
            if (_types.Find(name) is { } type)
                Wrappers.Add(type);
        }

        foreach (var credential in library.Credentials)
        {
            if (_types.Find(credential.Type) is { } type)
                Credentials[type] = credential;
        }
    }

    private bool AddReceivers(SmtpLibrary library, SmtpConnectMethod method, IEnumerable<string> types,
        CatalogNames names, bool isDecided)
    {
        var isThere = false;
        foreach (var name in types)
        {
            if (Resolve(name, names) is not { } type)
                continue;

            isThere = true;
            if (!Receivers.TryGetValue(type, out var rows))
                Receivers.Add(type, rows = new List<ConnectSymbol>());
            rows.Add(new ConnectSymbol(library, method, isDecided));
            names.AddMembers(method.Names.Where(candidate => candidate != ".ctor").ToArray());
            names.AddMembers((method.Login?.Methods ?? ImmutableArray<string>.Empty).ToArray());
        }

        return isThere;
    }

    private bool AddKeys(SmtpLibrary library, SmtpKeys row)
    {
        var needed = row.NeededTypes.Select(name => Resolve(name, MailNames)).OfType<INamedTypeSymbol>().ToList();
        if (needed.Count == 0)
            return false;

        var staticHost = row.StaticHost is { } property
            ? Resolve(property.Type, MailNames)?.GetMembers(property.Property).OfType<IPropertySymbol>().FirstOrDefault()
            : null;
        var sender = row.Sends is { } send ? Resolve(send.Type, MailNames) : null;
        var keys = new KeysSymbol(library, row,
            row.Owners.Select(name => Resolve(name, MailNames)).OfType<INamedTypeSymbol>().ToImmutableArray(), staticHost,
            sender);
        Keys[row.Port] = (keys, KeyRole.Port);
        if (row.Host is not null)
            Keys[row.Host] = (keys, KeyRole.Host);
        if (row.Password is not null)
            Keys[row.Password] = (keys, KeyRole.Password);
        MailNames.AddMembers("Fields", "Add", row.StaticHost?.Property, row.Sends?.Method);
        return true;
    }

    /// <summary>The type, whose name is then one that code is searched for.</summary>
    private INamedTypeSymbol? Resolve(string metadataName, CatalogNames names)
    {
        var type = _types.Find(metadataName);
        if (type is not null)
            names.AddType(type.Name);
        return type;
    }
}
