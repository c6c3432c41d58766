using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Search;

/// <summary>Searches the text of a file, without a syntax tree in the way: most files of most programs say nothing of mail.</summary>
internal static class SourceSearch
{
    private const int ChunkLength = 16 * 1024;

    [ThreadStatic]
    private static char[]? s_buffer;

    /// <summary>Whether the text holds one of the words, case-sensitively, as a part of any word.</summary>
    public static bool Mentions(SourceText text, ImmutableArray<string> words)
    {
        var overlap = 0;
        foreach (var word in words)
            overlap = Math.Max(overlap, word.Length - 1);

        // One buffer a thread: a pool would be one more assembly that the host has to have.
        if (s_buffer is null || s_buffer.Length < ChunkLength + overlap)
            s_buffer = new char[ChunkLength + overlap];

        for (var start = 0; start < text.Length; start += ChunkLength)
        {
            var length = Math.Min(ChunkLength + overlap, text.Length - start);
            text.CopyTo(start, s_buffer, 0, length);
            var chunk = s_buffer.AsSpan(0, length);
            foreach (var word in words)
            {
                if (chunk.IndexOf(word.AsSpan()) >= 0)
                    return true;
            }
        }

        return false;
    }
}
