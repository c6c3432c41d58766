using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Kept;

/// <summary>
/// Turns the symbols of a program into keys and finds them by their keys. A symbol that its key would not give back has none.
/// </summary>
internal sealed class SymbolKeys(SmtpProgram program)
{
    private readonly Dictionary<ISymbol, SymbolKey?> _keys = new(SymbolEqualityComparer.IncludeNullability);
    private readonly Dictionary<SymbolKey, ISymbol> _symbols = new();

    public SymbolIds Ids { get; } = new(program.Compilation);

    /// <summary>The symbol's key; null where it has none.</summary>
    public SymbolKey? KeyOf(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (!_keys.TryGetValue(symbol, out var key))
            _keys.Add(symbol, key = Find(symbol, cancellationToken));
        return key;
    }

    /// <summary>The symbol that has the key.</summary>
    /// <exception cref="SymbolLostException">There is none: what was kept is of no use.</exception>
    public ISymbol SymbolOf(SymbolKey key, CancellationToken cancellationToken)
    {
        if (!_symbols.TryGetValue(key, out var symbol))
            _symbols.Add(key, symbol = Find(key, cancellationToken) ?? throw new SymbolLostException());
        return symbol;
    }

    private SymbolKey? Find(ISymbol symbol, CancellationToken cancellationToken)
    {
        switch (symbol)
        {
            case IArrayTypeSymbol array:
                return KeyOf(array.ElementType, cancellationToken) is { } element
                    ? Key(SymbolKeyKind.Array, owner: element, number: array.Rank)
                    : null;
            case ITypeParameterSymbol parameter:
                return KeyOf(parameter.ContainingSymbol, cancellationToken) is { } owner
                    ? Key(SymbolKeyKind.TypeParameter, owner: owner, number: parameter.Ordinal)
                    : null;
            case INamedTypeSymbol { TypeKind: TypeKind.Error } missing:
                var name = Key(SymbolKeyKind.Missing, missing.Name, number: missing.Arity);
                return SymbolEqualityComparer.Default.Equals(Find(name, cancellationToken), missing) ? name : null;
            case INamedTypeSymbol { IsTupleType: true } or IDynamicTypeSymbol:
                return null;
            case INamedTypeSymbol { IsAnonymousType: true } or { ContainingType.IsAnonymousType: true }:
                return Placed(symbol, cancellationToken);
            case IParameterSymbol { ContainingSymbol: IMethodSymbol or IPropertySymbol } parameter
                when !IsInner(parameter.ContainingSymbol):
                return KeyOf(parameter.ContainingSymbol, cancellationToken) is { } method
                    ? Key(SymbolKeyKind.Parameter, owner: method, number: parameter.Ordinal)
                    : null;
            case ILocalSymbol or IParameterSymbol:
            case IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction } when IsInner(symbol):
                return Placed(symbol, cancellationToken);
        }

        if (symbol is IMethodSymbol { ReducedFrom: not null } reduced)
            return Reduced(reduced, cancellationToken);
        if (!SymbolEqualityComparer.Default.Equals(symbol, symbol.OriginalDefinition))
            return Constructed(symbol, cancellationToken);

        if (Ids.Of(symbol) is { } id)
            return Key(SymbolKeyKind.Declared, id);
        if (symbol is not IMethodSymbol { AssociatedSymbol: IPropertySymbol property } accessor)
            return Placed(symbol, cancellationToken);

