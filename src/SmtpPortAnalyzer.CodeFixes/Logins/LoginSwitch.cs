using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.Logins;

/// <summary>
/// An <c>if</c> around nothing but a login, which asks a setting whether the server wants one. A relay does, so that the question goes and
/// the login stays.
/// </summary>
/// <param name="Choice">The statement.</param>
internal sealed record LoginSwitch(IfStatementSyntax Choice)
{
    /// <summary>How many variables the answer may come through.</summary>
    private const int MaxDepth = 2;

    /// <summary>Null where the login is asked for on all ways, or where something else than such a setting decides.</summary>
    public static LoginSwitch? Around(SyntaxNode login, FileContext file)
    {
        if (login.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { } statement
            || (statement.Parent is BlockSyntax block ? block.Parent : statement.Parent) is not IfStatementSyntax
            {
                Else: null, Parent: BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax
            } choice
            || !(choice.Statement as BlockSyntax)?.Statements.All(one => one is ExpressionStatementSyntax) == true
            || choice.Statement.DescendantTokens().Any(token => token.Text.IndexOf('\n') >= 0)
            || choice.ContainsDirectives)
            return null;

        return AsksForLogin(choice.Condition, file, 0) ? new LoginSwitch(choice) : null;
    }

    /// <summary>Takes the question away and the statements one step back.</summary>
    public void Remove(RelayEdit edit)
    {
        var (text, layout) = (edit.Finding.Text, edit.Layout);
        var block = Choice.Statement as BlockSyntax;
        var first = block?.Statements.FirstOrDefault()?.SpanStart ?? Choice.Statement.SpanStart;
        if (layout.IsOnOneLine(TextSpan.FromBounds(Choice.SpanStart, first)))
        {
            edit.Edits.Remove(TextSpan.FromBounds(Choice.SpanStart, first));
            if (block is not null)
                edit.Edits.Remove(TextSpan.FromBounds(block.Statements.Last().Span.End, block.Span.End));
            return;
        }

        // What stands before the first statement, a comment perhaps, stays.
        var opening = block?.OpenBraceToken ?? Choice.CloseParenToken;
        var start = text.Lines.GetLineFromPosition(opening.Span.End).LineNumber + 1;
        var end = text.Lines.GetLineFromPosition(block?.CloseBraceToken.SpanStart ?? Choice.Span.End).LineNumber - (block is null ? 0 : 1);
        var step = layout.Indentation(first).Length - layout.Indentation(Choice.SpanStart).Length;
        edit.Edits.Remove(TextSpan.FromBounds(text.Lines.GetLineFromPosition(Choice.SpanStart).Start, text.Lines[start].Start));
        for (var number = start; number <= end; number++)
        {
            var line = text.Lines[number];
            if (step > 0 && layout.Indentation(line.Start).Length >= step)
                edit.Edits.Remove(new TextSpan(line.Start, step));
        }

        if (block is not null)
            edit.Edits.Remove(layout.WithLine(block.CloseBraceToken.Span));
    }

    private static bool AsksForLogin(ExpressionSyntax condition, FileContext file, int depth) => condition switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => AsksForLogin(inner, file, depth),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression, Right.RawKind: (int)SyntaxKind.TrueLiteralExpression } equal =>
            AsksForLogin(equal.Left, file, depth),
        IsPatternExpressionSyntax
        {
            Pattern: ConstantPatternSyntax { Expression.RawKind: (int)SyntaxKind.TrueLiteralExpression }
        } match => AsksForLogin(match.Expression, file, depth),
        InvocationExpressionSyntax or ElementAccessExpressionSyntax =>
            condition.DescendantNodesAndSelf().OfType<ExpressionSyntax>().Select(node => SettingRead.At(node, file))
                .FirstOrDefault(read => read is not null) is { } read && SettingRoles.IsLoginSwitch(read.Name),
        IdentifierNameSyntax name => depth < MaxDepth && file.SymbolOf(name) is ILocalSymbol local
            && GivenValues.To(local, file).ToList() is { Count: 1 } values && AsksForLogin(values[0], file, depth + 1),
        _ => false,
    };
}
