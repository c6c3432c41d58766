using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>
/// The objects that a field or property holds for good, by the expressions that make them: what is written to others, or what their
/// constructors are given, is not in these.
/// </summary>
internal sealed class MadeObjects(SmtpProgram program, CancellationToken cancellationToken)
{
    private readonly Dictionary<ISymbol, HashSet<SyntaxNode>?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>The creations of what the member holds; null where it may hold other objects.</summary>
    public HashSet<SyntaxNode>? In(AbstractValue? holder)
    {
        if (holder
            is not { Kind: AbstractValueKind.Symbolic, Symbol: IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null } })
            return null;

        var member = holder.Symbol.OriginalDefinition;
        if (!_known.TryGetValue(member, out var made))
        {
            _known.Add(member, null);
            _known[member] = made = Find(member);
        }

        return made;
    }

    private HashSet<SyntaxNode>? Find(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences.IsEmpty || Implementations.MayBeReplaced(member)
            || PositionalProperty.ParameterOf(member, cancellationToken) is not null)
            return null;

        var made = new HashSet<SyntaxNode>();
        foreach (var write in MemberWrites.FindTo(member, program, cancellationToken))
        {
            if (write.Value.IsOpen || write.Value.Knowns.IsEmpty
                || write.Value.Knowns.Any(known => known.Kind != AbstractValueKind.Allocation))
                return null;
            made.UnionWith(write.Value.Knowns.Select(known => known.Origin!));
        }

        return made.Count == 0 ? null : made;
    }

    /// <summary>Whether the member of an object may be written by way of the receiver.</summary>
    /// <param name="made">The creations of the object.</param>
    /// <param name="receiver">What the member is written to.</param>
    public bool MayBe(HashSet<SyntaxNode> made, ValueSet receiver) => receiver.Single switch
    {
        { Kind: AbstractValueKind.Allocation } other => made.Contains(other.Origin!),
        { Kind: AbstractValueKind.Symbolic } other => In(other) is not { } others || others.Overlaps(made),
        _ => true,
    };
}
