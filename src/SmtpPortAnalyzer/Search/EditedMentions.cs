using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Search;

/// <summary>Tells whether code that was edited mentions what it mentioned before, as far as that was looked up.</summary>
/// <param name="before">What was known before the edits.</param>
/// <param name="references">What is mentioned now.</param>
/// <param name="ids">The IDs of what is mentioned now.</param>
internal sealed class EditedMentions(KeptMentions before, References references, SymbolIds ids)
{
    /// <summary>Whether the search that looked this up would find the same bodies.</summary>
    public bool AreSame(EditedFile edit, Footprint lookedUp, CancellationToken cancellationToken)
    {
        foreach (var (word, hash, kind) in lookedUp.LookedUp.Words)
        {
            if (!edit.OldWords.Contain(hash) && !edit.Words.Contain(hash))
                continue;

            var isSame = kind switch
            {
                LookUpKind.ReadName => !edit.Mentions(word),
                LookUpKind.Name => !edit.Mentions(word) || IsKnown(edit, word),
                LookUpKind.Maker => !edit.Flips(hash)
                    && (!edit.HasUnnamedCreations || before.Find(edit.Old, MentionKind.UnnamedCreation, "") is not null),
                _ => !edit.Flips(hash),
            };
            if (!isSame)
                return false;
        }

        return before.In(edit.Old)
            .Where(known => known.Key.Kind == MentionKind.UnnamedCreation || lookedUp.Names.Contains(known.Key.Name))
            .All(known => IsSame(edit, known.Key.Kind, known.Key.Name, known.Value, cancellationToken));
    }

    /// <summary>Whether it is known what the file mentioned by the name.</summary>
    private bool IsKnown(EditedFile edit, string name) => before.In(edit.Old).Any(known => known.Key.Name == name);

    private bool IsSame(EditedFile edit, MentionKind kind, string name, KeptMention? known, CancellationToken cancellationToken)
    {
        if (!edit.Mentions(kind, name))
            return true;
        if (known is not { Open.IsEmpty: true } || edit.Parts.Any(part => Count(part.Old, kind, name) != Count(part.New, kind, name)))
            return false;

        var old = new HashSet<(string, SyntaxNode?)>();
        foreach (var meant in known.Bodies)
            old.UnionWith(meant.Where(edit.Touches).Select(body => (meant.Key, edit.Nodes.Find(body, edit.New))));

        var now = new HashSet<(string, SyntaxNode?)>();
        foreach (var meant in references.Bound(edit.New, kind, name, cancellationToken))
        {
            if (!References.IsAskedFor(meant.Key))
                continue;
            if (ids.Of(meant.Key) is not { } id)
                return false;
            now.UnionWith(meant.Select(body => (id, (SyntaxNode?)body)));
        }

        // Where a body means several things by one name, which of its mentions is which has not been kept.
        return now.SetEquals(old) && now.Select(mention => mention.Item2).Distinct().Count() == now.Count;
    }

    private static int Count(SyntaxNode part, MentionKind kind, string name) => EditedPart.CodeOf(part)
        .SelectMany(code => code.DescendantNodesAndSelf())
        .Count(node => kind == MentionKind.UnnamedCreation
            ? References.IsUnnamedCreation(node)
            : node is SimpleNameSyntax mention && mention.Identifier.ValueText == name);
}
