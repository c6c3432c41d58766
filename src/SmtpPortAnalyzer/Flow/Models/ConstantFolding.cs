using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>Computes what operators and conversions give for known values, in the invariant culture.</summary>
internal static class ConstantFolding
{
    public static ValueSet Binary(IBinaryOperation binary, ValueSet left, ValueSet right) =>
        binary.OperatorMethod is { ContainingType.SpecialType: SpecialType.None }
            ? ValueSet.Open
            : Binary(binary.OperatorKind, left, right, binary.Syntax);

    public static ValueSet Binary(BinaryOperatorKind kind, ValueSet left, ValueSet right, SyntaxNode syntax)
    {
        if (kind == BinaryOperatorKind.Add && (IsText(left) || IsText(right)))
            return Concatenation(new[] { left, right }, syntax);

        if ((EnvironmentName.Compared(kind, left, right) ?? Development(kind, left, right) ?? Development(kind, right, left))
            is { } guard)
            return ValueSet.FromValue(guard);

        if (left.Single is not { Kind: AbstractValueKind.Constant } a || right.Single is not { Kind: AbstractValueKind.Constant } b)
            return ValueSet.Open;

        return Compute(kind, a.Constant, b.Constant) is { } result
            ? ValueSet.FromValue(AbstractValue.OfConstant(result, syntax))
            : ValueSet.Open;
    }

    /// <summary>What a comparison of two constants gives; null where it is none.</summary>
    public static bool? Answer(BinaryOperatorKind kind, object? left, object? right) => Compute(kind, left, right) as bool?;

    /// <summary>The greater or the lesser of two numbers; null where they are not known.</summary>
    public static ValueSet? Bound(ValueSet one, ValueSet other, bool isGreater) =>
        one.Single is { Kind: AbstractValueKind.Constant } a && other.Single is { Kind: AbstractValueKind.Constant } b
        && TryGetInteger(a.Constant, out var first) && TryGetInteger(b.Constant, out var second)
            ? first > second == isGreater ? one : other
            : null;

    public static ValueSet Unary(IUnaryOperation unary, ValueSet operand) => unary.OperatorKind switch
    {
        UnaryOperatorKind.Not when operand.TryGetConstant<bool>(out var truth) =>
            ValueSet.FromValue(AbstractValue.OfConstant(!truth, unary.Syntax)),
        UnaryOperatorKind.Not when operand.Single is { Kind: AbstractValueKind.Development, Constant: bool there } =>
            ValueSet.FromValue(AbstractValue.OfDevelopment(!there)),
        UnaryOperatorKind.Minus when operand.TryGetConstant<int>(out var number) =>
            ValueSet.FromValue(AbstractValue.OfConstant(unchecked(-number), unary.Syntax)),
        UnaryOperatorKind.Plus => operand,
        _ => ValueSet.Open,
    };

    public static ValueSet IsNull(ValueSet value) => value.Single switch
    {
        { Kind: AbstractValueKind.Constant, Constant: null } => ValueSet.FromValue(AbstractValue.OfConstant(true, null)),
        {
            Kind: AbstractValueKind.Constant or AbstractValueKind.PartialText or AbstractValueKind.Allocation or AbstractValueKind.Tuple
            or AbstractValueKind.This or AbstractValueKind.Function
        }
            => ValueSet.FromValue(AbstractValue.OfConstant(false, null)),
        _ => ValueSet.Open,
    };

    public static ValueSet DefaultOf(IDefaultValueOperation missing) =>
        missing.Type is { IsReferenceType: true } || missing.Type.IsNullable()
            ? ValueSet.FromValue(AbstractValue.OfConstant(null, missing.Syntax))
            : ValueSet.Open;

    /// <summary>A guard compared with an answer: <c>isDevelopment == false</c>.</summary>
    private static AbstractValue? Development(BinaryOperatorKind kind, ValueSet guard, ValueSet answer) =>
        kind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
        && guard.Single is { Kind: AbstractValueKind.Development, Constant: bool there } && answer.TryGetConstant<bool>(out var truth)
            ? AbstractValue.OfDevelopment(there == (truth == (kind == BinaryOperatorKind.Equals)))
            : null;

    /// <summary>Text put together; a part that is known only at run time becomes <see cref="AbstractValue.Hole"/>.</summary>
    public static ValueSet Concatenation(IEnumerable<ValueSet> parts, SyntaxNode syntax)
    {
        var text = new StringBuilder();
        var holes = ImmutableArray.CreateBuilder<ValueSet>();
        foreach (var part in parts)
        {
            if (part.Single is { Kind: AbstractValueKind.Constant or AbstractValueKind.PartialText } known && !StandsByItself(known))
            {
                text.Append(Text(known.Constant));
                holes.AddRange(known.Items);
            }
            else
            {
                text.Append(AbstractValue.Hole);
                holes.Add(part);
            }
        }

        var whole = text.ToString();

        // Text that is one hole is what is in it.
        if (holes.Count == 1 && whole.Length == 1)
            return holes[0];

        return ValueSet.FromValue(
            holes.Count == 0 ? AbstractValue.OfConstant(whole, syntax) : AbstractValue.OfPartialText(whole, holes.ToImmutable(), syntax));
    }

