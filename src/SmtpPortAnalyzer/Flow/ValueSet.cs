using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// What an expression may be at one point of the program: a small set of known things and, where <see cref="IsOpen"/>, something that is
/// known only at run time as well. Immutable.
/// </summary>
internal readonly struct ValueSet : IEquatable<ValueSet>
{
    /// <summary>More than this many alternatives are not worth keeping.</summary>
    private const int MaxAlternatives = 8;

    private readonly ImmutableArray<AbstractValue> _knowns;
    private readonly Precision _precision;

    private ValueSet(ImmutableArray<AbstractValue> knowns, bool isOpen, Precision precision, bool isMixed)
    {
        _knowns = knowns;
        IsOpen = isOpen;
        _precision = precision;
        IsMixed = isMixed;
    }

    /// <summary>
    /// Which alternatives are kept. What was given up once is not taken up again when more of them are joined: values would grow and shrink
    /// in turns, and a loop would never come to an end.
    /// </summary>
    private enum Precision : byte
    {
        All,

        /// <summary>One place that gives a constant stands for all that give the same.</summary>
        OneForEachConstant,

        /// <summary>There are too many: the value is open.</summary>
        None,
    }

    /// <summary>Known only at run time.</summary>
    public static ValueSet Open { get; } = new(ImmutableArray<AbstractValue>.Empty, isOpen: true, Precision.All, isMixed: false);

    /// <summary>The alternatives that are known.</summary>
    public ImmutableArray<AbstractValue> Knowns => _knowns.IsDefault ? ImmutableArray<AbstractValue>.Empty : _knowns;

    /// <summary>Whether it may be something that only run time knows.</summary>
    public bool IsOpen { get; }

    /// <summary>Whether the alternatives were too many to be kept.</summary>
    public bool IsGivenUp => _precision == Precision.None;

    /// <summary>
    /// Whether its alternatives come from ways that were joined because they were too many: which of them goes with which of another such
    /// value is not known any more.
    /// </summary>
    public bool IsMixed { get; }

    /// <summary>Whether it is an answer that is yes on some ways and no on others.</summary>
    public bool IsEitherTruth => !IsOpen && Knowns.Length > 1 && Knowns.All(static known => known.Constant is bool);

    /// <summary>The one thing that it is, or null where there is a choice.</summary>
    public AbstractValue? Single => !IsOpen && Knowns.Length == 1 ? Knowns[0] : null;

    public static ValueSet FromValue(AbstractValue known) =>
        new(ImmutableArray.Create(known), isOpen: false, Precision.All, isMixed: false);

    /// <summary>What it is beside its alternatives, as one number.</summary>
    public int Marks => (IsOpen ? 1 : 0) | (IsMixed ? 2 : 0) | ((int)_precision << 2);

    /// <summary>A value that was taken apart, put together again.</summary>
    public static ValueSet Restore(ImmutableArray<AbstractValue> knowns, int marks) =>
        new(knowns, (marks & 1) != 0, (Precision)(marks >> 2), (marks & 2) != 0);

    /// <summary>The same, as one whose alternatives do not go with those of others.</summary>
    public ValueSet AsMixed() => IsMixed ? this : new(Knowns, IsOpen, _precision, isMixed: true);

    /// <summary>What it is on ways that are joined because they are too many.</summary>
    public ValueSet Mix(ValueSet other) => Equals(other) ? this : Or(other).AsMixed();

    /// <summary>Whether it allows for all that the other may be.</summary>
    public bool Covers(ValueSet other)
    {
        if (other.IsOpen && !IsOpen)
            return false;
        if (IsGivenUp)
            return true;

        foreach (var known in other.Knowns)
        {
            if (!Knowns.Contains(known) && !(_precision == Precision.OneForEachConstant && HasSameConstant(Knowns, known)))
                return false;
        }

        return true;
    }

    public ValueSet Or(ValueSet other)
    {
        var precision = _precision > other._precision ? _precision : other._precision;
        var knowns = precision == _precision ? Knowns : Union(ImmutableArray<AbstractValue>.Empty, Knowns, precision);
        knowns = Union(knowns, other.Knowns, precision);
        while (knowns.Length > MaxAlternatives)
        {
            precision++;
            knowns = Union(ImmutableArray<AbstractValue>.Empty, knowns, precision);
        }

        return new(knowns, IsOpen || other.IsOpen || precision == Precision.None, precision, IsMixed || other.IsMixed);
    }

    private static ImmutableArray<AbstractValue> Union(
        ImmutableArray<AbstractValue> knowns, ImmutableArray<AbstractValue> others, Precision precision)
    {
        if (precision == Precision.None)
            return ImmutableArray<AbstractValue>.Empty;

        foreach (var known in others)
        {
            if (!knowns.Contains(known) && !(precision == Precision.OneForEachConstant && HasSameConstant(knowns, known)))
                knowns = knowns.Add(known);
        }

        return knowns;
    }

    private static bool HasSameConstant(ImmutableArray<AbstractValue> knowns, AbstractValue known)
    {
        foreach (var other in knowns)
        {
            if (known.IsSameConstant(other))
                return true;
        }

        return false;
    }

    /// <summary>All of the values together; null where there is none.</summary>
    public static ValueSet? Union(IEnumerable<ValueSet> values)
    {
        ValueSet? all = null;
        foreach (var value in values)
            all = Join(all, value);
        return all;
    }

    /// <summary>What was found before, if anything was, or the other.</summary>
    public static ValueSet Join(ValueSet? found, ValueSet other) => found?.Or(other) ?? other;

    /// <summary>Adds what something may be to what it was found to be before.</summary>
    public static void JoinInto<TKey>(Dictionary<TKey, ValueSet> found, TKey key, ValueSet other)
        where TKey : notnull => found[key] = found.TryGetValue(key, out var known) ? known.Or(other) : other;

    /// <summary>What the alternatives may be together, each mapped to values of its own; open where nothing is known.</summary>
    public ValueSet SelectMany(Func<AbstractValue, ValueSet> map)
    {
        // What was given up stays given up, or what bodies of a recursion tell one another would never settle.
        var all = new ValueSet(ImmutableArray<AbstractValue>.Empty, IsOpen || Knowns.IsEmpty, _precision, IsMixed);
        foreach (var known in Knowns)
            all = all.Or(map(known));
        return all;
    }

    /// <summary>Applies <paramref name="map"/> to each alternative; null means that run time decides.</summary>
    public ValueSet Select(Func<AbstractValue, AbstractValue?> map)
    {
        var builder = ImmutableArray.CreateBuilder<AbstractValue>(Knowns.Length);
        var isOpen = IsOpen;
        foreach (var known in Knowns)
        {
            if (map(known) is not { } mapped)
                isOpen = true;
            else if (!builder.Contains(mapped))
                builder.Add(mapped);
        }

        return new(builder.ToImmutable(), isOpen, _precision, IsMixed);
    }

    /// <summary>The same without some of the alternatives.</summary>
    public ValueSet Without(Func<AbstractValue, bool> isLeftOut) =>
        new(Knowns.RemoveAll(known => isLeftOut(known)), IsOpen, _precision, IsMixed);

    /// <summary>The constant it surely is, if it is surely one.</summary>
    public bool TryGetConstant<T>(out T value)
    {
        if (Single is { Kind: AbstractValueKind.Constant, Constant: T constant })
        {
            value = constant;
            return true;
        }

        value = default!;
        return false;
    }

    public bool Equals(ValueSet other)
    {
        if (IsOpen != other.IsOpen || IsMixed != other.IsMixed || _precision != other._precision || Knowns.Length != other.Knowns.Length)
            return false;

        foreach (var known in Knowns)
        {
            if (!other.Knowns.Contains(known))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is ValueSet other && Equals(other);

    public override int GetHashCode()
    {
        // Equal values may have their alternatives in another order.
        var hash = IsOpen ? 1 : 0;
        foreach (var known in Knowns)
            hash = unchecked(hash + (known.GetHashCode() * 2));
        return hash;
    }
}
