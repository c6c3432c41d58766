using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog;

/// <summary>
/// System.Net.Mail, in every .NET. A constructor port of 0, or none, is 25; the <c>Port</c> setter refuses 0. <c>EnableSsl</c> does not
/// change the port. Delivery to a pickup directory opens no connection. (dotnet/runtime, SmtpClient.cs; measured on .NET 10.)
/// </summary>
internal static class SystemNetMail
{
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
        }),
    };
}
