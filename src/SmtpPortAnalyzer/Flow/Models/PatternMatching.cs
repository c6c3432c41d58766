using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>What a pattern says of a value, and what its variables hold afterwards.</summary>
internal static class PatternMatching
{
    /// <summary>The truth of the match; open where run time decides. Pattern variables are set in the evaluator's state.</summary>
    public static ValueSet Match(IPatternOperation pattern, ValueSet value, FlowEvaluator evaluator)
    {
        switch (pattern)
        {
            case IConstantPatternOperation constant:
                return ConstantFolding.Binary(BinaryOperatorKind.Equals, value, evaluator.Evaluate(constant.Value), pattern.Syntax);
            case INegatedPatternOperation negated:
                return Match(negated.Pattern, value, evaluator).Single switch
                {
                    { Kind: AbstractValueKind.Constant, Constant: bool matches } => Truth(!matches, pattern),
                    { Kind: AbstractValueKind.Development, Constant: bool there } =>
                        ValueSet.FromValue(AbstractValue.OfDevelopment(!there)),
                    _ => ValueSet.Open,
                };
            case IDiscardPatternOperation:
                return Truth(true, pattern);
            case IDeclarationPatternOperation declaration:
                Declare(declaration.DeclaredSymbol, value, evaluator);
                return declaration.MatchesNull ? Truth(true, pattern) : NotNull(value, pattern);
            case IRecursivePatternOperation recursive:
                Declare(recursive.DeclaredSymbol, value, evaluator);
                return MatchMembers(recursive, value, evaluator);
            case IRelationalPatternOperation relational:
                return ConstantFolding.Binary(relational.OperatorKind, value, evaluator.Evaluate(relational.Value), pattern.Syntax);
            case IBinaryPatternOperation binary:
                var left = Match(binary.LeftPattern, value, evaluator);
                var right = Match(binary.RightPattern, value, evaluator);
                return ConstantFolding.Binary(binary.OperatorKind, left, right, pattern.Syntax);
            default:
                DeclareAll(pattern, evaluator);
                return ValueSet.Open;
        }
    }

    /// <summary>The variable that the pattern itself declares; null where it declares none.</summary>
    public static ISymbol? DeclaredBy(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation declaration => declaration.DeclaredSymbol,
        IRecursivePatternOperation recursive => recursive.DeclaredSymbol,
        IListPatternOperation list => list.DeclaredSymbol,
        _ => null,
    };

    /// <summary>
    /// The variable whose truth the condition asks for, and the answer with which it holds: <c>x is true</c>, an arm <c>false =></c>,
    /// <c>x == true</c>. Null for any other condition.
    /// </summary>
    public static (IOperation Tested, bool Truth)? TruthTest(IOperation condition)
    {
        var (tested, answer) = condition switch
        {
            IIsPatternOperation { Pattern: IConstantPatternOperation constant } pattern => (pattern.Value, constant.Value),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison =>
                (ConstantFolding.WithoutConversion(comparison.LeftOperand), ConstantFolding.WithoutConversion(comparison.RightOperand)),
            _ => default,
        };
        return tested is IFlowCaptureReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation
            && answer?.ConstantValue is { HasValue: true, Value: bool truth }
            ? (tested, truth)
            : null;
    }

    private static ValueSet MatchMembers(IRecursivePatternOperation pattern, ValueSet value, FlowEvaluator evaluator)
    {
        var isItems = value.Single is { Kind: AbstractValueKind.Tuple } tuple
            && tuple.Items.Length == pattern.DeconstructionSubpatterns.Length;
        var truths = new List<ValueSet>();
        foreach (var property in pattern.PropertySubpatterns)
        {
            var part = property.Member is IMemberReferenceOperation member && value.Single is { } owner
                ? EnvironmentName.Member(member, evaluator.FrameworkTypes) ?? evaluator.ValueOf(member, owner)
                : ValueSet.Open;
            truths.Add(Match(property.Pattern, part, evaluator));
        }

        for (var i = 0; i < pattern.DeconstructionSubpatterns.Length; i++)
            truths.Add(Match(pattern.DeconstructionSubpatterns[i], isItems ? value.Knowns[0].Items[i] : ValueSet.Open, evaluator));

        // One part that does not match is enough, whatever the others say.
        if (truths.Any(part => part.TryGetConstant<bool>(out var matches) && !matches))
            return Truth(false, pattern);
        if (truths.Count == 1 && truths[0].Single is { Kind: AbstractValueKind.Development })
            return truths[0];
        if (truths.Any(part => !part.TryGetConstant<bool>(out _))
            || !pattern.MatchedType.Equals(pattern.InputType.WithoutNullable(), SymbolEqualityComparer.Default))
            return ValueSet.Open;

        return isItems ? Truth(true, pattern) : NotNull(value, pattern);
    }

    private static void DeclareAll(IPatternOperation pattern, FlowEvaluator evaluator)
    {
        foreach (var child in pattern.ChildOperations)
        {
            if (child is IPatternOperation nested)
                Match(nested, ValueSet.Open, evaluator);
        }
    }

    private static void Declare(ISymbol? symbol, ValueSet value, FlowEvaluator evaluator)
    {
        if (symbol is null)
            return;

        evaluator.Renew(symbol);
        evaluator.Keep(StorageLocation.ForSymbol(symbol),
            value.Select(known => known is { Kind: AbstractValueKind.Constant, Constant: null } ? null : known));
    }

    private static ValueSet NotNull(ValueSet value, IPatternOperation pattern) => value.Single switch
    {
        { Kind: AbstractValueKind.Constant, Constant: null } => Truth(false, pattern),
        { Kind: AbstractValueKind.Constant or AbstractValueKind.Allocation } => Truth(true, pattern),
        _ => ValueSet.Open,
    };

    private static ValueSet Truth(bool holds, IOperation operation) =>
        ValueSet.FromValue(AbstractValue.OfConstant(holds, operation.Syntax));
}