        return KeyOf(property, cancellationToken) is { } of
            ? Key(SymbolKeyKind.Accessor, owner: of, number: accessor.MethodKind == MethodKind.PropertyGet ? 0 : 1)
            : null;
    }

    private SymbolKey? Reduced(IMethodSymbol method, CancellationToken cancellationToken)
    {
        if (method.ReceiverType is not { } receiver || KeyOf(method.ReducedFrom!, cancellationToken) is not { } extension
            || KeyOf(receiver, cancellationToken) is not { } type)
        {
            return null;
        }

        var key = Key(SymbolKeyKind.Reduced, owner: extension, arguments: ImmutableArray.Create(type));
        return SymbolEqualityComparer.Default.Equals(Find(key, cancellationToken), method) ? key : null;
    }

    private SymbolKey? Constructed(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (KeyOf(symbol.OriginalDefinition, cancellationToken) is not { } definition)
            return null;

        var key = definition;
        if (symbol.ContainingType is { } type && !SymbolEqualityComparer.Default.Equals(type, type.OriginalDefinition))
        {
            if (KeyOf(type, cancellationToken) is not { } owner)
                return null;
            key = Key(SymbolKeyKind.Member, symbol.Name, owner, ImmutableArray.Create(definition));
        }

        var arguments = symbol switch
        {
            INamedTypeSymbol { IsUnboundGenericType: false } named => named.TypeArguments,
            IMethodSymbol method => method.TypeArguments,
            IFieldSymbol or IPropertySymbol or IEventSymbol => ImmutableArray<ITypeSymbol>.Empty,
            _ => default,
        };
        if (arguments.IsDefault)
            return null;

        var keys = arguments.Select(argument => KeyOf(argument, cancellationToken)).OfType<SymbolKey>().ToImmutableArray();
        key = arguments.IsEmpty ? key : Key(SymbolKeyKind.Constructed, owner: key, arguments: keys);
        return keys.Length == arguments.Length && Find(key, cancellationToken) is { } found
            && SymbolEqualityComparer.Default.Equals(found, symbol)
            ? key
            : null;
    }

    /// <summary>What has no ID is found where it is declared.</summary>
    private SymbolKey? Placed(ISymbol symbol, CancellationToken cancellationToken)
    {
        if (symbol.DeclaringSyntaxReferences.Length != 1)
            return null;

        var place = symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        var key = Key(SymbolKeyKind.Placed, symbol.Name, place: place);
        return program.Compilation.ContainsSyntaxTree(place.SyntaxTree)
            && SymbolEqualityComparer.Default.Equals(Find(key, cancellationToken), symbol) ? key : null;
    }

    private static bool IsInner(ISymbol owner) =>
        owner is IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction }
        && SymbolEqualityComparer.Default.Equals(owner, owner.OriginalDefinition);

    private static SymbolKey Key(
        SymbolKeyKind kind, string? id = null, SymbolKey? owner = null, ImmutableArray<SymbolKey> arguments = default, int number = 0,
        SyntaxNode? place = null) =>
        new(kind, id, owner, arguments.IsDefault ? ImmutableArray<SymbolKey>.Empty : arguments, number, place);

    private ISymbol? Find(SymbolKey key, CancellationToken cancellationToken)
    {
        switch (key.Kind)
        {
            case SymbolKeyKind.Declared:
                return DocumentationCommentId.GetFirstSymbolForDeclarationId(key.Id!, program.Compilation);
            case SymbolKeyKind.Missing:
                return program.Compilation.CreateErrorTypeSymbol(program.Compilation.Assembly.GlobalNamespace, key.Id!, key.Number);
            case SymbolKeyKind.Placed:
                var model = program.Model(key.Place!.SyntaxTree);
                return key.Place is AnonymousFunctionExpressionSyntax
                    ? model.GetSymbolInfo(key.Place, cancellationToken).Symbol
                    : model.GetDeclaredSymbol(key.Place, cancellationToken);
        }

        var owner = SymbolOf(key.Owner!, cancellationToken);
        return (key.Kind, owner) switch
        {
            (SymbolKeyKind.Array, ITypeSymbol element) => program.Compilation.CreateArrayTypeSymbol(element, key.Number),
            (SymbolKeyKind.TypeParameter, INamedTypeSymbol type) => At(type.TypeParameters, key.Number),
            (SymbolKeyKind.TypeParameter, IMethodSymbol method) => At(method.TypeParameters, key.Number),
            (SymbolKeyKind.Parameter, IMethodSymbol method) => At(method.Parameters, key.Number),
            (SymbolKeyKind.Parameter, IPropertySymbol property) => At(property.Parameters, key.Number),
            (SymbolKeyKind.Reduced, IMethodSymbol method) =>
                method.ReduceExtensionMethod((ITypeSymbol)SymbolOf(key.Arguments[0], cancellationToken)),
            (SymbolKeyKind.Accessor, IPropertySymbol property) => key.Number == 0 ? property.GetMethod : property.SetMethod,
            (SymbolKeyKind.Member, INamedTypeSymbol type) => MemberOf(type, key.Id!, SymbolOf(key.Arguments[0], cancellationToken)),
            (SymbolKeyKind.Constructed, INamedTypeSymbol type) when type.Arity == key.Arguments.Length =>
                type.Construct(Types(key, cancellationToken)),
            (SymbolKeyKind.Constructed, IMethodSymbol method) when method.Arity == key.Arguments.Length =>
                method.Construct(Types(key, cancellationToken)),
            _ => null,
        };
    }

    private ITypeSymbol[] Types(SymbolKey key, CancellationToken cancellationToken) =>
        key.Arguments.Select(argument => (ITypeSymbol)SymbolOf(argument, cancellationToken)).ToArray();

    private static ISymbol? MemberOf(INamedTypeSymbol type, string name, ISymbol definition) =>
        type.GetMembers(name).FirstOrDefault(member => SymbolEqualityComparer.Default.Equals(member.OriginalDefinition, definition));

    private static T? At<T>(ImmutableArray<T> symbols, int number)
        where T : class => number < symbols.Length ? symbols[number] : null;
}

/// <summary>A symbol that a kept fact speaks of is not there: nothing that was kept can be trusted.</summary>
internal sealed class SymbolLostException : System.Exception;
