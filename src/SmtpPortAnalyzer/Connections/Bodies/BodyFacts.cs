using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Kept;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Bodies;

/// <summary>A call of a method of the compilation, on one way through the body that calls.</summary>
internal sealed record CallFact(
    IMethodSymbol Method, ValueSet Receiver, ImmutableArray<ArgumentValue> Arguments, SyntaxNode Syntax, FlowState State)
{
    /// <summary>
    /// The arguments as far as they surely go together: what two of them are on ways that were joined is known at run time only.
    /// </summary>
    public ImmutableArray<ArgumentValue> Arguments { get; init; } = LostPairs.Opened(Arguments);

    /// <summary>What it hands over for the parameter: for what an extension block extends, the receiver.</summary>
    public ValueSet? Given(IParameterSymbol parameter) => parameter.IsExtended()
        ? Receiver
        : Arguments.Named(parameter.Name)?.Value;
}

/// <summary>A write to a field or property, on one way through the body that writes.</summary>
internal sealed record WriteFact(ISymbol Member, ValueSet Receiver, ValueSet Value, SyntaxNode ValueSyntax, FlowState State);

/// <summary>
/// A type whose objects get their members from a section of the configuration, or, where that is null, from the whole of it; it may be a
/// type parameter.
/// </summary>
internal sealed record BindFact(ITypeSymbol Type, AbstractValue? Section);

/// <summary>What one body does that matters to a connection, its own or another body's. Immutable once it is handed out.</summary>
internal sealed class BodyFacts
{
    public static readonly BodyFacts None = new();

    private readonly FactSource? _kept;
    private bool? _depends;
    private BodyEffects? _effects;
    private ObjectUses? _uses;
    private ImmutableArray<BodyWay> _ways;
    private ILookup<ISymbol, CallFact>? _callsByMethod;
    private ILookup<ISymbol, WriteFact>? _writesByMember;
    private List<SmtpConnection>? _connections;
    private List<LoginFact>? _logins;
    private HashSet<ISymbol>? _secured;
    private HashSet<ISymbol>? _configured;
    private HashSet<ISymbol>? _loggedIn;
    private HashSet<ISymbol>? _exposed;
    private List<CallFact>? _calls;
    private List<WriteFact>? _writes;
    private List<BindFact>? _bindings;
    private List<(ValueSet Value, FlowState State)>? _returns;
    private List<FlowState>? _exits;
    private HashSet<SyntaxNode>? _changed;
    private HashSet<SyntaxNode>? _securedSites;
    private Dictionary<SyntaxNode, bool>? _delegates;
    private Dictionary<ISymbol, ValueSet>? _functionReturns;

    public BodyFacts()
    {
    }

    /// <summary>The facts of a body that was followed in an earlier compilation.</summary>
    public BodyFacts(FactSource kept) => _kept = kept;

    public List<SmtpConnection> Connections => _connections ??= _kept?.Connections() ?? new();

    public List<LoginFact> Logins => _logins ??= _kept?.Logins() ?? new();

    /// <summary>The fields, properties, parameters and methods whose client it gives encryption or a login, or lets out of sight.</summary>
    public HashSet<ISymbol> Secured => _secured ??= _kept?.Secured() ?? new(SymbolEqualityComparer.Default);

    /// <summary>The fields, properties, parameters and methods whose client gets its host, port, encryption or login here.</summary>
    public HashSet<ISymbol> Configured => _configured ??= _kept?.Configured() ?? new(SymbolEqualityComparer.Default);

    /// <summary>The fields, properties, parameters and methods whose client is logged in here by a method of its own.</summary>
    public HashSet<ISymbol> LoggedIn => _loggedIn ??= _kept?.LoggedIn() ?? new(SymbolEqualityComparer.Default);

    /// <summary>The fields, properties, parameters and methods whose client it hands to unknown code.</summary>
    public HashSet<ISymbol> Exposed => _exposed ??= _kept?.Exposed() ?? new(SymbolEqualityComparer.Default);

