using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>
/// NLog's mail target by MailKit: EnableSsl is TLS from the first byte, without it SecureSocketOption decides. (NLog/NLog.MailKit dd8363d.)
/// </summary>
internal static class NLogMailKit
{
    public static readonly SmtpLibrary Library = new("NLog.MailKit")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("NLog.MailKit.MailTarget")
        {
            PortProperty = "SmtpPort",
            HostProperty = "SmtpServer",
            DefaultPort = 25,
            NotConnecting = ImmutableArray.Create("PickupDirectoryLocation"),
            Security = new()
            {
                Members = ImmutableArray.Create(MailKit.SecureSocketOptions("SecureSocketOption"), MailKit.UseSsl("EnableSsl")),
                Default = TransportSecurity.WhenAvailable,
            },
            Login = new() { Members = ImmutableArray.Create("SmtpAuthentication"), Passwords = ImmutableArray.Create("SmtpPassword") },
            FixLogin = new() { UserName = "SmtpUserName", Password = "SmtpPassword", Switch = ("SmtpAuthentication", 1) },
        }),
        Wrappers = ImmutableArray.Create(
            "NLog.Config.LoggingConfiguration", "NLog.Config.LoggingRule", "NLog.Config.ISetupConfigurationTargetBuilder"),
    };
}
