using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>Smartstore's mail accounts, by MailKit. (smartstore/Smartstore 087de66.)</summary>
internal static class Smartstore
{
    public static readonly SmtpLibrary Library = new("Smartstore")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("Smartstore.Core.Messaging.EmailAccount")
        {
            PortProperty = "Port",
            HostProperty = "Host",
            Login = new()
            {
                Members = ImmutableArray.Create("Username", "Password", "UseDefaultCredentials"),
                Passwords = ImmutableArray.Create("Password"),
            },
        }),
    };
}
