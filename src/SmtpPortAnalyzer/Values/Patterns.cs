using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpPortAnalyzer.Values;

/// <summary>What a pattern says of a value, and what its variables hold afterwards.</summary>
internal static class Patterns
{
    /// <summary>The truth of the match; open where run time decides. Pattern variables are set in the evaluator's state.</summary>
    public static FlowValue Match(IPatternOperation pattern, FlowValue value, FlowEvaluator evaluator)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return Fold.Binary(BinaryOperatorKind.Equals, value, evaluator.Evaluate(constant.Value), pattern.Syntax);
            case INegatedPatternOperation negated:
                return Match(negated.Pattern, value, evaluator).TryGetConstant<bool>(out var matches) ? Truth(!matches, pattern) : FlowValue.Open;
            case IDiscardPatternOperation:
                return Truth(true, pattern);
            case IDeclarationPatternOperation declaration:
                Declare(declaration.DeclaredSymbol, value, evaluator);
                return declaration.MatchesNull ? Truth(true, pattern) : NotNull(value, pattern);
            case IRecursivePatternOperation recursive:
                Declare(recursive.DeclaredSymbol, value, evaluator);
                return MatchMembers(recursive, value, evaluator);
            case IRelationalPatternOperation relational:
                return Fold.Binary(relational.OperatorKind, value, evaluator.Evaluate(relational.Value), pattern.Syntax);
            case IBinaryPatternOperation binary:
                var left = Match(binary.LeftPattern, value, evaluator);
                var right = Match(binary.RightPattern, value, evaluator);
                return Fold.Binary(binary.OperatorKind, left, right, pattern.Syntax);
            default:
                DeclareAll(pattern, evaluator);
                return FlowValue.Open;
        }
    }

    /// <summary>
    /// The variable whose truth the condition asks for, and the answer with which it holds: <c>x is true</c>, an arm <c>false =></c>,
    /// <c>x == true</c>. Null for any other condition.
    /// </summary>
    public static (IOperation Tested, bool Truth)? TruthTest(IOperation condition)
    {
        var (tested, answer) = condition switch
        {
            IIsPatternOperation { Pattern: IConstantPatternOperation constant } pattern => (pattern.Value, constant.Value),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison => (Fold.WithoutConversion(comparison.LeftOperand), Fold.WithoutConversion(comparison.RightOperand)),
            _ => default,
        };
        return tested is IFlowCaptureReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation && answer?.ConstantValue is { HasValue: true, Value: bool truth }
            ? (tested, truth)
            : null;
    }

    private static FlowValue MatchMembers(IRecursivePatternOperation pattern, FlowValue value, FlowEvaluator evaluator)
    {
        foreach (var property in pattern.PropertySubpatterns)
        {
            var part = property.Member is IMemberReferenceOperation member && value.Single is { } owner
                ? evaluator.State.Get(Cell.Member(owner, member.Member)) ?? FlowValue.Of(Known.OfSymbol(member.Member, owner, member.Syntax))
                : FlowValue.Open;
            Match(property.Pattern, part, evaluator);
        }

        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
        {
            var isItem = value.Single is { Kind: KnownKind.Tuple } tuple && tuple.Items.Length == pattern.DeconstructionSubpatterns.Length;
            Match(pattern.DeconstructionSubpatterns[i], isItem ? value.Knowns[0].Items[i] : FlowValue.Open, evaluator);
        }

        return pattern.PropertySubpatterns.IsEmpty && pattern.DeconstructionSubpatterns.IsEmpty && pattern.MatchedType.Equals(WithoutNullable(pattern.InputType), SymbolEqualityComparer.Default)
            ? NotNull(value, pattern)
            : FlowValue.Open;
    }

    private static ITypeSymbol WithoutNullable(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static void DeclareAll(IPatternOperation pattern, FlowEvaluator evaluator)
    {
        foreach (var child in pattern.ChildOperations)
        {
            if (child is IPatternOperation nested)
                Match(nested, FlowValue.Open, evaluator);
        }
    }

    private static void Declare(ISymbol? symbol, FlowValue value, FlowEvaluator evaluator)
    {
        if (symbol is not null)
            evaluator.State = evaluator.State.Set(Cell.Of(symbol), value.Select(known => known is { Kind: KnownKind.Constant, Constant: null } ? null : known));
    }

    private static FlowValue NotNull(FlowValue value, IPatternOperation pattern) => value.Single switch
    {
        { Kind: KnownKind.Constant, Constant: null } => Truth(false, pattern),
        { Kind: KnownKind.Constant or KnownKind.Allocation } => Truth(true, pattern),
        _ => FlowValue.Open,
    };

    private static FlowValue Truth(bool holds, IOperation operation) => FlowValue.Of(Known.OfConstant(holds, operation.Syntax));
}
