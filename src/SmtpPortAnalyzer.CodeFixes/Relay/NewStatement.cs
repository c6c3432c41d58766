using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.CodeFixes.Relay;

/// <summary>The place for a statement right behind the one that a call makes up.</summary>
internal sealed class NewStatement
{
    private readonly int _position;
    private readonly string _before;
    private readonly string _after;

    private NewStatement(int position, string indentation, string before, string after)
    {
        _position = position;
        Indentation = indentation;
        _before = before;
        _after = after;
    }

    /// <summary>The indentation of the new line.</summary>
    public string Indentation { get; }

    public void Write(RelayEdit edit, string statement) => edit.Edits.Insert(_position, _before + statement + _after);

    /// <summary>Null where no statement can follow. A body that is a single statement or an expression gets braces.</summary>
    public static NewStatement? After(RelayEdit edit, SyntaxNode call)
    {
        var layout = edit.Layout;
        switch (call.Ancestors().FirstOrDefault(a => a is StatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax))
        {
            case ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } statement:
                var indentation = layout.Indentation(statement.SpanStart);
                return layout.LineEndAfter(statement.Span.End) is { } end
                    ? new NewStatement(end, indentation, layout.LineBreak(end) + indentation, "")
                    : new NewStatement(statement.Span.End, indentation, " ", "");

            case ExpressionStatementSyntax { Parent: IfStatementSyntax or ElseClauseSyntax } statement:
                return InBraces(edit, statement, statement.Parent!, statement.Span);

            case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } arrow when ReturnsNothing(edit, arrow.Parent!):
                return InBody(edit, arrow);

            default:
                return null;
        }
    }

    private static NewStatement InBraces(RelayEdit edit, StatementSyntax statement, SyntaxNode owner, TextSpan span)
    {
        var layout = edit.Layout;
        var outer = layout.Indentation(owner.SpanStart);
        var lineBreak = layout.LineBreak(owner.SpanStart);
        var inner = outer + layout.Step(owner);
        var startsLine = layout.StartsLine(span.Start);
        var before = statement.GetFirstToken().GetPreviousToken().Span.End;
        var brace = layout.OpensBlocksAtLineEnd(statement) ? " {" : lineBreak + outer + "{";
        if (startsLine || !layout.IsBlank(before, span.Start))
            edit.Edits.Insert(before, brace);
        else
            edit.Edits.Replace(TextSpan.FromBounds(before, span.Start), brace + lineBreak + inner);
        var end = layout.LineEndAfter(span.End) ?? span.End;
        var rest = end == span.End && layout.LineEndAfter(span.End) is null ? lineBreak + outer : "";
        return new NewStatement(end, inner, lineBreak + inner, lineBreak + outer + "}" + rest);
    }

    private static NewStatement? InBody(RelayEdit edit, ArrowExpressionClauseSyntax arrow)
    {
        var layout = edit.Layout;
        var semicolon = arrow.GetLastToken().GetNextToken();
        var before = arrow.ArrowToken.GetPreviousToken().Span.End;
        if (!layout.IsBlank(before, arrow.ArrowToken.SpanStart) || !layout.IsBlank(arrow.ArrowToken.Span.End, arrow.Expression.SpanStart)
            || !semicolon.IsKind(SyntaxKind.SemicolonToken))
            return null;

        var outer = layout.Indentation(arrow.Parent!.SpanStart);
        var lineBreak = layout.LineBreak(arrow.SpanStart);
        var inner = outer + layout.Step(arrow.Parent!.Parent!);
        var brace = layout.OpensBlocksAtLineEnd(arrow.Parent!) ? " {" : lineBreak + outer + "{";
        edit.Edits.Replace(TextSpan.FromBounds(before, arrow.Expression.SpanStart), brace + lineBreak + inner);
        var end = layout.LineEndAfter(semicolon.Span.End) ?? semicolon.Span.End;
        return new NewStatement(end, inner, lineBreak + inner, lineBreak + outer + "}");
    }

    // void, or async Task: what the expression gives is nobody's result.
    private static bool ReturnsNothing(RelayEdit edit, SyntaxNode function)
    {
        var symbol = edit.Finding.Model.GetDeclaredSymbol(function, edit.CancellationToken) as IMethodSymbol;
        return symbol is not null && (symbol.ReturnsVoid || symbol is { IsAsync: true, ReturnType: INamedTypeSymbol { Arity: 0 } });
    }
}
