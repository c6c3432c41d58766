using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Clients;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Bodies;

/// <summary>
/// One way through a called body, as its callers see it: what it returns with what it changes. Where two things differ between the ways, a
/// caller that joined them would lose which goes with which.
/// </summary>
internal sealed class BodyWay
{
    /// <summary>A caller follows so many ways of one call, each through the rest of its own body.</summary>
    private const int MaxWays = 4;

    /// <summary>Ends of a body that are looked at.</summary>
    private const int MaxEnds = 32;

    /// <summary>Objects inside objects.</summary>
    private const int MaxDepth = 3;

    private BodyEffects? _effects;

    private BodyWay(ValueSet? value, FlowState state)
    {
        Value = value;
        State = state;
    }

    /// <summary>What is returned; null where nothing is.</summary>
    public ValueSet? Value { get; }

    public FlowState State { get; }

    public BodyEffects Effects => _effects ??= BodyEffects.FromExits(new[] { State });

    /// <summary>The ways that a caller has to keep apart; none where they may be joined.</summary>
    public static ImmutableArray<BodyWay> Find(BodyFacts facts, SmtpSymbols symbols)
    {
        var count = facts.Returns.Count > 0 ? facts.Returns.Count : facts.Exits.Count;
        if (count is < 2 or > MaxEnds)
            return ImmutableArray<BodyWay>.Empty;

        var all = facts.Returns.Count > 0
            ? facts.Returns.Select(end => new BodyWay(end.Value, end.State))
            : facts.Exits.Select(end => new BodyWay(null, end));
        var ways = new List<(BodyWay Way, Dictionary<string, ValueSet> Seen)>();
        foreach (var way in all)
        {
            var seen = way.Seen();
            if (ways.Any(other => other.Way.State.IsExempt == way.State.IsExempt && AreSame(other.Seen, seen)))
                continue;

            ways.Add((way, seen));
        }

        var areMany = ways.Count > MaxWays;
        if (areMany)
            ways = WithoutBesides(ways, symbols);
        if (ways.Count > MaxWays && !Gather(ways))
            return ImmutableArray<BodyWay>.Empty;

        return ways.Count > 1 && (areMany || Matter(ways, symbols))
            ? ways.Select(way => way.Way).ToImmutableArray()
            : ImmutableArray<BodyWay>.Empty;
    }

