using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>"Use port 587" alone: only where the connection is encrypted and logs in with what it gets at run time.</summary>
public class PortOnlyTests
{
    [Fact]
    public Task SystemNetMail_EncryptedAndLoggedIn() => RelayFixTest.Fixes(RelayFixTest.Port587, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|}) { EnableSsl = true, Credentials = new NetworkCredential(configuration["User"], configuration["Password"]) };
                    client.Send(message);
                }
            }
            """, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(configuration["User"], configuration["Password"]) };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task SystemNetMail_NoPort() => RelayFixTest.Fixes(RelayFixTest.Port587, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string host, string user, string password)
                {
                    var client = {|SMTP002:new SmtpClient(host)|};
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(user, password);
                    client.Send(message);
                }
            }
            """, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string host, string user, string password)
                {
                    var client = new SmtpClient(host, 587);
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(user, password);
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task SystemNetMail_NotEncrypted_IsNotOffered() => RelayFixTest.OffersNothing(RelayFixTest.Port587, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string user, string password)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.Credentials = new NetworkCredential(user, password);
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task SystemNetMail_EncryptedOnSomePaths_IsNotOffered() => RelayFixTest.OffersNothing(RelayFixTest.Port587, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string user, string password, bool ssl)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    if (ssl)
                    {
                        client.EnableSsl = true;
                    }

                    client.Credentials = new NetworkCredential(user, password);
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task SystemNetMail_LiteralPassword_IsNotOffered() => RelayFixTest.OffersNothing(RelayFixTest.Port587, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string user)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(user, "password");
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task SystemNetMail_MxHost_IsNotOffered() => RelayFixTest.OffersNothing(RelayFixTest.Port587, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string user, string password)
                {
                    var client = new SmtpClient("contoso-com.mail.protection.outlook.com", {|SMTP001:25|});
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(user, password);
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task SystemNetMail_DefaultCredentials_IsNotOffered() => RelayFixTest.OffersNothing(RelayFixTest.Port587, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.EnableSsl = true;
                    client.UseDefaultCredentials = true;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task MailKit_StartTlsAndLogin() => RelayFixTest.Fixes(RelayFixTest.Port587, """
            using System;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            class Mailer
            {
                void Send(SmtpClient client, string user, string password)
                {
                    client.Connect("mail.contoso.com", {|SMTP001:25|}, SecureSocketOptions.StartTls);
                    client.Authenticate(user, password);
                }
            }
            """, """
            using System;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            class Mailer
            {
                void Send(SmtpClient client, string user, string password)
                {
                    client.Connect("mail.contoso.com", 587, SecureSocketOptions.StartTls);
                    client.Authenticate(user, password);
                }
            }
            """);

    [Fact]
    public Task MailKit_Auto_IsNotOffered() => RelayFixTest.OffersNothing(RelayFixTest.Port587, """
            using System;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            class Mailer
            {
                void Send(SmtpClient client, string user, string password)
                {
                    client.Connect("mail.contoso.com", {|SMTP001:25|}, SecureSocketOptions.Auto);
                    client.Authenticate(user, password);
                }
            }
            """);
}
