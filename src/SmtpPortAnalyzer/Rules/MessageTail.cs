using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Rules;

/// <summary>
/// What stands in brackets at the end of a message. A line of a build log is read at a glance: what does not fit into it is left out, and
/// the target <c>SmtpPortAnalyzerExplain</c> says it.
/// </summary>
internal static class MessageTail
{
    private const int MaxLength = 199;

    private static readonly char[] s_seams = { '.', '/' };

    /// <summary>The words of the message with as much of the notes as it has room for; the last note goes first.</summary>
    /// <param name="descriptor">Has the message.</param>
    /// <param name="words">The words of the message with a tail.</param>
    /// <param name="notes">What the tail may say.</param>
    public static object[] Fit(DiagnosticDescriptor descriptor, Func<string, object[]> words, params string[] notes)
    {
        var format = descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture);
        foreach (var tail in Tails(notes.Take(notes.Length - 1).ToArray(), notes[notes.Length - 1]))
        {
            var fitted = words(tail);
            if (tail.Length == 0 || string.Format(CultureInfo.InvariantCulture, format, fitted).Length <= MaxLength)
                return fitted;
        }

        return words("");
    }

    /// <summary>All notes, then less and less of the last one, then the others alone.</summary>
    private static IEnumerable<string> Tails(string[] others, string last)
    {
        yield return InBrackets(others.Append(last));
        var colon = last.IndexOf(": ", StringComparison.Ordinal);
        if (colon >= 0)
        {
            // That the target is not known matters more than the one sign that there is; of a sign, its end tells most.
            if (last.StartsWith("not known", StringComparison.Ordinal))
                yield return InBrackets(others.Append(last.Substring(0, colon)));
            for (var cut = colon + 2; last.IndexOfAny(s_seams, cut) is >= 0 and var seam; cut = seam + 1)
                yield return InBrackets(others.Append(last.Substring(0, colon + 2) + "..." + last.Substring(seam + 1)));
        }

        yield return InBrackets(others);
    }

    private static string InBrackets(IEnumerable<string> notes)
    {
        var said = string.Join("; ", notes.Where(note => note.Length > 0));
        return said.Length == 0 ? "" : " (" + said + ")";
    }
}
