using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog;

/// <summary>
/// MailKit since 1.2. The members are declared on bases and interfaces that POP3 and IMAP share, so the receiver's type decides. Port 0
/// or none is 25, and 465 with SslOnConnect (2) or <c>useSsl: true</c>. The Socket and Stream overloads do not dial. (Measured, MailKit 4.18.)
/// </summary>
internal static class MailKit
{
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
            UriParameter = "uri",
            NotDialing = ImmutableArray.Create("socket", "stream"),
            DefaultPort = 25,
            ImplicitTlsParameter = "useSsl",
            OptionsParameter = "options",
            ImplicitTlsOption = 2,
            ImplicitTlsPort = 465,
            ProxyProperty = "ProxyClient",
        }),
    };
}
