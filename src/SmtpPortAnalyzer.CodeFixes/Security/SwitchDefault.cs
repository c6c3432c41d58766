using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Sources;

namespace SmtpPortAnalyzer.CodeFixes.Security;

/// <summary>
/// What stands in for a switch that is not set: <c>settings.UseSsl ?? false</c>, <c>configuration.GetValue("Smtp:EnableSsl", false)</c>,
/// <c>bool.Parse(configuration["Smtp:EnableSsl"] ?? "false")</c>. What is set is the user's wish and stays.
/// </summary>
internal static class SwitchDefault
{
    /// <summary>Whether the switch is on where nothing is set.</summary>
    public static bool IsOn(ExpressionSyntax value, FileContext file) =>
        Find(value, file) is { } literal && Is(literal, "true");

    /// <summary>Turns it on; false where the expression has none that is off.</summary>
    public static bool TurnOn(RelayEdit edit, ExpressionSyntax value)
    {
        if (Find(value, edit.File) is not { } off || !Is(off, "false"))
            return false;

        edit.Edits.Replace(off.Span, off.Token.Text switch
        {
            "\"false\"" => "\"true\"",
            "\"False\"" => "\"True\"",
            _ => "true",
        });
        return true;
    }

    private static bool Is(LiteralExpressionSyntax literal, string value) =>
        string.Equals(literal.Token.ValueText, value, System.StringComparison.OrdinalIgnoreCase);

    private static LiteralExpressionSyntax? Find(ExpressionSyntax value, FileContext file) => value switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Find(inner, file),
        IdentifierNameSyntax when file.SymbolOf(value) is Microsoft.CodeAnalysis.ILocalSymbol local
            && EditPlace.InitializerOf(local, file) is { } initial and not IdentifierNameSyntax => Find(initial, file),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: LiteralExpressionSyntax literal } => literal,
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 1 } arguments } call
            when arguments[arguments.Count - 1].Expression is LiteralExpressionSyntax last && SettingRead.At(call, file) is not null =>
                last,
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call
            when file.TypeOf(call)?.SpecialType == Microsoft.CodeAnalysis.SpecialType.System_Boolean
            && file.SymbolOf(call) is Microsoft.CodeAnalysis.IMethodSymbol { IsStatic: true, DeclaringSyntaxReferences.IsEmpty: true } =>
                Find(arguments[0].Expression, file),
        _ => null,
    };
}
