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
    private bool _isKept;

    /// <summary>The answer was kept: it says nothing of what has got another constant since.</summary>
    public void AssumeKept(IOperation condition, bool holds)
    {
        _isKept = true;
        Assume(condition, holds);
        _isKept = false;
    }

    /// <summary>Takes the condition into the evaluator's state: it turns out to hold, or not to hold.</summary>
    public void Assume(IOperation condition, bool holds)
    {
        condition = ConstantFolding.WithoutConversion(condition);
        while (condition is IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not)
            (condition, holds) = (ConstantFolding.WithoutConversion(not.Operand), !holds);

        AssumeLocalHost(condition, holds);
        if (condition is IInvocationOperation call)
        {
            if (ListTest.In(call, evaluator) is var (asked, items) && items.Any(semantics.IsSought) != holds)
                Exclude(ConstantFolding.WithoutConversion(asked));
            if (call is { TargetMethod.Name: "Equals", Instance: { } equated, Arguments: { Length: 1 } others }
                && ConstantFolding.WithoutConversion(others[0].Value).ConstantValue is { HasValue: true, Value: { } other }
                && IsTelling(other)
                && IsOther(ConstantFolding.Binary(BinaryOperatorKind.Equals, Sought(other), Constant(other), call.Syntax), holds))
            {
                Exclude(ConstantFolding.WithoutConversion(equated));
            }

            semantics.Answered(call, holds, evaluator);
        }

        if (condition is IIsPatternOperation { Pattern: IRecursivePatternOperation members } match && IsBound(match.Value))
            AssumeMembers(members, evaluator.Evaluate(match.Value), holds);

        if (condition is IBinaryOperation { RightOperand.ConstantValue: { HasValue: true, Value: int limit and (0 or 1) } } question)
            semantics.Unset(ConstantFolding.WithoutConversion(question.LeftOperand), question.OperatorKind, limit, holds, evaluator);

        var tested = condition switch
        {
            IBinaryOperation { OperatorMethod: null or { ContainingType.SpecialType: not SpecialType.None } } comparison =>
                Excluded(comparison, holds),
            IIsPatternOperation pattern when IsOther(pattern.Pattern, holds) => pattern.Value,
            _ => null,
        };
        if (tested is not null)
            Exclude(ConstantFolding.WithoutConversion(tested));
        if (tested is not null && condition is IIsPatternOperation { Pattern: var whole })
            ExcludeDeclared(whole);
    }

    /// <summary>
    /// The members that a pattern asks for, <c>s is { Port: 25 }</c>: all of them match where it holds, and the one that it asks for does
    /// not where it does not hold.
    /// </summary>
    private void AssumeMembers(IRecursivePatternOperation pattern, ValueSet value, bool holds)
    {
        if (value.Single is not { } owner || !pattern.DeconstructionSubpatterns.IsEmpty
            || (!holds && (pattern.PropertySubpatterns.Length > 1 || !IsOfType(pattern))))
            return;

        foreach (var part in pattern.PropertySubpatterns)
        {
            if (part.Member is not IMemberReferenceOperation { Member.IsStatic: false } member)
                continue;

            if (part.Pattern is IRecursivePatternOperation inner)
                AssumeMembers(inner, evaluator.ValueOf(member, owner), holds);
            else if (IsOther(part.Pattern, holds))
            {
                PatternMatching.Match(part.Pattern, evaluator.ValueOf(member, owner), evaluator);
                ExcludeDeclared(part.Pattern);
                if (plan.IsUsed(member.Member))
                    Exclude(StorageLocation.Member(owner, member.Member), evaluator.ValueOf(member, owner));
            }
        }
    }

    /// <summary>What a pattern declares is what it has matched.</summary>
    private void ExcludeDeclared(IPatternOperation pattern)
    {
        if (pattern is IDeclarationPatternOperation { DeclaredSymbol: { } declared })
            Exclude(StorageLocation.ForSymbol(declared), evaluator.State.Get(StorageLocation.ForSymbol(declared)) ?? ValueSet.Open);
        foreach (var part in pattern.ChildOperations)
        {
            if (part is IPatternOperation inner and not IRecursivePatternOperation)
                ExcludeDeclared(inner);
        }
    }

    private static bool IsOfType(IRecursivePatternOperation pattern) =>
        pattern.MatchedType.Equals(pattern.InputType.WithoutNullable(), SymbolEqualityComparer.Default);

    /// <summary>Whether it can be evaluated once more, and is the same.</summary>
    private static bool IsBound(IOperation operation) => ConstantFolding.WithoutConversion(operation)
        is ILocalReferenceOperation or IParameterReferenceOperation or IFlowCaptureReferenceOperation or IInstanceReferenceOperation
        or IFieldReferenceOperation;

    /// <summary>A call may have made sure of something by throwing: <c>ArgumentOutOfRangeException.ThrowIfEqual(port, 25)</c>.</summary>
    public void Check(IInvocationOperation call)
    {
        if (ThrowHelpers.KindOf(call, semantics.FrameworkTypes) is not { } kind
            || call.Arguments[1].Value.ConstantValue is not { HasValue: true, Value: { } limit } || !IsTelling(limit))
            return;

        if (ConstantFolding.Binary(kind, Sought(limit), Constant(limit), call.Syntax).TryGetConstant<bool>(out var throws) && throws)
            Exclude(ConstantFolding.WithoutConversion(call.Arguments[0].Value));
    }

    /// <summary>The condition may ask for a host on the machine itself.</summary>
    private void AssumeLocalHost(IOperation condition, bool holds)
    {
        if (LocalHostTest.In(condition, holds, evaluator) is var (host, local))
            KeepAs(host, local);
        if (!holds || LocalHostTest.InUri(condition, semantics.FrameworkTypes) is not var (uri, hosts)
            || evaluator.Evaluate(uri).Single is not { Kind: AbstractValueKind.Symbolic } owner)
            return;

        foreach (var member in hosts)
        {
            evaluator.Keep(StorageLocation.Member(owner, member), LocalHostTest.Local(condition));
            ChangeOthers(AbstractValue.OfSymbol(member, owner, null), _ => LocalHostTest.Local(condition));
        }
    }

    /// <summary>On this way the place holds the constant, and so does whatever else was given what is there.</summary>
    public void KeepAs(IOperation place, ValueSet constant)
    {
        place = ConstantFolding.WithoutConversion(place);
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
        if (location is not { } cell)
            return;

        var before = evaluator.Evaluate(place).Single;
        if (before is { IsConstant: true })
            return;

        if (cell.Owner is not null || plan.IsValue(cell))
            evaluator.Keep(cell, constant);
        if (before is { Kind: AbstractValueKind.Symbolic })
            ChangeOthers(before, _ => constant);
    }

    /// <summary>Of whatever else holds what a place has held since the body was entered, the same is known as of the place.</summary>
    private void ChangeOthers(AbstractValue held, Func<ValueSet, ValueSet> change)
    {
        Change(evaluator.State.Variables);
        foreach (var owner in evaluator.State.Objects.Entries())
            Change(owner.Value);

        void Change(MergeableMap<StorageLocation, ValueSet> cells)
        {
            foreach (var cell in cells.Entries())
            {
                if (cell.Value.Single is { Kind: AbstractValueKind.Symbolic, IsExcluded: false } same
                    && Equals(same.Receiver, held.Receiver) && SymbolEqualityComparer.Default.Equals(same.Symbol, held.Symbol))
                    evaluator.State = evaluator.State.Set(cell.Key, change(cell.Value));
            }
        }
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
    public void Exclude(IOperation tested)
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
        if (plan.IsValue(location))
            Exclude(location, evaluator.Evaluate(tested));
    }

    private void Exclude(StorageLocation location, ValueSet value)
    {
        if (_isKept && value.Single is { IsConstant: true })
            return;
        if (value.Knowns.Any(known => semantics.IsSought(known) || known is { Kind: AbstractValueKind.Symbolic, IsExcluded: false }))
            evaluator.Keep(location, WithoutSought(value, semantics.IsSought));
        if (value.Single is { Kind: AbstractValueKind.Symbolic } symbolic)
            ChangeOthers(symbolic, held => WithoutSought(held, semantics.IsSought));
    }

    private ValueSet Sought(object? other) => ValueSet.FromValue(semantics.SoughtLike(other));

    private static ValueSet Constant(object constant) => ValueSet.FromValue(AbstractValue.OfConstant(constant, null));

    /// <summary>Whether the condition would turn out otherwise for what is looked for.</summary>
    private static bool IsOther(ValueSet truth, bool holds) => truth.TryGetConstant<bool>(out var known) && known != holds;

    /// <summary>Whether the pattern would turn out otherwise for what is looked for.</summary>
    private bool IsOther(IPatternOperation pattern, bool holds)
    {
        if (!IsPlain(pattern, isPart: false))
            return false;

        // What it declares is not what is only tried.
        var before = evaluator.State;
        var truth = PatternMatching.Match(pattern, Sought(null), evaluator);
        evaluator.State = before;
        return IsOther(truth, holds);
    }

    private static bool IsPlain(IPatternOperation pattern, bool isPart) => pattern switch
    {
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: var value } } =>
            value is null ? isPart : value is not (string or bool),
        IRelationalPatternOperation => true,
        IDeclarationPatternOperation declaration => isPart && declaration.MatchesNull,
        INegatedPatternOperation negated => IsPlain(negated.Pattern, isPart),
        IBinaryPatternOperation binary => IsPlain(binary.LeftPattern, isPart: true) && IsPlain(binary.RightPattern, isPart: true),
        _ => false,
    };
}
