using System.Text;
using System.Text.Json;
using SmtpPortAnalyzer.Settings.Json;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>The reader takes what System.Text.Json takes, says what it says, and refuses the rest.</summary>
public class JsonReaderTests
{
    private static readonly JsonDocumentOptions s_options = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("25")]
    [InlineData("-0.5e+10")]
    [InlineData("\"\\u0032\\u0035\"")]
    [InlineData("{\"a\":1,\"a\":2,}")]
    [InlineData("[1,2,]")]
    [InlineData("// a\n{ /* b */ \"a\" : /* d */ 1 /* e */ , /* f */ } // g")]
    [InlineData("{\"a\" /* c */ : 1}")]
    [InlineData("{\"a\"\r\n:1}")]
    [InlineData("{\"a\":1}//")]
    [InlineData(" \t\r\n null \r")]
    [InlineData("{\"a\":\"/* no comment */ // none\"}")]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("//")]
    [InlineData("/")]
    [InlineData("/*")]
    [InlineData("/**")]
    [InlineData("/*/ 1")]
    [InlineData("/**/1")]
    [InlineData("1 2")]
    [InlineData("{,}")]
    [InlineData("[,]")]
    [InlineData("[1,,2]")]
    [InlineData("{\"a\":1,,}")]
    [InlineData("{\"a\"}")]
    [InlineData("{\"a\":}")]
    [InlineData("{a:1}")]
    [InlineData("{'a':1}")]
    [InlineData("[1}")]
    [InlineData("01")]
    [InlineData("-")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1e")]
    [InlineData("+1")]
    [InlineData("0x19")]
    [InlineData("1a")]
    [InlineData("NaN")]
    [InlineData("tru")]
    [InlineData("truely")]
    [InlineData("True")]
    [InlineData("\"a")]
    [InlineData("\"\\")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u 123\"")]
    [InlineData("\"\\u003\0\"")]
    [InlineData("\"\\uAbCd\"")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"\0\"")]
    [InlineData("1\0")]
    [InlineData("// a\u2028\n1")]
    [InlineData("/* a\u2028 */1")]
    [InlineData("\"\u2028\"")]
    [InlineData("\u00A01")]
    public void Text_IsTakenAsByTheFramework(string text) => AssertSame(text);

    [Theory]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(100_000)]
    public void Nesting_HasTheBoundOfTheFramework(int depth)
    {
        AssertSame(new string('[', depth) + new string(']', depth));
        AssertSame(string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth));
    }

    [Fact]
    public void GeneratedDocuments_AreTakenAsByTheFramework()
    {
        var random = new Random(25);
        var taken = 0;
        for (var i = 0; i < 5_000; i++)
        {
            var text = new GeneratedJson(random).Document();
            Assert.True(AssertSame(text), text);
            for (var mutations = 0; mutations < 4; mutations++)
                taken += AssertSame(GeneratedJson.Mutated(text, random)) ? 1 : 0;
        }

        // Both sides of the fence are seen.
        Assert.InRange(taken, 1_000, 19_000);
    }

    [Fact]
    public void CutDocument_IsRefused()
    {
        const string Text = "{ \"Smtp\": { \"Port\": 25, \"Host\": \"mail.contoso.com\" } }";
        for (var length = 0; length < Text.Length; length++)
            Assert.False(AssertSame(Text[..length]));
    }

    [Fact]
    public void Cancelled_Throws() =>
        Assert.Throws<OperationCanceledException>(() => JsonReader.Read("{}", new CancellationToken(canceled: true)));

    /// <summary>Whether both take it; fails where only one does, or where they read different things.</summary>
    private static bool AssertSame(string text)
    {
        var ours = JsonReader.Read(text, default);
        JsonDocument? theirs = null;
        try
        {
            theirs = JsonDocument.Parse(text, s_options);
        }
        catch (JsonException)
        {
            // Refused.
        }

        using (theirs)
        {
            Assert.True((ours is null) == (theirs is null), $"ours {(ours is null ? "refuses" : "takes")}: {text}");
            if (ours is not null)
                AssertSame(ours, theirs!.RootElement, text);
        }

        return ours is not null;
    }

    private static void AssertSame(JsonValue ours, JsonElement theirs, string text)
    {
        Assert.Equal(theirs.ValueKind.ToString(), ours.Kind.ToString());
        var written = text.Substring(ours.Span.Start, ours.Span.Length);
        Assert.Equal(theirs.GetRawText(), ours.Kind == JsonKind.String ? "\"" + written + "\"" : written);
        switch (theirs.ValueKind)
        {
            case JsonValueKind.Object:
                var members = theirs.EnumerateObject().ToList();
                Assert.Equal(members.Select(member => member.Name), ours.Members.Select(member => member.Name));
                for (var i = 0; i < members.Count; i++)
                    AssertSame(ours.Members[i].Value, members[i].Value, text);
                break;
            case JsonValueKind.Array:
                Assert.Equal(theirs.GetArrayLength(), ours.Items.Length);
                for (var i = 0; i < ours.Items.Length; i++)
                    AssertSame(ours.Items[i], theirs[i], text);
                break;
            case JsonValueKind.String:
                Assert.Equal(theirs.GetString(), ours.Text);
                break;
            default:
                Assert.Equal(theirs.GetRawText(), ours.Text);
                break;
        }
    }
}

