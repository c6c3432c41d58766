using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>Says what the host that a port has beside it becomes when the port is followed to one of its sources.</summary>
internal sealed class HostBesidePort(SmtpProgram program, CancellationToken cancellationToken)
{
    private readonly Dictionary<ValueSet, ValueSet> _resolved = new();

    /// <summary>What the host is in the end.</summary>
    public ValueSet? Resolve(ValueSet? host)
    {
        if (host is not { } value)
            return null;

        if (!_resolved.TryGetValue(value, out var resolved))
            _resolved.Add(value, resolved = ValueTrace.HostOf(value, program, cancellationToken));
        return resolved;
    }

    /// <summary>Where a call gives both: the argument.</summary>
    public static ValueSet? InCall(TraceStep step, CallFact call) =>
        step.Host is { } host ? new Substitution(call.Receiver, call.Arguments, call.State).Map(host, call.State) : null;

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

    /// <summary>Where the connection reads both from the same object: what was written there.</summary>
    public ValueSet? InWrite(TraceStep step, MemberWrite port)
    {
        if (step.Host?.Single is not { Kind: AbstractValueKind.Symbolic, Symbol: IFieldSymbol or IPropertySymbol } host
            || !Equals(host.Receiver, step.Value.Receiver))
        {
            return step.Host;
        }

        var written = MemberWrites.FindTo(host.Symbol.OriginalDefinition, program, cancellationToken)
            .Where(beside => port.IsInitial ? beside.IsInitial : beside.IsSameObject(port));
        return ValueSet.Union(written.Select(beside => beside.Value)) ?? ValueSet.Open;
    }

    /// <summary>Where both are read from the same object: what the type that implements the port gives for the host.</summary>
    public ValueSet? InImplementation(TraceStep step, INamedTypeSymbol type) =>
        step.Host?.Single is { Kind: AbstractValueKind.Symbolic, Symbol: IPropertySymbol or IMethodSymbol } known
        && Equals(known.Receiver, step.Value.Receiver)
        && Implementations.MemberIn(type, known.Symbol) is { } own
            ? Implementations.Returned(own, program, cancellationToken)
                ?? ValueSet.FromValue(AbstractValue.OfSymbol(own, known.Receiver, known.Origin))
            : step.Host;
}
