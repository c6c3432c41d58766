using System;
using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SmtpPortAnalyzer.Flow.Slicing;

/// <summary>
/// The loops of a graph, each as the range of blocks from the one that its jumps back lead to up to the last that jumps there; and the
/// locals that the graph declares, each with the range of its region.
/// </summary>
internal sealed class LoopNest
{
    private const int None = -1;

    private readonly Dictionary<ISymbol, (int First, int Last)> _scopes = new(SymbolEqualityComparer.Default);

    /// <summary>By header: the last block of its loop; for any other block <see cref="None"/>.</summary>
    private readonly int[] _ends;

    /// <summary>By block: the header of the innermost loop that it is in; by header: that of the loop around it.</summary>
    private readonly int[] _innermost;
    private readonly int[] _outer;

    private LoopNest(ControlFlowGraph graph)
    {
        var count = graph.Blocks.Length;
        _ends = Filled(count);
        _innermost = Filled(count);
        _outer = Filled(count);
        Declare(graph.Root);
        foreach (var block in graph.Blocks)
        {
            JumpBack(block.Ordinal, block.FallThroughSuccessor);
            JumpBack(block.Ordinal, block.ConditionalSuccessor);
        }

        Nest(count);
    }

    public bool HasLoops { get; private set; }

    public static LoopNest FindIn(ControlFlowGraph graph) => new(graph);

    /// <summary>Whether the graph itself declares the local.</summary>
    public bool IsDeclared(ISymbol local) => _scopes.ContainsKey(local);

    /// <summary>
    /// The loops around the block in which the variable lives on from round to round (all, for what is none), from the innermost on; each
    /// by its header.
    /// </summary>
    public IEnumerable<int> LoopsAround(int block, ISymbol? variable)
    {
        for (var loop = _innermost[block]; loop != None; loop = _outer[loop])
        {
            if (variable is null || !(_scopes.TryGetValue(variable, out var scope) && scope.First >= loop && scope.Last <= _ends[loop]))
                yield return loop;
        }
    }

    /// <summary>The last block of the loop.</summary>
    public int End(int loop) => _ends[loop];

    /// <summary>The loops that a jump from one block to another leaves, each by its header.</summary>
    public IEnumerable<int> LoopsLeft(int from, int to)
    {
        for (var loop = _innermost[from]; loop != None && (to < loop || to > _ends[loop]); loop = _outer[loop])
            yield return loop;
    }

    private void Declare(ControlFlowRegion region)
    {
        foreach (var local in region.Locals)
            _scopes[local] = (region.FirstBlockOrdinal, region.LastBlockOrdinal);
        foreach (var nested in region.NestedRegions)
        {
            System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
            Declare(nested);
        }
    }

    private void JumpBack(int from, ControlFlowBranch? branch)
    {
        if (branch?.Destination is not { } header || header.Ordinal > from)
            return;

        HasLoops = true;
        _ends[header.Ordinal] = Math.Max(_ends[header.Ordinal], from);
    }

    private void Nest(int count)
    {
        var open = new Stack<int>();
        for (var block = 0; block < count; block++)
        {
            while (open.Count > 0 && _ends[open.Peek()] < block)
                open.Pop();
            if (_ends[block] != None)
            {
                _outer[block] = open.Count > 0 ? open.Peek() : None;
                open.Push(block);
            }

            _innermost[block] = open.Count > 0 ? open.Peek() : None;
        }
    }

    private static int[] Filled(int count)
    {
        var array = new int[count];
        for (var i = 0; i < count; i++)
            array[i] = None;
        return array;
    }
}
