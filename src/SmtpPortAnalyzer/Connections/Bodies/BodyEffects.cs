using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Bodies;

/// <summary>
/// What a body leaves changed for its caller: members of its object and of what it was handed, and its out and ref parameters.
/// </summary>
internal sealed class BodyEffects
{
    /// <summary>
    /// A method that changes more than this, itself or through those it calls, is not followed for its effects: what they would add up to,
    /// from caller to caller, is the whole program.
    /// </summary>
    private const int MaxCells = 100;

    private BodyEffects(FlowState state, ImmutableArray<LocationEffect> cells, bool areTooMany)
    {
        State = state;
        Cells = cells;
        AreTooMany = areTooMany;
    }

    /// <summary>The one state for all ways, which holds the members of the objects that the body made.</summary>
    public FlowState State { get; }

    public ImmutableArray<LocationEffect> Cells { get; }

    public bool AreTooMany { get; }

    public static BodyEffects FromExits(IReadOnlyList<FlowState> exits)
    {
        if (exits.Count == 0)
            return new BodyEffects(FlowState.Entry, ImmutableArray<LocationEffect>.Empty, areTooMany: false);

        var state = exits.Aggregate(static (one, two) => one.JoinEffects(two));
        var cells = ImmutableArray.CreateBuilder<LocationEffect>();
        foreach (var pair in Visible(state))
        {
            if (cells.Count == MaxCells)
                return new BodyEffects(FlowState.Entry, ImmutableArray<LocationEffect>.Empty, areTooMany: true);

            var isSure = exits.All(exit => exit.Get(pair.Key) is not null);
            if (isSure || !IsUnchanged(pair.Key, pair.Value))
                cells.Add(new LocationEffect(pair.Key, pair.Value, isSure));
        }

        return new BodyEffects(state, cells.ToImmutable(), areTooMany: false);
    }

    /// <summary>Whether the member holds what it held on entry, of which some way has only found something out.</summary>
    private static bool IsUnchanged(StorageLocation cell, ValueSet value) =>
        !value.IsOpen && value.Knowns.All(known => known.Kind == AbstractValueKind.Symbolic && known.IsExcluded
            && SymbolEqualityComparer.Default.Equals(known.Symbol?.OriginalDefinition, cell.Symbol) && Equals(known.Receiver, cell.Owner));

    private static IEnumerable<KeyValuePair<StorageLocation, ValueSet>> Visible(FlowState state)
    {
        foreach (var pair in state.Variables.Entries())
        {
            if (pair.Key.Symbol is IParameterSymbol { RefKind: RefKind.Out or RefKind.Ref } or IFieldSymbol or IPropertySymbol)
                yield return pair;
        }

        foreach (var changed in state.Objects.Entries())
        {
            if (changed.Key.Kind is not (AbstractValueKind.Symbolic or AbstractValueKind.This))
                continue;

            foreach (var pair in changed.Value.Entries())
                yield return pair;
        }
    }
}

/// <summary>One changed cell, in the terms of the called body.</summary>
/// <param name="Cell">A member of a parameter, of a member or of <c>this</c>; or an out or ref parameter.</param>
/// <param name="Value">What it may hold afterwards.</param>
/// <param name="IsSure">Whether every way through the body changes it.</param>
internal sealed record LocationEffect(StorageLocation Cell, ValueSet Value, bool IsSure);
