using System;
using System.Collections.Generic;
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

    public void AddTrees(HashSet<SyntaxTree> trees)
    {
        foreach (var part in parts)
        {
            switch (part)
            {
                case SyntaxNode place:
                    trees.Add(place.SyntaxTree);
                    break;
                case SymbolKey key:
                    AddTrees(key, trees);
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

    private static void AddTrees(SymbolKey key, HashSet<SyntaxTree> trees)
    {
        if (key.Place is { } place)
            trees.Add(place.SyntaxTree);
        if (key.Owner is { } owner)
            AddTrees(owner, trees);
        foreach (var argument in key.Arguments)
            AddTrees(argument, trees);
    }
}
