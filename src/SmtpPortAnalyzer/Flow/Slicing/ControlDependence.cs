using System.Collections.Generic;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SmtpPortAnalyzer.Flow.Slicing;

/// <summary>
/// Which branches decide whether a block runs: Ferrante, Ottenstein and Warren, "The Program Dependence Graph and Its Use in Optimization",
/// 1987.
/// </summary>
internal sealed class ControlDependence
{
    /// <summary>Branches a block, on average; a graph with more of them is a tangle of jumps.</summary>
    private const int MaxDeciders = 64;

    private readonly List<int>?[] _deciders;

    private ControlDependence(int blocks) => _deciders = new List<int>?[blocks];

    /// <summary>Null for a graph that is too much of a tangle: anything may depend on anything.</summary>
    public static ControlDependence? Find(ControlFlowGraph graph)
    {
        if (PostDominators.Find(graph) is not { } ends)
            return null;

        var found = new ControlDependence(graph.Blocks.Length);
        var left = MaxDeciders * graph.Blocks.Length;
        foreach (var block in graph.Blocks)
        {
            if (block.ConditionKind == ControlFlowConditionKind.None)
                continue;

            var (one, other) = ends.Ways(block.Ordinal);
            if (!found.Decide(block.Ordinal, one, ends, ref left) || !found.Decide(block.Ordinal, other, ends, ref left))
                return null;
        }

        return found;
    }

    /// <summary>The blocks whose condition decides whether the block runs; null where none does.</summary>
    public List<int>? Deciders(int block) => _deciders[block];

    /// <summary>The condition at the end of the block decides what comes on one of its ways, up to where the ways meet.</summary>
    private bool Decide(int block, int way, PostDominators ends, ref int left)
    {
        for (var decided = way; decided != ends.Next(block) && decided != ends.Exit; decided = ends.Next(decided))
        {
            if (left-- == 0)
                return false;

            (_deciders[decided] ??= new List<int>(2)).Add(block);
        }

        return true;
    }
}
