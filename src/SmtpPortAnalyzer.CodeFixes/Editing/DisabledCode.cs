using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>
/// What an <c>#if</c> leaves out: code of other target frameworks and configurations, which has to go on compiling there.
/// </summary>
internal static class DisabledCode
{
    /// <summary>Whether there is some inside of a node.</summary>
    public static bool IsIn(SyntaxNode node) =>
        node.ContainsDirectives
            && node.DescendantTrivia().Any(t => t.IsKind(SyntaxKind.DisabledTextTrivia) && node.Span.Contains(t.SpanStart));

    /// <summary>Whether some in the file of a node has a name in it.</summary>
    public static bool Names(SyntaxNode node, string name) => node.SyntaxTree.GetRoot() is { ContainsDirectives: true } root
        && root.DescendantTrivia()
            .Any(t => t.IsKind(SyntaxKind.DisabledTextTrivia) && t.ToString().IndexOf(name, StringComparison.Ordinal) >= 0);
}
