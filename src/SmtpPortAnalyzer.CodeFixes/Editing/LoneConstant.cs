using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>
/// A private constant that is there for one use. Where a setting takes its place it goes, so that neither a dead 25 nor a password
/// stays behind.
/// </summary>
internal static class LoneConstant
{
    /// <summary>The value of the constant that an expression names, or null where it is needed elsewhere or is none.</summary>
    public static ExpressionSyntax? ValueOf(ExpressionSyntax use, FileContext file)
    {
        if (use is not IdentifierNameSyntax
            || file.SymbolOf(use) is not IFieldSymbol { DeclaredAccessibility: Accessibility.Private } field
            || field.DeclaringSyntaxReferences.Length != 1 || field.ContainingType.DeclaringSyntaxReferences.Length != 1
            || field.DeclaringSyntaxReferences[0]
                .GetSyntax(file.CancellationToken) is not VariableDeclaratorSyntax { Initializer.Value: { } value } declarator
            || declarator is not { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax } }
            || declarator.SyntaxTree != file.Model.SyntaxTree)
            return null;

        // nameof and the like count as well.
        var type = field.ContainingType.DeclaringSyntaxReferences[0].GetSyntax(file.CancellationToken);
        return !DisabledCode.Names(type, field.Name)
            && type.DescendantTokens().Count(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText == field.Name) == 2 ? value : null;
    }

    public static bool CanBeRemoved(FieldDeclarationSyntax declaration) =>
        declaration.AttributeLists.Count == 0 && declaration.GetLeadingTrivia().Concat(declaration.GetTrailingTrivia())
            .All(t => t.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia);

    /// <summary>Takes the declaration away, unless it has a comment or an attribute.</summary>
    public static void Remove(FileEdit edit, ExpressionSyntax value)
    {
        if (value.FirstAncestorOrSelf<FieldDeclarationSyntax>() is not { } declaration || !CanBeRemoved(declaration))
            return;

        var span = edit.Layout.WithLine(declaration.Span);
        edit.Edits.Remove(MemberSpan.WithBlankBehind(span, edit.Finding.Text) ?? span);
    }
}
