using System;
using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Values;

/// <summary>
/// What is known on one way through a body: the value of each cell that was written. A cell that is absent holds what it held on entry.
/// Immutable, so that branches share it.
/// </summary>
internal sealed class FlowState : IEquatable<FlowState>
{
    public static readonly FlowState Entry = new(ImmutableDictionary<Cell, FlowValue>.Empty, isExempt: false, ImmutableHashSet<Known>.Empty);

    private ImmutableHashSet<Cell> _partial = ImmutableHashSet<Cell>.Empty;

    private FlowState(ImmutableDictionary<Cell, FlowValue> cells, bool isExempt, ImmutableHashSet<Known> interrupted)
    {
        Cells = cells;
        IsExempt = isExempt;
        Interrupted = interrupted;
    }

    public ImmutableDictionary<Cell, FlowValue> Cells { get; }

    /// <summary>Whether this way is only taken where nothing is to be found: under a development guard.</summary>
    public bool IsExempt { get; }

    /// <summary>Objects that an exception may have caught half made: this way went through a <c>catch</c> after their creation.</summary>
    public ImmutableHashSet<Known> Interrupted { get; }

    public FlowValue? Get(Cell cell) => Cells.TryGetValue(cell, out var value) ? value : null;

    public FlowState Set(Cell cell, FlowValue value) => new(Cells.SetItem(cell, value), IsExempt, Interrupted);

    public FlowState Exempt() => IsExempt ? this : new(Cells, isExempt: true, Interrupted);

    /// <summary>The state in which a <c>catch</c> begins.</summary>
    public FlowState AfterCatch()
    {
        var interrupted = Interrupted;
        foreach (var cell in Cells.Keys)
        {
            if (cell.Owner is { Kind: KnownKind.Allocation } made)
                interrupted = interrupted.Add(made);
        }

        return interrupted == Interrupted ? this : new(Cells, IsExempt, interrupted);
    }

    /// <summary>One state for both ways. What only one of them wrote is open after it.</summary>
    public FlowState Join(FlowState other)
    {
        var cells = Cells.ToBuilder();
        foreach (var pair in Cells)
        {
            cells[pair.Key] = other.Cells.TryGetValue(pair.Key, out var value) ? pair.Value.Or(value) : OnOneWayOnly(pair.Key, pair.Value);
        }

        foreach (var pair in other.Cells)
        {
            if (!Cells.ContainsKey(pair.Key))
                cells[pair.Key] = OnOneWayOnly(pair.Key, pair.Value);
        }

        return new(cells.ToImmutable(), IsExempt && other.IsExempt, Interrupted.Intersect(other.Interrupted));
    }

    /// <summary>
    /// One state for what either way writes. Unlike <see cref="Join"/> it does not add "open" to what only one of them wrote, but remembers
    /// that it is partial.
    /// </summary>
    public FlowState JoinEffects(FlowState other)
    {
        var cells = Cells;
        var partial = _partial.Union(other._partial);
        foreach (var pair in Cells)
        {
            if (!other.Cells.ContainsKey(pair.Key))
                partial = partial.Add(pair.Key);
        }

        foreach (var pair in other.Cells)
        {
            if (Cells.TryGetValue(pair.Key, out var value))
                cells = cells.SetItem(pair.Key, value.Or(pair.Value));
            else
                (cells, partial) = (cells.Add(pair.Key, pair.Value), partial.Add(pair.Key));
        }

        return new(cells, isExempt: false, ImmutableHashSet<Known>.Empty) { _partial = partial };
    }

    /// <summary>Whether only some of the ways that <see cref="JoinEffects"/> put together write the cell.</summary>
    public bool IsPartial(Cell cell) => _partial.Contains(cell);

    public bool Equals(FlowState? other)
    {
        if (ReferenceEquals(this, other))
            return true;

        if (other is null || IsExempt != other.IsExempt || Cells.Count != other.Cells.Count || !Interrupted.SetEquals(other.Interrupted))
            return false;

        if (ReferenceEquals(Cells, other.Cells))
            return true;

        foreach (var pair in Cells)
        {
            if (!other.Cells.TryGetValue(pair.Key, out var value) || !value.Equals(pair.Value))
                return false;
        }

        return true;
    }

    // The object of the cell does not exist on the other way; anything else holds there what it held on entry.
    private static FlowValue OnOneWayOnly(Cell cell, FlowValue value) =>
        cell.Owner is { Kind: KnownKind.Allocation } ? value : value.Or(FlowValue.Open);

    public override bool Equals(object? obj) => Equals(obj as FlowState);

    public override int GetHashCode() => Cells.Count;
}
