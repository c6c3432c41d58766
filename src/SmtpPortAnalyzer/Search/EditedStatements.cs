using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Search;

/// <summary>
/// The statements in which two versions of a member differ, one after the other in one list of statements. What stands around them, up to
/// the member, is the same in both: other statements, and what chooses whether these run.
/// </summary>
internal sealed class EditedStatements
{
    private readonly IReadOnlyList<SyntaxNode> _old;
    private readonly IReadOnlyList<SyntaxNode> _new;

    private EditedStatements(IReadOnlyList<SyntaxNode> old, IReadOnlyList<SyntaxNode> edited) => (_old, _new) = (old, edited);

    /// <summary>Those of both versions.</summary>
    public IEnumerable<SyntaxNode> All => _old.Concat(_new);

    /// <summary>Null where the versions differ in something else.</summary>
    public static EditedStatements? Find(EditedPart part)
    {
        var (old, edited) = (part.Old, part.New);
        EditedStatements? found = null;
        while (true)
        {
            var next = StatementsOf(old) is { } before && StatementsOf(edited) is { } after && IsSameFrame(old, edited)
                ? Differing(before, after, ref found)
                : Differing(old, edited);
            if (next is not var (inOld, inNew))
                return found;

            (old, edited) = (inOld, inNew);
        }
    }

    /// <summary>Whether the node of the old version stands in one of the statements.</summary>
    public bool Contain(SyntaxNode node) => _old.Any(statement => statement.Span.Contains(node.Span));

    private static IReadOnlyList<SyntaxNode>? StatementsOf(SyntaxNode node) => node switch
    {
        BlockSyntax block => block.Statements,
        SwitchSectionSyntax section => section.Statements,
        CompilationUnitSyntax unit => unit.Members.OfType<GlobalStatementSyntax>().ToList(),
        _ => null,
    };

    /// <summary>Whether what holds the statements is the same. Of a file, its declarations are compared elsewhere.</summary>
    private static bool IsSameFrame(SyntaxNode old, SyntaxNode edited) => (old, edited) switch
    {
        (BlockSyntax one, BlockSyntax other) => SyntaxFactory.AreEquivalent(one.AttributeLists, other.AttributeLists),
        (SwitchSectionSyntax one, SwitchSectionSyntax other) => SyntaxFactory.AreEquivalent(one.Labels, other.Labels),
        _ => old is CompilationUnitSyntax,
    };

    /// <summary>The one statement of each that differs; null where there are several, which are noted.</summary>
    private static (SyntaxNode Old, SyntaxNode New)? Differing(
        IReadOnlyList<SyntaxNode> old, IReadOnlyList<SyntaxNode> edited, ref EditedStatements? found)
    {
        var before = 0;
        while (before < old.Count && before < edited.Count && IsSame(old[before], edited[before]))
            before++;

        var behind = 0;
        while (behind < old.Count - before && behind < edited.Count - before
            && IsSame(old[old.Count - 1 - behind], edited[edited.Count - 1 - behind]))
        {
            behind++;
        }

        found = new EditedStatements(
            old.Skip(before).Take(old.Count - before - behind).ToList(), edited.Skip(before).Take(edited.Count - before - behind).ToList());
        return old.Count - behind == before + 1 && edited.Count - behind == before + 1 && old[before].RawKind == edited[before].RawKind
            ? (old[before], edited[before])
            : null;
    }

    /// <summary>The one child of each that differs; null where something else does.</summary>
    private static (SyntaxNode Old, SyntaxNode New)? Differing(SyntaxNode old, SyntaxNode edited)
    {
        var (before, after) = (old.ChildNodesAndTokens(), edited.ChildNodesAndTokens());
        if (before.Count != after.Count)
            return null;

        (SyntaxNode, SyntaxNode)? differing = null;
        for (var i = 0; i < before.Count; i++)
        {
            var (one, other) = (before[i], after[i]);
            if (one.AsNode() is not { } node || other.AsNode() is not { } there)
            {
                if (!SyntaxFactory.AreEquivalent(one.AsToken(), other.AsToken()) || one.IsNode != other.IsNode)
                    return null;
            }
            else if (!IsSame(node, there))
            {
                if (differing is not null || node.RawKind != there.RawKind)
                    return null;
                differing = (node, there);
            }
        }

        return differing;
    }

    private static bool IsSame(SyntaxNode one, SyntaxNode other) =>
        one.IsIncrementallyIdenticalTo(other) || SyntaxFactory.AreEquivalent(one, other);
}
