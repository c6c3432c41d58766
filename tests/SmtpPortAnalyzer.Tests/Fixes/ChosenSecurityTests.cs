using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// What stands in for a setting that chooses the encryption is what is proved to be used where the setting is missing: it becomes STARTTLS
/// there. A value that a call is merely given says nothing of what the call gives back.
/// </summary>
public class ChosenSecurityTests
{
    [Theory]
    [InlineData("", "configuration.GetValue(\"Smtp:Security\", ", ")")]
    [InlineData("", "Read(\"Smtp:Security\", ", ")")]
    [InlineData(
        "if (!Enum.TryParse(configuration[\"Smtp:Security\"], out SecureSocketOptions set)) set = ",
        "; client.Connect(host, {0}, set); ",
        null)]
    public Task StandIn_BecomesStartTls(string before, string between, string? after) => RelayFixTest.Fixes(
        RelayFixTest.Encrypted,
        after is null ? In(before + "SecureSocketOptions.None" + between.Replace("{0}", "{|SMTP001:25|}", StringComparison.Ordinal))
            : In("client.Connect(host, {|SMTP001:25|}, " + between + "SecureSocketOptions.None" + after + ");"),
        after is null ? In(before + "SecureSocketOptions.StartTls" + between.Replace("{0}", "587", StringComparison.Ordinal))
            : In("client.Connect(host, 587, " + between + "SecureSocketOptions.StartTls" + after + ");"));

    [Fact]
    public Task Argument_OfACallThatGivesSomethingElse_DemandsNothing() => RelayFixTest.OffersNothing(
        RelayFixTest.Port587, In("client.Connect(host, {|SMTP001:25|}, Weaken(SecureSocketOptions.StartTls));"));

    private static string In(string connect) => $$"""
        using System;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;
        using MimeKit;

        class Mailer(IConfiguration configuration, string host, string user, string password)
        {
            public void Send(MimeMessage message)
            {
                using var client = new SmtpClient();
                {{connect}}
                client.Authenticate(user, password);
                client.Send(message);
            }

            private static SecureSocketOptions Weaken(SecureSocketOptions wanted) =>
                Environment.GetEnvironmentVariable("PLAIN") is null ? SecureSocketOptions.Auto : SecureSocketOptions.None;

            private SecureSocketOptions Read(string key, SecureSocketOptions otherwise) =>
                Enum.TryParse<SecureSocketOptions>(configuration[key], out var set) ? set : otherwise;
        }
        """;
}
