using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes.Security;

/// <summary>The expression that chooses the encryption, where it does not stand at the connection itself.</summary>
internal static class SecurityPlace
{
    /// <summary>Whether the finding names such an expression: <c>var options = SecureSocketOptions.None;</c>.</summary>
    public static bool IsBeside(FixTarget finding, RelayFacts relay) =>
        finding.Node is ExpressionSyntax value
        && finding.Site is { } site && !site.Span.Contains(value.Span)
        && !(value.Parent is AssignmentExpressionSyntax assignment && assignment.Right == value && NameOf(assignment.Left) == relay.Member);

    /// <summary>Writes the value that the port demands, if the expression is one of the same type.</summary>
    public static bool Rewrite(RelayEdit edit, RelayFacts relay)
    {
        if (relay.Member is null || edit.Finding.Node is not ExpressionSyntax value || value.Span == edit.Finding.Place.Site
            || edit.File.TypeOf(value) is not { } type)
            return false;

        if (type.SpecialType == SpecialType.System_Boolean && value is LiteralExpressionSyntax && relay.Value is 0 or 1)
        {
            edit.Edits.Replace(value.Span, TextOf(relay.Value));
            return true;
        }

        return NameOf(type, relay.Value) is { } member && Rename(edit, value, member);
    }

    /// <summary>Writes another member of the enumeration, by whatever name its type goes there.</summary>
    public static bool Rename(RelayEdit edit, ExpressionSyntax value, string member)
    {
        // A setting of that type has a name of its own.
        if (value is not MemberAccessExpressionSyntax { Name: var name }
            || edit.File.SymbolOf(value) is not IFieldSymbol { IsConst: true, ContainingType.TypeKind: TypeKind.Enum })
            return false;

        edit.Edits.Replace(name.Span, member);
        return true;
    }

    public static string TextOf(int flag) => flag == 0 ? "false" : "true";

    /// <summary>What the enumeration calls a number; null where the type is none.</summary>
    public static string? NameOf(ITypeSymbol type, int number) => type.TypeKind == TypeKind.Enum
        ? type.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => field.ConstantValue is int value && value == number)?.Name
        : null;

    private static string? NameOf(ExpressionSyntax left) =>
        (left as IdentifierNameSyntax ?? (left as MemberAccessExpressionSyntax)?.Name)?.Identifier.ValueText;
}
