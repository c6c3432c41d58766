using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Common;

/// <summary>What the code does with the thing that a name in it stands for.</summary>
internal static class NameExtensions
{
    /// <summary>Whether the name stands alone, as that of a variable does, and is not a member of something before it.</summary>
    public static bool IsVariable(this IdentifierNameSyntax name) =>
        !(name.Parent is MemberAccessExpressionSyntax access && access.Name == name) && name.Parent is not MemberBindingExpressionSyntax;

    /// <summary>Whether the named thing is assigned, also as part of a tuple, counted up or down, or handed out by reference.</summary>
    /// <param name="name">A name, or the access to a member.</param>
    public static bool IsWritten(this ExpressionSyntax name)
    {
        SyntaxNode node = name;
        while (node.Parent is MemberBindingExpressionSyntax or ParenthesizedExpressionSyntax
            || node.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression)
            || (node.Parent is MemberAccessExpressionSyntax access && access.Name == node)
            || (node.Parent is ArgumentSyntax { RefKindKeyword.RawKind: 0 } item && item.Parent is TupleExpressionSyntax))
        {
            node = node.Parent is ArgumentSyntax ? node.Parent.Parent! : node.Parent!;
        }

        return node.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == node,
            ArgumentSyntax argument => argument.RefKindKeyword.RawKind != 0,
            RefExpressionSyntax => true,
            PrefixUnaryExpressionSyntax or PostfixUnaryExpressionSyntax => node.Parent.Kind() is SyntaxKind.PreIncrementExpression
                or SyntaxKind.PreDecrementExpression or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression
                or SyntaxKind.AddressOfExpression,
            ForEachVariableStatementSyntax loop => loop.Variable == node,
            _ => false,
        };
    }
}
