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

    /// <summary>The login of one object is not for the server of another.</summary>
    [Fact]
    public Task Host_OfAnotherObjectBeside_IsAnotherServer() => RelayFixTest.OffersNothing(
        RelayFixTest.SettingsLogin, Code("new SmtpClient(settings.Host ?? new MailSettings().Host, {|SMTP001:25|})"));

    /// <summary>What a login is called nowhere else but beside a mail server.</summary>
    [Theory]
    [InlineData("Server", "Account", "Secret")]
    [InlineData("SmtpServer", "SmtpAccount", "SmtpSecret")]
    public Task LoginOfAnotherName_IsTheObjects(string host, string user, string password)
    {
        string Code(string client) => $$"""
            using System.Net;
            using System.Net.Mail;

            record MailSettings(string {{host}}, string {{user}}, string {{password}});

            class Mailer(MailSettings settings)
            {
                SmtpClient Create() => {{client}};
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.SettingsLogin, Code($"new SmtpClient(settings.{host}, {{|SMTP001:25|}})"), Code($$"""
                new SmtpClient(settings.{{host}}, 587)
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(settings.{{user}}, settings.{{password}})
                    }
                """));
    }

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
