using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>StackExchange.Exceptional's error mail, by System.Net.Mail. (StackExchange.Exceptional 4fccb27.)</summary>
internal static class StackExchangeExceptional
{
    public static readonly SmtpLibrary Library = new("StackExchange.Exceptional")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("StackExchange.Exceptional.EmailSettings")
        {
            PortProperty = "SMTPPort",
            HostProperty = "SMTPHost",
            DefaultPort = 25,
            Security = new()
            {
                Members = ImmutableArray.Create(SecurityMember.OfFlag("SMTPEnableSSL", TransportSecurity.None, TransportSecurity.StartTls)),
            },
            Login = new()
            {
                Members = ImmutableArray.Create("SMTPCredentials", "SMTPUserName", "SMTPPassword"),
                Passwords = ImmutableArray.Create("SMTPPassword"),
            },
        }),
    };
}
