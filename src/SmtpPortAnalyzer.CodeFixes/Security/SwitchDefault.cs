using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Security;

/// <summary>
/// What stands in for a switch that is not set: <c>settings.UseSsl ?? false</c>, <c>configuration.GetValue("Smtp:EnableSsl", false)</c>,
/// <c>configuration.GetValue&lt;bool&gt;("Smtp:EnableSsl")</c>, <c>bool.Parse(configuration["Smtp:EnableSsl"] ?? "false")</c>. What is set
/// is the user's wish and stays.
/// </summary>
internal static class SwitchDefault
{
    /// <summary>Whether the switch is on where nothing is set.</summary>
    public static bool IsOn(ExpressionSyntax value, FileContext file) => Find(value, file) is { } given && ValueOf(given) is true;

    /// <summary>Turns it on; false where the expression has none that is off.</summary>
    public static bool TurnOn(RelayEdit edit, ExpressionSyntax value)
    {
        if (ToOn(value, edit.File) is not { } on)
            return false;

        edit.Edits.Replace(on.Span, on.NewText!);
        return true;
    }

    /// <summary>The edit that turns it on; null where the expression has none that is off.</summary>
    public static TextChange? ToOn(ExpressionSyntax value, FileContext file)
    {
        if (Find(value, file) is not { } off)
            return LeavesOutDefault(value, file) is { } key ? new TextChange(new TextSpan(key.Span.End, 0), ", true") : null;
        if (ValueOf(off) is not false)
            return null;

        return new TextChange(off.Span, off.Token.Text switch
        {
            "\"false\"" => "\"true\"",
            "\"False\"" => "\"True\"",
            _ => "true",
        });
    }

    // configuration.GetValue<bool>("Smtp:EnableSsl"): false where it is not set, unless the overload with a default is called.
    private static ArgumentSyntax? LeavesOutDefault(ExpressionSyntax value, FileContext file) =>
        value is InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments } call && arguments[0].NameColon is null
        && SettingRead.At(call, file) is not null
        && file.SymbolOf(call) is IMethodSymbol { IsGenericMethod: true, ReturnType.SpecialType: SpecialType.System_Boolean } method
        && method.AsDeclared().OriginalDefinition is var called
        && called.ContainingType.GetMembers(called.Name).OfType<IMethodSymbol>().Any(other => other.Arity == called.Arity
            && other.Parameters.Length == called.Parameters.Length + 1
            && SymbolEqualityComparer.Default.Equals(other.Parameters.Last().Type, other.ReturnType))
            ? arguments[0]
            : null;

    private static bool? ValueOf(LiteralExpressionSyntax literal) => literal.Token.Value switch
    {
        bool value => value,
        string text when bool.TryParse(text, out var value) => value,
        _ => null,
    };

    private static LiteralExpressionSyntax? Find(ExpressionSyntax value, FileContext file) => value switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => Find(inner, file),
        IdentifierNameSyntax when file.SymbolOf(value) is ILocalSymbol local
            && EditPlace.InitializerOf(local, file) is { } initial and not IdentifierNameSyntax => Find(initial, file),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression, Right: LiteralExpressionSyntax literal } => literal,
        InvocationExpressionSyntax call when SettingReader.StandInOf(call, file) is { Expression: LiteralExpressionSyntax standIn } =>
            standIn,
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: > 0 } arguments } call
            when SettingReader.ReadAs(call, file) == SpecialType.System_Boolean => Find(arguments[0].Expression, file),
        _ => null,
    };
}
