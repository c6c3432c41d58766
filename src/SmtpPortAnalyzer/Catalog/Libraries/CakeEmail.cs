using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>Cake's mail add-in, by MailKit. (Cake.Email c865a25.)</summary>
internal static class CakeEmail
{
    public static readonly SmtpLibrary Library = new("Cake.Email")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("Cake.Email.EmailSettings")
        {
            PortProperty = "Port",
            HostProperty = "SmtpHost",
            DefaultPort = 25,
            ImplicitTlsPort = 465,
            Security = new() { Members = ImmutableArray.Create(MailKit.UseSsl("EnableSsl")), Default = TransportSecurity.WhenAvailable },
            Login = new() { Members = ImmutableArray.Create("Username", "Password"), Passwords = ImmutableArray.Create("Password") },
        }),
        Wrappers = ImmutableArray.Create("Cake.Email.EmailProvider"),
    };
}
