using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Kept;

/// <summary>
/// Takes values and states of one body apart. Of a state it keeps what is asked from outside of the body: members of objects and of types,
/// and parameters that callers see; not its locals.
/// </summary>
internal abstract class ValueWriter(SymbolKeys keys, CancellationToken cancellationToken)
{
    /// <summary>More than this is not worth keeping: the body is followed again.</summary>
    private const int MaxParts = 50_000;

    /// <summary>Numbers that are written often.</summary>
    private const int Boxed = 64;

    private static readonly object[] s_numbers = Enumerable.Range(0, Boxed).Cast<object>().ToArray();
    private static readonly object s_true = true;
    private static readonly object s_false = false;

    private readonly Dictionary<FactTokens, int> _numbers = new();
    private readonly Dictionary<FactTokens, int> _valueNumbers = new();
    private readonly Dictionary<AbstractValue, int> _valuesSeen = new(SameValue.Instance);
    private readonly Dictionary<StorageLocation, string> _orders = new();
    private ImmutableArray<object?>.Builder _parts = ImmutableArray.CreateBuilder<object?>();
    private int _count;
    private bool _isLost;

    /// <summary>The states that facts speak of by number.</summary>
    public List<FactTokens> States { get; } = new();

    /// <summary>The values that facts and states speak of by number: many facts speak of few.</summary>
    public List<FactTokens> Values { get; } = new();

    /// <summary>Whether something has no form without symbols, or is too much to be kept.</summary>
    public bool IsLost => _isLost || _count > MaxParts;

    protected void Lose() => _isLost = true;

    public FactTokens Take(Action<ValueWriter> write)
    {
        var outer = _parts;
        _parts = ImmutableArray.CreateBuilder<object?>();
        write(this);
        var taken = new FactTokens(_parts.ToImmutable());
        _parts = outer;
        return taken;
    }

    /// <summary>Takes apart what may come many times: each is kept once.</summary>
    public ImmutableArray<(SymbolKey, FactTokens)> TakeDistinct<T>(IEnumerable<T> all, Func<T, ISymbol> symbol, Action<T> write)
    {
        var seen = new HashSet<FactTokens>();
        var taken = ImmutableArray.CreateBuilder<(SymbolKey, FactTokens)>();
        foreach (var one in all)
        {
            var tokens = Take(_ => write(one));
            if (seen.Add(tokens))
                taken.Add((KeyOf(symbol(one))!, tokens));
            else
                _count -= tokens.Parts.Length;
        }

        return taken.ToImmutable();
    }

    public SymbolKey? KeyOf(ISymbol symbol)
    {
        var key = keys.KeyOf(symbol, cancellationToken);
        _isLost |= key is null;
        return key;
    }

    /// <summary>A state as it ends the body: with all that was made.</summary>
    public void End(FlowState state) => State(state, Shown(state));

    /// <summary>
    /// A state as those see it who know these values: what is in the objects that these are, or lead to, and in those that came from
    /// elsewhere. Other objects that the body made cannot be asked for.
    /// </summary>
    public void State(FlowState state, IEnumerable<ValueSet> values)
    {
        var told = Shown(state).Where(cell => cell.Key.Owner is null or { Kind: AbstractValueKind.Symbolic or AbstractValueKind.This })
            .ToList();
        var seen = new HashSet<AbstractValue>();
        var waiting = new Queue<AbstractValue>();
        foreach (var value in values)
            Reach(value);
        foreach (var cell in told)
            Reach(cell.Value);
        while (waiting.Count > 0)
        {
            foreach (var member in state.MembersOf(waiting.Dequeue()).Entries())
            {
                told.Add(member);
                Reach(member.Value);
            }
        }

        State(state, told);

        void Reach(ValueSet value)
        {
            foreach (var known in value.Knowns)
                ReachOne(known);
        }

        void ReachOne(AbstractValue known)
        {
            if (known.Kind == AbstractValueKind.Constant || !seen.Add(known))
                return;

            if (known.Kind == AbstractValueKind.Allocation)
                waiting.Enqueue(known);
            if (known.Receiver is { } receiver)
                ReachOne(receiver);
            foreach (var item in known.Items)
                Reach(item);
        }
    }

    private void State(FlowState state, IEnumerable<KeyValuePair<StorageLocation, ValueSet>> cells)
    {
        var tokens = Take(_ => Cells(state, cells));
        if (!_numbers.TryGetValue(tokens, out var number))
        {
            _numbers.Add(tokens, number = States.Count);
            States.Add(tokens);
        }
        else
        {
            _count -= tokens.Parts.Length;
        }

        Add(number);
    }

