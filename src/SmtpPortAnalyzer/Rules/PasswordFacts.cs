namespace SmtpPortAnalyzer.Rules;

/// <summary>What a finding about a password tells the fixes.</summary>
/// <param name="IsFallback">Whether it only stands in for one that is missing at run time.</param>
/// <param name="IsOneOfSeveral">Whether the program has others: a setting for one would not do for the other.</param>
internal sealed record PasswordFacts(bool IsFallback, bool IsOneOfSeveral)
{
    private const string Version = "1";

    public string ToText() => string.Join(",", Version, IsFallback ? "1" : "0", IsOneOfSeveral ? "1" : "0");

    /// <summary>Null where the text is not a bag of this version.</summary>
    public static PasswordFacts? Parse(string? text)
    {
        var parts = text?.Split(',') ?? [];
        return parts.Length == 3 && parts[0] == Version && parts[1] is ("0" or "1") && parts[2] is ("0" or "1")
            ? new PasswordFacts(parts[1] == "1", parts[2] == "1")
            : null;
    }
}
