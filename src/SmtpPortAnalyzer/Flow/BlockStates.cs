using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// The states that have reached one block of a graph: apart as long as they are few. Beyond that the exempt ways are joined into one state
/// and the others into another, so that a guard holds for what it guards; ways with a value that is looked for are kept apart a little
/// longer.
/// </summary>
internal sealed class BlockStates(FlowBudget budget, Func<AbstractValue, bool> isSought)
{
    private readonly List<FlowState> _new = new();
    private readonly List<FlowState> _apart = new();
    private FlowState? _joined;
    private FlowState? _joinedExempt;

    private bool _isFull;

    /// <summary>Whether the state is news to the block.</summary>
    public bool Add(FlowState state)
    {
        if (_apart.Contains(state))
            return false;

        if (_isFull)
            return Widen(state);

        if (_apart.Count < budget.MaxStates)
        {
            Keep(state);
            return true;
        }

        Fill(state);
        return true;
    }

    public FlowState[] TakeNew()
    {
        var taken = _new.ToArray();
        _new.Clear();
        return taken;
    }

    private void Fill(FlowState last)
    {
        // Those that are done with are not asked for any more, and those of a long method are many.
        var all = _apart.ToList();
        all.Add(last);
        _isFull = true;
        _apart.Clear();
        _new.Clear();
        _joined = Join(all.Where(state => !state.IsExempt));
        _joinedExempt = Join(all.Where(state => state.IsExempt));
        foreach (var state in all.Where(IsSought))
            Keep(state);
        if (_apart.Count > 0)
            _joined = Join(all.Where(state => !state.IsExempt && !_apart.Contains(state)));
        _new.AddRange(new[] { _joined, _joinedExempt }.OfType<FlowState>());
    }

    private bool Widen(FlowState state)
    {
        if (IsSought(state))
        {
            Keep(state);
            return true;
        }

        var before = state.IsExempt ? _joinedExempt : _joined;
        var joined = before is null ? state : before.Mix(state);
        Debug.Assert(joined.Covers(state) && (before is null || joined.Covers(before)), "A join leaves something out.");
        if (joined.Equals(before))
            return false;

        if (state.IsExempt)
            _joinedExempt = joined;
        else
            _joined = joined;
        if (before is not null)
            _new.Remove(before);
        _new.Add(joined);
        return true;
    }

    private void Keep(FlowState state)
    {
        _apart.Add(state);
        _new.Add(state);
    }

    /// <summary>Whether the way differs from the joined ones by a value that is looked for, and there is room for it.</summary>
    private bool IsSought(FlowState state) =>
        _apart.Count < budget.MaxSought && !state.IsExempt && _joined is not null
            && state.ValuesNotIn(_joined).Any(value => value.Knowns.Any(isSought));

    private static FlowState? Join(IEnumerable<FlowState> states)
    {
        FlowState? joined = null;
        foreach (var state in states)
        {
            var before = joined;
            joined = before is null ? state : before.Mix(state);
            Debug.Assert(joined.Covers(state) && (before is null || joined.Covers(before)), "A join leaves something out.");
        }

        return joined;
    }
}
