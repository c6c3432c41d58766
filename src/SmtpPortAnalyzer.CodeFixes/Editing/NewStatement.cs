using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

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

    /// <summary>The same place, with another statement behind the one that goes there.</summary>
    public NewStatement AndThen(FileEdit edit, string statement) =>
        new(_position, Indentation, _before, edit.Layout.LineBreak(_position) + Indentation + statement + _after);

    public void Write(FileEdit edit, string statement) => edit.Edits.Insert(_position, _before + statement + _after);

    /// <summary>Null where no statement can follow. A body that is a single statement or an expression gets braces.</summary>
    public static NewStatement? After(FileEdit edit, SyntaxNode call)
    {
        var layout = edit.Layout;
        switch (call.Ancestors()
            .FirstOrDefault(a => a is StatementSyntax or ArrowExpressionClauseSyntax or AnonymousFunctionExpressionSyntax))
        {
            case StatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } statement
                when CanBeFollowed(statement):
                var indentation = layout.Indentation(statement.SpanStart);
                return layout.LineEndAfter(statement.Span.End) is { } end
                    ? new NewStatement(end, indentation, layout.LineBreak(end) + indentation, "")
                    : new NewStatement(statement.Span.End, indentation, " ", "");

            case StatementSyntax { Parent: IfStatementSyntax or ElseClauseSyntax or WhileStatementSyntax or UsingStatementSyntax } statement
                when CanBeFollowed(statement):
                return InBraces(edit, statement, statement.Parent!, statement.Span);

            case ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax or LocalFunctionStatementSyntax } arrow
                when GivesNothing(edit, arrow.Parent!):
                return InBody(edit, arrow.ArrowToken, arrow.Expression, arrow.Parent!);

            case LambdaExpressionSyntax { ExpressionBody: { } expression } lambda when GivesNothing(edit, lambda):
                return InBody(edit, lambda.ArrowToken, expression, lambda);

            default:
                return null;
        }
    }

    // One that is left with a value is about to be left without.
    private static bool CanBeFollowed(StatementSyntax statement) => statement is ExpressionStatementSyntax or ReturnStatementSyntax;

    private static NewStatement InBraces(FileEdit edit, StatementSyntax statement, SyntaxNode owner, TextSpan span)
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

    private static NewStatement? InBody(FileEdit edit, SyntaxToken arrow, ExpressionSyntax expression, SyntaxNode function)
    {
        var layout = edit.Layout;
        var isLambda = function is LambdaExpressionSyntax;
        var before = isLambda ? arrow.Span.End : arrow.GetPreviousToken().Span.End;
        var semicolon = expression.GetLastToken().GetNextToken();
        if (!layout.IsBlank(before, isLambda ? before : arrow.SpanStart) || !layout.IsBlank(arrow.Span.End, expression.SpanStart)
            || !(isLambda || semicolon.IsKind(SyntaxKind.SemicolonToken)))
            return null;

        var outer = layout.Indentation(function.SpanStart);
        var lineBreak = layout.LineBreak(arrow.SpanStart);
        var inner = outer + layout.Step(function.Parent ?? function);
        var brace = layout.OpensBlocksAtLineEnd(function) ? " {" : lineBreak + outer + "{";
        edit.Edits.Replace(TextSpan.FromBounds(before, expression.SpanStart), brace + lineBreak + inner);
        if (isLambda)
            return new NewStatement(expression.Span.End, inner, ";" + lineBreak + inner, lineBreak + outer + "}");

        var end = layout.LineEndAfter(semicolon.Span.End) ?? semicolon.Span.End;
        return new NewStatement(end, inner, lineBreak + inner, lineBreak + outer + "}");
    }

    // void, or a task: nothing uses what the expression gives.
    private static bool GivesNothing(FileEdit edit, SyntaxNode function) =>
        ReturnType(edit.File, function) is { } type
        && (type.SpecialType == SpecialType.System_Void || edit.File.FrameworkTypes.Is(type, FrameworkType.PlainTask));

    /// <summary>What a method, local function or lambda returns.</summary>
    public static ITypeSymbol? ReturnType(FileContext file, SyntaxNode function) =>
        function is AnonymousFunctionExpressionSyntax
            ? (file.Model.GetTypeInfo(function, file.CancellationToken).ConvertedType as INamedTypeSymbol)?.DelegateInvokeMethod?.ReturnType
            : (file.DeclaredBy(function) as IMethodSymbol)?.ReturnType;
}
