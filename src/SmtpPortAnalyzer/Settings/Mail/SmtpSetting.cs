using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>A place in a settings file that gives an SMTP connection port 25.</summary>
/// <param name="Name">What the message calls it: the path of the setting.</param>
/// <param name="Span">The number, without quotes; where none is written, the name of what lacks it.</param>
/// <param name="IsDefault">Whether no number is written, so that the default counts, which is 25.</param>
/// <param name="Host">The host beside it; null where there is none, empty where it is left empty.</param>
internal sealed record SmtpSetting(string Name, TextSpan Span, bool IsDefault, string? Host)
{
    /// <summary>A port that is written, with the setting that says its host.</summary>
    public static SmtpSetting OfPort(SettingsNode port, SettingsNode? host) =>
        new(port.Path, port.TextSpan, IsDefault: false, SettingHost.NameIn(host)) { Port = port, HostNode = host };

    /// <summary>A section that has a host and no port, which is 25 then.</summary>
    /// <param name="name">What the message calls it.</param>
    /// <param name="span">The name of what lacks the port.</param>
    /// <param name="section">The section.</param>
    /// <param name="host">The host.</param>
    /// <param name="port">What the port would be called.</param>
    public static SmtpSetting WithoutPort(string name, TextSpan span, SettingsNode section, SettingsNode? host, string port) =>
        new(name, span, IsDefault: true, SettingHost.NameIn(host)) { HostNode = host, Lacking = (section, port) };

    /// <summary>The section that lacks a port, and what it would be called there; null where a port is written.</summary>
    public (SettingsNode Section, string Port)? Lacking { get; init; }

    /// <summary>The attribute that says the port, where one is missing and may be written right behind the name.</summary>
    public string? MissingAttribute { get; init; }

    /// <summary>The port, where it is written and another file may write it anew.</summary>
    public SettingsNode? Port { get; init; }

    /// <summary>Where <see cref="Host"/> comes from.</summary>
    public SettingsNode? HostNode { get; init; }
}
