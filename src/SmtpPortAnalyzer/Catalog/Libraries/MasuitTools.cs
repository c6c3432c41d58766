using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>Masuit.Tools' mail class, by System.Net.Mail. (ldqk/Masuit.Tools 8b1f0f9.)</summary>
internal static class MasuitTools
{
    public static readonly SmtpLibrary Library = new("Masuit.Tools")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("Masuit.Tools.Models.Email")
        {
            PortProperty = "SmtpPort",
            HostProperty = "SmtpServer",
            DefaultPort = 25,
            SendMethods = ImmutableArray.Create("Send", "SendAsync"),
            Security = new() { Members = ImmutableArray.Create(SystemNetMail.EnableSsl) },
            Login = new() { Members = ImmutableArray.Create("Username", "Password"), Passwords = ImmutableArray.Create("Password") },
        }),
    };
}
