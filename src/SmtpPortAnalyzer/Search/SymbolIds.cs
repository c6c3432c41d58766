using System.Collections.Generic;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Search;

/// <summary>
/// The documentation-comment IDs of a compilation's symbols, as far as each tells its symbol from all others: in broken code, and where two
/// references have the same type, several symbols have one ID.
/// </summary>
internal sealed class SymbolIds(Compilation compilation)
{
    private readonly Dictionary<ISymbol, string?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Null where there is none, or it is not the symbol's alone.</summary>
    public string? Of(ISymbol symbol)
    {
        if (!_known.TryGetValue(symbol, out var id))
            _known.Add(symbol, id = Find(symbol));
        return id;
    }

    /// <summary>The ID, whether or not another symbol has it; null where there is none.</summary>
    public static string? Name(ISymbol symbol) => symbol switch
    {
        IFieldSymbol or IPropertySymbol or IEventSymbol => DocumentationCommentId.CreateDeclarationId(symbol),
        INamedTypeSymbol { TypeKind: not TypeKind.Error, IsAnonymousType: false } => DocumentationCommentId.CreateDeclarationId(symbol),
        IMethodSymbol { MethodKind: not (MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.BuiltinOperator) } =>
            DocumentationCommentId.CreateDeclarationId(symbol),
        _ => null,
    };

    private string? Find(ISymbol symbol)
    {
        if (Name(symbol) is not { } id)
            return null;

        var all = DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation);
        return all.Length == 1 && SymbolEqualityComparer.Default.Equals(all[0], symbol) ? id : null;
    }
}
