using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>Computes what the framework's pure functions and members give for known values, in the invariant culture.</summary>
internal static class FrameworkFunctions
{
    /// <summary>What the framework's names for the running machine fold to.</summary>
    private const string ThisMachine = "localhost";

    /// <summary>What the framework's pure functions make of known arguments; null where the call is not one of them.</summary>
    public static ValueSet? Call(
        IInvocationOperation call, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        var method = call.TargetMethod;
        if (method.ContainingType is not { } type)
            return null;

        var types = evaluator.FrameworkTypes;
        switch (method.Name)
        {
            case "Parse" when IsNumber(type) && arguments.Length > 0:
                return NumberTexts.Parsed(arguments[0].Value, NumberTexts.StyleOf(arguments, types));
            case "Equals" when IsNumber(type) && arguments.Length == 1:
                return ConstantFolding.Binary(BinaryOperatorKind.Equals, receiver, arguments[0].Value, call.Syntax);
            case "Parse" when type.SpecialType == SpecialType.System_Enum && arguments.Length > 0:
                return EnumTexts.Parsed(call, arguments);
            case "Min" or "Max" when types.Is(type, FrameworkType.Math) && arguments.Length == 2:
                return ConstantFolding.Bound(arguments[0].Value, arguments[1].Value, isGreater: method.Name == "Max");
            case "HasFlag" when type.SpecialType == SpecialType.System_Enum && arguments.Length == 1:
                return ConstantFolding.Binary(
                    BinaryOperatorKind.Equals, ConstantFolding.Binary(BinaryOperatorKind.And, receiver, arguments[0].Value, call.Syntax),
                    arguments[0].Value, call.Syntax);
            case "AsSpan" or "AsMemory" when receiver.Knowns.IsEmpty && arguments.Length == 1:
                return arguments[0].Value;
            case "TryParse" when IsNumber(type) && arguments.Length > 1:
                return TryParse(arguments, call.Syntax, evaluator);
            case "Parse" when type.SpecialType == SpecialType.System_Boolean && arguments.Length > 0:
                return ParsedTruth(arguments[0].Value);
            case { } name when types.Is(type, FrameworkType.Convert) && arguments.Length > 0:
                return name == "ChangeType" || IsPlain(arguments, 1, types)
                    ? Converted(name, arguments[0].Value)
                    : NumberTexts.InBase(arguments);
            case "ToString" when receiver.Single is { Kind: AbstractValueKind.Constant, Constant: not null } known:
                return ValueSet.FromValue(known.WithConstant(ConstantFolding.Text(known.Constant)));
            case "ToString" or "Trim" or "TrimStart" or "TrimEnd"
                when !receiver.Knowns.IsEmpty && IsNumberOrText(type) && IsPlain(arguments, 0, types):
                return receiver.Select(known => Trimmed(known, method.Name));
            case { } question when type.SpecialType == SpecialType.System_String && call.Type?.SpecialType == SpecialType.System_Boolean:
                return TextQuestions.Answer(question, receiver, arguments, call.Syntax);
            case { } name when type.SpecialType == SpecialType.System_String && TextFunctions.Names.Contains(name):
                return TextFunctions.Call(name, receiver, arguments);
            case "ConvertFrom" or "ConvertFromString" or "ConvertFromInvariantString"
                when types.Is(type, FrameworkType.TypeConverter) && arguments.Length > 0:
                return NumberTexts.Parsed(arguments[arguments.Length - 1].Value);
            case "Split" when receiver.Single is { Kind: AbstractValueKind.Constant, Constant: string text } whole:
                return TextQuestions.Split(text, whole, arguments, call.Syntax);
            case "FromResult" when types.Is(type, FrameworkType.Task) && arguments.Length == 1:
                return arguments[0].Value;
            case "ConfigureAwait" or "GetAwaiter" or "AsTask" or "WaitAsync" when types.Is(type, FrameworkType.Task):
            case "GetAwaiter" or "GetResult" when types.Is(type, FrameworkType.TaskAwaiter):
                return receiver;
            case "Create" when types.Is(type, FrameworkType.Tuple) && arguments.Length > 0:
            case "Create" when arguments.Length == 2 && types.Is(method.ReturnType, FrameworkType.KeyValuePair):
                return ValueSet.FromValue(AbstractValue.OfTuple(Values(arguments).ToImmutableArray()));
            case "GetHostName" when types.Is(type, FrameworkType.Dns):
                return ValueSet.FromValue(AbstractValue.OfConstant(ThisMachine, call.Syntax));
            case "Parse" when types.Is(type, FrameworkType.IPAddress) && arguments.Length > 0:
                return arguments[0].Value;
            case "Format" when type.SpecialType == SpecialType.System_String && Format(arguments) is { } format:
                return Formatted(format, arguments, call.Syntax);
            case "Concat" when type.SpecialType == SpecialType.System_String && arguments.Length > 1:
                return ConstantFolding.Concatenation(Values(arguments), call.Syntax);
            case "Join" when type.SpecialType == SpecialType.System_String && arguments.Length == 2
                && arguments[0].Value.TryGetConstant<string>(out var separator):
                return Joined(separator, arguments[1].Given, evaluator, call.Syntax);
            case "Combine" when types.Is(type, FrameworkType.ConfigurationPath) && arguments.Length == 1:
                return Joined(":", arguments[0].Given, evaluator, call.Syntax);
            case { } asked when type.IsNullable() && NullableModel.Call(asked, receiver, arguments, call.Syntax) is { } held:
                return held;
            default:
                return null;
        }
    }

