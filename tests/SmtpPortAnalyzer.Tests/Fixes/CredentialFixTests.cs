using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Credentials that are there already.</summary>
public class CredentialFixTests
{
    [Fact]
    public Task RunTimeCredentials_AreKept() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string? user, string? password)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    if (user != null)
                    {
                        client.Credentials = new NetworkCredential(user, password);
                    }

                    client.Send(message);
                }
            }
            """, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string? user, string? password)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true
                    };
                    if (user != null)
                    {
                        client.Credentials = new NetworkCredential(user, password);
                    }

                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task LiteralPassword_IsReplacedAndRunTimeUserKept() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string user)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.Credentials = new NetworkCredential(user, "password");
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
                void Send(MailMessage message, string user)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    client.Credentials = new NetworkCredential(user, configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.EnableSsl = true;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task LiteralPasswordInLocal_IsReplacedThere() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var password = "password";
                    var login = new NetworkCredential("user", password);
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.Credentials = login;
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
                    var password = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.");
                    var login = new NetworkCredential(configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."), password);
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    client.Credentials = login;
                    client.EnableSsl = true;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task NetworkCredentialWithDomain_LosesIt() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|}) { Credentials = new NetworkCredential("user", "password", "CONTOSO") };
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
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                    {
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")),
                        EnableSsl = true
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task NetworkCredentialInitializer_IsReplaced() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.Credentials = new NetworkCredential { UserName = "user", Password = "password" };
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
}
