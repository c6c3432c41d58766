using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Flow;

/// <summary>Conditions that ask whether something is there at all: <c>x == null</c>, <c>n.HasValue</c>, <c>TryParse(…)</c>.</summary>
internal static class PresenceTest
{
    /// <summary>A condition nested more deeply was written by a program, and the stack has an end: it is not plain.</summary>
    private const int MaxDepth = 200;

    /// <summary>Whether a part of the condition is such a question.</summary>
    private static bool Is(ExpressionSyntax condition)
    {
        foreach (var node in condition.DescendantNodesAndSelf())
        {
            if (node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } or DeclarationPatternSyntax
                or RecursivePatternSyntax
                || (node is SimpleNameSyntax name && AsksForMissing(name.Identifier.ValueText) is not null))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the condition asks, and something may be missing where it turns out to hold, or not to hold.</summary>
    public static bool MayBeMissing(ExpressionSyntax condition, bool holds) =>
        Is(condition) && (HoldsWhereMissing(condition) ?? holds) == holds;

    /// <summary>Whether the condition asks, and something may be there where it turns out to hold, or not to hold.</summary>
    public static bool MayBePresent(ExpressionSyntax condition, bool holds) =>
        Is(condition) && (HoldsWhereMissing(condition) ?? !holds) != holds;

    /// <summary>
    /// True for a condition that holds where something is missing, false for one that holds where it is there; null where that is not
    /// plain.
    /// </summary>
    private static bool? HoldsWhereMissing(ExpressionSyntax condition, int depth = 0)
    {
        if (depth > MaxDepth)
            return null;

        switch (condition)
        {
            case ParenthesizedExpressionSyntax { Expression: var inner }:
                return HoldsWhereMissing(inner, depth + 1);
            case PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var inner }:
                return !HoldsWhereMissing(inner, depth + 1);
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression } equals
                when IsNull(equals.Left) || IsNull(equals.Right):
                return true;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.NotEqualsExpression } differs
                when IsNull(differs.Left) || IsNull(differs.Right):
                return false;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both:
                return Agreed(HoldsWhereMissing(both.Left, depth + 1), HoldsWhereMissing(both.Right, depth + 1));
            case IsPatternExpressionSyntax { Pattern: var pattern }:
                return HoldsWhereMissing(pattern);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } }:
                return AsksForMissing(name.Identifier.ValueText);
            case MemberAccessExpressionSyntax { Name: var name }:
                return AsksForMissing(name.Identifier.ValueText);
            default:
                return null;
        }
    }

    private static bool? HoldsWhereMissing(PatternSyntax pattern) => pattern switch
    {
        ConstantPatternSyntax { Expression: var constant } when IsNull(constant) => true,
        UnaryPatternSyntax { Pattern: var inner } => !HoldsWhereMissing(inner),
        DeclarationPatternSyntax or RecursivePatternSyntax => false,
        _ => null,
    };

    private static bool? Agreed(bool? left, bool? right) => left is null ? right : right is null || right == left ? left : null;

    private static bool IsNull(ExpressionSyntax expression) => expression.IsKind(SyntaxKind.NullLiteralExpression);

    /// <summary>What the answer "yes" of a member means; null for one that asks something else.</summary>
    private static bool? AsksForMissing(string name) => name switch
    {
        "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "IsDefaultPort" => true,
        "HasValue" or "TryParse" or "TryGetValue" or "ContainsKey" or "Exists" => false,
        _ => null,
    };
}
