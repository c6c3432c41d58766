using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Common;

/// <summary>
/// Which references have a type of a name: the same for all compilations with these references, of which each would ask all of them for
/// each name again. Numbers and names, no symbol. Thread-safe.
/// </summary>
internal sealed class ReferencedTypes
{
    private readonly ConcurrentDictionary<string, ImmutableArray<int>> _places = new();

    /// <summary>The types as one of the compilations knows them.</summary>
    public TypeFinder In(Compilation compilation) => new(compilation, _places);
}

/// <summary>Finds the types of one compilation by their metadata names. Thread-safe.</summary>
/// <param name="compilation">The compilation.</param>
/// <param name="places">The numbers of the references that have a type, in the order in which the compiler finds them.</param>
internal sealed class TypeFinder(Compilation compilation, ConcurrentDictionary<string, ImmutableArray<int>> places)
{
    private readonly Lazy<ImmutableArray<IAssemblySymbol>> _references = new(() => compilation.SourceModule.ReferencedAssemblySymbols);

    /// <summary>The type; the first where several references have one. Null where none has.</summary>
    public INamedTypeSymbol? Find(string metadataName)
    {
        // Of several, the compiler prefers one that the code may name.
        var all = FindAll(metadataName);
#pragma warning disable RS0030 // This is the one place where names become symbols.
        return all.Length > 1 ? compilation.GetTypeByMetadataName(metadataName) ?? all[0] : all.FirstOrDefault();
#pragma warning restore RS0030
    }

    /// <summary>All types of the name: that of the compilation itself, and those of its references.</summary>
    public ImmutableArray<INamedTypeSymbol> FindAll(string metadataName)
    {
        var found = ImmutableArray.CreateBuilder<INamedTypeSymbol>();
        if (compilation.Assembly.GetTypeByMetadataName(metadataName) is { } own)
            found.Add(own);
        foreach (var place in PlacesOf(metadataName))
        {
            if (_references.Value[place].GetTypeByMetadataName(metadataName) is { } type)
                found.Add(type);
        }

        return found.ToImmutable();
    }

    private ImmutableArray<int> PlacesOf(string metadataName) => places.TryGetValue(metadataName, out var known)
        ? known
        : places.GetOrAdd(metadataName, compilation.GetTypesByMetadataName(metadataName)
            .Select(type => _references.Value.IndexOf(type.ContainingAssembly, SymbolEqualityComparer.Default))
            .Where(place => place >= 0).ToImmutableArray());
}
