using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A port that moves in one settings file moves in those that lie on it, and the switch that says no is found in each.</summary>
public class SettingsLayersFixTests
{
    [Fact]
    public Task SwitchInAnotherLayer_IsTurnedOn() => RelayFixTest.Fixes(RelayFixTest.Port587, Code("{|SMTP003:25|}"), Code("587"), test =>
    {
        test.TestState.AdditionalFiles.Add(("/0/appsettings.json", """{ "Mail": { "Host": "h.example", "UseSsl": false } }"""));
        test.FixedState.AdditionalFiles.Add(("/0/appsettings.json", """{ "Mail": { "Host": "h.example", "UseSsl": true } }"""));
        test.TestState.AdditionalFiles.Add(("/0/appsettings.Staging.json", """{ "Mail": { "Port": "25" } }"""));
        test.FixedState.AdditionalFiles.Add(("/0/appsettings.Staging.json", """{ "Mail": { "Port": "587" } }"""));
        test.TestState.AdditionalFiles.Add(("/0/appsettings.Development.json", """{ "Mail": { "Port": 25, "UseSsl": false } }"""));
        test.FixedState.AdditionalFiles.Add(("/0/appsettings.Development.json", """{ "Mail": { "Port": 25, "UseSsl": false } }"""));
    });

    private static string Code(string port) => $$"""
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Sender(IConfiguration configuration)
        {
            SmtpClient Create(string user, string password) =>
                new SmtpClient(configuration["Mail:Host"], configuration.GetValue("Mail:Port", {{port}}))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(user, password)
                };
        }
        """;
}
