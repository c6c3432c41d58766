using System.Collections.Generic;
using System.Linq;

namespace SmtpPortAnalyzer.Flow;

/// <summary>The states that have reached one block of a graph: apart as long as they are few, beyond that joined into one.</summary>
internal sealed class BlockStates(FlowBudget budget)
{
    private readonly List<FlowState> _new = new();
    private readonly List<FlowState> _seen = new();
    private FlowState? _joined;

    /// <summary>Whether the state is news to the block.</summary>
    public bool Add(FlowState state)
    {
        if (_joined is not null)
            return Widen(_joined.Join(state));

        if (_seen.Contains(state))
            return false;

        if (_seen.Count >= budget.MaxStates)
            return Widen(_seen.Aggregate(state, (a, b) => a.Join(b)));

        _seen.Add(state);
        _new.Add(state);
        return true;
    }

    public FlowState[] TakeNew()
    {
        var taken = _new.ToArray();
        _new.Clear();
        return taken;
    }

    private bool Widen(FlowState joined)
    {
        if (joined.Equals(_joined))
            return false;

        // The others are not asked for any more, and those of a long method are many.
        _joined = joined;
        _seen.Clear();
        _new.Clear();
        _new.Add(joined);
        return true;
    }
}
