using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A client that statements configure.</summary>
public class StatementFixTests
{
    [Fact]
    public Task Statements_AreRewrittenInPlace() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    SmtpClient client = new SmtpClient();
                    client.Host = "mail.contoso.com";
                    client.Port = {|SMTP001:25|};
                    client.EnableSsl = false;
                    client.UseDefaultCredentials = false;
                    client.Credentials = new NetworkCredential("user", "password");
                    client.DeliveryMethod = SmtpDeliveryMethod.Network;
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    SmtpClient client = new SmtpClient();
                    client.Host = configuration["Smtp:Host"] ?? "mail.contoso.com";
                    client.Port = configuration.GetValue("Smtp:Port", 587);
                    client.EnableSsl = true;
                    client.UseDefaultCredentials = false;
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.DeliveryMethod = SmtpDeliveryMethod.Network;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task Statements_GetWhatIsMissingBesideThem() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient();
                    client.Host = "mail.contoso.com";
                    client.Port = {|SMTP001:25|};
                    message.Subject = "Hello";
                    client.Timeout = 1000;
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient();
                    client.Host = configuration["Smtp:Host"] ?? "mail.contoso.com";
                    client.Port = configuration.GetValue("Smtp:Port", 587);
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    message.Subject = "Hello";
                    client.Timeout = 1000;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task Statements_CredentialsGoBehindUseDefaultCredentials() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.Timeout = 1000;
                    message.Subject = "Hello";
                    client.UseDefaultCredentials = false;
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    client.Timeout = 1000;
                    message.Subject = "Hello";
                    client.UseDefaultCredentials = false;
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task UseDefaultCredentials_BecomesTheLogin() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.UseDefaultCredentials = true;
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.EnableSsl = true;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task UseDefaultCredentials_GoesWhereThereIsALogin() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.UseDefaultCredentials = true; // as the machine
                    client.Credentials = CredentialCache.DefaultNetworkCredentials;
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    // as the machine
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.EnableSsl = true;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task UseDefaultCredentialsFalse_BehindTheLoginGoes() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.Credentials = new NetworkCredential(configuration["User"], configuration["Password"]);
                    client.UseDefaultCredentials = false;
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
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    client.Credentials = new NetworkCredential(configuration["User"], configuration["Password"]);
                    client.EnableSsl = true;
                    client.Send(message);
                }
            }
            """);
}
