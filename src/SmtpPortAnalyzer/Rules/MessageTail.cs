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

    /// <summary>The words of the message with as much of the notes as it has room for; the last note goes first.</summary>
    /// <param name="descriptor">Has the message.</param>
    /// <param name="words">The words of the message with a tail.</param>
    /// <param name="notes">What the tail may say.</param>
    public static object[] Fit(DiagnosticDescriptor descriptor, Func<string, object[]> words, params string[] notes)
    {
        var format = descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture);
        foreach (var tail in Tails(notes))
        {
            var fitted = words(tail);
            if (tail.Length == 0 || string.Format(CultureInfo.InvariantCulture, format, fitted).Length <= MaxLength)
                return fitted;
        }

        return words("");
    }

    private static IEnumerable<string> Tails(string[] notes)
    {
        yield return InBrackets(notes);

        // That the target is not known matters more than the one sign that there is.
        var last = notes[notes.Length - 1];
        if (last.StartsWith("not known", StringComparison.Ordinal))
            yield return InBrackets(notes.Take(notes.Length - 1).Append(last.Split(':')[0]));
        yield return InBrackets(notes.Take(notes.Length - 1));
    }

    private static string InBrackets(IEnumerable<string> notes)
    {
        var said = string.Join("; ", notes.Where(note => note.Length > 0));
        return said.Length == 0 ? "" : " (" + said + ")";
    }
}
