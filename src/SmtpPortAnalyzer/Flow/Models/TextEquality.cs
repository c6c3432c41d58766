using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>What <c>string.Equals</c> gives for known texts, with letters told apart or not.</summary>
internal static class TextEquality
{
    public static ValueSet? Call(IInvocationOperation call, ValueSet receiver, ImmutableArray<ArgumentValue> arguments)
    {
        var method = call.TargetMethod;
        if (method.Name != "Equals" || method.ContainingType?.SpecialType != SpecialType.System_String)
            return null;

        var compared = method.IsStatic ? arguments : arguments.Insert(0, new ArgumentValue(null, call, receiver));
        if (compared.Length < 2)
            return null;

        var (one, other) = (compared[0].Value, compared[1].Value);
        if (EnvironmentName.Compared(BinaryOperatorKind.Equals, one, other) is { } guard)
            return ValueSet.FromValue(guard);
        if (one.Single is not { Kind: AbstractValueKind.Constant } a || other.Single is not { Kind: AbstractValueKind.Constant } b)
            return null;

        var ignoresCase = compared.Length > 2 ? IgnoresCase(compared[2].Value) : false;
        var areSame = string.Equals(a.Constant as string, b.Constant as string, StringComparison.Ordinal);
        var areAlike = string.Equals(a.Constant as string, b.Constant as string, StringComparison.OrdinalIgnoreCase);
        return areSame == areAlike || ignoresCase is not null
            ? ValueSet.FromValue(AbstractValue.OfConstant(ignoresCase == true ? areAlike : areSame, call.Syntax))
            : null;
    }

    /// <summary>
    /// Whether the comparison, or a flag that says so, takes letters for the same, upper or lower; null where only run time knows.
    /// </summary>
    public static bool? IgnoresCase(ValueSet comparison) => comparison.Single?.Constant switch
    {
        bool ignores => ignores,
        int kind => (StringComparison)kind is StringComparison.OrdinalIgnoreCase or StringComparison.CurrentCultureIgnoreCase
            or StringComparison.InvariantCultureIgnoreCase,
        _ => null,
    };
}
