using System;
using System.Collections.Immutable;
using System.Linq;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>
/// Keys of mail services that are the password of an SMTP login: <c>"ApiKey"</c> beside the host of a mail server and a user name. Without
/// these it is the key of a service that is reached by HTTP.
/// </summary>
internal static class MailKeys
{
    /// <summary>The user name with which such a service takes its key for a password.</summary>
    private const string KeyUser = "apikey";

    private static readonly ImmutableHashSet<string> s_keys =
        ImmutableHashSet.Create("apikey", "secret", "secretkey", "smtpkey", "token", "apitoken", "servertoken", "smtptoken");

    public static bool IsPassword(SettingsNode node)
    {
        var words = SettingWords.Split(node.Name);
        var own = words.RemoveAll(word => SettingWords.SaySending(new[] { word }));
        if (own.IsEmpty || !(s_keys.Contains(string.Concat(own)) || s_keys.Contains(string.Concat(words))) || node.Parent is not { } section
            || section.Children.Any(HoldsPassword) || SettingHost.IsDelivered(node) || NamedPorts.FetchesMail(node)
            || node.Ancestors().Any(parent => SettingWords.SayNotSending(SettingWords.Split(parent.Name))))
        {
            return false;
        }

        var user = section.Children.FirstOrDefault(sibling =>
            sibling.Text is { Length: > 0 } && SettingNames.RoleOf(sibling.Name) == SettingRole.UserName);
        return user is not null
            && (KeyUser.Equals(user.Text, StringComparison.OrdinalIgnoreCase) || SaysSmtp(node, words))
            && SettingHost.Beside(node) is { Text: { } host } && host.IndexOf("http", StringComparison.OrdinalIgnoreCase) != 0
            && (NamedPorts.IsBesideMail(node) || SaysSmtp(node, words));
    }

    private static bool HoldsPassword(SettingsNode sibling) =>
        sibling.Text is { Length: > 0 } && SettingRoles.IsPassword(sibling.Name);

    private static bool SaysSmtp(SettingsNode node, ImmutableArray<string> own) =>
        own.Any(MailPasswords.IsSmtp)
        || node.Ancestors().Any(parent => SettingWords.Split(parent.Name).Any(MailPasswords.IsSmtp));
}
