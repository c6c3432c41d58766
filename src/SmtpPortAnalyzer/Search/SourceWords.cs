using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Search;

/// <summary>
/// The words of a file: runs of letters, digits and underscores, read from its text, without a syntax tree in the way. They are known by
/// hash codes only: a word that is not there may seem to be, and costs a look, but never the other way round. A file is read once, for all
/// that ask and for as long as its syntax tree lives: an editor hands the trees of the other files on from key to key.
/// </summary>
internal sealed class SourceWords
{
    private const int Seed = 17;
    private const int ChunkLength = 4 * 1024;

    // One buffer a thread: a pool would be one more assembly that the host has to have.
    [ThreadStatic]
    private static char[]? s_buffer;

    [ThreadStatic]
    private static HashSet<int>? s_seen;

    private static readonly ConditionalWeakTable<SyntaxTree, SourceWords> s_ofTrees = new();

    /// <summary>The hash codes, in ascending order: four bytes a word.</summary>
    private readonly int[] _words;

    private SourceWords(SourceText text)
    {
        var seen = s_seen ??= new HashSet<int>();
        seen.Clear();
        Read(text, new Collector(seen));
        _words = new int[seen.Count];
        seen.CopyTo(_words);
        Array.Sort(_words);
    }

    public static SourceWords InFile(SyntaxTree tree, CancellationToken cancellationToken)
    {
        if (s_ofTrees.TryGetValue(tree, out var known))
            return known;

        cancellationToken.ThrowIfCancellationRequested();
        return Keep(tree, new SourceWords(tree.GetText(cancellationToken)));
    }

    // Apart from the look-up, which is made for each file and word: a lambda is made where its method begins.
    private static SourceWords Keep(SyntaxTree tree, SourceWords words) => s_ofTrees.GetValue(tree, _ => words);

    public static SourceWords InText(string text) => new(SourceText.From(text));

    public ReadOnlySpan<int> Hashes => _words;

    public bool Contain(string word) => Contain(Hash(word));

    public bool Contain(int hash) => Array.BinarySearch(_words, hash) >= 0;

    public static int Hash(string word)
    {
        var hash = Seed;
        foreach (var character in word)
            hash = Add(hash, character);
        return hash;
    }

    /// <summary>Shows the reader each word of the text.</summary>
    public static TReader Read<TReader>(SourceText text, TReader reader)
        where TReader : struct, IWordReader
    {
        var buffer = s_buffer ??= new char[ChunkLength];
        var hash = Seed;
        var begin = 0;
        for (var start = 0; start < text.Length; start += ChunkLength)
        {
            var length = Math.Min(ChunkLength, text.Length - start);
            text.CopyTo(start, buffer, 0, length);
            for (var i = 0; i < length; i++)
            {
                var character = buffer[i];
                if (IsOfWord(character))
                {
                    if (hash == Seed)
                        begin = start + i;
                    hash = Add(hash, character);
                }
                else if (hash != Seed)
                {
                    reader.Word(hash, begin);
                    hash = Seed;
                }
            }
        }

        if (hash != Seed)
            reader.Word(hash, begin);
        return reader;
    }

    private static bool IsOfWord(char character) =>
        character < 128
            ? character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'
            : char.IsLetterOrDigit(character);

    private static int Add(int hash, char character) => unchecked((hash * 31) + character);

    private readonly struct Collector(HashSet<int> words) : IWordReader
    {
        public void Word(int hash, int start) => words.Add(hash);
    }
}

/// <summary>What is done with the words of a file. A structure, so that each kind of it is compiled to code of its own.</summary>
internal interface IWordReader
{
    /// <param name="hash">The word's hash code, as <see cref="SourceWords.Hash"/> gives it.</param>
    /// <param name="start">Where it begins, in UTF-16 units.</param>
    void Word(int hash, int start);
}
