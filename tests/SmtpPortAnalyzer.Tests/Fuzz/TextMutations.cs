using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Tests.Fuzz;

/// <summary>
/// Breaks files that are no C#: by words, by characters, by bytes and by size. The same random numbers give the same mutant.
/// </summary>
internal static partial class TextMutations
{
    private const int MaxSteps = 3;
    private const int MaxRepeated = 40_000;

    /// <summary>What a file of any format here may hold, and none expects at an arbitrary place.</summary>
    private static readonly string[] s_odd =
    [
        "\0", "\uFEFF", "\uFFFD", "\uD800", "\uDC00", "\u2028", "\u0085", "\r", "\n", "\t", "\"", "'", "\\", "\\u", "\\u0032\\u0035", "{",
        "}", "[", "]", "(", ")", "<", ">", "</", "<!--", "-->", "<![CDATA[",
        "]]>", "<?x", "&", "&#50;5", "&amp;", "&lt", "/*", "*/", "//", "#", ";", "=", "|", ",", ":", "..", "`", "``1", "~", "*", "@", "^",
        "25", "0x19", "-25", "025", "25.0", "2.5e1", "1e999", "65536", "2147483648",
        "99999999999999999999999", "٢٥", "null", "true", "NaN", "<!DOCTYPE a [<!ENTITY b \"25\">]>", "port", "host", "default", "M:", "P:",
        "T:", "#ctor", "0.0.0.0/0", "::/0", "/33", "*.", "9999-99-99", "$(Port)", "__Port__",
    ];

    /// <summary>What nests in one of the formats.</summary>
    private static readonly string[] s_nesting =
        ["{\"Smtp\":", "[", "{", "<smtp>", "<a b='25'>", "<", "(", "System.Collections.Generic.List{", "`1", "[]", "&", ".A", "S:x|",
            ";port=", ",", "/*", "\"", "9", "\n", "*."];

    private static readonly Encoding[] s_encodings =
        [new UTF8Encoding(false), new UTF8Encoding(true), new UnicodeEncoding(false, true), new UnicodeEncoding(true, true),
            new UnicodeEncoding(false, false), new UTF32Encoding(false, true), Encoding.Latin1];

    public static string Mutate(string text, Random random)
    {
        // Most often one: two break nearly every file before its settings are looked at.
        for (var steps = random.Next(2) == 0 ? 1 : random.Next(1, MaxSteps + 1); steps > 0; steps--)
            text = Step(text, random);
        return text;
    }

    /// <summary>The file as the compiler reads it: by its byte order mark, else as UTF-8, else, where it is none, byte for byte.</summary>
    public static SourceText Encode(string text, Random random)
    {
        var encoding = s_encodings[random.Next(4) == 0 ? random.Next(s_encodings.Length) : 0];
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(text)];
        for (var flips = random.Next(8) == 0 ? random.Next(1, 4) : 0; flips > 0 && bytes.Length > 0; flips--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        if (random.Next(16) == 0)
            bytes = bytes[..random.Next(bytes.Length + 1)];

        using var stream = new MemoryStream(bytes);
        try
        {
            return SourceText.From(stream, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException)
        {
            stream.Position = 0;
            return SourceText.From(stream, Encoding.Latin1);
        }
    }

    private static string Step(string text, Random random)
    {
        // Most of a file is punctuation, and without one of its brackets it is soon given up.
        var words = (random.Next(4) == 0 ? Tokens() : Words()).Matches(text);
        if (words.Count == 0)
            return s_odd[random.Next(s_odd.Length)];

        var one = words[random.Next(words.Count)];
        var two = words[random.Next(words.Count)];
        var at = random.Next(text.Length + 1);
        switch (random.Next(12))
        {
            case 0:
                return text.Remove(one.Index, one.Length);
            case 1:
                return text.Insert(one.Index + one.Length, two.Value);
            case 2:
                return Replace(text, one.Index, one.Length, two.Value);
            case 3:
                return text[..at];
            case 4:
                return text.Remove(at, Math.Min(text.Length - at, random.Next(1, 40)));
            case 5:
                return text.Insert(at, text.Substring(at, Math.Min(text.Length - at, random.Next(1, 200))));
            case 6:
                return text.Insert(at, s_odd[random.Next(s_odd.Length)]);
            case 7:
                return Replace(text, one.Index, one.Length, s_odd[random.Next(s_odd.Length)]);
            case 8 when random.Next(4) == 0:
                var times = random.Next(1, MaxRepeated);
                return text.Insert(random.Next(2) == 0 ? one.Index : at,
                    string.Concat(Enumerable.Repeat(s_nesting[random.Next(s_nesting.Length)], times)));
            default:
                return one.Index <= two.Index ? Swap(text, one, two) : Swap(text, two, one);
        }
    }

    private static string Swap(string text, Match first, Match second) => first.Index == second.Index
        ? text
        : Replace(Replace(text, second.Index, second.Length, first.Value), first.Index, first.Length, second.Value);

    private static string Replace(string text, int start, int length, string with) => text.Remove(start, length).Insert(start, with);

    [GeneratedRegex(@"\w+|[^\w\s]")]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Words();
}
