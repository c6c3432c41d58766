using System.Collections.Generic;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Connections;

/// <summary>The words of a file, read from its text: whether an identifier can occur in it at all, without a syntax tree in the way.</summary>
internal sealed class SourceWords
{
    private const int Seed = 17;
    private const int ChunkLength = 4 * 1024;

    // Hash codes only: a word that is not there may seem to be, and costs a look, but never the other way round.
    private readonly HashSet<int> _words = new();

    public SourceWords(SourceText text)
    {
        var buffer = new char[ChunkLength];
        var hash = Seed;
        for (var start = 0; start < text.Length; start += ChunkLength)
        {
            var length = System.Math.Min(ChunkLength, text.Length - start);
            text.CopyTo(start, buffer, 0, length);
            for (var i = 0; i < length; i++)
            {
                if (char.IsLetterOrDigit(buffer[i]) || buffer[i] == '_')
                {
                    hash = Add(hash, buffer[i]);
                }
                else if (hash != Seed)
                {
                    _words.Add(hash);
                    hash = Seed;
                }
            }
        }

        _words.Add(hash);
    }

    public bool Contain(string word)
    {
        var hash = Seed;
        foreach (var character in word)
            hash = Add(hash, character);
        return _words.Contains(hash);
    }

    private static int Add(int hash, char character) => unchecked((hash * 31) + character);
}
