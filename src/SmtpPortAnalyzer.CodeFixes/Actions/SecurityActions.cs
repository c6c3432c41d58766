using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SmtpPortAnalyzer.CodeFixes.Pipeline;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes.Actions;

/// <summary>
/// What is offered for which rule: for encryption, login and passwords the same sources as for a port, under titles of their own.
/// </summary>
internal static class SecurityActions
{
    public const string EncryptionKey = "SmtpPortAnalyzer.Encryption";
    public const string RequiredPasswordKey = "SmtpPortAnalyzer.RequiredPassword";

    private static readonly RelayAction s_encryption = new(
        RelayActionKind.SecurityOnly, EncryptionKey, "Encrypt the connection as its port demands", null, _ => new SubmissionPortOnly());

    private static readonly RelayAction s_encryptionWithoutLogin = new(
        RelayActionKind.StartTlsOnly, "SmtpPortAnalyzer.StartTls", "Encrypt the connection as its port demands only, without a login", null,
        _ => new SubmissionPortOnly());

    private static readonly RelayAction s_requiredPassword = new(
        RelayActionKind.RequiredPassword, RequiredPasswordKey, "Throw where the password is not set", null, _ => new SubmissionPortOnly());

    private static readonly ImmutableArray<RelayAction> s_security =
        Titled("Encrypt the connection and log in with {0}",
            "Inject the configuration, encrypt the connection and log in with its section '{0}'")
            .Insert(0, s_encryption).Add(s_encryptionWithoutLogin);

    private static readonly ImmutableArray<RelayAction> s_login =
        Titled("Log in with {0}", "Inject the configuration and log in with its section '{0}'");

    private static readonly ImmutableArray<RelayAction> s_password =
        Titled("Read the password from {0}", "Inject the configuration and read the password from its section '{0}'")
            .Insert(0, s_requiredPassword);

    /// <summary>The actions for a finding, in the order that the options ask for.</summary>
    public static IEnumerable<RelayAction> OrderedFor(FixPlace place, RelaySettings settings) =>
        RelayAction.OrderedBy(ForRule(place.Rule), settings);

    public static ImmutableArray<RelayAction> ForRule(string rule) => rule switch
    {
        RuleIds.WrongSecurity => s_security,
        RuleIds.NoLogin => s_login,
        RuleIds.LiteralPassword => s_password,
        _ => RelayAction.All,
    };

    private static ImmutableArray<RelayAction> Titled(string format, string injected) => RelayAction.All
        .Where(action => action.Kind == RelayActionKind.Relay)
        .Select(action =>
            action with
            {
                TitleFormat = NounOf(action.Key) is { } noun
                    ? string.Format(System.Globalization.CultureInfo.InvariantCulture, format, noun)
                    : injected,
            })
        .ToImmutableArray();

    private static string? NounOf(string key) => key switch
    {
        "SmtpPortAnalyzer.Settings" => "the settings that the host comes from",
        "SmtpPortAnalyzer.Configuration" => "the configuration section '{0}'",
        "SmtpPortAnalyzer.Options" => "IOptions<SmtpRelayOptions>, bound to the section '{0}'",
        "SmtpPortAnalyzer.AppSettings" => "the application settings '{0}:*'",
        "SmtpPortAnalyzer.Environment" => "the environment variables '{1}__*'",
        _ => null,
    };
}
