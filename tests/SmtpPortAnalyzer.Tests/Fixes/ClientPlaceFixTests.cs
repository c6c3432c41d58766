using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Where the client stands: a field, a lambda, an expression body.</summary>
public class ClientPlaceFixTests
{
    [Fact]
    public Task UsingStatement_StatementsStayInside() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    using (var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|}))
                    {
                        client.EnableSsl = false;
                        client.Send(message);
                    }
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
                    using (var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587)))
                    {
                        client.EnableSsl = true;
                        client.Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                        client.Send(message);
                    }
                }
            }
            """);

    [Fact]
    public Task NoVariable_GetsInitializer() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    new SmtpClient("mail.contoso.com", {|SMTP001:25|}).Send(message);
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
                    new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    }.Send(message);
                }
            }
            """);

    [Fact]
    public Task Field_GetsInitializer() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                private readonly SmtpClient _client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});

                void Send(MailMessage message) => _client.Send(message);
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                private readonly SmtpClient _client = new SmtpClient(
                    configuration["Smtp:Host"] ?? "mail.contoso.com",
                    configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };

                void Send(MailMessage message) => _client.Send(message);
            }
            """);

    [Fact]
    public Task FieldSetInConstructor_StatementsElsewhereAreRewritten() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                private readonly IConfiguration _configuration;
                private readonly SmtpClient _client;

                Mailer(IConfiguration configuration)
                {
                    _configuration = configuration;
                    _client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                }

                void Send(MailMessage message)
                {
                    _client.EnableSsl = false;
                    _client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                private readonly IConfiguration _configuration;
                private readonly SmtpClient _client;

                Mailer(IConfiguration configuration)
                {
                    _configuration = configuration;
                    _client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    };
                }

                void Send(MailMessage message)
                {
                    _client.EnableSsl = true;
                    _client.Send(message);
                }
            }
            """);

    [Fact]
    public Task Property_GetsInitializer() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                SmtpClient Client { get; } = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                SmtpClient Client { get; } = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
            }
            """);

    [Fact]
    public Task ExpressionBody_GetsInitializer() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                SmtpClient Create() => new("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                SmtpClient Create() => new(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
            }
            """);

    [Fact]
    public Task Lambda_GetsInitializer() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                Func<SmtpClient> Factory() => () => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                Func<SmtpClient> Factory() => () => new SmtpClient(
                    configuration["Smtp:Host"] ?? "mail.contoso.com",
                    configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
            }
            """);

    [Fact]
    public Task LocalPort_IsReplacedWhereItIsDeclared() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    const int port = 25;
                    const string host = "mail.contoso.com";
                    var client = new SmtpClient(host, {|SMTP001:port|});
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
                    int port = int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587");
                    string host = Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com";
                    var client = new SmtpClient(host, port)
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                            Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                    };
                    client.Send(message);
                }
            }
            """);

    /// <summary>A method of the program sets all of the client that it is handed: what is missing is set there.</summary>
    [Theory]
    [InlineData("")]
    [InlineData(" { Timeout = 100 }")]
    public Task ClientThatAMethodConfigures_IsConfiguredThere(string initializer) => RelayFixTest.Fixes(
        RelayFixTest.Encrypted, Handed(initializer, "{|SMTP001:25|}", "false"), Handed(initializer, "587", "true"));

    /// <summary>Where the code that makes it sets some of it as well, nothing is proved.</summary>
    [Fact]
    public Task ClientThatTwoPlacesConfigure_Stays() => RelayFixTest.OffersNothing(
        RelayFixTest.Encrypted, Handed(" { EnableSsl = true }", "{|SMTP001:25|}", "false"));

    /// <summary>Nor where it names the server: the login would be another server's.</summary>
    [Fact]
    public Task ClientThatIsMadeForAServer_Stays() => RelayFixTest.OffersNothing(RelayFixTest.Environment, """
        using System.Net.Mail;

        class Shop
        {
            public void Go(MailMessage message)
            {
                var client = new SmtpClient("contoso-com.mail.protection.outlook.com");
                Configure(client);
                client.Send(message);
            }

            private static void Configure(SmtpClient client)
            {
                client.Port = {|SMTP001:25|};
            }
        }
        """);

    private static string Handed(string initializer, string port, string tls) => $$"""
        using System.Net;
        using System.Net.Mail;

        class Shop
        {
            public void Go(string host, NetworkCredential login, MailMessage message)
            {
                var client = new SmtpClient(){{initializer}};
                Configure(client, host, login);
                client.Send(message);
            }

            private static void Configure(SmtpClient client, string host, NetworkCredential login)
            {
                client.Host = host;
                client.Port = {{port}};
                client.EnableSsl = {{tls}};
                client.Credentials = login;
            }
        }
        """;
}