    /// <summary>
    /// Whether the number stays the one that belongs there, and no letters of a text: one that a method returned, or that stands in for
    /// a setting.
    /// </summary>
    private static bool StandsByItself(AbstractValue known) => known.Constant is string text
        ? known.IsFallback && NumberTexts.TryParse(text, out _)
        : known.IsReturned || known.IsFallback;

    /// <summary>Text whose holes are known better now: with what is in them in their places.</summary>
    public static ValueSet Filled(AbstractValue text)
    {
        if (text is not { Kind: AbstractValueKind.PartialText, Constant: string whole, Origin: { } origin }
            || !text.Items.Any(static item => item.Single is { IsConstant: true }))
        {
            return ValueSet.FromValue(text);
        }

        var parts = new List<ValueSet>();
        var pieces = whole.Split(AbstractValue.Hole);
        for (var i = 0; i < pieces.Length; i++)
        {
            parts.Add(ValueSet.FromValue(AbstractValue.OfConstant(pieces[i], origin)));
            if (i < text.Items.Length)
                parts.Add(text.Items[i]);
        }

        var filled = Concatenation(parts, origin);
        return text.IsFallback ? filled.Select(static known => known.AsFallback()) : filled;
    }

    /// <summary>The value after a conversion; null where run time decides.</summary>
    public static AbstractValue? Conversion(AbstractValue known, ITypeSymbol? type)
    {
        if (known.Kind != AbstractValueKind.Constant || known.Constant is null or string or bool)
            return known;

        var target = type?.WithoutNullable();
        if (target is INamedTypeSymbol { TypeKind: TypeKind.Enum } || !TryGetInteger(known.Constant, out var number))
            return known;

        // 25 stays 25 whatever holds it; only a narrower type may change a number.
        return target?.SpecialType switch
        {
            SpecialType.System_Byte => known.WithConstant((int)unchecked((byte)number)),
            SpecialType.System_SByte => known.WithConstant((int)unchecked((sbyte)number)),
            SpecialType.System_Int16 => known.WithConstant((int)unchecked((short)number)),
            SpecialType.System_UInt16 => known.WithConstant((int)unchecked((ushort)number)),
            SpecialType.System_Int32 => known.WithConstant(unchecked((int)number)),
            _ => known,
        };
    }

    public static IOperation WithoutConversion(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return operation;
    }

    public static bool IsZero(AbstractValue known) =>
        known.Kind == AbstractValueKind.Constant && TryGetInteger(known.Constant, out var number) && number == 0;

    /// <summary>Whether a constant is a port's number, whichever integral type holds it.</summary>
    public static bool IsPort(object? constant, int port) =>
        constant is not (char or double) && TryGetInteger(constant, out var number) && number == port;

    /// <summary>Any integral constant, a character and an enumeration's value included.</summary>
    public static bool TryGetInteger(object? constant, out long number)
    {
        switch (constant)
        {
            case int or short or ushort or byte or sbyte or long or uint:
                number = System.Convert.ToInt64(constant, CultureInfo.InvariantCulture);
                return true;
            case char character:
                number = character;
                return true;
            case ulong large and <= long.MaxValue:
                number = (long)large;
                return true;
            case double real when real == Math.Floor(real) && Math.Abs(real) < 1e9:
                number = (long)real;
                return true;
            default:
                number = 0;
                return false;
        }
    }

    private static object? Compute(BinaryOperatorKind kind, object? a, object? b)
    {
        switch (kind)
        {
            case BinaryOperatorKind.Equals:
                return SameConstant(a, b);
            case BinaryOperatorKind.NotEquals:
                return !SameConstant(a, b);
            case BinaryOperatorKind.And when a is bool x && b is bool y:
                return x & y;
            case BinaryOperatorKind.Or when a is bool x && b is bool y:
                return x | y;
        }

        if (!TryGetInteger(a, out var left) || !TryGetInteger(b, out var right))
            return null;

        long? number = kind switch
        {
            BinaryOperatorKind.Add => left + right,
            BinaryOperatorKind.Subtract => left - right,
            BinaryOperatorKind.Multiply when Math.Abs(left) < int.MaxValue && Math.Abs(right) < int.MaxValue => left * right,
            BinaryOperatorKind.Divide when right != 0 => left / right,
            BinaryOperatorKind.Remainder when right != 0 => left % right,
            BinaryOperatorKind.And => left & right,
            BinaryOperatorKind.Or => left | right,
            BinaryOperatorKind.ExclusiveOr => left ^ right,
            _ => null,
        };
        if (number is { } value)
            return value is >= int.MinValue and <= int.MaxValue ? (int)value : null;

        return kind switch
        {
            BinaryOperatorKind.LessThan => left < right,
            BinaryOperatorKind.LessThanOrEqual => left <= right,
            BinaryOperatorKind.GreaterThan => left > right,
            BinaryOperatorKind.GreaterThanOrEqual => left >= right,
            _ => null,
        };
    }

    private static bool SameConstant(object? a, object? b) =>
        TryGetInteger(a, out var left) && TryGetInteger(b, out var right) ? left == right : Equals(a, b);

    public static string Text(object? constant) => System.Convert.ToString(constant, CultureInfo.InvariantCulture) ?? "";

    public static bool IsText(ValueSet value) =>
        value.Single is { Kind: AbstractValueKind.PartialText } or { Kind: AbstractValueKind.Constant, Constant: string };
}
