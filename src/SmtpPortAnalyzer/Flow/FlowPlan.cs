using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpPortAnalyzer.Flow.Slicing;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// What is found out of a graph before it is followed: what of its variables is worth keeping, and what its loops do to them.
/// </summary>
internal sealed class FlowPlan
{
    private static readonly FlowPlan s_straight = new();
    private static readonly List<StorageLocation> s_nothing = new();

    private readonly SliceVariables? _variables;
    private readonly SliceScanner? _scan;
    private readonly BackwardSlice? _slice;
    private readonly LoopNest? _loops;
    private readonly Lifetimes? _lifetimes;
    private readonly RepeatedConditions? _repeated;
    private readonly Dictionary<ControlFlowBranch, BranchEnds> _ends = new();
    private readonly HashSet<ISymbol> _recurring = new(SymbolEqualityComparer.Default);

    private FlowPlan()
    {
    }

    private FlowPlan(ControlFlowGraph graph, IRelevance relevance)
    {
        _loops = LoopNest.FindIn(graph);
        _variables = new SliceVariables(graph, _loops);
        _repeated = RepeatedConditions.Find(graph);
        _scan = new SliceScanner(graph, _variables, _loops, _repeated, relevance);
        _scan.Scan();
        _slice = BackwardSlice.Compute(graph, _variables, _scan);
        _lifetimes = Lifetimes.Find(graph, _variables, _scan.Seen, _loops);
        FindRecurring(graph);
    }

    /// <summary>A graph without branches has one way through it, and nothing to plan.</summary>
    public static FlowPlan For(ControlFlowGraph graph, IRelevance relevance) =>
        graph.Blocks.Any(block =>
            block.ConditionalSuccessor is not null || block.FallThroughSuccessor?.Destination?.Ordinal <= block.Ordinal)
            ? new FlowPlan(graph, relevance)
            : s_straight;

    /// <summary>Whether what the variable holds can matter to anything that is asked for.</summary>
    public bool Keeps(StorageLocation variable) =>
        _slice is null || !_variables!.TryGet(variable, out var number) || _slice.IsRelevant(number);

    /// <summary>Whether what the variable holds can become what is asked for, and not only decide about it.</summary>
    public bool IsValue(StorageLocation variable) =>
        _slice is null || !_variables!.TryGet(variable, out var number) || _slice.IsValue(number);

    /// <summary>Whether the member is read, beside conditions, where it can matter.</summary>
    public bool IsUsed(ISymbol member) => _slice is null || _slice.IsUsed(member);

    /// <summary>Whether what is written to the member can matter.</summary>
    public bool KeepsMember(IOperation member) =>
        _slice is null || !_scan!.MemberWrites.TryGetValue(member, out var owner)
        || (owner != SliceScanner.Nothing && (owner < 0 || _slice.IsRelevant(owner)));

    /// <summary>
    /// Whether the operation counts or collects in a loop: each round gives another value, and how many there are only run time knows.
    /// </summary>
    public bool IsCounting(IOperation operation) => _scan?.Counters.IsCounting(operation) == true;

    /// <summary>Whether the local or parameter is the whole of more than one condition: the answers have to agree.</summary>
    public bool IsRecurring(ISymbol condition) => _recurring.Contains(condition);

    /// <summary>Where the answer is kept of a condition that is asked more than once; null for any other.</summary>
    public (StorageLocation Answer, bool IsNegated)? AnswerOf(IOperation condition) =>
        _repeated?.Of(condition) is { } asked && Keeps(asked.Answer) ? asked : null;

    /// <summary>The state of a body that has come to its end: its callers ask their own questions.</summary>
    public FlowState WithoutAnswers(FlowState state) => Without(state, _repeated?.Answers);

    /// <summary>The state where these answers are not known.</summary>
    public static FlowState Without(FlowState state, IReadOnlyList<StorageLocation>? answers)
    {
        foreach (var answer in answers ?? s_nothing)
            state = state.Forget(answer);
        return state;
    }

    /// <inheritdoc cref="RepeatedConditions.ChangedByCalls"/>
    public IReadOnlyList<StorageLocation>? AnswersChangedByCalls => _repeated?.ChangedByCalls;

    /// <inheritdoc cref="RepeatedConditions.About"/>
    public IReadOnlyList<StorageLocation>? AnswersAbout(ISymbol written) => _repeated?.About(written);

    /// <summary>What a branch does beside going on: it leaves loops that count, and variables that nothing asks for behind it.</summary>
    public BranchEnds EndsOf(ControlFlowBranch branch)
    {
        if (_lifetimes is null)
            return BranchEnds.None;
        if (!_loops!.HasLoops && !_lifetimes.IsEndOfAny(branch))
            return BranchEnds.None;
        if (!_ends.TryGetValue(branch, out var ends))
            _ends.Add(branch, ends = new BranchEnds(CountersLeft(branch), _lifetimes.EndedBy(branch)));
        return ends;
    }

    /// <summary>The variables that exist only in the region; its handlers do not see them.</summary>
    public IEnumerable<StorageLocation> DeclaredIn(ControlFlowRegion region) =>
        _lifetimes?.DeclaredIn(region) ?? Enumerable.Empty<StorageLocation>();

    /// <summary>Whether a function or a reference may hold what the variable holds for longer than the variable lives.</summary>
    public bool IsSeen(StorageLocation variable) =>
        _variables is not null && _variables.TryGet(variable, out var number) && _scan!.Seen.Contains(number);

    private List<StorageLocation> CountersLeft(ControlFlowBranch branch) =>
        _loops is { HasLoops: true } && branch.Destination is { } destination
            ? _loops.LoopsLeft(branch.Source.Ordinal, destination.Ordinal).SelectMany(_scan!.Counters.In)
                .Select(_variables!.Location).ToList()
            : s_nothing;

    private void FindRecurring(ControlFlowGraph graph)
    {
        var once = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var block in graph.Blocks)
        {
            if (block.ConditionKind != ControlFlowConditionKind.None && FlowEvaluator.Tested(block.BranchValue) is { } symbol
                && !once.Add(symbol))
                _recurring.Add(symbol);
        }
    }
}

/// <summary>What comes to its end with a branch.</summary>
/// <param name="Counters">What the loops that it leaves have counted.</param>
/// <param name="Variables">The variables that are not mentioned any more.</param>
internal sealed record BranchEnds(List<StorageLocation> Counters, List<StorageLocation> Variables)
{
    public static readonly BranchEnds None = new(new List<StorageLocation>(), new List<StorageLocation>());
}
