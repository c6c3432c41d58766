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
    public const string Port25NotKnownBlocked = "SMTP010";
    public const string InvalidSetting = "SMTP900";
}
