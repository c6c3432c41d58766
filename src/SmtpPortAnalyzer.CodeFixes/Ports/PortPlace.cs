using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>How the place of a finding relates to the port of its connection.</summary>
internal enum PortPlaceKind
{
    /// <summary>No port is written, or a 0 that stands for the default.</summary>
    Missing,

    /// <summary>The whole port expression: it can come from anywhere.</summary>
    Whole,

    /// <summary>The part of a run-time expression that stands in for a missing setting: the expression stays.</summary>
    Fallback,

    /// <summary>A local that is 25 on some paths only, and known at run time on others: those stay.</summary>
    Choice,

    /// <summary>A value that reaches the connection through other code, which may serve other connections as well.</summary>
    HandedOver,
}

/// <summary>Finds out what a finding's place is, and writes 587 in place of a 25.</summary>
internal static class PortPlace
{
    private static readonly Regex s_suffix = new("[uUlL]*$", RegexOptions.CultureInvariant);

    public static PortPlaceKind Classify(FixTarget finding, IEnumerable<ExpressionSyntax> ports)
    {
        if (finding.Place.Span == finding.Place.Site)
            return PortPlaceKind.Missing;

        foreach (var port in ports)
        {
            if (port.Span == finding.Place.Span && Choices(finding, port).Any())
                return PortPlaceKind.Choice;
            if (port.Span == finding.Place.Span)
                return finding.File.ProvedConstant(port) is 0 ? PortPlaceKind.Missing : PortPlaceKind.Whole;
            if (port.Span.Contains(finding.Place.Span) || FeedsInto(finding, port, depth: 0))
                return finding.File.ConstantOf(port).HasValue ? PortPlaceKind.Whole : PortPlaceKind.Fallback;
        }

        return PortPlaceKind.HandedOver;
    }

    /// <summary>The text of a 25 turned into 587 in the same type and spelling, or null where the expression is no such constant.</summary>
    public static string? Submission(ExpressionSyntax port, FileContext file)
    {
        // A byte has no room for 587.
        var value = file.ConstantOf(port);
        if (!value.HasValue || file.Model.GetTypeInfo(port, file.CancellationToken).ConvertedType?.SpecialType
            is SpecialType.System_Byte or SpecialType.System_SByte)
            return null;

        var token = (port as LiteralExpressionSyntax)?.Token.Text;
        return value.Value switch
        {
            MailPorts.BlockedText => token is null
                ? "\"" + MailPorts.SubmissionText + "\""
                : token.Replace(MailPorts.BlockedText, MailPorts.SubmissionText),
            var number when ConstantFolding.IsPort(number, MailPorts.Blocked) => token is null
                ? MailPorts.SubmissionText
                : MailPorts.SubmissionText + s_suffix.Match(token).Value,
            _ => null,
        };
    }

    /// <summary>
    /// Every other constant 25 that a local of the port expression may have: what else stands in for a missing or broken setting.
    /// </summary>
    public static IEnumerable<ExpressionSyntax> OtherFallbacks(FixTarget finding, ExpressionSyntax port) =>
        from name in port.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>()
        where finding.File.SymbolOf(name) is ILocalSymbol
        from value in ValuesOf(finding.File.SymbolOf(name)!, EnclosingMember.Find(port)).OfType<ExpressionSyntax>()
        where value.SpanStart < port.SpanStart && value.Span != finding.Place.Span && value is LiteralExpressionSyntax
            && Submission(value, finding.File) is not null
        select value;

    /// <summary>The constants 25 among what a local may be, where it may also be what only run time knows.</summary>
    public static IEnumerable<ExpressionSyntax> Choices(FixTarget finding, ExpressionSyntax port)
    {
        if (port is not IdentifierNameSyntax || finding.File.SymbolOf(port) is not ILocalSymbol local)
            return [];

        var arms = ValuesOf(local, EnclosingMember.Find(port)).SelectMany(Arms).Where(a => a.SpanStart < port.SpanStart).ToList();
        return arms.Any(a => a is InvocationExpressionSyntax or MemberAccessExpressionSyntax && !finding.File.ConstantOf(a).HasValue)
            ? arms.Where(a => a is LiteralExpressionSyntax && Submission(a, finding.File) is not null)
            : [];
    }

    private static IEnumerable<ExpressionSyntax> Arms(ExpressionSyntax? value) => value switch
    {
        null => [],
        ConditionalExpressionSyntax choice => Arms(choice.WhenTrue).Concat(Arms(choice.WhenFalse)),
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } choice => Arms(choice.Left).Concat(Arms(choice.Right)),
        ParenthesizedExpressionSyntax { Expression: var inner } => Arms(inner),
        _ => new[] { value },
    };

    // What is assigned to a local; for one that a call fills (int.TryParse(text, out port)), what the call makes it from.
    private static IEnumerable<ExpressionSyntax?> ValuesOf(ISymbol local, SyntaxNode member) =>
        member.DescendantNodes().SelectMany(n => n switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var v } d when d.Identifier.ValueText == local.Name => new[] { v },
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Right: var v } when left.Identifier.ValueText == local.Name =>
            new[] { v },
        ArgumentSyntax { Parent: ArgumentListSyntax list } a when a.RefOrOutKeyword.IsKind(SyntaxKind.OutKeyword) && NameIn(a) == local.Name
            => list.Arguments.Where(other => other != a).Select(other => (ExpressionSyntax?)other.Expression),
        _ => Enumerable.Empty<ExpressionSyntax?>(),
    });

    private static string? NameIn(ArgumentSyntax argument) => argument.Expression switch
    {
        IdentifierNameSyntax name => name.Identifier.ValueText,
        DeclarationExpressionSyntax { Designation: SingleVariableDesignationSyntax single } => single.Identifier.ValueText,
        _ => null,
    };

    // A local of the same member whose value is part of the port expression.
    private static bool FeedsInto(FixTarget finding, ExpressionSyntax port, int depth)
    {
        if (depth == 3)
            return false;

        foreach (var name in port.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (finding.File.SymbolOf(name) is not ILocalSymbol local)
                continue;

            foreach (var value in ValuesOf(local, EnclosingMember.Find(port)))
            {
                if (value is not null && value.SpanStart < port.SpanStart
                    && (value.Span.Contains(finding.Place.Span) || FeedsInto(finding, value, depth + 1)))
                    return true;
            }
        }

        return false;
    }
}
