using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>
/// ActiveUp.Net.Mail: its client derives from TcpClient, and connects to 25, or with ConnectSsl to 465, where no port is given.
/// (MailSystem.NET 161e654.)
/// </summary>
internal static class ActiveUpMail
{
    public static readonly SmtpLibrary Library = new("MailSystem.NET")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("ActiveUp.Net.Mail.Server")
        {
            PortProperty = "Port",
            HostProperty = "Host",
            PortParameter = "port",
            HostParameter = "host",
            Login = new() { Members = ImmutableArray.Create("Username", "Password"), Passwords = ImmutableArray.Create("Password") },
        }),
        ConnectMethods = ImmutableArray.Create(
            new SmtpConnectMethod
            {
                Names = ImmutableArray.Create("Connect", "BeginConnect"),
                Receivers = ImmutableArray.Create("ActiveUp.Net.Mail.SmtpClient"),
                PortParameter = "port",
                HostParameter = "host",
                OtherHostParameters = ImmutableArray.Create("addr", "addresses"),
                DefaultPort = 25,
            },
            new SmtpConnectMethod
            {
                Names = ImmutableArray.Create("ConnectSsl", "BeginConnectSsl"),
                Receivers = ImmutableArray.Create("ActiveUp.Net.Mail.SmtpClient"),
                PortParameter = "port",
                HostParameter = "host",
                DefaultPort = 465,
                Security = new() { Default = TransportSecurity.Implicit },
            }),
    };
}
