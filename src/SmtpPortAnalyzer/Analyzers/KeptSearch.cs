using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Connections.Kept;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Search;
using SmtpPortAnalyzer.Settings;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>
/// A search that came to its end, with what it depended on. Holds the trees and what was found in them, no symbol and no compilation.
/// Immutable: after an edit that does not matter there is another one, with its places in the new trees.
/// </summary>
internal sealed class KeptSearch
{
    /// <summary>More files at once are no typing.</summary>
    private const int MaxEdits = 16;

    private readonly ImmutableArray<SyntaxTree> _trees;

    /// <summary>What was found, for those that ask of the same trees while it is still there.</summary>
    private readonly WeakReference<FoundInCode>? _found;

    public KeptSearch(Compilation compilation, FoundInCode? found)
    {
        _trees = compilation.SyntaxTrees.ToImmutableArray();
        _found = found is null ? null : new(found);
    }

    /// <summary>Whether the program knows a mail library.</summary>
    public bool KnowsMail => Names is not null;

    public bool IsNetFramework { get; init; }

    /// <summary>Null where it knows no mail library.</summary>
    public MailNames? Names { get; init; }

    /// <summary>Findings without symbols: of settings, their keys. Null where those were not worked out.</summary>
    public IReadOnlyDictionary<SyntaxTree, ImmutableArray<(Rule Rule, Finding Finding)>>? Findings { get; init; }

    public ImmutableArray<SettingLink> Links { get; init; } = ImmutableArray<SettingLink>.Empty;

    public ImmutableArray<SettingLink> PasswordLinks { get; init; } = ImmutableArray<SettingLink>.Empty;

    /// <summary>Whether there are settings files of a deployed program.</summary>
    public bool HasSettings { get; init; }

    /// <summary>What stands in the settings files, where the findings depend on it; default where they do not.</summary>
    public ImmutableArray<(string Path, SourceText? Text)> FileTexts { get; init; }

    /// <summary>
    /// Whether what is found of bodies and names is kept: not where a program is searched for the first time, and perhaps the last.
    /// </summary>
    public bool HasParts { get; init; }

    /// <summary>What bodies looked at and told.</summary>
    public KeptBodies Bodies { get; init; } = KeptBodies.Nothing;

    /// <summary>What names mean.</summary>
    public KeptMentions Mentions { get; init; } = KeptMentions.Nothing;

    public KeptReach Reach { get; init; } = KeptReach.Nothing;

    /// <summary>What the search looked at itself, without the bodies that it followed.</summary>
    public Footprint Own { get; init; } = new();

    /// <summary>
    /// The files in whose bodies something has changed since; default where more has, so that names may mean something else.
    /// </summary>
    public ImmutableArray<EditedFile> EditsTo(Compilation compilation, CancellationToken cancellationToken)
    {
        var edits = ImmutableArray.CreateBuilder<EditedFile>();
        var i = 0;
        foreach (var tree in compilation.SyntaxTrees)
        {
            if (i == _trees.Length)
                return default;

            var old = _trees[i++];
            if (old == tree)
                continue;
            if (edits.Count == MaxEdits || EditedFile.Compare(old, tree, cancellationToken) is not { } edit)
                return default;

            edits.Add(edit);
        }

        return i == _trees.Length ? edits.ToImmutable() : default;
    }

