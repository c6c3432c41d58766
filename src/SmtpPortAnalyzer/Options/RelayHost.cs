using System;
using System.Collections.Immutable;
using System.Linq;

namespace SmtpPortAnalyzer.Options;

/// <summary>The value of <c>relay_host</c>: the relay that fixes fall back to where no setting names one.</summary>
/// <param name="Host">Its host name; null where that differs from customer to customer.</param>
/// <param name="UserName">
/// The word that every customer of this relay logs in with, if there is one. It is no secret: the password is the key.
/// </param>
internal sealed record RelayHost(string? Host, string? UserName)
{
    /// <summary>Why the login that a fix writes does not work there, or not for long; null where it does.</summary>
    public OptionCaution? Caution { get; init; }

    /// <summary>The scope of the access tokens that it takes in place of a password; null where it takes none.</summary>
    public string? TokenScope { get; init; }

    /// <summary>No host of its own: what the code names stays.</summary>
    public static readonly RelayHost None = new(null, null);

    /// <summary>
    /// The well-known ones, all with STARTTLS on 587. docs/relay-settings.md says where these facts are from, and of what day.
    /// </summary>
    public static readonly ImmutableSortedDictionary<string, RelayHost> Presets = ImmutableSortedDictionary.CreateRange(
        StringComparer.OrdinalIgnoreCase,
        new[]
        {
            Preset("amazon_ses", null),
            Preset(
                "azure_communication_services", "smtp.azurecomm.net", null,
                new("which takes no new customers since 2026-10-23 and ends on 2028-09-30", "another relay")),
            Preset("brevo", "smtp-relay.brevo.com"),
            Preset("google_workspace", "smtp-relay.gmail.com"),
            Preset("mailgun", "smtp.mailgun.org"),
            Preset("mailgun_eu", "smtp.eu.mailgun.org"),
            Preset("mailjet", "in-v3.mailjet.com"),
            Preset("mailtrap", "live.smtp.mailtrap.io", "api"),
            Preset(
                "microsoft_365", "smtp.office365.com", null,
                new("which ends logins with a password, by default from December 2026", "MailKit with OAuth, or another relay"),
                "https://outlook.office365.com/.default"),
            Preset("postmark", "smtp.postmarkapp.com"),
            Preset("resend", "smtp.resend.com", "resend"),
            Preset("sendgrid", "smtp.sendgrid.net", "apikey"),
            Preset("smtp2go", "mail.smtp2go.com"),
            Preset("sparkpost", "smtp.sparkpostmail.com", "SMTP_Injection"),
            Preset("sparkpost_eu", "smtp.eu.sparkpostmail.com", "SMTP_Injection"),
        });

    /// <summary>A preset's word, or a host name. One without a dot is taken for a misspelt preset.</summary>
    public static RelayHost? Parse(string text)
    {
        if (Presets.TryGetValue(text, out var preset))
            return preset;

        var labels = text.Split('.');
        return labels.Length > 1 && labels.All(l => l.Length > 0 && l.All(c => char.IsLetterOrDigit(c) || c is '-' or '_'))
            ? new RelayHost(text, null)
            : null;
    }

    /// <summary>The scope of the tokens that the relay of a host name takes; null where it is not known to take any.</summary>
    public static string? TokenScopeOf(string host) => Presets.Values
        .FirstOrDefault(relay => relay.TokenScope is not null && string.Equals(relay.Host, host, StringComparison.OrdinalIgnoreCase))
        ?.TokenScope;

    private static System.Collections.Generic.KeyValuePair<string, RelayHost> Preset(
        string word, string? host, string? userName = null, OptionCaution? caution = null, string? tokenScope = null) =>
        new(word, new RelayHost(host, userName) { Caution = caution, TokenScope = tokenScope });
}
