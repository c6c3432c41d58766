using System;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings.Json;

/// <content>What is between the marks: strings with their escapes, white space, comments.</content>
internal ref partial struct JsonReader
{
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

    /// <summary>
    /// The four hexadecimal digits behind <c>\u</c>. The framework's parsing of numbers would take trailing zero characters as well.
    /// </summary>
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
        _cancellationToken.ThrowIfCancellationRequested();
        var kind = _position + 1 < _text.Length ? _text[_position + 1] : '\0';
        if (kind == '*')
        {
            var end = _text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
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
