using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Bodies;

/// <summary>
/// A function that is being followed, and where what it does goes: into the facts of the body, or to the call in whose place it is worked
/// out.
/// </summary>
internal abstract class FunctionFrame(ControlFlowGraph graph)
{
    public ControlFlowGraph Graph { get; } = graph;

    /// <summary>
    /// Whether what it calls, writes and connects is noted. What is worked out in place is noted when the function is followed by itself.
    /// </summary>
    public virtual bool IsNoted => true;

    public abstract void Returned(ValueSet value, FlowState state);

    public abstract void Ended(FlowState state);

    /// <summary>Nothing refers to the object any more; gives whether it may be forgotten.</summary>
    public abstract bool Died(AbstractValue made, FlowState state);
}

/// <summary>The body itself: what it returns, and how it ends, are facts for those who call it.</summary>
internal sealed class BodyFrame(ControlFlowGraph graph, ISymbol? owner, BodyFacts facts, ConnectionRecogniser recogniser)
    : FunctionFrame(graph)
{
    public override void Returned(ValueSet value, FlowState state)
    {
        facts.Returns.Add((value, state));
        if (owner is not null)
            recogniser.Held(value, owner);
    }

    public override void Ended(FlowState state)
    {
        facts.Exits.Add(state);
        recogniser.Ended(state, FlowState.Entry, static _ => true);
    }

    public override bool Died(AbstractValue made, FlowState state)
    {
        recogniser.Died(made, state);
        return true;
    }
}

/// <summary>A lambda or local function that is followed for what it does itself.</summary>
/// <param name="function">The function.</param>
/// <param name="graph">Its graph.</param>
/// <param name="entry">The first of the states in which it begins.</param>
/// <param name="isWorkedOut">Whether it is worked out in place as well, so that the clients it returns are judged where it is
/// called.</param>
/// <param name="isKnown">Whether a parameter is only given clients that are judged where it is called.</param>
/// <param name="returned">The clients that such functions return.</param>
/// <param name="recogniser">Is told of the clients that leave it.</param>
/// <param name="facts">Keeps what it returns, for those who call it by a delegate.</param>
internal sealed class InnerFrame(
    IMethodSymbol function, ControlFlowGraph graph, FlowState entry, Func<bool> isWorkedOut, Func<ISymbol, bool> isKnown,
    HashSet<AbstractValue> returned, ConnectionRecogniser recogniser, BodyFacts facts)
    : FunctionFrame(graph)
{
    public override void Returned(ValueSet value, FlowState state)
    {
        ValueSet.JoinInto(facts.FunctionReturns, function, value);
        recogniser.HandedOut(value);
        if (!isWorkedOut())
            return;

        foreach (var known in value.Knowns)
        {
            if (known.Kind == AbstractValueKind.Allocation)
                returned.Add(known);
        }
    }

    public override void Ended(FlowState state) => recogniser.Ended(state, entry, IsEndingHere);

    public override bool Died(AbstractValue made, FlowState state)
    {
        if (!IsEndingHere(made))
            return false;

        recogniser.Died(made, state);
        return true;
    }

    /// <summary>Whether what the object is like now is what it is like for good as far as the function is concerned.</summary>
    private bool IsEndingHere(AbstractValue owner) =>
        (owner.Kind != AbstractValueKind.Allocation && !(isWorkedOut() && owner.Symbol is IParameterSymbol && isKnown(owner.Symbol)))
        || (owner.Kind == AbstractValueKind.Allocation && Graph.OriginalOperation.Syntax.Span.Contains((owner.Place ?? owner.Origin!).Span)
            && !returned.Contains(owner));
}

/// <summary>A function that is worked out where it is called.</summary>
internal sealed class InlineFrame(IMethodSymbol function, ControlFlowGraph graph) : FunctionFrame(graph)
{
    public IMethodSymbol Function => function;

    public override bool IsNoted => false;

    public List<ValueSet> Returns { get; } = new();

    public List<FlowState> Exits { get; } = new();

    public override void Returned(ValueSet value, FlowState state) => Returns.Add(value);

    public override void Ended(FlowState state) => Exits.Add(state);

    /// <summary>It is judged when the function is followed by itself.</summary>
    public override bool Died(AbstractValue made, FlowState state) => true;
}