    public List<CallFact> Calls => _calls ??= _kept?.Calls() ?? new();

    public List<WriteFact> Writes => _writes ??= _kept?.Writes() ?? new();

    /// <summary>Where it makes delegates of methods, and whether it does so on a way that counts.</summary>
    public Dictionary<SyntaxNode, bool> Delegates => _delegates ??= _kept?.Delegates() ?? new();

    /// <summary>The types that it binds to sections of the configuration.</summary>
    public List<BindFact> Bindings => _bindings ??= _kept?.Bindings() ?? new();

    /// <summary>What it returns on some way, with the state in which it does.</summary>
    public List<(ValueSet Value, FlowState State)> Returns => _returns ??= _kept?.Returns() ?? new();

    /// <summary>What its lambdas and local functions return.</summary>
    public Dictionary<ISymbol, ValueSet> FunctionReturns =>
        _functionReturns ??= _kept?.FunctionReturns() ?? new(SymbolEqualityComparer.Default);

    /// <summary>The states in which it ends normally.</summary>
    public List<FlowState> Exits => _exits ??= _kept?.Exits() ?? new();

    /// <summary>What it changes for its callers.</summary>
    public BodyEffects Effects => _effects ??= BodyEffects.FromExits(Exits);

    /// <summary>What it does with the objects that it makes.</summary>
    public ObjectUses Uses => _uses ??= new ObjectUses(this);

    /// <summary>Whether what it gives its callers may depend on what it is called with.</summary>
    public bool Depends => _depends ??= Returns.Count > 1 || Exits.Count > 1 || Returns.Any(one => one.Value.Knowns.Length > 1);

    /// <summary>The clients that other bodies make and this one goes on to configure, by their creations.</summary>
    public HashSet<SyntaxNode> Changed => _changed ??= _kept?.Changed() ?? new();

    /// <summary>Those of them that it gives encryption or a login, or lets out of sight.</summary>
    public HashSet<SyntaxNode> SecuredSites => _securedSites ??= _kept?.SecuredSites() ?? new();

    /// <summary>The ways through it that its callers keep apart.</summary>
    public ImmutableArray<BodyWay> Ways(SmtpSymbols symbols) => _ways.IsDefault ? _ways = BodyWay.Find(this, symbols) : _ways;

    /// <summary>Takes note of a call, if it is one of the compilation's own methods.</summary>
    public void Call(
        IMethodSymbol method, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, SyntaxNode syntax, FlowState state)
    {
        if (method.DeclaringSyntaxReferences.Length > 0)
            Calls.Add(new CallFact(method.AsDeclared().OriginalDefinition, receiver, arguments, syntax, state));
    }

    public IEnumerable<CallFact> CallsOf(IMethodSymbol method)
    {
        if (_calls is null && _kept is not null)
            return _kept.CallsOf(method.OriginalDefinition);

        _callsByMethod ??= Calls.ToLookup(call => (ISymbol)call.Method, (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);
        return _callsByMethod[method.OriginalDefinition];
    }

    public IEnumerable<WriteFact> WritesTo(ISymbol member)
    {
        if (_writes is null && _kept is not null)
            return _kept.WritesTo(member.OriginalDefinition);

        _writesByMember ??= Writes.ToLookup(write => write.Member, (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);
        return _writesByMember[member.OriginalDefinition];
    }

    /// <summary>Whether another body that asks would learn the same from both.</summary>
    public bool TellsSameAs(BodyFacts other) =>
        ReferenceEquals(this, other)
        || (this != None && other != None
            && Returns.Count == other.Returns.Count && Exits.Count == other.Exits.Count && Writes.Count == other.Writes.Count
            && new HashSet<(ValueSet, FlowState)>(Returns).SetEquals(other.Returns)
            && new HashSet<FlowState>(Exits).SetEquals(other.Exits)
            && new HashSet<WriteFact>(Writes).SetEquals(other.Writes));
}
