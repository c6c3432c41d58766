using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Rules;

/// <summary>What a port finding tells the fixes of its connection.</summary>
public class ProvedFactsTests
{
    [Theory]
    [InlineData("new SmtpClient(\"mail.contoso.com\", 25).Send(null);", "1\nWhole\nNone\nNone\nCode mail.contoso.com")]
    [InlineData(
        "new SmtpClient(\"mail.contoso.com\", 25) { EnableSsl = true }.Send(null);", "1\nWhole\nStartTls\nNone\nCode mail.contoso.com")]
    [InlineData("new SmtpClient(host, 25) { EnableSsl = flag }.Send(null);", "1\nWhole\n?\nNone\nRunTime ")]
    [InlineData(
        "new SmtpClient(host, 25) { Credentials = new NetworkCredential(host, host) }.Send(null);", "1\nWhole\nNone\nUnknown\nRunTime ")]
    [InlineData("new SmtpClient(\"mail.contoso.com\").Send(null);", "1\nMissing\nNone\nNone\nCode mail.contoso.com")]
    [InlineData("new SmtpClient(Target, 25).Send(null);", "1\nWhole\nNone\nNone\nCode mail.contoso.com")]
    [InlineData("new SmtpClient(host, flag ? 25 : 587).Send(null);", "1\nChoice\nNone\nNone\nRunTime ")]
    [InlineData(
        "new SmtpClient(Environment.GetEnvironmentVariable(\"H\") ?? \"mail.contoso.com\", " +
        "int.Parse(Environment.GetEnvironmentVariable(\"P\") ?? \"25\")).Send(null);",
        "1\nFallback\nNone\nNone\nFallback mail.contoso.com\nRunTime ")]
    [InlineData("Open(\"mail.contoso.com\", 25).Send(null);", "1\nHandedOver\nNone\nNone\nCode mail.contoso.com")]
    public async Task Finding_TellsWhatIsProved(string statements, string expected)
    {
        var findings = await Findings.OfAsync($$"""
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                static string Target => "mail.contoso.com";

                static SmtpClient Open(string host, int port) => new SmtpClient(host, port);

                public void Send(string host, bool flag)
                {
                    {{statements}}
                }
            }
            """);
        var finding = Assert.Single(findings, finding => finding.Id is "SMTP001" or "SMTP002" or "SMTP003");
        Assert.Equal(expected, FindingProperties.From(finding)!.Proved!.ToText());
    }
}
