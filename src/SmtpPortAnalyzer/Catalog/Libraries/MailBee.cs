using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>MailBee.NET. It may choose the port by the host, so that no default is known. (Vendor's pages.)</summary>
internal static class MailBee
{
    public static readonly SmtpLibrary Library = new("MailBee.NET")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("MailBee.SmtpMail.SmtpServer")
        {
            PortProperty = "Port",
            HostProperty = "Name",
            PortParameter = "port",
            Login = new() { Members = ImmutableArray.Create("AccountName", "Password"), Passwords = ImmutableArray.Create("Password") },
        }),
    };
}
