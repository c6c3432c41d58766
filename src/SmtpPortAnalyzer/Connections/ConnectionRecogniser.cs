using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Values;

namespace SmtpPortAnalyzer.Connections;

/// <summary>Recognises the catalogue's connections in what a body does. It knows nothing of rules.</summary>
internal sealed class ConnectionRecogniser
{
    /// <summary>The host of a client that nobody has given one.</summary>
    private static readonly FlowValue s_noHost = FlowValue.Of(Known.OfConstant(null, null).AsDefault());

    private readonly SmtpSymbols _symbols;
    private readonly Dictionary<SyntaxNode, Sightings> _sites = new();
    private readonly Dictionary<Known, ISymbol> _holders = new();
    private readonly Dictionary<Known, SyntaxNode> _portWrites = new();

    public ConnectionRecogniser(SmtpSymbols symbols) => _symbols = symbols;

    /// <summary>Whether connections are to be left out: they are found when their own function is followed.</summary>
    public bool IsMuted { get; set; }

    public IEnumerable<SmtpConnection> Connections() =>
        _sites.Select(site => new SmtpConnection(site.Value.Library, site.Value.Api, site.Key, site.Value.Holder, site.Value.Best())
        {
            IsChangeOnly = site.Value.IsChangeOnly,
        });

