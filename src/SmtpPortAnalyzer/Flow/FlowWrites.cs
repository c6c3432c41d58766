using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// What the operations that write put where: into locals, members, items of tuples, and what a capture or a ref local stands for. Not
/// thread-safe: one for each evaluator.
/// </summary>
internal sealed class FlowWrites(FlowEvaluator evaluator, IFlowSemantics semantics, FlowPlan plan)
{
    /// <summary>What a capture stands for when it is written to: <c>a.B ??= 25</c> captures <c>a.B</c>.</summary>
    private readonly Dictionary<CaptureId, IOperation> _captured = new();

    /// <summary>All that a capture has stood for, on any way.</summary>
    private readonly Dictionary<CaptureId, List<IOperation>> _places = new();

    /// <summary>What a ref local stands for.</summary>
    private readonly Dictionary<ISymbol, IOperation> _aliases = new(SymbolEqualityComparer.Default);

    /// <summary>What the ref local stands for; null where it is none.</summary>
    public IOperation? MeaningOf(ILocalSymbol local) => _aliases.TryGetValue(local, out var meant) ? meant : null;

    /// <summary>What the capture stands for when it is written to; null where it is a value and no place.</summary>
    public IOperation? MeaningOf(CaptureId capture) => _captured.TryGetValue(capture, out var meant) ? meant : null;

    /// <summary>Takes note of what is captured, if it is a place.</summary>
    public void Captured(IFlowCaptureOperation capture)
    {
        if (capture.Value is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation)
        {
            _captured[capture.Id] = capture.Value;
            if (!_places.TryGetValue(capture.Id, out var places))
                _places.Add(capture.Id, places = new List<IOperation>());
            if (!places.Contains(capture.Value))
                places.Add(capture.Value);
        }
        else
            _captured.Remove(capture.Id);
    }

    /// <summary>Puts a value where the target stands for.</summary>
    public ValueSet Assign(IOperation target, ValueSet value, IOperation valueOperation)
    {
        switch (target)
        {
            case ILocalReferenceOperation local when _aliases.TryGetValue(local.Local, out var meant):
                if (meant is not IFlowCaptureReferenceOperation { Id: var choice } || !_places.TryGetValue(choice, out var places))
                    return Assign(meant, value, valueOperation);

                // One of several variables is written: which one, only the way knows that chose it.
                foreach (var place in places)
                    Assign(place, ValueSet.Open, valueOperation);
                break;
            case ILocalReferenceOperation local:
                evaluator.Renew(local.Local);
                evaluator.Keep(StorageLocation.ForSymbol(local.Local), value);
                break;
            case IParameterReferenceOperation parameter:
                evaluator.Renew(parameter.Parameter);
                evaluator.Keep(StorageLocation.ForSymbol(parameter.Parameter), value);
                break;
            case IFlowCaptureReferenceOperation reference when _captured.TryGetValue(reference.Id, out var captured):
                evaluator.Keep(StorageLocation.ForCapture(reference.Id), value);
                return Assign(captured, value, valueOperation);
            case IDeclarationExpressionOperation declaration:
                return Assign(declaration.Expression, value, valueOperation);
            case IConversionOperation conversion:
                return Assign(conversion.Operand, value, valueOperation);
            case ITupleOperation tuple:
                AssignItems(tuple, value, valueOperation);
                break;
            case IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Instance: { } tuple } item:
                AssignItem(tuple, item.Field, value, valueOperation);
                break;
            case IMemberReferenceOperation member and (IFieldReferenceOperation or IPropertyReferenceOperation):
                AssignMember(member, value, valueOperation);
                break;
            case IArrayElementReferenceOperation { ArrayReference: var array } element:
                evaluator.Evaluate(element);
                semantics.Lost(value);
                if (evaluator.Evaluate(array).Single is { Kind: AbstractValueKind.Sequence } && array is ILocalReferenceOperation)
                    Assign(array, ValueSet.Open, array);
                break;
            default:
                evaluator.Evaluate(target);
                break;
        }

