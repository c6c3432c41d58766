using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Search;

/// <summary>What a file declares, without a look into the code of its members.</summary>
internal static class Declarations
{
    public static IEnumerable<SyntaxNode> FindIn(SyntaxNode root) =>
        root.DescendantNodes(node => node is not (BaseMethodDeclarationSyntax or BasePropertyDeclarationSyntax or GlobalStatementSyntax));
}
