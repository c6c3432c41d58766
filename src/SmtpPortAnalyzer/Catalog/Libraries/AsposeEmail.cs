using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>
/// Aspose.Email: port 25 where none or 0 is given, whatever the encryption. Port is declared on a base that IMAP and POP3 share. (Measured,
/// Aspose.Email 26.10.)
/// </summary>
internal static class AsposeEmail
{
    private static SecurityMember SecurityOptions(string name) => SecurityMember.OfEnum(
        name, (1, TransportSecurity.None), (2, TransportSecurity.StartTls), (4, TransportSecurity.Implicit));

    public static readonly SmtpLibrary Library = new("Aspose.Email")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("Aspose.Email.Clients.Smtp.SmtpClient")
        {
            PortProperty = "Port",
            HostProperty = "Host",
            PortParameter = "port",
            HostParameter = "host",
            DefaultPort = 25,
            SendMethods = ImmutableArray.Create("Send", "SendAsync"),
            DeliveryProperty = "DeliveryMethod",
            Security = new() { Members = ImmutableArray.Create(SecurityOptions("SecurityOptions")) },
            Login = new()
            {
                Members = ImmutableArray.Create("Username", "Password", "UseDefaultCredentials", "authInfo", "tokenProvider"),
                Passwords = ImmutableArray.Create("Password", "authInfo"),
            },
        }),
        ConnectMethods = ImmutableArray.Create(new SmtpConnectMethod
        {
            Names = ImmutableArray.Create("CreateAsync"),
            Receivers = ImmutableArray.Create("Aspose.Email.Clients.Smtp.SmtpClient"),
            PortParameter = "port",
            HostParameter = "host",
            DefaultPort = 25,
            Security = new() { Members = ImmutableArray.Create(SecurityOptions("securityOptions")) },
            Login = new() { Members = ImmutableArray.Create("asyncTokenProvider") },
        }),
    };
}
