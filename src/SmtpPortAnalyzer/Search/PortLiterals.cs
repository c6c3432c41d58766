using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Search;

/// <summary>The literals and texts of a file in which a 25 is written, found from the places of its text.</summary>
internal static class PortLiterals
{
    private static readonly SubjectWords s_words = SubjectWords.MakeTwentyFive();

    public static IEnumerable<SyntaxNode> FindIn(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var root = tree.GetRoot(cancellationToken);
        foreach (var place in s_words.Places(tree.GetText(cancellationToken)))
        {
            var token = root.FindToken(place);
            if (token.Span.Contains(place) && token.Parent is LiteralExpressionSyntax or InterpolatedStringTextSyntax)
                yield return token.Parent;
        }
    }
}
