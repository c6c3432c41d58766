using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>Umbraco's mail settings, by MailKit. (Umbraco-CMS 3a2b5eb.)</summary>
internal static class UmbracoCms
{
    public static readonly SmtpLibrary Library = new("Umbraco CMS")
    {
        Clients = ImmutableArray.Create(
            new SmtpClientType("Umbraco.Cms.Core.Configuration.Models.SmtpSettings")
            {
                PortProperty = "Port",
                HostProperty = "Host",
                DefaultPort = 25,
                ImplicitTlsPort = 465,
                NotConnecting = ImmutableArray.Create("PickupDirectoryLocation"),
                Security = new()
                {
                    Members = ImmutableArray.Create(MailKit.SecureSocketOptions("SecureSocketOptions")),
                    Default = TransportSecurity.ByPort,
                },
                Login = new() { Members = ImmutableArray.Create("Username", "Password"), Passwords = ImmutableArray.Create("Password") },
            },
            new SmtpClientType("Umbraco.Core.Configuration.Models.SmtpSettings")
            {
                PortProperty = "Port",
                HostProperty = "Host",
                DefaultPort = 25,
                ImplicitTlsPort = 465,
                NotConnecting = ImmutableArray.Create("PickupDirectoryLocation"),
                Security = new()
                {
                    Members = ImmutableArray.Create(MailKit.SecureSocketOptions("SecureSocketOptions")),
                    Default = TransportSecurity.ByPort,
                },
                Login = new() { Members = ImmutableArray.Create("Username", "Password"), Passwords = ImmutableArray.Create("Password") },
            }),
    };
}
