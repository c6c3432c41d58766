using System;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections;

/// <summary>What chooses the encryption of a connection on one way.</summary>
/// <param name="Member">The property or parameter that was given; null where none was, or a URI chose.</param>
/// <param name="Value">What it was given, with the expressions that did (<see cref="AbstractValue.Place"/>).</param>
/// <param name="Otherwise">The mode where no member was given; null where that is not known.</param>
internal sealed record PathSecurity(SecurityMember? Member, ValueSet Value, TransportSecurity? Otherwise)
{
    /// <summary>The expression that chose <see cref="Otherwise"/>, if one did: a URI.</summary>
    public SyntaxNode? Place { get; init; }

    /// <summary>All that may choose it.</summary>
    public SmtpSecurity? Row { get; init; }

    /// <summary>Whether the library could start with TLS if it were told to.</summary>
    public bool CanBeImplicit { get; init; }

    /// <summary>The first member that was given, and not null, decides.</summary>
    public static PathSecurity? Evaluate(SmtpSecurity? row, Func<SecurityMember, ValueSet?> given)
    {
        if (row is null)
            return null;

        var canBeImplicit = row.Default is TransportSecurity.Implicit or TransportSecurity.ByPort;
        foreach (var member in row.Members)
            canBeImplicit |= member.Modes.ContainsValue(TransportSecurity.Implicit) || member.Modes.ContainsValue(TransportSecurity.ByPort);

        foreach (var member in row.Members)
        {
            if (given(member) is { } value && value.Single is not { Kind: AbstractValueKind.Constant, Constant: null })
                return new(member, value, null) { CanBeImplicit = canBeImplicit, Row = row };
        }

        return new(null, default, row.Default) { CanBeImplicit = canBeImplicit, Row = row };
    }

    /// <summary>The mode that the value chooses; null where that is not known.</summary>
    public TransportSecurity? Mode(AbstractValue value)
    {
        if (Member is null || value.Kind != AbstractValueKind.Constant)
            return null;

        var number = value.Constant is bool flag
            ? (flag ? 1 : 0)
            : ConstantFolding.TryGetInteger(value.Constant, out var integer) ? integer : -1;
        return number is >= 0 and <= int.MaxValue && Member.Modes.TryGetValue((int)number, out var mode) ? mode : null;
    }

    /// <summary>The one mode that it surely is, as far as this body shows; null where that is not known.</summary>
    public TransportSecurity? Certain()
    {
        if (Member is null)
            return Otherwise;

        return Value.Single is { } only ? Mode(only) : null;
    }
}
