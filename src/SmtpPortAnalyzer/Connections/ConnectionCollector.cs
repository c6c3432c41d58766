using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections;

/// <summary>Collects what one body shows of its connections: each place once, with all the ways on which it was seen.</summary>
internal sealed class ConnectionCollector(LoginRecogniser logins)
{
    /// <summary>The host of a client that was given none.</summary>
    public static readonly ValueSet NoHost = ValueSet.FromValue(AbstractValue.OfConstant(null, null).AsDefault());

    private readonly Dictionary<SyntaxNode, Site> _sites = new();
    private readonly Dictionary<AbstractValue, ISymbol> _holders = new();
    private readonly Dictionary<AbstractValue, SyntaxNode> _portWrites = new();
    private readonly HashSet<AbstractValue> _handedOut = new();

    /// <summary>Whether connections are to be left out: they are found when their own function is followed.</summary>
    public bool IsMuted { get; set; }

    /// <summary>In the order of the text: where several share a finding, the first is its site in every run.</summary>
    public IEnumerable<SmtpConnection> Connections() =>
        _sites.OrderBy(found => found.Key.SpanStart).Select(found => ConnectionAt(found.Key, found.Value));

    private SmtpConnection ConnectionAt(SyntaxNode place, Site site) =>
        new(site.Library, site.Api, place, site.Holder, site.Best(logins))
        {
            Receiver = site.Receiver,
            IsChangeOnly = site.IsChangeOnly,
            IsHandedOut = site.IsHandedOut,
        };

    public void Held(AbstractValue client, ISymbol holder) => _holders[client] = holder;

    public void HandedOut(ValueSet clients) => _handedOut.UnionWith(clients.Knowns);

    public void PortWritten(ValueSet owners, SyntaxNode value)
    {
        foreach (var owner in owners.Knowns)
            _portWrites[owner] = value;
    }

    /// <summary>A call connects.</summary>
    public void Connect(SyntaxNode call, ConnectSymbol connect, string api, ConnectionPath path, ValueSet receiver)
    {
        if (Sight(call, connect.Library, api, path) is not { } site)
            return;

        site.Receiver ??= receiver.Single switch
        {
            { Kind: AbstractValueKind.Symbolic, Symbol: IFieldSymbol or IPropertySymbol } kept => kept.Symbol,
            { } made when _holders.TryGetValue(made, out var holder) => holder,
            _ => null,
        };
        if (connect.Row.Login is { Methods.IsEmpty: false })
            site.LogsInLater = ValueSet.Join(site.LogsInLater, receiver);
    }

    /// <summary>A client as it is in the state; null for one that consists of static properties.</summary>
    public void Client(ClientSymbol client, AbstractValue? owner, FlowState state, Sighting sighting)
    {
        if (client.Port is null || state.Get(StorageLocation.Member(owner, client.Port)) is not { } port)
            return;

        var host = state.Get(client.HostCell(owner));
        if (host is { } ways && ways.Knowns.Any(IsNoHost))
        {
            // A way with neither host nor port is no connection; ways that were joined must not lend each other what they lack.
            host = ways.Equals(NoHost) ? null : ways.Without(IsNoHost);
            if (port.Single is null)
                port = port.Without(known => known.IsDefault);
        }

        var isMadeHere = owner?.Kind == AbstractValueKind.Allocation;
        var security = PathSecurity.Evaluate(client.Row.Security, member => Given(client, member, owner, state));
        var login = Login(client, owner, state);
        var path = new ConnectionPath
        {
            // A default of a client made elsewhere is for the place that makes it.
            Port = port.Select(known => known.IsDefault ? (isMadeHere ? Default(client, known, security) : null) : known),
            Host = host,
            IsExempt = state.IsExempt || IsDelivered(client, owner, state),
            IsDeliveryMixed = client.NotConnecting.Any(property => IsMixed(property, owner, state))
                || (client.Delivery is { } way && IsMixed(way, owner, state)),
            Sighting = sighting,

            // What was not chosen here may have been where it was made.
            Security = isMadeHere || security?.Member is not null ? security : null,
            Login = isMadeHere || login.Denial is not null ? login.State : LoginState.Unknown,
            NoLogin = login.Denial,
        };
        logins.Connects(owner is null ? ValueSet.Open : ValueSet.FromValue(owner), path.Host);
        var site = isMadeHere
            ? owner!.Origin!
            : owner is not null && _portWrites.TryGetValue(owner, out var written) ? WriteOf(written) : SiteOf(path.Port);
        if (site is null)
            return;

        ISymbol? holder = null;
        if (owner is not null)
            _holders.TryGetValue(owner, out holder);
        holder ??= owner?.Kind == AbstractValueKind.Symbolic ? owner.Symbol : null;
        if (Sight(
            site, client.Library, (isMadeHere ? (owner!.Symbol as ITypeSymbol)?.Name : null) ?? client.Type.Name, path) is not { } sighted)
            return;

        sighted.Holder ??= holder;
        sighted.IsChangeOnly |= !isMadeHere;
        sighted.IsHandedOut |= owner is not null && _handedOut.Contains(owner);
    }

    /// <summary>Settings by key as they are in the state.</summary>
    public void Keys(KeysSymbol keys, AbstractValue? owner, FlowState state)
    {
        if (state.Get(KeyedSettings.Entry(owner, keys, KeyRole.Port)) is not { } port || SiteOf(port) is not { } site)
            return;

        var host = keys.Row.Host is null ? null : state.Get(KeyedSettings.Entry(owner, keys, KeyRole.Host));
        host ??= keys.StaticHost is null ? null : state.Get(StorageLocation.Member(null, keys.StaticHost));
        Sight(site, keys.Library, keys.Library.Name,
            new ConnectionPath { Port = port, Host = host, IsExempt = state.IsExempt, Sighting = Sighting.End });
    }