/// <summary>Writes JSON of every shape that is allowed, the same in every run.</summary>
internal sealed class GeneratedJson(Random random)
{
    private static readonly string[] s_strings = [
        "", "Port", "smtp", "25", "a b", "ä", "\U0001F4E7", "\\u0032", "\\n", "\\\"", "\\\\", "/", "\\/", "//", "/*", "{", "]", ","];
    private static readonly string[] s_numbers = ["0", "-0", "25", "-25", "25.0", "2.5e1", "1E-3", "0.1", "12345678901234567890"];
    private static readonly string[] s_trivia = [
        "", "", "", " ", "\n", "\r\n", "\t", "// c\n", "/* c */", "/* 25 */", "/***/", "// \" {\r\n"];
    private static readonly string[] s_parts = [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "/", "*", "2", ".", "e", "-", "\n", "\0", "t", "u", "\u2028", "//", "/*", "*/", "null"];

    private readonly StringBuilder _text = new();

    public string Document()
    {
        Trivia();
        Value(depth: 0);
        Trivia();
        return _text.ToString();
    }

    /// <summary>The text with one small thing cut out, put in or replaced.</summary>
    public static string Mutated(string text, Random random)
    {
        var start = random.Next(text.Length + 1);
        var count = random.Next(2) == 0 ? 0 : Math.Min(text.Length - start, 1 + random.Next(2));

        // Half a surrogate pair is no text: System.Text.Json is not even asked.
        if (text.Substring(start, count).Any(char.IsSurrogate) || (start < text.Length && char.IsLowSurrogate(text[start])))
            return text;

        return text.Remove(start, count).Insert(start, random.Next(3) == 0 ? "" : s_parts[random.Next(s_parts.Length)]);
    }

    private void Value(int depth)
    {
        switch (random.Next(depth > 5 ? 4 : 8))
        {
            case 0:
                _text.Append(Pick(s_numbers));
                break;
            case 1:
                Text();
                break;
            case 2:
                _text.Append(Pick(["true", "false", "null"]));
                break;
            case 3:
                _text.Append(random.Next(2) == 0 ? "{}" : "[]");
                break;
            case 4:
                Items('[', ']', () => Value(depth + 1));
                break;
            default:
                Items('{', '}', () =>
                {
                    Text();
                    _text.Append(Pick(["", " ", "\n"])).Append(':');
                    Trivia();
                    Value(depth + 1);
                });
                break;
        }
    }

    private void Items(char open, char close, Action item)
    {
        _text.Append(open);
        var count = random.Next(4);
        for (var i = 0; i < count; i++)
        {
            Trivia();
            item();
            Trivia();
            if (i < count - 1 || random.Next(3) == 0)
                _text.Append(',');
        }

        Trivia();
        _text.Append(close);
    }

    private void Text() => _text.Append('"').Append(Pick(s_strings)).Append(Pick(s_strings)).Append('"');

    private void Trivia() => _text.Append(Pick(s_trivia));

    private string Pick(string[] choices) => choices[random.Next(choices.Length)];
}
