using System.Collections.Concurrent;
using System.Collections.Immutable;
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
