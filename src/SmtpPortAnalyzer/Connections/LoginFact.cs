using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections;

/// <summary>
/// A password, or an object that may carry one, that reaches the login of an SMTP connection, on one way through the body.
/// </summary>
/// <param name="Library">The catalogue's name of the library.</param>
/// <param name="Api">The API as a message names it: <c>SmtpClient</c>.</param>
/// <param name="Value">The password, or the credential object.</param>
/// <param name="State">The state in which it is handed over: the members of the credential object.</param>
/// <param name="Site">The expression that hands it over.</param>
/// <param name="Hosts">Where the connection goes, as far as the body shows: one value for each way.</param>
internal sealed record LoginFact(
    string Library, string Api, ValueSet Value, FlowState State, SyntaxNode Site, ImmutableArray<ValueSet> Hosts);

/// <summary>What the value of a login member says.</summary>
internal static class LoginValue
{
    /// <summary>Whether it surely is none: null, false, zero or empty.</summary>
    public static bool IsNone(ValueSet value)
    {
        if (value.IsOpen)
            return false;

        foreach (var known in value.Knowns)
        {
            if (known.Kind != AbstractValueKind.Constant || !IsNone(known.Constant))
                return false;
        }

        return true;
    }

    private static bool IsNone(object? constant) =>
        constant is null or false or "" || (ConstantFolding.TryGetInteger(constant, out var number) && number == 0);

    /// <summary>The expression that says that there is none: a null that was written.</summary>
    public static SyntaxNode? Denial(ValueSet value) =>
        value.Single is { Kind: AbstractValueKind.Constant, Constant: null, Place: { } place } ? place : null;
}
