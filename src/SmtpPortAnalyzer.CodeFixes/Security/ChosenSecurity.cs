using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;

namespace SmtpPortAnalyzer.CodeFixes.Security;

/// <summary>
/// A <c>SecureSocketOptions</c> that a setting chooses: what is set stays, and what stands in where nothing is set can become STARTTLS.
/// </summary>
internal static class ChosenSecurity
{
    /// <summary>The value that stands in for a missing setting, or null where the expression is no such choice.</summary>
    public static ExpressionSyntax? StandIn(ExpressionSyntax value, FileContext file)
    {
        value = WithoutParentheses(value);
        if (file.ConstantOf(value).HasValue)
            return null;

        // One local only: code that is half typed may make one of itself.
        if (value is IdentifierNameSyntax && file.SymbolOf(value) is ILocalSymbol local)
        {
            return EditPlace.InitializerOf(local, file) is { } initial && WithoutParentheses(initial) is not IdentifierNameSyntax
                ? StandIn(initial, file)
                : null;
        }

        return value switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice => Constant(choice.Right),
            ConditionalExpressionSyntax choice => Other(choice.WhenTrue, choice.WhenFalse),
            SwitchExpressionSyntax { Arms: var arms } when arms.Any(a => IsSecure(a.Expression))
                => arms.Where(a => a is { Pattern: DiscardPatternSyntax, WhenClause: null }).Select(a => Constant(a.Expression))
                    .FirstOrDefault(),
            InvocationExpressionSyntax call =>
                call.ArgumentList.Arguments.Select(a => Constant(a.Expression)).Where(a => a is not null).ToList() is { Count: 1 } constants
                ? constants[0]
                : null,
            _ => null,
        };

        // Of two arms, the one that is neither set at run time nor TLS already.
        ExpressionSyntax? Other(ExpressionSyntax first, ExpressionSyntax second) =>
            Constant(first) is not { } one ? Constant(second)
            : Constant(second) is not { } two ? one
            : IsSecure(one) ? two
            : IsSecure(two) ? one
            : null;

        ExpressionSyntax? Constant(ExpressionSyntax candidate) =>
            SecureOption.NameOf(candidate, file) is null ? null : candidate;

        bool IsSecure(ExpressionSyntax candidate) => SecureOption.IsSecure(candidate, file);
    }

    /// <summary>
    /// The switch that alone decides between STARTTLS and something less: the condition of
    /// <c>useTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None</c>. Null where the expression is no such choice.
    /// </summary>
    public static ExpressionSyntax? SwitchOf(ExpressionSyntax value, FileContext file)
    {
        value = WithoutParentheses(value);
        if (value is IdentifierNameSyntax && file.SymbolOf(value) is ILocalSymbol local)
            return EditPlace.InitializerOf(local, file) is ConditionalExpressionSyntax initial ? SwitchOf(initial, file) : null;

        return value is ConditionalExpressionSyntax { Condition: IdentifierNameSyntax or MemberAccessExpressionSyntax } choice
            && SecureOption.NameOf(choice.WhenTrue, file) is { } on && on == SecureOption.RowOf(file.TypeOf(choice.WhenTrue))?.StartTls
            && SecureOption.NameOf(choice.WhenFalse, file) is not null && !SecureOption.IsSecure(choice.WhenFalse, file)
            ? choice.Condition
            : null;
    }

    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax value)
    {
        while (value is ParenthesizedExpressionSyntax { Expression: var inner })
            value = inner;
        return value;
    }

    /// <summary>Whether only run time knows the value of an expression of the type.</summary>
    public static bool IsRunTime(ExpressionSyntax value, FileContext file) =>
        SecureOption.Is(value, file) && file.ProvedConstant(value) is null;
}
