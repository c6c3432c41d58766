using System;
using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.Search;

/// <summary>
/// Where the words of a file are. A name is found in the syntax tree from there: only the way down to it comes into being, and not the
/// nodes of the whole file.
/// </summary>
internal sealed class WordPlaces
{
    [ThreadStatic]
    private static List<long>? s_read;

    /// <summary>A word's hash code in the upper half, its place in the lower, in ascending order.</summary>
    private readonly long[] _places;
    private readonly SyntaxTree _tree;

    public WordPlaces(SyntaxTree tree, CancellationToken cancellationToken)
    {
        _tree = tree;
        var read = s_read ??= new List<long>();
        read.Clear();
        SourceWords.Read(tree.GetText(cancellationToken), new Collector(read));
        _places = read.ToArray();
        Array.Sort(_places);
    }

    /// <summary>The mentions of the name in code, in source order.</summary>
    public IEnumerable<SimpleNameSyntax> NamesOf(string name, CancellationToken cancellationToken)
    {
        SyntaxNode? root = null;
        var hash = SourceWords.Hash(name);
        var first = Array.BinarySearch(_places, Entry(hash, 0));
        for (var i = first < 0 ? ~first : first; i < _places.Length && _places[i] >> 32 == hash; i++)
        {
            root ??= _tree.GetRoot(cancellationToken);
            var place = (int)_places[i];
            var token = root.FindToken(place);
            if (token.Parent is SimpleNameSyntax found && token.Span.Contains(place) && token.ValueText == name)
                yield return found;
        }
    }

    private static long Entry(int hash, int place) => ((long)hash << 32) | (uint)place;

    private readonly struct Collector(List<long> read) : IWordReader
    {
        public void Word(int hash, int start) => read.Add(Entry(hash, start));
    }
}
