using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Where a client is held, and URIs that a connection is made to.</summary>
public class ClientShapeTests
{
    [Fact]
    public Task Client_ChosenBetweenTwo() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            void Send(MailMessage message, bool isTest)
            {
                var client = isTest ? new SmtpClient("localhost", 25) : new SmtpClient("smtp.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            void Send(MailMessage message, bool isTest)
            {
                var client = isTest ? new SmtpClient("localhost", 25) : new SmtpClient(
                    configuration["Smtp:Host"] ?? "smtp.contoso.com",
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
    public Task Client_InParentheses() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            void Send(MailMessage message)
            {
                var client = (SmtpClient)(new SmtpClient("smtp.contoso.com", {|SMTP001:25|}));
                client.Send(message);
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            void Send(MailMessage message)
            {
                var client = (SmtpClient)(new SmtpClient(configuration["Smtp:Host"] ?? "smtp.contoso.com", configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                });
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Client_OfAProperty() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            private SmtpClient Client { get; } = new SmtpClient("smtp.contoso.com", {|SMTP001:25|}) { Timeout = 1000 };

            void Send(MailMessage message) => Client.Send(message);
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            private SmtpClient Client { get; } = new SmtpClient(
                configuration["Smtp:Host"] ?? "smtp.contoso.com",
                configuration.GetValue("Smtp:Port", 587))
            {
                Timeout = 1000,
                EnableSsl = true,
                Credentials = new NetworkCredential(
                    configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
            };

            void Send(MailMessage message) => Client.Send(message);
        }
        """);

    [Fact]
    public Task Client_OfAField_SetByTheConstructor() => Fixes(RelayFixTest.Configuration, """
        class Mailer
        {
            private readonly IConfiguration _configuration;
            private readonly SmtpClient _client = new SmtpClient();

            public Mailer(IConfiguration configuration)
            {
                _configuration = configuration;
                _client.Host = "smtp.contoso.com";
                this._client.Port = {|SMTP001:25|};
            }

            void Send(MailMessage message) => _client.Send(message);
        }
        """, """
        class Mailer
        {
            private readonly IConfiguration _configuration;
            private readonly SmtpClient _client = new SmtpClient();

            public Mailer(IConfiguration configuration)
            {
                _configuration = configuration;
                _client.Host = configuration["Smtp:Host"] ?? "smtp.contoso.com";
                this._client.Port = configuration.GetValue("Smtp:Port", 587);
                this._client.EnableSsl = true;
                this._client.Credentials = new NetworkCredential(
                    configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
            }

            void Send(MailMessage message) => _client.Send(message);
        }
        """);

    [Fact]
    public Task Uri_InACreation() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            void Send(MimeMessage message)
            {
                using var client = new MailKit.Net.Smtp.SmtpClient();
                client.Connect({|SMTP001:new Uri("smtp://smtp.contoso.com:25")|});
                client.Send(message);
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            void Send(MimeMessage message)
            {
                using var client = new MailKit.Net.Smtp.SmtpClient();
                client.Connect(
                    configuration["Smtp:Host"] ?? "smtp.contoso.com",
                    configuration.GetValue("Smtp:Port", 587),
                    SecureSocketOptions.StartTls);
                client.Authenticate(
                    configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Uri_WithAHoleForTheHost() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            void Send(MimeMessage message, string host)
            {
                using var client = new MailKit.Net.Smtp.SmtpClient();
                client.Connect({|SMTP001:new Uri($"smtp://{host}:25")|});
                client.Send(message);
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            void Send(MimeMessage message, string host)
            {
                using var client = new MailKit.Net.Smtp.SmtpClient();
                client.Connect(host, configuration.GetValue("Smtp:Port", 587), SecureSocketOptions.StartTls);
                client.Authenticate(
                    configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Uri_InAVariable_IsLeft() => OffersNothing(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            void Send(MimeMessage message)
            {
                var address = new Uri("smtp://smtp.contoso.com:25", UriKind.Absolute);
                using var client = new MailKit.Net.Smtp.SmtpClient();
                client.Connect({|SMTP001:address|});
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Uri_WithAPath() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            void Send(MimeMessage message)
            {
                using var client = new MailKit.Net.Smtp.SmtpClient();
                client.Connect({|SMTP001:new Uri("smtp://smtp.contoso.com:25/?timeout=5")|});
                client.Send(message);
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            void Send(MimeMessage message)
            {
                using var client = new MailKit.Net.Smtp.SmtpClient();
                client.Connect(
                    configuration["Smtp:Host"] ?? "smtp.contoso.com",
                    configuration.GetValue("Smtp:Port", 587),
                    SecureSocketOptions.StartTls);
                client.Authenticate(
                    configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                client.Send(message);
            }
        }
        """);

    private static Task OffersNothing(string action, string code) => RelayFixTest.OffersNothing(action, In(code));

    private static Task Fixes(string action, string before, string after) => RelayFixTest.Fixes(action, In(before), In(after));

    private static string In(string types) => $$"""
        using System;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.Net;
        using System.Net.Mail;
        using System.Threading.Tasks;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;
        using MimeKit;

        {{types}}
        """;
}
