using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SmtpPortAnalyzer.Search;

/// <summary>
/// Finds nodes of a syntax tree in a later version of it: along the way from the root, each among the children that are the same before and
/// behind what was edited.
/// </summary>
internal sealed class NodeMap
{
    private readonly Dictionary<SyntaxNode, SyntaxNode?> _found = new();

    /// <summary>The node's counterpart, of the same kind; null where there is none.</summary>
    public SyntaxNode? Find(SyntaxNode node, SyntaxTree edited)
    {
        // From the node up to one that is known, and down again: expressions may stand one in the other thousands of times.
        var way = new Stack<SyntaxNode>();
        SyntaxNode? counterpart = null;
        var isKnown = false;
        for (var current = node; current is not null && !isKnown; current = current.Parent)
        {
            isKnown = _found.TryGetValue(current, out counterpart);
            if (!isKnown)
                way.Push(current);
        }

        while (way.Count > 0)
        {
            var next = way.Pop();
            var there = next.Parent is not { } parent ? edited.GetRoot()
                : counterpart is null ? null
                : Child(next, parent, counterpart);
            counterpart = there?.RawKind == next.RawKind ? there : null;
            _found[next] = counterpart;
        }

        return counterpart;
    }

    private static SyntaxNode? Child(SyntaxNode node, SyntaxNode parent, SyntaxNode edited)
    {
        var old = parent.ChildNodes().ToList();
        var children = edited.ChildNodes().ToList();
        var index = old.IndexOf(node);
        if (old.Count == children.Count)
            return index < 0 ? null : children[index];

        var before = 0;
        while (before < old.Count && before < children.Count && IsSame(old[before], children[before]))
            before++;
        if (index < before)
            return index < 0 ? null : children[index];

        var behind = 0;
        while (behind < old.Count - before && behind < children.Count - before
            && IsSame(old[old.Count - 1 - behind], children[children.Count - 1 - behind]))
        {
            behind++;
        }

        return index >= old.Count - behind ? children[children.Count - (old.Count - index)] : null;
    }

    private static bool IsSame(SyntaxNode one, SyntaxNode other) =>
        one.IsIncrementallyIdenticalTo(other) || SyntaxFactory.AreEquivalent(one, other);
}
