using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SmtpPortAnalyzer.Flow.Slicing;

/// <summary>
/// Which variables of a graph can reach what is asked for, by assignments or by the conditions that decide whether they are made: Weiser,
/// "Program Slicing", 1981. The others need not be kept, so that ways which differ in nothing else are one. Its cost grows with the size of
/// the graph.
/// </summary>
internal sealed class BackwardSlice
{
    private readonly SliceVariables _variables;
    private readonly SliceScanner _scan;
    private readonly ControlDependence? _control;
    private readonly ImmutableArray<BasicBlock> _blocks;
    private readonly bool[] _isRelevant;
    private readonly bool[] _isValue;
    private readonly bool[] _isBlockRelevant;
    private readonly bool[] _isDone;
    private readonly bool[] _isValueDone;
    private readonly Stack<int> _waiting = new();
    private readonly Stack<int> _waitingBlocks = new();

    /// <summary>By variable: the statements that write it, and those that let others hold the object that it holds.</summary>
    private readonly List<int>?[] _statements;

    /// <summary>Made when a condition first asks.</summary>
    private HashSet<ISymbol>? _used;

    private BackwardSlice(SliceVariables variables, SliceScanner scan, ControlFlowGraph graph)
    {
        _variables = variables;
        _scan = scan;
        _control = ControlDependence.Find(graph);
        _blocks = graph.Blocks;
        _isRelevant = new bool[variables.Count];
        _isBlockRelevant = new bool[graph.Blocks.Length];
        _isDone = new bool[scan.Statements.Count];
        _statements = new List<int>?[variables.Count];
        _isValue = new bool[variables.Count];
        _isValueDone = new bool[scan.Statements.Count];
        Index();
        Close();
    }

    public static BackwardSlice Compute(ControlFlowGraph graph, SliceVariables variables, SliceScanner scan) => new(variables, scan, graph);

    /// <summary>Whether the variable can reach what is asked for, or is none of the graph's own.</summary>
    public bool IsRelevant(int variable) => _isRelevant[variable] || !_variables.IsOwn(variable);

    /// <summary>Whether what the variable holds can become what is asked for, and not only decide about it.</summary>
    public bool IsValue(int variable) => _isValue[variable] || !_variables.IsOwn(variable);

    /// <summary>Whether a statement mentions the member in a block that is relevant.</summary>
    public bool IsUsed(ISymbol member)
    {
        _used ??= new HashSet<ISymbol>(
            _scan.Members.Where(mention => _control is null || _isBlockRelevant[mention.Block]).Select(mention => mention.Member),
            SymbolEqualityComparer.Default);
        return _used.Contains(member);
    }

    private void Index()
    {
        for (var i = 0; i < _scan.Statements.Count; i++)
        {
            var statement = _scan.Statements[i];
            var mayShare = false;
            foreach (var target in statement.Targets)
            {
                (_statements[target] ??= new List<int>()).Add(i);
                mayShare |= _variables.IsShared(target);
            }

            if (!mayShare)
                continue;

            foreach (var source in statement.Sources)
            {
                if (_variables.IsShared(source))
                    (_statements[source] ??= new List<int>()).Add(i);
            }
        }
    }

    private void Close()
    {
        if (_control is null)
        {
            for (var variable = 0; variable < _isRelevant.Length; variable++)
                _isRelevant[variable] = _isValue[variable] = true;
            return;
        }

        foreach (var seed in _scan.Seeds)
            Need(seed, isValue: true);
        foreach (var seen in _scan.Seen)
            Need(seen, isValue: true);
        for (var i = 0; i < _scan.Statements.Count; i++)
        {
            if (_scan.Statements[i].IsSink)
                NeedBlock(_scan.Statements[i].Block);
        }

        for (var i = 0; i < _isBlockRelevant.Length && _scan.EndsEarly; i++)
        {
            if (SliceScanner.Throws(_blocks[i]))
                NeedBlock(i);
        }

        while (_waiting.Count > 0 || _waitingBlocks.Count > 0)
        {
            if (_waitingBlocks.Count > 0)
            {
                _control.Deciders(_waitingBlocks.Pop())?.ForEach(Decide);
                continue;
            }

            var variable = _waiting.Pop();
            for (var i = 0; i < _statements[variable]?.Count; i++)
                Reach(_statements[variable]![i], variable);
        }
    }

    /// <summary>The statement writes the variable, or reads the object that it holds.</summary>
    private void Reach(int index, int variable)
    {
        var statement = _scan.Statements[index];
        if (System.Array.IndexOf(statement.Targets, variable) < 0)
        {
            foreach (var target in statement.Targets)
            {
                if (_variables.IsShared(target))
                    Need(target, _isValue[variable]);
            }

            return;
        }

        if (_isDone[index] && (!_isValue[variable] || _isValueDone[index]))
            return;

        _isDone[index] = true;
        _isValueDone[index] |= _isValue[variable];
        NeedBlock(statement.Block);
        foreach (var source in statement.Sources)
            Need(source, _isValue[variable]);
    }

    /// <summary>The condition at the end of the block decides whether something relevant is done.</summary>
    private void Decide(int block)
    {
        NeedBlock(block);
        foreach (var source in _scan.ConditionOf(block))
            Need(source, isValue: _scan.AnswersTruth);
    }

    private void Need(int variable, bool isValue)
    {
        if (_isRelevant[variable] && (!isValue || _isValue[variable]))
            return;

        _isRelevant[variable] = true;
        _isValue[variable] |= isValue;
        _waiting.Push(variable);
    }

    private void NeedBlock(int block)
    {
        if (_isBlockRelevant[block])
            return;

        _isBlockRelevant[block] = true;
        _waitingBlocks.Push(block);
    }
}
