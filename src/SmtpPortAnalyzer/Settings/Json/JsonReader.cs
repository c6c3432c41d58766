using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings.Json;

/// <summary>
/// Reads JSON as .NET's configuration does: comments and trailing commas are allowed, everything else is the standard, and nesting is
/// bounded. It takes and refuses what <c>System.Text.Json</c> takes and refuses with these options, which an analyzer cannot load; a test
/// compares the two.
/// </summary>
internal ref partial struct JsonReader
{
    /// <summary>The bound of System.Text.Json. It also keeps the recursion off the end of the stack.</summary>
    private const int MaxDepth = 64;

    /// <summary>Separators that end a line for some editors and not for others: a comment that holds one is refused.</summary>
    private const string LineSeparators = "\u2028\u2029";

    private readonly string _text;
    private readonly CancellationToken _cancellationToken;
    private int _position;
    private int _depth;

    private JsonReader(string text, CancellationToken cancellationToken)
    {
        _text = text;
        _cancellationToken = cancellationToken;
        _position = 0;
        _depth = 0;
    }

    /// <summary>The document's value; null where the text is no JSON document.</summary>
    public static JsonValue? Read(string text, CancellationToken cancellationToken)
    {
        var reader = new JsonReader(text, cancellationToken);
        if (text.Length > 0 && text[0] == '\uFEFF')
            reader._position = 1;

        return reader.SkipTrivia() && reader.ReadValue() is { } value && reader.SkipTrivia() && reader._position == text.Length
            ? value
            : null;
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
            if (Current != '"' || ReadString() is not var (name, span) || !SkipWhiteSpace() || !Take(':') || !SkipTrivia()
                || ReadValue() is not { } value)
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
        _cancellationToken.ThrowIfCancellationRequested();
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
}
