using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>
/// Settings whose names say that they are the port for sending mail. A name is all there is to go by, so it has to be a port's, and mail
/// has to be in it, above it, or beside it in the name or value of a host; what fetches mail, receives it or is no mail at all is left
/// alone.
/// </summary>
internal static class NamedPorts
{
    /// <summary>What has more entries is a table, not a section of settings.</summary>
    private const int MaxSiblings = 1000;

    private static readonly ImmutableArray<string> s_mailHosts = ImmutableArray.Create(
        "smtp", "mail", "email", "mx", "relay", "mta", "outbound", "smarthost");

    private static readonly ImmutableArray<string> s_mailProviders = ImmutableArray.Create(
        ".sendgrid.net", ".mailgun.org", ".mailjet.com", ".postmarkapp.com", ".sparkpostmail.com", ".mandrillapp.com", ".brevo.com",
        ".sendinblue.com",
        ".secureserver.net", ".protection.outlook.com", "outlook.office365.com");

    /// <summary>Parts of words of which one is in every text with such a setting, as they are written.</summary>
    public static ImmutableArray<string> Traces { get; } = SettingWords.SendingStems.AddRange(s_mailHosts)
        .SelectMany(word => new[] { word, char.ToUpperInvariant(word[0]) + word.Substring(1), word.ToUpperInvariant() })
        .Concat(s_mailProviders).Distinct().ToImmutableArray();

    public static IEnumerable<SmtpSetting> FindIn(SettingsNode root)
    {
        foreach (var node in root.DescendantsAndSelf())
        {
            if (!PortNumber.IsBlocked(node) || !IsSendingPort(node))
                continue;

            yield return SmtpSetting.OfPort(node, SettingHost.Beside(node));
        }
    }

    /// <summary>Whether the names say that it is the port for sending mail, whatever number it is.</summary>
    public static bool IsSendingPort(SettingsNode node)
    {
        if (node.Parent is not { Children.Count: <= MaxSiblings })
            return false;

        if (SettingWords.OfPort(node.Name) is not { } own || SettingWords.SayOther(own) || SettingHost.IsDelivered(node))
            return false;

        // What is above the word for mail may be of anything: WebApi:Smtp:Port.
        var isMail = SettingWords.SaySending(own);
        foreach (var parent in node.Ancestors())
        {
            var words = SettingWords.Split(parent.Name);
            if (MailSettings.Holds(parent) || LogTargets.Holds(parent) || SettingWords.SayNotSending(words)
                || (!isMail && SettingWords.SayOther(words)))
                return false;

            isMail |= SettingWords.SaySending(words);
        }

        if (SettingWords.SaySending(own))
            return true;

        return !HasMoreSpecificPort(node) && !FetchesMail(node) && (IsBelowMail(node) || IsBesideMail(node));
    }

    private static bool IsBelowMail(SettingsNode node)
    {
        foreach (var parent in node.Ancestors())
        {
            var words = SettingWords.Split(parent.Name);
            if (SettingWords.SaySending(words))
                return !IsServer(words) || HasLogin(parent) || (SettingHost.Beside(node)?.Text is { Length: > 0 } && !Listens(parent));
        }

        return false;
    }

    /// <summary>A section that is named for a server may be of one that listens: it has neither a login nor a host to connect to.</summary>
    private static bool IsServer(ImmutableArray<string> words) => words.Any(word => word.EndsWith("server", StringComparison.Ordinal));

    /// <summary>
    /// How many connections it takes, how many may wait, how long a message may be, and on what other ports, is a matter of what listens.
    /// </summary>
    private static bool Listens(SettingsNode section) => section.Children.Select(child => SettingWords.Split(child.Name))
        .Any(words => words.Any(word => word is "backlog" or "ports" or "endpoints" or "banner" or "greeting")
            || (words.Contains("max") && words.Any(word => word is "connections" or "clients" or "sessions" or "message")));

    private static bool HasLogin(SettingsNode section) =>
        section.Children.Any(child =>
            SettingWords.OfPort(child.Name) is null && SettingWords.Split(child.Name).Any(SettingWords.Login.Contains));

    /// <summary>Whether the host of something that sends mail stands beside it.</summary>
    public static bool IsBesideMail(SettingsNode node) =>
        Siblings(node).Any(sibling => sibling.Text is not null && IsMailHost(sibling));

    private static bool IsMailHost(SettingsNode sibling)
    {
        var words = SettingWords.Split(sibling.Name);
        var isHost = words.Length > 0 && SettingWords.Host.Contains(words[words.Length - 1]);
        if (SettingWords.SayOther(words))
            return false;

        // "EmailAddress" and "MailDomain" are of people.
        return words.Contains("smtp") || words.Contains("smtphost") || words.Contains("smtpserver")
            || (isHost && SettingWords.SaySending(words) && !words[words.Length - 1].EndsWith("address", StringComparison.Ordinal))
            || (isHost && IsMailLike(sibling.Text!));
    }

    private static bool IsMailLike(string host)
    {
        host = host.Trim();
        if (host.IndexOf('@') >= 0 || host.IndexOf('.') < 0)
            return false;

        var first = SettingWords.Split(host.Split('.')[0]);
        return first.Any(word => s_mailHosts.Any(mail => word.StartsWith(mail, StringComparison.Ordinal)))
            || s_mailProviders.Any(provider => host.EndsWith(provider, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary><c>Port</c> beside <c>SmtpPort</c> is another port.</summary>
    private static bool HasMoreSpecificPort(SettingsNode node) =>
        Siblings(node).Any(sibling => SettingWords.OfPort(sibling.Name) is { } words && SettingWords.SaySending(words));

    /// <summary>Whether what stands beside it is of a mailbox that is fetched.</summary>
    public static bool FetchesMail(SettingsNode node) => Siblings(node).Any(sibling =>
        IsFetching(SettingWords.Split(sibling.Name)) || (sibling.Text is { } text && IsFetching(SettingWords.Split(text))));

    private static bool IsFetching(ImmutableArray<string> words) => words.Any(word => word is "pop" or "pop3" or "imap" or "imap4");

    private static IEnumerable<SettingsNode> Siblings(SettingsNode node) =>
        node.Parent?.Children.Where(sibling => sibling != node) ?? Array.Empty<SettingsNode>();
}
