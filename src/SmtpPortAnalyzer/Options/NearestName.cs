using System;
using System.Collections.Generic;
using System.Linq;

namespace SmtpPortAnalyzer.Options;

/// <summary>Finds the name that a misspelt one was probably meant to be. Case does not count.</summary>
internal static class NearestName
{
    /// <summary>
    /// Twice as long as any name here. What is longer is no slip of the pen, and comparing a torn file letter by letter takes seconds.
    /// </summary>
    public const int MaxLength = 100;

    public static string To(string name, IEnumerable<string> candidates)
    {
        var compared = name.Length > MaxLength ? name.Substring(0, MaxLength) : name;
        return candidates.OrderBy(candidate => Distance(compared, candidate))
            .ThenBy(candidate => candidate, StringComparer.Ordinal).First();
    }

    /// <summary>How many slips lie between two names: letters added, dropped, replaced, or swapped with their neighbour.</summary>
    public static int Distance(string from, string to)
    {
        from = from.ToLowerInvariant();
        to = to.ToLowerInvariant();
        var beforePrevious = Array.Empty<int>();
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i + 1;
            for (var j = 0; j < to.Length; j++)
            {
                var replaced = previous[j] + (from[i] == to[j] ? 0 : 1);
                current[j + 1] = Math.Min(replaced, Math.Min(previous[j + 1], current[j]) + 1);
                if (i > 0 && j > 0 && from[i] == to[j - 1] && from[i - 1] == to[j])
                    current[j + 1] = Math.Min(current[j + 1], beforePrevious[j - 1] + 1);
            }

            (beforePrevious, previous) = (previous, current);
        }

        return previous[to.Length];
    }
}