    /// <summary>What was found, where it is known and holds after the edits; null where the program has to be searched.</summary>
    /// <param name="compilation">The program as it is now.</param>
    /// <param name="edits">What was edited since.</param>
    /// <param name="files">The settings files.</param>
    /// <param name="cancellationToken">Ends the comparison.</param>
    public (FoundInCode Found, KeptSearch Next)? After(
        Compilation compilation, ImmutableArray<EditedFile> edits, ImmutableArray<AdditionalText> files,
        CancellationToken cancellationToken)
    {
        if (!AreSame(files, cancellationToken))
            return null;
        if (edits.IsEmpty && _found is not null && _found.TryGetTarget(out var same))
            return (same, this);
        if (Names is null)
            return (FoundInCode.Nothing, edits.IsEmpty ? this : new KeptSearch(compilation, null) { IsNetFramework = IsNetFramework });
        if (Findings is null || edits.Any(edit => Matters(edit, Names, cancellationToken)))
            return null;

        // Nothing that it looked at was edited, so its own footprint has its places in other members.
        if (Moved(edits, isInEdited: false) is not { } found || FootprintMove.Move(Own, edits) is not { } own)
            return null;

        var next = edits.IsEmpty ? this : new KeptSearch(compilation, found)
        {
            IsNetFramework = IsNetFramework,
            Names = Names.After(edits),
            Findings = found.ByTree,
            Links = Links,
            PasswordLinks = PasswordLinks,
            HasSettings = HasSettings,
            FileTexts = FileTexts,
            HasParts = HasParts,
            Bodies = Bodies.After(edits),
            Mentions = Mentions.After(edits),
            Reach = Reach.After(edits),
            Own = own,
        };
        return (found, next);
    }

    /// <summary>Whether what the settings files say is the same, as far as the findings depend on it.</summary>
    public bool AreSame(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken) =>
        (Names is null || HasSettings == !new ProjectSettings(files).IsEmpty)
        && (FileTexts.IsDefault || FileTexts.SequenceEqual(TextsOf(files, cancellationToken), FileTextComparer.Instance));

    private bool Matters(EditedFile edit, MailNames names, CancellationToken cancellationToken) =>
        MailEdits.Matter(edit, names, cancellationToken)
        || Reach.IsTouchedBy(edit)
        || MayDeclareSettings(edit, names, cancellationToken);

    /// <summary>Whether settings that code gives a 25 may be others after the edit.</summary>
    public static bool MayDeclareSettings(EditedFile edit, MailNames names, CancellationToken cancellationToken) =>
        (names.SubjectsIn(edit.Words) & Subjects.TwentyFive) != 0
        && (SettingDefaults.MayNamePort(edit.Old, cancellationToken) != SettingDefaults.MayNamePort(edit.New, cancellationToken)
            || DeclaredSettings.AreIn(edit.Old, cancellationToken) || DeclaredSettings.AreIn(edit.New, cancellationToken));

    /// <summary>What was found, with its places in the new trees; null where something has none there.</summary>
    /// <param name="edits">What was edited.</param>
    /// <param name="isInEdited">Whether a place may stand in a member that was edited.</param>
    public FoundInCode? Moved(ImmutableArray<EditedFile> edits, bool isInEdited) =>
        MovedFindings(edits, isInEdited) is { } findings ? new FoundInCode(findings, null, Links, PasswordLinks) : null;

    private IReadOnlyDictionary<SyntaxTree, ImmutableArray<(Rule Rule, Finding Finding)>>? MovedFindings(
        ImmutableArray<EditedFile> edits, bool isInEdited)
    {
        if (!edits.Any(edit =>
            Findings!.Values.Any(found => found.Any(one => PlacesOf(one.Finding).Any(node => node.SyntaxTree == edit.Old)))))
            return Findings;

        var moved = new Dictionary<SyntaxTree, ImmutableArray<(Rule, Finding)>>();
        foreach (var found in Findings!)
        {
            var builder = ImmutableArray.CreateBuilder<(Rule, Finding)>(found.Value.Length);
            foreach (var (rule, finding) in found.Value)
            {
                if (KeptPlaces.Move(finding, edits, isInEdited) is not { } there)
                    return null;
                builder.Add((rule, there));
            }

            moved.Add(builder[0].Item2.Place.SyntaxTree, builder.MoveToImmutable());
        }

        return moved;
    }

    public static ImmutableArray<(string Path, SourceText? Text)> TextsOf(
        ImmutableArray<AdditionalText> files, CancellationToken cancellationToken) =>
        files.Select(file => (file.Path, file.GetText(cancellationToken))).ToImmutableArray();

    private static IEnumerable<SyntaxNode> PlacesOf(Finding finding) =>
        new[] { finding.Place, finding.Site, finding.Declaration }.OfType<SyntaxNode>();
}
