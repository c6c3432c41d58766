using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// Follows the ways through Roslyn's control-flow graph. Each block keeps the states that reach it apart, so that a host and a port which
/// belong together stay together; beyond <see cref="MaxStates"/> they are joined into one, which also ends every loop.
/// </summary>
internal sealed class FlowGraph
{
    private const int MaxStates = 16;

    private readonly ControlFlowGraph _graph;
    private readonly IFlowSemantics _observer;
    private readonly FlowEvaluator _evaluator;
    private readonly CancellationToken _cancellationToken;

    private FlowGraph(ControlFlowGraph graph, IFlowSemantics observer, CancellationToken cancellationToken)
    {
        _graph = graph;
        _observer = observer;
        _cancellationToken = cancellationToken;
        _evaluator = new FlowEvaluator(observer, RecurringConditions(graph));
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
                reached.Add(ordinal, states = new BlockStates());
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
                ReachHandlers(block, state, Reach);
                _evaluator.State = state;
                foreach (var operation in block.Operations)
                    _evaluator.Evaluate(operation);
                ReachHandlers(block, _evaluator.State, Reach);
                Leave(block, Reach, ends);
            }
        }

        return ends;
    }

    private void Leave(BasicBlock block, System.Action<int, FlowState> reach, List<FlowState> ends)
    {
        if (block.Kind == BasicBlockKind.Exit)
        {
            _observer.Ended(_evaluator);
            return;
        }

        var value = block.BranchValue is null ? ValueSet.Open : _evaluator.Evaluate(block.BranchValue);
        if (block.ConditionKind == ControlFlowConditionKind.None)
        {
            if (block.FallThroughSuccessor is { Semantics: ControlFlowBranchSemantics.Return })
                _observer.Returned(block.BranchValue, value, _evaluator);
            Take(block.FallThroughSuccessor, _evaluator.State, reach, ends);
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
            reach(branch.Destination.Ordinal, after);
    }

    /// <summary>
    /// What ends with the regions that the branch leaves is forgotten, so that ways which differ in nothing else become one again.
    /// </summary>
    private static FlowState Leaving(ControlFlowBranch branch, FlowState state)
    {
        foreach (var region in branch.LeavingRegions)
        {
            foreach (var capture in region.CaptureIds)
                state = state.Forget(StorageLocation.ForCapture(capture));
            foreach (var local in region.Locals)
                state = state.Forget(StorageLocation.ForSymbol(local));
        }

        return state;
    }

    private static HashSet<ISymbol?> RecurringConditions(ControlFlowGraph graph)
    {
        var once = new HashSet<ISymbol?>(SymbolEqualityComparer.Default);
        var recurring = new HashSet<ISymbol?>(SymbolEqualityComparer.Default);
        foreach (var block in graph.Blocks)
        {
            if (block.ConditionKind != ControlFlowConditionKind.None && FlowEvaluator.Tested(block.BranchValue) is { } symbol
                && !once.Add(symbol))
                recurring.Add(symbol);
        }

        return recurring;
    }

    /// <summary>Whatever a <c>try</c> has done so far, its handlers may run next.</summary>
    private static void ReachHandlers(BasicBlock block, FlowState state, System.Action<int, FlowState> reach)
    {
        for (var region = block.EnclosingRegion; region?.EnclosingRegion is not null; region = region.EnclosingRegion)
        {
            if (region.Kind != ControlFlowRegionKind.Try || region.EnclosingRegion.Kind != ControlFlowRegionKind.TryAndCatch)
                continue;

            foreach (var handler in region.EnclosingRegion.NestedRegions)
            {
                if (handler.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.FilterAndHandler)
                    reach(handler.FirstBlockOrdinal, state.AfterCatch());
            }
        }
    }

    /// <summary>The states that have reached one block.</summary>
    private sealed class BlockStates
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

            if (_seen.Count == MaxStates)
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
}
