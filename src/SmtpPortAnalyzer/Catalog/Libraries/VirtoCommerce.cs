using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>Virto Commerce's mail options, by MailKit, which always logs in. (vc-module-notification 09d73de.)</summary>
internal static class VirtoCommerce
{
    public static readonly SmtpLibrary Library = new("Virto Commerce")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("VirtoCommerce.NotificationsModule.Smtp.SmtpSenderOptions")
        {
            PortProperty = "Port",
            HostProperty = "SmtpServer",
            DefaultPort = 25,
            ImplicitTlsPort = 465,
            Security = new() { Members = ImmutableArray.Create(MailKit.UseSsl("ForceSslTls")), Default = TransportSecurity.WhenAvailable },
            Login = new() { Members = ImmutableArray.Create("Login", "Password"), Passwords = ImmutableArray.Create("Password") },
        }),
    };
}
