using System;
using System.Collections.Immutable;
using System.Linq;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>A setting that a mail target of a logging library needs for a relay.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it says then; an environment variable of the relay's user name or password may go into it.</param>
/// <param name="Off">Values that are as good as none, and give way to it.</param>
internal sealed record LogTargetDemand(string Name, string Value, params string[] Off)
{
    /// <summary>Which of the relay's settings goes into <see cref="Value"/>, at <c>{0}</c>; null where none does.</summary>
    public SettingRole? Variable { get; init; }

    /// <summary>What the value is read by, where that is not the text itself: an attribute of the element.</summary>
    public string Attributes { get; init; } = "";

    /// <summary>Whether it says how to log in; what follows it is the login.</summary>
    public bool IsLoginMode { get; init; }

    /// <summary>Whether it is only said where something else is said today.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether it is no text.</summary>
    public bool IsSwitch => Value is "true" or "false";
}

/// <summary>
/// What a mail target of a logging library has to say beside port 587: no code connects, so that encryption and login are settings as well.
/// The login comes from environment variables.
/// </summary>
internal static class LogTargetDemands
{
    private static readonly ImmutableArray<LogTargetDemand> s_nlogLogin = ImmutableArray.Create(
        new LogTargetDemand("smtpAuthentication", "Basic", "None") { IsLoginMode = true },
        new LogTargetDemand("smtpUserName", "${environment:{0}}", "") { Variable = SettingRole.UserName },
        new LogTargetDemand("smtpPassword", "${environment:{0}}", "") { Variable = SettingRole.Password });

    private static readonly ImmutableArray<LogTargetDemand> s_nlog = s_nlogLogin.Insert(0, new("enableSsl", "true", "false"));

    // Its switch is TLS from the first byte.
    private static readonly ImmutableArray<LogTargetDemand> s_nlogMailKit = s_nlogLogin
        .Insert(0, new("enableSsl", "false", "true") { IsDefault = true })
        .Insert(0, new("secureSocketOption", "StartTls", "None", "Auto", "StartTlsWhenAvailable", "SslOnConnect"));

    private static readonly ImmutableArray<LogTargetDemand> s_log4net = ImmutableArray.Create(
        new LogTargetDemand("enableSsl", "true", "false"),
        new LogTargetDemand("authentication", "Basic", "None") { IsLoginMode = true },
        new LogTargetDemand("username", "%env{{0}}", "") { Variable = SettingRole.UserName, Attributes = PatternString },
        new LogTargetDemand("password", "%env{{0}}", "") { Variable = SettingRole.Password, Attributes = PatternString });

    // Credentials are an object, which the settings of this library do not make.
    private static readonly ImmutableArray<LogTargetDemand> s_serilog = ImmutableArray.Create(
        new LogTargetDemand("connectionSecurity", "StartTls", "None", "Auto", "StartTlsWhenAvailable"));

    private static readonly ImmutableArray<LogTargetDemand> s_serilogObject = ImmutableArray.Create(
        new LogTargetDemand("enableSsl", "true", "false"));

    private const string PatternString = "type=\"log4net.Util.PatternString\" ";

    /// <summary>
    /// The target or appender that has a node right in it, or in its arguments; null where it is in none that sends mail.
    /// </summary>
    public static SettingsNode? TargetOf(SettingsNode node) => node.Ancestors().Take(3).Prepend(node)
        .FirstOrDefault(above => LogTargets.Holds(above) && LogTargets.IsMail(above));

    /// <summary>What has to be said beside the port, or the host where no port is written.</summary>
    public static ImmutableArray<LogTargetDemand> ForTarget(SettingsNode target, SettingsNode beside)
    {
        if (LogTargets.IsSerilogSink(target))
        {
            return beside.Parent is not { } place ? ImmutableArray<LogTargetDemand>.Empty
                : place.Child("mailServer") is null ? s_serilog
                : place.Is("Args") ? ImmutableArray<LogTargetDemand>.Empty
                : s_serilogObject;
        }

        return target.Is("appender") ? s_log4net
            : "MailKit".Equals(target.TextOf("type"), StringComparison.OrdinalIgnoreCase) || target.Child("secureSocketOption") is not null
                || HasMailKitExtension(target)
                ? s_nlogMailKit
            : s_nlog;
    }

    // <extensions><add assembly="NLog.MailKit" /></extensions>: its target takes the name of the other one.
    private static bool HasMailKitExtension(SettingsNode target) => target.Ancestors().Last().DescendantsAndSelf()
        .Where(node => node.Is("extensions")).SelectMany(extensions => extensions.DescendantsAndSelf())
        .Any(node => node.Text is { } text && text.Contains("NLog.MailKit"));
}
