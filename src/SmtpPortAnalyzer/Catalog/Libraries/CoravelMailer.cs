using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>
/// Coravel's SMTP mailer, by MailKit with Auto. What it reads from the configuration is a matter of settings files. (jamesmh/coravel
/// 4072e04.)
/// </summary>
internal static class CoravelMailer
{
    public static readonly SmtpLibrary Library = new("Coravel.Mailer")
    {
        ConnectMethods = ImmutableArray.Create(new SmtpConnectMethod
        {
            Names = ImmutableArray.Create(".ctor"),
            Receivers = ImmutableArray.Create("Coravel.Mailer.Mail.Mailers.SmtpMailer"),
            PortParameter = "port",
            HostParameter = "host",
            DefaultPort = 25,
            Security = new() { Default = TransportSecurity.ByPort },
            Login = new() { Members = ImmutableArray.Create("username"), Passwords = ImmutableArray.Create("password") },
        }),
    };
}
