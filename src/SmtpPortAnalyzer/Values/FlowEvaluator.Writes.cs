using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpPortAnalyzer.Values;

/// <content>Operations that write: what is put where.</content>
internal sealed partial class FlowEvaluator
{
    /// <summary>Puts a value where the target stands for.</summary>
    public FlowValue Assign(IOperation target, FlowValue value, IOperation valueOperation)
    {
        switch (target)
        {
            case ILocalReferenceOperation local when _aliases.TryGetValue(local.Local, out var meant):
                return Assign(meant, value, valueOperation);
            case ILocalReferenceOperation local:
                State = State.Set(Cell.Of(local.Local), value);
                break;
            case IParameterReferenceOperation parameter:
                State = State.Set(Cell.Of(parameter.Parameter), value);
                break;
            case IFlowCaptureReferenceOperation reference when _captured.TryGetValue(reference.Id, out var captured):
                State = State.Set(Cell.Of(reference.Id), value);
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
            default:
                Evaluate(target);
                break;
        }

        return value;
    }

    private void AssignMember(IMemberReferenceOperation member, FlowValue value, IOperation valueOperation)
    {
        var receiver = Receiver(member);
        if (member is IPropertyReferenceOperation property)
        {
            foreach (var argument in property.Arguments)
                Evaluate(argument.Value);
        }

        if (_observer.Written(member, receiver, value, valueOperation, this) is not { } kept)
            return;

        if (member.Member.IsStatic)
        {
            State = State.Set(Cell.Member(null, member.Member), kept);
            return;
        }

        // More than one object may be meant: each of them may have been written, and may not.
        foreach (var owner in receiver.Knowns)
        {
            var cell = Cell.Member(owner, member.Member);
            var isSure = receiver.Single is not null;
            State = State.Set(cell, isSure ? kept : kept.Or(State.Get(cell) ?? FlowValue.Open));
        }
    }

    /// <summary>A tuple is a value: what is written to one of its items makes it another.</summary>
    private void AssignItem(IOperation tuple, IFieldSymbol field, FlowValue value, IOperation valueOperation)
    {
        var whole = Evaluate(tuple);
        Assign(tuple, whole.Select(known => known.Kind == KnownKind.Tuple ? Framework.WithItem(known, field, value) : null), valueOperation);
    }

    private FlowValue Alias(ISimpleAssignmentOperation assignment)
    {
        if (assignment.Target is ILocalReferenceOperation local)
            _aliases[local.Local] = assignment.Value;
        return Evaluate(assignment.Value);
    }

    private FlowValue Deconstruct(IDeconstructionAssignmentOperation deconstruction)
    {
        var value = Evaluate(deconstruction.Value);
        if (value.Single is { Kind: not KnownKind.Tuple } whole && deconstruction.Value.Type is INamedTypeSymbol { IsRecord: true } record)
            value = Positions(record, whole, deconstruction);
        return Assign(deconstruction.Target, value, deconstruction.Value);
    }

    /// <summary>The properties that a record's own deconstruction gives, as a tuple.</summary>
    private FlowValue Positions(INamedTypeSymbol record, Known owner, IDeconstructionAssignmentOperation deconstruction)
    {
        foreach (var member in record.GetMembers("Deconstruct"))
        {
            if (member is not IMethodSymbol { IsImplicitlyDeclared: true } method)
                continue;

            var items = ImmutableArray.CreateBuilder<FlowValue>(method.Parameters.Length);
            foreach (var parameter in method.Parameters)
            {
                var property = record.GetMembers(parameter.Name).OfType<IPropertySymbol>().FirstOrDefault();
                items.Add(property is null
                    ? FlowValue.Open
                    : State.Get(Cell.Member(owner, property)) ?? FlowValue.Of(Known.OfSymbol(property, owner, deconstruction.Value.Syntax)));
            }

            return FlowValue.Of(Known.OfTuple(items.MoveToImmutable()));
        }

        return FlowValue.Open;
    }

    private void AssignItems(ITupleOperation target, FlowValue value, IOperation valueOperation)
    {
        var items = value.Single is { Kind: KnownKind.Tuple } tuple && tuple.Items.Length == target.Elements.Length ? tuple.Items : default;
        var sources = Fold.WithoutConversion(valueOperation) is ITupleOperation source && source.Elements.Length == target.Elements.Length
            ? source.Elements
            : default;
        for (var i = 0; i < target.Elements.Length; i++)
        {
            Assign(target.Elements[i], items.IsDefault ? FlowValue.Open : items[i], sources.IsDefault ? valueOperation : sources[i]);
        }
    }

    private FlowValue Compound(ICompoundAssignmentOperation compound)
    {
        var right = Evaluate(compound.Value);
        var left = Evaluate(compound.Target);
        return Assign(compound.Target, Fold.Binary(compound.OperatorKind, left, right, compound.Syntax), compound);
    }

    private FlowValue Increment(IIncrementOrDecrementOperation increment)
    {
        var before = Evaluate(increment.Target);
        var step = increment.Kind == OperationKind.Increment ? 1 : -1;
        var after = before.Select(known => known.Constant is int number ? known.WithConstant(unchecked(number + step)) : null);
        Assign(increment.Target, after, increment);
        return increment.IsPostfix ? before : after;
    }
}