    /// <summary>A URI is its text, and a task what it gives; null where the creation is of neither.</summary>
    public static ValueSet? Creation(IObjectCreationOperation creation, ImmutableArray<ArgumentValue> arguments, FrameworkTypes types) =>
        arguments.Length > 1 && (types.Is(creation.Type, FrameworkType.Tuple) || types.Is(creation.Type, FrameworkType.KeyValuePair))
            ? ValueSet.FromValue(AbstractValue.OfTuple(Values(arguments).ToImmutableArray()))
        : arguments.Length > 0
            && ((types.Is(creation.Type, FrameworkType.Uri) && arguments[0].Parameter?.Type.SpecialType == SpecialType.System_String)
                || (types.Is(creation.Type, FrameworkType.Task) && arguments[0].Parameter?.Name == "result")
                || IsLazyNumberOrText(creation.Type, arguments[0].Value, types))
            ? arguments[0].Value
            : null;

    /// <summary>Members of known values: the parts of a URI, what a nullable holds.</summary>
    public static ValueSet? Member(IMemberReferenceOperation member, ValueSet receiver, FlowEvaluator evaluator)
    {
        if (member is { Member.Name: "Name", Instance: ITypeOfOperation { TypeOperand: var named } })
            return ValueSet.FromValue(NameOf(named, member.Syntax));

        var type = member.Member.ContainingType;
        if (type.IsNullable())
            return NullableModel.Member(member.Member.Name, receiver, member.Syntax);

        if (member.Member.Name == "Length" && receiver.TryGetConstant<string>(out var measured))
            return ValueSet.FromValue(AbstractValue.OfConstant(measured.Length, member.Syntax));

        if (member.Member is IFieldSymbol or IPropertySymbol && receiver.Single is { Kind: AbstractValueKind.Tuple } tuple)
            return TupleItem(member.Member, tuple);

        var types = evaluator.FrameworkTypes;
        if (member.Member.Name == "Result" && types.Is(type, FrameworkType.Task))
            return receiver;

        if (types.Is(type, FrameworkType.Environment) && member.Member.Name == "MachineName")
            return ValueSet.FromValue(AbstractValue.OfConstant(ThisMachine, member.Syntax));

        if (types.Is(type, FrameworkType.IPAddress) && member.Member is IFieldSymbol { IsStatic: true } address)
        {
            return address.Name switch
            {
                "Loopback" => ValueSet.FromValue(AbstractValue.OfConstant("127.0.0.1", member.Syntax)),
                "IPv6Loopback" => ValueSet.FromValue(AbstractValue.OfConstant("::1", member.Syntax)),
                _ => null,
            };
        }

        if (!types.Is(type, FrameworkType.Uri) || receiver.Single is not { Constant: string text } uri
            || !MailUri.TryParse(text, out var parts))
            return null;

        return member.Member.Name switch
        {
            "Port" when parts.IsPortOpen => Part(parts.PortHole),
            "Port" => ValueSet.FromValue(uri.WithConstant(parts.Port ?? -1)),
            "Host" or "DnsSafeHost" or "IdnHost" when parts.Host is not null => ValueSet.FromValue(uri.WithConstant(parts.Host)),
            "Host" or "DnsSafeHost" or "IdnHost" => Part(parts.HostHole),
            "Scheme" => ValueSet.FromValue(uri.WithConstant(parts.Scheme)),
            "IsDefaultPort" when !parts.IsPortOpen => ValueSet.FromValue(uri.WithConstant(parts.Port is null)),
            _ => null,
        };

        // What the text was put together from; null where that is not one value.
        ValueSet? Part(int hole) => hole >= 0 && hole < uri.Items.Length ? uri.Items[hole] : null;
    }

