using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>What the members of a nullable give: what it holds, and whether it holds anything.</summary>
internal static class NullableModel
{
    /// <summary>What a call gives; null where it is nothing that is known, or of another method.</summary>
    public static ValueSet? Call(string method, ValueSet nullable, ImmutableArray<ArgumentValue> arguments, SyntaxNode syntax) =>
        method switch
        {
            "GetValueOrDefault" when !nullable.Knowns.IsEmpty => OrDefault(nullable, arguments),

            // The control-flow graph calls the getter for port ??= 587.
            "get_HasValue" => HasValue(nullable, syntax),
            _ => null,
        };

    public static ValueSet Member(string member, ValueSet nullable, SyntaxNode syntax) => member switch
    {
        "Value" => nullable,
        "HasValue" => HasValue(nullable, syntax),
        _ => ValueSet.Open,
    };

    /// <summary>What a nullable holds, or the default where it may hold nothing.</summary>
    private static ValueSet OrDefault(ValueSet nullable, ImmutableArray<ArgumentValue> arguments)
    {
        var isThere = nullable.Single is { Kind: AbstractValueKind.Constant, Constant: not null };
        return isThere || arguments.IsEmpty ? nullable : nullable.Or(arguments[0].Value.Select(known => known.AsFallback()));
    }

    private static ValueSet HasValue(ValueSet nullable, SyntaxNode syntax) =>
        nullable.Single is { Kind: AbstractValueKind.Constant } known
            ? ValueSet.FromValue(AbstractValue.OfConstant(known.Constant is not null, syntax))
            : ValueSet.Open;
}
