using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A default of 25 whose setting is given other ports, or other hosts, elsewhere.</summary>
public class OtherPortsTests
{
    private const string Choice = "ssl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls";

    /// <summary>A connection that chooses TLS from the first byte by a switch of its own speaks with 465 as well.</summary>
    [Theory]
    [InlineData("ssl", Choice, true)]
    [InlineData("ssl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.None", Choice, true)]
    [InlineData("SecureSocketOptions.None", "", false)]
    public Task CallerWith465_AgreesWhereTheSwitchIsAsked(string before, string after, bool isFixed)
    {
        string Code(string port, string security) => $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;

            public static class Mail
            {
                public static void Open(SmtpClient client, string host, string user, string password, int port = {{port}}, bool ssl = false)
                {
                    client.Connect(host, port, {{security}});
                    client.Authenticate(user, password);
                }

                public static void Safe(SmtpClient client, string user, string password) =>
                    Open(client, "mail.contoso.com", user, password, 465, true);
            }
            """;
        return isFixed
            ? RelayFixTest.Fixes(RelayFixTest.Defaults, Code("{|SMTP003:25|}", before), Code("587", after))
            : RelayFixTest.OffersNothing(RelayFixTest.Defaults, Code("{|SMTP003:25|}", before));
    }

    /// <summary>The servers of one organization are taken to have one login, those of several are not.</summary>
    [Theory]
    [InlineData("mail.contoso.com", true)]
    [InlineData("smtp.fabrikam.com", false)]
    public Task SeveralServersBehindADefault_HaveOneLoginInOneOrganization(string other, bool isFixed)
    {
        string Code(string port, string initializer) => $$"""
            using System;
            using System.Net;
            using System.Net.Mail;

            public static class Mail
            {
                public static void Send(MailMessage message, string host, int port = {{port}})
                {
                    using var client = new SmtpClient(host, port){{initializer}};
                    client.Send(message);
                }

                public static void Orders(MailMessage message) => Send(message, "smtp.contoso.com");

                public static void Alerts(MailMessage message) => Send(message, "{{other}}");
            }
            """;
        return isFixed
            ? RelayFixTest.Fixes(RelayFixTest.Environment, Code("{|SMTP003:25|}", ""), Code("587", """

                        {
                            EnableSsl = true,
                            Credentials = new NetworkCredential(
                                Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                                Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                        }
                """))
            : RelayFixTest.OffersNothing(RelayFixTest.Environment, Code("{|SMTP003:25|}", ""));
    }

    /// <summary>The machine itself takes neither STARTTLS nor a login.</summary>
    [Theory]
    [InlineData(RelayFixTest.Environment)]
    [InlineData(RelayFixTest.StartTls)]
    public Task MachineItselfAmongTheWays_StaysAsItIs(string action) => RelayFixTest.OffersNothing(action, """
        using System;
        using System.Net;
        using System.Net.Mail;

        public class Mailer(bool isTry)
        {
            public int Port { get; set; } = {|SMTP003:25|};

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(isTry ? "localhost" : "smtp.contoso.com", Port);
                client.Send(message);
            }
        }
        """);
}
