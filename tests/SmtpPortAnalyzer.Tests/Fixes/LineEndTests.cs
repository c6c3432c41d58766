using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A file keeps the line ends that it has, whichever they are.</summary>
public class LineEndTests
{
    private const string Before = """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            void Send(MailMessage message)
            {
                var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.UseDefaultCredentials = true;
                client.Credentials = null;
                client.Send(message);
            }
        }
        """;

    private const string After = """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            void Send(MailMessage message)
            {
                var client = new SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"));
                client.Credentials = new NetworkCredential(
                    Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                    Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
                client.EnableSsl = true;
                client.Send(message);
            }
        }
        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public Task LineEnds_Stay(string lineEnd) => RelayFixTest.Fixes(
        RelayFixTest.Environment, Before.ReplaceLineEndings(lineEnd), After.ReplaceLineEndings(lineEnd));
}
