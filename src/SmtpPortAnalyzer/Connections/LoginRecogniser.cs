using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Clients;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections;

/// <summary>Recognises how the clients of one body log in: by which methods, and with which passwords.</summary>
internal sealed class LoginRecogniser(SmtpSymbols symbols)
{
    /// <summary>Under this name a credential object keeps the password that its constructor was given.</summary>
    private const string PasswordEntry = "password";

    private readonly Dictionary<(SyntaxNode Site, ValueSet Value, ValueSet Carried), Login> _logins = new();
    private readonly Dictionary<AbstractValue, HashSet<ValueSet>> _hosts = new();
    private readonly HashSet<AbstractValue> _mayLogIn = new();

    /// <summary>Whether logins are to be left out: they are found when their own function is followed.</summary>
    public bool IsMuted { get; set; }

    /// <summary>
    /// Fields, properties, parameters and methods whose client is given encryption or a login here, or goes where it may be.
    /// </summary>
    public HashSet<ISymbol> Secured { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The creations of clients of other bodies that are given encryption or a login here, or go where they may be.</summary>
    public HashSet<SyntaxNode> SecuredSites { get; } = new();

    /// <summary>Fields, properties, parameters and methods whose client is logged in here by a method of its own.</summary>
    public HashSet<ISymbol> LoggedIn { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>The passwords that reach a login.</summary>
    public IEnumerable<LoginFact> Facts() => _logins.Select(entry => (entry.Key.Site, Login: entry.Value)).Select(entry => new LoginFact(
        entry.Login.Library,
        entry.Login.Api,
        entry.Login.Value,
        entry.Login.State,
        entry.Site,
        entry.Login.Hosts
            .Concat(
                entry.Login.Owners.Knowns.SelectMany(owner =>
                    _hosts.TryGetValue(owner, out var hosts) ? hosts : Enumerable.Empty<ValueSet>())).Distinct().ToImmutableArray()));

    /// <summary>What the object carries: the cells that hold a password, or another credential object.</summary>
    public static IEnumerable<ValueSet> Carried(AbstractValue credential, FlowState state, SmtpSymbols symbols)
    {
        foreach (var pair in state.MembersOf(credential).Entries())
        {
            if (pair.Key.Key == PasswordEntry || (pair.Key.Symbol is IPropertySymbol property && symbols.IsPasswordOfCredential(property)))
                yield return pair.Value;
        }
    }

    /// <summary>
    /// Whether the client may log in elsewhere than where it connects: it does so here, or leaves the body, or is none of the body's own.
    /// </summary>
    public bool MayLogIn(ValueSet client) =>
        client.IsOpen || client.Knowns.IsEmpty || client.Knowns.Any(known =>
            known.Kind != AbstractValueKind.Allocation || known.IsGiven || _mayLogIn.Contains(known)
            // A type of the compilation's own may log in by itself.
            || (known.Symbol as ITypeSymbol)?.DeclaringSyntaxReferences.IsEmpty == false);

    /// <summary>The objects got out of sight: who has them may log them in.</summary>
    public void Left(ValueSet value)
    {
        foreach (var known in value.Knowns)
        {
            if (known.Kind == AbstractValueKind.Allocation)
                _mayLogIn.Add(known);
            Secures(known);
            if (known.Kind == AbstractValueKind.Symbolic && symbols.Client(ClientObjects.TypeOf(known)) is not null)
                Secured.Add(known.Symbol!);
            if (known is { Kind: AbstractValueKind.Function, Receiver: { } receiver })
                Left(ValueSet.FromValue(receiver));
            foreach (var item in known.Items)
                Left(item);
        }
    }

    /// <summary>A connection of these objects goes there.</summary>
    public void Connects(ValueSet owners, ValueSet? host)
    {
        foreach (var owner in owners.Knowns)
        {
            if (!_hosts.TryGetValue(owner, out var hosts))
                _hosts.Add(owner, hosts = new HashSet<ValueSet>());
            if (host is { } known)
                hosts.Add(known);
        }
    }

    /// <summary>An object was made that may carry a password.</summary>
    public void Created(CallSite creation, AbstractValue made, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (symbols.Credential(creation.Type) is not { } credential)
            return;

        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && credential.Parameters.Contains(parameter.Name))
                evaluator.State = evaluator.State.Set(StorageLocation.Entry(made, PasswordEntry), argument.Value);
        }
    }

