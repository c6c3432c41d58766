using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings.Json;

/// <summary>
/// Reads JSON as .NET's configuration does: comments and trailing commas are allowed, everything else is the standard, and nesting is
/// bounded. It takes and refuses what <c>System.Text.Json</c> takes and refuses with these options, which an analyzer cannot load; a test
/// compares the two.
/// </summary>
internal ref struct JsonReader
{
    /// <summary>The bound of System.Text.Json. It also keeps the recursion off the end of the stack.</summary>
    private const int MaxDepth = 64;

    private readonly CancellationToken _cancellationToken;
    private JsonScanner _scanner;
    private int _depth;

    private JsonReader(string text, CancellationToken cancellationToken)
    {
        _cancellationToken = cancellationToken;
        _scanner = new JsonScanner(text, cancellationToken);
        _depth = 0;
    }

    /// <summary>The document's value; null where the text is no JSON document.</summary>
    public static JsonValue? Read(string text, CancellationToken cancellationToken)
    {
        var reader = new JsonReader(text, cancellationToken);
        return reader._scanner.SkipTrivia() && reader.ReadValue() is { } value && reader._scanner.SkipTrivia() && reader._scanner.IsAtEnd
            ? value
            : null;
    }

    private JsonValue? ReadValue()
    {
        switch (_scanner.Current)
        {
            case '{':
                return ReadObject();
            case '[':
                return ReadArray();
            case '"':
                return _scanner.ReadString() is var (text, span) ? new JsonValue(JsonKind.String, span) { Text = text } : null;
            case '-' or (>= '0' and <= '9'):
                return _scanner.ReadNumber();
            case 't':
                return _scanner.ReadWord("true", JsonKind.True);
            case 'f':
                return _scanner.ReadWord("false", JsonKind.False);
            case 'n':
                return _scanner.ReadWord("null", JsonKind.Null);
            default:
                return null;
        }
    }

    private JsonValue? ReadObject()
    {
        var start = _scanner.Position;
        if (!Enter())
            return null;

        var members = ImmutableArray.CreateBuilder<JsonMember>();
        while (_scanner.SkipTrivia())
        {
            if (Leave('}'))
                return new JsonValue(JsonKind.Object, TextSpan.FromBounds(start, _scanner.Position)) { Members = members.ToImmutable() };

            // Between a name and its colon the framework's reader allows no comment.
            if (_scanner.Current != '"' || _scanner.ReadString() is not var (name, span) || !_scanner.SkipWhiteSpace()
                || !_scanner.Take(':') || !_scanner.SkipTrivia()
                || ReadValue() is not { } value)
                return null;

            members.Add(new JsonMember(name, span, value));
            if (!_scanner.SkipTrivia() || !(_scanner.Take(',') || _scanner.Current == '}'))
                return null;
        }

        return null;
    }

    private JsonValue? ReadArray()
    {
        var start = _scanner.Position;
        if (!Enter())
            return null;

        var items = ImmutableArray.CreateBuilder<JsonValue>();
        while (_scanner.SkipTrivia())
        {
            if (Leave(']'))
                return new JsonValue(JsonKind.Array, TextSpan.FromBounds(start, _scanner.Position)) { Items = items.ToImmutable() };

            if (ReadValue() is not { } value)
                return null;

            items.Add(value);
            if (!_scanner.SkipTrivia() || !(_scanner.Take(',') || _scanner.Current == ']'))
                return null;
        }

        return null;
    }

    private bool Enter()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        _scanner.Take(_scanner.Current);
        return ++_depth <= MaxDepth;
    }

    private bool Leave(char end)
    {
        if (!_scanner.Take(end))
            return false;

        _depth--;
        return true;
    }
}
