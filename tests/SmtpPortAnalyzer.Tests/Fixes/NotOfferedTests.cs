using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>No fix rather than a wrong one.</summary>
public class NotOfferedTests
{
    [Fact]
    public Task StartTlsOnly_MxHost() => RelayFixTest.OffersNothing(RelayFixTest.StartTls, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("contoso-com.mail.protection.outlook.com", {|SMTP001:25|});
                    client.Send(message);
                }
            }
            """);

    [Theory]
    [InlineData(RelayFixTest.Configuration)]
    [InlineData(RelayFixTest.Environment)]
    [InlineData(RelayFixTest.StartTls)]
    [InlineData(RelayFixTest.Port587)]
    public Task MailKit_BeforeSecureSocketOptions(string action) => RelayFixTest.OffersNothing(
        action,
        Connections.MailKitTests.First + """

            class Mailer
            {
                void Send(string host, Microsoft.Extensions.Configuration.IConfiguration configuration)
                {
                    var client = new MailKit.Net.Smtp.SmtpClient();
                    client.Connect(host, {|SMTP001:25|});
                }
            }
            """,
        test => test.References = TestReferences.WithoutMailKit);

    [Fact]
    public Task StartTlsOnly_WherePortAloneIsEnough() => RelayFixTest.OffersNothing(RelayFixTest.StartTls, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string user, string password)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(user, password);
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task HostOfAnMxLookUp() => RelayFixTest.OffersNothing(RelayFixTest.Environment, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string[] mxHosts)
                {
                    foreach (var mxHost in mxHosts)
                    {
                        var client = new SmtpClient(mxHost, {|SMTP001:25|});
                        client.Send(message);
                    }
                }
            }
            """);

    /// <summary>Nothing can log in behind the connection: what leaves the login out is no first action, so there is none.</summary>
    [Theory]
    [InlineData(RelayFixTest.Environment)]
    [InlineData(RelayFixTest.StartTls)]
    public Task ReceiverWithoutName(string action) => RelayFixTest.OffersNothing(action, """
            using System;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            class Mailer
            {
                void Open(Func<SmtpClient> create)
                {
                    create().Connect("mail.contoso.com", {|SMTP001:25|});
                }
            }
            """);

    [Fact]
    public Task SharedStatement() => RelayFixTest.OffersNothing(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message, bool internalOnly)
                {
                    SmtpClient client;
                    if (internalOnly)
                        client = new SmtpClient("first.contoso.com", {|SMTP001:25|});
                    else
                        client = new SmtpClient("second.contoso.com", 587);
                    client.EnableSsl = false;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task SharedLogin() => RelayFixTest.OffersNothing(RelayFixTest.Environment, """
            using System;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            class Mailer
            {
                void Open(SmtpClient client, bool first)
                {
                    if (first)
                        client.Connect("first.contoso.com", {|SMTP001:25|});
                    else
                        client.Connect("second.contoso.com", 587, SecureSocketOptions.StartTls);
                    client.Authenticate("user", "password");
                }
            }
            """);

    [Theory]
    [InlineData("Secure(client);", "static void Secure(SmtpClient smtp) => smtp.EnableSsl = false;")]
    [InlineData("Secure<int>(client);", "static void Secure<T>(SmtpClient smtp) => smtp.EnableSsl = false;")]
    [InlineData("Secure(client, 1);", "static void Secure<T>(SmtpClient smtp, T value) => Really(smtp, value);"
        + " static void Really<T>(SmtpClient smtp, T value) => smtp.EnableSsl = false;")]
    [InlineData("new Mail<int>().Secure(client);", "class Mail<T> { public void Secure(SmtpClient smtp) => smtp.EnableSsl = false; }")]
    public Task ClientConfiguredByAnotherMethod(string call, string method) => RelayFixTest.OffersNothing(RelayFixTest.Environment, $$"""
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    {{call}}
                    client.Send(message);
                }

                {{method}}
            }
            """);

    [Theory]
    [InlineData(
        "client.DeliveryMethod = message.Body.Length > 9 ? SmtpDeliveryMethod.Network : SmtpDeliveryMethod.SpecifiedPickupDirectory;")]
    [InlineData("if (message.Body.Length > 9) { client.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory; }")]
    public Task PickupDirectoryOnSomeWay_ThrowsWithEncryption(string statement) =>
        RelayFixTest.OffersNothing(RelayFixTest.Environment, $$"""
        using System.Net.Mail;

        class Mailer
        {
            void Send(MailMessage message)
            {
                using var client = {|SMTP002:new SmtpClient("mail.contoso.com")|};
                {{statement}}
                client.Send(message);
            }
        }
        """);
}
