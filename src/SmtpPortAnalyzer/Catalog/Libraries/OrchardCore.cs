using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>
/// Orchard Core's mail options, by MailKit. Without AutoSelectEncryption and EncryptionMethod nothing is encrypted. (OrchardCore 604243b,
/// 00f5df8.)
/// </summary>
internal static class OrchardCore
{
    public static readonly SmtpLibrary Library = new("Orchard Core")
    {
        Clients = ImmutableArray.Create(
            new SmtpClientType("OrchardCore.Email.Smtp.SmtpOptions")
            {
                PortProperty = "Port",
                HostProperty = "Host",
                DefaultPort = 25,
                DeliveryProperty = "DeliveryMethod",
                Login = new()
                {
                    Members = ImmutableArray.Create("RequireCredentials", "UseDefaultCredentials"),
                    Passwords = ImmutableArray.Create("Password"),
                },
            },
            new SmtpClientType("OrchardCore.Email.SmtpSettings")
            {
                PortProperty = "Port",
                HostProperty = "Host",
                DefaultPort = 25,
                DeliveryProperty = "DeliveryMethod",
                Login = new()
                {
                    Members = ImmutableArray.Create("RequireCredentials", "UseDefaultCredentials"),
                    Passwords = ImmutableArray.Create("Password"),
                },
            }),
    };
}
