using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Catalog;

/// <summary>The catalogue's types, resolved once per compilation: the libraries that it references, or has in source.</summary>
internal sealed class SmtpSymbols
{
    private readonly ResolvedRows _rows;
    private readonly ConcurrentDictionary<ITypeSymbol, ImmutableArray<ConnectSymbol>> _receivers = new(SymbolEqualityComparer.Default);
    private HashSet<INamedTypeSymbol>? _bases;

    /// <param name="compilation">The compilation.</param>
    /// <param name="own">The user's own rows.</param>
    /// <param name="libraries">The catalogue.</param>
    /// <param name="known">What is known of the compilation's references.</param>
    public SmtpSymbols(
        Compilation compilation, UserApis own, ImmutableArray<SmtpLibrary> libraries, ReferencedTypes? known = null)
    {
        var types = (known ?? new ReferencedTypes()).In(compilation);

        // The core library of .NET Framework is mscorlib, and its mail client is in System.dll; .NET has façades of both names.
        IsNetFramework = compilation.GetSpecialType(SpecialType.System_Object).ContainingAssembly?.Name == "mscorlib"
            && libraries.Where(library => library.ReadsMailSettings).SelectMany(library => library.Clients)
                .Any(client => types.Find(client.Type)?.ContainingAssembly.Name == "System");

        FrameworkTypes = new FrameworkTypes(types);
        _rows = new ResolvedRows(types, libraries, own);
    }

    /// <summary>
    /// Whether the program runs on .NET Framework, whose mail client takes what the code does not say from the configuration file.
    /// </summary>
    public bool IsNetFramework { get; }

    /// <summary>The types of the framework itself, beside those of the catalogue.</summary>
    public FrameworkTypes FrameworkTypes { get; }

    public bool IsEmpty => _rows.Clients.Count == 0 && _rows.Receivers.Count == 0 && _rows.Keys.Count == 0 && _rows.Methods.Count == 0;

    public bool HasKeys => _rows.Keys.Count > 0;

    /// <summary>Whether the user has rows for methods.</summary>
    public bool HasOwnMethods => _rows.Methods.Count > 0;

    /// <summary>Whether there are settings that belong to no object.</summary>
    public bool HasStatics => HasKeys || _rows.Clients.Values.Any(client => client.Type.IsStatic);

    /// <summary>The names by which code speaks of mail libraries.</summary>
    public CatalogNames MailNames => _rows.MailNames;

    /// <summary>The names by which code speaks of sockets, which many programs use, and few for mail.</summary>
    public CatalogNames SocketNames => _rows.SocketNames;

    /// <summary>The catalogue's client that the type is or derives from; a type parameter is what it is constrained to.</summary>
    public ClientSymbol? Client(ITypeSymbol? type) => type is ITypeParameterSymbol parameter
        ? parameter.ConstraintTypes.Select(Client).FirstOrDefault(client => client is not null)
        : Nearest(_rows.Clients, type);

    /// <summary>Whether calls on objects of the type may connect.</summary>
    public bool IsConnected(ITypeSymbol? type) =>
        type is ITypeParameterSymbol parameter
            ? parameter.ConstraintTypes.Any(IsConnected)
            : type.SelfBaseTypesAndInterfaces()
                .Any(candidate => _rows.Receivers.ContainsKey(candidate.OriginalDefinition));

    /// <summary>Whether an object of the catalogue's may stand behind the type: a base class or an interface of one of its types.</summary>
    public bool IsBase(INamedTypeSymbol type)
    {
        _bases ??= new HashSet<INamedTypeSymbol>(
            _rows.Clients.Keys.Concat(_rows.Receivers.Keys).Concat(_rows.Credentials.Keys)
                .SelectMany(known => known.SelfBaseTypesAndInterfaces()).Select(known => known.OriginalDefinition),
            SymbolEqualityComparer.Default);
        return _bases.Contains(type.OriginalDefinition);
    }

    /// <summary>
    /// Whether a client of the catalogue keeps its port or host as an object of the type, which stands for what it is made of.
    /// </summary>
    public bool IsSettingType(INamedTypeSymbol type) =>
        _rows.Clients.Values.Any(client => IsOf(type, client.Port) || IsOf(type, client.Host));

    /// <summary>What is known of objects of the type that carry a password.</summary>
    public CredentialType? Credential(ITypeSymbol? type) => Nearest(_rows.Credentials, type);

    /// <summary>Whether the property gives the identity of the process, which no relay on the Internet takes.</summary>
    public bool IsProcessIdentity(ISymbol? property) =>
        property is IPropertySymbol { IsStatic: true, ContainingType: { } type } && FrameworkTypes.Is(type, FrameworkType.CredentialCache);

    /// <summary>The row for a call of the method on a receiver of the static type, if it opens a connection.</summary>
    public ConnectSymbol? Connect(IMethodSymbol method, ITypeSymbol? receiver)
    {
        method = method.ReducedFrom ?? method;
        if (Own(method, receiver) is { } own)
            return own;

        foreach (var found in Receivers(method.IsStatic || method.MethodKind == MethodKind.Constructor ? method.ContainingType : receiver))
        {
            if (found.Row.Names.Contains(method.Name) && IsDialing(found.Row, method))
                return found;
        }

        return null;
    }

    /// <summary>The row by which a client of the static type logs in with the method.</summary>
    public ConnectSymbol? LogsIn(IMethodSymbol method, ITypeSymbol? receiver)
    {
        foreach (var found in Receivers(receiver))
        {
            if (found.Row.Login is { } login && login.Methods.Contains(method.Name))
                return found;
        }

        return null;
    }

    /// <summary>Whether clients log in by a method of the name.</summary>
    public bool IsLoginName(string method) =>
        _rows.Receivers.Values.Any(rows => rows.Any(found => found.Row.Login?.Methods.Contains(method) == true));

