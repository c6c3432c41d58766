using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Connections.Clients;

/// <summary>Follows clients that are objects: how they are made, configured by their constructor, kept and handed on.</summary>
internal sealed class ClientObjects(SmtpSymbols symbols, LoginRecogniser logins, ConnectionCollector sightings)
{
    /// <summary>Under this name stands whether unknown code has got hold of an object that may be a client.</summary>
    public const string Escaped = "escaped";

    /// <summary>Objects inside objects.</summary>
    private const int MaxDepth = 3;

    /// <summary>Fields, properties, parameters and methods whose client goes to unknown code, which may give it anything.</summary>
    public HashSet<ISymbol> Exposed { get; } = new(SymbolEqualityComparer.Default);

    /// <summary>
    /// Takes note of a client. Gives the constructor that has to be followed to know it whole: that of a type which derives from the
    /// library's; null where the library's own has said everything, or where it is no client.
    /// </summary>
    public IMethodSymbol? Created(CallSite creation, AbstractValue made, ImmutableArray<ArgumentValue> arguments, FlowEvaluator evaluator)
    {
        if (symbols.Client(creation.Type) is not { } client)
        {
            foreach (var argument in arguments)
                logins.Left(argument.Value);
            return creation.Method;
        }

        var constructor = creation.Method;
        for (var type = creation.Type; type is not null
            && !SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, client.Type); type = type.BaseType)
        {
            // A constructor that is not written does what its base's does.
            if (constructor is null or { IsImplicitlyDeclared: false })
                return constructor;

            constructor = type.BaseType?.InstanceConstructors.FirstOrDefault(candidate => candidate.Parameters.IsEmpty);
        }

