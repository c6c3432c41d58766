using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>
/// What code sets a port to besides the 25 that becomes 587. One of TLS from the first byte, which a call hands over, goes with connections
/// that choose their encryption by it, or by a switch beside it.
/// </summary>
/// <param name="addsLogin">Whether the connections get a login, so that a port that only run time knows may be another server's.</param>
internal sealed class OtherPorts(bool addsLogin)
{
    private bool _hasImplicit;

    /// <summary>Whether code may set the port to the value.</summary>
    public bool MayBe(ExpressionSyntax value, FileContext file) =>
        file.ProvedConstant(value) is { } port
            ? ConstantFolding.TryGetInteger(port, out var number) && MailPorts.StartsPlain(number)
            : !addsLogin || file.SymbolOf(value) is IParameterSymbol;

    /// <summary>Whether a call may hand the value over, and the switch beside it.</summary>
    public bool MayHandOver(ExpressionSyntax value, FileContext file) =>
        file.ProvedConstant(value) is { } port ? IsSpoken(port) : !addsLogin;

    /// <summary>Whether the connections speak all of them.</summary>
    public bool Suit(IEnumerable<DefaultedConnection> connections) => !_hasImplicit
        || connections.All(connection => ClientRewriter.Create(connection.Library, connection.Site, connection.File)
            is { CanStartWithTls: true } client && (client.ImplicitFlags.Any() || client.Security == TransportSecurity.ByPort));

    private bool IsSpoken(object port)
    {
        if (!ConstantFolding.TryGetInteger(port, out var number))
            return false;

        var isImplicit = MailPorts.IsPort(number) && MailPorts.IsImplicit((int)number);
        _hasImplicit |= isImplicit;
        return isImplicit ? !addsLogin : MailPorts.StartsPlain(number);
    }
}
