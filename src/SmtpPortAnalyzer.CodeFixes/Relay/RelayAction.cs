using System;
using System.Collections.Immutable;
using System.Threading;

namespace SmtpPortAnalyzer.CodeFixes.Relay;

internal enum RelayActionKind
{
    PortOnly,
    Relay,
    StartTlsOnly,
}

/// <summary>One thing that the fix offers. The key is what Fix All goes by: never renamed.</summary>
internal sealed record RelayAction(RelayActionKind Kind, string Key, string Title, Func<CancellationToken, RelaySource> Source)
{
    /// <summary>
    /// The key under which a finding's first action is offered, whichever it is. <c>dotnet format</c> fixes everything by the key of the
    /// first action of the first finding, and one run has to do for a solution whose projects read their settings from different places.
    /// </summary>
    public const string BestKey = "SmtpPortAnalyzer.Best";

    private const string Section = "Smtp";

    /// <summary>All of them, the best first: <c>dotnet format</c> takes the first one that applies.</summary>
    public static ImmutableArray<RelayAction> All { get; } = ImmutableArray.Create(
        new RelayAction(
            RelayActionKind.PortOnly,
            "SmtpPortAnalyzer.Port587",
            "Use port 587",
            _ => new SubmissionPortOnly()),
        new RelayAction(
            RelayActionKind.Relay,
            "SmtpPortAnalyzer.Settings",
            "Use the port and login of the settings that the host comes from (STARTTLS)",
            cancellationToken => new SettingsObjectSource(cancellationToken)),
        new RelayAction(
            RelayActionKind.Relay,
            "SmtpPortAnalyzer.Configuration",
            "Use the relay in the configuration section 'Smtp' (port 587, STARTTLS, login)",
            cancellationToken => new ConfigurationSource(Section, cancellationToken)),
        new RelayAction(
            RelayActionKind.Relay,
            "SmtpPortAnalyzer.AppSettings",
            "Use the relay in the application settings 'Smtp:*' (port 587, STARTTLS, login)",
            _ => new AppSettingsSource(Section)),
        new RelayAction(
            RelayActionKind.Relay,
            "SmtpPortAnalyzer.Environment",
            "Use the relay in the environment variables 'Smtp__*' (port 587, STARTTLS, login)",
            _ => new EnvironmentSource(Section)),
        new RelayAction(
            RelayActionKind.StartTlsOnly,
            "SmtpPortAnalyzer.StartTls",
            "Use port 587 and STARTTLS only, without a login",
            _ => new SubmissionPortOnly()));
}
