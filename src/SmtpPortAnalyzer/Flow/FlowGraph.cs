using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// Follows the ways through Roslyn's control-flow graph. Each block keeps the states that reach it apart, so that a host and a port which
/// belong together stay together, up to a bound (<see cref="BlockStates"/>), which also ends every loop.
/// </summary>
internal sealed class FlowGraph
{
    private readonly ControlFlowGraph _graph;
    private readonly IFlowSemantics _observer;
    private readonly FlowPlan _plan;
    private readonly FlowEvaluator _evaluator;
    private readonly FlowBudget _budget = new();
    private readonly System.Func<AbstractValue, bool> _isSought;
    private readonly CancellationToken _cancellationToken;

    private FlowGraph(ControlFlowGraph graph, IFlowSemantics observer, CancellationToken cancellationToken)
    {
        _graph = graph;
        _observer = observer;
        _cancellationToken = cancellationToken;
        _plan = observer.PlanFor(graph);
        _isSought = observer.IsSought;
        _evaluator = new FlowEvaluator(observer, _plan);
    }

    /// <summary>Follows every way from the entry, and tells the observer what happens on it.</summary>
    public static void Follow(
        ControlFlowGraph graph, IFlowSemantics observer, IEnumerable<FlowState> entries, CancellationToken cancellationToken) =>
        new FlowGraph(graph, observer, cancellationToken).Run(0, graph.Blocks.Length - 1, 0, entries);

    /// <summary>
    /// Runs the blocks from <paramref name="first"/> to <paramref name="last"/>; gives the states in which a <c>finally</c> ends.
    /// </summary>
    private List<FlowState> Run(int first, int last, int start, IEnumerable<FlowState> entries)
    {
        var reached = new Dictionary<int, BlockStates>();
        var waiting = new SortedSet<int>();
        var ends = new List<FlowState>();

        void Reach(int ordinal, FlowState state)
        {
            if (ordinal < first || ordinal > last)
                return;

            if (!reached.TryGetValue(ordinal, out var states))
                reached.Add(ordinal, states = new BlockStates(_budget, _isSought));
            if (states.Add(state))
                waiting.Add(ordinal);
        }

        foreach (var entry in entries)
            Reach(start, entry);

        while (waiting.Count > 0)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            var block = _graph.Blocks[waiting.Min];
            waiting.Remove(block.Ordinal);
            foreach (var state in reached[block.Ordinal].TakeNew())
            {
                _budget.Spend(block.Operations.Length + 1);
                ReachHandlers(block, state, Reach);
                foreach (var end in Evaluate(block, state))
                {
                    ReachHandlers(block, end, Reach);
                    Leave(block, end, Reach, ends);
                }
            }
        }

