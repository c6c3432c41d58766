using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Where the client's host, port and encryption come from, and several clients side by side.</summary>
public class ClientValueFixTests
{
    [Fact]
    public Task ConstantHost_BecomesTheFallback() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                private const string Host = "mail.contoso.com";
                private const int Port = 25;

                SmtpClient Create() => new SmtpClient(Host, {|SMTP001:Port|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                private const string Host = "mail.contoso.com";

                SmtpClient Create() => new SmtpClient(configuration["Smtp:Host"] ?? Host, configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
            }
            """);

    [Fact]
    public Task PortTwice_IsOneFix() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", 25);
                    client.Port = {|SMTP001:25|};
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
                    client.Port = configuration.GetValue("Smtp:Port", 587);
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task MxHost_IsDroppedAndTheSettingRequired() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
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
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(
                        configuration["Smtp:Host"] ?? throw new InvalidOperationException("Smtp:Host is not set."),
                        configuration.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task RunTimeEnableSsl_BecomesTrue() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, bool ssl)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.EnableSsl = ssl;
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
                void Send(MailMessage message, bool ssl)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task TwoClients_EachIsItsOwn() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var first = new SmtpClient("first.contoso.com", {|SMTP001:25|});
                    first.EnableSsl = false;
                    first.Send(message);
                    var second = new SmtpClient("localhost", 587);
                    second.EnableSsl = false;
                    second.Send(message);
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
                    var first = new SmtpClient(configuration["Smtp:Host"] ?? "first.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    first.EnableSsl = true;
                    first.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    first.Send(message);
                    var second = new SmtpClient("localhost", 587);
                    second.EnableSsl = false;
                    second.Send(message);
                }
            }
            """);

    [Fact]
    public Task VariableUsedTwice_OnlyTheFirstClientChanges() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("first.contoso.com", {|SMTP001:25|});
                    client.EnableSsl = false;
                    client.Send(message);
                    client = new SmtpClient("localhost", 587);
                    client.EnableSsl = false;
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
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "first.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.Send(message);
                    client = new SmtpClient("localhost", 587);
                    client.EnableSsl = false;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task ClientMadeElsewhere_IsConfiguredBesideItsPort() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Configure(SmtpClient client)
                {
                    client.Port = {|SMTP001:25|};
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Configure(SmtpClient client)
                {
                    client.Port = configuration.GetValue("Smtp:Port", 587);
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                }
            }
            """);
}
