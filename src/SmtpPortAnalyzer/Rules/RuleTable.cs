using System.Collections.Immutable;
using System.Resources;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Tracing;

namespace SmtpPortAnalyzer.Rules;

/// <summary>The diagnostic IDs. They are written in users' suppressions and baselines: never renamed, never reused.</summary>
internal static class RuleIds
{
    public const string ExplicitPort25 = "SMTP001";
    public const string DefaultPort25 = "SMTP002";
    public const string FallbackPort25 = "SMTP003";
    public const string SettingPort25 = "SMTP004";
    public const string WrongSecurity = "SMTP005";
    public const string NoLogin = "SMTP006";
    public const string LiteralPassword = "SMTP007";
    public const string SocketPort25 = "SMTP008";
    public const string SettingPassword = "SMTP009";
    public const string Port25NotKnownBlocked = "SMTP010";
    public const string InvalidSetting = "SMTP900";
}

/// <summary>
/// One row per rule: what it is called and how it judges. The texts stand in <c>Resources.resx</c> under <c>{ID}_Title</c>,
/// <c>{ID}_Message</c> and <c>{ID}_Description</c>; the help link is the rule's page under <c>docs/rules</c>.
/// </summary>
internal static class RuleTable
{
    private const string Reliability = "Reliability";
    private const string Security = "Security";
    private const string Configuration = "Configuration";

    private static readonly ResourceManager s_resources = new("SmtpPortAnalyzer.Resources", typeof(RuleTable).Assembly);

    private static readonly DiagnosticDescriptor s_explicitPort25 = Describe(
        RuleIds.ExplicitPort25, Reliability, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor s_defaultPort25 = Describe(RuleIds.DefaultPort25, Reliability, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor s_fallbackPort25 = Describe(
        RuleIds.FallbackPort25, Reliability, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor s_settingPort25 = Describe(RuleIds.SettingPort25, Reliability, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor s_wrongSecurity = Describe(RuleIds.WrongSecurity, Security, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor s_noLogin = Describe(RuleIds.NoLogin, Security, DiagnosticSeverity.Info);
    private static readonly DiagnosticDescriptor s_literalPassword = Describe(
        RuleIds.LiteralPassword, Security, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor s_socketPort25 = Describe(RuleIds.SocketPort25, Reliability, DiagnosticSeverity.Info);
    private static readonly DiagnosticDescriptor s_settingPassword = Describe(
        RuleIds.SettingPassword, Security, DiagnosticSeverity.Warning);
    private static readonly DiagnosticDescriptor s_port25NotKnownBlocked = Describe(
        RuleIds.Port25NotKnownBlocked, Reliability, DiagnosticSeverity.Info);
    private static readonly DiagnosticDescriptor s_invalidSetting = Describe(
        RuleIds.InvalidSetting, Configuration, DiagnosticSeverity.Warning);

    /// <summary>Judges nothing itself: it is what a finding about port 25 becomes where Azure is not known to block it.</summary>
    private static readonly Rule s_notKnownBlocked = new(s_port25NotKnownBlocked);

    /// <summary>The rules about connections, in code and in settings files.</summary>
    public static readonly ImmutableArray<Rule> OfConnections = ImmutableArray.Create(
        new Rule(s_explicitPort25)
        {
            OfConnection = connection => PortRule.Judge(connection, PortOrigin.Explicit),
            OfDeclaredSetting = setting => PortRule.JudgeSetting(setting, PortOrigin.Explicit),
            IsAboutBlock = true,
            WhereNotKnown = s_notKnownBlocked,
        },
        new Rule(s_defaultPort25)
        {
            OfConnection = connection => PortRule.Judge(connection, PortOrigin.Default),
            IsAboutBlock = true,
            WhereNotKnown = s_notKnownBlocked,
        },
        new Rule(s_fallbackPort25)
        {
            OfConnection = connection => PortRule.Judge(connection, PortOrigin.Fallback),
            OfSettingsType = PortRule.JudgeSetting,
            OfDeclaredSetting = setting => PortRule.JudgeSetting(setting, PortOrigin.Fallback),
            IsAboutBlock = true,
            WhereNotKnown = s_notKnownBlocked,
        },
        new Rule(s_settingPort25)
        {
            OfFile = SettingRule.IsReported,
            IsAboutBlock = true,
        },
        new Rule(s_wrongSecurity) { OfConnection = SecurityRule.Judge },
        new Rule(s_noLogin) { OfConnection = LoginRule.Judge },
        new Rule(s_literalPassword)
        {
            OfLogin = PasswordRule.Judge,
            Together = PasswordRule.Together,
        },
        new Rule(s_socketPort25)
        {
            OfSocket = SocketRule.Judge,
            IsAboutBlock = true,
            GivesWay = true,
        },
        new Rule(s_settingPassword) { OfPasswordInFile = PasswordSettingRule.IsReported },
        s_notKnownBlocked);

    /// <summary>The rule about settings of the analyzer itself.</summary>
    public static readonly Rule InvalidSetting = new(s_invalidSetting);

    private static DiagnosticDescriptor Describe(string id, string category, DiagnosticSeverity severity) => new(
        id,
        Text(id, "Title"),
        Text(id, "Message"),
        category,
        severity,
        isEnabledByDefault: true,
        Text(id, "Description"),
        "https://github.com/smtpportanalyzer/SmtpPortAnalyzer/blob/main/docs/rules/" + id + ".md");

    private static LocalizableResourceString Text(string id, string part) => new(id + "_" + part, s_resources, typeof(RuleTable));
}
