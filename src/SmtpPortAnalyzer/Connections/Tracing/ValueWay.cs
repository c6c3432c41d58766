using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>
/// The names that a value passes on its way, whether they let it through as it is or make another of it: for questions about a value that
/// only run time knows. The way goes through locals, loops, parameters, members and methods of the whole compilation.
/// </summary>
internal sealed class ValueWay(SmtpProgram program, CancellationToken cancellationToken)
{
    /// <summary>How many expressions are looked at: what comes from further away says little of the value.</summary>
    private const int MaxSteps = 200;

    private readonly HashSet<SyntaxNode> _seen = new();
    private readonly HashSet<ISymbol> _asked = new(SymbolEqualityComparer.Default);
    private readonly Queue<SyntaxNode> _waiting = new();

    /// <summary>Each name with what it means; null where the compiler finds nothing, or several things.</summary>
    public IEnumerable<(SimpleNameSyntax Name, ISymbol? Symbol)> To(ExpressionSyntax value)
    {
        Reach(value);
        for (var step = 0; _waiting.Count > 0 && step < MaxSteps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var node = _waiting.Dequeue();
            foreach (var name in node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>())
            {
                var symbol = program.Model(name.SyntaxTree).GetSymbolInfo(name, cancellationToken).Symbol;
                yield return (name, symbol);
                if (symbol is not null && _asked.Add(symbol.OriginalDefinition))
                    Follow(symbol.OriginalDefinition, name);
            }
        }
    }

    private void Follow(ISymbol symbol, SimpleNameSyntax use)
    {
        switch (symbol)
        {
            case ILocalSymbol:
                FollowLocal(symbol, use);
                break;
            case IParameterSymbol { ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.AnonymousFunction } method } parameter:
                foreach (var argument in program.CallsOf(method, cancellationToken).SelectMany(call => call.Arguments)
                    .Where(argument => argument.Parameter?.Name == parameter.Name))
                    Reach(argument.Syntax);
                break;
            case IParameterSymbol:
                // addresses.ForEach(address => Send(address))
                Reach(Declaration(symbol)?.FirstAncestorOrSelf<InvocationExpressionSyntax>()?.Expression);
                break;
            case IFieldSymbol or IPropertySymbol when !symbol.DeclaringSyntaxReferences.IsEmpty:
                foreach (var write in MemberWrites.FindTo(symbol, program, cancellationToken))
                    Reach(write.ValueSyntax);
                Reach(MemberWrites.Initializer(symbol, cancellationToken)?.Value);
                ReachReturned(Declaration(symbol));
                break;
            case IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.LocalFunction }:
                ReachReturned(Declaration(symbol));
                break;
        }
    }

    private void FollowLocal(ISymbol local, SimpleNameSyntax use)
    {
        switch (Declaration(local))
        {
            case VariableDeclaratorSyntax { Initializer.Value: { } value }:
                Reach(value);
                break;
            case ForEachStatementSyntax loop:
                Reach(loop.Expression);
                break;
            case SingleVariableDesignationSyntax designation:
                Reach(designation.Ancestors().Select(GivenIn).FirstOrDefault(given => given is not null));
                break;
        }

        foreach (var assignment in (CodeBody.Enclosing(use)?.DescendantNodes() ?? []).OfType<AssignmentExpressionSyntax>())
        {
            if (assignment.Left.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
                .Any(name => name.Identifier.ValueText == local.Name))
                Reach(assignment.Right);
        }
    }

    /// <summary>What a variable gets that is declared in the midst of an expression.</summary>
    private static ExpressionSyntax? GivenIn(SyntaxNode node) => node switch
    {
        IsPatternExpressionSyntax match => match.Expression,
        AssignmentExpressionSyntax assignment => assignment.Right,
        ForEachVariableStatementSyntax loop => loop.Expression,
        SwitchExpressionSyntax choice => choice.GoverningExpression,
        InvocationExpressionSyntax call => call,
        _ => null,
    };

    private void ReachReturned(SyntaxNode? member)
    {
        foreach (var node in member?.DescendantNodes() ?? [])
        {
            if (node is ReturnStatementSyntax { Expression: { } returned })
                Reach(returned);
            else if (node is ArrowExpressionClauseSyntax arrow)
                Reach(arrow.Expression);
            else if (node is YieldStatementSyntax { Expression: { } given })
                Reach(given);
        }
    }

    private SyntaxNode? Declaration(ISymbol symbol) =>
        symbol.DeclaringSyntaxReferences.FirstOrDefault() is { } declared && program.Compilation.ContainsSyntaxTree(declared.SyntaxTree)
            ? declared.GetSyntax(cancellationToken)
            : null;

    private void Reach(SyntaxNode? node)
    {
        if (node is not null && program.Compilation.ContainsSyntaxTree(node.SyntaxTree) && _seen.Add(node))
            _waiting.Enqueue(node);
    }
}
