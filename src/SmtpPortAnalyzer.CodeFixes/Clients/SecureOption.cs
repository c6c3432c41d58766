using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Pipeline;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>The values of MailKit's <c>SecureSocketOptions</c>, and which of them never send a password in plain text.</summary>
internal static class SecureOption
{
    public const string Type = "SecureSocketOptions", StartTls = "StartTls", Implicit = "SslOnConnect";

    /// <summary>The name of the value that the expression is; null where it is none, or chosen at run time.</summary>
    public static string? NameOf(ExpressionSyntax value, FileContext file) =>
        file.SymbolOf(value) is IFieldSymbol { IsConst: true, ContainingType: { } type } option
        && file.FrameworkTypes.Is(type, FrameworkType.SecureSocketOptions)
            ? option.Name
            : null;

    public static bool IsSecure(ExpressionSyntax value, FileContext file) =>
        NameOf(value, file) is StartTls or Implicit;

    /// <summary>Whether the expression is of that type, whatever decides its value.</summary>
    public static bool Is(ExpressionSyntax value, FileContext file) =>
        file.FrameworkTypes.Is(file.TypeOf(value), FrameworkType.SecureSocketOptions);
}
