using System;
using System.Collections.Generic;

namespace SmtpPortAnalyzer.Values;

/// <summary>
/// What is known on one way through a body: the value of each cell that was written. A cell that is absent holds what it held on entry.
/// Immutable; states share what they have in common.
/// </summary>
internal sealed class FlowState : IEquatable<FlowState>
{
    public static readonly FlowState Entry = new();

    private FlowState()
    {
    }

    private FlowState(FlowState other)
    {
        Variables = other.Variables;
        Objects = other.Objects;
        Made = other.Made;
        Interrupted = other.Interrupted;
        IsExempt = other.IsExempt;
    }

    /// <summary>Locals, parameters, captures and static members.</summary>
    public Trie<Cell, FlowValue> Variables { get; private init; } = Trie<Cell, FlowValue>.Empty;

    /// <summary>The members of each object.</summary>
    public Trie<Known, Trie<Cell, FlowValue>> Objects { get; private init; } = Trie<Known, Trie<Cell, FlowValue>>.Empty;

    /// <summary>Whether this way is only taken where nothing is to be found: under a development guard.</summary>
    public bool IsExempt { get; private init; }

    /// <summary>The objects of <see cref="Objects"/>, in a form that is quickly joined.</summary>
    private Trie<Known, bool> Made { get; init; } = Trie<Known, bool>.Empty;

    /// <summary>Objects that an exception may have caught half made, if true: this way went through a <c>catch</c> after their creation.</summary>
    private Trie<Known, bool> Interrupted { get; init; } = Trie<Known, bool>.Empty;

    public FlowValue? Get(Cell cell)
    {
        var cells = cell.Owner is { } owner ? MembersOf(owner) : Variables;
        return cells.TryGet(cell, out var value) ? value : null;
    }

    public Trie<Cell, FlowValue> MembersOf(Known owner) => Objects.TryGet(owner, out var members) ? members : Trie<Cell, FlowValue>.Empty;

    public FlowState Set(Cell cell, FlowValue value)
    {
        if (cell.Owner is not { } owner)
            return new(this) { Variables = Variables.Set(cell, value) };

        return new(this) { Objects = Objects.Set(owner, MembersOf(owner).Set(cell, value)), Made = Made.Set(owner, true) };
    }

    /// <summary>The same without a variable that has come to its end: what a long method has had would make every comparison of two ways longer.</summary>
    public FlowState Forget(Cell variable) => Variables.Without(variable) is var others && ReferenceEquals(others, Variables) ? this : new(this) { Variables = others };

    public FlowState Exempt() => IsExempt ? this : new(this) { IsExempt = true };

    /// <summary>The state in which a <c>catch</c> begins.</summary>
    public FlowState AfterCatch()
    {
        var interrupted = Interrupted.Join(Made, static (one, two) => one || two, static (_, value) => value);
        return ReferenceEquals(interrupted, Interrupted) ? this : new(this) { Interrupted = interrupted };
    }

    /// <summary>Whether the object was made before a <c>catch</c> that this way went through.</summary>
    public bool IsInterrupted(Known made) => made.Kind == KnownKind.Allocation && Interrupted.TryGet(made, out var isInterrupted) && isInterrupted;

    /// <summary>One state for both ways. What only one of them wrote is open after it.</summary>
    public FlowState Join(FlowState other) => Join(other, IsExempt && other.IsExempt, OnOneWayOnly);

    /// <summary>One state for what either way writes. Unlike <see cref="Join(FlowState)"/> it does not add "open" to what only one of them wrote.</summary>
    public FlowState JoinEffects(FlowState other) => Join(other, isExempt: false, static (_, value) => value);

    /// <summary>The objects whose members are not as they were in another state.</summary>
    public IEnumerable<Known> ObjectsChangedSince(FlowState other)
    {
        foreach (var pair in Objects.EntriesNotIn(other.Objects))
            yield return pair.Key;
    }

    public bool Equals(FlowState? other) =>
        ReferenceEquals(this, other)
        || (other is not null
            && IsExempt == other.IsExempt
            && Variables.Equals(other.Variables)
            && Objects.Equals(other.Objects)
            && Interrupted.Equals(other.Interrupted));

    public override bool Equals(object? obj) => Equals(obj as FlowState);

    public override int GetHashCode() => Variables.GetHashCode() ^ Objects.GetHashCode() ^ (IsExempt ? 1 : 0);

    private FlowState Join(FlowState other, bool isExempt, Func<Cell, FlowValue, FlowValue> either) => new(this)
    {
        Variables = Variables.Join(other.Variables, Or, either),
        Objects = Objects.Join(
            other.Objects,
            (one, two) => one.Join(two, Or, either),
            (owner, members) => owner.Kind == KnownKind.Allocation ? members : members.Join(Trie<Cell, FlowValue>.Empty, Or, either)),
        Made = Made.Join(other.Made, static (one, _) => one, static (_, value) => value),
        Interrupted = Interrupted.Join(other.Interrupted, static (one, two) => one && two, static (_, _) => false),
        IsExempt = isExempt,
    };

    private static FlowValue Or(FlowValue one, FlowValue two) => one.Or(two);

    // The object of the cell does not exist on the other way; anything else holds there what it held on entry.
    private static FlowValue OnOneWayOnly(Cell cell, FlowValue value) =>
        cell.Owner is { Kind: KnownKind.Allocation } ? value : value.Or(FlowValue.Open);
}
