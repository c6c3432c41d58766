using System;
using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>
/// Where a text says that a server is: <c>smtp://user@host:25</c>, <c>host:25</c>, <c>Endpoint=smtp://host;Port=25</c>.
/// </summary>
/// <param name="Scheme">The scheme of a URL, in lower case; empty where the text is none.</param>
/// <param name="Host">The host.</param>
/// <param name="Port">The port; null where the text has none.</param>
/// <param name="PortSpan">Where the port stands in the text.</param>
internal sealed record MailAddress(string Scheme, string Host, int? Port, TextSpan PortSpan)
{
    /// <summary>What is longer is no address.</summary>
    private const int MaxLength = 1000;

    /// <summary>Where the password of its login stands in the text, in a URL or under a name of its own; null where it has none.</summary>
    public TextSpan? PasswordSpan { get; init; }

    private static readonly char[] s_endsOfAuthority = { '/', '?', '#', ';', ',', ' ' };

    /// <summary>Null where the text is no address.</summary>
    public static MailAddress? Read(string text)
    {
        if (text.Length > MaxLength)
            return null;

        return text.IndexOf('=') > 0 && text.IndexOf("://", StringComparison.Ordinal) is var scheme
            && (scheme < 0 || text.IndexOf('=') < scheme)
            ? ReadPairs(text)
            : ReadPlace(text, 0, text.Length);
    }

    /// <summary>A URL, or a host with its port, between two places of the text.</summary>
    private static MailAddress? ReadPlace(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;

        var scheme = text.IndexOf("://", start, end - start, StringComparison.Ordinal);
        var name = "";
        TextSpan? password = null;
        if (scheme > start)
        {
            name = text.Substring(start, scheme - start).ToLowerInvariant();
            start = scheme + 3;
            if (text.IndexOfAny(s_endsOfAuthority, start, end - start) is >= 0 and var rest)
                end = rest;
            if (end > start && text.LastIndexOf('@', end - 1, end - start) is >= 0 and var user)
            {
                if (text.IndexOf(':', start, user - start) is >= 0 and var login)
                    password = TextSpan.FromBounds(login + 1, user);
                start = user + 1;
            }
        }

        // The colons of an address of the sixth version are none before a port.
        var colon = end > start ? text.LastIndexOf(':', end - 1, end - start) : -1;
        var isBracketed = start < end && text[start] == '[';
        if (colon < 0 || (isBracketed && text[colon - 1] != ']') || (!isBracketed && text.IndexOf(':', start, colon - start) >= 0))
        {
            return name.Length > 0 && end > start
                ? new(name, text.Substring(start, end - start), null, default) { PasswordSpan = password }
                : null;
        }

        var number = text.Substring(colon + 1, end - colon - 1);
        return colon > start && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && text.IndexOfAny(s_endsOfAuthority, start, colon - start) < 0
            ? new(name, text.Substring(start, colon - start), port, TextSpan.FromBounds(colon + 1, end)) { PasswordSpan = password }
            : null;
    }

    /// <summary>Names and values with semicolons between them, as connection strings have.</summary>
    private static MailAddress? ReadPairs(string text)
    {
        MailAddress? host = null;
        (int Number, TextSpan Span)? port = null;
        TextSpan? password = null;
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf(';', start) is >= 0 and var semicolon ? semicolon : text.Length;
            if (text.IndexOf('=', start, end - start) is >= 0 and var equals)
            {
                var name = SettingWords.Split(text.Substring(start, equals - start));
                var value = TextSpan.FromBounds(equals + 1, end);
                if (name.Length > 0 && SettingWords.Host.Contains(name[name.Length - 1]))
                    host ??= ReadPlace(text, value.Start, value.End)
                        ?? new("", text.Substring(value.Start, value.Length).Trim(), null, default);
                else if (SettingWords.OfPort(text.Substring(start, equals - start)) is { } words && !SettingWords.SayOther(words)
                    && int.TryParse(
                        text.Substring(value.Start, value.Length), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number))
                    port = (number, value);
                else if (SettingRoles.IsPassword(text.Substring(start, equals - start)) && value.Length > 0)
                    password = value;
            }

            start = end + 1;
        }

        if (host is null)
            return null;

        var whole = port is var (given, span) ? host with { Port = given, PortSpan = span } : host;
        return password is null ? whole : whole with { PasswordSpan = password };
    }
}
