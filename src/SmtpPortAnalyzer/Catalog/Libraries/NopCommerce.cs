using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>nopCommerce's mail accounts, by MailKit. (nopCommerce 08900a4.)</summary>
internal static class NopCommerce
{
    public static readonly SmtpLibrary Library = new("nopCommerce")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("Nop.Core.Domain.Messages.EmailAccount")
        {
            PortProperty = "Port",
            HostProperty = "Host",
            DefaultPort = 25,
            ImplicitTlsPort = 465,
            Security = new() { Members = ImmutableArray.Create(MailKit.UseSsl("EnableSsl")), Default = TransportSecurity.WhenAvailable },
            Login = new()
            {
                Members = ImmutableArray.Create("Username", "Password", "EmailAuthenticationMethod"),
                Passwords = ImmutableArray.Create("Password"),
            },
        }),
    };
}
