using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.CodeFixes.Actions;

internal enum RelayActionKind
{
    PortOnly,
    Encrypted,

    /// <summary>Port and encryption, of a connection that logs in and goes where run time says.</summary>
    EncryptedAtRunTime,

    /// <summary>Port and encryption, of any other connection that logs in.</summary>
    EncryptedOnly,

    /// <summary>Only what a call hands to the code that connects changes.</summary>
    InCall,

    Relay,
    StartTlsOnly,

    /// <summary>The same as a relay, with an access token in place of the password.</summary>
    Token,

    /// <summary>Only the encryption changes.</summary>
    SecurityOnly,

    /// <summary>A password that stands in for a missing one goes.</summary>
    RequiredPassword,

    /// <summary>A password that an options class starts with goes: the settings that are bound to it have it.</summary>
    BoundPassword,
}

/// <summary>One thing that the fix offers. The key is what Fix All goes by: never renamed.</summary>
/// <param name="Kind">How much changes.</param>
/// <param name="Key">The equivalence key.</param>
/// <param name="TitleFormat">What the user reads; the section's name goes into it.</param>
/// <param name="Reads">The value of <c>relay_settings</c> that asks for it.</param>
/// <param name="Source">Where the settings come from.</param>
internal sealed record RelayAction(
    RelayActionKind Kind, string Key, string TitleFormat, RelaySettings? Reads, Func<CancellationToken, RelaySource> Source)
{
    /// <summary>
    /// The key under which a finding's first action is offered, whichever it is. <c>dotnet format</c> fixes everything by the key of the
    /// first action of the first finding, and one run has to do for a solution whose projects read their settings from different places.
    /// </summary>
    public const string BestKey = "SmtpPortAnalyzer.Best";

    private const string EncryptedKey = "SmtpPortAnalyzer.Port587StartTls";
    private const string EncryptedTitle = "Use port 587 and STARTTLS";

    /// <summary>What ends the titles of the action that logs in with a token.</summary>
    public const string TokenStep = "log in to Microsoft 365 with OAuth";

    /// <summary>All of them, the best first: <c>dotnet format</c> takes the first one that applies.</summary>
    public static ImmutableArray<RelayAction> All { get; } = ImmutableArray.Create(
        new RelayAction(
            RelayActionKind.PortOnly,
            "SmtpPortAnalyzer.Port587",
            "Use port 587",
            null,
            _ => new SubmissionPortOnly()),
        new RelayAction(
            RelayActionKind.Encrypted,
            "SmtpPortAnalyzer.Defaults",
            "Use port 587 and STARTTLS unless the settings say otherwise",
            null,
            _ => new SubmissionPortOnly()),
        new RelayAction(
            RelayActionKind.InCall,
            "SmtpPortAnalyzer.Call",
            "Use port 587 and STARTTLS in this call",
            null,
            _ => new SubmissionPortOnly()),
        new RelayAction(
            RelayActionKind.Relay,
            "SmtpPortAnalyzer.Settings",
            "Use the port and login of the settings that the host comes from (STARTTLS)",
            null,
            _ => new SettingsObjectSource(hasPort: true))
        {
            Noun = "the settings that the host comes from",
        },
        new RelayAction(
            RelayActionKind.Relay,
            "SmtpPortAnalyzer.SettingsLogin",
            "Use port 587, STARTTLS and the login of the settings that the host comes from",
            null,
            _ => new SettingsObjectSource(hasPort: false)),
        new RelayAction(
            RelayActionKind.Token,
            "SmtpPortAnalyzer.OAuth",
            "Use port 587 and STARTTLS, and " + TokenStep,
            null,
            _ => new TokenSource()),
        new RelayAction(
            RelayActionKind.EncryptedAtRunTime,
            EncryptedKey,
            EncryptedTitle,
            null,
            _ => new SubmissionPortOnly()),
        new RelayAction(
            RelayActionKind.Relay,
            "SmtpPortAnalyzer.Configuration",
            "Use the relay in the configuration {2} '{0}' (port 587, STARTTLS, login)",
            RelaySettings.Configuration,
            _ => new ConfigurationSource())
        {
            Noun = "the configuration {2} '{0}'",
        },
        new RelayAction(
            RelayActionKind.Relay,
            "SmtpPortAnalyzer.InjectedConfiguration",
            "Inject the configuration and use the relay in its {2} '{0}' (port 587, STARTTLS, login)",
            RelaySettings.Configuration,
            _ => new ConfigurationSource())
        {
            Noun = "its {2} '{0}'",
            FirstStep = "inject the configuration",
            Preparation = new InjectedConfiguration(),
        },
        new RelayAction(
            RelayActionKind.Relay,
            "SmtpPortAnalyzer.Options",
            "Use the relay in IOptions<SmtpRelayOptions>, bound to the section '{0}' (port 587, STARTTLS, login)",
            RelaySettings.Options,
            _ => new OptionsSource())
        {
            Noun = "IOptions<SmtpRelayOptions>, bound to the section '{0}'",
            Preparation = new RelayOptions(),
        },
        new RelayAction(
            RelayActionKind.Relay,
            "SmtpPortAnalyzer.AppSettings",
            "Use the relay in the application settings '{3}' (port 587, STARTTLS, login)",
            RelaySettings.AppSettings,
            _ => new AppSettingsSource())
        {
            Noun = "the application settings '{3}'",
        },
        new RelayAction(
            RelayActionKind.Relay,
            "SmtpPortAnalyzer.Environment",
            "Use the relay in the environment variables '{1}' (port 587, STARTTLS, login)",
            RelaySettings.Environment,
            _ => new EnvironmentSource())
        {
            Noun = "the environment variables '{1}'",
        },
        new RelayAction(
            RelayActionKind.EncryptedOnly,
            EncryptedKey,
            EncryptedTitle,
            null,
            _ => new SubmissionPortOnly()),
        new RelayAction(
            RelayActionKind.StartTlsOnly,
            "SmtpPortAnalyzer.StartTls",
            "Use port 587 and STARTTLS only, without a login",
            null,
            _ => new SubmissionPortOnly())
        {
            // A port that demands a login takes no mail without one.
            CanBeBest = false,
        });

    /// <summary>
    /// What the title calls the settings where a finding is not about a port; null where the action is for ports alone. The section's name
    /// goes into it.
    /// </summary>
    public string? Noun { get; init; }

    /// <summary>What such a title says first, where something comes before the rest.</summary>
    public string? FirstStep { get; init; }

    /// <summary>Makes what the source reads available, before the connection itself is rewritten.</summary>
    public Preparation? Preparation { get; init; }

    /// <summary>Whether it may be the first action of a finding, which is the one that Fix All takes.</summary>
    public bool CanBeBest { get; init; } = true;

    public string TitleIn(string section) => TitleWith(section, "section", section.Replace(":", "__") + "__*", section + ":*");

    /// <summary>The title where the settings have those names.</summary>
    public string TitleIn(MailSection section) => section.Name.Length > 0 ? TitleIn(section.Name)
        : TitleWith(section.Pattern, "keys", section.Pattern, section.Pattern);

    private string TitleWith(string name, string kind, string variables, string keys) =>
        string.Format(CultureInfo.InvariantCulture, TitleFormat, name, variables, kind, keys);

    /// <summary>All of them in the order that the options ask for.</summary>
    public static IEnumerable<RelayAction> OrderedBy(RelaySettings settings) => OrderedBy(All, settings);

    public static IEnumerable<RelayAction> OrderedBy(ImmutableArray<RelayAction> actions, RelaySettings settings) =>
        actions.OrderBy(a => a.Kind switch
        {
            RelayActionKind.PortOnly or RelayActionKind.Encrypted or RelayActionKind.InCall or RelayActionKind.SecurityOnly
                or RelayActionKind.RequiredPassword or RelayActionKind.BoundPassword => 0,
            RelayActionKind.EncryptedAtRunTime => 1,
            RelayActionKind.Relay => a.Reads == settings ? 2 : a.Reads is null && settings == RelaySettings.Auto ? 1 : 3,
            RelayActionKind.Token => settings == RelaySettings.Auto ? 1 : 3,
            RelayActionKind.EncryptedOnly => 4,
            _ => 5,
        });
}
