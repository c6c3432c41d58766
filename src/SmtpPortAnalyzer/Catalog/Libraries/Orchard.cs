using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>Orchard 1's mail settings. Without a host the settings file decides. (OrchardCMS/Orchard 4a05e77.)</summary>
internal static class Orchard
{
    public static readonly SmtpLibrary Library = new("Orchard")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("Orchard.Email.Models.SmtpSettingsPart")
        {
            PortProperty = "Port",
            HostProperty = "Host",
            DefaultPort = 25,
            Security = new() { Members = ImmutableArray.Create(SystemNetMail.EnableSsl) },
            Login = new()
            {
                Members = ImmutableArray.Create("RequireCredentials", "UseDefaultCredentials"),
                Passwords = ImmutableArray.Create("Password"),
            },
        }),
    };
}
