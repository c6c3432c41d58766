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

    /// <summary>The other connection gets its login by the names that its own settings have.</summary>
    [Fact]
    public Task OtherReader_LogsInByTheNamesBesideItsHost()
    {
        string Code(string port, string option, string login) => $$"""
            using System;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;

            class Sender(IConfiguration configuration)
            {
                void Ready()
                {
                    using var client = new SmtpClient();
                    client.Connect(configuration["SmtpServer"], configuration.GetValue("SmtpPort", {{port}}), SecureSocketOptions.StartTls);
                    client.Authenticate(configuration["SmtpAccount"], configuration["SmtpPassword"]);
                }

                void InTheClear()
                {
                    using var client = new SmtpClient();
                    var port = configuration.GetValue<int>("SmtpPort");
                    client.Connect(configuration["SmtpServer"], port, SecureSocketOptions.{{option}});{{login}}
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Port587,
            Code("{|SMTP003:25|}", "None", ""),
            Code("587", "StartTls", """

                        client.Authenticate(
                            configuration["SmtpAccount"] ?? throw new InvalidOperationException("SmtpAccount is not set."),
                            configuration["SmtpPassword"] ?? throw new InvalidOperationException("SmtpPassword is not set."));
                """),
            test =>
            {
                test.TestState.AdditionalFiles.Add(("/0/appsettings.json", "{ \"SmtpPort\": 25 }"));
                test.FixedState.AdditionalFiles.Add(("/0/appsettings.json", "{ \"SmtpPort\": 587 }"));
            });
    }

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
