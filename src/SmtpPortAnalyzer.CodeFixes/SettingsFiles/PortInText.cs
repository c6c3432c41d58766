using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Settings;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>A setting that has the port among other things: <c>smtp://host:25</c>, <c>host:25</c>.</summary>
internal static class PortInText
{
    private const string Asked = MailUri.StartTls + "=";

    /// <summary>The setting whose text holds a place, and more; null where there is none.</summary>
    public static SettingsNode? SettingAround(TextSpan port, SettingsNode? root) => root?.DescendantsAndSelf()
        .FirstOrDefault(node => node.Text is not null && node.TextSpan != port && node.TextSpan.Contains(port));

    /// <summary>
    /// What a URI says beside port 587: without it, the library that connects by the URI goes on in clear text where STARTTLS is not
    /// offered.
    /// </summary>
    public static IEnumerable<TextChange> Demands(SettingsNode setting, EncryptionMeans encryption, SettingsEditing editing)
    {
        // The text as it is written: one with escapes in it has other places.
        if (!encryption.IsUri || setting.Text is not { } text || text.Length != setting.TextSpan.Length
            || !MailUri.TryParse(text, out var uri) || uri.Scheme != "smtp")
            yield break;

        var start = text.Length - uri.Query.Length;
        foreach (var pair in uri.Query.TrimStart('?').Split('&'))
        {
            var at = text.IndexOf(pair, start, StringComparison.Ordinal);
            if (!pair.StartsWith(Asked, StringComparison.OrdinalIgnoreCase))
                continue;

            yield return new TextChange(
                new TextSpan(setting.TextSpan.Start + at + Asked.Length, pair.Length - Asked.Length), MailUri.Always);
            yield break;
        }

        var hasPath = text.IndexOf('/', text.IndexOf("://", StringComparison.Ordinal) + 3) >= 0;
        var before = uri.Query.Length > 0 ? (editing == SettingsEditing.Json ? "&" : "&amp;") : hasPath ? "?" : "/?";
        yield return new TextChange(new TextSpan(setting.TextSpan.End, 0), before + Asked + MailUri.Always);
    }
}
