using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Common;

/// <summary>Questions to members of types.</summary>
internal static class MemberExtensions
{
    /// <summary>Whether only code of its type, and of types around and inside that, may name it.</summary>
    public static bool IsPrivate(this ISymbol member) =>
        member is { DeclaredAccessibility: Accessibility.Private, ContainingType: not null };

    /// <summary>Whether only code of its type may give it a value.</summary>
    public static bool IsSetInItsType(this ISymbol member) => member is
        IFieldSymbol { IsReadOnly: true } or IPropertySymbol { SetMethod: null or { DeclaredAccessibility: Accessibility.Private } };
}
