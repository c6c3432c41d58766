using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>What each expression of one body may be, on all the ways that lead to it together.</summary>
internal sealed class ExpressionValues
{
    private readonly Dictionary<SyntaxNode, ValueSet> _values = new();

    /// <summary>The expression is this on one way.</summary>
    public void Note(IOperation operation, ValueSet value)
    {
        // An implicit conversion has the syntax of what it converts. Only the choice of ??, ?: and switch has no operation of its own in
        // the graph.
        if (!operation.IsImplicit || operation is IFlowCaptureReferenceOperation)
            ValueSet.JoinInto(_values, operation.Syntax, value);
    }

    /// <summary>Null where no way leads to the expression, or where it is not evaluated: it is written to, or part of a constant.</summary>
    public ValueSet? Of(SyntaxNode expression) => _values.TryGetValue(expression, out var value) ? value : null;
}
