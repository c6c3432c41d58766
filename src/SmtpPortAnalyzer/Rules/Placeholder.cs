using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Rules;

/// <summary>Tells a text that stands where a password is to go from a password.</summary>
internal static class Placeholder
{
    /// <summary>A longer one is not written by hand.</summary>
    private const int MaxLength = 100;

    private static readonly Regex s_shape = new(
        @"^(
            \s* | <.*> | \$?\{.*\} | \$\(.*\) | %\w+% | \#\{.*\}\#? | \[.*\] # <password>, ${PASSWORD}, {{password}}, %PASSWORD%, [password]
            | _*[A-Z]+([_\- ]+[A-Z]+)*_*                                      # YOUR_PASSWORD
            | (?i:change[\s_\-]?(me|it|this)|[a-z\s_\-]*password\d{0,3}              # changeme, fromPassword, password2
                | ((enter|insert|put)[\s_\-]*)?(your|my|the)[\s_\-]*[a-z\d\s_\-]*?
                    (pass(word|phrase|code|wd)?|pwd|pw|secret)([\s_\-]*here)?)        # your-app-password
            | (?i:dummy | test | secret | to\ ?do | placeholder | none | null | nil | n/?a)
            | (?i:([sş]ifre | parola? | contrase[nñ]a | senha | passwor[dt] | kennwort
                | has[lł]o | heslo | wachtwoord | motdepasse | salasana)+\d{0,3})
            | (?=.*[^\x00-\x7F])[^a-zA-Z0-9]+                                 # a word for it in another alphabet
            | (?<same>.)\k<same>{2,}                                          # ****, xxxx
          )$",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.Singleline,
        TimeSpan.FromSeconds(1));

    /// <summary>What in settings files is filled in, looked up or decrypted later, and sentences that say where to set it.</summary>
    private static readonly Regex s_reference = new(
        @"^(
            @Microsoft\.(KeyVault|AppConfiguration)\(.* | \#\{.* | \$\{.* | \$\(.* | \{\{.* | <.*> | \[.*\]
            | __.+__ | @@.+@@ | ~\w+~ | \#[\w.:\-]+\# | \$\$[\w.:\-]+\$\$ | %[^%]+% | \$\w+\$ | !!.+!! | %\w+\{.*\} | \$env:\w+ | \$[A-Z_]+  # tokens that are filled in
            | (?i:(env|vault|file|kv|keyvault|akv|ssm|op|awssm|azkv|secrets?):\S.*)                           # vault:smtp/password
            | (?i:https://[^/\s]*\.vault\.azure\.net/.* | arn:aws:.* | projects/[^/]+/secrets/.* | /(run|mnt|var|etc)/.*)
            | CfDJ8.* | AQAAANCMnd8.* | (?i:ENC\(.*\) | \{cipher\}.* | (enc|encrypted|crypt):.*)                      # encrypted
          )$",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.Singleline,
        TimeSpan.FromSeconds(1));

    /// <summary>Words of which one says by itself that the password is not there.</summary>
    private static readonly ImmutableHashSet<string> s_absent = ImmutableHashSet.Create(
        "placeholder", "redacted", "removed", "omitted", "hidden", "masked", "todo", "tbd");

    /// <summary>Words of a sentence that says where the password is, or who fills it in.</summary>
    private static readonly ImmutableHashSet<string> s_elsewhere = ImmutableHashSet.Create(
        "secrets", "vault", "keyvault", "environment", "env", "variable", "variables", "pipeline", "deployment", "configured", "configure",
        "override", "overridden", "overwritten", "replace", "replaced", "injected", "here", "insert", "enter", "fill", "example", "sample");

    private static readonly ImmutableHashSet<string> s_inAddress = ImmutableHashSet.Create("pass", "passwd", "pwd", "pw", "p", "pswd");

    public static bool Is(string text) => text.Length <= MaxLength && (IsMatch(s_shape, text) || text.All(char.IsPunctuation));

    /// <summary>The same for a text in a settings file, where what fills it in later has notations of its own.</summary>
    public static bool IsInSettings(string text) => Is(text.Trim()) || IsMatch(s_reference, text.Trim()) || SaysWhereItIs(text);

    /// <summary>The same for the password in an address, where short words show its place: <c>smtp://user:pass@host</c>.</summary>
    public static bool IsInAddress(string text) => s_inAddress.Contains(text.Trim().ToLowerInvariant());

    /// <summary><c>set in user secrets</c>, <c>**REMOVED**</c>, <c>stored-in-key-vault</c>: words, with breaks between them.</summary>
    private static bool SaysWhereItIs(string text)
    {
        if (text.Length > MaxLength || text.Any(char.IsDigit))
            return false;

        var words = SettingWords.Split(text);
        return words.Any(s_absent.Contains)
            || (words.Any(s_elsewhere.Contains) && text.Trim().Any(character => char.IsWhiteSpace(character) || character is '-' or '_'));
    }

    private static bool IsMatch(Regex shape, string text)
    {
        try
        {
            return shape.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
