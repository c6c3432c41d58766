using System;
using System.Collections.Generic;
using System.Linq;

namespace SmtpPortAnalyzer.Flow;

/// <summary>
/// What is known on one way through a body: the value of each cell that was written. A cell that is absent holds what it held on entry.
/// Immutable; states share what they have in common.
/// </summary>
internal sealed class FlowState : IEquatable<FlowState>
{
    public static readonly FlowState Entry = new();

    /// <summary>Cells that are looked through for one that holds an object.</summary>
    private const int MaxHolders = 200;

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
    public MergeableMap<StorageLocation, ValueSet> Variables { get; private init; } = MergeableMap<StorageLocation, ValueSet>.Empty;

    /// <summary>The members of each object.</summary>
    public MergeableMap<AbstractValue, MergeableMap<StorageLocation, ValueSet>> Objects { get; private init; } =
        MergeableMap<AbstractValue, MergeableMap<StorageLocation, ValueSet>>.Empty;

    /// <summary>Whether this way is only taken where nothing is to be found: under a development guard.</summary>
    public bool IsExempt { get; private init; }

    /// <summary>The objects of <see cref="Objects"/>, in a form that is quickly joined.</summary>
    private MergeableMap<AbstractValue, bool> Made { get; init; } = MergeableMap<AbstractValue, bool>.Empty;

    /// <summary>
    /// Objects that an exception may have caught half made, if true: this way went through a <c>catch</c> after their creation.
    /// </summary>
    private MergeableMap<AbstractValue, bool> Interrupted { get; init; } = MergeableMap<AbstractValue, bool>.Empty;

    public ValueSet? Get(StorageLocation cell)
    {
        var cells = cell.Owner is { } owner ? MembersOf(owner) : Variables;
        return cells.TryGet(cell, out var value) ? value : null;
    }

    public MergeableMap<StorageLocation, ValueSet> MembersOf(AbstractValue owner) =>
        Objects.TryGet(owner, out var members) ? members : MergeableMap<StorageLocation, ValueSet>.Empty;

    public FlowState Set(StorageLocation cell, ValueSet value)
    {
        if (cell.Owner is not { } owner)
            return new(this) { Variables = Variables.Set(cell, value) };

        return new(this) { Objects = Objects.Set(owner, MembersOf(owner).Set(cell, value)), Made = Made.Set(owner, true) };
    }

    /// <summary>
    /// The same without a variable that has come to its end: what a long method has had would make every comparison of two ways longer.
    /// </summary>
    public FlowState Forget(StorageLocation variable) =>
        Variables.Without(variable) is var others && ReferenceEquals(others, Variables) ? this : new(this) { Variables = others };

    /// <summary>The same without the members of an object that has come to its end.</summary>
    public FlowState ForgetObject(AbstractValue made) =>
        new(this) { Objects = Objects.Without(made), Made = Made.Without(made), Interrupted = Interrupted.Without(made) };

    /// <summary>
    /// Whether a variable, or a member of an object, may hold the object; where there are too many to look through, it may.
    /// </summary>
    public bool MayHold(AbstractValue made)
    {
        // Each object has a cell at least.
        if (Objects.HasMoreThan(MaxHolders))
            return true;

        var left = MaxHolders;
        foreach (var owner in Objects.Entries())
        {
            if (Holds(owner.Value, made, ref left))
                return true;
        }

        return Holds(Variables, made, ref left);
    }

    public FlowState Exempt() => IsExempt ? this : new(this) { IsExempt = true };

    /// <summary>The state in which a <c>catch</c> begins.</summary>
    public FlowState AfterCatch()
    {
        var interrupted = Interrupted.Join(Made, static (one, two) => one || two, static (_, value) => value);
        return ReferenceEquals(interrupted, Interrupted) ? this : new(this) { Interrupted = interrupted };
    }

    /// <summary>Whether the object was made before a <c>catch</c> that this way went through.</summary>
    public bool IsInterrupted(AbstractValue made) =>
        made.Kind == AbstractValueKind.Allocation && Interrupted.TryGet(made, out var isInterrupted) && isInterrupted;

