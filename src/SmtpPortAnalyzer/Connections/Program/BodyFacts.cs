using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>A call of a method of the compilation, on one way through the body that calls.</summary>
internal sealed record CallFact(
    IMethodSymbol Method, ValueSet Receiver, ImmutableArray<ArgumentValue> Arguments, SyntaxNode Syntax, FlowState State)
{
    /// <summary>
    /// The arguments as far as they surely go together: what two of them are on ways that were joined is known at run time only.
    /// </summary>
    public ImmutableArray<ArgumentValue> Arguments { get; init; } = Paired(Arguments);

    private static ImmutableArray<ArgumentValue> Paired(ImmutableArray<ArgumentValue> arguments) =>
        arguments.Count(IsMixed) < 2
            ? arguments
            : arguments.Select(argument => IsMixed(argument) ? argument.Open() : argument).ToImmutableArray();

    private static bool IsMixed(ArgumentValue argument) => argument.Value is { IsMixed: true, Single: null };
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

    private bool? _depends;
    private BodyEffects? _effects;
    private ImmutableArray<BodyWay> _ways;
    private ILookup<ISymbol, CallFact>? _callsByMethod;
    private ILookup<ISymbol, WriteFact>? _writesByMember;

    public List<SmtpConnection> Connections { get; } = new();

    public List<LoginFact> Logins { get; } = new();

    /// <summary>The fields, properties, parameters and methods whose client it gives encryption or a login, or lets out of sight.</summary>
    public HashSet<ISymbol> Secured { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The fields, properties, parameters and methods whose client gets its host, port, encryption or login here.</summary>
    public HashSet<ISymbol> Configured { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The fields, properties, parameters and methods whose client is logged in here by a method of its own.</summary>
    public HashSet<ISymbol> LoggedIn { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The fields, properties, parameters and methods whose client it hands to unknown code.</summary>
    public HashSet<ISymbol> Exposed { get; } = new(SymbolEqualityComparer.Default);

    public List<CallFact> Calls { get; } = new();

    public List<WriteFact> Writes { get; } = new();

    /// <summary>Where it makes delegates of methods, and whether it does so on a way that counts.</summary>
    public Dictionary<SyntaxNode, bool> Delegates { get; } = new();

    /// <summary>The types that it binds to sections of the configuration.</summary>
    public List<BindFact> Bindings { get; } = new();

    /// <summary>What it returns on some way, with the state in which it does.</summary>
    public List<(ValueSet Value, FlowState State)> Returns { get; } = new();

    /// <summary>What its lambdas and local functions return.</summary>
    public Dictionary<ISymbol, ValueSet> FunctionReturns { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The states in which it ends normally.</summary>
    public List<FlowState> Exits { get; } = new();

    /// <summary>What it changes for its callers.</summary>
    public BodyEffects Effects => _effects ??= BodyEffects.FromExits(Exits);

    /// <summary>Whether what it gives its callers may depend on what it is called with.</summary>
    public bool Depends => _depends ??= Returns.Count > 1 || Exits.Count > 1;

    /// <summary>The clients that other bodies make and this one goes on to configure, by their creations.</summary>
    public HashSet<SyntaxNode> Changed { get; } = new();

    /// <summary>Those of them that it gives encryption or a login, or lets out of sight.</summary>
    public HashSet<SyntaxNode> SecuredSites { get; } = new();

    /// <summary>The ways through it that its callers keep apart.</summary>
    public ImmutableArray<BodyWay> Ways(SmtpSymbols symbols) => _ways.IsDefault ? _ways = BodyWay.Find(this, symbols) : _ways;

    public IEnumerable<CallFact> CallsOf(IMethodSymbol method)
    {
        _callsByMethod ??= Calls.ToLookup(call => (ISymbol)call.Method, (IEqualityComparer<ISymbol>)SymbolEqualityComparer.Default);
        return _callsByMethod[method.OriginalDefinition];
    }

    public IEnumerable<WriteFact> WritesTo(ISymbol member)
    {
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
