using System;
using System.Collections.Generic;
using System.IO;
using System.Xml;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings.Xml;

/// <summary>
/// Tells where in the text the node stands that an <see cref="XmlReader"/> is at. The reader knows line and column of names; values are
/// found from there, as they are written. Its lines are those of XML: a line separator that Roslyn counts and XML does not would shift
/// everything.
/// </summary>
internal sealed class XmlSource
{
    private readonly string _text;
    private readonly int _start;
    private readonly List<int> _lines = new();

    public XmlSource(string text)
    {
        _text = text;
        _start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        _lines.Add(_start);
        for (var i = _start; i < text.Length; i++)
        {
            if (text[i] == '\n' || (text[i] == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')))
                _lines.Add(i + 1);
        }
    }

    public TextReader OpenReader()
    {
        var reader = new StringReader(_text);
        if (_start > 0)
            reader.Read();
        return reader;
    }

    /// <summary>The local name of the element or attribute.</summary>
    public TextSpan NameSpan(XmlReader reader)
    {
        var prefix = reader.Prefix.Length == 0 ? 0 : reader.Prefix.Length + 1;
        return new TextSpan(Position(reader) + prefix, reader.LocalName.Length);
    }

    /// <summary>The attribute's value without its quotes, entities as they are written.</summary>
    public TextSpan? ValueSpan(XmlReader reader)
    {
        var equals = _text.IndexOf('=', Position(reader));
        var open = equals < 0 ? -1 : _text.IndexOfAny(s_quotes, equals);
        var close = open < 0 ? -1 : _text.IndexOf(_text[open], open + 1);
        return close < 0 ? null : TextSpan.FromBounds(open + 1, close);
    }

    /// <summary>The text node without the white space around it; null where another node follows before the element's end.</summary>
    public TextSpan? Trimmed(XmlReader reader)
    {
        var start = Position(reader);
        var end = _text.IndexOf('<', start);
        if (end < 0 || string.CompareOrdinal(_text, end, "</", 0, 2) != 0)
            return null;

        while (start < end && char.IsWhiteSpace(_text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(_text[end - 1]))
            end--;
        return TextSpan.FromBounds(start, end);
    }

    private static readonly char[] s_quotes = { '"', '\'' };

    private int Position(XmlReader reader)
    {
        var info = (IXmlLineInfo)reader;
        var line = Math.Min(Math.Max(info.LineNumber - 1, 0), _lines.Count - 1);
        return Math.Min(Math.Max(_lines[line] + info.LinePosition - 1, 0), _text.Length);
    }
}
