using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Search;

/// <summary>Tells whether an edit touches a footprint, and moves one that it does not into the new versions of the files.</summary>
internal static class FootprintMove
{
    /// <summary>Whether the edit changes the node, or takes it away.</summary>
    public static bool IsTouched(SyntaxNode node, EditedFile edit) =>
        node.SyntaxTree == edit.Old && (edit.Touches(node) || edit.Nodes.Find(node, edit.New) is null);

    /// <summary>Whether the body is not as short, or as long, as it was.</summary>
    public static bool IsResized(SyntaxNode body, int length, EditedFile edit) =>
        body.SyntaxTree == edit.Old && (edit.Nodes.Find(body, edit.New) is not { } there
            || there.Span.Length <= length != body.Span.Length <= length);

    /// <summary>Whether something was edited that was looked at; bodies that were asked are another's affair.</summary>
    public static bool IsTouched(Footprint footprint, EditedFile edit) =>
        (footprint.IsIn(edit.Old)
            && (footprint.Initializers.Any(field => IsTouched(field, edit))
                || footprint.Lengths.Any(length => IsResized(length.Body, length.Length, edit))))
        || MailEdits.Matter(edit, footprint.LookedUp);

    /// <summary>Where the node is now; null where it is not any more.</summary>
    public static SyntaxNode? Find(SyntaxNode node, ImmutableArray<EditedFile> edits)
    {
        foreach (var edit in edits)
        {
            if (edit.Old == node.SyntaxTree)
                return edit.Nodes.Find(node, edit.New);
        }

        return node;
    }

    /// <summary>The footprint in the new versions; null where something that was looked at is not there any more.</summary>
    public static Footprint? Move(Footprint footprint, ImmutableArray<EditedFile> edits)
    {
        if (!IsIn(footprint, edits))
            return footprint;

        var moved = footprint.WithoutNodes();
        if (!TryMove(footprint.Bodies, moved.Bodies) || !TryMove(footprint.Whole, moved.Whole)
            || !TryMove(footprint.InContext, moved.InContext) || !TryMove(footprint.Traits, moved.Traits))
        {
            return null;
        }

        foreach (var field in footprint.Initializers)
        {
            if (Find(field, edits) is not { } there)
                return null;
            moved.Initializers.Add(there);
        }

        foreach (var length in footprint.Lengths)
        {
            if (Find(length.Body, edits) is not { } there)
                return null;
            moved.Lengths.Add((there, length.Length));
        }

        return moved;

        bool TryMove(HashSet<SyntaxNode> nodes, HashSet<SyntaxNode> there)
        {
            foreach (var node in nodes)
            {
                if (Find(node, edits) is not { } found)
                    return false;
                there.Add(found);
            }

            return true;
        }
    }

    private static bool IsIn(Footprint footprint, ImmutableArray<EditedFile> edits)
    {
        foreach (var edit in edits)
        {
            if (footprint.IsIn(edit.Old))
                return true;
        }

        return false;
    }
}