    /// <summary>A message is sent by a static method; the port may be one of the message's settings.</summary>
    public void Send(KeysSymbol keys, ImmutableArray<ArgumentValue> arguments, SyntaxNode call, FlowState state)
    {
        // The message is made here, or is none: one that comes from elsewhere may have a port.
        var message = arguments.Length == 1 ? arguments[0].Value.Single : null;
        if (arguments.Length == 1 && (message is not { Kind: AbstractValueKind.Allocation }
            || KeyedSettings.ValueFor(message, keys, KeyRole.Port, state) is not null))
        {
            return;
        }

        var host = message is null ? null : KeyedSettings.ValueFor(message, keys, KeyRole.Host, state);
        host ??= keys.StaticHost is { } property
            ? state.Get(StorageLocation.Member(null, property)) ?? ValueSet.FromValue(AbstractValue.OfSymbol(property, null, call))
            : null;
        var path = new ConnectionPath
        {
            Port = ValueSet.FromValue(AbstractValue.OfConstant(keys.Row.Sends!.Value.DefaultPort, call).AsDefault().At(call)),
            Host = host,
            IsExempt = state.IsExempt,
            Sighting = Sighting.Use,
        };
        Sight(call, keys.Library, keys.Sender!.Name, path);
    }

    private static ValueSet? Given(ClientSymbol client, SecurityMember member, AbstractValue? owner, FlowState state)
    {
        foreach (var (candidate, property) in client.Security)
        {
            if (candidate == member)
                return state.Get(StorageLocation.Member(owner, property));
        }

        return null;
    }

    private static (LoginState State, SyntaxNode? Denial) Login(ClientSymbol client, AbstractValue? owner, FlowState state)
    {
        if (client.Row.Login is not { } row)
            return (LoginState.Unknown, null);

        SyntaxNode? denial = null;
        foreach (var property in client.Login.AddRange(client.Passwords))
        {
            if (state.Get(StorageLocation.Member(owner, property)) is not { } value)
                continue;

            if (!LoginValue.IsNone(value))
                return (LoginState.Unknown, null);
            denial ??= LoginValue.Denial(value);
        }

        var isGiven = owner is not null
            && row.Members.Any(name => state.Get(ClientSymbol.LoginCell(owner, name)) is { } value && !LoginValue.IsNone(value));
        return isGiven ? (LoginState.Unknown, null) : (LoginState.None, denial);
    }

    /// <summary>The port for none may depend on whether TLS starts at once.</summary>
    private static AbstractValue? Default(ClientSymbol client, AbstractValue known, PathSecurity? security) =>
        client.Row.ImplicitTlsPort == 0 || security is null ? known
        : security.Certain() is not { } mode ? null
        : mode == TransportSecurity.Implicit ? known.WithConstant(client.Row.ImplicitTlsPort)
        : known;

    /// <summary>Whether the mail surely goes into a folder, or nowhere, instead of over the network.</summary>
    internal static bool IsDelivered(ClientSymbol client, AbstractValue? owner, FlowState state)
    {
        if (client.Delivery is { } delivery
            && state.Get(StorageLocation.Member(owner, delivery)) is { IsOpen: false, Knowns.IsEmpty: false } value
            && value.Knowns.All(known => known.Kind == AbstractValueKind.Constant && !ConstantFolding.IsZero(known)))
        {
            return true;
        }

        return client.NotConnecting.Any(property =>
            state.Get(StorageLocation.Member(owner, property)) is { } other && !LoginValue.IsNone(other));
    }

    private static bool IsMixed(IPropertySymbol property, AbstractValue? owner, FlowState state) =>
        state.Get(StorageLocation.Member(owner, property)) is { IsMixed: true, Single: null };

    private static bool IsNoHost(AbstractValue known) => known is { IsDefault: true, Kind: AbstractValueKind.Constant, Constant: null };

    private static SyntaxNode? SiteOf(ValueSet port) =>
        port.Knowns.Select(known => known.Place).FirstOrDefault(place => place is not null) is { } place ? WriteOf(place) : null;

    private static SyntaxNode WriteOf(SyntaxNode place) =>
        place.FirstAncestorOrSelf<SyntaxNode>(node =>
            node is AssignmentExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax) ?? place;

    private Site? Sight(SyntaxNode node, SmtpLibrary library, string api, ConnectionPath path)
    {
        if (IsMuted)
            return null;

        // Which port goes with which host was lost on the way: it may be any.
        if (path.Port.IsMixed && path.Port.Single is null && (LostPairs.Matter(path.Host) || path.IsDeliveryMixed))
            path = path with { Port = ValueSet.Open };
        if (!_sites.TryGetValue(node, out var site))
            _sites.Add(node, site = new Site(library, api));
        site.Paths.Add(path);
        return site;
    }

    private sealed class Site(SmtpLibrary library, string api)
    {
        public SmtpLibrary Library { get; } = library;

        public string Api { get; } = api;

        public ISymbol? Holder { get; set; }

        public ISymbol? Receiver { get; set; }

        public bool IsChangeOnly { get; set; }

        public bool IsHandedOut { get; set; }

        /// <summary>The clients that log in by a method of theirs, once they are connected.</summary>
        public ValueSet? LogsInLater { get; set; }

        public List<ConnectionPath> Paths { get; } = new();

        public ImmutableArray<ConnectionPath> Best(LoginRecogniser logins)
        {
            var best = Paths.Max(path => path.Sighting);
            var mayLogIn = LogsInLater is { } clients && logins.MayLogIn(clients);
            return Paths
                .Where(path => path.Sighting == best)
                .Select(path => mayLogIn ? path with { Login = LoginState.Unknown } : path)
                .ToImmutableArray();
        }
    }
}