    public void Value(ValueSet value)
    {
        Add(value.Marks);
        Add(value.Knowns.Length);
        foreach (var known in value.Knowns)
            Value(known);
    }

    public void Symbol(ISymbol? symbol) => Add(symbol is null ? null : KeyOf(symbol));

    public void Add(object? part)
    {
        _count++;
        if (!IsLost)
            _parts.Add(part);
    }

    protected void Add(int number) => Add(number < Boxed ? s_numbers[number] : number);

    protected void Add(bool flag) => Add(flag ? s_true : s_false);

    private void Value(AbstractValue known)
    {
        if (IsLost)
            return;

        if (!_valuesSeen.TryGetValue(known, out var number))
        {
            var tokens = Take(_ => Parts(known));
            if (!_valueNumbers.TryGetValue(tokens, out number))
            {
                _valueNumbers.Add(tokens, number = Values.Count);
                Values.Add(tokens);
            }
            else
            {
                _count -= tokens.Parts.Length;
            }

            _valuesSeen.Add(known, number);
        }

        Add(number);
    }

    private void Parts(AbstractValue known)
    {
        Add((int)known.Kind);
        Add(known.Marks);
        // What a condition asks is an operation of its compilation, and counts in its own body alone: a caller knows nothing of it.
        Add(known.Kind == AbstractValueKind.Condition ? null : known.Constant);
        Symbol(known.Symbol);
        Add(known.Origin);
        Add(known.Place);
        Optional(known.Receiver);
        All(known.Items);
    }

    protected void All(ImmutableArray<ValueSet> values)
    {
        Add(values.Length);
        foreach (var value in values)
            Value(value);
    }

    protected void Optional(AbstractValue? known)
    {
        Add(known is not null);
        if (known is not null)
            Value(known);
    }

    protected void Optional(ValueSet? value)
    {
        Add(value is not null);
        if (value is { } there)
            Value(there);
    }

    protected void Optional<T>(T? value, Action<T> write)
        where T : class
    {
        Add(value is not null);
        if (value is not null)
            write(value);
    }

    private static IEnumerable<KeyValuePair<StorageLocation, ValueSet>> Shown(FlowState state) =>
        state.Variables.Entries()
            .Where(variable => variable.Key.Key is not null
                || variable.Key.Symbol is IFieldSymbol or IPropertySymbol or IParameterSymbol)
            .Concat(state.Objects.Entries().SelectMany(made => made.Value.Entries()));

    /// <summary>Cells in an order of their own: that of the maps differs from one compilation to the next.</summary>
    private void Cells(FlowState state, IEnumerable<KeyValuePair<StorageLocation, ValueSet>> cells)
    {
        if (IsLost)
            return;

        var ordered = cells.Select(cell => (Order: Order(cell.Key), Cell: cell))
            .OrderBy(pair => pair.Order, StringComparer.Ordinal).ToList();
        Add(state.IsExempt);
        Add(ordered.Count);
        foreach (var (_, cell) in ordered)
        {
            Optional(cell.Key.Owner);
            Symbol(cell.Key.Symbol);
            Add(cell.Key.Key);
            Value(cell.Value);
        }
    }

    private string Order(StorageLocation cell)
    {
        if (!_orders.TryGetValue(cell, out var order))
            _orders.Add(cell, order = $"{Order(cell.Owner)} {Order(cell.Symbol)} {cell.Key}");
        return order;
    }

    private string Order(AbstractValue? value) => value is null
        ? ""
        : $"{(int)value.Kind} {value.Constant} {Order(value.Symbol)} {value.Origin?.SpanStart:D8} {value.Place?.SpanStart:D8} " +
            Order(value.Receiver);

    private string? Order(ISymbol? symbol) => symbol is null ? null : KeyOf(symbol)?.Order;

    /// <summary>Whether it is the same object: of equal values, one may know another place than the other.</summary>
    private sealed class SameValue : IEqualityComparer<AbstractValue>
    {
        public static readonly SameValue Instance = new();

        public bool Equals(AbstractValue? x, AbstractValue? y) => ReferenceEquals(x, y);

        public int GetHashCode(AbstractValue obj) => RuntimeHelpers.GetHashCode(obj);
    }
}
