using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>
/// MailKit. The members are declared on bases and interfaces that POP3 and IMAP share, so the receiver's type decides. Port 0
/// or none is 25, and 465 with SslOnConnect or <c>useSsl: true</c>. The Socket and Stream overloads do not dial. (Measured, MailKit 4.18.)
/// </summary>
internal static class MailKit
{
    /// <summary>As a member of the type <c>SecureSocketOptions</c>, by whatever name.</summary>
    public static SecurityMember SecureSocketOptions(string name) => SecurityMember.OfEnum(
        name,
        (0, TransportSecurity.None),
        (1, TransportSecurity.ByPort),
        (2, TransportSecurity.Implicit),
        (3, TransportSecurity.StartTls),
        (4, TransportSecurity.WhenAvailable));

    /// <summary>As the argument <c>useSsl</c> of <c>Connect</c>, by whatever name.</summary>
    public static SecurityMember UseSsl(string name) =>
        SecurityMember.OfFlag(name, TransportSecurity.WhenAvailable, TransportSecurity.Implicit);

    public static readonly SmtpLibrary Library = new("MailKit")
    {
        ConnectMethods = ImmutableArray.Create(new SmtpConnectMethod
        {
            Names = ImmutableArray.Create("Connect", "ConnectAsync"),
            Receivers = ImmutableArray.Create(
                "MailKit.Net.Smtp.SmtpClient", "MailKit.Net.Smtp.ISmtpClient", "MailKit.IMailTransport", "MailKit.MailTransport"),
            UndecidedReceivers = ImmutableArray.Create("MailKit.IMailService", "MailKit.MailService"),
            PortParameter = "port",
            HostParameter = "host",
            // Until 1.0.12.
            OtherHostParameters = ImmutableArray.Create("hostName"),
            UriParameter = "uri",
            NotDialing = ImmutableArray.Create("socket", "stream"),
            DefaultPort = 25,
            ImplicitTlsPort = 465,
            ProxyProperty = "ProxyClient",
            Security = new()
            {
                Members = ImmutableArray.Create(SecureSocketOptions("options"), UseSsl("useSsl")),
                Default = TransportSecurity.ByPort,
            },
            Login = new()
            {
                Members = ImmutableArray.Create("ClientCertificates"),
                Passwords = ImmutableArray.Create("password"),
                Methods = ImmutableArray.Create("Authenticate", "AuthenticateAsync"),
            },
        }),
        Credentials = ImmutableArray.Create(new CredentialType("MailKit.Security.SaslMechanism")
        {
            Parameters = ImmutableArray.Create("password", "auth_token", "credentials"),
        }),
        Fix = new CallsFix("MailKit.Security.SecureSocketOptions", "StartTls", "SslOnConnect")
        {
            Off = "None",
            Optional = ImmutableArray.Create("Auto", "StartTlsWhenAvailable"),
            TokenMechanism = "MailKit.Security.SaslMechanismOAuth2",
        },
    };
}
