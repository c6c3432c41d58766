namespace SmtpPortAnalyzer.Common;

/// <summary>
/// A setting of the analyzer, or a row of the user's own, that cannot be used, in the words of SMTP900: "The setting '{Setting}' {Fault};
/// use {Remedy}".
/// </summary>
internal sealed record SettingProblem(string Setting, string Fault, string Remedy)
{
    /// <summary>Whether it holds all the same, and something is to be known about it.</summary>
    public bool IsNote { get; init; }
}
