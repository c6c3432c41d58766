using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpPortAnalyzer.Values;

/// <summary>
/// Where a body writes to its variables anew, or to members of what they hold. A lambda sees them as they are when it runs, not when it was
/// made, so that what is written after it, or by another function, may be there or not.
/// </summary>
internal sealed class LateWrites
{
    private readonly ILookup<(ISymbol Variable, ISymbol? Member), SyntaxNode> _writes;

    private LateWrites(ILookup<(ISymbol, ISymbol?), SyntaxNode> writes) => _writes = writes;

    public static LateWrites In(IOperation body) => new(body.Descendants().SelectMany(Targets).ToLookup(write => (write.Variable, write.Member), write => write.Place));

    /// <summary>The state in which the lambda was made, without what may be something else when it runs.</summary>
    public FlowState Forget(FlowState state, SyntaxNode lambda)
    {
        foreach (var writes in _writes)
        {
            var (variable, member) = writes.Key;
            if (!writes.Any(write => IsLate(write, lambda, variable)))
                continue;

            var cell = Cell.Of(variable);
            if (member is null)
                state = state.Set(cell, FlowValue.Open);
            else if (state.Get(cell) is { } held)
                state = held.Knowns.Aggregate(state, (known, owner) => known.Set(Cell.Member(owner, member), FlowValue.Open));
        }

        return state;
    }

    private static bool IsLate(SyntaxNode write, SyntaxNode lambda, ISymbol variable) =>
        write.SpanStart > lambda.SpanStart
        || write.Ancestors().FirstOrDefault(IsFunction) is { } function && !function.Span.Contains(lambda.Span)
        || lambda.Ancestors().Any(loop => Repeated(loop) is { } repeated && loop.Span.Contains(write.Span) && !IsDeclaredIn(repeated, variable));

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    /// <summary>What a loop does again and again.</summary>
    private static StatementSyntax? Repeated(SyntaxNode loop) => loop switch
    {
        ForStatementSyntax one => one.Statement,
        WhileStatementSyntax one => one.Statement,
        DoStatementSyntax one => one.Statement,
        CommonForEachStatementSyntax one => one.Statement,
        _ => null,
    };

    private static bool IsDeclaredIn(StatementSyntax statement, ISymbol variable) =>
        variable.DeclaringSyntaxReferences.Any(declaration => declaration.SyntaxTree == statement.SyntaxTree && statement.Span.Contains(declaration.Span));

    private static IEnumerable<(ISymbol Variable, ISymbol? Member, SyntaxNode Place)> Targets(IOperation operation) => operation switch
    {
        IAssignmentOperation assignment => Variables(assignment.Target),
        IIncrementOrDecrementOperation increment => Variables(increment.Target),
        IArgumentOperation { Parameter.RefKind: RefKind.Out or RefKind.Ref } argument => Variables(argument.Value),
        _ => Enumerable.Empty<(ISymbol, ISymbol?, SyntaxNode)>(),
    };

    private static IEnumerable<(ISymbol Variable, ISymbol? Member, SyntaxNode Place)> Variables(IOperation target) => target switch
    {
        ITupleOperation tuple => tuple.Elements.SelectMany(Variables),
        ILocalReferenceOperation { IsDeclaration: true } => Enumerable.Empty<(ISymbol, ISymbol?, SyntaxNode)>(),
        IMemberReferenceOperation { Instance: { } instance } member when Variable(instance) is { } variable => new[] { (variable, (ISymbol?)member.Member, target.Syntax) },
        _ when Variable(target) is { } variable => new[] { (variable, (ISymbol?)null, target.Syntax) },
        _ => Enumerable.Empty<(ISymbol, ISymbol?, SyntaxNode)>(),
    };

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
