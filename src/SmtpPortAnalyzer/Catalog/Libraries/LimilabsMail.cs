using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>Mail.dll by Limilabs. The port of Connect(host) is not known for sure. (Vendor's pages.)</summary>
internal static class LimilabsMail
{
    public static readonly SmtpLibrary Library = new("Limilabs Mail.dll")
    {
        ConnectMethods = ImmutableArray.Create(new SmtpConnectMethod
        {
            Names = ImmutableArray.Create("Connect", "ConnectSSL"),
            Receivers = ImmutableArray.Create("Limilabs.Client.SMTP.Smtp"),
            PortParameter = "port",
            HostParameter = "host",
        }),
    };
}
