using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A port that moves in a settings file takes its switch and all connections along that read it.</summary>
public class SharedSettingsTests
{
    [Fact]
    public Task OtherReader_IsEncryptedAsWell() => Fixes(
        """{ "Mail": { "Host": "smtp.contoso.com", "Port": 25 } }""",
        """{ "Mail": { "Host": "smtp.contoso.com", "Port": 587 } }""");

    [Theory]
    [InlineData("\"EnableSsl\": false", "\"EnableSsl\": true")]
    [InlineData("\"UseStartTls\": \"False\"", "\"UseStartTls\": \"True\"")]
    [InlineData("\"UseSsl\": false", "\"UseSsl\": false")]
    public Task SwitchBesideThePort_IsTurnedOnWhereItMeansStartTls(string before, string after) => Fixes(
        "{ \"Mail\": { \"Port\": 25, " + before + " } }",
        "{ \"Mail\": { \"Port\": 587, " + after + " } }");

    private static Task Fixes(string before, string after) => RelayFixTest.Fixes(
        RelayFixTest.Port587, Code("{|SMTP003:25|}", "None"), Code("587", "StartTls"), test =>
    {
        test.TestState.AdditionalFiles.Add(("/0/appsettings.json", before));
        test.FixedState.AdditionalFiles.Add(("/0/appsettings.json", after));
    });

    private static string Code(string port, string option) => $$"""
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;

        class Sender(IConfiguration configuration)
        {
            void Ready(string user, string password)
            {
                using var client = new SmtpClient();
                client.Connect(configuration["Mail:Host"], configuration.GetValue("Mail:Port", {{port}}), SecureSocketOptions.StartTls);
                client.Authenticate(user, password);
            }

            void InTheClear(string user, string password)
            {
                using var client = new SmtpClient();
                client.Connect(configuration["Mail:Host"], configuration.GetValue<int>("Mail:Port"), SecureSocketOptions.{{option}});
                client.Authenticate(user, password);
            }
        }
        """;
}
