using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Catalog.Libraries;

/// <summary>MailMergeLib, by MailKit. Its host is localhost unless it is set. (axuno/MailMergeLib c804811.)</summary>
internal static class MailMergeLib
{
    public static readonly SmtpLibrary Library = new("MailMergeLib")
    {
        Clients = ImmutableArray.Create(new SmtpClientType("MailMergeLib.SmtpClientConfig")
        {
            PortProperty = "SmtpPort",
            HostProperty = "SmtpHost",
            DefaultPort = 25,
            Security = new() { Members = ImmutableArray.Create(MailKit.SecureSocketOptions("SecureSocketOptions")) },
            Login = new() { Members = ImmutableArray.Create("NetworkCredential") },
        }),
    };
}
