using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>Elsa's mail options, by MailKit. (elsa-core b29f320.)</summary>
internal static class ElsaEmail
{
    public static readonly SmtpLibrary Library = new("Elsa.Email")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("Elsa.Email.Options.SmtpOptions")
        {
            PortProperty = "Port",
            HostProperty = "Host",
            DefaultPort = 25,
            Security = new()
            {
                Members = ImmutableArray.Create(MailKit.SecureSocketOptions("SecureSocketOptions")),
                Default = TransportSecurity.ByPort,
            },
            Login = new() { Members = ImmutableArray.Create("RequireCredentials"), Passwords = ImmutableArray.Create("Password") },
        }),
    };
}
