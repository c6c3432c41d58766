using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>
/// cloudscribe's mail options, by MailKit. Without UseSsl nothing is encrypted; with it, port 587 is STARTTLS and any other TLS from the
/// first byte. (cloudscribe 62b7878.)
/// </summary>
internal static class Cloudscribe
{
    public static readonly SmtpLibrary Library = new("cloudscribe")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("cloudscribe.Email.Smtp.SmtpOptions")
        {
            PortProperty = "Port",
            HostProperty = "Server",
            DefaultPort = 25,
            Security = new()
            {
                Members = ImmutableArray.Create(SecurityMember.OfEnum("UseSsl", (0, TransportSecurity.None))),
                Default = TransportSecurity.None,
            },
            Login = new()
            {
                Members = ImmutableArray.Create("RequiresAuthentication", "User", "Password"),
                Passwords = ImmutableArray.Create("Password"),
            },
        }),
    };
}
