using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.CodeFixes.Context;

/// <summary>The code whose statements run together: the body, or the declaration where the node stands outside of any.</summary>
internal static class EnclosingMember
{
    public static SyntaxNode Find(SyntaxNode node) =>
        CodeBody.Enclosing(node) ?? node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? node.SyntaxTree.GetRoot();
}
