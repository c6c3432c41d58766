using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>DotNetOpenMail. The port of its constructor without one is not known for sure. (Vendor's pages.)</summary>
internal static class DotNetOpenMail
{
    public static readonly SmtpLibrary Library = new("DotNetOpenMail")
    {
        ConnectMethods = ImmutableArray.Create(new SmtpConnectMethod
        {
            Names = ImmutableArray.Create(".ctor"),
            Receivers = ImmutableArray.Create("DotNetOpenMail.SmtpServer"),
            PortParameter = "port",
            HostParameter = "host",
        }),
    };
}
