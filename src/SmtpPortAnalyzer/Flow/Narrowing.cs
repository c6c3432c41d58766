using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// What conditions say of the value that is looked for: on the way where <c>port == 25</c> does not hold, or <c>port &gt; 500</c> does,
/// the port is none. One bit is all that is kept of it (<see cref="AbstractValue.IsExcluded"/>).
/// </summary>
internal sealed class Narrowing(FlowEvaluator evaluator, FlowPlan plan, IFlowSemantics semantics)
{
    /// <summary>Takes the condition into the evaluator's state: it turns out to hold, or not to hold.</summary>
    public void Assume(IOperation condition, bool holds)
    {
        condition = ConstantFolding.WithoutConversion(condition);
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
            (condition, holds) = (ConstantFolding.WithoutConversion(not.Operand), !holds);

        if (holds && LocalHost(condition) is var (host, name))
            KeepAs(ConstantFolding.WithoutConversion(host), name);

        var tested = condition switch
        {
            IBinaryOperation { OperatorMethod: null or { ContainingType.SpecialType: not SpecialType.None } } comparison =>
                Excluded(comparison, holds),
            IIsPatternOperation pattern when IsPlain(pattern.Pattern, isPart: false)
                && IsOther(PatternMatching.Match(pattern.Pattern, Sought(null), evaluator), holds) => pattern.Value,
            _ => null,
        };
        if (tested is not null)
            Exclude(ConstantFolding.WithoutConversion(tested));
    }

    /// <summary>What the condition compares with the name of a local host, if it does: <c>host == "localhost"</c>.</summary>
    private static (IOperation Host, IOperation Name)? LocalHost(IOperation condition)
    {
        var (one, other) = condition switch
        {
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } comparison => (comparison.LeftOperand, comparison.RightOperand),
            IIsPatternOperation { Pattern: IConstantPatternOperation constant } pattern => (pattern.Value, constant.Value),
            IInvocationOperation
            {
                TargetMethod: { Name: "Equals", IsStatic: false }, Instance: { } instance,
                Arguments: { Length: > 0 } with
            } =>
                (instance, with[0].Value),
            IInvocationOperation { TargetMethod: { Name: "Equals", IsStatic: true }, Arguments: { Length: > 1 } both } =>
                (both[0].Value, both[1].Value),
            _ => default((IOperation?, IOperation?)),
        };
        return one is null || other is null ? null
            : IsLocalHost(other) ? (one, other)
            : IsLocalHost(one) ? (other, one)
            : null;
    }

    private static bool IsLocalHost(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: string text } && LocalHosts.IsLocal(text);

    /// <summary>On this way the place holds the constant.</summary>
    private void KeepAs(IOperation place, IOperation constant)
    {
        StorageLocation? location = place switch
        {
            ILocalReferenceOperation local => StorageLocation.ForSymbol(local.Local),
            IParameterReferenceOperation parameter => StorageLocation.ForSymbol(parameter.Parameter),
            IMemberReferenceOperation { Member.IsStatic: false, Instance: { } instance } member
                and (IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true })
                when plan.IsUsed(member.Member) && evaluator.Evaluate(instance).Single is { } owner =>
                StorageLocation.Member(owner, member.Member),
            _ => null,
        };
        if (location is { } cell && (cell.Owner is not null || plan.IsValue(cell)))
            evaluator.Keep(cell, evaluator.Evaluate(constant));
    }

    /// <summary>The value on a way where it is not what is looked for.</summary>
    public static ValueSet WithoutSought(ValueSet value, Func<AbstractValue, bool> isSought)
    {
        var others = value.Without(isSought).Select(static known => known.Kind == AbstractValueKind.Symbolic ? known.AsExcluded() : known);
        return others.Knowns.IsEmpty ? ValueSet.Open : others;
    }

    /// <summary>The side of the comparison that is surely not looked for; null where the comparison says nothing of that.</summary>
    private IOperation? Excluded(IBinaryOperation comparison, bool holds)
    {
        var left = ConstantFolding.WithoutConversion(comparison.LeftOperand);
        var right = ConstantFolding.WithoutConversion(comparison.RightOperand);
        if (right.ConstantValue is { HasValue: true, Value: { } limit } && IsTelling(limit))
        {
            var truth = ConstantFolding.Binary(comparison.OperatorKind, Sought(limit), Constant(limit), comparison.Syntax);
            return IsOther(truth, holds) ? left : null;
        }

        if (left.ConstantValue is { HasValue: true, Value: { } bound } && IsTelling(bound))
        {
            var truth = ConstantFolding.Binary(comparison.OperatorKind, Constant(bound), Sought(bound), comparison.Syntax);
            return IsOther(truth, holds) ? right : null;
        }

        return null;
    }

    /// <summary>Whether a comparison with the constant says something: of texts only what is looked for itself does.</summary>
    private bool IsTelling(object constant) =>
        constant is not (bool or char) && (constant is not string || semantics.IsSought(AbstractValue.OfConstant(constant, null)));

    /// <summary>On this way the operation gives something else than what is looked for, and so does the place that it reads.</summary>
    private void Exclude(IOperation tested)
    {
        switch (tested)
        {
            case ILocalReferenceOperation local:
                Exclude(StorageLocation.ForSymbol(local.Local), tested);
                break;
            case IParameterReferenceOperation parameter:
                Exclude(StorageLocation.ForSymbol(parameter.Parameter), tested);
                break;
            case IFlowCaptureReferenceOperation capture:
                Exclude(StorageLocation.ForCapture(capture.Id), tested);
                if (evaluator.MeaningOf(capture.Id) is { } meant and not IFlowCaptureReferenceOperation)
                    Exclude(meant);
                break;
            case IPropertyReferenceOperation
            {
                Instance: { } value,
                Property: { Name: "Value", ContainingType.OriginalDefinition.SpecialType: SpecialType.System_Nullable_T },
            }:
                Exclude(ConstantFolding.WithoutConversion(value));
                break;
            case IMemberReferenceOperation { Member.IsStatic: false, Instance: { } instance } member
                and (IFieldReferenceOperation or IPropertyReferenceOperation { Arguments.IsEmpty: true })
                when plan.IsUsed(member.Member) && evaluator.Evaluate(instance).Single is { } owner:
                Exclude(StorageLocation.Member(owner, member.Member), tested);
                break;
        }
    }

    private void Exclude(StorageLocation location, IOperation tested)
    {
        if (!plan.IsValue(location))
            return;

        var value = evaluator.Evaluate(tested);
        if (value.Knowns.Any(known => semantics.IsSought(known) || known is { Kind: AbstractValueKind.Symbolic, IsExcluded: false }))
            evaluator.Keep(location, WithoutSought(value, semantics.IsSought));
    }

    private ValueSet Sought(object? other) => ValueSet.FromValue(semantics.SoughtLike(other));

    private static ValueSet Constant(object constant) => ValueSet.FromValue(AbstractValue.OfConstant(constant, null));

    /// <summary>Whether the condition would turn out otherwise for what is looked for.</summary>
    private static bool IsOther(ValueSet truth, bool holds) => truth.TryGetConstant<bool>(out var known) && known != holds;

    private static bool IsPlain(IPatternOperation pattern, bool isPart) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var value } } =>
            value is null ? isPart : value is not (string or bool),
        IRelationalPatternOperation => true,
        INegatedPatternOperation negated => IsPlain(negated.Pattern, isPart),
        IBinaryPatternOperation binary => IsPlain(binary.LeftPattern, isPart: true) && IsPlain(binary.RightPattern, isPart: true),
        _ => false,
    };
}
