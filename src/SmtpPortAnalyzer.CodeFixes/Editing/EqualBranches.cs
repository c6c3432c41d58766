using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>
/// An <c>if</c> whose branches differed in what an edit has made equal: there is nothing left to choose, so that one of them takes its
/// place.
/// </summary>
internal static class EqualBranches
{
    /// <param name="before">The connection before the edits.</param>
    /// <param name="changes">The edits of its file.</param>
    /// <param name="after">The file after them.</param>
    public static async Task<Document> JoinAsync(FixTarget before, IReadOnlyList<TextChange> changes, Document after)
    {
        var choices = before.Root.DescendantNodes().OfType<IfStatementSyntax>()
            .Where(choice => changes.Any(change => choice.Span.Contains(change.Span)) && IsChoice(choice) && !AreEqual(choice)).ToList();
        if (choices.Count == 0)
            return after;

        var root = (await after.GetSyntaxRootAsync(before.CancellationToken).ConfigureAwait(false))!;
        var conditions = choices.Select(choice => choice.Condition.ToString()).ToList();
        var equal = root.DescendantNodes().OfType<IfStatementSyntax>()
            .FirstOrDefault(choice => conditions.Contains(choice.Condition.ToString()) && IsChoice(choice) && AreEqual(choice));
        if (equal is null)
            return after;

        var text = await after.GetTextAsync(before.CancellationToken).ConfigureAwait(false);
        return after.WithFileText(text.WithChanges(new TextChange(equal.Span, InPlaceOf(equal, text, root))));
    }

    // if (options.UseTls) …; else …; where asking does nothing, and there is nothing but the two statements.
    private static bool IsChoice(IfStatementSyntax choice) => choice is { Else: not null, Parent: BlockSyntax }
        && !choice.DescendantTokens().Any(token => token.Text.IndexOf('\n') >= 0)
        && AskedOf(choice.Condition) is { } settings && Only(choice.Statement) is not null && Only(choice.Else.Statement) is not null
        && choice.Statement.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == settings)
        && !choice.DescendantTrivia().Any(trivia => trivia.IsDirective
            || (choice.Span.Contains(trivia.Span) && trivia.Kind() is not (SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia)));

    // A member of settings that the branches use as well, so that nothing is left unread.
    private static string? AskedOf(ExpressionSyntax condition) => condition switch
    {
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.LogicalNotExpression, Operand: var asked } => AskedOf(asked),
        MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax settings } => settings.Identifier.ValueText,
        MemberAccessExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: var settings } } => settings.Identifier.ValueText,
        _ => null,
    };

    private static bool AreEqual(IfStatementSyntax choice) =>
        Only(choice.Statement)!.IsEquivalentTo(Only(choice.Else!.Statement)!, topLevel: false);

    private static ExpressionStatementSyntax? Only(StatementSyntax branch) => branch switch
    {
        ExpressionStatementSyntax statement => statement,
        BlockSyntax { Statements: { Count: 1 } statements } => statements[0] as ExpressionStatementSyntax,
        _ => null,
    };

    // What spans lines goes out with the statement.
    private static string InPlaceOf(IfStatementSyntax choice, SourceText text, SyntaxNode root)
    {
        var layout = new Layout(text, root);
        var statement = Only(choice.Statement)!;
        var (outer, inner) = (layout.Indentation(choice.SpanStart), layout.Indentation(statement.SpanStart));
        return inner.Length > outer.Length ? statement.ToString().Replace("\n" + inner, "\n" + outer) : statement.ToString();
    }
}
