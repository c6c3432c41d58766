using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Kept;

/// <summary>
/// The facts of a body that was followed in an earlier compilation, each put together when it is asked for: most of them are not.
/// </summary>
internal sealed class FactSource(KeptFacts kept, SymbolKeys keys)
{
    private readonly FlowState?[] _states = new FlowState?[kept.States.Length];
    private readonly AbstractValue?[] _values = new AbstractValue?[kept.Values.Length];

    /// <summary>What a caller learns of it.</summary>
    public BodyFacts Tell()
    {
        var told = new BodyFacts();
        told.Returns.AddRange(Returns());
        told.Exits.AddRange(Read(kept.Told.Exits, reader => reader.State()));
        return told;
    }

    public List<SmtpConnection> Connections() => Read(kept.Of(KeptList.Connections), reader => reader.Connection());

    public List<LoginFact> Logins() => Read(kept.Of(KeptList.Logins), reader => reader.Login());

    public List<BindFact> Bindings() => Read(kept.Of(KeptList.Bindings), reader => reader.Binding());

    public List<(ValueSet Value, FlowState State)> Returns() => Read(kept.Told.Returns, reader => reader.Return());

    public List<FlowState> Exits() => Read(kept.Of(KeptList.Exits), reader => reader.State());

    public List<CallFact> Calls() => kept.Calls.Select(call => ReaderOf(call.Call).Call()).ToList();

    public List<WriteFact> Writes() => kept.Writes.Select(write => ReaderOf(write.Write).Write()).ToList();

    public List<CallFact> CallsOf(IMethodSymbol method) => keys.KeyOf(method, default) is { } key
        ? kept.Calls.Where(call => call.Method.Equals(key)).Select(call => ReaderOf(call.Call).Call()).ToList()
        : new List<CallFact>();

    public List<WriteFact> WritesTo(ISymbol member) => keys.KeyOf(member, default) is { } key
        ? kept.Writes.Where(write => write.Member.Equals(key)).Select(write => ReaderOf(write.Write).Write()).ToList()
        : new List<WriteFact>();

    public HashSet<ISymbol> Secured() => Symbols(KeptSet.Secured);

    public HashSet<ISymbol> Configured() => Symbols(KeptSet.Configured);

    public HashSet<ISymbol> LoggedIn() => Symbols(KeptSet.LoggedIn);

    public HashSet<ISymbol> Exposed() => Symbols(KeptSet.Exposed);

    public Dictionary<SyntaxNode, bool> Delegates() =>
        Read(kept.Of(KeptList.Delegates), reader => (Place: reader.Next<SyntaxNode>(), Counts: reader.Next<bool>()))
            .ToDictionary(made => made.Place, made => made.Counts);

    public Dictionary<ISymbol, ValueSet> FunctionReturns()
    {
        var all = new Dictionary<ISymbol, ValueSet>(SymbolEqualityComparer.Default);
        foreach (var (function, value) in Read(kept.Of(KeptList.FunctionReturns), reader => (reader.Symbol<ISymbol>()!, reader.Value())))
            all.Add(function, value);
        return all;
    }

    /// <summary>What it was called with.</summary>
    public FlowState Entry() => Read(kept.Of(KeptList.Entry), reader => reader.State()).FirstOrDefault() ?? FlowState.Entry;

    public HashSet<SyntaxNode> Changed() => new(kept.Of(KeptSet.Changed).Parts.Cast<SyntaxNode>());

    public HashSet<SyntaxNode> SecuredSites() => new(kept.Of(KeptSet.SecuredSites).Parts.Cast<SyntaxNode>());

    public FlowState State(int number) => _states[number] ??= ReaderOf(kept.States[number]).Cells();

    public AbstractValue Value(int number) => _values[number] ??= ReaderOf(kept.Values[number]).Parts();

    private List<T> Read<T>(ImmutableArray<FactTokens> all, Func<FactReader, T> read) => all.Select(one => read(ReaderOf(one))).ToList();

    private FactReader ReaderOf(FactTokens tokens) => new(tokens, this, keys);

    private HashSet<ISymbol> Symbols(KeptSet set) => new(
        kept.Of(set).Parts.Select(key => keys.SymbolOf((SymbolKey)key!, default)), SymbolEqualityComparer.Default);
}
