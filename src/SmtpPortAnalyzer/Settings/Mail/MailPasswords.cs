using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>
/// Settings that are the password of an SMTP login, by what the file alone says: a known schema, or names. A name has to be a password's,
/// and sending mail has to be in it, above it or beside it; what else has passwords (an account of a user, a mailbox that is fetched, a
/// broker) is left alone.
/// </summary>
internal static class MailPasswords
{
    /// <summary>What is longer is a document, a certificate or a token of many parts.</summary>
    private const int MaxLength = 300;

    /// <summary>What has more entries is a table, not a section of settings.</summary>
    private const int MaxSiblings = 1000;

    /// <summary>Words between that of mail and that of the password: whose password of the connection it is.</summary>
    private static readonly ImmutableHashSet<string> s_owners = ImmutableHashSet.Create(
        "server", "host", "relay", "account", "user", "username", "login", "sender", "from", "client", "auth", "authentication",
        "credential",
        "credentials", "network", "app", "application", "service", "default", "settings", "config", "address", "provider", "gateway");

    /// <summary>Whether the words are of a section that only holds a login: its server is said around it.</summary>
    public static bool AreOfLogin(ImmutableArray<string> words) => words.All(s_owners.Contains);

    /// <summary>Words of settings that only what sends mail has.</summary>
    private static readonly ImmutableHashSet<string> s_sending = ImmutableHashSet.Create(
        "from", "sender", "ssl", "tls", "starttls", "enablessl", "usessl", "smtp", "reply", "replyto", "displayname");

    private static readonly ImmutableArray<string> s_mailPorts = ImmutableArray.Create(
        MailPorts.BlockedText, MailPorts.SubmissionText, MailPorts.ImplicitTls.ToString(CultureInfo.InvariantCulture));

    /// <summary>What reaches a mail server through another protocol than SMTP, or is of another kind of server.</summary>
    private static readonly ImmutableHashSet<string> s_others = ImmutableHashSet.Create(
        "queue", "queues", "bus", "broker", "topic", "storage", "blob", "cosmos", "template", "templates", "subject", "subjects", "mailbox",
        "mailboxes", "chimp", "mailchimp", "exchange", "ews", "graph", "validation", "validator", "verification", "confirmation", "seed",
        "admin", "example", "sample");

    public static IEnumerable<PasswordSetting> FindIn(SettingsNode root, bool isNetFramework)
    {
        var named = FindNamed(root, isNetFramework).ToList();
        return named.Concat(TextPasswords.FindIn(root).Where(text => !IsEncrypted(text.Node) && named.All(one => one.Node != text.Node)));
    }

    private static IEnumerable<PasswordSetting> FindNamed(SettingsNode root, bool isNetFramework)
    {
        foreach (var node in root.DescendantsAndSelf())
        {
            if (node is not { Text.Length: > 0 and <= MaxLength, IsTakenAway: false, Namespace: "", Parent: not null }
                || node.Text is "true" or "false" or "True" or "False")
            {
                continue;
            }

            if (SettingRoles.OfPassword(node.Name) is not { } own)
            {
                if (MailKeys.IsPassword(node) && !IsEncrypted(node))
                    yield return With(node, SettingHost.Around(node));
            }
            else if (IsEncrypted(node))
                continue;
            else if (MailSettings.IsLogin(node))
            {
                if (isNetFramework)
                    yield return With(node, node.Parent.Child("host")) with { Name = MailSettings.Path };
            }
            else if (node.Ancestors().FirstOrDefault(LogTargets.Holds) is { } target)
            {
                if (LogTargets.IsMail(target))
                    yield return With(node, LogTargets.HostOf(target));
            }
            else if (IsSendingLogin(node, own))
            {
                yield return With(node, SettingHost.Around(node));
            }
        }
    }

    /// <summary>
    /// The words in the name of a password that say what it is the password of, up to that of mail: none where it says no mail.
    /// </summary>
    public static ImmutableArray<string> MailIn(string name) =>
        SettingRoles.OfPassword(name) is { } own
            ? own.RemoveRange(LastSending(own) + 1, own.Length - LastSending(own) - 1)
            : ImmutableArray<string>.Empty;

