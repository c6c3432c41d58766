using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections.Bodies;

/// <summary>
/// Says in the caller's terms what a called body says in its own: its parameters are the arguments, its <c>this</c> the receiver.
/// </summary>
internal sealed class Substitution(ValueSet receiver, ImmutableArray<ArgumentValue> arguments, FlowState caller)
{
    /// <summary>The caller's state; it grows by the members of objects that the called body made.</summary>
    public FlowState Caller { get; private set; } = caller;

    /// <summary>The call: what the called body makes is another object for each of them. Null where that does not matter.</summary>
    public SyntaxNode? Call { get; init; }

    private readonly HashSet<(AbstractValue Made, FlowState State)> _imported = new();

    /// <summary>The objects of the caller that this call gave.</summary>
    private readonly HashSet<AbstractValue> _given = new();

    /// <summary>Whether the object of the caller is one that this call gave.</summary>
    public bool Gives(AbstractValue given) => _given.Contains(given);

    /// <param name="value">A value of the called body.</param>
    /// <param name="state">The called body's state that holds the members of the objects it made.</param>
    public ValueSet Map(ValueSet value, FlowState state) => value.SelectMany(known => Map(known, state));

    private ValueSet Map(AbstractValue known, FlowState state)
    {
        switch (known.Kind)
        {
            case AbstractValueKind.Constant:
                return ValueSet.FromValue(Returned(known));
            case AbstractValueKind.PartialText:
                return ConstantFolding.Filled(known.WithItems(Map(known.Items, state))).Select(Returned);
            case AbstractValueKind.This:
                return receiver;
            case AbstractValueKind.Symbolic when known.Symbol is IParameterSymbol extended && extended.IsExtended():
                return receiver;
            case AbstractValueKind.Symbolic when known.Symbol is IParameterSymbol parameter:
                return Narrowed(Argument(parameter, known), known);
            case AbstractValueKind.Symbolic when known.Symbol is { } member && known.Receiver is { } owner:
                return Placed(Narrowed(Member(member, Map(owner, state), known), known), known.Place);
            case AbstractValueKind.Allocation:
                Import(known, state);
                return ValueSet.FromValue(Given(known));
            case AbstractValueKind.Tuple or AbstractValueKind.Sequence:
                return ValueSet.FromValue(known.WithItems(Map(known.Items, state)));
            case AbstractValueKind.Setting:
                return Setting(known, state);
            case AbstractValueKind.Condition:
                // What was asked is in the called body's graph, and of its own variables.
                return ValueSet.Open;
            default:
                return ValueSet.FromValue(known);
        }
    }

    private static AbstractValue Returned(AbstractValue known) =>
        (known.Place ?? known.Origin) is { } place ? known.AsReturned(place) : known;

    /// <summary>What the called body looks up, under a key and in a section that it may have been handed.</summary>
    private ValueSet Setting(AbstractValue known, FlowState state)
    {
        var key = Map(known.Items[0], state);
        var sections = known.Receiver is { } section ? Map(ValueSet.FromValue(section), state) : ValueSet.Open;
        var handed = sections.Knowns.Where(one => one.Kind is AbstractValueKind.Setting or AbstractValueKind.Symbolic);
        return ValueSet.Union(handed.DefaultIfEmpty(known.Receiver).Select(one =>
        {
            var setting = ValueSet.FromValue(AbstractValue.OfSetting((SettingStore)known.Constant!, one, key));
            return known.IsFallback ? setting.Select(static value => value.AsFallback()) : setting;
        }))!.Value;
    }

    private ImmutableArray<ValueSet> Map(ImmutableArray<ValueSet> items, FlowState state)
    {
        var mapped = ImmutableArray.CreateBuilder<ValueSet>(items.Length);
        foreach (var item in items)
            mapped.Add(Map(item, state));
        return mapped.MoveToImmutable();
    }

    /// <summary>What the called body has made sure of holds for the value that it was given.</summary>
    private static ValueSet Narrowed(ValueSet value, AbstractValue known) =>
        known.IsExcluded ? Narrowing.WithoutSought(value, ConnectionRelevance.IsSought) : value;

    private ValueSet Argument(IParameterSymbol parameter, AbstractValue known)
    {
        if (arguments.Named(parameter.Name) is { } argument)
        {
            var place = argument.Syntax;
            return argument.Value.Select(value =>
                value.Kind is AbstractValueKind.Constant or AbstractValueKind.PartialText
                    ? (known.IsFallback ? value.AsFallback() : value).AsReturned(place)
                    : PlacedAs(known, value, place));
        }

        // What a local function or lambda captures is the enclosing method's own.
        return IsOfCalled(parameter) ? ValueSet.Open : ValueSet.FromValue(known);
    }

    /// <summary>A port that the caller itself has from elsewhere is handed to the client by the argument.</summary>
    private static AbstractValue PlacedAs(AbstractValue known, AbstractValue value, SyntaxNode place)
    {
        if (value.Kind != AbstractValueKind.Symbolic)
            return value;

        value = known.IsFallback ? value.AsFallback() : value;
        return known.Place is null || value.Place is not null ? value : value.At(place);
    }

    private static ValueSet Placed(ValueSet value, SyntaxNode? place) => place is null
        ? value
        : value.Select(known => known is { Kind: AbstractValueKind.Symbolic, Place: null } ? known.At(place) : known);

    private AbstractValue Given(AbstractValue made) => Call is null ? made : made.GivenBy(Call);

    private bool IsOfCalled(IParameterSymbol parameter) =>
        arguments.Length > 0
        && arguments[0].Parameter?.ContainingSymbol is IMethodSymbol called
        && SymbolEqualityComparer.Default.Equals(
            called.AsDeclared().OriginalDefinition, parameter.ContainingSymbol?.OriginalDefinition);

    /// <summary>The member of an object that is not known is that of any, as where the caller reads it itself.</summary>
    private ValueSet Member(ISymbol member, ValueSet owners, AbstractValue known) => owners.Knowns.IsEmpty
        ? ValueSet.FromValue(AbstractValue.OfSymbol(member, null, known.Origin))
        : owners.SelectMany(owner =>
            Caller.Get(StorageLocation.Member(owner, member)) ?? ValueSet.FromValue(AbstractValue.OfSymbol(member, owner, known.Origin)));

    /// <summary>
    /// Brings along the members of an object that the called body made; objects may refer to themselves and to one another.
    /// </summary>
    private void Import(AbstractValue made, FlowState state)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!_imported.Add((made, state)))
            return;

        // What the same call gave in an earlier round of a loop is another object.
        var given = Given(made);
        if (_given.Add(given) && Call is not null)
            Caller = Caller.ForgetObject(given);
        foreach (var pair in state.MembersOf(made).Entries())
        {
            // The same object may be returned on several ways, with other members on each: which go together is lost.
            var value = Map(pair.Value, state);
            var cell = pair.Key.Of(given);
            Caller = Caller.Set(cell, Caller.Get(cell)?.Mix(value) ?? value);
        }
    }
}
