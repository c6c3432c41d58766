using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.CodeFixes.Logins;

/// <summary>
/// Throws in place of a password that only stands in for a missing one: <c>?? "…"</c> becomes <c>?? throw …</c>. It has to be a place
/// that runs only where the setting is missing: an argument and a value that is overwritten later run always.
/// </summary>
internal static class RequiredPassword
{
    /// <summary>False where the code cannot throw there.</summary>
    public static bool Write(RelayEdit edit, ExpressionSyntax place)
    {
        if (place.Parent is EqualsValueClauseSyntax)
        {
            // A constant: where it is used, and then there is no use for it.
            if (edit.PasswordUses.Count != 1 || LoneConstant.ValueOf(edit.PasswordUses[0], edit.File) != place
                || place.FirstAncestorOrSelf<FieldDeclarationSyntax>() is not { } field || !LoneConstant.CanBeRemoved(field)
                || !WriteAt(edit, edit.PasswordUses[0]))
                return false;

            LoneConstant.Remove(edit, place);
            return true;
        }

        return WriteAt(edit, place);
    }

    private static bool WriteAt(RelayEdit edit, ExpressionSyntax place)
    {
        var whole = place;
        while (whole.Parent is ParenthesizedExpressionSyntax outer)
            whole = outer;
        return whole.Parent switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice => Throw(edit, whole, choice.Left),
            ConditionalExpressionSyntax choice => Throw(edit, whole, choice.WhenTrue == whole ? choice.WhenFalse : choice.WhenTrue),
            SwitchExpressionArmSyntax { Parent: SwitchExpressionSyntax choice } => Throw(edit, whole, choice.GoverningExpression),
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment =>
                assignment.IsKind(SyntaxKind.CoalesceAssignmentExpression)
                    ? Ask(edit, statement, assignment.Left)
                    : Leave(edit, statement, assignment.Left),
            ReturnStatementSyntax statement => Leave(edit, statement, value: null),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax getter } => Read(edit, getter),
            _ => false,
        };
    }

    // What a type begins with throws for everything in it.
    private static bool CanThrow(RelayEdit edit, ExpressionSyntax place) =>
        edit.Frameworks.HasThrowExpressions && !ExpressionTree.Contains(place, edit.File) && !StaticContext.RunsBeforeAll(place);

    private static bool Throw(RelayEdit edit, ExpressionSyntax place, ExpressionSyntax setting)
    {
        if (!CanThrow(edit, place))
            return false;

        edit.Edits.Replace(place.Span, "throw " + Exception(edit, place, [setting]));
        return true;
    }

    // password ??= "…";
    private static bool Ask(RelayEdit edit, StatementSyntax statement, ExpressionSyntax password)
    {
        if (statement.Parent is not (BlockSyntax or GlobalStatementSyntax or SwitchSectionSyntax) || IsOverwritten(statement, password))
            return false;

        var line = edit.Layout.LineBreak(statement.SpanStart) + edit.Layout.Indentation(statement.SpanStart) + edit.Layout.Step(statement);
        edit.Edits.Replace(
            statement.Span, "if (" + password + " == null)" + line + "throw " + Exception(edit, statement, [password]) + ";");
        return true;
    }

    // if (password == null) password = "…"; catch (IOException) { password = "…"; } return "…";
    private static bool Leave(RelayEdit edit, StatementSyntax statement, ExpressionSyntax? value)
    {
        var owner = statement.Parent is BlockSyntax block && block.Statements.Last() == statement ? block.Parent : statement.Parent;
        if (owner is not (IfStatementSyntax or ElseClauseSyntax or CatchClauseSyntax)
            && !(statement is ReturnStatementSyntax && owner is BaseMethodDeclarationSyntax or LocalFunctionStatementSyntax
                or AccessorDeclarationSyntax)
            || (value is not null && IsOverwritten(statement, value)))
            return false;

        var asked = (owner as IfStatementSyntax ?? (owner as ElseClauseSyntax)?.Parent as IfStatementSyntax)?.Condition;
        edit.Edits.Replace(
            statement.Span,
            owner is CatchClauseSyntax ? "throw;"
            : "throw " + Exception(edit, statement, new[] { asked, value }.OfType<ExpressionSyntax>()) + ";");
        return true;
    }

    // What follows may have another one, and then this one is not missed.
    private static bool IsOverwritten(StatementSyntax statement, ExpressionSyntax password) =>
        EnclosingMember.Find(statement) is var member
        && password.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().LastOrDefault() is { } name
        && PresetOverwrites.In(member).Any(name.Identifier.ValueText, TextSpan.FromBounds(statement.Span.End, member.Span.End));

    // configuration.GetValue("Smtp:Password", "…")
    private static bool Read(RelayEdit edit, InvocationExpressionSyntax getter)
    {
        if (!CanThrow(edit, getter) || SettingRead.At(getter, edit.File) is not { Receiver: { } configuration } read)
            return false;

        var text = configuration + "[" + read.Argument + "] ?? throw " + Exception(edit, getter, [getter]);
        var isPart = getter.Parent is MemberAccessExpressionSyntax or BinaryExpressionSyntax or CastExpressionSyntax
            or ConditionalAccessExpressionSyntax or ElementAccessExpressionSyntax or PostfixUnaryExpressionSyntax;
        edit.Edits.Replace(getter.Span, isPart ? "(" + text + ")" : text);
        return true;
    }

    /// <summary>The exception, which names the key of the setting where one is read.</summary>
    private static string Exception(RelayEdit edit, SyntaxNode place, IEnumerable<ExpressionSyntax> settings)
    {
        var key = settings.SelectMany(setting => setting.DescendantNodesAndSelf().OfType<ExpressionSyntax>())
            .SelectMany(edit.File.KeysOf).Select(found => found.Path).FirstOrDefault();
        return "new " + edit.Names.At(place.SpanStart, "System", "InvalidOperationException") + "("
            + SymbolDisplay.FormatLiteral((key ?? "The SMTP password") + " is not set.", quote: true) + ")";
    }
}
