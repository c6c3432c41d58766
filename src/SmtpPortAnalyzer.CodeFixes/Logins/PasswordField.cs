using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Logins;

/// <summary>
/// A password in the initializer of a field or constant. Where one piece of code uses it, the setting is read there and the field goes;
/// else the field gets the setting, and a constant becomes <c>static readonly</c>. The text is gone either way.
/// </summary>
internal static class PasswordField
{
    public static bool Rewrite(RelayEdit edit, VariableDeclaratorSyntax declarator)
    {
        if (edit.File.DeclaredBy(declarator) is not IFieldSymbol field
            || declarator is not { Initializer.Value: { } value, Parent.Parent: FieldDeclarationSyntax declaration })
            return false;

        // Whatever is done with it there, a field can do; a constant may have to be one.
        if (field.DeclaringSyntaxReferences.Length == 1
            && field.ContainingType.DeclaringSyntaxReferences.Any(r => DisabledCode.Names(r.GetSyntax(edit.CancellationToken), field.Name)))
            return !field.IsConst && edit.Source.Password(edit, value) is not null && Read(edit, declaration, field, value, []);

        var uses = edit.PasswordUses;
        if (uses.Count == 1 && Inline(edit, declaration, field, value, uses))
            return true;
        if (edit.Source.Password(edit, value) is not null)
            return Read(edit, declaration, field, value, uses);

        return Inline(edit, declaration, field, value, uses);
    }

    private static bool Read(RelayEdit edit, FieldDeclarationSyntax declaration, IFieldSymbol field, ExpressionSyntax value,
        IReadOnlyList<ExpressionSyntax> uses)
    {
        if (field.IsConst)
        {
            if (declaration.Declaration.Variables.Count > 1 || uses.Any(IsConstant))
                return false;

            var keyword = declaration.Modifiers.First(m => m.IsKind(SyntaxKind.ConstKeyword));
            edit.Edits.Replace(keyword.Span, "static readonly");
        }

        edit.Edits.Replace(value.Span, edit.Source.Password(edit, value)!);
        return true;
    }

    private static bool Inline(RelayEdit edit, FieldDeclarationSyntax declaration, IFieldSymbol field, ExpressionSyntax value,
        IReadOnlyList<ExpressionSyntax> uses)
    {
        if (field.DeclaredAccessibility != Accessibility.Private || uses.Count == 0 || declaration.Declaration.Variables.Count > 1
            || !LoneConstant.CanBeRemoved(declaration)
            || uses.Any(use =>
                use.SyntaxTree != value.SyntaxTree || IsConstant(use) || use.IsWritten() || use.Parent is CrefSyntax
                || edit.Source.Password(edit, use) is null))
            return false;

        foreach (var use in uses)
            PasswordPlace.Replace(
                edit, use, isPart: use.Parent is MemberAccessExpressionSyntax or BinaryExpressionSyntax or CastExpressionSyntax);
        LoneConstant.Remove(edit, value);
        return true;
    }

    /// <summary>Every expression that uses the field in which the password stands; none where it stands elsewhere.</summary>
    public static async Task<IReadOnlyList<ExpressionSyntax>> FindUsesAsync(FixTarget finding)
    {
        if (PasswordPlace.Find(finding)?.Parent?.Parent is not VariableDeclaratorSyntax declarator
            || finding.File.DeclaredBy(declarator) is not IFieldSymbol field)
            return [];

        return (await SymbolUses.FindAsync(finding.Fix, field).ConfigureAwait(false)).Select(use => use.Node).OfType<IdentifierNameSyntax>()
            .Select(name => name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : (ExpressionSyntax)name)
            .ToList();
    }

    // nameof counts as well: there has to be something to name.
    private static bool IsConstant(ExpressionSyntax use) =>
        use.Ancestors().TakeWhile(a => a is not StatementSyntax and not MemberDeclarationSyntax).Any(a =>
            a is AttributeSyntax or ConstantPatternSyntax or CaseSwitchLabelSyntax or ParameterSyntax or CrefSyntax
            || a is InvocationExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "nameof" } })
        // text is Secrets.Password
        || use.Parent is QualifiedNameSyntax or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.IsExpression }
        || use.FirstAncestorOrSelf<FieldDeclarationSyntax>()?.Modifiers.Any(SyntaxKind.ConstKeyword) == true
        || use.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()?.IsConst == true;
}
