using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Common;

/// <summary>The framework's types as one compilation knows them, each resolved once, when it is first asked for. Thread-safe.</summary>
internal sealed class FrameworkTypes(TypeFinder types)
{
    private readonly ConcurrentDictionary<FrameworkType, ImmutableArray<INamedTypeSymbol>> _resolved = new();

    public FrameworkTypes(Compilation compilation)
        : this(new ReferencedTypes().In(compilation))
    {
    }

    /// <summary>
    /// Whether the type is the expected one. A type that does not bind, since its package is missing, is taken at its word.
    /// </summary>
    public bool Is(ITypeSymbol? type, FrameworkType expected)
    {
        if (type is null || !expected.BareNames.Contains(type.Name))
            return false;

        return type.TypeKind == TypeKind.Error
            || _resolved.GetOrAdd(expected, Resolve).Contains(type.OriginalDefinition, SymbolEqualityComparer.Default);
    }

    /// <summary>Whether the type is the expected one, or implements it.</summary>
    public bool IsOrImplements(ITypeSymbol type, FrameworkType expected) =>
        Is(type, expected) || type.AllInterfaces.Any(implemented => Is(implemented, expected));

    private ImmutableArray<INamedTypeSymbol> Resolve(FrameworkType type) =>
        type.MetadataNames.SelectMany(name => types.FindAll(name)).ToImmutableArray();
}
