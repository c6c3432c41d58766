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

    private static readonly Regex s_aboutPort = new(@"\bports?\b|smtp", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    // What another port makes no less true.
    private static readonly Regex s_history = new(
        @"\b(block\w*|closed|instead|never|not|no|legacy|old|former\w*|was|firewall|azure)\b|n't|n\u2019t",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    private static readonly Regex s_namedPort = new(
        @"(?<=\bport\W{0,4}((is|of) )?)25(?![\w-]|\.\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);

    // 25 recipients, 25 % of them, the first 25: a number of something else.
    private static readonly Regex s_counted = new(
        @"\G\s*(%|percent|per\b|[kKMGT]i?B\b|ms\b|s\b|min\b)|\G[\s-]+(?!(is|was|has|as|this|unless|always|does|tls|starttls)\b)[a-z]+s\b",
        RegexOptions.CultureInvariant);

    private static readonly Regex s_counting = new(
        @"\b(first|last|top|up to|at most|at least|more than|less than|batch(es)? of|groups? of)\s+$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.RightToLeft);

    private static readonly Regex s_end = new(@"\.\s|</?(summary|remarks|para|example|code|returns)\b", RegexOptions.CultureInvariant);

    /// <summary>Whether words tell the port that a declaration below them has.</summary>
    public static bool TellPort(string comment) => s_number.IsMatch(comment) && s_aboutPort.IsMatch(comment);

    /// <summary>The edits, with those of the words around each declaration whose 25 becomes 587.</summary>
    public static IReadOnlyList<TextChange> Along(SyntaxNode root, IReadOnlyList<TextChange> changes)
    {
        var more = changes.Where(change => IsNumber(root, change))
            .Select(change =>
                (Declaration: DeclarationOf(root.FindToken(change.Span.Start).Parent), Value: NodeAt(root, change).ToString()))
            .Where(change => change.Declaration is not null).Distinct()
            .SelectMany(change => Around(change.Declaration!, change.Value))
            .Concat(changes.Where(IsMove).Select(change => root.FindToken(change.Span.Start)).SelectMany(Beside))
            .Where(extra => !changes.Any(change => change.Span.OverlapsWith(extra.Span))).Distinct().ToList();
        return more.Count == 0 ? changes : changes.Concat(more).OrderBy(change => change.Span.Start).ToList();
    }

    // The number, or a constant that a declaration begins with.
    private static bool IsNumber(SyntaxNode root, TextChange change) => IsMove(change)
        && (root.FindToken(change.Span.Start).Text.Contains(MailPorts.BlockedText)
            || NodeAt(root, change) is { Parent: EqualsValueClauseSyntax } and (IdentifierNameSyntax or MemberAccessExpressionSyntax));

    private static SyntaxNode NodeAt(SyntaxNode root, TextChange change) => root.FindNode(change.Span, getInnermostNodeForTie: true)
        .AncestorsAndSelf().TakeWhile(node => node.Span == change.Span || change.Span.Contains(node.Span)).LastOrDefault(node =>
            node.Span == change.Span && node is ExpressionSyntax)
        ?? root.FindToken(change.Span.Start).Parent!;

    // What is replaced may be a name of the number.
    private static bool IsMove(TextChange change) => change.Span.Length > 0 && change.NewText!.Contains(MailPorts.SubmissionText);

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

    // A comment on the line of the number, or above its statement, that speaks of the port.
    private static IEnumerable<TextChange> Beside(SyntaxToken number)
    {
        if (DeclarationOf(number.Parent) is not null
            || number.Parent?.FirstAncestorOrSelf<StatementSyntax>() is not { } statement || statement is BlockSyntax)
            return [];

        var documented = number.Parent.Ancestors().OfType<MemberDeclarationSyntax>()
            .Where(member => member is not BaseNamespaceDeclarationSyntax)
            .SelectMany(InDocumentationOf);
        var line = number.GetLocation().GetLineSpan().EndLinePosition.Line;
        return statement.DescendantTrivia()
            .Where(trivia => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia)
            .Where(trivia => trivia.SpanStart < statement.SpanStart || trivia.SpanStart > statement.Span.End
                || trivia.GetLocation().GetLineSpan().StartLinePosition.Line == line)
            .Where(trivia => trivia.ToString() is var text && s_aboutPort.IsMatch(text) && !s_history.IsMatch(text))
            .SelectMany(In).Concat(documented);
    }

    private static IEnumerable<TextChange> Around(SyntaxNode declaration, string value)
    {
        if (declaration is ParameterSyntax parameter)
            return InAttributes(parameter.AttributeLists, value).Concat(InDocumentation(parameter))
                .Concat(parameter.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } owner ? InTypes(owner) : []);

        var member = (MemberDeclarationSyntax)declaration;
        return InAttributes(member.AttributeLists, value).Concat(
            member.GetLeadingTrivia().Concat(member.GetTrailingTrivia()).Where(trivia => IsComment(trivia.Kind())).SelectMany(In))
            .Concat(InTypes(member));
    }

    // What the documentation of the type says of the port: "Port": 25.
    private static IEnumerable<TextChange> InTypes(MemberDeclarationSyntax member) => member.AncestorsAndSelf()
        .OfType<TypeDeclarationSyntax>()
        .Take(1).SelectMany(InDocumentationOf);

    private static IEnumerable<TextChange> InDocumentationOf(MemberDeclarationSyntax member) => member.GetLeadingTrivia()
        .Where(trivia => trivia.HasStructure && IsComment(trivia.Kind()))
        .SelectMany(trivia => s_namedPort.Matches(trivia.ToFullString()).Cast<Match>()
            .Where(match => !s_history.IsMatch(SentenceAt(trivia.ToFullString(), match.Index)))
            .Select(match => Number(trivia.FullSpan.Start + match.Index, match.Length)));

    // A sentence ends with a full stop before white space, or with the element that it stands in.
    private static string SentenceAt(string text, int at)
    {
        var ends = s_end.Matches(text).Cast<Match>().Select(match => match.Index).ToList();
        var start = ends.Where(index => index < at).DefaultIfEmpty(0).Max();
        var end = ends.Where(index => index > at).DefaultIfEmpty(text.Length).Min();
        return text.Substring(start, end - start);
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
        .Where(match => !s_counted.IsMatch(text, match.Index + match.Length) && !s_counting.IsMatch(text.Substring(0, match.Index)))
        .Select(match => Number(start + match.Index, match.Length));

    private static TextChange Number(int start, int length) => new(new TextSpan(start, length), MailPorts.SubmissionText);

    // [DefaultValue(25)], [DefaultValue(Defaults.Port)], [Option(Default = 25)], and a [Range] that has no room for the new number.
    private static IEnumerable<TextChange> InAttributes(SyntaxList<AttributeListSyntax> lists, string value)
    {
        foreach (var attribute in lists.SelectMany(list => list.Attributes))
        {
            var values = attribute.ArgumentList?.Arguments.Select(argument => argument.Expression).ToList() ?? [];
            foreach (var same in values.Where(one => one is not LiteralExpressionSyntax && one.ToString() == value))
                yield return new TextChange(same.Span, MailPorts.SubmissionText);

            var numbers = values.OfType<LiteralExpressionSyntax>();
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
