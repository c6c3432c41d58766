using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Catalog;

/// <summary>A client type of the catalogue as this compilation knows it.</summary>
internal sealed record ClientSymbol(SmtpLibrary Library, SmtpClientType Row, INamedTypeSymbol Type)
{
    private const string HostEntry = "host";

    public IPropertySymbol? Port { get; } = Property(Type, Row.PortProperty);

    public IPropertySymbol? Host { get; } = Property(Type, Row.HostProperty);

    public IPropertySymbol? Delivery { get; } = Property(Type, Row.DeliveryProperty);

    public ImmutableArray<IPropertySymbol> NotConnecting { get; } = Properties(Type, Row.NotConnecting);

    /// <summary>Properties by which the encryption is chosen, in the row's order.</summary>
    public ImmutableArray<(SecurityMember Member, IPropertySymbol Property)> Security { get; } =
        (Row.Security?.Members ?? ImmutableArray<SecurityMember>.Empty)
            .Select(member => (member, Property(Type, member.Name)))
            .Where(pair => pair.Item2 is not null)
            .Select(pair => (pair.member, pair.Item2!))
            .ToImmutableArray();

    /// <summary>Properties that give a login.</summary>
    public ImmutableArray<IPropertySymbol> Login { get; } = Properties(Type, Row.Login?.Members ?? ImmutableArray<string>.Empty);

    /// <summary>Properties that take a password as text.</summary>
    public ImmutableArray<IPropertySymbol> Passwords { get; } = Properties(Type, Row.Login?.Passwords ?? ImmutableArray<string>.Empty);

    /// <summary>Where an object's host is kept; one without a host property keeps what its constructor was given.</summary>
    public StorageLocation HostCell(AbstractValue? owner) =>
        Host is null ? StorageLocation.Entry(owner, HostEntry) : StorageLocation.Member(owner, Host);

    /// <summary>Where an object keeps what a login parameter of its constructor was given that is no property.</summary>
    public static StorageLocation LoginCell(AbstractValue owner, string parameter) => StorageLocation.Entry(owner, parameter);

    /// <summary>The property that the constructor's parameter sets, by name.</summary>
    public IPropertySymbol? SetBy(IParameterSymbol parameter) =>
        Security.Select(pair => pair.Property).Concat(Login).Concat(Passwords)
            .FirstOrDefault(property => property.Name.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether the member is one that the row speaks of.</summary>
    public bool Has(ISymbol member) =>
        Is(Port, member) || Is(Host, member) || Is(Delivery, member) || NotConnecting.Any(property => Is(property, member))
            || IsSecurity(member) || IsLogin(member) || IsPassword(member);

    public bool IsPort(ISymbol member) => Is(Port, member);

    /// <summary>Whether the member says where the client connects, how it is encrypted, or how it logs in.</summary>
    public bool IsSetting(ISymbol member) =>
        IsPort(member) || Is(Host, member) || IsSecurity(member) || IsLogin(member) || IsPassword(member);

    public bool IsSecurity(ISymbol member) => Security.Any(pair => Is(pair.Property, member));

    public bool IsLogin(ISymbol member) => Login.Any(property => Is(property, member));

    public bool IsPassword(ISymbol member) => Passwords.Any(property => Is(property, member));

    private static bool Is(IPropertySymbol? property, ISymbol member) =>
        property is not null && SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, property.OriginalDefinition);

    private static ImmutableArray<IPropertySymbol> Properties(INamedTypeSymbol type, ImmutableArray<string> names) =>
        names.Select(name => type.FindProperty(name)).OfType<IPropertySymbol>().ToImmutableArray();

    private static IPropertySymbol? Property(INamedTypeSymbol type, string? name) => name is null ? null : type.FindProperty(name);
}

/// <summary>A connect method of the catalogue as it applies to one call.</summary>
internal readonly struct ConnectSymbol(SmtpLibrary library, SmtpConnectMethod row, bool isDecided)
{
    public SmtpLibrary Library { get; } = library;

    public SmtpConnectMethod Row { get; } = row;

    /// <summary>Whether the receiver is surely SMTP.</summary>
    public bool IsDecided { get; } = isDecided;
}

/// <summary>What a key of the catalogue stands for.</summary>
internal enum KeyRole
{
    Port,
    Host,
    Password,
}

/// <summary>Keyed settings of the catalogue as this compilation knows them.</summary>
internal sealed record KeysSymbol(
    SmtpLibrary Library, SmtpKeys Row, ImmutableArray<INamedTypeSymbol> Owners, IPropertySymbol? StaticHost, INamedTypeSymbol? Sender)
{
    public bool IsSend(IMethodSymbol method) =>
        Row.Sends is { } send && method.IsStatic && method.Name == send.Method
            && SymbolEqualityComparer.Default.Equals(method.ContainingType, Sender);

    public bool IsStaticHost(ISymbol member) => SymbolEqualityComparer.Default.Equals(member, StaticHost);
}
