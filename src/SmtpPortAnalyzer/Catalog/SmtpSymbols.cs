using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Catalog;

/// <summary>A client type of the catalogue as this compilation knows it.</summary>
internal sealed record ClientSymbol(SmtpLibrary Library, SmtpClientType Row, INamedTypeSymbol Type)
{
    public IPropertySymbol? Port { get; } = Property(Type, Row.PortProperty);

    public IPropertySymbol? Host { get; } = Property(Type, Row.HostProperty);

    public IPropertySymbol? Delivery { get; } = Property(Type, Row.DeliveryProperty);

    private static IPropertySymbol? Property(INamedTypeSymbol type, string? name) =>
        name is null ? null : type.GetMembers(name).OfType<IPropertySymbol>().FirstOrDefault();
}

/// <summary>A connect method of the catalogue as it applies to one call.</summary>
internal readonly struct ConnectSymbol(SmtpLibrary library, SmtpConnectMethod row, bool isDecided)
{
    public SmtpLibrary Library { get; } = library;

    public SmtpConnectMethod Row { get; } = row;

    /// <summary>Whether the receiver is surely SMTP.</summary>
    public bool IsDecided { get; } = isDecided;
}

/// <summary>The catalogue's types, resolved once per compilation.</summary>
internal sealed class SmtpSymbols
{
    private readonly Dictionary<INamedTypeSymbol, ClientSymbol> _clients = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<INamedTypeSymbol, (SmtpLibrary Library, SmtpConnectMethod Row, bool IsDecided)> _receivers = new(SymbolEqualityComparer.Default);

    private SmtpSymbols(Compilation compilation)
    {
        // The core library of .NET Framework is mscorlib, and its mail client is in System.dll; .NET has façades of both names.
        IsNetFramework = compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly?.Name == "mscorlib"
            && Resolve(compilation, "System.Net.Mail.SmtpClient")?.ContainingAssembly.Name == "System";

        foreach (var library in SmtpCatalog.Libraries)
        {
            foreach (var client in library.Clients)
            {
                if (Resolve(compilation, client.Type) is { } type)
                    _clients[type] = new ClientSymbol(library, client, type);
            }

            foreach (var method in library.ConnectMethods)
            {
                AddReceivers(compilation, library, method, method.UndecidedReceivers, isDecided: false);
                AddReceivers(compilation, library, method, method.Receivers, isDecided: true);
            }
        }
    }

    /// <summary>Whether the program runs on .NET Framework, whose mail client takes what the code does not say from the configuration file.</summary>
    public bool IsNetFramework { get; }

    public bool IsEmpty => _clients.Count == 0 && _receivers.Count == 0;

    public static SmtpSymbols Of(Compilation compilation) => new(compilation);

    /// <summary>The catalogue's client that the type is or derives from.</summary>
    public ClientSymbol? Client(ITypeSymbol? type)
    {
        foreach (var candidate in SelfAndBases(type))
        {
            if (_clients.TryGetValue(candidate.OriginalDefinition, out var client))
                return client;
        }

        return null;
    }

    /// <summary>The row for a call of the method on a receiver of the static type, if it opens a connection.</summary>
    public ConnectSymbol? Connect(IMethodSymbol method, ITypeSymbol? receiver)
    {
        if (receiver is null || Receiver(receiver) is not { } found || !found.Row.Names.Contains(method.Name))
            return null;

        var isDialing = false;
        foreach (var parameter in method.Parameters)
        {
            if (found.Row.NotDialing.Contains(parameter.Name))
                return null;

            isDialing |= parameter.Name == found.Row.HostParameter || parameter.Name == found.Row.UriParameter;
        }

        return isDialing ? new ConnectSymbol(found.Library, found.Row, found.IsDecided) : null;
    }

    private (SmtpLibrary Library, SmtpConnectMethod Row, bool IsDecided)? Receiver(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter)
            return parameter.ConstraintTypes.Select(Receiver).Where(found => found is not null).OrderByDescending(found => found!.Value.IsDecided).FirstOrDefault();

        (SmtpLibrary, SmtpConnectMethod, bool)? undecided = null;
        foreach (var candidate in SelfAndBases(type).Concat(type.AllInterfaces))
        {
            if (!_receivers.TryGetValue(candidate.OriginalDefinition, out var found))
                continue;

            if (found.IsDecided)
                return found;

            // A POP3 client is a mail service too: only the bare base or interface leaves it open.
            if (SymbolEqualityComparer.Default.Equals(candidate, type))
                undecided = found;
        }

        return undecided;
    }

    private void AddReceivers(Compilation compilation, SmtpLibrary library, SmtpConnectMethod method, IEnumerable<string> types, bool isDecided)
    {
        foreach (var name in types)
        {
            if (Resolve(compilation, name) is { } type)
                _receivers[type] = (library, method, isDecided);
        }
    }

    private static IEnumerable<INamedTypeSymbol> SelfAndBases(ITypeSymbol? type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (current is INamedTypeSymbol named)
                yield return named;
        }
    }

    private static INamedTypeSymbol? Resolve(Compilation compilation, string metadataName)
    {
#pragma warning disable RS0030 // This is the one place where the catalogue's names become symbols.
        return compilation.GetTypeByMetadataName(metadataName) ?? compilation.GetTypesByMetadataName(metadataName).FirstOrDefault();
#pragma warning restore RS0030
    }
}
