using System;
using System.Collections.Immutable;
using System.Linq;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>Finds the host that goes with a port, or a password, in a settings file.</summary>
internal static class SettingHost
{
    /// <summary>The setting beside the port that says the host of the same connection; null where none does.</summary>
    public static SettingsNode? Beside(SettingsNode port) => port.Parent is { } section ? Beside(port, section) : null;

    /// <summary>The same for a password, whose section may be about the login alone: <c>Smtp:Credentials:Password</c>.</summary>
    public static SettingsNode? Around(SettingsNode password)
    {
        var section = password.Parent;
        for (; section is not null; section = section.Parent)
        {
            if (Beside(password, section) is { } host)
                return host;
            if (!MailPasswords.AreOfLogin(SettingWords.Split(section.Name)))
                break;
        }

        return null;
    }

    /// <summary>The same in a section of another file.</summary>
    public static SettingsNode? Beside(SettingsNode port, SettingsNode section) => Beside(port.Name, section, port);

    /// <summary>The host of a section that goes with a port of that name, be it in another file.</summary>
    public static SettingsNode? Beside(string port, SettingsNode section) => Beside(port, section, null);

    private static SettingsNode? Beside(string name, SettingsNode section, SettingsNode? port)
    {
        var own = SettingWords.OfPort(name) ?? MailPasswords.MailIn(name);
        SettingsNode? best = null;
        var bestRank = 0;
        foreach (var sibling in section.Children)
        {
            if (sibling != port && TextOf(sibling) is { } text && !IsAddressOfPerson(text)
                && Rank(SettingWords.Split(sibling.Name), own, UrlScheme(text)) is var rank && rank > bestRank)
                (best, bestRank) = (sibling, rank);
        }

        return best;
    }

    private static bool IsAddressOfPerson(string text) => text.IndexOf('@') >= 0 && text.IndexOf("://", StringComparison.Ordinal) < 0;

    /// <summary>Whether that is the machine itself, or one of a private network.</summary>
    public static bool IsLocal(SettingsNode port) => SaysLocal(Beside(port));

    /// <summary>The same of the host that a port of that name goes with.</summary>
    public static bool IsLocal(string port, SettingsNode section) => SaysLocal(Beside(port, section));

    private static bool SaysLocal(SettingsNode? host) => NameIn(host) is { } name && LocalHosts.IsLocal(name);

    /// <summary>Whether a host is written and left empty: nothing is connected to until something else says one.</summary>
    public static bool IsNone(string? host) => host is not null && host.Trim().Length == 0;

    /// <summary>The host that a setting says, which may be a URL, or have a port behind it; null where there is no setting.</summary>
    public static string? NameIn(SettingsNode? setting) =>
        setting is null || TextOf(setting) is not { } text ? null : MailAddress.Read(text)?.Host ?? text;

    /// <summary>What is written there; a null is a text that is left empty, as it is for the configuration.</summary>
    private static string? TextOf(SettingsNode setting) => setting.Text ?? (setting.Children.Count == 0 ? "" : null);

    /// <summary>
    /// Whether the settings beside say that mail goes into a folder: in so many words, or by a folder where there is no host.
    /// </summary>
    public static bool IsDelivered(SettingsNode port) => port.Parent is { } section && section.Children.Any(sibling =>
    {
        var words = SettingWords.Split(sibling.Name);
        return words.Contains("pickup")
            ? words.Contains("use") ? sibling.IsTrue : sibling.Text is { Length: > 0 } && string.IsNullOrEmpty(Beside(port)?.Text)
            : words.Contains("delivery") && words.Contains("method")
                && sibling.Text?.IndexOf("Pickup", StringComparison.OrdinalIgnoreCase) >= 0;
    });

    /// <summary>The scheme of a URL; empty where the text is none.</summary>
    private static string UrlScheme(string text) =>
        text.IndexOf("://", StringComparison.Ordinal) is > 0 and var end ? text.Substring(0, end).Trim().ToLowerInvariant() : "";

    /// <summary>How well the name of a host goes with a port's; 0 where it does not.</summary>
    private static int Rank(ImmutableArray<string> name, ImmutableArray<string> port, string scheme)
    {
        // "HostName" is of two words, "hostname" of one.
        if (name.Length > 1 && name[name.Length - 1] == "name" && SettingWords.Host.Contains(name[name.Length - 2]))
            name = name.RemoveAt(name.Length - 1);
        if (name.IsEmpty)
            return 0;

        var last = name[name.Length - 1];
        if (!SettingWords.Host.Contains(last))
            return port.SequenceEqual(name) && !SettingWords.Login.Contains(last) ? 2 : 0;

        // "HostIP" and "ServerAddress" say it twice, and then an address is none of mail or of a street.
        var rest = name.RemoveAt(name.Length - 1);
        var isOwn = name.SequenceEqual(port) || rest.SequenceEqual(port);
        var isUrl = last is "url" or "uri" or "endpoint";
        var isVague = last is "address" or "domain" || (isUrl && !scheme.StartsWith("smtp", StringComparison.Ordinal));

        if (last is "ip" or "address")
        {
            while (!rest.IsEmpty && rest[rest.Length - 1] is "host" or "server")
            {
                rest = rest.RemoveAt(rest.Length - 1);
                isOwn |= rest.SequenceEqual(port);
                isVague = false;
            }
        }

        // The port's "smtp" is in "smtpserver" of one word as well.
        if (isOwn || (rest.IsEmpty && port.Length == 1 && name[0].StartsWith(port[0], StringComparison.Ordinal)))
            return isVague ? 4 : 5;

        if ((SettingWords.SaySending(name) || rest.Contains("relay")) && !isVague)
            return 3;

        return rest.IsEmpty && !isVague ? (isUrl ? 3 : 1) : 0;
    }
}
