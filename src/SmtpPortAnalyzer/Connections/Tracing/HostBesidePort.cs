using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>Says what the host that a port has beside it becomes when the port is followed to one of its sources.</summary>
internal sealed class HostBesidePort(SmtpProgram program, CancellationToken cancellationToken)
{
    private readonly Dictionary<ValueSet, ValueSet> _resolved = new();

    /// <summary>By member that holds a host: what is written to it. A port may be written as many times.</summary>
    private readonly Dictionary<ISymbol, WritesByObject> _besides = new(SymbolEqualityComparer.Default);

    /// <summary>What the host is in the end.</summary>
    public ValueSet? Resolve(ValueSet? host)
    {
        if (host is not { } value)
            return null;

        if (!_resolved.TryGetValue(value, out var resolved))
            _resolved.Add(value, resolved = ValueTrace.HostOf(value, program, cancellationToken));
        return resolved;
    }

    /// <summary>Where a call gives both: the argument. Where other calls give the host to the same object: what they have given.</summary>
    public ValueSet? InCall(TraceStep step, CallFact call, ArgumentValue port)
    {
        if (step.Host is not { } host)
            return null;

        var given = new Substitution(call.Receiver, call.Arguments, call.State).Map(host, call.State);
        return given.Single is { Kind: AbstractValueKind.Symbolic, Symbol: IFieldSymbol or IPropertySymbol, Receiver: { } owner } held
            && owner.Kind == AbstractValueKind.Allocation && owner.Equals(call.Receiver.Single)
                ? GivenLater(StorageLocation.Member(owner, held.Symbol!), owner, call, port) ?? given
                : given;
    }

    /// <summary>
    /// What the object has got beside the port when the body calls it next on the same way, and where it ends; null where it gets nothing.
    /// </summary>
    private ValueSet? GivenLater(StorageLocation host, AbstractValue owner, CallFact call, ArgumentValue port)
    {
        if (CodeBody.Enclosing(call.Syntax) is not { } body)
            return null;

        var facts = program.Facts(body, cancellationToken);
        var states = facts.Exits.Where(HasBoth).ToList();
        var next = default(int?);
        foreach (var later in facts.Uses.CallsAfter(owner, call.Syntax.Span.End))
        {
            if (next is { } end && later.Syntax.Span.End > end)
                break;
            if (!HasBoth(later.State))
                continue;

            next = later.Syntax.Span.End;
            states.Add(later.State);
        }

        return ValueSet.Union(states.Select(state => state.Get(host)!.Value));

        bool HasBoth(FlowState state) =>
            state.Get(host) is not null
            && state.MembersOf(owner).Entries().Any(member => member.Value.Knowns.Any(IsPort));

        // A constant that the called method writes has its place in the argument.
        bool IsPort(AbstractValue known) => known.Place == port.Syntax || port.Value.Knowns.Contains(known);
    }

    /// <summary>Where both are left out of a call: the default of the host, if it is a parameter of the same method.</summary>
    public static ValueSet? InDefault(TraceStep step, IParameterSymbol port) =>
        step.Host?.Single is { Kind: AbstractValueKind.Symbolic, Symbol: IParameterSymbol { HasExplicitDefaultValue: true } beside }
        && SymbolEqualityComparer.Default.Equals(beside.ContainingSymbol, port.ContainingSymbol)
            ? ValueSet.FromValue(AbstractValue.OfConstant(beside.ExplicitDefaultValue, null).AsFallback())
            : step.Host;

    /// <summary>The parameter of the same primary constructor.</summary>
    public ValueSet? InPosition(TraceStep step) =>
        step.Host?.Single is { Kind: AbstractValueKind.Symbolic, Symbol: IPropertySymbol host }
        && PositionalProperty.ParameterOf(host, cancellationToken) is { } parameter
            ? ValueSet.FromValue(AbstractValue.OfSymbol(parameter, null, null))
            : step.Host;

    /// <summary>
    /// Where the connection reads both from the same object: what was written there, on the ways that leave it this port.
    /// </summary>
    public ValueSet? InWrite(TraceStep step, MemberWrite port, AbstractValue number)
    {
        if (step.Host?.Single is not { Kind: AbstractValueKind.Symbolic, Symbol: IFieldSymbol or IPropertySymbol } host
            || !Equals(host.Receiver, step.Value.Receiver))
        {
            return step.Host;
        }

        var besides = WritesTo(host.Symbol.OriginalDefinition);
        if (!port.IsInitial
            && OnWaysWith(number, step.Value.Symbol!.OriginalDefinition, port, host.Symbol.OriginalDefinition, besides) is { } onWays)
            return onWays;

        var written = port.IsInitial ? besides.Initial : besides.ToObjectOf(port);
        return ValueSet.Union(written.Select(beside => beside.Value)) ?? HeldBy(port, host);
    }

    /// <summary>
    /// The host that the written object has from elsewhere: who calls <c>UsePort(25)</c> has given it one by another method.
    /// </summary>
    private static ValueSet HeldBy(MemberWrite port, AbstractValue host) =>
        !port.IsInitial && port.Receiver.Single is { Kind: AbstractValueKind.This } owner
            ? ValueSet.FromValue(AbstractValue.OfSymbol(host.Symbol!, owner, null))
            : ValueSet.Open;

    /// <summary>The host on the ways of the writing body on which the object has the port; null where they do not tell.</summary>
    private ValueSet? OnWaysWith(
        AbstractValue number, ISymbol port, MemberWrite write, ISymbol host, WritesByObject besides)
    {
        if (CodeBody.Enclosing(write.ValueSyntax) is not { } body || (!port.IsStatic && write.Receiver.Single is null))
            return null;

        var owner = port.IsStatic ? null : write.Receiver.Single;
        var (portCell, hostCell) = (StorageLocation.Member(owner, port), StorageLocation.Member(host.IsStatic ? null : owner, host));
        var exits = program.Facts(body, cancellationToken).Exits.Where(exit => Has(exit, portCell, number)).ToList();
        if (exits.Count > 0)
            return exits.All(exit => exit.Get(hostCell) is not null)
                ? ValueSet.Union(exits.Select(exit => exit.Get(hostCell)!.Value))
                : null;

        // A lambda has no ends of its own: the host that was there when the port was written, and those written when the port was there.
        var after = besides.ToObjectOf(write).Where(beside => Has(beside.State, portCell, number)).Select(beside => beside.Value);
        return ValueSet.Union(write.State.Get(hostCell) is { } before ? after.Prepend(before) : after);
    }

    private WritesByObject WritesTo(ISymbol member)
    {
        if (!_besides.TryGetValue(member, out var writes))
            _besides.Add(member, writes = new WritesByObject(MemberWrites.FindTo(member, program, cancellationToken)));
        return writes;
    }

    private static bool Has(FlowState state, StorageLocation cell, AbstractValue value) =>
        state.Get(cell) is { } values && values.Knowns.Contains(value);

    /// <summary>Where both are read from the same object: what the type that implements the port gives for the host.</summary>
    public ValueSet? InImplementation(TraceStep step, INamedTypeSymbol type) =>
        step.Host?.Single is { Kind: AbstractValueKind.Symbolic, Symbol: IPropertySymbol or IMethodSymbol } known
        && Equals(known.Receiver, step.Value.Receiver)
        && Implementations.MemberIn(type, known.Symbol) is { } own
            ? Implementations.Returned(own, program, cancellationToken)
                ?? ValueSet.FromValue(AbstractValue.OfSymbol(own, known.Receiver, known.Origin))
            : step.Host;
}
