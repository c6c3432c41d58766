using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>
/// A 25 that a call hands to the method or constructor that connects. It can change together with the connection where every
/// caller hands over a 25: then no caller counts on the connection as it is.
/// </summary>
/// <param name="Call">The call.</param>
/// <param name="Port">The argument that is 25.</param>
/// <param name="Host">The host, where the same call hands it over.</param>
internal sealed record PassedPort(SyntaxNode Call, ExpressionSyntax Port, ExpressionSyntax? Host)
{
    private IParameterSymbol? PortParameter { get; init; }

    private IParameterSymbol? HostParameter { get; init; }

    /// <summary>The encryption, where the same call chooses it.</summary>
    public PassedSecurity? Security { get; init; }

    /// <summary>Reads the call that a finding stands in; <paramref name="siteFile"/> is the connection's file.</summary>
    public static PassedPort? Read(FixTarget finding, ClientRewriter client, FileContext siteFile)
    {
        var file = finding.File;
        var argument = finding.Node.AncestorsAndSelf().OfType<ArgumentSyntax>()
            .FirstOrDefault(a => a.Expression.Span == finding.Place.Span);
        if (argument is not { Parent.Parent: { } call } || file.SymbolOf(call) is not IMethodSymbol called)
            return null;

        var method = called.ReducedFrom ?? called;
        var port = method.Parameters.FirstOrDefault(p => Callers.ArgumentFor(call, p, file) == argument);
        if (port is null || client.Ports.ToList() is not { Count: 1 } ports || !IsFrom(ports[0], port, siteFile))
            return null;

        var host = client.Hosts.ToList() is { Count: 1 } hosts
            ? method.Parameters.FirstOrDefault(p => IsFrom(hosts[0], p, siteFile))
            : null;
        return new PassedPort(call, argument.Expression, host is null ? null : Callers.ArgumentFor(call, host, file)?.Expression)
        {
            PortParameter = port,
            HostParameter = host,
            Security = PassedSecurity.Find(call, method, client, siteFile),
        };
    }

    /// <summary>
    /// Makes the settings decide what the call hands over, and the rest of a connection in the same file; one in another file is finished
    /// there.
    /// </summary>
    public bool Rewrite(RelayEdit edit, ClientRewriter client, bool isHere)
    {
        if (!(Host is not null ? ClientRewriter.RewriteHost(edit, Host) : !isHere || client.RewriteHost(edit))
            || !ClientRewriter.RewritePort(edit, Port))
            return false;
        if (Security is { } security ? !security.TurnOn(edit) : isHere && !client.RewriteSecurity(edit))
            return false;

        return !isHere || client.RewriteLogin(edit);
    }

    /// <summary>Whether every other call hands over a 25 as well, and a host that is no local one.</summary>
    public async Task<bool> IsTheSameInAllCallsAsync(FixTarget finding)
    {
        if (await finding.Fix.Searches.CallersAsync(finding.Fix, (IMethodSymbol)PortParameter!.ContainingSymbol)
            .ConfigureAwait(false) is not { } callers)
            return false;

        foreach (var (other, otherFile) in callers.Where(c => c.Call != Call))
        {
            if (Callers.ArgumentFor(other, PortParameter, otherFile) is not { } otherPort
                || !ConstantFolding.IsPort(otherFile.ProvedConstant(otherPort.Expression), MailPorts.Blocked)
                || (HostParameter is not null && (Callers.ArgumentFor(other, HostParameter, otherFile) is not { } otherHost
                    || otherFile.ProvedConstant(otherHost.Expression) is not string name || LocalHosts.IsLocal(name))))
                return false;
        }

        return true;
    }

    /// <summary>Whether a value is the parameter itself, or a field or property that the constructor alone sets from it.</summary>
    public static bool IsFrom(ExpressionSyntax value, IParameterSymbol parameter, FileContext file) =>
        file.SymbolOf(value) is { } symbol
        && (SymbolEqualityComparer.Default.Equals(symbol, parameter) || IsSetFrom(symbol, parameter, file));

    /// <summary>Whether a field or property is set from a parameter of the constructor, and by nothing else.</summary>
    public static bool IsSetFrom(ISymbol symbol, IParameterSymbol parameter, FileContext file)
    {
        if (symbol is not (IFieldSymbol or IPropertySymbol)
            || parameter.ContainingSymbol is not IMethodSymbol { MethodKind: MethodKind.Constructor } constructor
            || !SymbolEqualityComparer.Default.Equals(symbol.ContainingType, constructor.ContainingType)
            || constructor.ContainingType.DeclaringSyntaxReferences.Length != 1)
            return false;

        var writes = constructor.ContainingType.DeclaringSyntaxReferences[0].GetSyntax(file.CancellationToken).DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Where(a => a.SyntaxTree == file.Model.SyntaxTree && SymbolEqualityComparer.Default.Equals(file.SymbolOf(a.Left), symbol))
            .ToList();
        return writes.Count == 1 && SymbolEqualityComparer.Default.Equals(file.SymbolOf(writes[0].Right), parameter);
    }
}
