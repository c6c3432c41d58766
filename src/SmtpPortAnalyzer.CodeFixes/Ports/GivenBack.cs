using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>A value that a function gives back, as it is or as one of several that it chooses among.</summary>
internal static class GivenBack
{
    /// <summary>The local function that gives it: <c>int Port() => 25</c>, <c>int Port(bool tls) { return tls ? 465 : 25; }</c>.</summary>
    public static LocalFunctionStatementSyntax? ByLocalFunction(ExpressionSyntax value)
    {
        SyntaxNode given = value;
        while (given.Parent is ParenthesizedExpressionSyntax or CastExpressionSyntax or SwitchExpressionSyntax
            or BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression }
            || (given.Parent is ConditionalExpressionSyntax choice && choice.Condition != given)
            || (given.Parent is SwitchExpressionArmSyntax arm && arm.Expression == given))
            given = given.Parent;
        return given.Parent is ArrowExpressionClauseSyntax or ReturnStatementSyntax
            ? given.Ancestors().FirstOrDefault(node =>
                node is LocalFunctionStatementSyntax or AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax)
                as LocalFunctionStatementSyntax
            : null;
    }
}
