using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>FluentEmail's sender by MailKit; its namespace is FluentEmail.MailKitSmtp. (lukencode/FluentEmail e1379c4.)</summary>
internal static class FluentEmailMailKit
{
    public static readonly SmtpLibrary Library = new("FluentEmail.MailKit")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("FluentEmail.MailKitSmtp.SmtpClientOptions")
        {
            PortProperty = "Port",
            HostProperty = "Server",
            DefaultPort = 25,
            NotConnecting = ImmutableArray.Create("UsePickupDirectory"),
            Security = new()
            {
                Members = ImmutableArray.Create(MailKit.SecureSocketOptions("SocketOptions"), MailKit.UseSsl("UseSsl")),
                Default = TransportSecurity.WhenAvailable,
            },
            Login = new() { Members = ImmutableArray.Create("RequiresAuthentication"), Passwords = ImmutableArray.Create("Password") },
            FixLogin = new() { UserName = "User", Password = "Password", Switch = ("RequiresAuthentication", 1) },
        }),
        Wrappers = ImmutableArray.Create(
            "FluentEmail.MailKitSmtp.MailKitSender", "Microsoft.Extensions.DependencyInjection.FluentEmailMailKitBuilderExtensions"),
    };
}
