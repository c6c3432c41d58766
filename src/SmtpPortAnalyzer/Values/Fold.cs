using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace SmtpPortAnalyzer.Values;

/// <summary>Computes what operators and the framework's pure functions give for known values, in the invariant culture.</summary>
internal static class Fold
{
    /// <summary>What the framework's names for the running machine fold to.</summary>
    private const string ThisMachine = "localhost";

    public static FlowValue Binary(IBinaryOperation binary, FlowValue left, FlowValue right) =>
        binary.OperatorMethod is { ContainingType.SpecialType: SpecialType.None } ? FlowValue.Open : Binary(binary.OperatorKind, left, right, binary.Syntax);

    public static FlowValue Binary(BinaryOperatorKind kind, FlowValue left, FlowValue right, SyntaxNode syntax)
    {
        if (kind == BinaryOperatorKind.Add && (IsText(left) || IsText(right)))
            return Concatenation(new[] { left, right }, syntax);

        if (left.Single is not { Kind: KnownKind.Constant } a || right.Single is not { Kind: KnownKind.Constant } b)
            return FlowValue.Open;

        return Compute(kind, a.Constant, b.Constant) is { } result
            ? FlowValue.Of(Known.OfConstant(result, syntax))
            : FlowValue.Open;
    }

    public static FlowValue Unary(IUnaryOperation unary, FlowValue operand) => unary.OperatorKind switch
    {
        UnaryOperatorKind.Not when operand.TryGetConstant<bool>(out var truth) => FlowValue.Of(Known.OfConstant(!truth, unary.Syntax)),
        UnaryOperatorKind.Minus when operand.TryGetConstant<int>(out var number) => FlowValue.Of(Known.OfConstant(unchecked(-number), unary.Syntax)),
        UnaryOperatorKind.Plus => operand,
        _ => FlowValue.Open,
    };

    /// <summary>Text put together; a part that is known only at run time becomes <see cref="Known.Hole"/>.</summary>
    public static FlowValue Concatenation(IEnumerable<FlowValue> parts, SyntaxNode syntax)
    {
        var text = new StringBuilder();
        var isWhole = true;
        foreach (var part in parts)
        {
            if (part.Single is { Kind: KnownKind.Constant or KnownKind.PartialText } known)
            {
                text.Append(Text(known.Constant));
                isWhole &= known.Kind == KnownKind.Constant;
            }
            else
            {
                text.Append(Known.Hole);
                isWhole = false;
            }
        }

        var whole = text.ToString();
        return FlowValue.Of(isWhole ? Known.OfConstant(whole, syntax) : Known.OfPartialText(whole, syntax));
    }

    /// <summary>The value after a conversion; null where run time decides.</summary>
    public static Known? Conversion(Known known, ITypeSymbol? type)
    {
        if (known.Kind != KnownKind.Constant || known.Constant is null or string or bool)
            return known;

        var target = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : type;
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

    /// <summary>What the framework's pure functions make of known arguments; null where the call is not one of them.</summary>
    public static FlowValue? Call(IInvocationOperation call, FlowValue receiver, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is not { } type)
            return null;

        switch (method.Name)
        {
            case "Parse" when IsNumber(type) && arguments.Length > 0:
                return Parsed(arguments[0].Value, call.Syntax);
            case "TryParse" when IsNumber(type) && arguments.Length > 1:
                return TryParse(arguments, call.Syntax, evaluator);
            case "ToInt32" or "ToInt16" or "ToUInt16" or "ToInt64" when IsSystem(type, "Convert") && arguments.Length > 0:
                return arguments.Length == 1 || arguments[1].Parameter?.Type.Name == "IFormatProvider" ? Parsed(arguments[0].Value, call.Syntax) : null;
            case "ToString" when receiver.Single is { Kind: KnownKind.Constant, Constant: not null } known:
                return FlowValue.Of(known.WithConstant(Text(known.Constant)));
            case "Trim" or "ToLower" or "ToLowerInvariant" when receiver.Single is { Constant: string text } trimmed && arguments.IsEmpty:
                return FlowValue.Of(trimmed.WithConstant(method.Name == "Trim" ? text.Trim() : text.ToLowerInvariant()));
            case "FromResult" when type.Name is "Task" or "ValueTask" && arguments.Length == 1:
                return arguments[0].Value;
            case "ConfigureAwait" when call.Instance is not null:
                return receiver;
            case "GetHostName" when type.Name == "Dns" && type.ContainingNamespace?.Name == "Net":
                return FlowValue.Of(Known.OfConstant(ThisMachine, call.Syntax));
            case "Parse" when type.Name == "IPAddress" && arguments.Length > 0:
                return arguments[0].Value;
            case "Concat" when type.SpecialType == SpecialType.System_String && arguments.Length > 1:
                return Concatenation(Values(arguments), call.Syntax);
            case "GetValueOrDefault" when type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T && receiver.Single is { Kind: KnownKind.Constant }:
                return receiver;
            default:
                return null;
        }
    }

