using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.CodeFixes.Relay;

/// <summary>Spreads the arguments of a connection over lines where the new settings have made its line too long to read.</summary>
internal static class LineLength
{
    public const int Limit = 140;

    // A list that hardly grows is left alone, however long its line was before.
    private const int Growth = 40;

    /// <summary>The edits, with those that spread the arguments of the connection.</summary>
    public static IReadOnlyList<TextChange> Keep(Finding finding, IReadOnlyList<TextChange> changes)
    {
        if (finding.Site is not { } site)
            return changes;

        var start = site.SpanStart;
        foreach (var change in changes.Where(c => c.Span.End <= site.SpanStart))
            start += (change.NewText?.Length ?? 0) - change.Span.Length;

        var text = finding.Text.WithChanges(changes);
        var tree = finding.Root.SyntaxTree.WithChangedText(text);
        var list = tree.GetRoot().FindToken(start).Parent?.AncestorsAndSelf().Where(n => n.SpanStart == start && n.RawKind == site.RawKind)
            .Select(ArgumentsOf).FirstOrDefault(l => l is not null);
        var line = text.Lines.GetLineFromPosition(list?.SpanStart ?? 0);
        if (list is null || list.Span.Length < (ArgumentsOf(site)?.Span.Length ?? 0) + Growth || list.Span.End - line.Start <= Limit
            || !line.Span.Contains(list.Span) || list.DescendantTrivia().Any(t => list.Span.Contains(t.Span) && !t.IsKind(SyntaxKind.WhitespaceTrivia)))
            return changes;

        var layout = new Layout(text, tree.GetRoot());
        var lineBreak = layout.LineBreak(list.SpanStart) + layout.Indentation(list.SpanStart) + layout.Step(list);
        var breaks = list.Arguments.Select(a => new TextChange(TextSpan.FromBounds(a.GetFirstToken().GetPreviousToken().Span.End, a.SpanStart), lineBreak));
        return text.WithChanges(breaks).GetTextChanges(finding.Text);
    }

    private static ArgumentListSyntax? ArgumentsOf(SyntaxNode node) => node switch
    {
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        InvocationExpressionSyntax call => call.ArgumentList,
        _ => null,
    };
}
