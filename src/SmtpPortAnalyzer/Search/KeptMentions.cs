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

/// <summary>
/// What names mean in files: which bodies mention which symbol, by its documentation-comment ID. It holds as long as a file is the same and
/// no file declares anything else. Immutable.
/// </summary>
internal sealed class KeptMentions
{
    public static readonly KeptMentions Nothing = new(
        ImmutableDictionary<SyntaxTree, ImmutableDictionary<(MentionKind, string), ILookup<string, SyntaxNode>>>.Empty);

    private readonly ImmutableDictionary<SyntaxTree, ImmutableDictionary<(MentionKind, string), ILookup<string, SyntaxNode>>> _byTree;

    private KeptMentions(
        ImmutableDictionary<SyntaxTree, ImmutableDictionary<(MentionKind, string), ILookup<string, SyntaxNode>>> byTree) =>
        _byTree = byTree;

    public bool TryGet(SyntaxTree tree, MentionKind kind, string name, out ILookup<string, SyntaxNode> bodies)
    {
        if (_byTree.TryGetValue(tree, out var names) && names.TryGetValue((kind, name), out var found))
        {
            bodies = found;
            return true;
        }

        bodies = null!;
        return false;
    }

    /// <summary>The same without the files that were edited.</summary>
    public KeptMentions After(ImmutableArray<EditedFile> edits) => new(_byTree.RemoveRange(edits.Select(edit => edit.Old)));

    /// <summary>The same with the mentions of a name in a file, if all of what is meant can be told by an ID.</summary>
    public KeptMentions With(SyntaxTree tree, MentionKind kind, string name, ILookup<ISymbol, SyntaxNode> bodies, SymbolIds ids)
    {
        var mentions = new List<(string Id, SyntaxNode Body)>();
        foreach (var symbol in bodies)
        {
            // Nothing but members and types is asked for.
            if (symbol.Key is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or ILabelSymbol or INamespaceSymbol)
                continue;
            if (ids.Of(symbol.Key) is not { } id)
                return this;

            mentions.AddRange(symbol.Select(body => (id, body)));
        }

        var names = _byTree.TryGetValue(tree, out var known)
            ? known
            : ImmutableDictionary<(MentionKind, string), ILookup<string, SyntaxNode>>.Empty;
        return new(_byTree.SetItem(
            tree, names.SetItem((kind, name), mentions.ToLookup(mention => mention.Id, mention => mention.Body))));
    }
}
