using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>NETCore.MailKit. <c>Security = false</c>, which is the default, is no encryption. (myloveCc/NETCore.MailKit 8523744.)</summary>
internal static class NetCoreMailKit
{
    public static readonly SmtpLibrary Library = new("NETCore.MailKit")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("NETCore.MailKit.Infrastructure.Internal.MailKitOptions")
        {
            PortProperty = "Port",
            HostProperty = "Server",
            DefaultPort = 25,
            Security = new()
            {
                Members = ImmutableArray.Create(SecurityMember.OfFlag("Security", TransportSecurity.None, TransportSecurity.ByPort)),
                Default = TransportSecurity.None,
            },
            Login = new() { Members = ImmutableArray.Create("Account", "Password"), Passwords = ImmutableArray.Create("Password") },
            FixLogin = new() { UserName = "Account", Password = "Password" },
        }),
        Wrappers = ImmutableArray.Create(
            "NETCore.MailKit.Infrastructure.MailKitOptionsBuilder", "NETCore.MailKit.Extensions.ServicesCollectionExtensions",
            "NETCore.MailKit.MailKitProvider"),
    };
}
