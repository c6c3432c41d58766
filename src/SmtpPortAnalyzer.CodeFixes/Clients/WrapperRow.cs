using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>What the row of a wrapper says that a fix has to know, whether it is one of an object or of a call.</summary>
/// <param name="Host">The member that takes the host.</param>
/// <param name="Port">The member that takes the port; null where it always is the default.</param>
/// <param name="Security">What chooses the encryption.</param>
/// <param name="Login">What takes the login.</param>
internal sealed record WrapperRow(string? Host, string? Port, SmtpSecurity? Security, WrapperLogin Login)
{
    /// <summary>Members of which one that is set means that no connection is opened.</summary>
    public ImmutableArray<string> NotConnecting { get; private init; } = ImmutableArray<string>.Empty;

    /// <summary>Whether the overload that takes a login demands STARTTLS of itself.</summary>
    public bool IsEncryptedByLogin { get; private init; }

    /// <summary>The member and the value that demand STARTTLS; where the library cannot, those that come closest.</summary>
    public (string Member, int Value)? Demanding =>
        new[] { TransportSecurity.StartTls, TransportSecurity.ByPort, TransportSecurity.WhenAvailable }
        .SelectMany(mode => Security?.Members.SelectMany(member => member.Modes.Where(pair => pair.Value == mode)
            .Select(pair => ((string, int)?)(member.Name, pair.Key))) ?? [])
        .FirstOrDefault();

    /// <summary>The row of an object's type.</summary>
    public static WrapperRow? Find(SmtpLibrary library, ITypeSymbol type) => library.Clients
        .Where(row => row.FixLogin is not null && type.SelfAndBaseTypes().Any(own => own.FullName() == row.Type))
        .Select(row => new WrapperRow(row.HostProperty, row.PortProperty, row.Security, row.FixLogin!)
        {
            NotConnecting = row.NotConnecting,
        }).FirstOrDefault();

    /// <summary>The row of a method.</summary>
    public static WrapperRow? Find(SmtpLibrary library, IMethodSymbol method) => library.ConnectMethods
        .Where(row =>
            row.FixLogin is not null && row.Names.Contains(method.Name) && row.Receivers.Contains(method.ContainingType.FullName())
            && Has(method, row.HostParameter)
            && (row.NeededParameter is null || Has(method, row.NeededParameter)))
        .Select(row => new WrapperRow(row.HostParameter, row.PortParameter, row.Security, row.FixLogin!)
        {
            IsEncryptedByLogin = library.ConnectMethods.Any(other =>
                other.NeededParameter is { } login && login == row.FixLogin!.Password && other.Names.Contains(method.Name)
                && other.Receivers.Contains(method.ContainingType.FullName()) && other.Security?.Default == TransportSecurity.StartTls),
        }).FirstOrDefault();

    private static bool Has(IMethodSymbol method, string? name) => method.Parameters.Any(parameter => parameter.Name == name);
}