        return value;
    }

    public ValueSet Store(ISimpleAssignmentOperation assignment)
    {
        var value = Copied(evaluator.Evaluate(assignment.Value), assignment.Value);
        if (assignment.Target is ILocalReferenceOperation)
            value = Asked(assignment.Value, value);
        return Assign(assignment.Target, plan.IsCounting(assignment) ? ValueSet.Open : value, assignment.Value);
    }

    private static bool IsUndecided(ValueSet value) =>
        value.IsOpen ? value.Knowns.IsEmpty
        : value.Single is { Kind: AbstractValueKind.Symbolic, Symbol.DeclaringSyntaxReferences.IsEmpty: true }
            || value.IsEitherTruth;

    /// <summary>An answer that is kept: what it is looked at for later says something of what was asked.</summary>
    public static ValueSet Asked(IOperation operation, ValueSet value) =>
        IsUndecided(value) && operation.Type?.SpecialType == SpecialType.System_Boolean
        && ConstantFolding.WithoutConversion(operation)
            is IBinaryOperation or IIsPatternOperation or IInvocationOperation or IUnaryOperation or IPropertyReferenceOperation
        && !operation.DescendantsAndSelf().Any(part => part is IFlowCaptureReferenceOperation)
            ? value.Or(ValueSet.FromValue(AbstractValue.OfCondition(operation)))
            : value;

    /// <summary>A struct is copied where it is assigned.</summary>
    private ValueSet Copied(ValueSet value, IOperation operation) =>
        operation is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation
            && IsOwnStruct(operation.Type) && value.Single is { Kind: AbstractValueKind.Allocation or AbstractValueKind.Symbolic }
                ? evaluator.Copy(value, operation)
                : value;

    private static bool IsOwnStruct(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Struct, IsTupleType: false, DeclaringSyntaxReferences.IsEmpty: false };

    /// <summary>
    /// A struct that is never made is there all the same, once one of its members is written; one that was handed over is a copy.
    /// </summary>
    private ValueSet Begun(IMemberReferenceOperation member, ValueSet receiver)
    {
        if (member.Instance is IParameterReferenceOperation { Parameter: { RefKind: RefKind.None } parameter } given
            && IsOwnStruct(parameter.Type) && receiver.Single is { Kind: AbstractValueKind.Symbolic })
        {
            receiver = evaluator.Copy(receiver, given);
            evaluator.Keep(StorageLocation.ForSymbol(parameter), receiver);
            return receiver;
        }

        if (!receiver.Knowns.IsEmpty || member.Instance is not ILocalReferenceOperation { Local: { } local } instance
            || !IsOwnStruct(local.Type))
            return receiver;

        receiver = ValueSet.FromValue(AbstractValue.OfAllocation(instance.Syntax, local.Type));
        evaluator.Keep(StorageLocation.ForSymbol(local), receiver);
        return receiver;
    }

    private void AssignMember(IMemberReferenceOperation member, ValueSet value, IOperation valueOperation)
    {
        var receiver = Begun(member, evaluator.Receiver(member));
        evaluator.Renew(member.Member);
        if (member is IPropertyReferenceOperation property)
        {
            foreach (var argument in property.Arguments)
                evaluator.Evaluate(argument.Value);
            if (!property.Arguments.IsEmpty)
            {
                semantics.Lost(value);
                Collections.Write(property, receiver, value, evaluator);
            }
        }

        if (semantics.Written(member, receiver, value, valueOperation, evaluator) is not { } kept || !plan.KeepsMember(member))
            return;

        if (member.Member.IsStatic)
        {
            evaluator.State = evaluator.State.Set(StorageLocation.Member(null, member.Member), kept);
            return;
        }

        // More than one object may be meant: each of them may have been written, and may not.
        foreach (var owner in receiver.Knowns)
        {
            var cell = StorageLocation.Member(owner, member.Member);
            var isSure = receiver.Single is not null;
            evaluator.State = evaluator.State.Set(cell, isSure ? kept : kept.Or(evaluator.State.Get(cell) ?? ValueSet.Open));
        }
    }

    /// <summary>A tuple is a value: what is written to one of its items makes it another.</summary>
    private void AssignItem(IOperation tuple, IFieldSymbol field, ValueSet value, IOperation valueOperation)
    {
        var whole = evaluator.Evaluate(tuple);
        Assign(tuple,
            whole.Select(known => known.Kind == AbstractValueKind.Tuple ? FrameworkFunctions.WithItem(known, field, value) : null),
            valueOperation);
    }

    public ValueSet Alias(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is ILocalReferenceOperation local)
            _aliases[local.Local] = assignment.Value;
        return evaluator.Evaluate(assignment.Value);
    }

    public ValueSet Deconstruct(IDeconstructionAssignmentOperation deconstruction)
    {
        var value = evaluator.Evaluate(deconstruction.Value);
        if (value.Knowns is { Length: 1 } knowns && knowns[0] is { Kind: not AbstractValueKind.Tuple } whole
            && deconstruction.Value.Type is INamedTypeSymbol { IsRecord: true } record)
            value = Positions(record, whole, value.IsOpen, deconstruction);
        return Assign(deconstruction.Target, value, deconstruction.Value);
    }

    /// <summary>The properties that a record's own deconstruction gives, as a tuple.</summary>
    private ValueSet Positions(
        INamedTypeSymbol record, AbstractValue owner, bool isOpen, IDeconstructionAssignmentOperation deconstruction)
    {
        foreach (var member in record.GetMembers("Deconstruct"))
        {
            if (member is not IMethodSymbol { IsImplicitlyDeclared: true } method)
                continue;

            var items = ImmutableArray.CreateBuilder<ValueSet>(method.Parameters.Length);
            foreach (var parameter in method.Parameters)
            {
                var property = record.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault();
                var item = property is null
                    ? ValueSet.Open
                    : evaluator.State.Get(StorageLocation.Member(owner, property))
                        ?? ValueSet.FromValue(AbstractValue.OfSymbol(property, owner, deconstruction.Value.Syntax));
                items.Add(isOpen ? ValueSet.Open.Or(item) : item);
            }

            return ValueSet.FromValue(AbstractValue.OfTuple(items.MoveToImmutable()));
        }

        return ValueSet.Open;
    }

    private void AssignItems(ITupleOperation target, ValueSet value, IOperation valueOperation)
    {
        var items = value.Single is { Kind: AbstractValueKind.Tuple } tuple && tuple.Items.Length == target.Elements.Length
            ? tuple.Items
            : default;
        var sources = ConstantFolding.WithoutConversion(valueOperation) is ITupleOperation source
            && source.Elements.Length == target.Elements.Length
            ? source.Elements
            : default;
        for (var i = 0; i < target.Elements.Length; i++)
        {
            Assign(target.Elements[i], items.IsDefault ? ValueSet.Open : items[i], sources.IsDefault ? valueOperation : sources[i]);
        }
    }

    public ValueSet Compound(ICompoundAssignmentOperation compound)
    {
        var right = evaluator.Evaluate(compound.Value);
        var left = evaluator.Evaluate(compound.Target);
        if (compound.Type?.TypeKind == TypeKind.Delegate)
        {
            // Several functions in one: which of them runs when is not followed.
            semantics.HandedOver(left, evaluator);
            semantics.HandedOver(right, evaluator);
        }

        var after = plan.IsCounting(compound)
            ? ValueSet.Open
            : ConstantFolding.Binary(compound.OperatorKind, left, right, compound.Syntax);
        return Assign(compound.Target, after, compound);
    }

    public ValueSet Increment(IIncrementOrDecrementOperation increment)
    {
        var before = evaluator.Evaluate(increment.Target);
        var step = increment.Kind == OperationKind.Increment ? 1 : -1;
        var after = plan.IsCounting(increment)
            ? ValueSet.Open
            : before.Select(known => known.Constant is int number ? known.WithConstant(unchecked(number + step)) : null);
        Assign(increment.Target, after, increment);
        return increment.IsPostfix ? before : after;
    }
}
