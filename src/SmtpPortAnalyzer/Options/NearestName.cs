using System;
using System.Collections.Generic;
using System.Linq;

namespace SmtpPortAnalyzer.Options;

/// <summary>Finds the name that a misspelt one was probably meant to be.</summary>
internal static class NearestName
{
    public static string To(string name, IEnumerable<string> candidates) =>
        candidates.OrderBy(candidate => Distance(name, candidate)).ThenBy(candidate => candidate, StringComparer.Ordinal).First();

    /// <summary>The Levenshtein distance: how many letters must be added, dropped or replaced.</summary>
    private static int Distance(string from, string to)
    {
        var previous = Enumerable.Range(0, to.Length + 1).ToArray();
        for (var i = 0; i < from.Length; i++)
        {
            var current = new int[to.Length + 1];
            current[0] = i + 1;
            for (var j = 0; j < to.Length; j++)
            {
                var replaced = previous[j] + (char.ToLowerInvariant(from[i]) == to[j] ? 0 : 1);
                current[j + 1] = Math.Min(replaced, Math.Min(previous[j + 1], current[j]) + 1);
            }

            previous = current;
        }

        return previous[to.Length];
    }
}
