using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>The host of a URI that is made where a client connects, as the code is to name it without the URI.</summary>
/// <param name="Text">The expression.</param>
/// <param name="Value">Its value; null where only run time knows.</param>
internal sealed record UriHost(string Text, string? Value)
{
    /// <summary>
    /// Null where the URI is made somewhere else than here or in a variable that nothing else writes, or has more to say than a host.
    /// </summary>
    public static UriHost? Read(ExpressionSyntax uri, FileContext file) =>
        uri is BaseObjectCreationExpressionSyntax ? Made(uri, file)
        : uri is (IdentifierNameSyntax or MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax })
            && file.SymbolOf(uri) is { } symbol && IsOwn(symbol) && GivenValues.To(symbol, file).ToList() is { Count: 1 } values
            && Made(values[0], file) is { Value: not null } made ? made
        : null;

    private static bool IsOwn(ISymbol symbol) => symbol is ILocalSymbol
        or IFieldSymbol { DeclaredAccessibility: Accessibility.Private }
        or IPropertySymbol { DeclaredAccessibility: Accessibility.Private };

    private static UriHost? Made(ExpressionSyntax uri, FileContext file)
    {
        if (uri is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments })
            return null;

        var text = arguments[0].Expression;
        if (text is InterpolatedStringExpressionSyntax interpolated && HoleOf(interpolated, file) is { } hole)
            return new UriHost(hole.ToString(), file.ProvedConstant(hole) as string);

        return file.ProvedConstant(text) is string value && MailUri.TryParse(value, out var parts) && parts.Host is { } host
            ? new UriHost(SymbolDisplay.FormatLiteral(host, quote: true), host)
            : null;
    }

    /// <summary><c>$"smtp://{host}:25"</c>: the host is a hole, and the rest says no more than the scheme and the port.</summary>
    private static ExpressionSyntax? HoleOf(InterpolatedStringExpressionSyntax text, FileContext file)
    {
        var template = string.Concat(
            text.Contents.Select(part =>
                part is InterpolatedStringTextSyntax written ? written.TextToken.ValueText : AbstractValue.Hole.ToString()));
        var holes = text.Contents.OfType<InterpolationSyntax>().ToList();
        return holes.Count == 1 && MailUri.TryParse(template, out var parts)
            && parts is { Scheme: "smtp", HostHole: 0, IsPortOpen: false, Port: null or 25, Query: "" }
            && template.TrimEnd('/').Split('/').Length == 3
            && holes[0] is { FormatClause: null, AlignmentClause: null, Expression: var host }
            && file.TypeOf(host)?.SpecialType == SpecialType.System_String
                ? host
                : null;
    }
}
