using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SmtpPortAnalyzer.CodeFixes.Context;
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
    public const string BoundPasswordKey = "SmtpPortAnalyzer.BoundPassword";

    private static readonly RelayAction s_encryption = new(
        RelayActionKind.SecurityOnly, EncryptionKey, "Encrypt the connection as its port demands", null, _ => new SubmissionPortOnly());

    private static readonly RelayAction s_encryptionWithoutLogin = new(
        RelayActionKind.StartTlsOnly, "SmtpPortAnalyzer.StartTls", "Encrypt the connection as its port demands only, without a login", null,
        _ => new SubmissionPortOnly())
    {
        CanBeBest = false,
    };

    private static readonly RelayAction s_requiredPassword = new(
        RelayActionKind.RequiredPassword, RequiredPasswordKey, "Throw where the password is not set", null, _ => new SubmissionPortOnly());

    private static readonly RelayAction s_boundPassword = new(
        RelayActionKind.BoundPassword, BoundPasswordKey, "Leave the password to the settings that are bound to the options", null,
        _ => new SubmissionPortOnly());

    private static readonly ImmutableDictionary<string, ImmutableArray<RelayAction>> s_ofRules =
        ImmutableDictionary<string, ImmutableArray<RelayAction>>.Empty
            .Add(RuleIds.WrongSecurity, Row(
                [s_encryption, Token("encrypt the connection"), s_encryptionWithoutLogin], "encrypt the connection", "log in with "))
            .Add(RuleIds.NoLogin, Row([Token()], "log in with "))
            .Add(RuleIds.LiteralPassword, Row([s_requiredPassword, s_boundPassword, Token()], "read the password from "));

    /// <summary>The actions for a finding, in the order that the options ask for.</summary>
    public static IEnumerable<RelayAction> OrderedFor(FixPlace place, RelaySettings settings) =>
        RelayAction.OrderedBy(ForRule(place.Rule), settings);

    public static ImmutableArray<RelayAction> ForRule(string rule) =>
        s_ofRules.TryGetValue(rule, out var actions) ? actions : RelayAction.All;

    private static RelayAction Token(params string[] steps) =>
        RelayAction.All.Single(action => action.Kind == RelayActionKind.Token) with
        {
            TitleFormat = Sentence(null, steps.Append(RelayAction.TokenStep).ToArray()),
        };

    /// <summary>The actions of one rule: its own, and one for each source of settings, whose name ends the title.</summary>
    private static ImmutableArray<RelayAction> Row(RelayAction[] own, params string[] steps) => RelayAction.All
        .Where(action => action.Noun is not null)
        .Select(action => action with { TitleFormat = Sentence(action.FirstStep, steps) + action.Noun })
        .Concat(own)
        .OrderBy(action => action.Kind == RelayActionKind.Relay ? 1 : action.Kind == RelayActionKind.StartTlsOnly ? 2 : 0)
        .ToImmutableArray();

    private static string Sentence(string? first, string[] steps)
    {
        var all = first is null ? steps : steps.Prepend(first).ToArray();
        var sentence = all.Length == 1 ? all[0] : string.Join(", ", all.Take(all.Length - 1)) + " and " + all[all.Length - 1];
        return char.ToUpperInvariant(sentence[0]) + sentence.Substring(1);
    }
}
