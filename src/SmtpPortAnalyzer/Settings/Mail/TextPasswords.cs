using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>
/// Passwords within texts that say where a mail server is: <c>smtp://user:password@host</c>, <c>Host=host;Port=587;Password=…</c>.
/// </summary>
internal static class TextPasswords
{
    /// <summary>Words in connection strings of databases and brokers, which have a host and a password as well.</summary>
    private static readonly ImmutableHashSet<string> s_others = ImmutableHashSet.Create(
        "database", "catalog", "source", "pooling", "pool", "sslmode", "integrated", "trusted", "trust", "virtual", "vhost", "exchange",
        "queue", "schema", "search", "bucket", "share", "shared", "driver", "provider", "dsn");

    public static IEnumerable<PasswordSetting> FindIn(SettingsNode root)
    {
        foreach (var node in root.DescendantsAndSelf())
        {
            if (node is not { Text: { } text, IsTakenAway: false, Namespace: "", Parent: not null }
                || (text.IndexOf('@') < 0 && text.IndexOf('=') < 0)
                || MailAddress.Read(text) is not { PasswordSpan: { Length: > 0 } span } address || !IsOfMail(node, text, address))
            {
                continue;
            }

            yield return MailPasswords.With(node, node) with
            {
                Text = text.Substring(span.Start, span.Length),
                IsInText = true,

                // Where escapes stand in a text, its places are not those of the file.
                Span = text.Length == node.TextSpan.Length
                    ? new TextSpan(node.TextSpan.Start + span.Start, span.Length)
                    : node.TextSpan,
            };
        }
    }

    private static bool IsOfMail(SettingsNode node, string text, MailAddress address) =>
        TextPorts.IsOfMail(node, address.Scheme)
        && (address.Scheme.Length > 0
            || (!Names(text).Any(s_others.Contains)
                && (address.Port is { } port
                    ? MailPasswords.IsOfMail(port)
                    : new[] { node }.Concat(node.Ancestors()).Any(named => SettingWords.Split(named.Name).Any(MailPasswords.IsSmtp)))));

    /// <summary>The words in the names of a connection string.</summary>
    private static IEnumerable<string> Names(string text) =>
        text.Split(';').SelectMany(pair => SettingWords.Split(pair.Split('=')[0]));
}