    /// <summary>
    /// A credential is put into an object that carries several, each for a host: <c>cache.Add(host, port, "LOGIN", login)</c>.
    /// </summary>
    public void Collects(
        IMethodSymbol method, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (!symbols.FrameworkTypes.Is(method.ContainingType, FrameworkType.CredentialCache))
            return;

        foreach (var argument in arguments)
        {
            if (argument.Parameter is not { } parameter || !IsCredential(parameter.Type))
                continue;

            foreach (var cache in receiver.Knowns)
            {
                var cell = StorageLocation.Entry(cache, PasswordEntry);
                evaluator.State = evaluator.State.Set(cell, ValueSet.Join(evaluator.State.Get(cell), argument.Value));
            }
        }
    }

    /// <summary>A login method of a client is called.</summary>
    public void Authenticates(ConnectSymbol row, CallSite call, IMethodSymbol method, ValueSet receiver,
        ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        Left(receiver);
        LoggedIn.UnionWith(receiver.Knowns.Where(known => known.Kind == AbstractValueKind.Symbolic).Select(known => known.Symbol!));
        if (!row.IsDecided
            && !receiver.Knowns.Any(known => known.Symbol is ITypeSymbol type && symbols.LogsIn(method, type) is { IsDecided: true }))
            return;

        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter && (row.Row.Login!.Passwords.Contains(parameter.Name) || IsCredential(parameter.Type)))
                Note(row.Library, call.Type?.Name ?? row.Library.Name, argument.Value, argument.Syntax, receiver, evaluator.State);
        }
    }

    /// <summary>A method that connects is handed a login.</summary>
    public void Connects(ConnectSymbol row, string api, ValueSet? host, ImmutableArray<ArgumentValue> arguments, FlowState state)
    {
        if (row.Row.Login is not { } login)
            return;

        foreach (var argument in arguments)
        {
            if (argument.Parameter is { } parameter
                && (login.Passwords.Contains(parameter.Name)
                    || (login.Members.Contains(parameter.Name) && parameter.Type.SpecialType != SpecialType.System_String)))
            {
                Note(row.Library, api, argument.Value, argument.Syntax, ValueSet.Open, state, host);
            }
        }
    }

    /// <summary>A property of a client that takes a login is written, or a parameter of its constructor.</summary>
    public void Given(ClientSymbol client, string api, ISymbol member, ValueSet value, SyntaxNode site, ValueSet owners, FlowState state)
    {
        if (client.IsPassword(member)
            || (client.IsLogin(member) && member is IPropertySymbol { Type.SpecialType: not SpecialType.System_String }))
            Note(client.Library, api, value, site, owners, state);
    }

    /// <summary>A setting by key that takes a password.</summary>
    public void Note(
        SmtpLibrary library, string api, ValueSet value, SyntaxNode site, ValueSet owners, FlowState state, ValueSet? host = null)
    {
        if (IsMuted || state.IsExempt || value.Knowns.IsEmpty)
            return;

        // The same object may carry another password on another way.
        var carried = default(ValueSet);
        foreach (var credential in value.Knowns.Where(known => known.Kind == AbstractValueKind.Allocation))
            carried = Carried(credential, state, symbols).Aggregate(carried, (one, other) => one.Or(other));

        if (!_logins.TryGetValue((site, value, carried), out var login))
            _logins.Add((site, value, carried), login = new Login(library.Name, api, value, state));
        login.Owners = login.Owners.Or(owners);
        if (host is { } known)
            login.Hosts.Add(known);
    }

    private bool IsCredential(ITypeSymbol type) =>
        symbols.FrameworkTypes.Is(type, FrameworkType.Credentials) || symbols.Credential(type) is not null;

    private sealed class Login(string library, string api, ValueSet value, FlowState state)
    {
        public string Library { get; } = library;

        public string Api { get; } = api;

        public ValueSet Value { get; } = value;

        public FlowState State { get; } = state;

        public ValueSet Owners { get; set; }

        public HashSet<ValueSet> Hosts { get; } = new();
    }

    /// <summary>What is known of the objects by a name only may be given encryption or a login.</summary>
    public void Secures(ValueSet receiver)
    {
        foreach (var known in receiver.Knowns)
        {
            if (known.Kind == AbstractValueKind.Symbolic)
                Secured.Add(known.Symbol!);
            Secures(known);
        }
    }

    private void Secures(AbstractValue known)
    {
        if (known.IsGiven)
            SecuredSites.Add(known.Origin!);
    }
}
