using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>What fields and properties of the compilation give where they are read: what a getter returns, what never changes.</summary>
internal sealed class MemberReads(SmtpProgram program, CalledBody called, CancellationToken cancellationToken)
{
    /// <summary>The value; null for a symbolic one.</summary>
    public ValueSet? Of(IMemberReferenceOperation member, FlowEvaluator evaluator) =>
        member.Member.DeclaringSyntaxReferences.Length == 0
            ? null
            : FixedValue(member) is { } constant
                ? ValueSet.FromValue(constant)
                : Gets(member, member.Instance is null ? ValueSet.Open : evaluator.Evaluate(member.Instance), evaluator);

    /// <summary>What the getter of the property returns; null where it has none of its own.</summary>
    public ValueSet? Gets(IMemberReferenceOperation member, ValueSet receiver, FlowEvaluator evaluator) =>
        member is IPropertyReferenceOperation { Property.GetMethod: { } getter }
            ? called.Value(getter, receiver, ImmutableArray<ArgumentValue>.Empty, member.Syntax, evaluator, out _)
            : null;

    /// <summary>What a static member holds that is set where it is declared and never again: a constant in all but name.</summary>
    private AbstractValue? FixedValue(IMemberReferenceOperation member) =>
        member.Member is IFieldSymbol { IsStatic: true, IsReadOnly: true } or IPropertySymbol { IsStatic: true, SetMethod: null }
        && member.Member.ContainingType.StaticConstructors.All(constructor => constructor.IsImplicitlyDeclared)
        && program.InitializerOf(member.Member, cancellationToken) is { } initializer
        && program.Facts(initializer, cancellationToken).Writes is { Count: 1 } writes
        && writes[0].Value.Single is { Kind: AbstractValueKind.Constant, IsReturned: false, IsFallback: false, Constant: not null } value
            ? AbstractValue.OfConstant(value.Constant, member.Syntax, member.Member)
            : null;
}
