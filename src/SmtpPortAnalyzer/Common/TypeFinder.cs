using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Common;

/// <summary>
/// Finds the types of one compilation by their metadata names. A program has hundreds of references, and most names that are asked for are
/// in none of them: only those are asked that have the type's namespace, by names that the compiler keeps with the metadata. Thread-safe.
/// </summary>
/// <param name="compilation">The compilation.</param>
/// <param name="places">The numbers of the references that have a type, in the order in which the compiler finds them.</param>
internal sealed class TypeFinder(Compilation compilation, ConcurrentDictionary<string, ImmutableArray<int>> places)
{
    private readonly ConcurrentDictionary<string, ImmutableArray<int>> _withRoot = new();
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

    private ImmutableArray<int> PlacesOf(string metadataName)
    {
        if (places.TryGetValue(metadataName, out var known))
            return known;

        var end = metadataName.LastIndexOf('.');
        return places.GetOrAdd(metadataName, WithNamespace(end < 0 ? "" : metadataName.Substring(0, end))
            .Where(place => _references.Value[place].GetTypeByMetadataName(metadataName) is not null).ToImmutableArray());
    }

    private IEnumerable<int> WithNamespace(string name)
    {
        if (name.Length == 0)
            return Enumerable.Range(0, _references.Value.Length);

        // System, Net and Mail: the compiler keeps the parts.
        var parts = name.Split('.');
        return _withRoot.GetOrAdd(parts[0], Having).Where(place => parts.Skip(1).All(part => Has(place, part)));
    }

    private ImmutableArray<int> Having(string root) =>
        Enumerable.Range(0, _references.Value.Length).Where(place => Has(place, root)).ToImmutableArray();

    private bool Has(int place, string part) => _references.Value[place].NamespaceNames.Contains(part);
}
