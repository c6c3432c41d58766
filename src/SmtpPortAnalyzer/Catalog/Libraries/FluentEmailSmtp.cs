using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>
/// FluentEmail's sender by System.Net.Mail. The extension without a login sends in the clear; the one with a login always sets EnableSsl.
/// A client that is handed over is used as it is. (lukencode/FluentEmail e1379c4.)
/// </summary>
internal static class FluentEmailSmtp
{
    public static readonly SmtpLibrary Library = new("FluentEmail.Smtp")
    {
        ConnectMethods = ImmutableArray.Create(
            new SmtpConnectMethod
            {
                Names = ImmutableArray.Create("AddSmtpSender"),
                Receivers = ImmutableArray.Create("Microsoft.Extensions.DependencyInjection.FluentEmailSmtpBuilderExtensions"),
                NeededParameter = "password",
                PortParameter = "port",
                HostParameter = "host",
                DefaultPort = 25,
                Security = new() { Default = TransportSecurity.StartTls },
                Login = new() { Members = ImmutableArray.Create("username", "password"), Passwords = ImmutableArray.Create("password") },
                FixLogin = new() { UserName = "username", Password = "password" },
            },
            new SmtpConnectMethod
            {
                Names = ImmutableArray.Create("AddSmtpSender"),
                Receivers = ImmutableArray.Create("Microsoft.Extensions.DependencyInjection.FluentEmailSmtpBuilderExtensions"),
                PortParameter = "port",
                HostParameter = "host",
                DefaultPort = 25,
                Security = new() { Default = TransportSecurity.None },
                Login = new(),
                FixLogin = new() { UserName = "username", Password = "password" },
            }),
        Wrappers = ImmutableArray.Create(
            "FluentEmail.Smtp.SmtpSender", "Microsoft.Extensions.DependencyInjection.FluentEmailSmtpBuilderExtensions"),
        OtherNames = ImmutableArray.Create("AddSmtpSender"),
    };
}
