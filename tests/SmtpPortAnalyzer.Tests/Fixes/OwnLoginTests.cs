using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;
using static SmtpPortAnalyzer.Tests.Fixes.Relays.SecurityFixTest;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Whose login it is: a setting for host and port alone would be half a relay, one password is not two accounts'.</summary>
public class OwnLoginTests
{
    /// <summary>The login is a parameter: the first action leaves the host beside it alone.</summary>
    [Fact]
    public Task HostInTheCode_StaysBesideALoginOfRunTime()
    {
        string Code(string port, string options) => $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;

            class Mailer
            {
                public void Open(SmtpClient client, string user, string password)
                {
                    client.Connect("mail.contoso.com", {{port}}, SecureSocketOptions.{{options}});
                    client.Authenticate(user, password);
                }
            }
            """;
        return new SmtpTest<SmtpAnalyzer, RelayPortFix>
        {
            CodeActionEquivalenceKey = RelayAction.BestKey,
            TestCode = Code("{|SMTP001:25|}", "None"),
            FixedCode = Code("587", "StartTls"),
        }.RunAsync();
    }

    [Fact]
    public Task PasswordOfAnotherAccount_IsNotThisOnes() => SystemNetMail("SMTP007", RelayFixTest.Configuration, """
        using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true };
        client.Credentials = message.Subject switch
        {
            "Order" => new NetworkCredential("orders", configuration["Mail:OrdersPassword"]),
            _ => new NetworkCredential("shop", {|SMTP007:"Xk3!v9qT"|}),
        };
        client.Send(message);
        """, """
        using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true };
        client.Credentials = message.Subject switch
        {
            "Order" => new NetworkCredential("orders", configuration["Mail:OrdersPassword"]),
            _ => new NetworkCredential(
                "shop",
                configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")),
        };
        client.Send(message);
        """);
}
