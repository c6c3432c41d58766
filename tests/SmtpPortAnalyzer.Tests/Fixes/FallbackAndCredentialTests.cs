using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Credentials in variables, ports on some paths, fallbacks, values handed over, URIs.</summary>
/// <remarks>Long, since each test shows a whole piece of code before and after.</remarks>
public class FallbackAndCredentialTests
{
    [Fact]
    public Task CredentialSetByStatements_IsRewrittenThere() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    var login = new NetworkCredential();
                    login.UserName = "user";
                    login.Password = "password";
                    client.Credentials = login;
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
                        int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"));
                    var login = new NetworkCredential();
                    login.UserName = Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set.");
                    login.Password = Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set.");
                    client.Credentials = login;
                    client.EnableSsl = true;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task CredentialOfTwoClients_StaysForTheOther() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    var login = new NetworkCredential("user", "password");
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.Credentials = login;
                    client.Send(message);
                    var other = new SmtpClient("other.contoso.com", 587);
                    other.EnableSsl = true;
                    other.Credentials = login;
                    other.Send(message);
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
                    var login = new NetworkCredential("user", "password");
                    var client = new SmtpClient(
                        Environment.GetEnvironmentVariable("Smtp__Mail__Host") ?? "mail.contoso.com",
                        int.Parse(Environment.GetEnvironmentVariable("Smtp__Mail__Port") ?? "587"));
                    client.Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__Mail__UserName") ?? throw new InvalidOperationException("Smtp__Mail__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Mail__Password") ?? throw new InvalidOperationException("Smtp__Mail__Password is not set."));
                    client.EnableSsl = true;
                    client.Send(message);
                    var other = new SmtpClient("other.contoso.com", 587);
                    other.EnableSsl = true;
                    other.Credentials = login;
                    other.Send(message);
                }
            }
            """);

    [Fact]
    public Task PortOnSomePaths_StaysAndTheDefaultBecomesTheRelays() => RelayFixTest.Fixes(RelayFixTest.Encrypted, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message, string host, int port, bool ssl, bool asMachine, string? user, string? password)
                {
                    var client = {|SMTP002:new SmtpClient(host)|};
                    if (port > 0)
                    {
                        client.Port = port;
                    }

                    client.EnableSsl = ssl;
                    client.UseDefaultCredentials = asMachine;
                    if (user != null)
                    {
                        client.Credentials = new NetworkCredential(user, password);
                    }

                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message, string host, int port, bool ssl, bool asMachine, string? user, string? password)
                {
                    var client = new SmtpClient(host, 587);
                    if (port > 0)
                    {
                        client.Port = port;
                    }

                    client.EnableSsl = true;
                    client.UseDefaultCredentials = asMachine;
                    if (user != null)
                    {
                        client.Credentials = new NetworkCredential(user, password);
                    }

                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task PortOnSomePaths_EmptyConstructor() => RelayFixTest.Fixes(RelayFixTest.Encrypted, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message, string host, int port, bool ssl, string user, string password)
                {
                    var client = {|SMTP002:new SmtpClient()|};
                    if (host.Length > 0)
                    {
                        client.Host = host;
                    }

                    if (port > 0)
                        client.Port = port;
                    client.Credentials = new NetworkCredential(user, password);
                    client.EnableSsl = ssl;
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message, string host, int port, bool ssl, string user, string password)
                {
                    var client = new SmtpClient()
                    {
                        Port = 587
                    };
                    if (host.Length > 0)
                    {
                        client.Host = host;
                    }

                    if (port > 0)
                        client.Port = port;
                    client.Credentials = new NetworkCredential(user, password);
                    client.EnableSsl = true;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task FallbackInArgument_OnlyTheFallbackChanges() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Mail:Host"], configuration.GetValue("Mail:Port", {|SMTP003:25|}));
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
                    var client = new SmtpClient(configuration["Mail:Host"], configuration.GetValue("Mail:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Mail:UserName"] ?? throw new InvalidOperationException("Mail:UserName is not set."),
                            configuration["Mail:Password"] ?? throw new InvalidOperationException("Mail:Password is not set."))
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task FallbackInLocal_IsChangedThere() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string host)
                {
                    var port = configuration["Mail:Port"] ?? {|SMTP003:"25"|};
                    var client = new SmtpClient(host, int.Parse(port));
                    client.EnableSsl = true;
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
                void Send(MailMessage message, string host)
                {
                    var port = configuration["Mail:Port"] ?? "587";
                    var client = new SmtpClient(host, int.Parse(port));
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(
                        configuration["Mail:UserName"] ?? throw new InvalidOperationException("Mail:UserName is not set."),
                        configuration["Mail:Password"] ?? throw new InvalidOperationException("Mail:Password is not set."));
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task FallbackOfEncryptedLogin_PortOnly() => RelayFixTest.Fixes(RelayFixTest.Port587, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Mail:Host"], configuration.GetValue<int?>("Mail:Port") ?? {|SMTP003:25|});
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(configuration["Mail:User"], configuration["Mail:Password"]);
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
                    var client = new SmtpClient(configuration["Mail:Host"], configuration.GetValue<int?>("Mail:Port") ?? 587);
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(configuration["Mail:User"], configuration["Mail:Password"]);
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task HandedOver_ToEncryptedLogin_PortOnly() => RelayFixTest.Fixes(RelayFixTest.Port587, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message) => Send(message, {|SMTP001:25|});

                void Send(MailMessage message, int port)
                {
                    var client = new SmtpClient("mail.contoso.com", port) { EnableSsl = true, Credentials = new NetworkCredential(configuration["User"], configuration["Password"]) };
                    client.Send(message);
                }
            }
            """, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message) => Send(message, 587);

                void Send(MailMessage message, int port)
                {
                    var client = new SmtpClient("mail.contoso.com", port) { EnableSsl = true, Credentials = new NetworkCredential(configuration["User"], configuration["Password"]) };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task InitializerHostOnly_GetsPort() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = {|SMTP002:new SmtpClient() { Host = "mail.contoso.com" }|};
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
                    var client = new SmtpClient()
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
    public Task HostStatementOnly_GetsPort() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = {|SMTP002:new SmtpClient()|};
                    client.Host = "mail.contoso.com";
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
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task StringUri_BecomesArguments() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Open(SmtpClient client)
                {
                    {|SMTP002:client.Connect(new Uri("smtp://mail.contoso.com"))|};
                }
            }
            """, """
            using System;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Open(SmtpClient client)
                {
                    client.Connect(
                        configuration["Smtp:Host"] ?? "mail.contoso.com",
                        configuration.GetValue("Smtp:Port", 587),
                        SecureSocketOptions.StartTls);
                    client.Authenticate(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                }
            }
            """);

    [Fact]
    public Task InterpolatedUri_KeepsItsHost() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Open(SmtpClient client, string host)
                {
                    client.Connect({|SMTP001:new Uri($"smtp://{host}:25")|});
                }
            }
            """, """
            using System;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Open(SmtpClient client, string host)
                {
                    client.Connect(host, configuration.GetValue("Smtp:Port", 587), SecureSocketOptions.StartTls);
                    client.Authenticate(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                }
            }
            """);

    /// <summary>A 25 that a setting overwrites where it is there changes with the connection that it is the port of.</summary>
    [Fact]
    public Task PresetOfTheClient_ChangesWithIt() => RelayFixTest.Fixes(RelayFixTest.Environment, """
        using System;
        using System.Net.Mail;

        class Mailer
        {
            void Send(string text, MailMessage message)
            {
                var client = new SmtpClient("mail.contoso.com");
                client.Port = {|SMTP003:25|};
                if (int.TryParse(text, out var port)) client.Port = port;
                client.Send(message);
            }
        }
        """, """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            void Send(string text, MailMessage message)
            {
                var client = new SmtpClient(Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com");
                client.Port = 587;
                client.EnableSsl = true;
                client.Credentials = new NetworkCredential(
                    Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                    Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
                if (int.TryParse(text, out var port)) client.Port = port;
                client.Send(message);
            }
        }
        """);
}
