using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Settings.Json;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>A new object at the end of a JSON file, laid out as the file is.</summary>
internal static class NewJsonSection
{
    /// <summary>The edit that adds the section; null where one of its levels is there and is no object.</summary>
    public static TextChange? AddTo(SourceText text, JsonValue root, string path, IReadOnlyList<(string Key, string Json)> values)
    {
        var levels = path.Split(':');
        var parent = root;
        var depth = 0;
        for (; depth < levels.Length && MailSection.Member(parent, levels[depth]) is { } member; depth++)
        {
            if (member.Value.Kind != JsonKind.Object)
                return null;
            parent = member.Value;
        }

        if (depth == levels.Length)
            return null;

        return Add(text, parent, (line, step) => Write(levels.Skip(depth).ToList(), values, line, step));
    }

    /// <summary>The edit that adds members to a section that is there.</summary>
    public static TextChange MembersIn(SourceText text, JsonValue section, IReadOnlyList<(string Key, string Json)> values) =>
        Add(text, section, (line, _) => string.Join("," + line, values.Select(v => String(v.Key) + ": " + v.Json)));

    private static TextChange Add(SourceText text, JsonValue parent, Func<string, string, string> content)
    {
        var isFlat = !parent.Members.IsEmpty
            && text.Lines.GetLineFromPosition(parent.Span.Start).LineNumber == text.Lines.GetLineFromPosition(parent.Span.End).LineNumber;
        var outer = Indentation(text, parent.Span.End - 1);
        var step = parent.Members.FirstOrDefault() is { } sibling && !isFlat
            ? Rest(Indentation(text, sibling.NameSpan.Start), outer)
            : "  ";
        var line = isFlat ? " " : LineBreak(text) + outer + step;
        return Insert(text, parent, content(line, isFlat ? "" : step), line, isFlat ? " " : LineBreak(text) + outer);
    }

    /// <summary>A string as JSON.</summary>
    public static string String(string value)
    {
        var json = new StringBuilder("\"");
        foreach (var character in value)
        {
            if (character is '"' or '\\')
                json.Append('\\').Append(character);
            else if (character < ' ')
                json.Append("\\u").Append(((int)character).ToString("x4", System.Globalization.CultureInfo.InvariantCulture));
            else
                json.Append(character);
        }

        return json.Append('"').ToString();
    }

    private static string Write(IReadOnlyList<string> levels, IReadOnlyList<(string Key, string Json)> values, string line, string step)
    {
        var members = levels.Count == 1
            ? values.Select(v => String(v.Key) + ": " + v.Json)
            : new[] { Write(levels.Skip(1).ToList(), values, line + step, step) };
        return String(levels[0]) + ": {" + line + step + string.Join("," + line + step, members) + line + "}";
    }

    private static TextChange Insert(SourceText text, JsonValue parent, string section, string line, string closingLine)
    {
        if (parent.Members.LastOrDefault() is not { } last)
        {
            // {} and what stands in it, for example a comment, stays.
            var isBlank = text.ToString(TextSpan.FromBounds(parent.Span.Start + 1, parent.Span.End - 1)).Trim().Length == 0;
            return isBlank
                ? new TextChange(TextSpan.FromBounds(parent.Span.Start + 1, parent.Span.End - 1), line + section + closingLine)
                : new TextChange(new TextSpan(parent.Span.Start + 1, 0), line + section);
        }

        // A string's place is that of its text, without the quotes.
        var end = last.Value.Span.End + (last.Value.Kind == JsonKind.String ? 1 : 0);
        var rest = text.ToString(TextSpan.FromBounds(end, parent.Span.End - 1));
        if (rest.TrimStart().StartsWith(",", StringComparison.Ordinal))
            return new TextChange(new TextSpan(end + rest.IndexOf(',') + 1, 0), line + section);

        // A comment behind the last member belongs to it.
        var lineEnd = text.Lines.GetLineFromPosition(end).End;
        var comment = text.ToString(TextSpan.FromBounds(end, lineEnd));
        if (comment.TrimStart().StartsWith("//", StringComparison.Ordinal))
            return new TextChange(TextSpan.FromBounds(end, lineEnd), "," + comment + line + section);
        return new TextChange(new TextSpan(end, 0), "," + line + section);
    }

    private static string Indentation(SourceText text, int position)
    {
        var line = text.Lines.GetLineFromPosition(position).ToString();
        return line.Substring(0, line.Length - line.TrimStart(' ', '\t').Length);
    }

    private static string Rest(string inner, string outer) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && inner.Length > outer.Length ? inner.Substring(outer.Length) : "  ";

    private static string LineBreak(SourceText text)
    {
        var first = text.Lines[0];
        return first.EndIncludingLineBreak > first.End ? text.ToString(TextSpan.FromBounds(first.End, first.EndIncludingLineBreak)) : "\n";
    }
}