    /// <summary>A URI is its text; null where the creation is not of a URI.</summary>
    public static FlowValue? Creation(IObjectCreationOperation creation, ImmutableArray<ArgumentValue> arguments) =>
        creation.Type is INamedTypeSymbol type && IsSystem(type, "Uri") && arguments.Length > 0 && IsText(arguments[0].Value)
            ? arguments[0].Value
            : null;

    /// <summary>Members of known values: the parts of a URI, what a nullable holds.</summary>
    public static FlowValue? Member(IMemberReferenceOperation member, FlowValue receiver)
    {
        var type = member.Member.ContainingType;
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return member.Member.Name switch
            {
                "Value" => receiver,
                "HasValue" when receiver.Single is { Kind: KnownKind.Constant } known => FlowValue.Of(Known.OfConstant(known.Constant is not null, member.Syntax)),
                _ => FlowValue.Open,
            };
        }

        if (member.Member is IFieldSymbol item && receiver.Single is { Kind: KnownKind.Tuple } tuple)
            return TupleItem(item, tuple);

        if (IsSystem(type, "Environment") && member.Member.Name == "MachineName")
            return FlowValue.Of(Known.OfConstant(ThisMachine, member.Syntax));

        if (type.Name == "IPAddress" && member.Member is IFieldSymbol { IsStatic: true } address)
        {
            return address.Name switch
            {
                "Loopback" => FlowValue.Of(Known.OfConstant("127.0.0.1", member.Syntax)),
                "IPv6Loopback" => FlowValue.Of(Known.OfConstant("::1", member.Syntax)),
                _ => null,
            };
        }

        if (!IsSystem(type, "Uri") || receiver.Single is not { Constant: string text } uri || !MailUri.TryParse(text, out var parts))
            return null;

        return member.Member.Name switch
        {
            "Port" => FlowValue.Of(uri.WithConstant(parts.Port ?? -1)),
            "Host" or "DnsSafeHost" or "IdnHost" when parts.Host is not null => FlowValue.Of(uri.WithConstant(parts.Host)),
            "Scheme" => FlowValue.Of(uri.WithConstant(parts.Scheme)),
            "IsDefaultPort" => FlowValue.Of(uri.WithConstant(parts.Port is null)),
            _ => null,
        };
    }

    private static FlowValue? TupleItem(IFieldSymbol item, Known tuple)
    {
        // Names are sugar: the field that counts is ItemN.
        var name = (item.CorrespondingTupleField ?? item).Name;
        return name.StartsWith("Item", StringComparison.Ordinal)
            && int.TryParse(name.Substring(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= tuple.Items.Length
                ? tuple.Items[number - 1]
                : null;
    }

    public static IOperation WithoutConversion(IOperation operation)
    {
        while (operation is IConversionOperation { OperatorMethod: null } conversion)
            operation = conversion.Operand;
        return operation;
    }

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

    private static FlowValue Parsed(FlowValue text, SyntaxNode syntax) => text.Select(known => known switch
    {
        { Kind: KnownKind.Constant, Constant: string digits } when TryParseNumber(digits, out var number) => known.WithConstant(number),
        { Kind: KnownKind.Constant, Constant: not (null or string) } or { Kind: KnownKind.Setting or KnownKind.Symbolic } => known,
        _ => null,
    });

    private static FlowValue TryParse(ImmutableArray<ArgumentValue> arguments, SyntaxNode syntax, FlowEvaluator evaluator)
    {
        var result = arguments[arguments.Length - 1];
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.RefKind == RefKind.Out)
                result = argument;
        }

        var isConstant = arguments[0].Value.Single is { Kind: KnownKind.Constant };
        var parsed = Parsed(arguments[0].Value, syntax);
        evaluator.Assign(result.Operation.Value, parsed, arguments[0].Operation.Value);
        return isConstant ? FlowValue.Of(Known.OfConstant(parsed.Single is not null, syntax)) : FlowValue.Open;
    }

    private static bool TryParseNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out number);

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

    private static IEnumerable<FlowValue> Values(ImmutableArray<ArgumentValue> arguments)
    {
        foreach (var argument in arguments)
            yield return argument.Value;
    }

    private static string Text(object? constant) => System.Convert.ToString(constant, CultureInfo.InvariantCulture) ?? "";

    private static bool IsText(FlowValue value) => value.Single is { Kind: KnownKind.PartialText } or { Kind: KnownKind.Constant, Constant: string };

    private static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;

    private static bool IsSystem(INamedTypeSymbol type, string name) =>
        type.Name == name && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };
}
