using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>
/// Gives each statement of a block a line of its own where the block was on one line, and what a fix added no longer fits there.
/// </summary>
internal static class OneLineBlocks
{
    private const int MaxDepth = 4;

    // A line that a login made longer than this reads badly; one that hardly grew is left alone, however long it was before.
    private const int Limit = 120;
    private const int Growth = 40;

    /// <summary>The edits, with those that spread the blocks around the connection.</summary>
    public static IReadOnlyList<TextChange> Spread(FixTarget finding, IReadOnlyList<TextChange> changes)
    {
        var before = new Layout(finding.Text, finding.Root);
        if (finding.Site is not { } site || !site.Ancestors().OfType<BlockSyntax>().Any(b => before.IsOnOneLine(b.Span)))
            return changes;

        var text = finding.Text.WithChanges(changes);
        var start = changes.Where(c => c.Span.End <= site.SpanStart).Sum(c => (c.NewText?.Length ?? 0) - c.Span.Length) + site.SpanStart;
        var hasGrown = text.Length - finding.Text.Length >= Growth;
        var wasSpread = false;
        for (var i = 0; i < MaxDepth; i++)
        {
            var root = finding.Root.SyntaxTree.WithChangedText(text).GetRoot();
            var layout = new Layout(text, root);
            var block = root.FindToken(start).Parent?.Ancestors().OfType<BlockSyntax>()
                .LastOrDefault(b => IsBroken(b, layout) || (hasGrown && IsLong(b, layout, text)));
            if (block is null || EditsOf(block, layout, text) is not { } edits)
                break;

            start += edits.Where(c => c.Span.End <= start).Sum(c => c.NewText!.Length - c.Span.Length);
            text = text.WithChanges(edits);
            wasSpread = true;
        }

        return wasSpread ? text.GetTextChanges(finding.Text) : changes;
    }

    // It opens and closes as a block on one line does, and is on several.
    private static bool IsBroken(BlockSyntax block, Layout layout) => block.Statements.Count > 0 && !block.CloseBraceToken.IsMissing
        && !layout.IsOnOneLine(block.Span)
        && layout.IsOnOneLine(TextSpan.FromBounds(block.OpenBraceToken.SpanStart, block.Statements[0].SpanStart));

    private static bool IsLong(BlockSyntax block, Layout layout, SourceText text) =>
        block.Statements.Count > 1 && layout.IsOnOneLine(block.Span)
        && text.Lines.GetLineFromPosition(block.SpanStart).Span.Length > Limit;

    // Null where comments stand between the statements, or a text goes over several lines: its lines must not move. An accessor has braces
    // around it that would have to move as well.
    private static List<TextChange>? EditsOf(BlockSyntax block, Layout layout, SourceText text)
    {
        if (block.Parent is AccessorDeclarationSyntax || block.DescendantTokens().Any(t => t.Span.Length > 0 && !layout.IsOnOneLine(t.Span))
            || !layout.IsBlank(block.OpenBraceToken.Span.End, block.Statements[0].SpanStart)
            || block.Statements.Any(s =>
                s.GetLeadingTrivia().Concat(s.GetTrailingTrivia())
                    .Any(t => t.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia))))
            return null;

        var lineBreak = layout.LineBreak(block.SpanStart);
        var outer = layout.Indentation(block.SpanStart);
        var step = layout.Step(block.Ancestors().First(a => a is BlockSyntax or TypeDeclarationSyntax or CompilationUnitSyntax));
        var edits = new List<TextChange>();
        var opening = block.OpenBraceToken.GetPreviousToken().Span.End;
        if (!layout.OpensBlocksAtLineEnd(block) && !layout.StartsLine(block.SpanStart) && layout.IsBlank(opening, block.SpanStart))
            edits.Add(new TextChange(TextSpan.FromBounds(opening, block.SpanStart), lineBreak + outer));

        foreach (var statement in block.Statements)
        {
            edits.Add(
                new TextChange(TextSpan.FromBounds(statement.GetFirstToken().GetPreviousToken().Span.End, statement.SpanStart),
                    lineBreak + outer + step));
            var last = text.Lines.GetLineFromPosition(statement.Span.End).LineNumber;
            for (var line = text.Lines.GetLineFromPosition(statement.SpanStart).LineNumber + 1; line <= last; line++)
                edits.Add(new TextChange(new TextSpan(text.Lines[line].Start, 0), step));
        }

        edits.Add(
            new TextChange(TextSpan.FromBounds(block.Statements.Last().Span.End, block.CloseBraceToken.SpanStart), lineBreak + outer));
        var next = block.CloseBraceToken.GetNextToken();
        if (next.Kind() is SyntaxKind.CatchKeyword or SyntaxKind.FinallyKeyword or SyntaxKind.ElseKeyword
            && layout.IsBlank(block.Span.End, next.SpanStart)
            && !layout.OpensBlocksAtLineEnd(block))
            edits.Add(new TextChange(TextSpan.FromBounds(block.Span.End, next.SpanStart), lineBreak + outer));
        return edits;
    }
}
