using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Search;

/// <summary>How a symbol is mentioned in a body.</summary>
internal enum MentionKind
{
    Any,

    /// <summary>Where it can be written.</summary>
    Write,

    /// <summary>A type whose object is made.</summary>
    Creation,

    /// <summary>A type whose object is made without its name: <c>new(…)</c>.</summary>
    UnnamedCreation,
}

/// <summary>Which bodies of a file mention what by one name.</summary>
/// <param name="Bodies">The bodies, by the documentation-comment ID of what they mention.</param>
/// <param name="Open">Code that was edited since, and has the name or had it: what it means there has to be found out.</param>
internal sealed record KeptMention(ILookup<string, SyntaxNode> Bodies, ImmutableArray<SyntaxNode> Open)
{
    /// <summary>The same in the new version of the file; null where a body is not there any more.</summary>
    public KeptMention? After(EditedFile edit, bool isMentioned)
    {
        var moved = new List<(string Id, SyntaxNode Body)>();
        foreach (var meant in Bodies)
        {
            foreach (var body in meant)
            {
                if (isMentioned && edit.Touches(body))
                    continue;
                if (edit.Nodes.Find(body, edit.New) is not { } there)
                    return null;
                moved.Add((meant.Key, there));
            }
        }

        return new(
            moved.ToLookup(pair => pair.Id, pair => pair.Body),
            isMentioned ? edit.Parts.SelectMany(part => part.NewCode()).ToImmutableArray() : ImmutableArray<SyntaxNode>.Empty);
    }

    /// <summary>Together with what is mentioned in the code that was open; null where an ID does not tell what.</summary>
    /// <param name="mentioned">The bodies by what they mention.</param>
    /// <param name="ids">The IDs.</param>
    public KeptMention? With(ILookup<ISymbol, SyntaxNode> mentioned, SymbolIds ids)
    {
        var all = Bodies.SelectMany(meant => meant.Select(body => (Id: meant.Key, Body: body))).ToList();
        foreach (var meant in mentioned)
        {
            if (!References.IsAskedFor(meant.Key))
                continue;
            if (ids.Of(meant.Key) is not { } id)
                return null;

            all.AddRange(meant.Select(body => (id, body)));
        }

        return new(
            all.OrderBy(pair => pair.Body.SpanStart).ToLookup(pair => pair.Id, pair => pair.Body), ImmutableArray<SyntaxNode>.Empty);
    }
}

/// <summary>
/// What names mean in files: which bodies mention which symbol, by its documentation-comment ID. It holds as long as no file declares
/// anything else, but for the code that is edited. Immutable.
/// </summary>
internal sealed class KeptMentions
{
    public static readonly KeptMentions Nothing = new(
        ImmutableDictionary<SyntaxTree, ImmutableDictionary<(MentionKind, string), KeptMention?>>.Empty);

    private static readonly KeptMention s_none = new(
        Enumerable.Empty<SyntaxNode>().ToLookup(_ => ""), ImmutableArray<SyntaxNode>.Empty);

    /// <summary>By file, kind and name; null where that has to be found out anew, as IDs do not tell what is meant.</summary>
    private readonly ImmutableDictionary<SyntaxTree, ImmutableDictionary<(MentionKind Kind, string Name), KeptMention?>> _byTree;

    private KeptMentions(ImmutableDictionary<SyntaxTree, ImmutableDictionary<(MentionKind, string), KeptMention?>> byTree) =>
        _byTree = byTree;

    /// <summary>Null where nothing is known.</summary>
    public KeptMention? Find(SyntaxTree tree, MentionKind kind, string name) =>
        In(tree).TryGetValue((kind, name), out var found) ? found : null;

    /// <summary>All that is known of the names in a file.</summary>
    public ImmutableDictionary<(MentionKind Kind, string Name), KeptMention?> In(SyntaxTree tree) =>
        _byTree.TryGetValue(tree, out var names) ? names : ImmutableDictionary<(MentionKind, string), KeptMention?>.Empty;

    public KeptMentions After(ImmutableArray<EditedFile> edits)
    {
        var byTree = _byTree;
        foreach (var edit in edits)
        {
            if (!byTree.TryGetValue(edit.Old, out var names))
                continue;

            byTree = byTree.Remove(edit.Old);
            if (!edit.HasConditions)
                byTree = byTree.Add(edit.New, After(names, edit));
        }

        return new(byTree);
    }

    /// <summary>The same with the mentions of a name in a file.</summary>
    public KeptMentions With(SyntaxTree tree, MentionKind kind, string name, ILookup<ISymbol, SyntaxNode> bodies, SymbolIds ids)
    {
        var names = In(tree);
        var known = names.TryGetValue((kind, name), out var before) ? before : s_none;
        return new(_byTree.SetItem(tree, names.SetItem((kind, name), (known ?? s_none).With(bodies, ids))));
    }

    private static ImmutableDictionary<(MentionKind Kind, string Name), KeptMention?> After(
        ImmutableDictionary<(MentionKind Kind, string Name), KeptMention?> names, EditedFile edit)
    {
        var left = names.ToBuilder();
        foreach (var (key, mention) in names.Select(name => (name.Key, name.Value)))
        {
            if (mention is null)
                continue;

            // What was edited twice without being asked for is found out anew.
            left[key] = mention.Open.IsEmpty ? mention.After(edit, edit.Mentions(key.Kind, key.Name)) : null;
        }

        return left.ToImmutable();
    }
}