    /// <summary>The password beside a host, which may be written as a URL, or with its port.</summary>
    public static PasswordSetting With(SettingsNode password, SettingsNode? host) =>
        new(password, SettingHost.NameIn(host)) { HostNode = host };

    /// <summary>Whether a section around it says that its content is encrypted.</summary>
    private static bool IsEncrypted(SettingsNode node) =>
        node.Ancestors().Any(parent => parent.Child("configProtectionProvider") is not null);

    /// <summary>Whether the names say that it is the password with which mail is sent.</summary>
    private static bool IsSendingLogin(SettingsNode node, ImmutableArray<string> own)
    {
        var mail = LastSending(own);
        var isBare = mail < 0;
        if (node.Parent!.Children.Count > MaxSiblings || !own.Skip(mail + 1).All(s_owners.Contains) || SaysOther(own)
            || SettingHost.IsDelivered(node))
        {
            return false;
        }

        var saysSmtp = own.Any(IsSmtp);
        var isMail = !isBare;
        foreach (var parent in node.Ancestors())
        {
            var words = SettingWords.Split(parent.Name);
            if (MailSettings.Holds(parent) || SettingWords.SayNotSending(words) || (!isMail && SaysOther(words)))
                return false;

            isMail |= SettingWords.SaySending(words);
            saysSmtp |= words.Any(IsSmtp);
        }

        return own.Any(IsSmtp)
            || (!NamedPorts.FetchesMail(node)
                && (isMail ? saysSmtp || Sends(node.Parent, own) : NamedPorts.IsBesideMail(node) && IsAlone(node)));
    }

    private static int LastSending(ImmutableArray<string> words)
    {
        for (var i = words.Length - 1; i >= 0; i--)
        {
            if (SettingWords.SaySending(new[] { words[i] }))
                return i;
        }

        return -1;
    }

    public static bool IsSmtp(string word) =>
        word.StartsWith("smtp", StringComparison.Ordinal) || word.StartsWith("smpt", StringComparison.Ordinal);

    private static bool SaysOther(ImmutableArray<string> words) => SettingWords.SayOther(words) || words.Any(s_others.Contains);

    /// <summary>Whether what stands beside it sends mail: it has a server, a port of mail, a sender or encryption.</summary>
    private static bool Sends(SettingsNode section, ImmutableArray<string> own)
    {
        var sends = false;
        foreach (var sibling in section.Children)
        {
            var words = SettingWords.Split(sibling.Name);
            if (words.IsEmpty || SaysOther(words))
                continue;

            if (SettingWords.OfPort(sibling.Name) is { } port)
            {
                // A port that is none of mail's is that of another server.
                if (IsOfSame(port, own) && !port.Any(IsSmtp) && PortNumber.Read(sibling) is { } number && !IsOfMail(number))
                    return false;

                sends |= IsOfSame(port, own);
            }

            sends |= words.Any(s_sending.Contains)
                || (SettingWords.Host.Contains(words[words.Length - 1])
                    && !words[words.Length - 1].EndsWith("address", StringComparison.Ordinal)
                    && IsOfSame(words.RemoveAt(words.Length - 1), own));
        }

        return sends;
    }

    /// <summary>Whether the setting beside is of mail as well, or of all that is in the section.</summary>
    private static bool IsOfSame(ImmutableArray<string> words, ImmutableArray<string> own) =>
        words.All(s_owners.Contains) || SettingWords.SaySending(words) || words.SequenceEqual(own);

    /// <summary>Whether no other login or server stands beside it, of which it may be the password.</summary>
    private static bool IsAlone(SettingsNode node) => node.Parent!.Children.All(sibling =>
        sibling == node
        || SettingWords.Split(sibling.Name) is var words && !SaysOther(words) && !words.Contains("connection")
            && (SettingRoles.OfPassword(sibling.Name) is null || SettingWords.SaySending(words)));

    /// <summary>Relays and test servers that have a port of their own make it from the numbers of mail: 1025, 10587.</summary>
    public static bool IsOfMail(int port) => port is 0 or 26 or 588
        || s_mailPorts.Any(part => port.ToString(CultureInfo.InvariantCulture).Contains(part));
}
