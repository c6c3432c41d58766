using System;
using System.Collections.Immutable;
using System.Globalization;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>The numbers that texts say, as the program itself reads them; the culture of the build says nothing of that.</summary>
internal static class NumberTexts
{
    public static bool TryParse(string text, out int number) => TryParse(text, NumberStyles.Integer, out number);

    /// <summary>How a call reads its text; null where only run time says.</summary>
    public static NumberStyles? StyleOf(ImmutableArray<ArgumentValue> arguments, FrameworkTypes types)
    {
        foreach (var argument in arguments)
        {
            if (types.Is(argument.Parameter?.Type, FrameworkType.NumberStyles))
                return argument.Value.TryGetConstant<int>(out var style) ? (NumberStyles)style : null;
        }

        return NumberStyles.Integer;
    }

    public static ValueSet Parsed(ValueSet text) => Parsed(text, NumberStyles.Integer);

    /// <summary>What is parsed; a number and what is known at run time only are what they are in other clothes.</summary>
    public static ValueSet Parsed(ValueSet text, NumberStyles? style) => text.Select(known => known switch
    {
        { Kind: AbstractValueKind.Constant, Constant: string digits } =>
            style is { } way && TryParse(digits, way, out var number) ? known.WithConstant(number) : null,
        { Kind: AbstractValueKind.Constant, Constant: not null } => known,
        { Kind: AbstractValueKind.Setting or AbstractValueKind.Symbolic } => IsDecimal(style) ? known : null,
        _ => null,
    });

    /// <summary>A text that is read in the base that the second argument says; null where that is none.</summary>
    public static ValueSet? InBase(ImmutableArray<ArgumentValue> arguments) =>
        arguments.Length == 2 && arguments[0].Value.TryGetConstant<string>(out var digits)
        && arguments[1].Value.TryGetConstant<int>(out var radix) && radix is 2 or 8 or 10 or 16 && Number(digits, radix) is { } number
            ? arguments[0].Value.Select(known => known.WithConstant(number))
            : null;

    private static bool IsDecimal(NumberStyles? style) => style is { } way && (way & NumberStyles.AllowHexSpecifier) == 0;

    private static int? Number(string digits, int radix)
    {
        var number = 0L;
        foreach (var digit in digits)
        {
            var value = char.IsDigit(digit) ? digit - '0' : char.ToUpperInvariant(digit) - 'A' + 10;
            if (value < 0 || value >= radix || number > ushort.MaxValue)
                return null;
            number = (number * radix) + value;
        }

        return digits.Length == 0 ? null : (int)number;
    }

    private static bool TryParse(string text, NumberStyles style, out int number)
    {
        number = 0;
        try
        {
            return int.TryParse(text, style, CultureInfo.InvariantCulture, out number);
        }
        catch (ArgumentException)
        {
            // Styles that do not go together: the program throws as well.
            return false;
        }
    }
}
