using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Catalog;

/// <summary>The user's own rows as this compilation knows them.</summary>
internal sealed class UserApis
{
    public static readonly UserApis None = new();

    private readonly List<(UserRow, SettingProblem)> _problems = new();
    private readonly List<(IMethodSymbol, ConnectSymbol)> _methods = new();
    private readonly Dictionary<INamedTypeSymbol, SmtpClientType> _clients = new(SymbolEqualityComparer.Default);

    private UserApis()
    {
    }

    public IReadOnlyList<(UserRow Row, SettingProblem Problem)> Problems => _problems;

    /// <summary>Methods, and constructors of types without a port property, that connect.</summary>
    public IReadOnlyList<(IMethodSymbol Method, ConnectSymbol Row)> Methods => _methods;

    /// <summary>Types that are configured by properties.</summary>
    public IEnumerable<ClientSymbol> Clients =>
        _clients.Select(client => new ClientSymbol(LibraryOf(client.Key), client.Value, client.Key));

    public static UserApis Read(Compilation compilation, IEnumerable<AdditionalText> files, CancellationToken cancellationToken)
    {
        var found = new List<(UserRow Row, ISymbol Symbol)>();
        UserApis? apis = null;
        foreach (var row in UserRow.Read(files, cancellationToken))
        {
            apis ??= new UserApis();
            var symbol = row.Problem is null ? Symbol(row.Id, compilation) : null;
            if (row.Problem is { } problem)
                apis._problems.Add((row, problem));
            else if (symbol is IMethodSymbol { MethodKind: MethodKind.Ordinary or MethodKind.Constructor }
                or IPropertySymbol { IsIndexer: false })
                found.Add((row, symbol));
            else if (symbol is not null || IsNamespaceKnown(row.Id, compilation))
                apis._problems.Add((row, row.NamesNothing()));
        }

        // Properties first: where a type has one, its constructors configure it.
        foreach (var (row, symbol) in found.OrderBy(entry => entry.Symbol is IMethodSymbol))
        {
            if (symbol is IPropertySymbol property)
                apis!.Add(row, property);
            else
                apis!.Add(row, (IMethodSymbol)symbol);
        }

        return apis ?? None;
    }

    private static ISymbol? Symbol(string id, Compilation compilation)
    {
        try
        {
            return DocumentationCommentId.GetFirstSymbolForDeclarationId(id, compilation);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or IndexOutOfRangeException)
        {
            // What a user wrote is no reason to fail.
            return null;
        }
    }

    /// <summary>
    /// Whether the compilation has the namespace of what the ID names. Where it does not, it does not use the library, and a file that is
    /// shared by many projects says nothing of it. An ID without a namespace that is there is a mistake wherever it is.
    /// </summary>
    private static bool IsNamespaceKnown(string id, Compilation compilation)
    {
        var end = id.IndexOf('(');
        var parts = (end < 0 ? id : id.Substring(0, end)).Substring(2).Split('.');

        // The last part is the member, the one before it the type; types may be nested.
        if (parts.Length < 3)
            return true;

        INamespaceSymbol? current = compilation.GlobalNamespace;
        for (var i = 0; i < parts.Length - 2; i++)
        {
            var inner = current.GetNamespaceMembers().FirstOrDefault(member => member.Name == parts[i]);
            if (inner is null)
                return i > 0 && current.GetTypeMembers(parts[i]).Length > 0;
            current = inner;
        }

        return true;
    }

    private static SmtpLibrary LibraryOf(ISymbol type) => new(type.Name);

    private void Add(UserRow row, IPropertySymbol property)
    {
        var siblings = property.ContainingType.GetMembers().OfType<IPropertySymbol>()
            .Where(sibling => !SymbolEqualityComparer.Default.Equals(sibling, property)).Select(sibling => sibling.Name).ToList();
        if (row.Host is { } host && !siblings.Contains(host))
        {
            _problems.Add((row, row.HasNo(host, siblings)));
            return;
        }

        _clients[property.ContainingType] = new SmtpClientType(property.ContainingType.ToDisplayString())
        {
            PortProperty = property.Name,
            HostProperty = row.Host,
            DefaultPort = row.Default,
        };
    }

    private void Add(UserRow row, IMethodSymbol method)
    {
        var parameters = method.Parameters.Select(parameter => parameter.Name).ToList();
        foreach (var name in new[] { row.Port, row.Host })
        {
            if (name is null || parameters.Contains(name))
                continue;

            _problems.Add((row, row.HasNo(name, parameters)));
            return;
        }

        if (row.Port is null && row.Default is null)
        {
            _problems.Add((row, row.HasNoPort()));
            return;
        }

        if (method.MethodKind == MethodKind.Constructor && _clients.TryGetValue(method.ContainingType, out var client))
        {
            _clients[method.ContainingType] = client with
            {
                PortParameter = row.Port ?? client.PortParameter,
                HostParameter = row.Host ?? client.HostParameter,
                DefaultPort = row.Default ?? client.DefaultPort,
            };
            return;
        }

        _methods.Add((method, new ConnectSymbol(
            LibraryOf(method.ContainingType),
            new SmtpConnectMethod
            {
                Names = ImmutableArray.Create(method.Name),
                PortParameter = row.Port,
                HostParameter = row.Host,
                DefaultPort = row.Default,
            },
            isDecided: true)));
    }
}