    /// <summary>The name of a type; what a type parameter is called is known where it is given.</summary>
    public static AbstractValue NameOf(ITypeSymbol type, SyntaxNode? origin) => type is ITypeParameterSymbol
        ? AbstractValue.OfSymbol(type, null, origin)
        : AbstractValue.OfConstant(type.Name, origin);

    /// <summary>The tuple with another value in one of its items; null where the field is none of them.</summary>
    public static AbstractValue? WithItem(AbstractValue tuple, IFieldSymbol item, ValueSet value) =>
        Position(item, tuple) is { } position ? AbstractValue.OfTuple(tuple.Items.SetItem(position, value)) : null;

    private static ValueSet? TupleItem(ISymbol item, AbstractValue tuple) =>
        Position(item, tuple) is { } position ? tuple.Items[position] : null;

    private static int? Position(ISymbol item, AbstractValue tuple)
    {
        if (tuple.Items.Length == 2 && item is IPropertySymbol { Name: "Key" or "Value" })
            return item.Name == "Key" ? 0 : 1;

        // Names are sugar: the field that counts is ItemN.
        var name = ((item as IFieldSymbol)?.CorrespondingTupleField ?? item).Name;
        return name.StartsWith("Item", StringComparison.Ordinal)
            && int.TryParse(name.Substring(4), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= tuple.Items.Length
                ? number - 1
                : null;
    }

    /// <summary>The texts that a call lists, with the separator between them; null where they are in a collection made elsewhere.</summary>
    private static ValueSet? Joined(string separator, IOperation texts, FlowEvaluator evaluator, SyntaxNode syntax)
    {
        texts = ConstantFolding.WithoutConversion(texts);
        var list = texts is IArrayCreationOperation { Initializer: { } listed } ? listed : texts.IsImplicit ? texts : null;
        if (list is null || list.ChildOperations.Count == 0)
            return null;

        var parts = new List<ValueSet>();
        foreach (var element in list.ChildOperations)
        {
            if (parts.Count > 0)
                parts.Add(ValueSet.FromValue(AbstractValue.OfConstant(separator, syntax)));
            parts.Add(evaluator.Evaluate(element));
        }

        return ConstantFolding.Concatenation(parts, syntax);
    }

    private static string? Format(ImmutableArray<ArgumentValue> arguments) =>
        arguments.Named("format") is { } argument && argument.Value.TryGetConstant<string>(out var format) ? format : null;

    /// <summary>Text with values in place of <c>{0}</c>; what is aligned, formatted or not understood becomes a hole.</summary>
    private static ValueSet Formatted(string format, ImmutableArray<ArgumentValue> arguments, SyntaxNode syntax)
    {
        var parts = new List<ValueSet>();
        var values = arguments.Where(argument => argument.Parameter?.Name.StartsWith("arg", StringComparison.Ordinal) == true).ToList();
        var start = 0;
        while (format.IndexOf('{', start) is var open && open >= 0 && format.IndexOf('}', open) is var close && close >= 0)
        {
            parts.Add(ValueSet.FromValue(AbstractValue.OfConstant(format.Substring(start, open - start), syntax)));
            var isPlain = int.TryParse(
                format.Substring(open + 1, close - open - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
            parts.Add(isPlain && number < values.Count ? values[number].Value : ValueSet.Open);
            start = close + 1;
        }

        parts.Add(ValueSet.FromValue(AbstractValue.OfConstant(format.Substring(start), syntax)));
        return ConstantFolding.Concatenation(parts, syntax);
    }

    /// <summary>Whether the arguments from there on say nothing but the culture.</summary>
    private static bool IsPlain(ImmutableArray<ArgumentValue> arguments, int from, FrameworkTypes types) =>
        arguments.Skip(from).All(argument => types.Is(argument.Parameter?.Type, FrameworkType.FormatProvider));

    /// <summary>
    /// Text without the spaces around it; a number and text that is known at run time only are what they are in other clothes.
    /// </summary>
    private static AbstractValue? Trimmed(AbstractValue known, string name) => known switch
    {
        { Kind: AbstractValueKind.Constant, Constant: string text } => known.WithConstant(name switch
        {
            "Trim" => text.Trim(),
            "TrimStart" => text.TrimStart(),
            "TrimEnd" => text.TrimEnd(),
            _ => text,
        }),
        { Kind: AbstractValueKind.Constant, Constant: not null } => known.WithConstant(ConstantFolding.Text(known.Constant)),
        { Kind: AbstractValueKind.Setting or AbstractValueKind.Symbolic } => known,
        _ => null,
    };

    /// <summary>
    /// What a method of <see cref="System.Convert"/> makes of a value; null where it makes something else than a port or a truth.
    /// </summary>
    private static ValueSet? Converted(string method, ValueSet value) => method switch
    {
        "ToInt32" or "ToInt16" or "ToUInt16" or "ToInt64" or "ToUInt32" or "ToUInt64" or "ChangeType" => NumberTexts.Parsed(value),
        "ToString" => value.Select(known => Trimmed(known, method)),
        "ToBoolean" => ParsedTruth(value),
        _ => null,
    };

    private static ValueSet ParsedTruth(ValueSet text) => text.Select(known => known switch
    {
        { Kind: AbstractValueKind.Constant, Constant: string word } =>
            bool.TryParse(word, out var truth) ? known.WithConstant(truth) : null,
        { Kind: AbstractValueKind.Constant, Constant: bool } or { Kind: AbstractValueKind.Setting or AbstractValueKind.Symbolic } => known,
        _ => null,
    });

    private static ValueSet TryParse(ImmutableArray<ArgumentValue> arguments, SyntaxNode syntax, FlowEvaluator evaluator)
    {
        var result = arguments[arguments.Length - 1];
        foreach (var argument in arguments)
        {
            if (argument.Parameter?.RefKind == RefKind.Out)
                result = argument;
        }

        var isConstant = arguments[0].Value.Single is { Kind: AbstractValueKind.Constant };
        var parsed = NumberTexts.Parsed(arguments[0].Value, NumberTexts.StyleOf(arguments, evaluator.FrameworkTypes));
        evaluator.Assign(result.Given, parsed, arguments[0].Given);
        return isConstant ? ValueSet.FromValue(AbstractValue.OfConstant(parsed.Single is not null, syntax)) : ValueSet.Open;
    }

    private static IEnumerable<ValueSet> Values(ImmutableArray<ArgumentValue> arguments)
    {
        foreach (var argument in arguments)
            yield return argument.Value;
    }

    /// <summary>What holds numbers and texts: an object that comes from a row or a reader may be either.</summary>
    private static bool IsNumberOrText(ITypeSymbol type) =>
        IsNumber(type) || type.IsNullable() || type.SpecialType is SpecialType.System_String or SpecialType.System_Object;

    /// <summary>A lazy number or text, or some in a tuple, is the function that gives it.</summary>
    private static bool IsLazyNumberOrText(ITypeSymbol? type, ValueSet function, FrameworkTypes types) =>
        function.Single is { Kind: AbstractValueKind.Function } && types.Is(type, FrameworkType.Lazy)
        && type is INamedTypeSymbol { TypeArguments: { Length: 1 } given } && (IsNumberOrText(given[0]) || given[0].IsTupleType);

    private static bool IsNumber(ITypeSymbol type) =>
        type.SpecialType is >= SpecialType.System_SByte and <= SpecialType.System_UInt64;
}
