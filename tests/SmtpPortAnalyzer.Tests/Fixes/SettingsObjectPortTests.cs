using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>The port of the settings object is read only where it is not 25 itself until it is set.</summary>
public class SettingsObjectPortTests
{
    private static string Code(string members, string port, string rest) => $$"""
        using System.Net;
        using System.Net.Mail;

        static class Defaults
        {
            public const int SmtpPort = 25;
            public const int RelayPort = 587;
            public static readonly int Old = 25;
        }

        class SmtpOptions
        {
            public string Host { get; set; } = "";
            {{members}}
            public string UserName { get; set; } = "";
            public string Password { get; set; } = "";
        }

        class Mailer
        {
            void Send(MailMessage message, SmtpOptions options)
            {
                var client = new SmtpClient(options.Host, {{port}}){{rest}};
                client.Send(message);
            }
        }
        """;

    [Theory]
    [InlineData("public int Port { get; set; } = Defaults.SmtpPort;")]
    [InlineData("public int Port { get; set; } = Defaults.Old;")]
    [InlineData("public int Port { get; set; } = (25);")]
    [InlineData("public int? Port { get; set; } = Defaults.SmtpPort;")]
    [InlineData("public int Port = Defaults.SmtpPort;")]
    [InlineData("public int Port { get; set; } public SmtpOptions() { Port = 25; }")]
    [InlineData("public int Port { get; set; } public SmtpOptions() => this.Port = Defaults.SmtpPort;")]
    public Task PortThatStartsAs25_IsNotRead(string members) =>
        RelayFixTest.OffersNothing(
            RelayFixTest.Settings, Code(members, "{|SMTP001:25|}", ""), test => test.DisabledDiagnostics.Add("SMTP003"));

    [Theory]
    [InlineData("public int Port { get; set; } = Defaults.RelayPort;", "options.Port")]
    [InlineData("public int Port { get; set; } public SmtpOptions() { Port = 587; }", "options.Port > 0 ? options.Port : 587")]
    [InlineData("public int Port { get; set; } public SmtpOptions() { var port = 25; Port = 587; }",
        "options.Port > 0 ? options.Port : 587")]
    public Task PortThatDoesNot_IsRead(string members, string port) => RelayFixTest.Fixes(
        RelayFixTest.Settings, Code(members, "{|SMTP001:25|}", ""), Code(members, port, """

                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(options.UserName, options.Password)
                }
        """));
}
