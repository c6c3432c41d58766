using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Search;

/// <summary>Objects that a file makes without naming their type beside it: <c>Send(new())</c>.</summary>
internal static class UnnamedCreations
{
    private static readonly SubjectWords s_words = New();

    /// <summary>Whether the file has one; only the binding tells of which type it is.</summary>
    public static bool AreIn(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var text = tree.GetText(cancellationToken);
        SyntaxNode? root = null;
        return s_words.Places(text).Any(place => IsBeforeParenthesis(text, place)
            && (root ??= tree.GetRoot(cancellationToken)).FindToken(place) is var token && token.Span.Contains(place)
            && token.Parent is ImplicitObjectCreationExpressionSyntax creation && CodeBody.DeclaredType(creation) is null);
    }

    private static bool IsBeforeParenthesis(SourceText text, int place)
    {
        var next = place + "new".Length;
        while (next < text.Length && char.IsWhiteSpace(text[next]))
            next++;
        return next < text.Length && text[next] is '(' or '/';
    }

    private static SubjectWords New()
    {
        var words = new SubjectWords();
        words.Add(new[] { "new" }, Subjects.Clients);
        return words;
    }
}
