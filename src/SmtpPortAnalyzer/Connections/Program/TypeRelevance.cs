using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>
/// Which types are the catalogue's, and which may hide one of its objects. Asked for each operation, so that the answers are kept.
/// </summary>
internal sealed class TypeRelevance(SmtpSymbols symbols)
{
    /// <summary>Type arguments inside type arguments; beyond it a type is taken to matter.</summary>
    private const int MaxDepth = 4;

    private readonly Dictionary<ITypeSymbol, bool> _isCatalogues = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ITypeSymbol, bool> _matters = new(SymbolEqualityComparer.Default);

    /// <summary>Whether it is a client, what a client is connected by, or what carries a password.</summary>
    public bool IsCatalogues(ITypeSymbol? type)
    {
        if (type is null)
            return false;

        if (!_isCatalogues.TryGetValue(type, out var answer))
            _isCatalogues.Add(
                type, answer = symbols.Client(type) is not null || symbols.IsConnected(type) || symbols.Credential(type) is not null);
        return answer;
    }

    /// <summary>
    /// Whether an object of the catalogue's, or one of the compilation's own, may stand behind the type, or in an object of it.
    /// </summary>
    public bool Matters(ITypeSymbol? type)
    {
        if (type is null)
            return true;

        if (!_matters.TryGetValue(type, out var answer))
            _matters.Add(type, answer = Matters(type, 0));
        return answer;
    }

    private bool Matters(ITypeSymbol type, int depth)
    {
        if (depth > MaxDepth)
            return true;

        switch (type)
        {
            case IArrayTypeSymbol array:
                return Matters(array.ElementType, depth + 1);
            case INamedTypeSymbol named:
                return named.TypeKind is TypeKind.Delegate or TypeKind.Error
                    || (!named.DeclaringSyntaxReferences.IsEmpty && named.TypeKind != TypeKind.Enum)
                    || named.SpecialType == SpecialType.System_Object
                    || IsCatalogues(named)
                    || symbols.IsBase(named)
                    || named.TypeArguments.Any(argument => Matters(argument, depth + 1));
            default:
                // A type parameter, dynamic, a pointer.
                return true;
        }
    }
}
