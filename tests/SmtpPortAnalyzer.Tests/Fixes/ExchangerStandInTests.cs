using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A mail exchanger that stands in for the setting of the host is no relay: the setting is demanded.</summary>
public class ExchangerStandInTests
{
    [Theory]
    [InlineData("configuration[\"Mail:Host\"] ?? \"contoso-com.mail.protection.outlook.com\"")]
    [InlineData("configuration.GetValue(\"Mail:Host\", \"aspmx.l.google.com\")")]
    public Task StandIn_Goes(string host) => RelayFixTest.Fixes(
        RelayFixTest.Configuration,
        Code(host, "using var client = new SmtpClient(host, {|SMTP001:25|});"),
        Code("configuration[\"Mail:Host\"] ?? throw new InvalidOperationException(\"Mail:Host is not set.\")", """
            using var client = new SmtpClient(host, configuration.GetValue("Mail:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Mail:UserName"] ?? throw new InvalidOperationException("Mail:UserName is not set."),
                            configuration["Mail:Password"] ?? throw new InvalidOperationException("Mail:Password is not set."))
                    };
            """));

    /// <summary>What code chooses, or takes from elsewhere, is not known to be a relay.</summary>
    [Theory]
    [InlineData("given ?? \"contoso-com.mail.protection.outlook.com\"")]
    [InlineData("given is null ? \"contoso-com.mail.protection.outlook.com\" : configuration[\"Mail:Host\"]")]
    public Task ChosenExchanger_IsLeft(string host) => RelayFixTest.OffersNothing(
        RelayFixTest.Configuration, Code(host, "using var client = new SmtpClient(host, {|SMTP001:25|});"));

    private static string Code(string host, string connection) => $$"""
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            public void Send(MailMessage message, string? given)
            {
                var host = {{host}};
                {{connection}}
                client.Send(message);
            }
        }
        """;
}
