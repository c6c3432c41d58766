using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Kept;

/// <summary>What was found of one body, in a form that outlives the compilation. Immutable.</summary>
internal sealed class KeptFacts
{
    /// <summary>Of a body of which nothing is known.</summary>
    private static readonly KeptFacts s_none = new();

    private readonly HashSet<SyntaxTree> _trees = new();

    private KeptFacts()
    {
    }

    /// <summary>Whether it has no facts at all.</summary>
    public bool IsNone => ReferenceEquals(this, s_none);

    /// <summary>What its callers learn: values that it returns, and the states in which it ends, as they see them.</summary>
    public (ImmutableArray<FactTokens> Returns, ImmutableArray<FactTokens> Exits) Told { get; private init; } =
        (ImmutableArray<FactTokens>.Empty, ImmutableArray<FactTokens>.Empty);

    /// <summary>How many of the states these speak of: the first ones.</summary>
    private int ToldStates { get; init; }

    private int ToldValues { get; init; }

    /// <summary>The states that all of it speaks of by number.</summary>
    public ImmutableArray<FactTokens> States { get; private init; } = ImmutableArray<FactTokens>.Empty;

    /// <summary>The values, likewise.</summary>
    public ImmutableArray<FactTokens> Values { get; private init; } = ImmutableArray<FactTokens>.Empty;

    public ImmutableArray<(SymbolKey Method, FactTokens Call)> Calls { get; private init; } =
        ImmutableArray<(SymbolKey, FactTokens)>.Empty;

    public ImmutableArray<(SymbolKey Member, FactTokens Write)> Writes { get; private init; } =
        ImmutableArray<(SymbolKey, FactTokens)>.Empty;

    /// <summary>By <see cref="KeptList"/>.</summary>
    private ImmutableArray<ImmutableArray<FactTokens>> Lists { get; init; } = ImmutableArray<ImmutableArray<FactTokens>>.Empty;

    /// <summary>By <see cref="KeptSet"/>.</summary>
    private ImmutableArray<FactTokens> Sets { get; init; } = ImmutableArray<FactTokens>.Empty;

    public ImmutableArray<FactTokens> Of(KeptList list) => Lists[(int)list];

    public FactTokens Of(KeptSet set) => Sets[(int)set];

    /// <summary>The facts of a body; null where they need symbols.</summary>
    public static KeptFacts? Write(BodyFacts facts, SymbolKeys keys, CancellationToken cancellationToken) =>
        facts == BodyFacts.None ? s_none : Write(facts, FlowState.Entry, keys, cancellationToken);

    /// <summary>The facts of a body as it is called; null where they need symbols.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="entry">What its parameters hold.</param>
    /// <param name="keys">Gives keys for symbols.</param>
    /// <param name="cancellationToken">Ends the search for keys.</param>
    public static KeptFacts? Write(BodyFacts facts, FlowState entry, SymbolKeys keys, CancellationToken cancellationToken)
    {
        var writer = new FactWriter(keys, cancellationToken);
        var told = (Take(facts.Returns, writer.Return), Take(facts.Exits, exit => writer.State(exit, Enumerable.Empty<ValueSet>())));
        var kept = new KeptFacts
        {
            Told = told,
            ToldStates = writer.States.Count,
            ToldValues = writer.Values.Count,
            // One for each state that comes by, of which most are the same without what only the body itself knows.
            Calls = writer.TakeDistinct(facts.Calls, call => call.Method, writer.Call),
            Writes = facts.Writes.Select(write => (writer.KeyOf(write.Member)!, writer.Take(_ => writer.Write(write)))).ToImmutableArray(),
            Lists = ImmutableArray.Create(
                Take(facts.Connections, writer.Connection), Take(facts.Logins, writer.Login), Take(facts.Bindings, writer.Binding),
                Take(facts.Exits, writer.End), Take(facts.Delegates.ToList(), writer.Delegate),
                Take(facts.FunctionReturns.ToList(), writer.FunctionReturn),
                entry.Equals(FlowState.Entry) ? ImmutableArray<FactTokens>.Empty : Take(new List<FlowState> { entry }, writer.End)),
            Sets = ImmutableArray.Create(
                Symbols(facts.Secured), Symbols(facts.Configured), Symbols(facts.LoggedIn), Symbols(facts.Exposed), Places(facts.Changed),
                Places(facts.SecuredSites)),
            States = writer.States.ToImmutableArray(),
            Values = writer.Values.ToImmutableArray(),
        };
        if (writer.IsLost)
            return null;

        foreach (var tokens in kept.All())
            tokens.EachPlace(place => kept._trees.Add(place.SyntaxTree));
        return kept;

        ImmutableArray<FactTokens> Take<T>(List<T> all, Action<T> write) =>
            all.Select(one => writer.Take(_ => write(one))).ToImmutableArray();

        FactTokens Symbols(HashSet<ISymbol> symbols) => writer.Take(_ =>
        {
            foreach (var key in symbols.Select(writer.KeyOf).OfType<SymbolKey>().OrderBy(key => key.Order, StringComparer.Ordinal))
                writer.Add(key);
        });

        FactTokens Places(HashSet<SyntaxNode> places) => writer.Take(_ =>
        {
            foreach (var place in places.OrderBy(place => place.SyntaxTree.FilePath, StringComparer.Ordinal)
                .ThenBy(place => place.SpanStart).ThenBy(place => place.Span.Length))
            {
                writer.Add(place);
            }
        });
    }

