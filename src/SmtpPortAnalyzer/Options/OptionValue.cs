using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Text;

namespace SmtpPortAnalyzer.Options;

/// <summary>What became of the text of an option: a value, parts that could not be read, or (in a list) both.</summary>
internal readonly struct OptionValue<T>
{
    public OptionValue(T value, ImmutableArray<string> unreadable)
    {
        HasValue = true;
        Value = value;
        Unreadable = unreadable;
    }

    public OptionValue(string unreadable)
    {
        HasValue = false;
        Value = default!;
        Unreadable = ImmutableArray.Create(unreadable);
    }

    public bool HasValue { get; }

    public T Value { get; }

    public ImmutableArray<string> Unreadable { get; }
}

/// <summary>The kinds of text that options are written in.</summary>
internal static class OptionValue
{
    private const string DateFormat = "yyyy-MM-dd";

    public static OptionValue<bool> Bool(string text) =>
        bool.TryParse(text, out var value) ? Valid(value) : new(text);

    public static OptionValue<DateTime?> Date(string text) =>
        DateTime.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var value)
            ? Valid<DateTime?>(value)
            : new(text);

    public static OptionValue<HostPatterns> Hosts(string text)
    {
        var patterns = HostPatterns.Parse(text, out var unreadable);
        return new(patterns, unreadable);
    }

    /// <summary>A configuration section, <c>Mail:Relay</c>: its levels are names that an environment variable can have as well.</summary>
    public static OptionValue<string> Section(string text) =>
        text.Split(':').All(level => level.Length > 0 && !char.IsDigit(level[0]) && level.All(c => c == '_' || char.IsLetterOrDigit(c)))
            ? Valid(text)
            : new(text);

    public static OptionValue<RelayHost> Relay(string text) => RelayHost.Parse(text) is { } relay ? Valid(relay) : new(text);

    /// <summary>A member of an enumeration in snake case: <c>pay_as_you_go</c> is <c>PayAsYouGo</c>.</summary>
    public static OptionValue<T> Word<T>(string text)
        where T : struct, Enum
    {
        foreach (T value in Enum.GetValues(typeof(T)))
        {
            if (string.Equals(WordOf(value), text, StringComparison.OrdinalIgnoreCase))
                return Valid(value);
        }

        return new(text);
    }

    /// <summary>How a member of an enumeration is written in configuration.</summary>
    public static string WordOf<T>(T value)
        where T : struct, Enum
    {
        var word = new StringBuilder();
        foreach (var character in value.ToString())
        {
            if (char.IsUpper(character) && word.Length > 0)
                word.Append('_');
            word.Append(char.ToLowerInvariant(character));
        }

        return word.ToString();
    }

    /// <summary>Every word of an enumeration, as a sentence lists them: <c>auto, true or false</c>.</summary>
    public static string WordsOf<T>()
        where T : struct, Enum
    {
        var words = Enum.GetValues(typeof(T)).Cast<T>().Select(WordOf).ToArray();
        return string.Join(", ", words.Take(words.Length - 1)) + " or " + words.Last();
    }

    private static OptionValue<T> Valid<T>(T value) => new(value, ImmutableArray<string>.Empty);
}
