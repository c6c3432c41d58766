using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>
/// What is asked of texts that are known: whether one is empty, begins with another; what its parts are. Whether it is another,
/// <see cref="TextEquality"/> knows.
/// </summary>
internal static class TextQuestions
{
    private const int MaxParts = 8;

    /// <summary>The answer of a method of <see cref="string"/>; null where it is not known.</summary>
    public static ValueSet? Answer(string method, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, SyntaxNode syntax)
    {
        // How texts are compared is said by the last argument, and is a choice of the framework's.
        var texts = arguments.Where(argument => argument.Parameter?.Type.SpecialType is SpecialType.System_String or SpecialType.System_Char
            or SpecialType.System_Object).Select(argument => argument.Value).ToList();
        if (receiver.Single is not null)
            texts.Insert(0, receiver);
        if (texts.Count is 0 or > 2 || !texts.All(IsText))
            return null;

        var one = Text(texts[0]);
        if (texts.Count == 1)
        {
            return method switch
            {
                "IsNullOrEmpty" => Truth(string.IsNullOrEmpty(one), syntax),
                "IsNullOrWhiteSpace" => Truth(string.IsNullOrWhiteSpace(one), syntax),
                _ => null,
            };
        }

        // The culture of the build says nothing of that of the program.
        var ignores = arguments.Skip(receiver.Single is null ? 2 : 1).Select(argument => TextEquality.IgnoresCase(argument.Value)).ToList();
        if (ignores.Contains(null))
            return null;

        var comparison = ignores.Contains(true) ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        if (one is null || Text(texts[1]) is not { } other)
            return null;

        return method switch
        {
            "StartsWith" => Truth(one.StartsWith(other, comparison), syntax),
            "EndsWith" => Truth(one.EndsWith(other, comparison), syntax),
            "Contains" => Truth(one.IndexOf(other, comparison) >= 0, syntax),
            _ => null,
        };
    }

    /// <summary>The parts of a text between separators that are characters or texts of the code; null where they are not known.</summary>
    public static ValueSet? Split(string text, AbstractValue whole, ImmutableArray<ArgumentValue> arguments, SyntaxNode syntax)
    {
        if (arguments.Length == 0 || Separators(arguments[0].Value) is not { Length: > 0 } separators)
            return null;

        var parts = text.Split(separators, StringSplitOptions.None);
        return parts.Length > MaxParts || arguments.Skip(1).Any(argument => argument.IsWritten)
            ? null
            : ValueSet.FromValue(AbstractValue.OfSequence(
                parts.Select(part => ValueSet.FromValue(whole.WithConstant(part))).ToImmutableArray(), syntax));
    }

    private static string[]? Separators(ValueSet value) => value.Single switch
    {
        { Kind: AbstractValueKind.Sequence } several when several.Items.All(IsText) =>
            several.Items.Select(Text).OfType<string>().ToArray(),
        { Kind: AbstractValueKind.Constant } when Text(value) is { Length: > 0 } one => new[] { one },
        _ => null,
    };

    private static bool IsText(ValueSet value) => value.Single is { Kind: AbstractValueKind.Constant, Constant: null or string or char };

    private static string? Text(ValueSet value) => value.Single?.Constant?.ToString();

    private static ValueSet Truth(bool truth, SyntaxNode syntax) => ValueSet.FromValue(AbstractValue.OfConstant(truth, syntax));
}
