using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections;

/// <summary>
/// Functions that a method is handed and runs on something else that it is handed: <c>T With&lt;T&gt;(this T one, Action&lt;T&gt;
/// change)</c>. What they do counts where they are handed over.
/// </summary>
internal static class RunFunctions
{
    /// <summary>Under this name stands what a function is run on, as if it were a member of the function.</summary>
    public const string Entry = "run";

    /// <summary>
    /// Takes note that the body runs a function that it was handed on an object that it was handed, before it does anything to that; false
    /// for any other call.
    /// </summary>
    public static bool Note(ValueSet function, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (arguments.Length != 1 || !IsGiven(function) || !IsGiven(arguments[0].Value)
            || !evaluator.State.MembersOf(arguments[0].Value.Knowns[0]).IsEmpty
            || evaluator.State.Get(Cell(function.Knowns[0])) is not null || IsRunOn(arguments[0].Value.Knowns[0], evaluator.State))
            return false;

        evaluator.State = evaluator.State.Set(Cell(function.Knowns[0]), arguments[0].Value);
        return true;
    }

    /// <summary>The arguments that are no functions which the body is known to run.</summary>
    public static ImmutableArray<ArgumentValue> Others(ImmutableArray<ArgumentValue> arguments, BodyEffects? effects) =>
        effects is null || effects.Cells.All(effect => effect.Cell.Key != Entry)
            ? arguments
            : arguments.RemoveAll(argument => effects.Cells.Any(effect =>
                effect.Cell.Key == Entry && effect.Cell.Owner?.Symbol?.Name == argument.Parameter?.Name));

    // Of two that are run on one object, the last one counts: their order is not kept.
    private static bool IsRunOn(AbstractValue given, FlowState state) => state.Objects.Entries().Any(function =>
        state.Get(Cell(function.Key)) is { } ran && ran.Knowns.Contains(given));

    private static StorageLocation Cell(AbstractValue function) => StorageLocation.Entry(function, Entry);

    /// <summary>Whether it is what a parameter of the method was given.</summary>
    public static bool IsGiven(ValueSet value) => value.Single is
    {
        Kind: AbstractValueKind.Symbolic,
        Symbol: IParameterSymbol
        {
            RefKind: RefKind.None,
            ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary }
        }
    };
}
