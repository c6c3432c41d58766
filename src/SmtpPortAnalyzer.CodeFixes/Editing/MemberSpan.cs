using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>What of a file goes with a declaration: its line, the comment that describes it, the blank line that set it off.</summary>
internal static class MemberSpan
{
    public static TextSpan Find(SyntaxNode declaration, Layout layout, SourceText text)
    {
        // One of several that are declared together takes a comma along.
        if (declaration is VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables: { Count: > 1 } variables } } variable)
        {
            var index = variables.IndexOf(variable);
            return index > 0
                ? TextSpan.FromBounds(variables[index - 1].Span.End, variable.Span.End)
                : TextSpan.FromBounds(variable.SpanStart, variables[1].SpanStart);
        }

        var whole = declaration is VariableDeclaratorSyntax { Parent.Parent: { } statement } ? statement : declaration;
        var span = WithComments(whole, layout, text);
        if (WithBlankBehind(span, text) is { } larger)
            return larger;

        // The last member: the blank line before it goes.
        var next = text.Lines.GetLineFromPosition(span.End);
        var previous = text.Lines.GetLineFromPosition(Math.Max(span.Start - 1, 0));
        return next.Start == span.End && text.ToString(next.Span).Trim() == "}" && previous.End < span.Start && IsBlank(previous, text)
            && previous.LineNumber > 0
                ? TextSpan.FromBounds(previous.Start, span.End)
                : span;
    }

    /// <summary>
    /// With the blank line behind it, where the declaration starts a group: it separated that from what follows, and one before it does so
    /// from now on. Null where none goes.
    /// </summary>
    public static TextSpan? WithBlankBehind(TextSpan span, SourceText text)
    {
        var next = text.Lines.GetLineFromPosition(span.End);
        var before = text.ToString(TextSpan.FromBounds(0, span.Start)).TrimEnd(' ', '\t');
        var startsGroup = before.TrimEnd('\r', '\n').EndsWith("{", StringComparison.Ordinal)
            || before.EndsWith("\n\n", StringComparison.Ordinal)
            || before.EndsWith("\n\r\n", StringComparison.Ordinal);
        return startsGroup && next.Start == span.End && IsBlank(next, text)
            ? TextSpan.FromBounds(span.Start, next.EndIncludingLineBreak)
            : null;
    }

    /// <summary>
    /// The same for what goes piece by piece: where several declarations at the start of a group went, the blank line behind the last.
    /// </summary>
    public static IReadOnlyList<TextChange> WithBlanks(IReadOnlyList<TextChange> changes, SourceText text)
    {
        var result = new List<TextChange>();
        foreach (var change in changes)
        {
            var isRemoval = change.NewText!.Length == 0 && !change.Span.IsEmpty;
            if (isRemoval && result.Count > 0 && result[result.Count - 1] is { NewText: "" } last && last.Span.End == change.Span.Start)
            {
                var joined = TextSpan.FromBounds(last.Span.Start, change.Span.End);
                result[result.Count - 1] = new TextChange(WithBlankBehind(joined, text) ?? joined, "");
            }
            else
            {
                result.Add(change);
            }
        }

        return result;
    }

    private static bool IsComment(string line) => line.StartsWith("//", StringComparison.Ordinal)
        || (line.StartsWith("/*", StringComparison.Ordinal) && line.EndsWith("*/", StringComparison.Ordinal));

    private static bool IsBlank(TextLine line, SourceText text) => text.ToString(line.Span).Trim().Length == 0;

    // A comment on the same line goes as well, and the one above, unless it is the heading of a group.
    private static TextSpan WithComments(SyntaxNode whole, Layout layout, SourceText text)
    {
        var end = layout.LineEndAfter(whole.Span.End) ?? whole.Span.End;
        if (!layout.StartsLine(whole.SpanStart) || end == whole.Span.End && layout.LineEndAfter(whole.Span.End) is null)
            return layout.WithLine(whole.Span);

        var last = text.Lines.GetLineFromPosition(end);
        var first = text.Lines.GetLineFromPosition(whole.SpanStart);
        var above = first.LineNumber - 1;
        while (above >= 0 && IsComment(text.ToString(text.Lines[above].Span).Trim()))
            above--;

        var isDocumented = whole.GetLeadingTrivia().Any(trivia => trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia));
        var isFollowed = last.LineNumber + 1 < text.Lines.Count
            && text.ToString(text.Lines[last.LineNumber + 1].Span).Trim() is { Length: > 0 } following && following != "}";
        var isAboutIt = Enumerable.Range(above + 1, first.LineNumber - above - 1)
            .Any(line => StaleWords.TellPort(text.ToString(text.Lines[line].Span)));
        var start = isDocumented || !isFollowed || isAboutIt ? text.Lines[above + 1].Start : first.Start;
        return TextSpan.FromBounds(start, last.EndIncludingLineBreak);
    }
}
