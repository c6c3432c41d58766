using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Pipeline;
using SmtpPortAnalyzer.CodeFixes.Ports;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>Reads the host out of the URI that a MailKit client connects to.</summary>
internal static class SmtpUri
{
    /// <summary>The host as an expression, and its value if that stands in the source; null where the URI is made somewhere else.</summary>
    public static (string Text, string? Value)? HostOf(ExpressionSyntax uri, FileContext file)
    {
        if (uri is not BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } arguments })
            return null;

        var text = arguments[0].Expression;
        if (KnownValue.Evaluate(text, file) is string value)
            return Uri.TryCreate(value, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0
                ? (SymbolDisplay.FormatLiteral(parsed.Host, quote: true), parsed.Host)
                : null;

        // $"smtp://{host}:25": the host is the one hole.
        if (text is InterpolatedStringExpressionSyntax { Contents: var contents }
            && contents.Count is 2 or 3
            && contents[1] is InterpolationSyntax { FormatClause: null, AlignmentClause: null } hole
            && contents[0] is InterpolatedStringTextSyntax { TextToken.ValueText: "smtp://" }
            && contents.Skip(2).All(c => c is InterpolatedStringTextSyntax { TextToken.ValueText: ":25" or ":25/" or "/" })
            && file.TypeOf(hole.Expression)?.SpecialType == SpecialType.System_String)
            return (hole.Expression.ToString(), KnownValue.Evaluate(hole.Expression, file) as string);

        return null;
    }
}
