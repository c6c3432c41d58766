using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>Moves the places of a finding into the new versions of the files that were edited.</summary>
internal static class KeptPlaces
{
    /// <summary>Null where a place is not there any more, or where conditions of the preprocessor may have moved around it.</summary>
    /// <param name="finding">The finding.</param>
    /// <param name="edits">What was edited.</param>
    /// <param name="isInEdited">Whether a place may stand in a member that was edited.</param>
    public static Finding? Move(Finding finding, ImmutableArray<EditedFile> edits, bool isInEdited)
    {
        var isLost = false;
        var (place, site, declaration) = (Move(finding.Place), Move(finding.Site), Move(finding.Declaration));
        return isLost ? null : finding with { Place = place!, Site = site, Declaration = declaration };

        SyntaxNode? Move(SyntaxNode? node)
        {
            foreach (var edit in edits)
            {
                if (node?.SyntaxTree != edit.Old)
                    continue;

                var moved = edit.HasConditions || (!isInEdited && edit.Touches(node!)) ? null : edit.Nodes.Find(node!, edit.New);

                // Of a password the text counts, with what is written between its parts.
                isLost |= moved is null || moved.ToString() != node!.ToString();
                return moved;
            }

            return node;
        }
    }
}
