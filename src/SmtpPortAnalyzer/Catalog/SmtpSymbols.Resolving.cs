using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Catalog;

/// <content>How the rows become symbols.</content>
internal sealed partial class SmtpSymbols
{
    private void Add(UserApis own)
    {
        foreach (var client in own.Clients)
        {
            _clients[client.Type] = client;
            MailNames.AddType(client.Type.Name);
            MailNames.AddMembers(client.Row.PortProperty, client.Row.HostProperty);
        }

        foreach (var (method, row) in own.Methods)
        {
            _methods[method] = row;
            MailNames.AddType(method.ContainingType.Name);

            // A variable of the type may stand in a file that does not name it.
            if (method.MethodKind != MethodKind.Constructor)
                MailNames.AddType(method.Name);
        }
    }

    private void Add(Compilation compilation, SmtpLibrary library)
    {
        var isThere = false;
        var names = library.IsSocket ? SocketNames : MailNames;
        foreach (var client in library.Clients)
        {
            if (Resolve(compilation, client.Type, names) is not { } type)
                continue;

            isThere = true;
            _clients[type] = new ClientSymbol(library, client, type);
            names.AddMembers(client.PortProperty, client.HostProperty);
            names.AddMembers((client.Security?.Members ?? ImmutableArray<SecurityMember>.Empty).Select(member => member.Name).ToArray());
            names.AddMembers(
                (client.Login?.Members ?? ImmutableArray<string>.Empty).AddRange(client.Login?.Passwords ?? ImmutableArray<string>.Empty)
                    .ToArray());
        }

        foreach (var method in library.ConnectMethods)
        {
            isThere |= AddReceivers(compilation, library, method, method.UndecidedReceivers, names, isDecided: false);
            isThere |= AddReceivers(compilation, library, method, method.Receivers, names, isDecided: true);
        }

        foreach (var keys in library.Keys)
            isThere |= AddKeys(compilation, library, keys);

        if (!isThere)
            return;

        foreach (var name in library.OtherNames)
            names.AddType(name);
        foreach (var name in library.Wrappers)
        {
            if (Find(compilation, name) is { } type)
                _wrappers.Add(type);
        }

        foreach (var credential in library.Credentials)
        {
            if (Find(compilation, credential.Type) is { } type)
                _credentials[type] = credential;
        }
    }

    private bool AddReceivers(Compilation compilation, SmtpLibrary library, SmtpConnectMethod method, IEnumerable<string> types,
        CatalogNames names, bool isDecided)
    {
        var isThere = false;
        foreach (var name in types)
        {
            if (Resolve(compilation, name, names) is not { } type)
                continue;

            isThere = true;
            if (!_receivers.TryGetValue(type, out var rows))
                _receivers.Add(type, rows = new List<ConnectSymbol>());
            rows.Add(new ConnectSymbol(library, method, isDecided));
            names.AddMembers(method.Names.Where(candidate => candidate != ".ctor").ToArray());
            names.AddMembers((method.Login?.Methods ?? ImmutableArray<string>.Empty).ToArray());
        }

        return isThere;
    }

    private bool AddKeys(Compilation compilation, SmtpLibrary library, SmtpKeys row)
    {
        var needed = row.NeededTypes.Select(name => Resolve(compilation, name, MailNames)).OfType<INamedTypeSymbol>().ToList();
        if (needed.Count == 0)
            return false;

        var staticHost = row.StaticHost is { } property
            ? Resolve(compilation, property.Type, MailNames)?.GetMembers(property.Property).OfType<IPropertySymbol>().FirstOrDefault()
            : null;
        var sender = row.Sends is { } send ? Resolve(compilation, send.Type, MailNames) : null;
        var keys = new KeysSymbol(library, row,
            row.Owners.Select(name => Resolve(compilation, name, MailNames)).OfType<INamedTypeSymbol>().ToImmutableArray(), staticHost,
            sender);
        _keys[row.Port] = (keys, KeyRole.Port);
        if (row.Host is not null)
            _keys[row.Host] = (keys, KeyRole.Host);
        if (row.Password is not null)
            _keys[row.Password] = (keys, KeyRole.Password);
        MailNames.AddMembers("Fields", "Add", row.StaticHost?.Property, row.Sends?.Method);
        return true;
    }

    /// <summary>The type, whose name is then one that code is searched for.</summary>
    private static INamedTypeSymbol? Resolve(Compilation compilation, string metadataName, CatalogNames names)
    {
        var type = Find(compilation, metadataName);
        if (type is not null)
            names.AddType(type.Name);
        return type;
    }

    private static INamedTypeSymbol? Find(Compilation compilation, string metadataName)
    {
#pragma warning disable RS0030 // This is the one place where the catalogue's names become symbols.
        return compilation.GetTypeByMetadataName(metadataName) ?? compilation.GetTypesByMetadataName(metadataName).FirstOrDefault();
#pragma warning restore RS0030
    }
}
