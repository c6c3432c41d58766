using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>Chilkat's MailMan; its property MailPort is that of POP3. Its default port is not known for sure. (Vendor's pages.)</summary>
internal static class Chilkat
{
    public static readonly SmtpLibrary Library = new("Chilkat")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("Chilkat.MailMan")
        {
            PortProperty = "SmtpPort",
            HostProperty = "SmtpHost",
            Login = new()
            {
                Members = ImmutableArray.Create("SmtpUsername", "SmtpPassword"),
                Passwords = ImmutableArray.Create("SmtpPassword"),
            },
        }),
    };
}
