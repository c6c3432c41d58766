using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>Cofoundry's MailKit plugin. (Cofoundry.Plugins.Mail.MailKit dc5b5b8.)</summary>
internal static class Cofoundry
{
    public static readonly SmtpLibrary Library = new("Cofoundry")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("Cofoundry.Plugins.Mail.MailKit.MailKitSettings")
        {
            PortProperty = "Port",
            HostProperty = "Host",
            DefaultPort = 25,
            Security = new() { Members = ImmutableArray.Create(MailKit.UseSsl("EnableSsl")), Default = TransportSecurity.WhenAvailable },
            Login = new() { Members = ImmutableArray.Create("UserName", "Password"), Passwords = ImmutableArray.Create("Password") },
        }),
    };
}