        var isOwn = SymbolEqualityComparer.Default.Equals(creation.Type!.OriginalDefinition, client.Type);
        Configure(client, made, isOwn ? arguments : ImmutableArray<ArgumentValue>.Empty, creation.Syntax, evaluator);
        return null;
    }

    /// <summary>
    /// The constructor of a derived client has been followed, or could not be: a port that it left alone is the default, or unknown.
    /// </summary>
    public void Constructed(CallSite creation, AbstractValue made, IMethodSymbol constructor, bool isFollowed, FlowEvaluator evaluator)
    {
        if (symbols.Client(creation.Type) is not { Port: { } port } client)
            return;

        var cell = StorageLocation.Member(made, port);
        var isLibrarys = isFollowed
            && SymbolEqualityComparer.Default.Equals(constructor.ContainingType.BaseType?.OriginalDefinition, client.Type);
        ValueSet? value = evaluator.State.Get(cell) switch
        {
            null => isLibrarys && Default(client, creation.Syntax) is { } known ? ValueSet.FromValue(known) : ValueSet.Open,

            // A default belongs to the place that makes the client, not to the constructor that says nothing of it.
            { } set when set.Knowns.Any(known => known.IsDefault) =>
                set.Select(known => known.IsDefault ? Default(client, creation.Syntax) : known),
            _ => null,
        };
        if (value is { } kept)
            evaluator.State = evaluator.State.Set(cell, kept);
        if (!isFollowed)
            OpenSecurity(client, made, evaluator);
    }

    /// <summary>The clients among the values are kept by the field or property, or returned by the method.</summary>
    public void Held(ValueSet value, ISymbol holder)
    {
        logins.Left(value);
        foreach (var known in value.Knowns)
        {
            if (known.Kind == AbstractValueKind.Allocation && symbols.Client(known.Symbol as ITypeSymbol) is not null)
                sightings.Held(known, holder);
        }
    }

    /// <summary>
    /// Unknown code has got hold of the object: what is not written yet may be anything. Code that connects with a client as it is does
    /// not change it.
    /// </summary>
    public void HandedOver(ValueSet value, IMethodSymbol? method, FlowEvaluator evaluator) => HandedOver(value, method, evaluator, 0);

    private void HandedOver(ValueSet value, IMethodSymbol? method, FlowEvaluator evaluator, int depth)
    {
        foreach (var known in value.Knowns)
        {
            if (depth < MaxDepth && symbols.Client(TypeOf(known)) is null)
            {
                foreach (var item in known.Kind is AbstractValueKind.Tuple or AbstractValueKind.Sequence
                    ? known.Items
                    : ImmutableArray<ValueSet>.Empty)
                    HandedOver(item, method, evaluator, depth + 1);
                if (known.Kind == AbstractValueKind.Allocation)
                {
                    foreach (var member in evaluator.State.MembersOf(known).Entries().ToList())
                        HandedOver(member.Value, method, evaluator, depth + 1);
                }
            }

            if (known.Kind == AbstractValueKind.Symbolic && TypeOf(known) is { } type && MayBeClient(type))
                evaluator.State = evaluator.State.Set(StorageLocation.Entry(known, Escaped), ValueSet.Open);
            if (symbols.Client(TypeOf(known)) is not { Port: { } port } client
                || (method is not null && symbols.IsWrapper(method, client)))
                continue;

            if (known.Kind == AbstractValueKind.Symbolic)
            {
                logins.Secured.Add(known.Symbol!);
                Exposed.Add(known.Symbol!);
            }

            OpenSecurity(client, known, evaluator);
            var cell = StorageLocation.Member(known, port);
            if (evaluator.State.Get(cell) is not { } current || current.Knowns.Any(k => k.IsDefault))
                evaluator.State = evaluator.State.Set(cell, ValueSet.Open);
        }
    }

    /// <summary>The port of the clients among the objects may have been set, whatever it was.</summary>
    public void Opened(ValueSet owners, FlowEvaluator evaluator)
    {
        foreach (var owner in owners.Knowns)
        {
            if (symbols.Client(TypeOf(owner)) is { Port: { } port })
                evaluator.State = evaluator.State.Set(StorageLocation.Member(owner, port), ValueSet.Open);
        }
    }

    /// <summary>Clients that have the library's port so far have it on ways that nothing proves.</summary>
    public void DefaultsOpened(FlowEvaluator evaluator)
    {
        foreach (var owner in evaluator.State.Objects.Entries())
        {
            if (owner.Key.Kind == AbstractValueKind.Allocation && symbols.Client(TypeOf(owner.Key)) is { Port: { } port }
                && evaluator.State.Get(StorageLocation.Member(owner.Key, port))?.Single is { IsDefault: true })
                evaluator.State = evaluator.State.Set(StorageLocation.Member(owner.Key, port), ValueSet.Open);
        }
    }

    /// <summary>Whether the type is none of a client's, but an object of it may be one: a type parameter, an interface.</summary>
    private bool MayBeClient(ITypeSymbol type) =>
        symbols.Client(type) is null
        && (type is ITypeParameterSymbol || type.SpecialType == SpecialType.System_Object
            || (type is INamedTypeSymbol named && symbols.IsBase(named)));

    /// <summary>What a new client is by its constructor.</summary>
    public void Configure(
        ClientSymbol client, AbstractValue made, ImmutableArray<ArgumentValue> arguments, SyntaxNode site, FlowEvaluator evaluator)
    {
        var row = client.Row;
        var hasPort = false;
        evaluator.State = evaluator.State.Set(client.HostCell(made), ConnectionCollector.NoHost);
        foreach (var argument in arguments)
        {
            var place = argument.Syntax;
            if (argument.Parameter is not { } parameter)
                continue;

            if (parameter.Name == row.PortParameter && client.Port is not null)
            {
                hasPort = true;
                var port = argument.Value.Select(known =>
                    !ConstantFolding.IsZero(known)
                        ? Given(argument, known)
                        : Fallback.StandsIn(known, place) ? null : Default(client, site));
                evaluator.State = evaluator.State.Set(StorageLocation.Member(made, client.Port), port);
            }
            else if (parameter.Name == row.HostParameter)
            {
                evaluator.State = evaluator.State.Set(client.HostCell(made), argument.Value);
            }
            else if (client.SetBy(parameter) is { } property)
            {
                logins.Given(client, client.Type.Name, property, argument.Value, place, ValueSet.FromValue(made), evaluator.State);
                evaluator.State = evaluator.State.Set(
                    StorageLocation.Member(made, property), argument.Value.Select(known => known.At(place)));
            }
            else if (row.Login?.Members.Contains(parameter.Name) == true)
            {
                evaluator.State = evaluator.State.Set(ClientSymbol.LoginCell(made, parameter.Name), argument.Value);
            }
        }

        if (!hasPort && client.Port is not null)
            evaluator.State = evaluator.State.Set(
                StorageLocation.Member(made, client.Port), Default(client, site) is { } port ? ValueSet.FromValue(port) : ValueSet.Open);
    }

    /// <summary>What is left out is the library's own default, wherever the library declares it.</summary>
    private static AbstractValue Given(ArgumentValue argument, AbstractValue known) =>
        (argument.IsWritten || known.Kind != AbstractValueKind.Constant
            ? known
            : AbstractValue.OfConstant(known.Constant, argument.Syntax)).At(argument.Syntax);

    /// <summary>Encryption and login that are not chosen yet may be any.</summary>
    private static void OpenSecurity(ClientSymbol client, AbstractValue owner, FlowEvaluator evaluator)
    {
        foreach (var property in client.Security.Select(pair => pair.Property).Concat(client.Login))
        {
            var cell = StorageLocation.Member(owner, property);
            evaluator.State = evaluator.State.Set(cell, (evaluator.State.Get(cell) ?? ValueSet.Open).Or(ValueSet.Open));
        }
    }

    private static AbstractValue? Default(ClientSymbol client, SyntaxNode site) =>
        client.Row.DefaultPort is { } port ? AbstractValue.OfConstant(port, site).AsDefault().At(site) : null;

    /// <summary>The static type of what is known; null where it has none.</summary>
    public static ITypeSymbol? TypeOf(AbstractValue known) => known.Symbol switch
    {
        ITypeSymbol made when known.Kind == AbstractValueKind.Allocation => made,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        IMethodSymbol method => method.ReturnType.WithoutTask(),
        _ => null,
    };
}
