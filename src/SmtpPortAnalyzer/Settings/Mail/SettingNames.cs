using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>
/// What the settings of one connection are called beside each other: <c>SMTP_HOST</c> has <c>SMTP_PORT</c> beside it, and
/// <c>MailServer</c> has <c>MailPort</c>.
/// </summary>
internal static class SettingNames
{
    /// <summary>What the name has before the word of its role: <c>SMTP_</c>; all of it where there is no such word.</summary>
    public static string StemOf(string name, SettingRole role)
    {
        var words = role == SettingRole.Host ? WordsOf(role).Concat(s_vague) : WordsOf(role);
        foreach (var word in words.OrderByDescending(word => word.Length))
        {
            var at = name.Length - word.Length;
            if (at >= 0 && name.EndsWith(word, StringComparison.OrdinalIgnoreCase)
                && (at == 0 || !char.IsLetter(name[at - 1]) || char.IsUpper(name[at]) || EndsWithSending(name.Substring(0, at))))
                return name.Substring(0, at);
        }

        return name;
    }

    /// <summary>The usual name of a role in the spelling of another name, behind a stem.</summary>
    public static string Beside(string name, string stem, SettingRole role)
    {
        var usual = role.ToString();
        if (name.Any(char.IsUpper) && !name.Any(char.IsLower))
            return stem + usual.ToUpperInvariant();
        if (name.Any(char.IsUpper))
            return stem + usual;
        return stem.Length == 0 ? char.ToLowerInvariant(usual[0]) + usual.Substring(1) : stem + usual.ToLowerInvariant();
    }

    /// <summary>The name among others that has the stem and the role; null where none has.</summary>
    public static string? Among(IEnumerable<string> names, string stem, SettingRole role) => names.FirstOrDefault(name =>
        name.StartsWith(stem, StringComparison.OrdinalIgnoreCase)
        && WordsOf(role).Contains(name.Substring(stem.Length).Replace("_", "").Replace("-", ""), StringComparer.OrdinalIgnoreCase));

    /// <summary>The role that a name has by its last word; null where it has none.</summary>
    public static SettingRole? RoleOf(string name) => new[]
    {
        SettingRole.Port, SettingRole.UserName, SettingRole.Password, SettingRole.Host,
    }.Where(role => SettingRoles.Best(new[] { name }, role) is not null || StemOf(name, role) != name)
        .Select(role => (SettingRole?)role).FirstOrDefault();

    private static IEnumerable<string> WordsOf(SettingRole role) => role switch
    {
        SettingRole.Port => s_port,
        SettingRole.Host => SettingWords.Hosts.AddRange(s_addresses),
        SettingRole.UserName => SettingWords.UserNames.AddRange(s_accounts),
        _ => SettingWords.Passwords.AddRange(s_secrets),
    };

    private static readonly ImmutableArray<string> s_port = ImmutableArray.Create("port");
    private static readonly ImmutableArray<string> s_addresses = ImmutableArray.Create(
        "address", "addr", "hostaddress", "serveraddress", "ip", "srv", "svr");

    /// <summary>What a host may be called, and many another thing: they say so where the value is a host, and not by themselves.</summary>
    private static readonly ImmutableArray<string> s_vague = ImmutableArray.Create(
        "url", "uri", "path", "endpoint", "fqdn", "ipaddress", "domain");

    private static readonly ImmutableArray<string> s_accounts = ImmutableArray.Create("userid", "account", "uid");
    private static readonly ImmutableArray<string> s_secrets = ImmutableArray.Create("secret", "apikey", "key");

    private static bool EndsWithSending(string stem) =>
        SettingWords.Sending.Any(word => stem.EndsWith(word, StringComparison.OrdinalIgnoreCase));
}
