using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Connections.Kept;

/// <summary>How a symbol is told from others without one.</summary>
internal enum SymbolKeyKind
{
    /// <summary>A member or type, by its documentation-comment ID.</summary>
    Declared,

    /// <summary>A member of a constructed type, by that type and its definition's ID.</summary>
    Member,

    /// <summary>A generic type or method with type arguments.</summary>
    Constructed,

    Array,

    /// <summary>An extension method as it is called on an object.</summary>
    Reduced,

    TypeParameter,

    Parameter,

    /// <summary>The getter or setter of a property.</summary>
    Accessor,

    /// <summary>By where it is declared: what has no ID of its own, and what stands inside of a body.</summary>
    Placed,

    /// <summary>A type that is not there, by its name.</summary>
    Missing,
}

/// <summary>
/// A symbol in a form that outlives its compilation: as long as no file declares anything else, another compilation has the same one.
/// Immutable.
/// </summary>
/// <param name="Kind">What of the rest says which it is.</param>
/// <param name="Id">The ID, or the name.</param>
/// <param name="Owner">Whose it is, or what it is made of.</param>
/// <param name="Arguments">Type arguments.</param>
/// <param name="Number">Its place among its owner's; the rank of an array, the arity of a missing type.</param>
/// <param name="Place">Where it is declared.</param>
internal sealed record SymbolKey(
    SymbolKeyKind Kind, string? Id, SymbolKey? Owner, ImmutableArray<SymbolKey> Arguments, int Number, SyntaxNode? Place)
{
    private string? _order;

    /// <summary>Keys in an order that does not depend on the compilation.</summary>
    public string Order => _order ??=
        $"{(int)Kind} {Id} {Number} {Place?.SpanStart:D8} {Owner?.Order} {string.Join(" ", Arguments.Select(argument => argument.Order))}";

    public bool Equals(SymbolKey? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Kind == other.Kind && Id == other.Id && Number == other.Number && Place == other.Place
            && Equals(Owner, other.Owner) && Arguments.SequenceEqual(other.Arguments));

    public override int GetHashCode() => ((Id?.GetHashCode() ?? 0) * 31) ^ ((int)Kind * 397) ^ Number ^ (Owner?.GetHashCode() ?? 0);

    public void EachPlace(Action<SyntaxNode> visit)
    {
        if (Place is { } place)
            visit(place);
        Owner?.EachPlace(visit);
        foreach (var argument in Arguments)
            argument.EachPlace(visit);
    }

    /// <summary>The same with its places elsewhere; null where one is not there any more.</summary>
    public SymbolKey? Move(Func<SyntaxNode, SyntaxNode?> move)
    {
        if (Place is null && Owner is null && Arguments.IsEmpty)
            return this;

        var place = Place is null ? null : move(Place);
        var owner = Owner?.Move(move);
        if ((Place is not null && place is null) || (Owner is not null && owner is null))
            return null;

        var arguments = Arguments.Select(argument => argument.Move(move)).ToImmutableArray();
        return arguments.Any(argument => argument is null)
            ? null
            : new SymbolKey(Kind, Id, owner, arguments.Select(argument => argument!).ToImmutableArray(), Number, place);
    }
}
