using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>What functions of a known text give: <c>nameof(MailOptions).Replace("Options", "")</c>.</summary>
internal static class TextFunctions
{
    public static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create(
        "Replace", "Substring", "Remove", "ToLower", "ToLowerInvariant", "ToUpper", "ToUpperInvariant");

    /// <summary>What becomes longer is no name or address: a text that doubles in a loop ends here.</summary>
    private const int MaxLength = 1000;

    /// <summary>Null where the function is none of them, the text is not known, or the function would throw.</summary>
    public static ValueSet? Call(string name, ValueSet receiver, ImmutableArray<ArgumentValue> arguments)
    {
        if (Constants(arguments) is not { } given)
            return null;

        return receiver.Single switch
        {
            { Kind: AbstractValueKind.Constant, Constant: string text } known => Call(name, known, text, given),

            // What a type parameter is called is known where it is given; what is done to the name waits until then.
            { Kind: AbstractValueKind.Symbolic, Symbol: ITypeParameterSymbol } named =>
                ValueSet.FromValue(named.WithItems(named.Items.Add(ValueSet.FromValue(Step(name, arguments))))),
            _ => null,
        };
    }

    /// <summary>A name that is known now, with what was done to the type parameter's; null where a function would throw.</summary>
    public static AbstractValue? Named(AbstractValue parameter, AbstractValue name)
    {
        AbstractValue? named = name;
        foreach (var step in parameter.Items)
        {
            if (step.Single is not { Items: { IsEmpty: false } parts } || !parts[0].TryGetConstant<string>(out var function)
                || named?.Constant is not string text)
                return null;

            var given = parts.RemoveAt(0).Select(part => part.Knowns[0].Constant!).ToImmutableArray();
            named = Call(function, named, text, given)?.Single;
        }

        return named;
    }

    private static AbstractValue Step(string function, ImmutableArray<ArgumentValue> arguments) => AbstractValue.OfTuple(
        arguments.Select(argument => argument.Value).Prepend(ValueSet.FromValue(AbstractValue.OfConstant(function, null)))
            .ToImmutableArray());

    private static ValueSet? Call(string name, AbstractValue known, string text, ImmutableArray<object> given)
    {
        var result = (name, given.Length) switch
        {
            ("ToLower" or "ToLowerInvariant", 0) => text.ToLowerInvariant(),
            ("ToUpper" or "ToUpperInvariant", 0) => text.ToUpperInvariant(),
            ("Replace", 2) when given[0] is string { Length: > 0 } old && given[1] is string with => text.Replace(old, with),
            ("Replace", 2) when given[0] is char old && given[1] is char with => text.Replace(old, with),
            ("Substring", 1) when given[0] is int start && start >= 0 && start <= text.Length => text.Substring(start),
            ("Substring", 2) when given[0] is int start && given[1] is int length && IsWithin(text, start, length) =>
                text.Substring(start, length),
            ("Remove", 1) when given[0] is int start && start >= 0 && start < text.Length => text.Remove(start),
            _ => null,
        };
        return result is null or { Length: > MaxLength } ? null : ValueSet.FromValue(known.WithConstant(result));
    }

    private static bool IsWithin(string text, int start, int length) =>
        start >= 0 && length >= 0 && start <= text.Length - length;

    /// <summary>The constants that the arguments are; null where one of them is none.</summary>
    private static ImmutableArray<object>? Constants(ImmutableArray<ArgumentValue> arguments)
    {
        var constants = ImmutableArray.CreateBuilder<object>(arguments.Length);
        foreach (var argument in arguments)
        {
            if (argument.Value.Single is not { Kind: AbstractValueKind.Constant, Constant: { } constant })
                return null;
            constants.Add(constant);
        }

        return constants.MoveToImmutable();
    }
}
