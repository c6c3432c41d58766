using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>EASendMail: the object that names the server is SmtpServer. Its default port is not known for sure. (Vendor's pages.)</summary>
internal static class EASendMail
{
    public static readonly SmtpLibrary Library = new("EASendMail")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("EASendMail.SmtpServer")
        {
            PortProperty = "Port",
            HostParameter = "server",
            Login = new() { Members = ImmutableArray.Create("User", "Password"), Passwords = ImmutableArray.Create("Password") },
        }),
    };
}
