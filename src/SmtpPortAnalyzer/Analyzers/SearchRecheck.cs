using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections.Kept;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>
/// Tells whether a search need not be made again although code was edited that it depends on: what bodies tell is what they told, what is
/// mentioned where is the same, and where it has read code itself, nothing is another.
/// </summary>
/// <param name="last">The search.</param>
/// <param name="edits">What was edited since.</param>
/// <param name="program">The program as it is now, with what was found of its bodies before.</param>
/// <param name="cancellationToken">Ends it.</param>
internal sealed class SearchRecheck(
    KeptSearch last, ImmutableArray<EditedFile> edits, SmtpProgram program, CancellationToken cancellationToken)
{
    /// <summary>What was found, with its places in the new trees; null where the search has to be made again.</summary>
    public (FoundInCode Found, Footprint Own)? Find()
    {
        if (last is not { HasParts: true, Findings: not null, Names: { } names }
            || !edits.All(edit => IsHarmless(edit, names)))
            return null;

        var mentions = new EditedMentions(last.Mentions, program.References, program.Ids);
        return edits.All(edit => mentions.AreSame(edit, last.Own, cancellationToken))
            && FootprintMove.Move(last.Own, edits) is { } own
            && last.Moved(edits, isInEdited: true) is { } found
            && program.AllTellTheSame(own, cancellationToken)
            ? (found, own)
            : null;
    }

    /// <summary>What can be told from the code alone.</summary>
    private bool IsHarmless(EditedFile edit, MailNames names) =>
        !edit.HasConditions
        && !MailEdits.ChangeBodies(edit, names, cancellationToken)
        && !KeptSearch.MayDeclareSettings(edit, names, cancellationToken)
        && !last.Own.Initializers.Any(field => FootprintMove.IsTouched(field, edit))
        && !last.Own.Lengths.Any(length => FootprintMove.IsResized(length.Body, length.Length, edit))
        && edit.Parts.All(part => IsHarmless(part, names) && IsHarmless(part, edit));

    /// <summary>
    /// A 25 that was there before is the one that it was, if it is no setting's. What is named beside it counts where there are sockets.
    /// </summary>
    private static bool IsHarmless(EditedPart part, MailNames names) =>
        !MailEdits.HaveTwentyFive(part.Code())
        || (!names.KnowSockets && EditedStatements.Find(part) is { } statements && !MailEdits.HaveTwentyFive(statements.All)
            && !part.Code().Any(SettingDefaults.MayBeIn));

    /// <summary>
    /// Of bodies that were followed, the search has read what stands around the places that they speak of. These places are not among the
    /// statements that were edited, and so what is around them is the same, but for what a block overwrites.
    /// </summary>
    private bool IsHarmless(EditedPart part, EditedFile edit)
    {
        var bodies = last.Bodies.Within(part).ToList();
        if (bodies.Count == 0)
            return true;
        if (EditedStatements.Find(part) is not { } statements)
            return false;

        foreach (var (body, kept) in bodies)
        {
            if (kept.Facts is not { } facts || edit.Nodes.Find(body, edit.New) is not { } there
                || !BodyTraits.In(body).AreSameAs(BodyTraits.In(there)))
                return false;

            var blocks = new HashSet<SyntaxNode>();
            foreach (var place in kept.Contexts.Select(context => context.Facts).Prepend(facts).OfType<KeptFacts>()
                .SelectMany(known => known.Places()))
            {
                if (!part.Contains(place))
                    continue;
                if (statements.Contain(place))
                    return false;
                blocks.Add(place.FirstAncestorOrSelf<BlockSyntax>() ?? place.SyntaxTree.GetRoot(cancellationToken));
            }

            if (!blocks.All(block => OverwritesSame(block, edit)))
                return false;
        }

        return true;
    }

    private static bool OverwritesSame(SyntaxNode block, EditedFile edit) =>
        edit.Nodes.Find(block, edit.New) is { } there && PresetOverwrites.In(block).AreSame(PresetOverwrites.In(there));
}
