using Xunit;
using static SmtpPortAnalyzer.Tests.Fixes.Relays.SecurityFixTest;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A fix leaves no line that is too long to read, wherever it can be broken.</summary>
public class LineWidthTests
{
    /// <summary>The arguments still fit, the initializer behind them does not.</summary>
    [Fact]
    public Task InitializerBehindTheArguments_IsSpread() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            void Send(MailMessage message)
            {
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|}) { EnableSsl = true, Timeout = 9999 };
                client.Credentials = new System.Net.NetworkCredential(configuration["Smtp:UserName"], configuration["Smtp:Password"]);
                client.Send(message);
            }
        }
        """, """
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            void Send(MailMessage message)
            {
                using var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Timeout = 9999
                };
                client.Credentials = new System.Net.NetworkCredential(configuration["Smtp:UserName"], configuration["Smtp:Password"]);
                client.Send(message);
            }
        }
        """);

    /// <summary>What a member gives goes on a line of its own, as the file has it elsewhere.</summary>
    [Theory]
    [InlineData("=> \"Shop\"", "=>\n            ")]
    [InlineData("\n            => \"Shop\"", "\n            => ")]
    public Task ExpressionBody_IsBroken(string other, string line)
    {
        string Code(string password) => $$"""
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                static string Name() {{other.Replace("\n            ", "\n        ", StringComparison.Ordinal)}};

                static string PasswordOfTheShop(){{password}};

                void Send(MailMessage message)
                {
                    using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true };
                    client.Credentials = new NetworkCredential("shop", PasswordOfTheShop());
                    client.Send(message);
                }
            }
            """;
        return FixesFile("SMTP007", RelayFixTest.Environment, Code(" => {|SMTP007:\"Xk3!v9qT\"|}"), Code(
            (line[0] == '\n' ? "" : " ") + line.Replace("            ", "        ", StringComparison.Ordinal)
            + "Environment.GetEnvironmentVariable(\"Smtp__Password\") "
            + "?? throw new InvalidOperationException(\"Smtp__Password is not set.\")"));
    }
}
