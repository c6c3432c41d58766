using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Connections.Clients;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections;

/// <summary>Recognises the catalogue's connections in what a body does. It knows nothing of rules.</summary>
internal sealed class ConnectionRecogniser
{
    private readonly SmtpSymbols _symbols;
    private readonly LoginRecogniser _logins;
    private readonly ConnectionCollector _sightings;
    private readonly ClientObjects _clients;
    private readonly KeyedConnections _keys;

    public ConnectionRecogniser(SmtpSymbols symbols)
    {
        _symbols = symbols;
        _logins = new LoginRecogniser(symbols);
        _sightings = new ConnectionCollector(_logins);
        _clients = new ClientObjects(symbols, _logins, _sightings);
        _keys = new KeyedConnections(symbols, _logins, _sightings);
    }

    /// <summary>
    /// Fields, properties, parameters and methods whose client is given encryption or a login here, or goes where it may be.
    /// </summary>
    public HashSet<ISymbol> Secured => _logins.Secured;

    /// <summary>Fields, properties, parameters and methods whose client gets its host, port, encryption or login here.</summary>
    public HashSet<ISymbol> Configured { get; } = new(SymbolEqualityComparer.Default);

    /// <inheritdoc cref="ClientObjects.Exposed"/>
    public HashSet<ISymbol> Exposed => _clients.Exposed;

    /// <summary>The creations of clients that other bodies made and gave to this one, which goes on to configure them.</summary>
    public HashSet<SyntaxNode> ChangedSites { get; } = new();

    /// <summary>Those of them that are given encryption or a login here, or go where they may be.</summary>
    public HashSet<SyntaxNode> SecuredSites => _logins.SecuredSites;

    /// <summary>Those whose client is logged in here by a method of its own.</summary>
    public HashSet<ISymbol> LoggedIn => _logins.LoggedIn;

    /// <summary>Whether connections are to be left out: they are found when their own function is followed.</summary>
    public bool IsMuted
    {
        get => _sightings.IsMuted;
        set => _sightings.IsMuted = _logins.IsMuted = value;
    }

    public IEnumerable<SmtpConnection> Connections() => _sightings.Connections();

    public IEnumerable<LoginFact> Logins() => _logins.Facts();

    /// <summary>
    /// Takes note of a client. Gives the constructor that has to be followed to know it whole: that of a type which derives from the
    /// library's; null where the library's own has said everything, or where it is no client.
    /// </summary>
    public IMethodSymbol? Created(CallSite creation, AbstractValue made, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        _logins.Created(creation, made, arguments, evaluator);
        if (creation.Method is { } dialing && _symbols.Connect(dialing, creation.Type) is { } connect)
        {
            Connect(connect, creation.Type!.Name, ValueSet.FromValue(made), arguments, creation.Syntax, evaluator);
            return null;
        }

        return _clients.Created(creation, made, arguments, evaluator);
    }

    /// <inheritdoc cref="ClientObjects.Constructed"/>
    public void Constructed(CallSite creation, AbstractValue made, IMethodSymbol constructor, bool isFollowed, FlowEvaluator evaluator) =>
        _clients.Constructed(creation, made, constructor, isFollowed, evaluator);

    /// <inheritdoc cref="ClientObjects.Held"/>
    public void Held(ValueSet value, ISymbol holder) => _clients.Held(value, holder);

    /// <summary>Unknown code has got hold of the object, which may set what was set already where <paramref name="isToBeSet"/>.</summary>
    public void HandedOver(ValueSet value, IMethodSymbol? method, FlowEvaluator evaluator, bool isToBeSet = false)
    {
        Changed(value);
        _clients.HandedOver(value, method, evaluator);
        if (isToBeSet)
            _clients.Opened(value, evaluator);
    }

    /// <inheritdoc cref="ClientObjects.DefaultsOpened"/>
    public void DefaultsOpened(FlowEvaluator evaluator) => _clients.DefaultsOpened(evaluator);

