using System.Collections.Immutable;
using System.Resources;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Rules;

/// <summary>
/// One row per rule. The texts stand in <c>Resources.resx</c> under <c>{ID}_Title</c>, <c>{ID}_Message</c> and
/// <c>{ID}_Description</c>; the help link is the rule's page under <c>docs/rules</c>.
/// </summary>
internal static class Descriptors
{
    private const string Reliability = "Reliability";
    private const string Security = "Security";
    private const string Configuration = "Configuration";

    private static readonly ResourceManager s_resources = new("SmtpPortAnalyzer.Resources", typeof(Descriptors).Assembly);

    public static readonly DiagnosticDescriptor ExplicitPort25 = Create(RuleIds.ExplicitPort25, Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor DefaultPort25 = Create(RuleIds.DefaultPort25, Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor FallbackPort25 = Create(RuleIds.FallbackPort25, Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor SettingPort25 = Create(RuleIds.SettingPort25, Reliability, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor WrongSecurity = Create(RuleIds.WrongSecurity, Security, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor NoLogin = Create(RuleIds.NoLogin, Security, DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor LiteralPassword = Create(RuleIds.LiteralPassword, Security, DiagnosticSeverity.Warning);
    public static readonly DiagnosticDescriptor SocketPort25 = Create(RuleIds.SocketPort25, Reliability, DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor Port25NotKnownBlocked = Create(
        RuleIds.Port25NotKnownBlocked, Reliability, DiagnosticSeverity.Info);
    public static readonly DiagnosticDescriptor InvalidSetting = Create(RuleIds.InvalidSetting, Configuration, DiagnosticSeverity.Warning);

    /// <summary>Every rule of the package.</summary>
    public static readonly ImmutableArray<DiagnosticDescriptor> All =
        ImmutableArray.Create(
            ExplicitPort25, DefaultPort25, FallbackPort25, SettingPort25, WrongSecurity, NoLogin, LiteralPassword, SocketPort25,
            Port25NotKnownBlocked, InvalidSetting);

    private static DiagnosticDescriptor Create(string id, string category, DiagnosticSeverity severity) => new(
        id,
        Text(id, "Title"),
        Text(id, "Message"),
        category,
        severity,
        isEnabledByDefault: true,
        Text(id, "Description"),
        "https://github.com/smtpportanalyzer/SmtpPortAnalyzer/blob/main/docs/rules/" + id + ".md");

    private static LocalizableResourceString Text(string id, string part) => new(id + "_" + part, s_resources, typeof(Descriptors));
}
