using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>ElmahCore's error mail, by System.Net.Mail. (ElmahCore aa8a673.)</summary>
internal static class ElmahCore
{
    public static readonly SmtpLibrary Library = new("ElmahCore")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("ElmahCore.Mvc.Notifiers.EmailOptions")
        {
            PortProperty = "SmtpPort",
            HostProperty = "SmtpServer",
            DefaultPort = 25,
            Security = new()
            {
                Members = ImmutableArray.Create(SecurityMember.OfFlag("UseSsl", TransportSecurity.None, TransportSecurity.StartTls)),
            },
            Login = new()
            {
                Members = ImmutableArray.Create("AuthUserName", "AuthPassword"),
                Passwords = ImmutableArray.Create("AuthPassword"),
            },
        }),
        Wrappers = ImmutableArray.Create("ElmahCore.Mvc.Notifiers.ErrorMailNotifier"),
    };
}
