using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Security;

/// <summary>
/// The values of an enumeration by which a library is told to encrypt, and which of them never send a password in plain text.
/// </summary>
internal static class SecureOption
{
    /// <summary>What the catalogue says of the enumeration; null for any other type.</summary>
    public static CallsFix? RowOf(ITypeSymbol? type) =>
        type is null or { TypeKind: TypeKind.Class } ? null : SmtpCatalog.EncryptionOf(type.FullName());

    /// <summary>The same for what a setting holds.</summary>
    public static CallsFix? RowOf(ISymbol setting) => RowOf(setting.HeldType());

    /// <summary>The name of the value that the expression is; null where it is none, or chosen at run time.</summary>
    public static string? NameOf(ExpressionSyntax value, FileContext file) =>
        file.SymbolOf(value) is IFieldSymbol { IsConst: true } option && RowOf(option.ContainingType) is not null ? option.Name : null;

    public static bool IsSecure(ExpressionSyntax value, FileContext file) =>
        NameOf(value, file) is { } name && RowOf(file.TypeOf(value)) is { } row && (name == row.StartTls || name == row.Implicit);

    /// <summary>Whether the expression is of such a type, whatever decides its value.</summary>
    public static bool Is(ExpressionSyntax value, FileContext file) => RowOf(file.TypeOf(value)) is not null;

    /// <summary>The enumeration's name as it is written at a place.</summary>
    public static string TypeAt(RelayEdit edit, int position, CallsFix row)
    {
        var dot = row.EncryptionType.LastIndexOf('.');
        return edit.Names.At(position, row.EncryptionType.Substring(0, dot), row.EncryptionType.Substring(dot + 1));
    }
}