    /// <summary>
    /// Takes note of a client. Gives the constructor that has to be followed to know it whole: that of a type which derives from the library's;
    /// null where the library's own has said everything, or where it is no client.
    /// </summary>
    public IMethodSymbol? Created(IObjectCreationOperation creation, Known made, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (_symbols.Client(creation.Type) is not { } client)
            return creation.Constructor;

        var constructor = creation.Constructor;
        for (var type = creation.Type; type is not null && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, client.Type); type = type.BaseType)
        {
            // A constructor that nobody wrote does what its base's does.
            if (constructor is null or { IsImplicitlyDeclared: false })
                return constructor;

            constructor = type.BaseType?.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.IsEmpty);
        }

        var isOwn = SymbolEqualityComparer.Default.Equals(creation.Type!.OriginalDefinition, client.Type);
        Configure(client, made, isOwn ? arguments : ImmutableArray<ArgumentValue>.Empty, creation.Syntax, evaluator);
        return null;
    }

    /// <summary>The constructor of a derived client has been followed, or could not be: a port that it left alone is the default, or unknown.</summary>
    public void Constructed(IObjectCreationOperation creation, Known made, IMethodSymbol constructor, bool isFollowed, FlowEvaluator evaluator)
    {
        if (_symbols.Client(creation.Type) is not { Port: { } port } client)
            return;

        var cell = Cell.Member(made, port);
        var isLibrarys = isFollowed && SymbolEqualityComparer.Default.Equals(constructor.ContainingType.BaseType?.OriginalDefinition, client.Type);
        FlowValue? value = evaluator.State.Get(cell) switch
        {
            null => isLibrarys && Default(client, creation.Syntax) is { } known ? FlowValue.Of(known) : FlowValue.Open,

            // A default belongs to the place that makes the client, not to the constructor that says nothing of it.
            { } set when set.Knowns.Any(known => known.IsDefault) => set.Select(known => known.IsDefault ? Default(client, creation.Syntax) : known),
            _ => null,
        };
        if (value is { } kept)
            evaluator.State = evaluator.State.Set(cell, kept);
    }

    /// <summary>Whether the call is the catalogue's: a connect or send method, or the base constructor of a client.</summary>
    public bool Called(IInvocationOperation call, FlowValue receiver, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        var method = call.TargetMethod;
        if (method.MethodKind == MethodKind.Constructor)
        {
            if (receiver.Single is not { } self || _symbols.Client(method.ContainingType) is not { } parent || method.DeclaringSyntaxReferences.Length > 0)
                return false;

            Configure(parent, self, arguments, call.Syntax, evaluator);
            return true;
        }

        if (_symbols.Connect(method, call.Instance?.Type) is { } connect)
        {
            Sight(
                call.Syntax,
                connect.Library,
                call.Instance!.Type!.Name is { Length: > 0 } name ? name : "SmtpClient",
                ConnectCall.Path(connect, receiver, arguments, call, evaluator.State));
            return true;
        }

        if (call.Instance is null || _symbols.Client(call.Instance.Type) is not { } client || !client.Row.SendMethods.Contains(method.Name))
            return false;

        foreach (var known in receiver.Knowns)
            SightClient(client, known, evaluator.State, Sighting.Use);
        return true;
    }

    /// <summary>The value as it is to be kept: a port knows the expression that hands it over.</summary>
    public FlowValue Written(IMemberReferenceOperation member, FlowValue receiver, FlowValue value, IOperation valueOperation)
    {
        if (IsPort(member.Member))
        {
            foreach (var owner in receiver.Knowns)
                _portWrites[owner] = valueOperation.Syntax;
            return value.Select(known => known.At(valueOperation.Syntax));
        }

        if (member.Member.DeclaringSyntaxReferences.Length > 0)
            Held(value, member.Member);
        return value;
    }

    /// <summary>The clients among the values are kept by the field or property, or returned by the method.</summary>
    public void Held(FlowValue value, ISymbol holder)
    {
        foreach (var known in value.Knowns)
        {
            if (known.Kind == KnownKind.Allocation && _symbols.Client(known.Symbol as ITypeSymbol) is not null)
                _holders[known] = holder;
        }
    }

    /// <summary>Unknown code has got hold of the object: a port that nobody has written yet may be any.</summary>
    public void HandedOver(FlowValue value, FlowEvaluator evaluator)
    {
        foreach (var known in value.Knowns)
        {
            if (_symbols.Client(TypeOf(known)) is not { Port: { } port })
                continue;

            var cell = Cell.Member(known, port);
            if (evaluator.State.Get(cell) is not { } current || current.Knowns.Any(k => k.IsDefault))
                evaluator.State = evaluator.State.Set(cell, FlowValue.Open);
        }
    }

    private static ITypeSymbol? TypeOf(Known known) => known.Symbol switch
    {
        ITypeSymbol made when known.Kind == KnownKind.Allocation => made,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        _ => null,
    };

    /// <summary>A way through a body ends: what was made or configured on it is judged as it is now.</summary>
    /// <param name="state">The state in which it ends.</param>
    /// <param name="entry">A state in which it began: what has not changed since is none of this body's business.</param>
    /// <param name="isEnding">Whether the object ends with it.</param>
    public void Ended(FlowState state, FlowState entry, Func<Known, bool> isEnding)
    {
        foreach (var owner in state.ObjectsChangedSince(entry))
        {
            if (!isEnding(owner))
                continue;

            foreach (var member in state.MembersOf(owner).Entries())
            {
                if (member.Key.Symbol is IPropertySymbol property && _symbols.Client(property.ContainingType) is { } client
                    && SymbolEqualityComparer.Default.Equals(property, client.Port?.OriginalDefinition))
                {
                    SightClient(client, owner, state, state.IsInterrupted(owner) ? Sighting.EndAfterCatch : Sighting.End);
                }
            }
        }
    }

    private bool IsPort(ISymbol member) =>
        member is IPropertySymbol && _symbols.Client(member.ContainingType) is { Port: { } port }
        && SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, port.OriginalDefinition);

    private static void Configure(ClientSymbol client, Known made, ImmutableArray<ArgumentValue> arguments, SyntaxNode site, FlowEvaluator evaluator)
    {
        var row = client.Row;
        var hasPort = false;
        if (client.Host is not null)
            evaluator.State = evaluator.State.Set(Cell.Member(made, client.Host), s_noHost);

        foreach (var argument in arguments)
        {
            if (argument.Parameter?.Name == row.PortParameter && row.PortParameter is not null && client.Port is not null)
            {
                hasPort = true;
                var port = argument.Value.Select(known => IsZero(known) ? Default(client, site) : known.At(argument.Given.Syntax));
                evaluator.State = evaluator.State.Set(Cell.Member(made, client.Port), port);
            }
            else if (argument.Parameter?.Name == row.HostParameter && row.HostParameter is not null && client.Host is not null)
            {
                evaluator.State = evaluator.State.Set(Cell.Member(made, client.Host), argument.Value);
            }
        }

        if (!hasPort && client.Port is not null)
            evaluator.State = evaluator.State.Set(Cell.Member(made, client.Port), Default(client, site) is { } port ? FlowValue.Of(port) : FlowValue.Open);
    }

    private static Known? Default(ClientSymbol client, SyntaxNode site) =>
        client.Row.DefaultPort is { } port ? Known.OfConstant(port, site).AsDefault().At(site) : null;

    private static bool IsNoHost(Known known) => known is { IsDefault: true, Kind: KnownKind.Constant, Constant: null };

    private static bool IsZero(Known known) => known.Kind == KnownKind.Constant && Fold.TryGetInteger(known.Constant, out var number) && number == 0;

    private void SightClient(ClientSymbol client, Known owner, FlowState state, Sighting sighting)
    {
        if (client.Port is null || state.Get(Cell.Member(owner, client.Port)) is not { } port)
            return;

        var host = client.Host is null ? null : state.Get(Cell.Member(owner, client.Host));
        if (host is { } ways && ways.Knowns.Any(IsNoHost))
        {
            // A way with neither host nor port is no connection; ways that were joined must not lend each other what they lack.
            host = ways.Equals(s_noHost) ? null : ways.Without(IsNoHost);
            if (port.Single is null)
                port = port.Without(known => known.IsDefault);
        }

        var isMadeHere = owner.Kind == KnownKind.Allocation;
        var path = new ConnectionPath
        {
            // A default of a client made elsewhere is for the place that makes it.
            Port = isMadeHere ? port : port.Select(known => known.IsDefault ? null : known),
            Host = host,
            IsExempt = state.IsExempt || IsDelivered(client, owner, state),
            Sighting = sighting,
        };
        var site = isMadeHere ? owner.Origin! : _portWrites.TryGetValue(owner, out var written) ? WriteOf(written) : SiteOf(path.Port);
        if (site is null)
            return;

        _holders.TryGetValue(owner, out var holder);
        holder ??= owner.Kind == KnownKind.Symbolic ? owner.Symbol : null;
        Sight(site, client.Library, (isMadeHere ? (owner.Symbol as ITypeSymbol)?.Name : null) ?? client.Type.Name, path, holder, !isMadeHere);
    }

    /// <summary>Whether the mail surely goes into a folder instead of over the network.</summary>
    private static bool IsDelivered(ClientSymbol client, Known owner, FlowState state) =>
        client.Delivery is { } delivery
        && state.Get(Cell.Member(owner, delivery)) is { IsOpen: false, Knowns.IsEmpty: false } value
        && value.Knowns.All(known => known.Kind == KnownKind.Constant && !IsZero(known));

    private static SyntaxNode? SiteOf(FlowValue port) =>
        port.Knowns.Select(known => known.Place).FirstOrDefault(place => place is not null) is { } place ? WriteOf(place) : null;

    private static SyntaxNode WriteOf(SyntaxNode place) =>
        place.FirstAncestorOrSelf<SyntaxNode>(node => node is AssignmentExpressionSyntax or ConstructorInitializerSyntax or PrimaryConstructorBaseTypeSyntax) ?? place;

    private void Sight(SyntaxNode site, SmtpLibrary library, string api, ConnectionPath path, ISymbol? holder = null, bool isChangeOnly = false)
    {
        if (IsMuted)
            return;

        if (!_sites.TryGetValue(site, out var sightings))
            _sites.Add(site, sightings = new Sightings(library, api));
        sightings.Paths.Add(path);
        sightings.Holder ??= holder;
        sightings.IsChangeOnly |= isChangeOnly;
    }

    private sealed class Sightings(SmtpLibrary library, string api)
    {
        public SmtpLibrary Library { get; } = library;

        public string Api { get; } = api;

        public ISymbol? Holder { get; set; }

        public bool IsChangeOnly { get; set; }

        public List<ConnectionPath> Paths { get; } = new();

        public ImmutableArray<ConnectionPath> Best()
        {
            var best = Paths.Max(path => path.Sighting);
            return Paths.Where(path => path.Sighting == best).ToImmutableArray();
        }
    }
}