    /// <summary>
    /// There are too many: those that differ in no port that is looked for, no host on the machine itself and no client become one,
    /// whatever login or subject is chosen beside them.
    /// </summary>
    private static List<(BodyWay Way, Dictionary<string, ValueSet> Seen)> WithoutBesides(
        List<(BodyWay Way, Dictionary<string, ValueSet> Seen)> ways, SmtpSymbols symbols)
    {
        var kept = new HashSet<string>(
            ways.SelectMany(way => way.Seen).Where(pair => pair.Value.Knowns.Any(IsPart)).Select(pair => pair.Key));
        var groups = new List<(Dictionary<string, ValueSet> Seen, List<BodyWay> Ways)>();
        foreach (var (way, seen) in ways)
        {
            var parts = seen.Where(pair => kept.Contains(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value);
            var same = groups.FirstOrDefault(group =>
                group.Ways[0].State.IsExempt == way.State.IsExempt && AreSame(group.Seen, parts)).Ways;
            if (same is null)
                groups.Add((parts, new List<BodyWay> { way }));
            else
                same.Add(way);
        }

        return groups.ConvertAll(group => Joined(group.Ways));

        bool IsPart(AbstractValue known) => known.Kind switch
        {
            AbstractValueKind.Constant => known.IsDefault || ConnectionRelevance.IsSought(known)
                || (known.Constant is string text && LocalHosts.IsLocal(text)),
            AbstractValueKind.Allocation => symbols.Client(known.Symbol as ITypeSymbol) is not null,
            AbstractValueKind.Symbolic => symbols.Client(ClientObjects.TypeOf(known)) is not null,
            _ => false,
        };
    }

    private static (BodyWay Way, Dictionary<string, ValueSet> Seen) Joined(List<BodyWay> ways)
    {
        if (ways.Count == 1)
            return (ways[0], ways[0].Seen());

        var values = ways.Where(way => way.Value is not null).Select(way => way.Value!.Value);
        var one = new BodyWay(
            ValueSet.Union(values)?.AsMixed(), ways.Select(way => way.State).Aggregate(static (one, two) => one.Mix(two)));
        return (one, one.Seen());
    }

    /// <summary>
    /// There are too many: those that bring along what is looked for stay, and the others become one; false where that is not possible.
    /// </summary>
    private static bool Gather(List<(BodyWay Way, Dictionary<string, ValueSet> Seen)> ways)
    {
        var others = ways.Where(way => !way.Seen.Values.Any(value => value.Knowns.Any(ConnectionRelevance.IsSought))).ToList();
        if (others.Count == 0 || ways.Count - others.Count >= MaxWays
            || others.Any(way => way.Way.State.IsExempt != others[0].Way.State.IsExempt))
            return false;

        ways.RemoveAll(others.Contains);
        ways.Add(Joined(others.ConvertAll(way => way.Way)));
        return true;
    }

    /// <summary>Whether they differ in more than one thing, of which one may be a port or a client; or in whether they count.</summary>
    private static bool Matter(List<(BodyWay Way, Dictionary<string, ValueSet> Seen)> ways, SmtpSymbols symbols)
    {
        if (ways.Any(way => way.Way.State.IsExempt != ways[0].Way.State.IsExempt))
            return true;

        var differing = new HashSet<string>(ways.SelectMany(way => way.Seen.Keys).Where(key => ways.Any(way =>
            !way.Seen.TryGetValue(key, out var value) || !ways[0].Seen.TryGetValue(key, out var first) || !value.Equals(first))));
        var differ = ways.SelectMany(way => differing.Where(way.Seen.ContainsKey).Select(key => way.Seen[key])).ToList();
        return (differing.Count > 1 && differ.Any(value => value.Knowns.Any(MayBePortOrClient)))
            || differ.Any(value => value.Single is { Kind: AbstractValueKind.Symbolic } held && CarriesPort(ClientObjects.TypeOf(held)));

        // Settings that are kept elsewhere are a host and a port in one.
        static bool CarriesPort(ITypeSymbol? type) =>
            type is { DeclaringSyntaxReferences.IsEmpty: false }
                && type.GetMembers().Any(member => member is IPropertySymbol or IFieldSymbol
                && Implementations.IsPortOrHost((member as IPropertySymbol)?.Type ?? ((IFieldSymbol)member).Type));

        bool MayBePortOrClient(AbstractValue known) => known.Kind switch
        {
            AbstractValueKind.Constant => known.IsDefault || ConnectionRelevance.IsSought(known),
            AbstractValueKind.Symbolic => ClientObjects.TypeOf(known) is { } type
                && (symbols.Client(type) is not null || Implementations.IsPortOrHost(type)),
            AbstractValueKind.Allocation => symbols.Client(known.Symbol as ITypeSymbol) is not null,
            _ => false,
        };
    }

    private static bool AreSame(Dictionary<string, ValueSet> one, Dictionary<string, ValueSet> two)
    {
        if (one.Count != two.Count)
            return false;

        foreach (var pair in one)
        {
            if (!two.TryGetValue(pair.Key, out var value) || !value.Equals(pair.Value))
                return false;
        }

        return true;
    }

    /// <summary>
    /// What a caller sees of it, by paths: what is returned, what is changed, and what is in the objects that were made for either.
    /// </summary>
    private Dictionary<string, ValueSet> Seen()
    {
        var seen = new Dictionary<string, ValueSet>(StringComparer.Ordinal);
        if (Value is { } value)
            Add("return", value, 0);
        foreach (var effect in Effects.Cells)
            Add((effect.Cell.Owner?.Symbol?.Name ?? "this") + "." + NameOf(effect.Cell), effect.Value, 0);
        return seen;

        void Add(string path, ValueSet held, int depth)
        {
            seen[path] = held;
            if (depth == MaxDepth)
                return;

            foreach (var known in held.Knowns)
            {
                for (var i = 0; i < known.Items.Length && known.Kind == AbstractValueKind.Tuple; i++)
                    Add(path + "." + i, known.Items[i], depth + 1);
                if (known.Kind != AbstractValueKind.Allocation)
                    continue;

                foreach (var member in State.MembersOf(known).Entries())
                    Add(path + "." + NameOf(member.Key), member.Value, depth + 1);
            }
        }
    }

    private static string NameOf(StorageLocation cell) => cell.Key ?? cell.Symbol?.Name ?? "";
}
