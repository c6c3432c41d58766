using System.Collections.Generic;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SmtpPortAnalyzer.Flow.Slicing;

/// <summary>
/// For each block of a graph the next one that every way from it to the end goes through: Cooper, Harvey and Kennedy, "A Simple, Fast
/// Dominance Algorithm", 2001, on the reversed graph. A block without a way to the end, in an endless loop, is taken to have one.
/// </summary>
internal sealed class PostDominators
{
    private const int Unknown = -1;

    /// <summary>Steps a block that the search may cost; nested as people nest, two or three are enough.</summary>
    private const int MaxSteps = 64;

    private readonly List<int>[] _predecessors;
    private readonly bool[] _isEndless;
    private readonly int[] _order;
    private readonly int[] _next;
    private readonly List<int> _postOrder = new();
    private int _steps;

    private PostDominators(ControlFlowGraph graph)
    {
        Graph = graph;
        Exit = graph.Blocks.Length - 1;
        _predecessors = new List<int>[graph.Blocks.Length];
        _isEndless = new bool[graph.Blocks.Length];
        _order = new int[graph.Blocks.Length];
        _next = new int[graph.Blocks.Length];
        _steps = MaxSteps * graph.Blocks.Length;
    }

    public int Exit { get; }

    private ControlFlowGraph Graph { get; }

    /// <summary>Null for a graph that is too much of a tangle.</summary>
    public static PostDominators? Find(ControlFlowGraph graph)
    {
        var found = new PostDominators(graph);
        found.Number();
        return found.Solve() ? found : null;
    }

    /// <summary>The nearest block that post-dominates this one; that of the last block is the last block.</summary>
    public int Next(int block) => _next[block];

    /// <summary>Where control may go from the block; the end for what leaves the body, by <c>throw</c> for example.</summary>
    public IEnumerable<int> Successors(int block)
    {
        var at = Graph.Blocks[block];
        if (at.FallThroughSuccessor is { } next)
            yield return next.Destination?.Ordinal ?? Exit;
        if (at.ConditionalSuccessor is { } other)
            yield return other.Destination?.Ordinal ?? Exit;
        if (_isEndless[block] || (at.FallThroughSuccessor is null && at.ConditionalSuccessor is null && block != Exit))
            yield return Exit;
    }

    /// <summary>Numbers the blocks in post-order of the reversed graph.</summary>
    private void Number()
    {
        for (var block = 0; block <= Exit; block++)
        {
            _order[block] = Unknown;
            _next[block] = Unknown;
            foreach (var successor in Successors(block))
                (_predecessors[successor] ??= new List<int>()).Add(block);
        }

        var seen = new bool[Exit + 1];
        Visit(Exit, seen);
        for (var block = Exit; block >= 0; block--)
        {
            if (seen[block])
                continue;

            _isEndless[block] = true;
            Visit(block, seen);
        }

        // The end comes last of all, whatever was found beside it.
        _postOrder.Remove(Exit);
        _postOrder.Add(Exit);
        for (var i = 0; i < _postOrder.Count; i++)
            _order[_postOrder[i]] = i;
    }

    private void Visit(int start, bool[] seen)
    {
        var waiting = new Stack<(int Block, int Index)>();
        seen[start] = true;
        waiting.Push((start, 0));
        while (waiting.Count > 0)
        {
            var (block, index) = waiting.Pop();
            if (_predecessors[block] is not { } predecessors || index == predecessors.Count)
            {
                _postOrder.Add(block);
                continue;
            }

            waiting.Push((block, index + 1));
            if (seen[predecessors[index]])
                continue;

            seen[predecessors[index]] = true;
            waiting.Push((predecessors[index], 0));
        }
    }

    private bool Solve()
    {
        _next[Exit] = Exit;
        for (var isChanged = true; isChanged;)
        {
            isChanged = false;
            for (var i = _postOrder.Count - 2; i >= 0; i--)
            {
                var block = _postOrder[i];
                var meeting = Unknown;
                foreach (var successor in Successors(block))
                {
                    if (_next[successor] != Unknown)
                        meeting = meeting == Unknown ? successor : Meet(meeting, successor);
                }

                if (_steps-- < 0)
                    return false;
                if (meeting == Unknown || meeting == _next[block])
                    continue;

                _next[block] = meeting;
                isChanged = true;
            }
        }

        return true;
    }

    private int Meet(int one, int two)
    {
        while (one != two)
        {
            _steps--;
            if (_order[one] < _order[two])
                one = _next[one];
            else
                two = _next[two];
        }

        return one;
    }
}
