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

    /// <summary>By block: where control may go; <see cref="Unknown"/> where there is no second, or no first.</summary>
    private readonly int[] _first;
    private readonly int[] _second;
    private readonly int[] _order;
    private readonly int[] _next;
    private readonly List<int> _postOrder;
    private int _steps;

    private PostDominators(ControlFlowGraph graph)
    {
        var count = graph.Blocks.Length;
        Exit = count - 1;
        _first = new int[count];
        _second = new int[count];
        _order = new int[count];
        _next = new int[count];
        _postOrder = new List<int>(count);
        _steps = MaxSteps * count;
        foreach (var block in graph.Blocks)
        {
            _next[block.Ordinal] = Unknown;
            _first[block.Ordinal] = Target(block.FallThroughSuccessor);
            _second[block.Ordinal] = Target(block.ConditionalSuccessor);
            if (_first[block.Ordinal] == Unknown && block.Ordinal != Exit)
                _first[block.Ordinal] = Exit;
        }
    }

    public int Exit { get; }

    /// <summary>Null for a graph that is too much of a tangle.</summary>
    public static PostDominators? Find(ControlFlowGraph graph)
    {
        var found = new PostDominators(graph);
        found.Number();
        return found.Solve() ? found : null;
    }

    /// <summary>The nearest block that post-dominates this one; that of the last block is the last block.</summary>
    public int Next(int block) => _next[block];

    /// <summary>
    /// Where control goes from a block that ends with a condition; the end for what leaves the body, by <c>throw</c> for example.
    /// </summary>
    public (int One, int Other) Ways(int block) => (_first[block], _second[block]);

    private int Target(ControlFlowBranch? branch) => branch is null ? Unknown : branch.Destination?.Ordinal ?? Exit;

    /// <summary>Numbers the blocks in post-order of the reversed graph.</summary>
    private void Number()
    {
        var predecessors = new Predecessors(_first, _second);
        var seen = new bool[Exit + 1];
        seen[Exit] = true;
        Visit(Exit, predecessors, seen);

        // From an endless loop there is no way to the end; it is taken to have one where it stands last.
        for (var block = Exit; block >= 0; block--)
        {
            if (seen[block])
                continue;

            seen[block] = true;
            if (_second[block] == Unknown)
                _second[block] = Exit;
            Visit(block, predecessors, seen);
        }

        // The end comes last of all, whatever was found beside it.
        _postOrder.Remove(Exit);
        _postOrder.Add(Exit);
        for (var i = 0; i < _postOrder.Count; i++)
            _order[_postOrder[i]] = i;
    }

    private void Visit(int start, Predecessors predecessors, bool[] seen)
    {
        var waiting = new Stack<(int Block, int Edge)>();
        waiting.Push((start, predecessors.First(start)));
        while (waiting.Count > 0)
        {
            var (block, edge) = waiting.Pop();
            if (edge == Unknown)
            {
                _postOrder.Add(block);
                continue;
            }

            waiting.Push((block, predecessors.Next(edge)));
            var from = Predecessors.Block(edge);
            if (seen[from])
                continue;

            seen[from] = true;
            waiting.Push((from, predecessors.First(from)));
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
                var meeting = Meeting(block);
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

    private int Meeting(int block)
    {
        var (one, other) = Ways(block);
        var hasOne = one != Unknown && _next[one] != Unknown;
        var hasOther = other != Unknown && _next[other] != Unknown;
        return hasOne && hasOther ? Meet(one, other) : hasOne ? one : hasOther ? other : Unknown;
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

    /// <summary>
    /// The edges of the graph by the block that they lead to. Those of a block have the numbers of the block, twice, and one more.
    /// </summary>
    private sealed class Predecessors
    {
        private readonly int[] _heads;
        private readonly int[] _nexts;

        public Predecessors(int[] first, int[] second)
        {
            _heads = new int[first.Length];
            _nexts = new int[first.Length * 2];
            for (var block = 0; block < first.Length; block++)
                _heads[block] = Unknown;
            for (var block = first.Length - 1; block >= 0; block--)
            {
                Add(first[block], block * 2);
                Add(second[block], (block * 2) + 1);
            }
        }

        public static int Block(int edge) => edge / 2;

        public int First(int block) => _heads[block];

        public int Next(int edge) => _nexts[edge];

        private void Add(int to, int edge)
        {
            if (to == Unknown)
                return;

            _nexts[edge] = _heads[to];
            _heads[to] = edge;
        }
    }
}
