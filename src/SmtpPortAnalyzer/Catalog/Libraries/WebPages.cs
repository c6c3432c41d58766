using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>
/// WebMail of ASP.NET Web Pages: static properties. Without a port it is that of the settings file. (AspNetWebStack 1a987f8.)
/// </summary>
internal static class WebPages
{
    public static readonly SmtpLibrary Library = new("ASP.NET Web Pages")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("System.Web.Helpers.WebMail")
        {
            PortProperty = "SmtpPort",
            HostProperty = "SmtpServer",
            Security = new() { Members = ImmutableArray.Create(SystemNetMail.EnableSsl) },
            Login = new()
            {
                Members = ImmutableArray.Create("UserName", "SmtpUseDefaultCredentials"),
                Passwords = ImmutableArray.Create("Password"),
            },
        }),
    };
}
