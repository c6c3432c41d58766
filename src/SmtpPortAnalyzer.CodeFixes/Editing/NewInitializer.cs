using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>An object initializer that a fix lays out, one element a line.</summary>
internal sealed class NewInitializer
{
    private readonly int _position;
    private readonly string _line;
    private readonly string _indentation;
    private readonly string _closing;
    private string _separator;

    private NewInitializer(FileEdit edit, int position, string line, string indentation, string opening, string separator, string closing)
    {
        _position = position;
        _line = line;
        _indentation = indentation;
        _separator = separator;
        _closing = closing;
        edit.Edits.Insert(position, opening + closing);
    }

    /// <summary>A new initializer behind a creation that has none.</summary>
    public static NewInitializer Append(FileEdit edit, BaseObjectCreationExpressionSyntax creation)
    {
        var layout = edit.Layout;
        var outer = layout.Indentation(creation.SpanStart);
        var lineBreak = layout.LineBreak(creation.SpanStart);
        var inner = outer + layout.Step(creation);
        var brace = layout.OpensBlocksAtLineEnd(creation) ? " {" : lineBreak + outer + "{";
        return new NewInitializer(edit, creation.Span.End, lineBreak + inner, inner, brace, "", lineBreak + outer + "}");
    }

    /// <summary>Spreads an initializer that is on one line, without the elements that go; null where comments stand in it.</summary>
    public static NewInitializer? Unfold(FileEdit edit, InitializerExpressionSyntax initializer, Func<ExpressionSyntax, bool> goes)
    {
        var layout = edit.Layout;
        if (initializer.DescendantTrivia().Any(t => t.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)))
            return null;

        var outer = layout.Indentation(initializer.SpanStart);
        var lineBreak = layout.LineBreak(initializer.SpanStart);
        var inner = layout.Indentation(initializer.SpanStart) + layout.Step(initializer);
        var before = initializer.OpenBraceToken.GetPreviousToken().Span.End;
        if (!layout.StartsLine(initializer.OpenBraceToken.SpanStart) && !layout.OpensBlocksAtLineEnd(initializer))
            edit.Edits.Replace(TextSpan.FromBounds(before, initializer.OpenBraceToken.SpanStart), lineBreak + outer);

        var end = initializer.OpenBraceToken.Span.End;
        var isSeparated = true;
        foreach (var item in initializer.Expressions)
        {
            var hasComma = item.GetLastToken().GetNextToken() is { RawKind: (int)SyntaxKind.CommaToken };
            var next = hasComma ? item.GetLastToken().GetNextToken().Span.End : item.Span.End;
            if (goes(item))
                edit.Edits.Remove(TextSpan.FromBounds(end, next));
            else
                edit.Edits.Replace(TextSpan.FromBounds(end, item.SpanStart), lineBreak + inner);
            isSeparated = goes(item) ? isSeparated : hasComma;
            end = next;
        }

        if (end < initializer.CloseBraceToken.SpanStart)
            edit.Edits.Remove(TextSpan.FromBounds(end, initializer.CloseBraceToken.SpanStart));
        return new NewInitializer(edit, end, lineBreak + inner, inner, "", isSeparated ? "" : ",", lineBreak + outer);
    }

    public bool Add(FileEdit edit, string property, Func<string, string?> value)
    {
        if (value(_indentation) is not { } text)
            return false;

        edit.Edits.InsertBefore(_position, _closing, _separator + _line + property + " = " + text);
        _separator = ",";
        return true;
    }
}
