using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>
/// NLog's mail target: in the NLog package up to 5, in NLog.Targets.Mail since 6, by System.Net.Mail. Ports and hosts are layouts, which
/// convert from numbers and text. (NLog 5.5.1; NLog.Targets.Mail f4d86df.)
/// </summary>
internal static class NLogMail
{
    public static readonly SmtpLibrary Library = new("NLog")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("NLog.Targets.MailTarget")
        {
            PortProperty = "SmtpPort",
            HostProperty = "SmtpServer",
            DefaultPort = 25,
            DeliveryProperty = "DeliveryMethod",
            NotConnecting = ImmutableArray.Create("UseSystemNetMailSettings"),
            Security = new() { Members = ImmutableArray.Create(SystemNetMail.EnableSsl), Default = TransportSecurity.None },
            Login = new() { Members = ImmutableArray.Create("SmtpAuthentication"), Passwords = ImmutableArray.Create("SmtpPassword") },
            FixLogin = new() { UserName = "SmtpUserName", Password = "SmtpPassword", Switch = ("SmtpAuthentication", 1) },
        }),
        Wrappers = ImmutableArray.Create(
            "NLog.Config.LoggingConfiguration", "NLog.Config.LoggingRule", "NLog.Config.ISetupConfigurationTargetBuilder"),
    };
}
