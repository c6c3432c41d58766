using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.CodeFixes.Security;

/// <summary>
/// A <c>SecureSocketOptions</c> that a setting chooses: what is set stays, and what stands in where nothing is set can become STARTTLS.
/// </summary>
internal static class ChosenSecurity
{
    /// <summary>
    /// The value that stands in for a missing setting, as it is proved; where nothing does, the arm of a choice that is less than TLS.
    /// Null where the expression is neither.
    /// </summary>
    public static ExpressionSyntax? StandIn(ExpressionSyntax value, FileContext file)
    {
        var proved = file.ProvedSettings(value);
        if (proved.Single is { IsConstant: true })
            return null;

        var standIns = proved.Knowns.Where(known => Fallback.StandsIn(known, value))
            .Select(known => known.Origin).OfType<ExpressionSyntax>()
            .Where(origin => origin.SyntaxTree == file.Tree && EnclosingMember.Find(origin) == EnclosingMember.Find(value)
                && SecureOption.NameOf(origin, file) is not null).Distinct().ToList();
        return standIns.Count == 1 ? standIns[0] : ArmOf(value, file);
    }

    private static ExpressionSyntax? ArmOf(ExpressionSyntax value, FileContext file)
    {
        value = WithoutParentheses(value);

        // One local only: code that is half typed may make one of itself.
        if (value is IdentifierNameSyntax && file.SymbolOf(value) is ILocalSymbol local)
        {
            return EditPlace.InitializerOf(local, file) is { } initial && WithoutParentheses(initial) is not IdentifierNameSyntax
                ? ArmOf(initial, file)
                : null;
        }

        return value switch
        {
            ConditionalExpressionSyntax choice => Other(choice.WhenTrue, choice.WhenFalse),
            SwitchExpressionSyntax { Arms: var arms } when arms.Any(a => IsSecure(a.Expression))
                => arms.Where(a => a is { Pattern: DiscardPatternSyntax, WhenClause: null }).Select(a => Constant(a.Expression))
                    .FirstOrDefault(),
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
    public static ExpressionSyntax? SwitchOf(ExpressionSyntax value, FileContext file) =>
        ChoiceOf(value, file) is { } choice
            && SecureOption.NameOf(choice.WhenTrue, file) is { } on && on == SecureOption.RowOf(file.TypeOf(choice.WhenTrue))?.StartTls
            && SecureOption.NameOf(choice.WhenFalse, file) is not null && !SecureOption.IsSecure(choice.WhenFalse, file)
            ? choice.Condition
            : null;

    /// <summary>
    /// The switch that chooses TLS from the first byte where it is on: the condition of
    /// <c>useSsl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls</c>. Null where the expression is no such choice.
    /// </summary>
    public static ExpressionSyntax? ImplicitSwitchOf(ExpressionSyntax value, FileContext file) =>
        ChoiceOf(value, file) is { } choice && SecureOption.NameOf(choice.WhenTrue, file) is { } on
            && on == SecureOption.RowOf(file.TypeOf(choice.WhenTrue))?.Implicit
            ? choice.Condition
            : null;

    // What a setting chooses, here or for a local.
    private static ConditionalExpressionSyntax? ChoiceOf(ExpressionSyntax value, FileContext file)
    {
        value = WithoutParentheses(value);
        if (value is IdentifierNameSyntax && file.SymbolOf(value) is ILocalSymbol local)
            return EditPlace.InitializerOf(local, file) is ConditionalExpressionSyntax initial ? ChoiceOf(initial, file) : null;

        return value is ConditionalExpressionSyntax { Condition: IdentifierNameSyntax or MemberAccessExpressionSyntax } choice
            ? choice
            : null;
    }

    /// <summary>
    /// What the encryption may be besides STARTTLS and TLS from the first byte, where the code of the member chooses among constants.
    /// Empty where it does not choose, or run time or other code may.
    /// </summary>
    public static IReadOnlyList<ExpressionSyntax> LessSecureOf(ExpressionSyntax value, FileContext file)
    {
        var known = file.ProvedSettings(value);
        return !known.IsOpen && EditPlace.OriginsOf(known.Knowns, value, file) is { } options
            && options.All(one => SecureOption.NameOf(one, file) is not null) && options.Any(one => SecureOption.IsSecure(one, file))
            ? options.Where(one => !SecureOption.IsSecure(one, file)).ToList()
            : [];
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
