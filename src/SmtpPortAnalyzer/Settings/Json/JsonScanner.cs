using System;
using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings.Json;

/// <summary>
/// Reads the words of a JSON text one after the other: strings with their escapes, numbers, marks, and the white space and comments between
/// them. Positions are UTF-16 units.
/// </summary>
internal ref struct JsonScanner
{
    /// <summary>Separators that end a line for some editors and not for others: a comment that holds one is refused.</summary>
    private const string LineSeparators = "\u2028\u2029";

    private readonly string _text;
    private readonly CancellationToken _cancellationToken;

    public JsonScanner(string text, CancellationToken cancellationToken)
    {
        _text = text;
        _cancellationToken = cancellationToken;

        // A byte order mark that the decoder has left.
        Position = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
    }

    public int Position { get; private set; }

    public readonly bool IsAtEnd => Position == _text.Length;

    /// <summary>The character at the position; zero behind the end.</summary>
    public readonly char Current => Position < _text.Length ? _text[Position] : '\0';

    /// <summary>Goes on by one character, if it is the one expected.</summary>
    public bool Take(char expected)
    {
        if (Current != expected || Position >= _text.Length)
            return false;

        Position++;
        return true;
    }

    public JsonValue? ReadNumber()
    {
        var start = Position;
        Take('-');
        if (!Take('0') && !SkipDigits())
            return null;

        if (Take('.') && !SkipDigits())
            return null;

        if (Current is 'e' or 'E')
        {
            Position++;
            if (Current is '+' or '-')
                Position++;
            if (!SkipDigits())
                return null;
        }

        var span = TextSpan.FromBounds(start, Position);
        return IsDelimiter() ? new JsonValue(JsonKind.Number, span) { Text = _text.Substring(start, span.Length) } : null;
    }

    private bool SkipDigits()
    {
        var start = Position;
        while (Current is >= '0' and <= '9')
            Position++;
        return Position > start;
    }

    public JsonValue? ReadWord(string word, JsonKind kind)
    {
        if (string.CompareOrdinal(_text, Position, word, 0, word.Length) != 0)
            return null;

        var span = new TextSpan(Position, word.Length);
        Position += word.Length;
        return new JsonValue(kind, span) { Text = word };
    }

    /// <summary>The text of a string and its place without the quotes; null where it does not end, or holds what it must not.</summary>
    public (string Text, TextSpan Span)? ReadString()
    {
        var start = ++Position;
        StringBuilder? unescaped = null;
        var copied = start;
        for (; Position < _text.Length; Position++)
        {
            switch (_text[Position])
            {
                case '"':
                    var span = TextSpan.FromBounds(start, Position);
                    var rest = _text.Substring(copied, Position - copied);
                    Position++;
                    return (unescaped is null ? rest : unescaped.Append(rest).ToString(), span);
                case < ' ':
                    return null;
                case '\\':
                    (unescaped ??= new StringBuilder()).Append(_text, copied, Position - copied);
                    if (ReadEscape() is not { } character)
                        return null;
                    unescaped.Append(character);
                    copied = Position + 1;
                    break;
            }
        }

        return null;
    }

    /// <summary>Reads from the backslash on to the last character of the escape.</summary>
    private char? ReadEscape()
    {
        if (++Position >= _text.Length)
            return null;

        switch (_text[Position])
        {
            case '"' or '\\' or '/':
                return _text[Position];
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

    /// <summary>
    /// The four hexadecimal digits behind <c>\u</c>. The framework's parsing of numbers would take trailing zero characters as well.
    /// </summary>
    private char? ReadCode()
    {
        var code = 0;
        for (var i = 0; i < 4; i++)
        {
            Position++;
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

    /// <summary>Skips white space and comments; false where a comment is broken.</summary>
    public bool SkipTrivia()
    {
        while (SkipWhiteSpace() && Current == '/')
        {
            if (!SkipComment())
                return false;
        }

        return true;
    }

    public bool SkipWhiteSpace()
    {
        while (Current is ' ' or '\t' or '\r' or '\n')
            Position++;
        return true;
    }

    private bool SkipComment()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        var kind = Position + 1 < _text.Length ? _text[Position + 1] : '\0';
        if (kind == '*')
        {
            var end = _text.IndexOf("*/", Position + 2, StringComparison.Ordinal);
            Position = end + 2;
            return end >= 0;
        }

        if (kind != '/')
            return false;

        for (Position += 2; Position < _text.Length && Current is not ('\n' or '\r'); Position++)
        {
            if (LineSeparators.IndexOf(Current) >= 0)
                return false;
        }

        return true;
    }

    private readonly bool IsDelimiter() => Position == _text.Length || Current is ',' or '}' or ']' or '/' or ' ' or '\t' or '\r' or '\n';
}
