using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Flow.Slicing;

/// <summary>
/// What the loops of a graph count or collect: each round gives another value, and how many rounds there are only run time knows.
/// </summary>
internal sealed class LoopCounters(SliceVariables variables, LoopNest loops)
{
    private readonly Dictionary<int, HashSet<int>> _byLoop = new();
    private readonly HashSet<IOperation> _counting = new();

    /// <summary>Whether the operation counts, in a loop, what lives on from round to round.</summary>
    public bool IsCounting(IOperation operation) => _counting.Contains(operation);

    /// <summary>The variables that are counted in the loop with this header.</summary>
    public IEnumerable<int> In(int loop) =>
        _byLoop.TryGetValue(loop, out var counters) ? counters : (IEnumerable<int>)System.Array.Empty<int>();

    /// <summary><c>x += 1</c>, or <c>x = x + 1</c>.</summary>
    public void Note(IAssignmentOperation assignment, int block)
    {
        if (assignment is ICompoundAssignmentOperation || IsOwnSuccessor(assignment))
            Note(assignment, assignment.Target, block);
    }

    public void Note(IOperation counting, IOperation target, int block)
    {
        if (!loops.HasLoops)
            return;

        var variable = target is ILocalReferenceOperation or IParameterReferenceOperation
            ? variables.NumberOf(target)
            : SliceScanner.Nothing;
        foreach (var loop in loops.LoopsAround(block, variable < 0 ? null : variables.Location(variable).Symbol))
        {
            _counting.Add(counting);
            if (variable < 0)
                continue;

            if (!_byLoop.TryGetValue(loop, out var counters))
                _byLoop.Add(loop, counters = new HashSet<int>());
            counters.Add(variable);
        }
    }

    private bool IsOwnSuccessor(IAssignmentOperation assignment)
    {
        if (assignment is not ISimpleAssignmentOperation || ConstantFolding.WithoutConversion(assignment.Value) is not IBinaryOperation sum)
            return false;

        var target = variables.NumberOf(assignment.Target);
        return target >= 0 && (IsReference(sum.LeftOperand) || IsReference(sum.RightOperand));

        bool IsReference(IOperation operand) => variables.NumberOf(ConstantFolding.WithoutConversion(operand)) == target;
    }
}
