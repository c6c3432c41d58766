using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>A local for an expression that is needed twice from now on, in front of the statement that it is a part of.</summary>
internal static class NewLocal
{
    /// <summary>The name of the local; null where there is no room for one.</summary>
    /// <param name="edit">The edit.</param>
    /// <param name="value">The expression, as the edits so far make it.</param>
    /// <param name="best">What it is called, if nothing else is.</param>
    public static string? Before(FileEdit edit, ExpressionSyntax value, string best)
    {
        var names = new[] { best, "smtp" + char.ToUpperInvariant(best[0]) + best.Substring(1) };
        var place = value.Ancestors().FirstOrDefault(node => node is StatementSyntax or AnonymousFunctionExpressionSyntax
            or ArrowExpressionClauseSyntax or EqualsValueClauseSyntax);
        if (place is not ExpressionStatementSyntax { Parent: BlockSyntax or SwitchSectionSyntax or GlobalStatementSyntax } statement
            || !edit.Layout.StartsLine(statement.SpanStart)
            || names.FirstOrDefault(candidate => !IsTaken(candidate, statement)) is not { } name)
            return null;

        var type = UsesVar(statement) ? "var" : "int";
        var text = edit.Edits.Take(value.Span, edit.Finding.Text);
        edit.Edits.Insert(statement.SpanStart, type + " " + name + " = " + text + ";" + edit.Layout.LineBreak(statement.SpanStart)
            + edit.Layout.Indentation(statement.SpanStart));
        edit.Edits.Replace(value.Span, name);
        return name;
    }

    // A member of that name may be meant elsewhere in the code.
    private static bool IsTaken(string name, SyntaxNode statement) => EnclosingMember.Find(statement).DescendantTokens()
        .Any(token => token.IsKind(SyntaxKind.IdentifierToken) && token.ValueText == name && token.Parent is not NameColonSyntax
            && token.Parent?.Parent is not NameColonSyntax);

    private static bool UsesVar(SyntaxNode statement)
    {
        var types = statement.SyntaxTree.GetRoot().DescendantNodes().OfType<LocalDeclarationStatementSyntax>()
            .Select(local => local.Declaration.Type).ToList();
        return types.Count == 0 || types.Any(type => type.IsVar);
    }
}
