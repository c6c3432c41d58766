using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>What a setting of a connection is, as far as its name tells.</summary>
internal enum SettingRole
{
    Host,
    Port,
    UserName,
    Password,
}

/// <summary>Which setting of a connection a name says it is, in a file or in a class.</summary>
internal static class SettingRoles
{
    /// <summary>The name that has the role best: <c>Port</c> before <c>SmtpPort</c>; null where none has it.</summary>
    public static string? Best(IEnumerable<string> names, SettingRole role) => names
        .Select((name, index) => (name, index, Rank: Rank(name, role)))
        .Where(candidate => candidate.Rank is not null)
        .OrderBy(candidate => candidate.Rank).ThenBy(candidate => candidate.index)
        .FirstOrDefault().name;

    /// <summary>Whether the name is of a password, whatever it is the password of.</summary>
    public static bool IsPassword(string name) => Before(name, SettingRole.Password) is not null;

    /// <summary>What stands before "password" in the name of one: null where the name is of none.</summary>
    public static ImmutableArray<string>? OfPassword(string name) => Before(name, SettingRole.Password)?.Words;

    /// <summary>Whether the name is of something that decides about encryption.</summary>
    public static bool IsEncryption(string name) => SettingWords.Encryption.Any(word => Holds(name, word));

    /// <summary>Whether it is of a switch that means STARTTLS.</summary>
    public static bool IsStartTls(string name) => SettingWords.StartTls.Any(word => Holds(name, word));

    /// <summary>Whether it is of a switch that says whether to log in; not with the identity of the process.</summary>
    public static bool IsLoginSwitch(string name) =>
        SettingWords.LoginSwitches.Any(word => Holds(name, word)) && !SettingWords.Identities.Any(word => Holds(name, word));

    /// <summary>
    /// Whether it is of a mail exchanger, or of the look-up of one: <c>mx</c>, <c>MxRecords</c>, <c>mailExchanger</c>; not <c>bmxRider</c>.
    /// </summary>
    public static bool IsMailExchanger(string name)
    {
        var words = SettingWords.Split(name);
        return words.Any(word => word is "mx" or "mxs" or "exchanger" or "exchangers")
            || (words.IndexOf("mail") is >= 0 and var mail && mail + 1 < words.Length && words[mail + 1] == "exchange");
    }

    private static bool Holds(string name, string word) => name.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    /// <summary>
    /// The fewer words about the mail server, and the more usual the last of them, the better; null where there are other words.
    /// </summary>
    private static int? Rank(string name, SettingRole role) => Before(name, role) is var (words, usage) && words.All(IsOfTheServer)
        ? (words.Length * (SettingWords.UserNames.Length + SettingWords.Passwords.Length)) + usage
        : null;

    private static bool IsOfTheServer(string word) => word is "server" or "host" or "relay" || SettingWords.SaySending(new[] { word });

    /// <summary>
    /// What stands before the role's own word, and which of the role's words that is; null where the name has another role, or none.
    /// </summary>
    private static (ImmutableArray<string> Words, int Usage)? Before(string name, SettingRole role)
    {
        if (role == SettingRole.Port)
            return SettingWords.OfPort(name) is { } port ? (port, 0) : null;

        // "HostName" is of two words, "hostname" of one, "mot de passe" of three.
        var words = SettingWords.Split(name);
        var own = Words(role);
        for (var count = Math.Min(3, words.Length); count > 0; count--)
        {
            var last = string.Concat(words.Skip(words.Length - count));
            if (own.IndexOf(last) is >= 0 and var usage)
                return (words.RemoveRange(words.Length - count, count), usage);
        }

        // "smtpuser"
        return words.IsEmpty ? null : RunTogether(words, own);
    }

    private static (ImmutableArray<string> Words, int Usage)? RunTogether(ImmutableArray<string> words, ImmutableArray<string> own)
    {
        var last = words[words.Length - 1];
        foreach (var mail in SettingWords.Sending.Where(mail => last.StartsWith(mail, StringComparison.Ordinal)))
        {
            if (own.IndexOf(last.Substring(mail.Length)) is >= 0 and var usage)
                return (words.SetItem(words.Length - 1, mail), usage);
        }

        return null;
    }

    private static ImmutableArray<string> Words(SettingRole role) => role switch
    {
        SettingRole.Host => SettingWords.Hosts,
        SettingRole.UserName => SettingWords.UserNames,
        _ => SettingWords.Passwords,
    };
}
