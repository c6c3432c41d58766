using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Settings.Json;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>
/// New objects and members in a JSON file, laid out as the file is. Where they go depends on braces and commas, which the tree of settings
/// does not have: for that the text is read once more.
/// </summary>
internal static class NewJsonSection
{
    /// <summary>The edit that adds the section; null where one of its levels is there and is no object.</summary>
    public static TextChange? AddTo(SourceText text, string path, IReadOnlyList<(string Key, string Json)> values)
    {
        var levels = path.Split(':');
        if (Root(text) is not { } parent)
            return null;

        var depth = 0;
        for (; depth < levels.Length && Member(parent, levels[depth]) is { } member; depth++)
        {
            if (member.Value.Kind != JsonKind.Object)
                return null;
            parent = member.Value;
        }

        if (depth == levels.Length)
            return null;

        return Add(text, parent, (line, step) => Write(levels.Skip(depth).ToList(), values, line, step));
    }

    /// <summary>
    /// The edit that adds members to a section that is there; where its members stand under whole keys, the object is added.
    /// </summary>
    public static TextChange? MembersIn(SourceText text, string path, IReadOnlyList<(string Key, string Json)> values)
    {
        var section = Root(text);
        foreach (var level in path.Split(':').Where(level => level.Length > 0))
            section = Member(section, level)?.Value;
        return section is { Kind: JsonKind.Object }
            ? Add(text, section, (line, _) => string.Join("," + line, values.Select(v => String(v.Key) + ": " + v.Json)))
            : AddTo(text, path, values);
    }

    private static JsonValue? Root(SourceText text) =>
        JsonReader.Read(text.ToString(), CancellationToken.None) is { Kind: JsonKind.Object } root ? root : null;

    /// <summary>The last member of a name, as the configuration reads it.</summary>
    private static JsonMember? Member(JsonValue? section, string name) =>
        section?.Members.LastOrDefault(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase));

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
