using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Common;

/// <summary>Which namespace a symbol belongs to, by the whole name.</summary>
internal static class NamespaceExtensions
{
    /// <summary>Whether the symbol is directly in the namespace.</summary>
    public static bool IsIn(this ISymbol symbol, string name)
    {
        var space = symbol.ContainingNamespace;
        var end = name.Length;
        while (space is { IsGlobalNamespace: false })
        {
            var start = name.LastIndexOf('.', end - 1) + 1;
            if (end - start != space.Name.Length || string.CompareOrdinal(name, start, space.Name, 0, end - start) != 0)
                return false;

            space = space.ContainingNamespace;
            if (start == 0)
                return space is null or { IsGlobalNamespace: true };

            end = start - 1;
        }

        return false;
    }

    /// <summary>Whether the symbol is in the namespace, or in one below it.</summary>
    public static bool IsBelow(this ISymbol symbol, string name)
    {
        for (var current = symbol; current?.ContainingNamespace is { IsGlobalNamespace: false }; current = current.ContainingNamespace)
        {
            if (current.IsIn(name))
                return true;
        }

        return false;
    }
}