    /// <summary>The objects are changed here, or may be.</summary>
    public void Changed(ValueSet owners)
    {
        foreach (var owner in owners.Knowns)
            Changed(owner);
    }

    /// <inheritdoc cref="Changed(ValueSet)"/>
    public void Changed(AbstractValue owner)
    {
        if (owner.IsGiven)
            ChangedSites.Add(owner.Origin!);
    }

    /// <summary>Whether the call is the catalogue's: a connect, login or send method, or the base constructor of a client.</summary>
    public bool Called(
        CallSite call, IMethodSymbol method, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (method.MethodKind == MethodKind.Constructor)
        {
            if (receiver.Single is not { } self || _symbols.Client(method.ContainingType) is not { } parent
                || method.DeclaringSyntaxReferences.Length > 0)
                return false;

            _clients.Configure(parent, self, arguments, call.Syntax, evaluator);
            return true;
        }

        foreach (var argument in arguments)
            _logins.Left(argument.Value);
        UsedMember(receiver, evaluator);
        _logins.Collects(method, receiver, arguments, evaluator);

        if (_symbols.LogsIn(method, call.Type) is { } login)
        {
            _logins.Authenticates(login, call, method, receiver, arguments, evaluator);
            return true;
        }

        var api = call.Type is { Name.Length: > 0 } type ? type.Name : method.Name;
        if (_symbols.Connect(method, call.Type) is { } connect)
        {
            Connect(connect, api, receiver, arguments, call.Syntax, evaluator);
            return true;
        }

        if (_symbols.HasKeys && _keys.Called(call, method, receiver, arguments, evaluator))
            return true;

        if (call.Type is null || _symbols.Client(call.Type) is not { } client)
            return false;

        if (!client.Row.SendMethods.Contains(method.Name))
            return false;

        foreach (var known in receiver.Knowns)
            _sightings.Client(client, known, evaluator.State, Sighting.Use);
        return true;
    }

    /// <summary>The value as it is to be kept: a port knows the expression that hands it over.</summary>
    public ValueSet Written(
        IMemberReferenceOperation member, ValueSet receiver, ValueSet value, IOperation valueOperation, FlowEvaluator evaluator)
    {
        if (_symbols.HasKeys && _keys.Written(member, receiver, value, valueOperation, evaluator))
            return value;

        _logins.Left(value);
        var written = StorageLocation.Implemented(receiver.Single, member.Member);
        if (written is IPropertySymbol && ClientOf(receiver, member) is { } client)
        {
            Changed(receiver);
            if (client.IsSetting(written))
                Configured.UnionWith(
                    receiver.Knowns.Where(known => known.Kind == AbstractValueKind.Symbolic).Select(known => known.Symbol!));

            if (client.IsPort(written))
            {
                _sightings.PortWritten(receiver, valueOperation.Syntax);
                return value.Select(known => known.At(valueOperation.Syntax));
            }

            var isLogin = client.IsLogin(written);
            if (isLogin || client.IsSecurity(written))
                _logins.Secures(receiver);
            _logins.Given(client, Name(receiver, client), written, value, valueOperation.Syntax, receiver, evaluator.State);
            if (isLogin || client.IsSecurity(written) || client.IsPassword(written))
                return value.Select(known => known.At(valueOperation.Syntax));
        }
        else if (_symbols.IsLoginOfConnection(member.Member, member.Instance?.Type)
            || _symbols.IsProxyOfConnection(member.Member, member.Instance?.Type))
        {
            // Of a client that is connected by a call; a certificate logs in.
            _logins.Left(receiver);
        }

        if (member.Member.DeclaringSyntaxReferences.Length > 0)
            Held(value, member.Member);
        return value;
    }

    /// <summary>The objects got out of sight.</summary>
    public void Lost(ValueSet value) => _logins.Left(value);

    /// <summary>The objects go to other code as they are: a lambda returns them, a collection keeps them.</summary>
    public void HandedOut(ValueSet value)
    {
        Lost(value);
        _sightings.HandedOut(value);
    }

