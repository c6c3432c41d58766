using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>Rebex's SMTP client. Its default port depends on the encryption, and is not known for sure. (Vendor's samples.)</summary>
internal static class RebexMail
{
    public static readonly SmtpLibrary Library = new("Rebex")
    {
        ConnectMethods = ImmutableArray.Create(new SmtpConnectMethod
        {
            Names = ImmutableArray.Create("Connect"),
            Receivers = ImmutableArray.Create("Rebex.Net.Smtp"),
            PortParameter = "port",
            HostParameter = "server",
        }),
    };
}
