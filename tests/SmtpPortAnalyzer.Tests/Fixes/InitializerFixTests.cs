using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A client that its initializer configures.</summary>
public class InitializerFixTests
{
    [Fact]
    public Task Initializer_WhoseCommasLead_KeepsThemThere() => RelayFixTest.Fixes(RelayFixTest.Encrypted, """
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                SmtpClient Create(string host, ICredentialsByHost login) => new SmtpClient
                    {
                        Host = host
                        , Port = {|SMTP001:25|} // the default
                        , Credentials = login
                    };
            }
            """, """
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                SmtpClient Create(string host, ICredentialsByHost login) => new SmtpClient
                    {
                        Host = host
                        , Port = 587 // the default
                        , EnableSsl = true
                        , Credentials = login
                    };
            }
            """);

    [Fact]
    public Task Initializer_OnOneLineIsSpread() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient { Host = "mail.contoso.com", Port = {|SMTP001:25|} };
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
                    var client = new SmtpClient
                    {
                        Host = configuration["Smtp:Host"] ?? "mail.contoso.com",
                        Port = configuration.GetValue("Smtp:Port", 587),
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
    public Task Initializer_WithUseDefaultCredentialsAndLogin() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|}) { UseDefaultCredentials = true, Credentials = new NetworkCredential("user", "password") };
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(
                        Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                        int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                    {
                        Credentials = new NetworkCredential(
                            Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                            Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set.")),
                        EnableSsl = true
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task Initializer_OnLinesGetsLines() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com")
                    {
                        Port = {|SMTP001:25|},
                        EnableSsl = false,
                    };
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
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com")
                    {
                        Port = configuration.GetValue("Smtp:Port", 587),
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")),
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task Initializer_WithoutTrailingComma() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com")
                    {
                        DeliveryMethod = SmtpDeliveryMethod.Network,
                        Port = {|SMTP001:25|}
                    };
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
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com")
                    {
                        DeliveryMethod = SmtpDeliveryMethod.Network,
                        Port = configuration.GetValue("Smtp:Port", 587),
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
    public Task InitializerAndStatements_BothAreUsed() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient { Host = "mail.contoso.com", Port = {|SMTP001:25|} };
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
                    var client = new SmtpClient
                    {
                        Host = configuration["Smtp:Host"] ?? "mail.contoso.com",
                        Port = configuration.GetValue("Smtp:Port", 587),
                        EnableSsl = true
                    };
                    client.UseDefaultCredentials = false;
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task TargetTypedNew() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    SmtpClient client = new("mail.contoso.com", {|SMTP001:25|});
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
                    SmtpClient client = new(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
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
}
