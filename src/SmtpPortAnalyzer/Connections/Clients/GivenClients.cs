using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Clients;

/// <summary>
/// Which bodies judge a client that one body makes and others go on to configure: the one that makes it, unless all who call that one go on
/// with the client and something is done to it there. Then it is judged in these, as it is in the end.
/// </summary>
internal sealed class GivenClients(SmtpProgram program, CancellationToken cancellationToken)
{
    private readonly SettledSwitches _switches = new(program, cancellationToken);
    private readonly Queue<SyntaxNode> _waiting = new();
    private readonly HashSet<(SyntaxNode Body, SyntaxNode Site)> _handedOn = new();
    private readonly HashSet<(SyntaxNode Body, SyntaxNode Site)> _done = new();

    /// <summary>The connections to be judged, of these bodies and of those that go on with their clients.</summary>
    public IEnumerable<(SyntaxNode Body, SmtpConnection Connection)> Find(IEnumerable<SyntaxNode> bodies)
    {
        foreach (var first in bodies)
        {
            _waiting.Enqueue(first);
            while (_waiting.Count > 0)
            {
                var body = _waiting.Dequeue();
                foreach (var connection in CalledConnections.FindIn(body, _switches, program, cancellationToken))
                {
                    if (!IsOf(body, connection) || !_done.Add((body, connection.Site)))
                        continue;

                    if (GiversOf(connection, body) is { } givers)
                    {
                        givers.ForEach(_waiting.Enqueue);
                        continue;
                    }

                    if (TakersOf(connection, body) is not { } takers)
                    {
                        yield return (body, connection);
                        continue;
                    }

                    foreach (var taker in takers)
                    {
                        _handedOn.Add((taker, connection.Site));
                        _waiting.Enqueue(taker);
                    }
                }
            }
        }
    }

    /// <summary>Whether the body has a say in it: it makes the connection itself, changes what it was given, or has it for good.</summary>
    private bool IsOf(SyntaxNode body, SmtpConnection connection) =>
        connection.IsChangeOnly
        || CodeBody.Enclosing(connection.Site) == body
        || _handedOn.Contains((body, connection.Site))
        || program.Facts(body, cancellationToken).Changed.Contains(connection.Site);

    /// <summary>
    /// The bodies that hand a client over which this one only configures, if all of them know it: it is judged there, as it is in the end.
    /// Null where it is judged here.
    /// </summary>
    private List<SyntaxNode>? GiversOf(SmtpConnection connection, SyntaxNode body)
    {
        if (ConfiguredClient(connection) is not { } client
            || CodeBody.Owner(body, program.Model(body.SyntaxTree)) is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method
            || !CodeBody.IsOwn(method) || connection.Paths.Any(path => path.Sighting == Sighting.Use)
            || program.Facts(body, cancellationToken).Effects.AreTooMany)
        {
            return null;
        }

        var callers = program.References.To(method, cancellationToken).Where(caller => caller != body).ToList();
        return callers.Count > 0 && callers.All(caller => Knows(caller, method, client)) ? callers : null;
    }

    /// <summary>Whether the body calls the method, and each time with its own clients alone.</summary>
    private bool Knows(SyntaxNode caller, IMethodSymbol method, IParameterSymbol client)
    {
        var facts = program.Facts(caller, cancellationToken);
        var calls = facts.CallsOf(method).ToList();
        return calls.Count > 0 && !facts.Delegates.Keys.Any(name => CalledConnections.IsNamed(method, name))
            && calls.All(call => IsMadeBy(facts, call, client));
    }

    /// <summary>The parameter by which the client is handed over that is only changed here; null for other connections.</summary>
    public static IParameterSymbol? ConfiguredClient(SmtpConnection connection) =>
        connection.IsChangeOnly ? connection.Holder as IParameterSymbol : null;

    /// <summary>Whether the caller hands over clients alone that it has made, or was given by those who made them.</summary>
    public static bool IsMadeBy(BodyFacts caller, CallFact call, IParameterSymbol client) =>
        call.Given(client) is { IsOpen: false, Knowns.IsEmpty: false } given
        && given.Knowns.All(known => known.Kind == AbstractValueKind.Allocation
            && caller.Connections.Any(seen => seen.Site == known.Origin && !seen.IsChangeOnly));

    /// <summary>The bodies that go on with the client; null where it is judged here.</summary>
    private List<SyntaxNode>? TakersOf(SmtpConnection connection, SyntaxNode body)
    {
        if (CallersOf(connection, body) is not { } callers)
            return null;

        return callers.Any(caller => IsChanged(connection, caller, new HashSet<SyntaxNode> { body })) ? callers : null;
    }

    /// <summary>Those who call the body, if all of them go on with the client; null where they do not, or others may call it.</summary>
    private List<SyntaxNode>? CallersOf(SmtpConnection connection, SyntaxNode body)
    {
        if (connection.IsChangeOnly
            || CodeBody.Owner(body, program.Model(body.SyntaxTree))
                is not IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.PropertyGet } owner
            || !CodeBody.IsOwn(owner))
        {
            return null;
        }

        var callers = program.References.To(owner.AssociatedSymbol ?? owner, cancellationToken).Where(caller => caller != body).ToList();
        return callers.Count > 0 && callers.All(caller => ViewOf(connection, caller) is not null) ? callers : null;
    }

    /// <summary>Whether the body, or one that it hands the client on to, does something to it, or keeps it where others may.</summary>
    private bool IsChanged(SmtpConnection connection, SyntaxNode body, HashSet<SyntaxNode> visited)
    {
        if (!visited.Add(body) || ViewOf(connection, body) is not { } view)
            return false;

        return program.Facts(body, cancellationToken).Changed.Contains(connection.Site)
            || (view.Holder is IFieldSymbol or IPropertySymbol && !SymbolEqualityComparer.Default.Equals(view.Holder, connection.Holder))
            || CallersOf(view, body)?.Any(caller => IsChanged(view, caller, visited)) == true;
    }

    private SmtpConnection? ViewOf(SmtpConnection connection, SyntaxNode body) =>
        program.Facts(body, cancellationToken).Connections.FirstOrDefault(seen => seen.Site == connection.Site && !seen.IsChangeOnly);
}
