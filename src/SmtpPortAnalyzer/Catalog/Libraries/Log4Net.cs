using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>
/// log4net's appenders. The one in log4net itself always gives its client port and EnableSsl, whatever a settings file says; the one in
/// log4net.Ext.Mail is MailKit with Auto or None. (log4net 3.5.0; logging-log4net 1231d72.)
/// </summary>
internal static class Log4Net
{
    public static readonly SmtpLibrary Library = new("log4net")
    {
        Clients = ImmutableArray.Create(
            new SmtpClientType("log4net.Appender.SmtpAppender")
            {
                PortProperty = "Port",
                HostProperty = "SmtpHost",
                DefaultPort = 25,
                Security = new() { Members = ImmutableArray.Create(SystemNetMail.EnableSsl), Default = TransportSecurity.None },
                Login = new() { Members = ImmutableArray.Create("Authentication"), Passwords = ImmutableArray.Create("Password") },
                FixLogin = new() { UserName = "Username", Password = "Password", Switch = ("Authentication", 1) },
            },
            new SmtpClientType("log4net.Ext.Mail.Appender.SmtpAppender")
            {
                PortProperty = "Port",
                HostProperty = "SmtpHost",
                DefaultPort = 25,
                Security = new()
                {
                    Members = ImmutableArray.Create(SecurityMember.OfFlag("EnableSsl", TransportSecurity.None, TransportSecurity.ByPort)),
                    Default = TransportSecurity.None,
                },
                Login = new() { Members = ImmutableArray.Create("Authentication"), Passwords = ImmutableArray.Create("Password") },
            }),
        Wrappers = ImmutableArray.Create(
            "log4net.Config.BasicConfigurator", "log4net.Repository.Hierarchy.Logger", "log4net.Core.IAppenderAttachable"),
    };
}
