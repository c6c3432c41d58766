using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A settings object whose host has a stand-in gives the login all the same.</summary>
public class SettingsObjectStandInTests
{
    [Theory]
    [InlineData("settings.Host ?? \"smtp.contoso.com\"")]
    [InlineData("(settings.Host ?? \"smtp.contoso.com\")")]
    [InlineData("settings.Host!")]
    public Task Host_WithAStandIn_NamesTheObject(string host) => RelayFixTest.Fixes(
        RelayFixTest.Settings, Code($"new SmtpClient({host}, settings.Port ?? {{|SMTP003:25|}})"), Code($$"""
            new SmtpClient({{host}}, settings.Port ?? 587)
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(settings.User, settings.Password)
                }
            """));

    private static string Code(string client) => $$"""
        using System.Net;
        using System.Net.Mail;

        class MailSettings
        {
            public string? Host { get; init; }
            public int? Port { get; init; }
            public string? User { get; init; }
            public string? Password { get; init; }
        }

        class Mailer(MailSettings settings)
        {
            SmtpClient Create() => {{client}};
        }
        """;
}
