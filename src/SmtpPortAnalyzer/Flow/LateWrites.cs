using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// Where a body writes to its variables anew, or to members of what they hold. A lambda sees them as they are when it runs, not when it was
/// made, so that what is written after it, or by another function, may be there or not.
/// </summary>
internal sealed class LateWrites
{
    /// <summary>By the variable's name: a lambda asks for those that it mentions.</summary>
    private readonly ILookup<string, Writes> _writes;

    private LateWrites(ILookup<string, Writes> writes) => _writes = writes;

    public static LateWrites CollectIn(IOperation body) => new(body.Descendants().SelectMany(Targets)
        .GroupBy(
            write => (write.Variable, write.Member), (key, all) => new Writes(key.Variable, key.Member, all.Select(write => write.Place)))
        .ToLookup(writes => writes.Variable.Name));

    /// <summary>
    /// The variables that the lambda writes and does not declare itself, or whose object it changes; and whether all that it writes there
    /// is what it is given, as the lambda of an option is the option's value: <c>v => port = int.Parse(v)</c>.
    /// </summary>
    public static IEnumerable<(ISymbol Variable, bool IsMember, bool IsGiven)> Written(
        IOperation body, SyntaxNode lambda, CancellationToken cancellationToken)
    {
        var operation = body.Descendants().FirstOrDefault(inner => inner is IAnonymousFunctionOperation && inner.Syntax == lambda);
        cancellationToken.ThrowIfCancellationRequested();
        return (operation?.Descendants() ?? Enumerable.Empty<IOperation>()).SelectMany(Targets)
            .Where(write => write.Variable.DeclaringSyntaxReferences.All(declaration =>
                declaration.SyntaxTree != lambda.SyntaxTree || !lambda.Span.Contains(declaration.Span)))
            .GroupBy(write => (write.Variable, IsMember: write.Member is not null))
            .Select(writes => (writes.Key.Variable, writes.Key.IsMember, writes.All(write => IsGiven(write.Place, operation!))));
    }

    private static bool IsGiven(SyntaxNode target, IOperation lambda) =>
        target.Parent is AssignmentExpressionSyntax assignment && assignment.Left == target
        && lambda.Descendants().FirstOrDefault(inner => inner is IAssignmentOperation && inner.Syntax == assignment)
            is IAssignmentOperation { Value: var value }
        && value.DescendantsAndSelf().Any(read => read is IParameterReferenceOperation parameter
            && SymbolEqualityComparer.Default.Equals(
                parameter.Parameter.ContainingSymbol, (lambda as IAnonymousFunctionOperation)?.Symbol));

    /// <summary>The state in which the lambda was made, without what may be something else when it runs.</summary>
    public FlowState Forget(FlowState state, SyntaxNode lambda)
    {
        var names = lambda.DescendantNodes().OfType<IdentifierNameSyntax>().Select(name => name.Identifier.ValueText).Distinct();
        foreach (var writes in names.SelectMany(name => _writes[name]))
        {
            if (!writes.MayComeAfter(lambda))
                continue;

            var cell = StorageLocation.ForSymbol(writes.Variable);
            if (writes.Member is null)
                state = state.Set(cell, ValueSet.Open);
            else if (state.Get(cell) is { } held)
                state = held.Knowns.Aggregate(
                    state, (known, owner) => known.Set(StorageLocation.Member(owner, writes.Member), ValueSet.Open));
        }

        return state;
    }

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
        IMemberReferenceOperation { Instance: { } instance } member when Variable(instance) is { } variable =>
            new[] { (variable, (ISymbol?)member.Member, target.Syntax) },
        _ when Variable(target) is { } variable => new[] { (variable, (ISymbol?)null, target.Syntax) },
        _ => Enumerable.Empty<(ISymbol, ISymbol?, SyntaxNode)>(),
    };

    private static ISymbol? Variable(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    /// <summary>All writes to one variable, or to one member of what it holds.</summary>
    private sealed class Writes
    {
        /// <summary>Ascending.</summary>
        private readonly int[] _positions;

        /// <summary>The functions that write.</summary>
        private readonly TextSpan[] _functions;

        public Writes(ISymbol variable, ISymbol? member, IEnumerable<SyntaxNode> places)
        {
            Variable = variable;
            Member = member;
            var all = places.ToList();
            _positions = all.Select(place => place.SpanStart).OrderBy(position => position).ToArray();
            _functions =
                all.Select(place =>
                    place.Ancestors()
                        .FirstOrDefault(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax)?.Span)
                .OfType<TextSpan>().Distinct().ToArray();
        }

        public ISymbol Variable { get; }

        public ISymbol? Member { get; }

        public bool MayComeAfter(SyntaxNode lambda) =>
            _positions[_positions.Length - 1] > lambda.SpanStart
            || _functions.Any(function => !function.Contains(lambda.Span))
            || lambda.Ancestors().Any(loop => Repeated(loop) is { } repeated && IsIn(loop.Span) && !IsDeclaredIn(repeated));

        private bool IsIn(TextSpan span)
        {
            var index = Array.BinarySearch(_positions, span.Start);
            index = index < 0 ? ~index : index;
            return index < _positions.Length && _positions[index] < span.End;
        }

        private bool IsDeclaredIn(StatementSyntax statement) =>
            Variable.DeclaringSyntaxReferences.Any(declaration =>
                declaration.SyntaxTree == statement.SyntaxTree && statement.Span.Contains(declaration.Span));

        /// <summary>What a loop does again and again.</summary>
        private static StatementSyntax? Repeated(SyntaxNode loop) => loop switch
        {
            ForStatementSyntax one => one.Statement,
            WhileStatementSyntax one => one.Statement,
            DoStatementSyntax one => one.Statement,
            CommonForEachStatementSyntax one => one.Statement,
            _ => null,
        };
    }
}
