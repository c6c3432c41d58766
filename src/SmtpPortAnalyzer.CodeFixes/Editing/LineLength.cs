using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>Spreads arguments over lines where the new settings have made a line too long to read.</summary>
internal static class LineLength
{
    // A list that hardly grows is left alone, however long its line was before.
    private const int Growth = 40;

    private const string Throwing = " ?? throw new ";

    /// <summary>The edits, with those that spread arguments: of the connection as a whole, else of the list that has grown.</summary>
    /// <param name="finding">What is fixed.</param>
    /// <param name="connection">What makes or opens the connection, whichever of its findings is fixed first.</param>
    /// <param name="changes">The edits.</param>
    public static IReadOnlyList<TextChange> Keep(FixTarget finding, SyntaxNode? connection, IReadOnlyList<TextChange> changes)
    {
        var text = finding.Text.WithChanges(changes);
        var limit = CodeStyle.ReadFrom(finding.File).LineLimit;
        var tree = finding.Root.SyntaxTree.WithChangedText(text);
        var wasSpread = false;
        if (connection is { } site && ListOf(site, changes, tree.GetRoot()) is { } own
            && own.Span.Length >= (ArgumentsOf(site)?.Span.Length ?? 0) + Growth)
        {
            if (IsTooLong(own, text, limit) || StartsTooLong(own, ArgumentsOf(site), finding, text, limit))
                (text, tree, wasSpread) = Spread(own, text, tree);
            else if (own.Parent is BaseObjectCreationExpressionSyntax { Initializer: { } behind } && IsTooLong(behind, text, limit))
                (text, tree, wasSpread) = Spread(behind, text, tree);
        }

        // From the last to the first, so that the places of the others stay.
        foreach (var place in GrownPlaces(wasSpread ? text.GetTextChanges(finding.Text) : changes))
        {
            var token = tree.GetRoot().FindToken(place);
            if (token.Parent?.AncestorsAndSelf().OfType<ArgumentListSyntax>()
                .FirstOrDefault(l => l.Arguments.Count > 1 && (IsTooLong(l, text, limit) || StartsTooLong(l, text, limit))) is { } list)
                (text, tree, wasSpread) = Spread(list, text, tree);
            else if (token.Parent?.AncestorsAndSelf().OfType<InitializerExpressionSyntax>().FirstOrDefault() is { } initializer
                && initializer.IsKind(SyntaxKind.ObjectInitializerExpression) && IsTooLong(initializer, text, limit))
                (text, tree, wasSpread) = Spread(initializer, text, tree);
            else if (token.Parent?.FirstAncestorOrSelf<ArrowExpressionClauseSyntax>() is { Parent: MemberDeclarationSyntax } body
                && body.Expression.Span.Contains(place) && IsTooLong(body, text, limit))
                (text, tree, wasSpread) = Break(body, text, tree);
        }

        changes = wasSpread ? text.GetTextChanges(finding.Text) : changes;
        return CodeStyle.ReadFrom(finding.File).WrittenLineLimit is { } written
            ? WithBrokenLines(text, changes, written, finding).GetTextChanges(finding.Text)
            : changes;
    }

    /// <summary>A new line that is too long all the same goes on with its exception on the next one.</summary>
    private static SourceText WithBrokenLines(SourceText text, IReadOnlyList<TextChange> changes, int limit, FixTarget finding)
    {
        var layout = new Layout(finding.Text, finding.Root);
        var (breaks, shift) = (new List<TextChange>(), 0);
        foreach (var change in changes.OrderBy(c => c.Span.Start))
        {
            var added = change.NewText?.Length ?? 0;
            var (first, last) = (change.Span.Start + shift, change.Span.Start + shift + added);
            shift += added - change.Span.Length;
            for (var line = text.Lines.GetLineFromPosition(first); ; line = text.Lines[line.LineNumber + 1])
            {
                var written = line.ToString();
                var at = written.IndexOf(Throwing, StringComparison.Ordinal);
                if (written.Length > limit && at > 0 && line.Start + at >= first && line.Start + at < last)
                {
                    var indentation = written.Substring(0, written.Length - written.TrimStart().Length);
                    breaks.Add(new TextChange(
                        new TextSpan(line.Start + at, 1), layout.LineBreak(change.Span.Start) + indentation + layout.Step(finding.Node)));
                }

                if (line.EndIncludingLineBreak > last || line.LineNumber + 1 >= text.Lines.Count)
                    break;
            }
        }

        return breaks.Count == 0
            ? text
            : text.WithChanges(breaks.GroupBy(b => b.Span).Select(same => same.First()).OrderBy(b => b.Span.Start));
    }

    private static (SourceText Text, SyntaxTree Tree, bool WasSpread) Spread(ArgumentListSyntax list, SourceText text, SyntaxTree tree)
    {
        var layout = new Layout(text, tree.GetRoot());
        var outer = layout.LineBreak(list.SpanStart) + layout.Indentation(list.SpanStart);
        var inner = outer + layout.Step(list);
        var breaks = new List<TextChange>();

        // An initializer on the same line is spread as well: arguments on lines of their own would look as if they were its elements.
        if (list.Ancestors().OfType<InitializerExpressionSyntax>()
            .FirstOrDefault(i => i.IsKind(SyntaxKind.ObjectInitializerExpression) && IsOnOneBareLine(i, text)) is { } initializer)
        {
            if (!layout.OpensBlocksAtLineEnd(initializer))
                breaks.Add(Before(initializer.OpenBraceToken, outer));
            breaks.AddRange(initializer.Expressions.Select(e => Before(e.GetFirstToken(), inner)));
            breaks.Add(Before(initializer.CloseBraceToken, outer));
            inner += layout.Step(list);
        }

        breaks.AddRange(list.Arguments.Select(a => Before(a.GetFirstToken(), inner)));

        // What spans lines in an argument goes further in with it.
        var (start, end) = (text.Lines.GetLineFromPosition(list.SpanStart), text.Lines.GetLineFromPosition(list.Span.End));
        breaks.AddRange(text.Lines.Skip(start.LineNumber + 1).Take(end.LineNumber - start.LineNumber)
            .Select(line => new TextChange(new TextSpan(line.Start, 0), layout.Step(list))));
        text = text.WithChanges(breaks.OrderBy(b => b.Span.Start));
        return (text, tree.WithChangedText(text), true);
    }

