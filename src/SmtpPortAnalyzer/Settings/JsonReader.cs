using System.Collections.Immutable;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings;

/// <summary>
/// Reads JSON as .NET's configuration does: comments and trailing commas are allowed, everything else is the standard, and nesting is bounded.
/// It takes and refuses what <c>System.Text.Json</c> takes and refuses with these options, which an analyzer cannot load; a test compares the two.
/// </summary>
internal ref struct JsonReader
{
    /// <summary>The bound of System.Text.Json. It also keeps the recursion off the end of the stack.</summary>
    private const int MaxDepth = 64;

    /// <summary>Separators that end a line for some editors and not for others: a comment that holds one is refused.</summary>
    private const string LineSeparators = "\u2028\u2029";

    private readonly string _text;
    private readonly CancellationToken _cancellation;
    private int _position;
    private int _depth;

    private JsonReader(string text, CancellationToken cancellation)
    {
        _text = text;
        _cancellation = cancellation;
        _position = 0;
        _depth = 0;
    }

    /// <summary>The document's value; null where the text is no JSON document.</summary>
    public static JsonValue? Read(string text, CancellationToken cancellation)
    {
        var reader = new JsonReader(text, cancellation);
        if (text.Length > 0 && text[0] == '\uFEFF')
            reader._position = 1;

        return reader.SkipTrivia() && reader.ReadValue() is { } value && reader.SkipTrivia() && reader._position == text.Length ? value : null;
    }

    private readonly char Current => _position < _text.Length ? _text[_position] : '\0';

    private JsonValue? ReadValue()
    {
        switch (Current)
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                return ReadString() is var (text, span) ? new JsonValue(JsonKind.String, span) { Text = text } : null;
            case '-' or (>= '0' and <= '9'):
                return ReadNumber();
            case 't':
                return ReadWord("true", JsonKind.True);
            case 'f':
                return ReadWord("false", JsonKind.False);
            case 'n':
                return ReadWord("null", JsonKind.Null);
            default:
                return null;
        }
    }

    private JsonValue? ReadObject()
    {
        var start = _position;
        if (!Enter())
            return null;

        var members = ImmutableArray.CreateBuilder<JsonMember>();
        while (SkipTrivia())
        {
            if (Leave('}'))
                return new JsonValue(JsonKind.Object, TextSpan.FromBounds(start, _position)) { Members = members.ToImmutable() };

            // Between a name and its colon the framework's reader allows no comment.
            if (Current != '"' || ReadString() is not var (name, span) || !SkipWhiteSpace() || !Take(':') || !SkipTrivia() || ReadValue() is not { } value)
                return null;

            members.Add(new JsonMember(name, span, value));
            if (!SkipTrivia() || !(Take(',') || Current == '}'))
                return null;
        }

        return null;
    }

    private JsonValue? ReadArray()
    {
        var start = _position;
        if (!Enter())
            return null;

        var items = ImmutableArray.CreateBuilder<JsonValue>();
        while (SkipTrivia())
        {
            if (Leave(']'))
                return new JsonValue(JsonKind.Array, TextSpan.FromBounds(start, _position)) { Items = items.ToImmutable() };

            if (ReadValue() is not { } value)
                return null;

            items.Add(value);
            if (!SkipTrivia() || !(Take(',') || Current == ']'))
                return null;
        }

        return null;
    }

    private bool Enter()
    {
        _cancellation.ThrowIfCancellationRequested();
        _position++;
        return ++_depth <= MaxDepth;
    }

    private bool Leave(char end)
    {
        if (!Take(end))
            return false;

        _depth--;
        return true;
    }

    private bool Take(char expected)
    {
        if (Current != expected || _position >= _text.Length)
            return false;

        _position++;
        return true;
    }

    /// <summary>The text of a string and its place without the quotes; null where it does not end, or holds what it must not.</summary>
    private (string Text, TextSpan Span)? ReadString()
    {
        var start = ++_position;
        StringBuilder? unescaped = null;
        var copied = start;
        for (; _position < _text.Length; _position++)
        {
            switch (_text[_position])
            {
                case '"':
                    var span = TextSpan.FromBounds(start, _position);
                    var rest = _text.Substring(copied, _position - copied);
                    _position++;
                    return (unescaped is null ? rest : unescaped.Append(rest).ToString(), span);
                case < ' ':
                    return null;
                case '\\':
                    (unescaped ??= new StringBuilder()).Append(_text, copied, _position - copied);
                    if (ReadEscape() is not { } character)
                        return null;
                    unescaped.Append(character);
                    copied = _position + 1;
                    break;
            }
        }

        return null;
    }

    /// <summary>Reads from the backslash on to the last character of the escape.</summary>
    private char? ReadEscape()
    {
        if (++_position >= _text.Length)
            return null;

        switch (_text[_position])
        {
            case '"' or '\\' or '/':
                return _text[_position];
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u':
                return ReadCode();
            default:
                return null;
        }
    }

    /// <summary>The four hexadecimal digits behind <c>\u</c>. The framework's parsing of numbers would take trailing zero characters as well.</summary>
    private char? ReadCode()
    {
        var code = 0;
        for (var i = 0; i < 4; i++)
        {
            _position++;
            var digit = Current switch
            {
                >= '0' and <= '9' and var c => c - '0',
                >= 'a' and <= 'f' and var c => c - 'a' + 10,
                >= 'A' and <= 'F' and var c => c - 'A' + 10,
                _ => -1,
            };
            if (digit < 0)
                return null;

            code = (code * 16) + digit;
        }

        return (char)code;
    }

    private JsonValue? ReadNumber()
    {
        var start = _position;
        Take('-');
        if (!Take('0') && !SkipDigits())
            return null;

        if (Take('.') && !SkipDigits())
            return null;

        if (Current is 'e' or 'E')
        {
            _position++;
            if (Current is '+' or '-')
                _position++;
            if (!SkipDigits())
                return null;
        }

        var span = TextSpan.FromBounds(start, _position);
        return IsDelimiter() ? new JsonValue(JsonKind.Number, span) { Text = _text.Substring(start, span.Length) } : null;
    }

    private bool SkipDigits()
    {
        var start = _position;
        while (Current is >= '0' and <= '9')
            _position++;
        return _position > start;
    }

    private JsonValue? ReadWord(string word, JsonKind kind)
    {
        if (string.CompareOrdinal(_text, _position, word, 0, word.Length) != 0)
            return null;

        var span = new TextSpan(_position, word.Length);
        _position += word.Length;
        return new JsonValue(kind, span) { Text = word };
    }

    private readonly bool IsDelimiter() => _position == _text.Length || Current is ',' or '}' or ']' or '/' or ' ' or '\t' or '\r' or '\n';

    /// <summary>Skips white space and comments; false where a comment is broken.</summary>
    private bool SkipTrivia()
    {
        while (SkipWhiteSpace() && Current == '/')
        {
            if (!SkipComment())
                return false;
        }

        return true;
    }

    private bool SkipWhiteSpace()
    {
        while (Current is ' ' or '\t' or '\r' or '\n')
            _position++;
        return true;
    }

    private bool SkipComment()
    {
        _cancellation.ThrowIfCancellationRequested();
        var kind = _position + 1 < _text.Length ? _text[_position + 1] : '\0';
        if (kind == '*')
        {
            var end = _text.IndexOf("*/", _position + 2, System.StringComparison.Ordinal);
            _position = end + 2;
            return end >= 0;
        }

        if (kind != '/')
            return false;

        for (_position += 2; _position < _text.Length && Current is not ('\n' or '\r'); _position++)
        {
            if (LineSeparators.IndexOf(Current) >= 0)
                return false;
        }

        return true;
    }
}
