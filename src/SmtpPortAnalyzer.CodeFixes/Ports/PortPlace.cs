using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes.Ports;

/// <summary>
/// Where a 25 is to be written over, and 587 in its place. What the place is to the port, the analyzer has proved (<see
/// cref="ProvedFacts.Role"/>).
/// </summary>
internal static class PortPlace
{
    private static readonly Regex s_suffix = new("[uUlL]*$", RegexOptions.CultureInvariant);

    /// <summary>
    /// What the finding's place is to the port. Where every way has a constant, a choice is replaced as a whole; where nothing was proved,
    /// the place is the port only if it is all of it.
    /// </summary>
    /// <param name="finding">The finding.</param>
    /// <param name="ports">What the connection has for a port.</param>
    /// <param name="startsWithTls">Whether the client can speak TLS from the first byte.</param>
    public static PortRole RoleOf(FixTarget finding, IEnumerable<ExpressionSyntax> ports, bool startsWithTls) =>
        finding.Place.Proved?.Role switch
        {
            PortRole.Choice when !ports.Any(port => Choices(finding, port, startsWithTls).Any()) => PortRole.Whole,
            { } role => role,
            null when finding.Place.Span == finding.Place.Site => PortRole.Missing,
            null => ports.Any(port => port.Span == finding.Place.Span) ? PortRole.Whole : PortRole.HandedOver,
        };

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
    /// The edit that makes a 25 a 587. A choice between the two comes to one: it goes, if nothing happens in it.
    /// </summary>
    public static TextChange ToSubmission(ExpressionSyntax port, FileContext file)
    {
        var number = Submission(port, file)!;
        var place = port;
        while (place.Parent is ConditionalExpressionSyntax choice && choice.Condition != place && EditPlace.IsEffectless(choice)
            && (choice.WhenTrue == place ? choice.WhenFalse : choice.WhenTrue) is LiteralExpressionSyntax other
            && other.ToString() == number)
            place = choice;
        return new TextChange(place.Span, number);
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

    /// <summary>
    /// The constants 25 among what the port may be, where it may also be what only run time knows, or a port of TLS from the first byte:
    /// that one goes with another encryption, which the program chooses beside it.
    /// </summary>
    /// <param name="finding">The finding.</param>
    /// <param name="port">The port.</param>
    /// <param name="startsWithTls">
    /// Whether the client can speak TLS from the first byte: to one that cannot, such a port is of no use.
    /// </param>
    public static IEnumerable<ExpressionSyntax> Choices(FixTarget finding, ExpressionSyntax port, bool startsWithTls)
    {
        if (startsWithTls && finding.File.MayBeImplicit(port))
            return ChosenHere(finding, port) ?? [];

        if (port is not IdentifierNameSyntax || finding.File.SymbolOf(port) is not ILocalSymbol local)
            return [];

        var arms = ValuesOf(local, EnclosingMember.Find(port)).SelectMany(Arms).Where(a => a.SpanStart < port.SpanStart).ToList();
        return arms.Any(a => a is InvocationExpressionSyntax or MemberAccessExpressionSyntax && !finding.File.ConstantOf(a).HasValue)
            ? arms.Where(a => a is LiteralExpressionSyntax && Submission(a, finding.File) is not null)
            : [];
    }

    /// <summary>Whether a 25 that the port may be stands in other code than the connection, beside a port of TLS.</summary>
    public static bool IsChosenElsewhere(FixTarget finding, ExpressionSyntax port) =>
        finding.File.MayBeImplicit(port) && ChosenHere(finding, port) is null;

    /// <summary>Every 25 that the port may be; null where one of them stands in other code.</summary>
    private static IReadOnlyList<ExpressionSyntax>? ChosenHere(FixTarget finding, ExpressionSyntax port)
    {
        var blocked = finding.File.ProvedSettings(port).Knowns.Where(known => ConstantFolding.IsPort(known.Constant, MailPorts.Blocked));
        return EditPlace.OriginsOf(blocked, port, finding.File) is { } chosen
            && chosen.All(value => Submission(value, finding.File) is not null)
            ? chosen
            : null;
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
}
