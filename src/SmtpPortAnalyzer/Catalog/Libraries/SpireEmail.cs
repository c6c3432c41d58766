using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>Spire.Email. Its default port is not known for sure. (Seen in use only.)</summary>
internal static class SpireEmail
{
    public static readonly SmtpLibrary Library = new("Spire.Email")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("Spire.Email.Smtp.SmtpClient")
        {
            PortProperty = "Port",
            HostProperty = "Host",
            SendMethods = ImmutableArray.Create("SendOne"),
            Login = new() { Members = ImmutableArray.Create("Username", "Password"), Passwords = ImmutableArray.Create("Password") },
        }),
    };
}
