using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections;

/// <summary>
/// The connections of a body as it is called: what a private method's parameters choose, only its callers say, and what a switch of its
/// object chooses, those who make the object. Where other code may call it, or a caller does not say, they are those of any call.
/// </summary>
internal sealed class CalledConnections(
    SyntaxNode body, SettledSwitches switches, SmtpProgram program, CancellationToken cancellationToken)
{
    /// <summary>Calls with other constants.</summary>
    private const int MaxContexts = 16;

    /// <summary>A longer body is followed for all of its callers together.</summary>
    private const int MaxLength = 8000;

    public static IReadOnlyList<SmtpConnection> FindIn(
        SyntaxNode body, SettledSwitches switches, SmtpProgram program, CancellationToken cancellationToken)
    {
        var any = program.Facts(body, cancellationToken).Connections;
        return any.Count == 0 ? any : new CalledConnections(body, switches, program, cancellationToken).AsCalled(any);
    }

    private IReadOnlyList<SmtpConnection> AsCalled(IReadOnlyList<SmtpConnection> any)
    {
        var owner = CodeBody.Owner(body, program.Model(body.SyntaxTree));
        program.Footprints.ReadTraits(body, MaxLength);
        if (owner is null || body.Span.Length > MaxLength)
            return any;

        var entry = switches.Of(owner, FlowState.Entry);
        var contexts = owner is IMethodSymbol { MethodKind: MethodKind.Ordinary, Parameters.IsEmpty: false } method
            && CodeBody.IsOwn(method)
            ? Contexts(method, any)
            : null;
        if (contexts is null && entry.Equals(FlowState.Entry))
            return any;

        return (contexts ?? new List<BodyContext> { BodyContext.ForAny(body) })
            .Select(context => context with { Entry = switches.Of(owner, context.Entry) })
            .SelectMany(context => program.Facts(context, cancellationToken).Connections)
            .GroupBy(connection => connection.Site)
            .Select(seen => seen.First().With(seen.SelectMany(connection => connection.Paths).Distinct()))
            .ToList();
    }

    private List<BodyContext>? Contexts(IMethodSymbol method, IReadOnlyList<SmtpConnection> connections)
    {
        if (!method.Parameters.Any(Chooses))
            return null;

        // A subject or template that each call words differently is no other way to connect.
        var parts = PartsOf(connections);
        var contexts = new List<BodyContext>();
        foreach (var caller in program.References.To(method, cancellationToken))
        {
            var facts = program.Facts(caller, cancellationToken);
            var calls = facts.CallsOf(method).ToList();
            if (calls.Count == 0 || facts.Delegates.Keys.Any(name => IsNamed(method, name)))
                return null;

            foreach (var call in calls)
            {
                var arguments = call.Arguments.Select(switches.Resolve).ToImmutableArray();
                if (BodyContext.ForCallWith(
                        body, arguments, Chooses,
                        one => Implementations.IsPortOrHost(one.Type) && parts.Contains(one.Name)) is not { } context
                    || contexts.Count > MaxContexts)
                    return null;
                if (!contexts.Contains(context))
                    contexts.Add(context);
            }
        }

        return contexts.Count == 0 ? null : contexts;
    }

    /// <summary>Whether the body, or another that it hands the parameter on to, may ask what it is.</summary>
    private bool Chooses(IParameterSymbol parameter) =>
        SettledFlag.IsOf(parameter.Type) || parameter.Type is IArrayTypeSymbol || BodyContext.Chooses(body, parameter.Name);

    /// <summary>The parameters by name that hosts and ports are, or are put together from.</summary>
    private static HashSet<string> PartsOf(IReadOnlyList<SmtpConnection> connections)
    {
        var names = new HashSet<string>();
        var waiting = new Queue<AbstractValue>(connections.SelectMany(connection => connection.Paths)
            .SelectMany(way => way.Port.Knowns.Concat((way.Host ?? ValueSet.Open).Knowns)));
        while (waiting.Count > 0)
        {
            var value = waiting.Dequeue();
            if (value.Symbol is IParameterSymbol parameter)
                names.Add(parameter.Name);
            foreach (var part in value.Items.SelectMany(item => item.Knowns))
                waiting.Enqueue(part);
            if (value.Receiver is { } receiver)
                waiting.Enqueue(receiver);
        }

        return names;
    }

    /// <summary>Whether the delegate may be one of the method: other code calls it then, with what it likes.</summary>
    public static bool IsNamed(IMethodSymbol method, SyntaxNode name) =>
        name.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(one => one.Identifier.ValueText == method.Name);
}
