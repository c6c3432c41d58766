using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>
/// A place in a settings file that gives the login of an SMTP connection its password. The text of the node is for the rule alone: it goes
/// into no message, property or log.
/// </summary>
/// <param name="Node">The setting.</param>
/// <param name="Host">The host beside it; null where there is none, empty where it is left empty.</param>
internal sealed record PasswordSetting(SettingsNode Node, string? Host)
{
    /// <summary>Where <see cref="Host"/> comes from.</summary>
    public SettingsNode? HostNode { get; init; }

    /// <summary>What the message calls it: the path of the setting.</summary>
    public string Name { get; init; } = Node.Path;

    /// <summary>The password.</summary>
    public string Text { get; init; } = Node.Text ?? "";

    /// <summary>Where it stands, without quotes.</summary>
    public TextSpan Span { get; init; } = Node.TextSpan;

    /// <summary>Whether it is a part of what the node says: of a URL, or of a connection string.</summary>
    public bool IsInText { get; init; }

    /// <summary>A record prints what it holds, and a node holds the password.</summary>
    public override string ToString() => Name;
}
