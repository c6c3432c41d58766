using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Clients;

/// <summary>
/// A client that a field or property keeps, or that a method returns, may be made one by other code that opens no connection which Azure
/// blocks: it delivers into a folder, connects through a proxy, or to a host on the machine itself.
/// </summary>
internal sealed class HeldExemptions(SmtpConnection connection, SmtpProgram program, CancellationToken cancellationToken)
{
    /// <summary>Whether the ways on which the connection is seen give it a host: then no other code's host counts.</summary>
    private readonly bool _hasHost = connection.IsChangeOnly && connection.Paths.All(path => path.Host is not null);

    public static bool Apply(SmtpConnection connection, SmtpProgram program, CancellationToken cancellationToken) =>
        (connection.Holder ?? connection.Receiver) is { DeclaringSyntaxReferences.IsEmpty: false } holder
        && new HeldExemptions(connection, program, cancellationToken).AppliesTo(holder);

    private bool AppliesTo(ISymbol holder)
    {
        if (holder is IMethodSymbol method)
            return HeldClients.EveryCaller(method, program, Exempts, cancellationToken);

        // What a client is made with counts for what other code changes of it, as well as the other way round.
        var initializer = program.InitializerOf(holder, cancellationToken);
        return program.References.To(holder, cancellationToken).Any(body => Exempts(body, holder))
            || (initializer is not null && Exempts(initializer, holder));
    }

    /// <summary>Whether the client is such a one on every way on which the body ends.</summary>
    private bool Exempts(SyntaxNode body, ISymbol holder)
    {
        // What the body itself does to the connection is in the states of its ways already.
        if (connection.Site.SyntaxTree == body.SyntaxTree && body.Span.Contains(connection.Site.Span))
            return false;

        var facts = program.Facts(body, cancellationToken);
        var made = new HashSet<AbstractValue>(facts.WritesTo(holder)
            .SelectMany(write => write.Value.Knowns)
            .Where(known => known.Kind == AbstractValueKind.Allocation));
        return facts.Exits.Count > 0 && facts.Exits.All(exit => Exempts(exit, holder, made));
    }

    private bool Exempts(FlowState exit, ISymbol holder, HashSet<AbstractValue> made)
    {
        var isExempt = false;
        foreach (var owner in exit.Objects.Entries())
        {
            var isHeld = made.Contains(owner.Key)
                || (owner.Key is { Kind: AbstractValueKind.Symbolic, Symbol: { } symbol }
                    && SymbolEqualityComparer.Default.Equals(symbol.OriginalDefinition, holder.OriginalDefinition));
            if (!isHeld)
                continue;

            if (!IsExempt(owner.Key, exit))
                return false;
            isExempt = true;
        }

        return isExempt;
    }

    private bool IsExempt(AbstractValue owner, FlowState exit)
    {
        var type = ClientObjects.TypeOf(owner);
        if (exit.MembersOf(owner).Entries().Any(member => IsProxy(member.Key, type) && !LoginValue.IsNone(member.Value)))
            return true;

        return program.Symbols.Client(type) is { } client
            && (ConnectionCollector.IsDelivered(client, owner, exit)
                || (!_hasHost && exit.Get(client.HostCell(owner)) is { } host
                    && HostValue.IsLocal(ValueTrace.HostOf(host, program, cancellationToken))));
    }

    private bool IsProxy(StorageLocation cell, ITypeSymbol? type) =>
        cell.Symbol is { } member && program.Symbols.IsProxyOfConnection(member, type);
}