    /// <summary>A way through a body ends: what was made or configured on it is judged as it is now.</summary>
    /// <param name="state">The state in which it ends.</param>
    /// <param name="entry">A state in which it began: what has not changed since is none of this body's business.</param>
    /// <param name="isEnding">Whether the object ends with it.</param>
    public void Ended(FlowState state, FlowState entry, Func<AbstractValue, bool> isEnding)
    {
        foreach (var owner in state.ObjectsChangedSince(entry))
        {
            if (!isEnding(owner))
                continue;

            foreach (var member in state.MembersOf(owner).Entries())
                EndedWith(member.Key, owner, state);
        }

        if (!_symbols.HasStatics)
            return;

        foreach (var variable in state.Variables.Entries())
            EndedWith(variable.Key, null, state);
    }

    /// <summary>An object that was made here has come to its end: it is judged as it is now.</summary>
    public void Died(AbstractValue made, FlowState state)
    {
        foreach (var member in state.MembersOf(made).Entries())
            EndedWith(member.Key, made, state);
    }

    private void EndedWith(StorageLocation cell, AbstractValue? owner, FlowState state)
    {
        if (cell.Key is { } key)
        {
            if (_symbols.PortKey(key) is { } keys)
                _sightings.Keys(keys, owner, state);
            return;
        }

        if (cell.Symbol is not IPropertySymbol property || (owner is null && !property.IsStatic))
            return;

        var client = (owner is null ? null : _symbols.Client(ClientObjects.TypeOf(owner))) ?? _symbols.Client(property.ContainingType);
        if (client is not null && client.IsPort(property) && !client.Row.IsEndPoint)
            _sightings.Client(
                client, owner, state, owner is not null && state.IsInterrupted(owner) ? Sighting.EndAfterCatch : Sighting.End);
    }

    private ClientSymbol? ClientOf(ValueSet receiver, IMemberReferenceOperation member) =>
        _symbols.Client(member.Instance?.Type ?? member.Member.ContainingType)
        ?? receiver.Knowns.Select(known => _symbols.Client(ClientObjects.TypeOf(known))).FirstOrDefault(client => client is not null);

    private static string Name(ValueSet receiver, ClientSymbol client) =>
        receiver.Single is { Kind: AbstractValueKind.Allocation, Symbol: ITypeSymbol { Name.Length: > 0 } type }
            ? type.Name
            : client.Type.Name;

    private void Connect(ConnectSymbol connect, string api, ValueSet receiver, ImmutableArray<ArgumentValue> arguments, SyntaxNode site,
        FlowEvaluator evaluator)
    {
        var path = new ConnectCall(connect, receiver, arguments, site, evaluator.State).Path(
            SocketAddress.Find(connect, arguments, evaluator.State, _symbols));
        _logins.Connects(receiver, path.Host);
        _logins.Connects(connect, api, path.Host, arguments, evaluator.State);
        _sightings.Connect(site, connect, api, path, receiver);
    }

    /// <summary>Something is done to what a login member holds: <c>client.ClientCertificates.Add(…)</c>.</summary>
    private void UsedMember(ValueSet receiver, FlowEvaluator evaluator)
    {
        foreach (var known in receiver.Knowns)
        {
            if (known is not { Kind: AbstractValueKind.Symbolic, Symbol: IPropertySymbol property, Receiver: { } owner })
                continue;

            if (_symbols.IsLoginOfConnection(property, ClientObjects.TypeOf(owner)))
                _logins.Left(ValueSet.FromValue(owner));
            if (_symbols.Client(ClientObjects.TypeOf(owner)) is not { } client || !client.IsLogin(property))
                continue;

            _logins.Secures(ValueSet.FromValue(owner));
            evaluator.State = evaluator.State.Set(StorageLocation.Member(owner, property), ValueSet.Open);
        }
    }
}
