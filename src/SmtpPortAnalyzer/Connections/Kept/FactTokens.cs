using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Connections.Kept;

/// <summary>
/// A fact, taken apart: constants, keys of symbols, places, rows of the catalogue, one after the other. Two are the same fact where they
/// have the same parts.
/// </summary>
internal sealed class FactTokens(ImmutableArray<object?> parts) : IEquatable<FactTokens>
{
    public ImmutableArray<object?> Parts => parts;

    public bool Equals(FactTokens? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || parts.Length != other.Parts.Length)
            return false;

        for (var i = 0; i < parts.Length; i++)
        {
            if (!Equals(parts[i], other.Parts[i]))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => Equals(obj as FactTokens);

    public override int GetHashCode()
    {
        var hash = parts.Length;
        foreach (var part in parts)
            hash = unchecked((hash * 31) + (part?.GetHashCode() ?? 0));
        return hash;
    }

    /// <summary>The places in code that it speaks of, and those where its symbols are declared that have no ID.</summary>
    public void EachPlace(Action<SyntaxNode> visit)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case SyntaxNode place:
                    visit(place);
                    break;
                case SymbolKey key:
                    key.EachPlace(visit);
                    break;
            }
        }
    }

    /// <summary>The same with its places elsewhere; null where one is not there any more.</summary>
    public FactTokens? Move(Func<SyntaxNode, SyntaxNode?> move)
    {
        var moved = ImmutableArray.CreateBuilder<object?>(parts.Length);
        foreach (var part in parts)
        {
            object? there = part switch
            {
                SyntaxNode place => move(place),
                SymbolKey key => key.Move(move),
                _ => part,
            };
            if (part is not null && there is null)
                return null;
            moved.Add(there);
        }

        return new FactTokens(moved.MoveToImmutable());
    }
}