    /// <summary>One state for both ways. What only one of them wrote is open after it.</summary>
    public FlowState Join(FlowState other) => Join(other, IsExempt && other.IsExempt, Or, OnOneWayOnly);

    /// <summary>One state for ways that are too many to be kept apart: what they differ in does not belong together any more.</summary>
    public FlowState Mix(FlowState other) =>
        Join(other, IsExempt && other.IsExempt, static (one, two) => one.Mix(two),
            static (cell, value) => OnOneWayOnly(cell, value).AsMixed());

    /// <summary>The values that the state has where the other has none, or another.</summary>
    public IEnumerable<ValueSet> ValuesNotIn(FlowState other)
    {
        foreach (var pair in Variables.EntriesNotIn(other.Variables))
            yield return pair.Value;
        foreach (var owner in Objects.EntriesNotIn(other.Objects))
        {
            foreach (var pair in owner.Value.EntriesNotIn(other.MembersOf(owner.Key)))
                yield return pair.Value;
        }
    }

    /// <summary>Whether it allows for all that may be on the other's way.</summary>
    public bool Covers(FlowState other) =>
        !(IsExempt && !other.IsExempt)
        && Covers(Variables, other.Variables)
        && other.Objects.EntriesNotIn(Objects).All(owner => Covers(MembersOf(owner.Key), owner.Value))
        && Objects.EntriesNotIn(other.Objects).All(owner => Covers(owner.Value, other.MembersOf(owner.Key)));

    /// <summary>
    /// One state for what either way writes. Unlike <see cref="Join(FlowState)"/> it does not add "open" to what only one of them wrote.
    /// </summary>
    public FlowState JoinEffects(FlowState other) => Join(other, isExempt: false, Or, static (_, value) => value);

    /// <summary>The objects whose members are not as they were in another state.</summary>
    public IEnumerable<AbstractValue> ObjectsChangedSince(FlowState other)
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

    private FlowState Join(FlowState other, bool isExempt, Func<ValueSet, ValueSet, ValueSet> both,
        Func<StorageLocation, ValueSet, ValueSet> either) => new(this)
        {
            Variables = Variables.Join(other.Variables, both, either),
            Objects = Objects.Join(
            other.Objects,
            (one, two) => one.Join(two, both, either),
            (owner,
                members) =>
                    owner.Kind == AbstractValueKind.Allocation
                        ? members
                        : members.Join(MergeableMap<StorageLocation, ValueSet>.Empty, both, either)),
            Made = Made.Join(other.Made, static (one, _) => one, static (_, value) => value),
            Interrupted = Interrupted.Join(other.Interrupted, static (one, two) => one && two, static (_, _) => false),
            IsExempt = isExempt,
        };

    private static bool Covers(MergeableMap<StorageLocation, ValueSet> cells, MergeableMap<StorageLocation, ValueSet> others) =>
        others.EntriesNotIn(cells).All(other => cells.TryGet(other.Key, out var value) && value.Covers(other.Value))
        && cells.EntriesNotIn(others)
            .All(cell => others.TryGet(cell.Key, out _) || cell.Value.IsOpen || cell.Key.Owner is { Kind: AbstractValueKind.Allocation });

    private static bool Holds(MergeableMap<StorageLocation, ValueSet> cells, AbstractValue made, ref int left)
    {
        foreach (var cell in cells.Entries())
        {
            if (left-- == 0)
                return true;

            foreach (var known in cell.Value.Knowns)
            {
                if (known.Kind is AbstractValueKind.Tuple or AbstractValueKind.Sequence || known.Equals(made)
                    || made.Equals(known.Receiver))
                    return true;
            }
        }

        return false;
    }

    private static ValueSet Or(ValueSet one, ValueSet two) => one.Or(two);

    // The object of the cell does not exist on the other way; anything else holds there what it held on entry.
    private static ValueSet OnOneWayOnly(StorageLocation cell, ValueSet value) =>
        cell.Owner is { Kind: AbstractValueKind.Allocation } ? value : value.Or(ValueSet.Open);
}
