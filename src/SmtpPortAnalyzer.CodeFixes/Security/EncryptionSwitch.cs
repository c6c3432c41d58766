using System;
using System.Linq;

namespace SmtpPortAnalyzer.CodeFixes.Security;

/// <summary>
/// The names of settings that turn encryption on and off. There is nothing else to tell them by where no connection is in sight.
/// </summary>
internal static class EncryptionSwitch
{
    private static readonly string[] s_words = { "ssl", "tls", "secur", "encrypt" };

    public static bool IsNamed(string setting) => s_words.Any(word => setting.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);
}
