using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SmtpPortAnalyzer.Flow.Slicing;

/// <summary>
/// Where the variables of a graph come to their end: behind the last block that mentions them, or the last of a loop in which they live on.
/// Blocks are in the order of the source, so that one number says it.
/// </summary>
internal sealed class Lifetimes
{
    /// <summary>
    /// Blocks that a jump may skip. What ends in a longer stretch is kept, or many such jumps would cost the square of their number.
    /// </summary>
    private const int MaxJump = 256;

    private static readonly List<StorageLocation> s_none = new();

    private readonly List<StorageLocation>?[] _lastIn;
    private readonly Dictionary<ControlFlowRegion, List<StorageLocation>> _declaredIn = new();

    private Lifetimes(int blocks) => _lastIn = new List<StorageLocation>?[blocks];

    public static Lifetimes Find(ControlFlowGraph graph, SliceVariables variables, HashSet<int> seen, LoopNest loops)
    {
        var found = new Lifetimes(graph.Blocks.Length);
        for (var variable = 0; variable < variables.Count; variable++)
        {
            // An answer is no variable that is declared somewhere: it ends where it is not asked for any more.
            var location = variables.Location(variable);
            var symbol = location.Symbol;
            if (seen.Contains(variable) || !variables.IsOwn(variable)
                || (location.Key is null && (symbol is null || !loops.IsDeclared(symbol))))
                continue;

            var last = variables.LastUse(variable);
            foreach (var loop in loops.LoopsAround(last, symbol))
                last = Math.Max(last, loops.End(loop));
            (found._lastIn[last] ??= new List<StorageLocation>()).Add(location);
        }

        return found;
    }

    /// <summary>Whether some variable is not mentioned any more, on any way, once the branch is taken.</summary>
    public bool IsEndOfAny(ControlFlowBranch branch)
    {
        if (branch.Destination is not { Kind: not BasicBlockKind.Exit } destination
            || destination.Ordinal - branch.Source.Ordinal > MaxJump)
            return false;

        for (var block = branch.Source.Ordinal; block < destination.Ordinal; block++)
        {
            if (_lastIn[block] is not null)
                return true;
        }

        return false;
    }

    /// <summary>The variables that are not mentioned any more, on any way, once the branch is taken.</summary>
    public List<StorageLocation> EndedBy(ControlFlowBranch branch)
    {
        if (!IsEndOfAny(branch))
            return s_none;

        var ended = new List<StorageLocation>();
        for (var block = branch.Source.Ordinal; block < branch.Destination!.Ordinal; block++)
            ended.AddRange(_lastIn[block] ?? s_none);
        return ended;
    }

    /// <summary>The variables that exist only in the region, or in one inside it.</summary>
    public List<StorageLocation> DeclaredIn(ControlFlowRegion region)
    {
        if (!_declaredIn.TryGetValue(region, out var variables))
        {
            _declaredIn.Add(region, variables = new List<StorageLocation>());
            Collect(region, variables);
        }

        return variables;
    }

    private static void Collect(ControlFlowRegion region, List<StorageLocation> variables)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        foreach (var capture in region.CaptureIds)
            variables.Add(StorageLocation.ForCapture(capture));
        foreach (var local in region.Locals)
            variables.Add(StorageLocation.ForSymbol(local));
        foreach (var nested in region.NestedRegions)
            Collect(nested, variables);
    }
}
