using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>GemBox.Email. Its default port depends on the encryption, and is not known for sure. (Vendor's pages.)</summary>
internal static class GemBoxEmail
{
    public static readonly SmtpLibrary Library = new("GemBox.Email")
    {
        ConnectMethods = ImmutableArray.Create(new SmtpConnectMethod
        {
            Names = ImmutableArray.Create(".ctor"),
            Receivers = ImmutableArray.Create("GemBox.Email.Smtp.SmtpClient"),
            PortParameter = "port",
            HostParameter = "host",
        }),
    };
}
