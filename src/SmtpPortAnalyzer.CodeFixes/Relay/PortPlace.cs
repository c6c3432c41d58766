using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.CodeFixes.Relay;

/// <summary>How the place of a finding relates to the port of its connection.</summary>
internal enum PortPlaceKind
{
    /// <summary>No port is written, or a 0 that stands for the default.</summary>
    Missing,

    /// <summary>The whole port expression: it can come from anywhere.</summary>
    Whole,

    /// <summary>The part of a run-time expression that stands in for a missing setting: the expression stays.</summary>
    Fallback,

    /// <summary>A value that reaches the connection through other code, which may serve other connections as well.</summary>
    HandedOver,
}

/// <summary>Finds out what a finding's place is, and writes 587 in place of a 25.</summary>
internal static class PortPlace
{
    private static readonly Regex s_suffix = new("[uUlL]*$", RegexOptions.CultureInvariant);

    public static PortPlaceKind Of(Finding finding, IEnumerable<ExpressionSyntax> ports, CancellationToken cancellationToken)
    {
        if (finding.Place.Span == finding.Place.Site)
            return PortPlaceKind.Missing;

        foreach (var port in ports)
        {
            if (port.Span == finding.Place.Span)
                return KnownValue.Of(port, finding.Model, cancellationToken) is 0 ? PortPlaceKind.Missing : PortPlaceKind.Whole;
            if (port.Span.Contains(finding.Place.Span) || FeedsInto(finding, port, depth: 0, cancellationToken))
                return finding.Model.GetConstantValue(port, cancellationToken).HasValue ? PortPlaceKind.Whole : PortPlaceKind.Fallback;
        }

        return PortPlaceKind.HandedOver;
    }

    /// <summary>The text of a 25 turned into 587 in the same type and spelling, or null where the expression is no such constant.</summary>
    public static string? Submission(ExpressionSyntax port, SemanticModel model, CancellationToken cancellationToken)
    {
        var value = model.GetConstantValue(port, cancellationToken);
        if (!value.HasValue)
            return null;

        var token = (port as LiteralExpressionSyntax)?.Token.Text;
        return value.Value switch
        {
            "25" => token is null ? "\"587\"" : token.Replace("25", "587"),
            25 or 25u or 25L or 25UL or (short)25 or (ushort)25 => token is null ? "587" : "587" + s_suffix.Match(token).Value,
            _ => null,
        };
    }

    // A local of the same member whose value is part of the port expression.
    private static bool FeedsInto(Finding finding, ExpressionSyntax port, int depth, CancellationToken cancellationToken)
    {
        if (depth == 3)
            return false;

        foreach (var name in port.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
        {
            if (finding.Model.GetSymbolInfo(name, cancellationToken).Symbol is not ILocalSymbol local)
                continue;

            var values = Member.Of(port).DescendantNodes().Select(n => n switch
            {
                VariableDeclaratorSyntax { Initializer.Value: var v } d when d.Identifier.ValueText == local.Name => v,
                AssignmentExpressionSyntax { Left: IdentifierNameSyntax left, Right: var v } when left.Identifier.ValueText == local.Name => v,
                _ => null,
            });
            foreach (var value in values)
            {
                if (value is not null && value.SpanStart < port.SpanStart
                    && (value.Span.Contains(finding.Place.Span) || FeedsInto(finding, value, depth + 1, cancellationToken)))
                    return true;
            }
        }

        return false;
    }
}
