using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Sources;

namespace SmtpPortAnalyzer.CodeFixes.Logins;

/// <summary>Where a password stands in the source, and what takes its place. The text itself goes, wherever it stands.</summary>
internal static class PasswordPlace
{
    /// <summary>The expression that a finding names.</summary>
    public static ExpressionSyntax? Find(FixTarget finding) =>
        finding.Node.AncestorsAndSelf().TakeWhile(node => node.Span == finding.Place.Span).OfType<ExpressionSyntax>().LastOrDefault();

    /// <summary>Whether it is what a property or parameter has until it gets another, so that its declaration is to change.</summary>
    public static bool IsDeclared(ExpressionSyntax place) =>
        place.Parent is EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax or ParameterSyntax };

    /// <summary>
    /// Makes the password come from the settings; false where it is a default that others may override, or cannot be read there.
    /// </summary>
    public static bool Rewrite(RelayEdit edit, ExpressionSyntax place) => place.Parent switch
    {
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax } declarator } =>
            PasswordField.Rewrite(edit, declarator),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => !IsSettable(property) && Replace(edit, place),
        EqualsValueClauseSyntax { Parent: ParameterSyntax parameter } => PasswordParameter.Rewrite(edit, parameter),
        MemberAccessExpressionSyntax or BinaryExpressionSyntax or CastExpressionSyntax => Replace(edit, place, isPart: true),
        _ => Replace(edit, place),
    };

    /// <summary>Empties a password that the settings overwrite which are bound to the property.</summary>
    public static bool LeaveToSettings(RelayEdit edit, ExpressionSyntax place)
    {
        if (place.Parent is not EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } || !IsSettable(property)
            || edit.File.DeclaredBy(property) is not IPropertySymbol { Type.SpecialType: SpecialType.System_String } bound
            || edit.File.KeysOf(bound).Count == 0)
            return false;

        var others = property.Parent?.ChildNodes().OfType<PropertyDeclarationSyntax>().Select(other => other.Initializer?.Value.ToString());
        edit.Edits.Replace(place.Span, others?.Contains("string.Empty") == true ? "string.Empty" : "\"\"");
        return true;
    }

    /// <summary>Replaces an expression, in parentheses where it is part of a larger one.</summary>
    public static bool Replace(RelayEdit edit, ExpressionSyntax place, bool isPart = false)
    {
        var value = edit.Source.Password(edit, place);
        return Login.ReplaceAt(edit, place, value is not null && isPart && value.Contains(" ") ? "(" + value + ")" : value);
    }

    private static bool IsSettable(PropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.Any(a => !a.IsKind(SyntaxKind.GetAccessorDeclaration)) == true;
}
