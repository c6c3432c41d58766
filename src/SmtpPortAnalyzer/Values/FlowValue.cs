using System;
using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Values;

/// <summary>
/// What an expression may be at one point of the program: a small set of known things and, where <see cref="IsOpen"/>, something that is
/// known only at run time as well. Immutable.
/// </summary>
internal readonly struct FlowValue : IEquatable<FlowValue>
{
    /// <summary>More than this many alternatives are not worth keeping: the value becomes open.</summary>
    private const int MaxAlternatives = 8;

    private readonly ImmutableArray<Known> _knowns;

    private FlowValue(ImmutableArray<Known> knowns, bool isOpen)
    {
        _knowns = knowns;
        IsOpen = isOpen;
    }

    /// <summary>Known only at run time.</summary>
    public static FlowValue Open { get; } = new(ImmutableArray<Known>.Empty, isOpen: true);

    /// <summary>The alternatives that are known.</summary>
    public ImmutableArray<Known> Knowns => _knowns.IsDefault ? ImmutableArray<Known>.Empty : _knowns;

    /// <summary>Whether it may be something that only run time knows.</summary>
    public bool IsOpen { get; }

    /// <summary>The one thing that it is, or null where there is a choice.</summary>
    public Known? Single => !IsOpen && Knowns.Length == 1 ? Knowns[0] : null;

    public static FlowValue Of(Known known) => new(ImmutableArray.Create(known), isOpen: false);

    public FlowValue Or(FlowValue other)
    {
        var knowns = Knowns;
        foreach (var known in other.Knowns)
        {
            if (!knowns.Contains(known))
                knowns = knowns.Add(known);
        }

        if (knowns.Length > MaxAlternatives)
            knowns = OneForEachConstant(knowns);
        return knowns.Length > MaxAlternatives ? Open : new(knowns, IsOpen || other.IsOpen);
    }

    /// <summary>Where there are too many, one place that gives a constant stands for all that give the same.</summary>
    private static ImmutableArray<Known> OneForEachConstant(ImmutableArray<Known> knowns)
    {
        var kept = ImmutableArray.CreateBuilder<Known>(knowns.Length);
        foreach (var known in knowns)
        {
            var isKept = false;
            foreach (var other in kept)
                isKept |= known.IsSameConstant(other);
            if (!isKept)
                kept.Add(known);
        }

        return kept.ToImmutable();
    }

    /// <summary>Applies <paramref name="map"/> to each alternative; null means that run time decides.</summary>
    public FlowValue Select(Func<Known, Known?> map)
    {
        var builder = ImmutableArray.CreateBuilder<Known>(Knowns.Length);
        var isOpen = IsOpen;
        foreach (var known in Knowns)
        {
            if (map(known) is not { } mapped)
                isOpen = true;
            else if (!builder.Contains(mapped))
                builder.Add(mapped);
        }

        return new(builder.ToImmutable(), isOpen);
    }

    /// <summary>The same without some of the alternatives.</summary>
    public FlowValue Without(Func<Known, bool> isLeftOut) => new(Knowns.RemoveAll(known => isLeftOut(known)), IsOpen);

    /// <summary>The constant it surely is, if it is surely one.</summary>
    public bool TryGetConstant<T>(out T value)
    {
        if (Single is { Kind: KnownKind.Constant, Constant: T constant })
        {
            value = constant;
            return true;
        }

        value = default!;
        return false;
    }

    public bool Equals(FlowValue other)
    {
        if (IsOpen != other.IsOpen || Knowns.Length != other.Knowns.Length)
            return false;

        foreach (var known in Knowns)
        {
            if (!other.Knowns.Contains(known))
                return false;
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is FlowValue other && Equals(other);

    public override int GetHashCode()
    {
        // Equal values may have their alternatives in another order.
        var hash = IsOpen ? 1 : 0;
        foreach (var known in Knowns)
            hash = unchecked(hash + (known.GetHashCode() * 2));
        return hash;
    }
}
