using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>
/// Serilog's email sink: since 3.0 by MailKit with <c>EmailSinkOptions</c>, before by <c>EmailConnectionInfo</c>, which is System.Net.Mail
/// or MailKit by target framework, so that nothing is said of its encryption. The 2.x extensions without a port parameter always use 25.
/// (serilog-sinks-email 2bcf54c, v2.4.0.)
/// </summary>
internal static class SerilogEmail
{
    public static readonly SmtpLibrary Library = new("Serilog.Sinks.Email")
    {
        Clients = ImmutableArray.Create(
            new SmtpClientType("Serilog.Sinks.Email.EmailSinkOptions")
            {
                PortProperty = "Port",
                HostProperty = "Host",
                DefaultPort = 25,
                Security = new()
                {
                    Members = ImmutableArray.Create(MailKit.SecureSocketOptions("ConnectionSecurity")),
                    Default = TransportSecurity.ByPort,
                },
                Login = new() { Members = ImmutableArray.Create("Credentials") },
                FixLogin = new() { Credentials = "Credentials" },
            },
            new SmtpClientType("Serilog.Sinks.Email.EmailConnectionInfo")
            {
                PortProperty = "Port",
                HostProperty = "MailServer",
                DefaultPort = 25,
                Login = new() { Members = ImmutableArray.Create("NetworkCredentials") },
            }),
        ConnectMethods = ImmutableArray.Create(
            new SmtpConnectMethod
            {
                Names = ImmutableArray.Create("Email"),
                Receivers = ImmutableArray.Create("Serilog.LoggerConfigurationEmailExtensions"),
                PortParameter = "port",
                HostParameter = "host",
                DefaultPort = 25,
                Security = new()
                {
                    Members = ImmutableArray.Create(MailKit.SecureSocketOptions("connectionSecurity")),
                    Default = TransportSecurity.ByPort,
                },
                Login = new() { Members = ImmutableArray.Create("credentials") },
                FixLogin = new() { Credentials = "credentials" },
            },
            new SmtpConnectMethod
            {
                Names = ImmutableArray.Create("Email"),
                Receivers = ImmutableArray.Create("Serilog.LoggerConfigurationEmailExtensions"),
                HostParameter = "mailServer",
                DefaultPort = 25,
                Login = new() { Members = ImmutableArray.Create("networkCredential") },
            }),
        Wrappers = ImmutableArray.Create("Serilog.LoggerConfigurationEmailExtensions"),
        OtherNames = ImmutableArray.Create("Email"),
    };
}
