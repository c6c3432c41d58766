using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>
/// System.Net.Mail, in every .NET. A constructor port of 0, or none, is 25; the <c>Port</c> setter refuses 0. <c>EnableSsl</c> does not
/// change the port, and means STARTTLS: TLS from the first byte does not exist here. Delivery to a pickup directory opens no connection.
/// (dotnet/runtime, SmtpClient.cs; measured on .NET 10.)
/// </summary>
internal static class SystemNetMail
{
    /// <summary>What every library has that sends by this client.</summary>
    public static readonly SecurityMember EnableSsl = SecurityMember.OfFlag(
        "EnableSsl", TransportSecurity.None, TransportSecurity.StartTls);

    public static readonly SmtpLibrary Library = new("System.Net.Mail")
    {
        ReadsMailSettings = true,
        Clients = ImmutableArray.Create(new SmtpClientType("System.Net.Mail.SmtpClient")
        {
            PortProperty = "Port",
            HostProperty = "Host",
            PortParameter = "port",
            HostParameter = "host",
            DefaultPort = 25,
            SendMethods = ImmutableArray.Create("Send", "SendAsync", "SendMailAsync"),
            DeliveryProperty = "DeliveryMethod",
            Security = new() { Members = ImmutableArray.Create(EnableSsl), Default = TransportSecurity.None },
            Login = new() { Members = ImmutableArray.Create("Credentials", "UseDefaultCredentials", "ClientCertificates") },
        }),
        Credentials = ImmutableArray.Create(new CredentialType("System.Net.NetworkCredential")
        {
            Parameters = ImmutableArray.Create("password"),
            Property = "Password",
            UserName = "UserName",
        }),
        Fix = new PropertiesFix("Credentials", "UseDefaultCredentials"),
    };
}
