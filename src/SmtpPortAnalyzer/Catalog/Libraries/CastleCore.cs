using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>
/// Castle's mail sender, by System.Net.Mail. The constructor without a host leaves all to the settings file. (Castle.Core 5.2.1.)
/// </summary>
internal static class CastleCore
{
    public static readonly SmtpLibrary Library = new("Castle.Core")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("Castle.Core.Smtp.DefaultSmtpSender")
        {
            PortProperty = "Port",
            HostParameter = "hostname",
            DefaultPort = 25,
            SendMethods = ImmutableArray.Create("Send"),
            Security = new()
            {
                Members = ImmutableArray.Create(SecurityMember.OfFlag("UseSsl", TransportSecurity.None, TransportSecurity.StartTls)),
                Default = TransportSecurity.None,
            },
            Login = new() { Members = ImmutableArray.Create("UserName", "Password"), Passwords = ImmutableArray.Create("Password") },
        }),
    };
}
