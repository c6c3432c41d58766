using System.Collections.Generic;
using System.Linq;
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
        // Flags are made of others, each of several: what one means is looked at once.
        var asked = new HashSet<ExpressionSyntax> { condition };
        var waiting = new Queue<ExpressionSyntax>(asked);
        while (waiting.Count > 0)
        {
            foreach (var node in waiting.Dequeue().DescendantNodesAndSelf())
            {
                if (node is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NullLiteralExpression } or DeclarationPatternSyntax
                    or RecursivePatternSyntax
                    || (node is SimpleNameSyntax name && AsksForMissing(name.Identifier.ValueText) is not null)
                    || (node is BinaryExpressionSyntax comparison && AsksForCount(comparison) is not null))
                {
                    return true;
                }

                if (node is IdentifierNameSyntax flag && Meaning(flag) is { } meant && asked.Add(meant))
                    waiting.Enqueue(meant);
            }
        }

        return false;
    }

    /// <summary>The keyword for the field behind a property, which later compilers have a node for.</summary>
    public static bool IsField(SyntaxNode node) =>
        node is ExpressionSyntax and not LiteralExpressionSyntax && node.Span.Length == 5 && node.GetFirstToken().Text == "field";

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
            case BinaryExpressionSyntax comparison when AsksForCount(comparison) is { } isMissing:
                return isMissing;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalAndExpression or (int)SyntaxKind.LogicalOrExpression } both:
                return Agreed(HoldsWhereMissing(both.Left, depth + 1), HoldsWhereMissing(both.Right, depth + 1));
            case IsPatternExpressionSyntax { Pattern: var pattern }:
                return HoldsWhereMissing(pattern);
            case InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var name } }:
                return AsksForMissing(name.Identifier.ValueText);
            case InvocationExpressionSyntax { Expression: SimpleNameSyntax name }:
                return AsksForMissing(name.Identifier.ValueText);
            case MemberAccessExpressionSyntax { Name: var name }:
                return AsksForMissing(name.Identifier.ValueText);
            case IdentifierNameSyntax flag when Meaning(flag) is { } meant:
                return HoldsWhereMissing(meant, depth + 1);
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
        "IsNullOrEmpty" or "IsNullOrWhiteSpace" or "IsDefaultPort" or "IsDBNull" or "IsNull" or "IsNullOrDefault" or "IsEmpty"
            or "IsMissing" => true,
        "HasValue" or "ContainsKey" or "Exists" => false,

        // TryParse, TryGetValue, and what people call like them.
        _ when name.Length > 3 && name.StartsWith("Try", System.StringComparison.Ordinal) && char.IsUpper(name[3]) => false,
        _ => null,
    };

    /// <summary>
    /// Whether the condition asks how many there are of which the value is one: what the user of a command has written is a choice. The
    /// length of a text that is the value says whether there is any, and so does the count of a list.
    /// </summary>
    public static bool IsCountOfItems(ExpressionSyntax condition, ExpressionSyntax value) =>
        condition is BinaryExpressionSyntax
        {
            Left: MemberAccessExpressionSyntax { Expression: var counted, Name.Identifier.ValueText: "Length" },
        } count
        && AsksForCount(count) is not null
        && !value.DescendantNodesAndSelf().Any(read =>
            read.Parent is not ElementAccessExpressionSyntax && SyntaxFactory.AreEquivalent(read, Root(counted)));

    private static ExpressionSyntax Root(ExpressionSyntax expression)
    {
        while (expression is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var text } })
            expression = text;
        return expression;
    }

    /// <summary>Whether the text is a key that a condition asks a table for, or that a table is read by.</summary>
    public static bool IsKey(SyntaxNode text) =>
        text is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression, Token.ValueText.Length: > 0 }
        && (text.Parent is ArgumentSyntax || (text.Parent is BinaryExpressionSyntax
            && text.FirstAncestorOrSelf<LambdaExpressionSyntax>() is not null));

    /// <summary>
    /// Whether a comparison asks how many there are, and holds where there are none, or too few: <c>args.Length &lt; 2</c>.
    /// </summary>
    private static bool? AsksForCount(BinaryExpressionSyntax comparison)
    {
        if (comparison.Left is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Length" or "Count" }
            || comparison.Right is not LiteralExpressionSyntax { Token.Value: int number })
        {
            return null;
        }

        return comparison.Kind() switch
        {
            SyntaxKind.GreaterThanExpression or SyntaxKind.GreaterThanOrEqualExpression => false,
            SyntaxKind.LessThanExpression or SyntaxKind.LessThanOrEqualExpression => true,
            SyntaxKind.EqualsExpression => number == 0,
            SyntaxKind.NotEqualsExpression => number != 0,
            _ => null,
        };
    }

    /// <summary>What a flag of the same method was set to where it was declared: <c>var ok = int.TryParse(…)</c>.</summary>
    private static ExpressionSyntax? Meaning(IdentifierNameSyntax flag)
    {
        for (SyntaxNode? node = flag.Parent; node is not null
            and not MemberDeclarationSyntax { Parent: TypeDeclarationSyntax }; node = node.Parent)
        {
            var statements = node switch
            {
                BlockSyntax block => block.Statements,
                CompilationUnitSyntax unit => new SyntaxList<StatementSyntax>(
                    unit.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement)),
                _ => default,
            };
            foreach (var statement in statements)
            {
                if (statement.SpanStart < flag.SpanStart && statement is LocalDeclarationStatementSyntax declaration
                    && declaration.Declaration.Variables.FirstOrDefault(variable =>
                        variable.Identifier.ValueText == flag.Identifier.ValueText) is { Initializer.Value: { } value })
                {
                    return value is InvocationExpressionSyntax or IsPatternExpressionSyntax or BinaryExpressionSyntax
                        or PrefixUnaryExpressionSyntax or MemberAccessExpressionSyntax
                        ? value
                        : null;
                }
            }
        }

        return null;
    }
}
