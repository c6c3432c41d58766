using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>
/// A value to which a <see cref="ValueTrace"/> has come, and what is carried along with it. Steps are equal when all of it is.
/// </summary>
internal sealed record TraceStep(AbstractValue Value)
{
    /// <summary>The host beside a port, in the terms of the value; null where none was given.</summary>
    public ValueSet? Host { get; init; }

    /// <summary>Where a port is to be reported, if the value is one.</summary>
    public SyntaxNode? Place { get; init; }

    /// <inheritdoc cref="PortArrival.IsDirect"/>
    public bool IsDirect { get; init; }

    /// <inheritdoc cref="PortArrival.IsFixed"/>
    public bool IsFixed { get; init; }

    /// <summary>The connect method whose URI the value is; null where it is a port.</summary>
    public SmtpConnectMethod? Uri { get; init; }

    /// <summary>The state that holds the members of an object; null where the value is none.</summary>
    public FlowState? State { get; init; }

    /// <summary>
    /// The creations of the object whose member the value is, or whose constructor it was given to; null where it may be any object.
    /// </summary>
    public HashSet<SyntaxNode>? Made { get; init; }

    /// <summary>The field or property that holds this object; null where something else does.</summary>
    public ISymbol? Holder { get; init; }

    /// <summary>
    /// Whether the host beside a port is kept in a member that others may set: an empty one is only what it has until then.
    /// </summary>
    public bool IsHostSettable { get; init; }

    /// <summary>
    /// Which items of a tuple the port, or whatever is traced, and the host beside it are: the value is a function that gives it.
    /// </summary>
    public (int Value, int? Host)? Items { get; init; }

    /// <summary>Whether the value is what a symbol holds, and so comes from elsewhere.</summary>
    public bool IsSymbol => Value.Kind == AbstractValueKind.Symbolic;

    /// <summary>The step without what decides nothing further on: what a parameter is given is reported where it is given.</summary>
    public TraceStep ToMemory()
    {
        if (!IsSymbol)
            return this;

        var symbol = AbstractValue.OfSymbol(Value.Symbol!, Value.Receiver, null);
        symbol = Value.IsFallback ? symbol.AsFallback() : symbol;
        var bare = this with { Value = Value.IsExcluded ? symbol.AsExcluded() : symbol, State = null };
        return Value.Symbol is IParameterSymbol ? bare with { Place = null, IsDirect = false, IsFixed = false } : bare;
    }
}