    /// <summary>Whether a caller learns the same from both.</summary>
    public bool TellsSameAs(KeptFacts other) =>
        IsNone == other.IsNone && Told.Returns.SequenceEqual(other.Told.Returns) && Told.Exits.SequenceEqual(other.Told.Exits)
        && ToldStates == other.ToldStates && States.Take(ToldStates).SequenceEqual(other.States.Take(ToldStates))
        && ToldValues == other.ToldValues && Values.Take(ToldValues).SequenceEqual(other.Values.Take(ToldValues));

    /// <summary>Whether all is the same.</summary>
    public bool IsSameAs(KeptFacts other) =>
        TellsSameAs(other) && States.SequenceEqual(other.States) && Values.SequenceEqual(other.Values)
        && Calls.SequenceEqual(other.Calls)
        && Writes.SequenceEqual(other.Writes) && Sets.SequenceEqual(other.Sets) && Lists.Length == other.Lists.Length
        && Lists.Zip(other.Lists, (one, two) => one.SequenceEqual(two)).All(isSame => isSame);

    /// <summary>The same with its places elsewhere; null where one is not there any more.</summary>
    public KeptFacts? Move(ImmutableArray<EditedFile> edits)
    {
        if (!SpeaksOf(edits))
            return this;

        var isLost = false;
        Func<SyntaxNode, SyntaxNode?> move = node => FootprintMove.Find(node, edits);
        var moved = new KeptFacts
        {
            Told = (All(Told.Returns), All(Told.Exits)),
            ToldStates = ToldStates,
            ToldValues = ToldValues,
            States = All(States),
            Values = All(Values),
            Calls = Pairs(Calls),
            Writes = Pairs(Writes),
            Lists = Lists.Select(All).ToImmutableArray(),
            Sets = All(Sets),
        };
        if (isLost)
            return null;

        foreach (var tokens in moved.All())
            tokens.EachPlace(place => moved._trees.Add(place.SyntaxTree));
        return moved;

        ImmutableArray<FactTokens> All(ImmutableArray<FactTokens> all) => all.Select(One).ToImmutableArray();

        ImmutableArray<(SymbolKey, FactTokens)> Pairs(ImmutableArray<(SymbolKey Key, FactTokens Tokens)> all) =>
            all.Select(pair => (Key(pair.Key), One(pair.Tokens))).ToImmutableArray();

        FactTokens One(FactTokens tokens)
        {
            var there = isLost ? null : tokens.Move(move);
            isLost |= there is null;
            return there ?? tokens;
        }

        SymbolKey Key(SymbolKey key)
        {
            var there = key.Move(move);
            isLost |= there is null;
            return there ?? key;
        }
    }

    private bool SpeaksOf(ImmutableArray<EditedFile> edits)
    {
        foreach (var edit in edits)
        {
            if (_trees.Contains(edit.Old))
                return true;
        }

        return false;
    }

    /// <summary>The places in code that it speaks of.</summary>
    public IReadOnlyCollection<SyntaxNode> Places()
    {
        var places = new HashSet<SyntaxNode>();
        foreach (var tokens in All())
            tokens.EachPlace(place => places.Add(place));
        return places;
    }

    private IEnumerable<FactTokens> All() =>
        Told.Returns.Concat(Told.Exits).Concat(States).Concat(Values).Concat(Calls.Select(call => call.Call))
            .Concat(Writes.Select(write => write.Write))
            .Concat(Lists.SelectMany(list => list)).Concat(Sets);
}
