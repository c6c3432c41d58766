using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings.Json;

internal enum JsonKind
{
    Object,
    Array,
    String,
    Number,
    True,
    False,
    Null,
}

/// <summary>One value of a JSON document, with its place in the text.</summary>
internal sealed record JsonValue(JsonKind Kind, TextSpan Span)
{
    /// <summary>What a string says, or a number or word as it is written; null for objects and arrays.</summary>
    public string? Text { get; init; }

    /// <summary>The members of an object, in the order of the text; a name may come twice.</summary>
    public ImmutableArray<JsonMember> Members { get; init; } = ImmutableArray<JsonMember>.Empty;

    /// <summary>The items of an array.</summary>
    public ImmutableArray<JsonValue> Items { get; init; } = ImmutableArray<JsonValue>.Empty;
}

/// <param name="Name">The name, without escapes.</param>
/// <param name="NameSpan">Its place, without the quotes.</param>
/// <param name="Value">What it holds.</param>
internal sealed record JsonMember(string Name, TextSpan NameSpan, JsonValue Value);
