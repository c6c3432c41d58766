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

            foreach (var successor in ends.Successors(block.Ordinal))
            {
                for (var decided = successor; decided != ends.Next(block.Ordinal) && decided != ends.Exit; decided = ends.Next(decided))
                {
                    if (left-- == 0)
                        return null;
                    (found._deciders[decided] ??= new List<int>()).Add(block.Ordinal);
                }
            }
        }

        return found;
    }

    /// <summary>The blocks whose condition decides whether the block runs.</summary>
    public IReadOnlyList<int> Deciders(int block) => _deciders[block] ?? (IReadOnlyList<int>)System.Array.Empty<int>();
}
