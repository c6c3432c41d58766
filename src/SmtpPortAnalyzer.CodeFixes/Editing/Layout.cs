using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>How the file at hand is laid out, so that new lines look like their neighbours.</summary>
internal sealed class Layout(SourceText text, SyntaxNode root)
{
    /// <summary>The line end in use around a position.</summary>
    public string LineBreak(int position)
    {
        var number = text.Lines.GetLineFromPosition(position).LineNumber;
        for (var i = number; i >= 0; i--)
        {
            if (BreakOf(text.Lines[i]) is { Length: > 0 } above)
                return above;
        }

        return "\n";
    }

    /// <summary>The white space that the line of a position starts with.</summary>
    public string Indentation(int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var end = line.Start;
        while (end < line.End && text[end] is ' ' or '\t')
            end++;
        return text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    /// <summary>
    /// The indentation that an expression's line will have: one step more for an element of an initializer that is going to be spread.
    /// </summary>
    public string FinalIndentation(SyntaxNode node)
    {
        var initializer = node.Ancestors().TakeWhile(a => a is not StatementSyntax).OfType<InitializerExpressionSyntax>()
            .LastOrDefault(i => i.IsKind(SyntaxKind.ObjectInitializerExpression) && IsOnOneLine(i.Span));
        return initializer is null ? Indentation(node.SpanStart) : Indentation(initializer.SpanStart) + Step(node);
    }

    /// <summary>One step of indentation, judged by the nearest block that shows one.</summary>
    public string Step(SyntaxNode near)
    {
        foreach (var ancestor in near.AncestorsAndSelf())
        {
            var (open, first) = ancestor switch
            {
                BlockSyntax block => (block.OpenBraceToken, block.Statements.FirstOrDefault()?.GetFirstToken()),
                TypeDeclarationSyntax type => (type.OpenBraceToken, type.Members.FirstOrDefault()?.GetFirstToken()),
                _ => default,
            };
            if (first is not { } inner || open.IsMissing || open.SpanStart >= inner.SpanStart)
                continue;

            var outerIndentation = Indentation(open.SpanStart);
            var innerIndentation = Indentation(inner.SpanStart);
            if (innerIndentation.Length > outerIndentation.Length
                && innerIndentation.StartsWith(outerIndentation, System.StringComparison.Ordinal))
                return innerIndentation.Substring(outerIndentation.Length);
        }

        return Indentation(near.SpanStart).IndexOf('\t') >= 0 ? "\t" : "    ";
    }

    /// <summary>Whether blocks around this place open at the end of the line (<c>if (x) {</c>).</summary>
    public bool OpensBlocksAtLineEnd(SyntaxNode near)
    {
        var open = near.Ancestors().Select(a => a switch
        {
            BlockSyntax block => block.OpenBraceToken,
            TypeDeclarationSyntax type => type.OpenBraceToken,
            _ => default,
        }).FirstOrDefault(t => t.IsKind(SyntaxKind.OpenBraceToken));
        return open.IsKind(SyntaxKind.OpenBraceToken) && !StartsLine(open.SpanStart) && LineEndAfter(open.Span.End) is not null;
    }

    /// <summary>Whether only white space stands before a position in its line.</summary>
    public bool StartsLine(int position) =>
        Indentation(position).Length == position - text.Lines.GetLineFromPosition(position).Start;

    /// <summary>
    /// Where a new line after <paramref name="position"/> goes: the end of its line if nothing but white space and a comment follows there,
    /// else null.
    /// </summary>
    public int? LineEndAfter(int position)
    {
        var line = text.Lines.GetLineFromPosition(position);
        var rest = text.ToString(TextSpan.FromBounds(position, line.End)).Trim();
        var comment = rest.StartsWith("//", System.StringComparison.Ordinal)
            || (rest.StartsWith("/*", System.StringComparison.Ordinal)
                && rest.IndexOf("*/", System.StringComparison.Ordinal) == rest.Length - 2);
        return rest.Length == 0 || comment ? line.End : null;
    }

    /// <summary>
    /// A statement or element together with its line, where it has one to itself; else its own span and the blanks beside it.
    /// </summary>
    public TextSpan WithLine(TextSpan span)
    {
        var last = text.Lines.GetLineFromPosition(span.End);
        var alone = StartsLine(span.Start) && text.ToString(TextSpan.FromBounds(span.End, last.End)).Trim().Length == 0;
        if (alone)
            return TextSpan.FromBounds(text.Lines.GetLineFromPosition(span.Start).Start, last.EndIncludingLineBreak);

        int start = span.Start, end = span.End;
        while (end < last.End && text[end] is ' ' or '\t')
            end++;
        while (end == last.End && start > 0 && text[start - 1] is ' ' or '\t')
            start--;
        return TextSpan.FromBounds(start, end);
    }

    /// <summary>What separates a further argument from the one before: a line of its own where that one has one.</summary>
    public string BetweenArguments(SyntaxNode before) => StartsLine(before.SpanStart)
        ? "," + LineBreak(before.SpanStart) + Indentation(before.SpanStart)
        : ", ";

    /// <summary>Whether text between two positions is white space only, so that it may be laid out anew.</summary>
    public bool IsBlank(int start, int end) => text.ToString(TextSpan.FromBounds(start, end)).Trim().Length == 0;

    public int LineStart(int position) => text.Lines.GetLineFromPosition(position).Start;

    public bool IsOnOneLine(TextSpan span) =>
        text.Lines.GetLineFromPosition(span.Start).LineNumber == text.Lines.GetLineFromPosition(span.End).LineNumber;

    public SyntaxNode Root => root;

    private string BreakOf(TextLine line) => text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
}
