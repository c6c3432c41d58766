using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>What fields and properties of the compilation give where they are read: what a getter returns, what never changes.</summary>
internal sealed class MemberReads(SmtpProgram program, CalledBody called, CancellationToken cancellationToken)
{
    /// <summary>The value; null for a symbolic one.</summary>
    public ValueSet? Of(IMemberReferenceOperation member, FlowEvaluator evaluator) =>
        member.Member.DeclaringSyntaxReferences.Length == 0
            ? null
            : FixedValue(member) is { } constant
                ? constant
                : Gets(member, member.Instance is null ? ValueSet.Open : evaluator.Evaluate(member.Instance), evaluator);

    /// <summary>What the getter of the property returns; null where it has none of its own.</summary>
    public ValueSet? Gets(IMemberReferenceOperation member, ValueSet receiver, FlowEvaluator evaluator)
    {
        if (member is not IPropertyReferenceOperation { Property.GetMethod: { } getter } property)
            return null;

        var keys = ImmutableArray.CreateBuilder<ArgumentValue>(property.Arguments.Length);
        foreach (var argument in property.Arguments)
            keys.Add(new ArgumentValue(argument.Parameter, argument.Value, evaluator.Evaluate(argument.Value)));
        return called.Value(getter, receiver, keys.MoveToImmutable(), member.Syntax, evaluator, out _);
    }

    /// <summary>What a static member holds that is set where it is declared and never again: a constant in all but name.</summary>
    private ValueSet? FixedValue(IMemberReferenceOperation member) =>
        member.Member is IFieldSymbol { IsStatic: true, IsReadOnly: true } or IPropertySymbol { IsStatic: true, SetMethod: null }
        && member.Member.ContainingType.StaticConstructors.All(constructor => constructor.IsImplicitlyDeclared)
        && program.InitializerOf(member.Member, cancellationToken) is { } initializer
        && program.Facts(initializer, cancellationToken).Writes is { Count: 1 } writes
        && Listed(writes[0]) is { } value
            ? Fixed(value, member)
            : null;

    /// <summary>The value, or the items of a list.</summary>
    private static AbstractValue? Listed(WriteFact write) =>
        Collections.ContentsOf(write.Value, write.State)?.Single ?? write.Value.Single;

    private static ValueSet? Fixed(AbstractValue value, IMemberReferenceOperation member)
    {
        switch (value)
        {
            case { Kind: AbstractValueKind.Constant, IsReturned: false, IsFallback: false, Constant: not null }:
                return ValueSet.FromValue(AbstractValue.OfConstant(value.Constant, member.Syntax, member.Member));
            case { Kind: AbstractValueKind.Tuple or AbstractValueKind.Sequence }:
                var items = ImmutableArray.CreateBuilder<ValueSet>(value.Items.Length);
                foreach (var item in value.Items)
                    items.Add(item.Single is { } single && Fixed(single, member) is { } kept ? kept : ValueSet.Open);
                return ValueSet.FromValue(value.WithItems(items.MoveToImmutable()));
            default:
                return null;
        }
    }
}
