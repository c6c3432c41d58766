using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>
/// Ports within texts, under names that speak of mail: a URL, a host with its port behind a colon, a connection string. A URL of mail
/// speaks of mail itself.
/// </summary>
internal static class TextPorts
{
    /// <summary>The schemes of mail, with or without encryption.</summary>
    private static readonly ImmutableHashSet<string> s_schemes = ImmutableHashSet.Create("smtp", "smtps", "submission", "submissions");

    public static IEnumerable<SmtpSetting> FindIn(SettingsNode root)
    {
        foreach (var node in root.DescendantsAndSelf())
        {
            // Where escapes stand in a text, its places are not those of the file.
            if (node.Text is not { } text || text.Length != node.TextSpan.Length
                || text.IndexOf(MailPorts.BlockedText, StringComparison.Ordinal) < 0
                || MailAddress.Read(text) is not { Port: MailPorts.Blocked } address || !IsOfMail(node, address.Scheme))
            {
                continue;
            }

            var span = new TextSpan(node.TextSpan.Start + address.PortSpan.Start, address.PortSpan.Length);
            yield return new SmtpSetting(node.Path, span, IsDefault: false, address.Host) { Port = node, HostNode = node };
        }
    }

    /// <summary>Whether the address that the setting says is of a mail server.</summary>
    public static bool IsOfMail(SettingsNode node, string scheme)
    {
        if (scheme.Length > 0 && !s_schemes.Contains(scheme))
            return false;

        var own = SettingWords.Split(node.Name);
        if (SettingWords.SayOther(own))
            return false;

        var parents = node.Ancestors().Select(parent => SettingWords.Split(parent.Name)).ToList();
        if (parents.Any(words => SettingWords.SayNotSending(words)))
            return false;

        // A mail section has more than one address in it: that of a page, of a person.
        return scheme.Length > 0 || SettingWords.SaySending(own)
            || ((SettingWords.IsHost(node.Name) || SettingWords.IsConnection(own)) && parents.Any(words => SettingWords.SaySending(words))
                && !parents.Any(words => SettingWords.SayOther(words)));
    }
}