        return ends;
    }

    /// <summary>The states in which the statements of the block end: several where a call has several ways.</summary>
    private List<FlowState> Evaluate(BasicBlock block, FlowState state)
    {
        var states = new List<FlowState> { state };
        foreach (var operation in block.Operations)
        {
            for (var i = states.Count - 1; i >= 0; i--)
            {
                var before = states[i];
                var isFirst = true;
                _evaluator.Choices.Begin();
                do
                {
                    _evaluator.State = before;
                    _evaluator.Evaluate(operation);
                    if (isFirst)
                        states[i] = _evaluator.State;
                    else if (!states.Contains(_evaluator.State))
                        states.Add(_evaluator.State);
                    isFirst = false;
                }
                while (_evaluator.Choices.MoveNext());
            }

            if (states.Count > _budget.MaxStates)
                states = states.GroupBy(one => one.IsExempt).Select(ways => ways.Aggregate(static (one, two) => one.Mix(two))).ToList();
        }

        return states;
    }

    private void Leave(BasicBlock block, FlowState before, System.Action<int, FlowState> reach, List<FlowState> ends)
    {
        _evaluator.Choices.Begin();
        do
        {
            _evaluator.State = before;
            LeaveOnce(block, reach, ends);
        }
        while (_evaluator.Choices.MoveNext());
    }

    private void LeaveOnce(BasicBlock block, System.Action<int, FlowState> reach, List<FlowState> ends)
    {
        if (block.Kind == BasicBlockKind.Exit)
        {
            _evaluator.State = _plan.WithoutAnswers(_evaluator.State);
            _observer.Ended(_evaluator);
            return;
        }

        var value = block.BranchValue is null ? ValueSet.Open
            : block.ConditionKind == ControlFlowConditionKind.None ? _evaluator.Evaluate(block.BranchValue)
            : _evaluator.EvaluateCondition(block.BranchValue);
        if (block.ConditionKind == ControlFlowConditionKind.None)
        {
            if (block.FallThroughSuccessor is not { Semantics: ControlFlowBranchSemantics.Return })
                Take(block.FallThroughSuccessor, _evaluator.State, reach, ends);
            else if (block.BranchValue?.Type?.SpecialType == SpecialType.System_Boolean
                && (value.IsEitherTruth || (value.IsOpen && !value.Knowns.Any(known => known.IsConstant))))
                ReturnTruth(block, value, reach, ends);
            else
                Return(block, value, reach, ends);
            return;
        }

        var state = _evaluator.State;
        var jumpsWhen = block.ConditionKind == ControlFlowConditionKind.WhenTrue;
        foreach (var holds in new[] { true, false })
        {
            if (value.TryGetConstant<bool>(out var known) && known != holds)
                continue;

            _evaluator.State = state;
            var next = _evaluator.Assume(block.BranchValue!, value, holds);
            Take(holds == jumpsWhen ? block.ConditionalSuccessor : block.FallThroughSuccessor, next, reach, ends);
        }
    }

    private void Return(BasicBlock block, ValueSet value, System.Action<int, FlowState> reach, List<FlowState> ends)
    {
        _evaluator.State = _plan.WithoutAnswers(_evaluator.State);
        _observer.Returned(block.BranchValue, value, _evaluator);
        Take(block.FallThroughSuccessor, _evaluator.State, reach, ends);
    }

    /// <summary>An answer that only run time knows is one way each, where the caller can learn something from it.</summary>
    private void ReturnTruth(BasicBlock block, ValueSet value, System.Action<int, FlowState> reach, List<FlowState> ends)
    {
        var before = _evaluator.State;
        var holding = _evaluator.Assume(block.BranchValue!, value, holds: true);
        _evaluator.State = before;
        var failing = _evaluator.Assume(block.BranchValue!, value, holds: false);
        if (holding.Equals(before) && failing.Equals(before))
        {
            _evaluator.State = before;
            Return(block, value, reach, ends);
            return;
        }

        foreach (var (state, answer) in new[] { (holding, true), (failing, false) })
        {
            _evaluator.State = state;
            Return(block, ValueSet.FromValue(AbstractValue.OfConstant(answer, block.BranchValue!.Syntax)), reach, ends);
        }
    }

    private void Take(ControlFlowBranch? branch, FlowState state, System.Action<int, FlowState> reach, List<FlowState> ends)
    {
        if (branch is null)
            return;

        if (branch.Semantics == ControlFlowBranchSemantics.StructuredExceptionHandling)
        {
            ends.Add(state);
            return;
        }

        if (branch.Destination is null)
            return;

        IEnumerable<FlowState> states = new[] { Leaving(branch, state) };
        foreach (var region in branch.FinallyRegions)
            states = Run(region.FirstBlockOrdinal, region.LastBlockOrdinal, region.FirstBlockOrdinal, states.ToArray());
        foreach (var after in states)
            reach(branch.Destination.Ordinal, Passing(branch, after));
    }

    /// <summary>
    /// What a loop has counted is known at run time only when the loop is left; but a value that is looked for may have been the first. A
    /// variable that nothing asks for any more is forgotten.
    /// </summary>
    private FlowState Passing(ControlFlowBranch branch, FlowState state)
    {
        var ends = _plan.EndsOf(branch);
        foreach (var counter in ends.Counters)
        {
            if (state.Get(counter) is { } value)
                state = state.Set(counter, value.Select(known => _isSought(known) ? known : null));
        }

        foreach (var variable in ends.Variables)
            state = Forget(variable, state);
        return state;
    }

    /// <summary>
    /// What ends with the regions that the branch leaves is forgotten, so that ways which differ in nothing else become one again.
    /// </summary>
    private FlowState Leaving(ControlFlowBranch branch, FlowState state)
    {
        // What the last statement leaves behind is judged where the way ends.
        var isEnd = branch.Destination is null or { Kind: BasicBlockKind.Exit };
        foreach (var region in branch.LeavingRegions)
        {
            foreach (var capture in region.CaptureIds)
                state = isEnd ? state.Forget(StorageLocation.ForCapture(capture)) : Forget(StorageLocation.ForCapture(capture), state);
            foreach (var local in region.Locals)
                state = isEnd ? state.Forget(StorageLocation.ForSymbol(local)) : Forget(StorageLocation.ForSymbol(local), state);
        }

        return state;
    }

    /// <summary>The state without a variable, and without the objects that only it held.</summary>
    private FlowState Forget(StorageLocation variable, FlowState state)
    {
        if (state.Get(variable) is not { } held)
            return state;

        state = state.Forget(variable);
        if (_plan.IsSeen(variable))
            return state;

        foreach (var made in held.Knowns)
        {
            if (made.Kind == AbstractValueKind.Allocation && !state.MembersOf(made).IsEmpty && !state.MayHold(made)
                && _observer.Died(made, state))
                state = state.ForgetObject(made);
        }

        return state;
    }

    /// <summary>Whatever a <c>try</c> has done so far, its handlers may run next.</summary>
    private void ReachHandlers(BasicBlock block, FlowState state, System.Action<int, FlowState> reach)
    {
        for (var region = block.EnclosingRegion; region?.EnclosingRegion is not null; region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion.Kind != ControlFlowRegionKind.TryAndCatch)
                continue;

            var caught = state.AfterCatch();
            foreach (var variable in _plan.DeclaredIn(region))
                caught = Forget(variable, caught);
            foreach (var handler in region.EnclosingRegion.NestedRegions)
            {
                if (handler.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler)
                    reach(handler.FirstBlockOrdinal, caught);
            }
        }
    }
}
