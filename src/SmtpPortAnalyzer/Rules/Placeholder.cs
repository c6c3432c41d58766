using System;
using System.Linq;
using System.Text.RegularExpressions;

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
                | ((enter|insert|put)[\s_\-]*)?(your|my|the)[\s_\-]*[a-z\s_\-]*?
                    (pass(word|phrase|code|wd)?|pwd|pw|secret)([\s_\-]*here)?)        # your-app-password
            | (?i:dummy | test | secret | to\ ?do | placeholder)
            | (?i:([sş]ifre | parola? | contrase[nñ]a | senha | passwor[dt] | kennwort
                | has[lł]o | heslo | wachtwoord | motdepasse | salasana)+\d{0,3})
            | (?=.*[^\x00-\x7F])[^a-zA-Z0-9]+                                 # a word for it in another alphabet
            | (?<same>.)\k<same>{2,}                                          # ****, xxxx
          )$",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.Singleline,
        TimeSpan.FromSeconds(1));

    public static bool Is(string text)
    {
        try
        {
            return text.Length <= MaxLength && (s_shape.IsMatch(text) || text.All(char.IsPunctuation));
        }
        catch (RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