    // The braces on lines of their own, as the fix writes an initializer.
    private static (SourceText Text, SyntaxTree Tree, bool WasSpread) Spread(
        InitializerExpressionSyntax initializer, SourceText text, SyntaxTree tree)
    {
        var layout = new Layout(text, tree.GetRoot());
        var outer = layout.LineBreak(initializer.SpanStart) + layout.Indentation(initializer.SpanStart);
        var breaks = initializer.Expressions.Select(e => Before(e.GetFirstToken(), outer + layout.Step(initializer)))
            .Prepend(Before(initializer.OpenBraceToken, layout.OpensBlocksAtLineEnd(initializer) ? " " : outer))
            .Append(Before(initializer.CloseBraceToken, outer));
        text = text.WithChanges(breaks.OrderBy(b => b.Span.Start));
        return (text, tree.WithChangedText(text), true);
    }

    // What a member gives goes on a line of its own, behind the arrow or below it as the file has it elsewhere.
    private static (SourceText Text, SyntaxTree Tree, bool WasSpread) Break(
        ArrowExpressionClauseSyntax body, SourceText text, SyntaxTree tree)
    {
        var layout = new Layout(text, tree.GetRoot());
        var line = layout.LineBreak(body.SpanStart) + layout.Indentation(body.Parent!.SpanStart) + layout.Step(body.Parent);
        var startsLines = tree.GetRoot().DescendantNodes().OfType<ArrowExpressionClauseSyntax>()
            .Any(other => layout.StartsLine(other.SpanStart));
        text = text.WithChanges(Before(startsLines ? body.ArrowToken : body.Expression.GetFirstToken(), line));
        return (text, tree.WithChangedText(text), true);
    }

    private static TextChange Before(SyntaxToken token, string lineBreak) =>
        new(TextSpan.FromBounds(token.GetPreviousToken().Span.End, token.SpanStart), lineBreak);

    // A list on one line that ends beyond the limit, without comments.
    private static bool IsTooLong(SyntaxNode list, SourceText text, int limit)
    {
        var line = text.Lines.GetLineFromPosition(list.SpanStart);
        return list.Span.End - line.Start > limit && IsOnOneBareLine(list, text);
    }

    // A list that was on one line, and now begins with a line that ends beyond the limit and goes on with others.
    private static bool StartsTooLong(
        ArgumentListSyntax list, ArgumentListSyntax? before, FixTarget finding, SourceText text, int limit) =>
        before is not null && IsOnOneBareLine(before, finding.Text) && StartsTooLong(list, text, limit);

    // A line that is too long with all arguments in it, the last of which goes on with others: a lambda.
    private static bool StartsTooLong(ArgumentListSyntax list, SourceText text, int limit) =>
        text.Lines.GetLineFromPosition(list.SpanStart) is var line && !line.Span.Contains(list.Span) && line.Span.Length > limit
        && list.Arguments.Count > 1
        && !list.DescendantTrivia().Any(t => t.IsKind(SyntaxKind.SingleLineCommentTrivia) || t.IsKind(SyntaxKind.MultiLineCommentTrivia))
        && list.Arguments.All(a => line.Span.Contains(a.SpanStart));

    private static bool IsOnOneBareLine(SyntaxNode node, SourceText text) =>
        text.Lines.GetLineFromPosition(node.SpanStart).Span.Contains(node.Span)
        && !node.DescendantTrivia().Any(t => node.Span.Contains(t.Span) && !t.IsKind(SyntaxKind.WhitespaceTrivia));

    /// <summary>The positions in the text after the edits where it has grown much, the last first.</summary>
    private static IEnumerable<int> GrownPlaces(IEnumerable<TextChange> changes)
    {
        var shift = 0;
        var places = new Stack<int>();
        foreach (var change in changes.OrderBy(c => c.Span.Start))
        {
            var grows = (change.NewText?.Length ?? 0) - change.Span.Length;
            if (grows >= Growth)
                places.Push(change.Span.Start + shift);
            shift += grows;
        }

        return places;
    }

    // The connection's own list, in the text after the edits.
    private static ArgumentListSyntax? ListOf(SyntaxNode site, IReadOnlyList<TextChange> changes, SyntaxNode root)
    {
        var start = site.SpanStart;
        foreach (var change in changes.Where(c => c.Span.End <= site.SpanStart))
            start += (change.NewText?.Length ?? 0) - change.Span.Length;
        return root.FindToken(start).Parent?.AncestorsAndSelf().Where(n => n.SpanStart == start && n.RawKind == site.RawKind)
            .Select(ArgumentsOf).FirstOrDefault(l => l is not null);
    }

    private static ArgumentListSyntax? ArgumentsOf(SyntaxNode node) => node switch
    {
        BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
        InvocationExpressionSyntax call => call.ArgumentList,
        _ => null,
    };
}
