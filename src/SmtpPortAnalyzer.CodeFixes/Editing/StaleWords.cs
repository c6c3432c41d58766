using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.CodeFixes.Editing;

/// <summary>
/// The words around a declaration that repeat the 25 it has had: its documentation, a comment on its line, its attributes. They change
/// along with it.
/// </summary>
internal static class StaleWords
{

    private static readonly Regex s_number = new(@"(?<![\w.-])25(?![\w-]|\.\d)", RegexOptions.CultureInvariant);

    /// <summary>The edits, with those of the words around each declaration whose 25 becomes 587.</summary>
    public static IReadOnlyList<TextChange> Along(SyntaxNode root, IReadOnlyList<TextChange> changes)
    {
        var more = changes.Where(change => IsNumber(root, change)).Select(change => DeclarationOf(root.FindToken(change.Span.Start).Parent))
            .OfType<SyntaxNode>().Distinct().SelectMany(Around)
            .Where(extra => !changes.Any(change => change.Span.OverlapsWith(extra.Span))).Distinct().ToList();
        return more.Count == 0 ? changes : changes.Concat(more).OrderBy(change => change.Span.Start).ToList();
    }

    private static bool IsNumber(SyntaxNode root, TextChange change) => change.NewText is { } text
        && text.Contains(MailPorts.SubmissionText) && change.Span.Length > 0
        && root.FindToken(change.Span.Start).Text.Contains(MailPorts.BlockedText);

    // A member or parameter: where the number is what it is, not part of what it does.
    private static SyntaxNode? DeclarationOf(SyntaxNode? number)
    {
        foreach (var node in number?.Ancestors() ?? [])
        {
            switch (node)
            {
                case FieldDeclarationSyntax or PropertyDeclarationSyntax or ParameterSyntax:
                    return node;
                case MethodDeclarationSyntax { ParameterList.Parameters.Count: 0 }:
                    return node;
                case BlockSyntax { Parent: not (AccessorDeclarationSyntax or MethodDeclarationSyntax) } or MemberDeclarationSyntax:
                    return null;
            }
        }

        return null;
    }

    private static IEnumerable<TextChange> Around(SyntaxNode declaration)
    {
        if (declaration is ParameterSyntax parameter)
            return InAttributes(parameter.AttributeLists).Concat(InDocumentation(parameter));

        var member = (MemberDeclarationSyntax)declaration;
        return InAttributes(member.AttributeLists).Concat(
            member.GetLeadingTrivia().Concat(member.GetTrailingTrivia()).Where(trivia => IsComment(trivia.Kind())).SelectMany(In));
    }

    private static bool IsComment(SyntaxKind kind) => kind is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia
        or SyntaxKind.SingleLineDocumentationCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia;

    // <param name="port">The port, 25 unless …</param>
    private static IEnumerable<TextChange> InDocumentation(ParameterSyntax parameter) =>
        parameter.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.GetLeadingTrivia().Select(trivia => trivia.GetStructure())
            .OfType<DocumentationCommentTriviaSyntax>().SelectMany(comment => comment.DescendantNodes()).OfType<XmlElementSyntax>()
            .Where(element => element.StartTag.Attributes.OfType<XmlNameAttributeSyntax>()
                .Any(attribute => attribute.Identifier.Identifier.ValueText == parameter.Identifier.ValueText))
            .SelectMany(element => Numbers(element.ToString(), element.SpanStart)) ?? [];

    private static IEnumerable<TextChange> In(SyntaxTrivia comment) => Numbers(comment.ToFullString(), comment.FullSpan.Start);

    private static IEnumerable<TextChange> Numbers(string text, int start) => s_number.Matches(text).Cast<Match>()
        .Select(match => new TextChange(new TextSpan(start + match.Index, match.Length), MailPorts.SubmissionText));

    // [DefaultValue(25)], [Option(Default = 25)], and a [Range] that has no room for the new number.
    private static IEnumerable<TextChange> InAttributes(SyntaxList<AttributeListSyntax> lists)
    {
        foreach (var attribute in lists.SelectMany(list => list.Attributes))
        {
            var numbers = attribute.ArgumentList?.Arguments.Select(argument => argument.Expression).OfType<LiteralExpressionSyntax>() ?? [];
            var isRange = attribute.Name.ToString().Split('.').Last() is "Range" or "RangeAttribute";
            foreach (var number in numbers)
            {
                if (isRange && number.Token.Value is int limit && limit < MailPorts.Submission && limit > 1
                    && number == numbers.Last())
                    yield return new TextChange(number.Span, MailPorts.Highest.ToString(CultureInfo.InvariantCulture));
                else if (!isRange && number.Token.ValueText == MailPorts.BlockedText)
                    yield return new TextChange(number.Span, number.Token.Text.Replace(MailPorts.BlockedText, MailPorts.SubmissionText));
            }
        }
    }
}