    /// <summary>Whether the member gives a login to a client of the type that a method connects.</summary>
    public bool IsLoginOfConnection(ISymbol member, ITypeSymbol? receiver) =>
        Receivers(receiver).Any(found => found.Row.Login is { } login && login.Members.Contains(member.Name));

    /// <summary>Whether the member routes the connection of such a client through something else.</summary>
    public bool IsProxyOfConnection(ISymbol member, ITypeSymbol? receiver) =>
        Receivers(receiver).Any(found => found.Row.ProxyProperty is { } proxy && proxy == member.Name);

    /// <summary>Whether the property holds the password of a credential object.</summary>
    public bool IsPasswordOfCredential(IPropertySymbol property) =>
        Credential(property.ContainingType)?.Property is { } password && password == property.Name;

    /// <summary>Whether a client is as good as used once the method has it.</summary>
    public bool IsWrapper(IMethodSymbol method, ClientSymbol client)
    {
        if (SymbolEqualityComparer.Default.Equals(method.ContainingAssembly, client.Type.ContainingAssembly)
            && method.DeclaringSyntaxReferences.IsEmpty)
            return true;

        method = method.ReducedFrom ?? method;
        return method.ContainingType.SelfBaseTypesAndInterfaces().Any(type => _rows.Wrappers.Contains(type.OriginalDefinition));
    }

    /// <summary>The keyed setting that the text names for a member of the type.</summary>
    public (KeysSymbol Keys, KeyRole Role)? Key(string text, ITypeSymbol? owner)
    {
        if (!_rows.Keys.TryGetValue(text, out var found))
            return null;

        return found.Keys.Owners.IsEmpty
            || owner.SelfBaseTypesAndInterfaces().Any(type => found.Keys.Owners.Contains(type, SymbolEqualityComparer.Default))
            ? found
            : null;
    }

    /// <summary>The keyed settings whose static method or property the symbol is.</summary>
    public KeysSymbol? StaticKeys(ISymbol symbol)
    {
        foreach (var found in _rows.Keys.Values)
        {
            if (found.Role == KeyRole.Port
                && (found.Keys.IsStaticHost(symbol) || (symbol is IMethodSymbol method && found.Keys.IsSend(method))))
                return found.Keys;
        }

        return null;
    }

    /// <summary>The keyed settings whose port has the key.</summary>
    public KeysSymbol? PortKey(string key) => _rows.Keys.TryGetValue(key, out var found) && found.Role == KeyRole.Port ? found.Keys : null;

    /// <summary>The user's row for the method, for one that it overrides, or for one of an interface that it implements.</summary>
    private ConnectSymbol? Own(IMethodSymbol method, ITypeSymbol? receiver)
    {
        if (_rows.Methods.Count == 0)
            return null;

        for (var current = method; current is not null; current = current.OverriddenMethod)
        {
            if (_rows.Methods.TryGetValue(current.OriginalDefinition, out var found))
                return found;
        }

        foreach (var row in _rows.Methods)
        {
            if (row.Key.ContainingType.TypeKind == TypeKind.Interface && row.Key.Name == method.Name
                && SymbolEqualityComparer.Default.Equals(
                    (receiver ?? method.ContainingType).FindImplementationForInterfaceMember(row.Key), method))
            {
                return row.Value;
            }
        }

        return null;
    }

    private static bool IsDialing(SmtpConnectMethod row, IMethodSymbol method)
    {
        var isDialing = false;
        var isNeeded = row.NeededParameter is null;
        foreach (var parameter in method.Parameters)
        {
            if (row.NotDialing.Contains(parameter.Name))
                return false;

            isNeeded |= parameter.Name == row.NeededParameter;
            isDialing |= parameter.Name == row.HostParameter || parameter.Name == row.UriParameter
                || parameter.Name == row.EndPointParameter || parameter.Name == row.EndPointHolder?.Parameter
                || row.OtherHostParameters.Contains(parameter.Name);
        }

        return isDialing && isNeeded;
    }

    private static bool IsOf(INamedTypeSymbol type, IPropertySymbol? property) =>
        property is not null && SymbolEqualityComparer.Default.Equals(property.Type.OriginalDefinition, type.OriginalDefinition);

    private ImmutableArray<ConnectSymbol> Receivers(ITypeSymbol? type) =>
        type is null ? ImmutableArray<ConnectSymbol>.Empty : _receivers.GetOrAdd(type, FindReceivers);

    private ImmutableArray<ConnectSymbol> FindReceivers(ITypeSymbol type)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return parameter.ConstraintTypes.SelectMany(constraint => Receivers(constraint))
                .OrderByDescending(found => found.IsDecided).ToImmutableArray();
        }

        var decided = new List<ConnectSymbol>();
        var undecided = new List<ConnectSymbol>();
        foreach (var candidate in type.SelfBaseTypesAndInterfaces())
        {
            if (!_rows.Receivers.TryGetValue(candidate.OriginalDefinition, out var found))
                continue;

            decided.AddRange(found.Where(row => row.IsDecided));

            // A POP3 client is a mail service too: only the bare base or interface leaves it open.
            if (SymbolEqualityComparer.Default.Equals(candidate, type))
                undecided.AddRange(found.Where(row => !row.IsDecided));
        }

        return decided.Concat(undecided).ToImmutableArray();
    }

    private static TValue? Nearest<TValue>(Dictionary<INamedTypeSymbol, TValue> rows, ITypeSymbol? type)
        where TValue : class
    {
        foreach (var candidate in type.SelfAndBaseTypes().OfType<INamedTypeSymbol>())
        {
            if (rows.TryGetValue(candidate.OriginalDefinition, out var found))
                return found;
        }

        return null;
    }
}
