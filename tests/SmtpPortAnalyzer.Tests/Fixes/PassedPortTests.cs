using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// A 25 that a call hands to the method or constructor that connects changes together with the connection, if nobody else counts on that.
/// </summary>
public class PassedPortTests
{
    private const string Login = """
        EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
        """;

    [Fact]
    public Task HelperMethod_OfOneCaller_ChangesWithTheCall() => RelayFixTest.Fixes(RelayFixTest.Environment, """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            public void Go(MailMessage message) => Send("mail.contoso.com", {|SMTP001:25|}, message); // the old one

            private static void Send(string host, int port, MailMessage message)
            {
                using var client = new SmtpClient(host, port);
                client.Send(message);
            }
        }
        """, $$"""
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            public void Go(MailMessage message) => Send(
                Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"),
                message); // the old one

            private static void Send(string host, int port, MailMessage message)
            {
                using var client = new SmtpClient(host, port)
                {
                    {{Login}}
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Constructor_ThatKeepsThePort_ChangesWithTheCreation() => RelayFixTest.Fixes(RelayFixTest.Environment, """
        using System;
        using System.Net;
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;

        class Mailer
        {
            private readonly string _host;
            private readonly int _port;

            public Mailer(int port, string host)
            {
                _host = host;
                _port = port;
            }

            public async Task OpenAsync(SmtpClient client)
            {
                await client.ConnectAsync(_host, _port, SecureSocketOptions.None);
            }
        }

        class Shop
        {
            readonly Mailer _mailer = new Mailer(host: "mail.contoso.com", port: {|SMTP001:25|});
        }
        """, """
        using System;
        using System.Net;
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;

        class Mailer
        {
            private readonly string _host;
            private readonly int _port;

            public Mailer(int port, string host)
            {
                _host = host;
                _port = port;
            }

            public async Task OpenAsync(SmtpClient client)
            {
                await client.ConnectAsync(_host, _port, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(
                    Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                    Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
            }
        }

        class Shop
        {
            readonly Mailer _mailer = new Mailer(
                host: Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                port: int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"));
        }
        """);

    [Theory]
    [InlineData("Send(\"localhost\", 25, message);")]
    [InlineData("Send(\"mail.contoso.com\", 2525, message);")]
    [InlineData("Send(Environment.GetEnvironmentVariable(\"H\")!, {|SMTP001:25|}, message);")]
    [InlineData("Action<string, int, MailMessage> send = Send;")]
    public Task HelperMethod_ThatOthersUseInAnotherWay_StaysAsItIs(string other) =>
        RelayFixTest.OffersNothing(RelayFixTest.Environment, $$"""
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            public void Go(MailMessage message) => Send(Environment.GetEnvironmentVariable("O")!, {|SMTP001:25|}, message);

            public void Other(MailMessage message)
            {
                {{other}}
            }

            private static void Send(string host, int port, MailMessage message)
            {
                using var client = new SmtpClient(host, port);
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Choice_InALocalOfItsOwn_GoesWhole() => RelayFixTest.Fixes(RelayFixTest.Environment, """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            void Send(int kind, string host, MailMessage message)
            {
                var port = kind switch { 1 => 25, _ => 587 };
                using var client = new SmtpClient(host, {|SMTP001:port|});
                client.Send(message);
            }
        }
        """, $$"""
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            void Send(int kind, string host, MailMessage message)
            {
                var port = int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587");
                using var client = new SmtpClient(host, port)
                {
                    {{Login}}
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task TextThatIsParsed_LosesEvery25ThatStandsInForIt() => RelayFixTest.Fixes(RelayFixTest.Defaults, """
        using System;
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration config)
        {
            async Task SendAsync(string user, string password)
            {
                var portText = config["Mail:Port"] ?? {|SMTP003:"25"|};
                if (!int.TryParse(portText, out var port)) port = 25;
                using var client = new SmtpClient();
                await client.ConnectAsync(config["Mail:Host"], port, SecureSocketOptions.None);
                await client.AuthenticateAsync(user, password);
            }
        }
        """, """
        using System;
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration config)
        {
            async Task SendAsync(string user, string password)
            {
                var portText = config["Mail:Port"] ?? "587";
                if (!int.TryParse(portText, out var port)) port = 587;
                using var client = new SmtpClient();
                await client.ConnectAsync(config["Mail:Host"], port, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(user, password);
            }
        }
        """);
}
