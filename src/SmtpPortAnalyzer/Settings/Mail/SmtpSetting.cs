using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>A place in a settings file that gives an SMTP connection port 25.</summary>
/// <param name="Name">What the message calls it: the path of the setting.</param>
/// <param name="Span">The number, without quotes; where none is written, the name of what lacks it.</param>
/// <param name="IsDefault">Whether no number is written, so that the default counts, which is 25.</param>
/// <param name="Host">The host beside it; null where there is none, empty where it is left empty.</param>
internal sealed record SmtpSetting(string Name, TextSpan Span, bool IsDefault, string? Host)
{
    /// <summary>The attribute that says the port, where one is missing and may be written right behind the name.</summary>
    public string? MissingAttribute { get; init; }

    /// <summary>The port, where it is written and another file may write it anew.</summary>
    public SettingsNode? Port { get; init; }

    /// <summary>Where <see cref="Host"/> comes from.</summary>
    public SettingsNode? HostNode { get; init; }
}
