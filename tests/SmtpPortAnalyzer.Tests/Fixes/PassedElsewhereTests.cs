using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.CodeFixes;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A 25 that a call hands to code in another file: both files change, or none.</summary>
public class PassedElsewhereTests
{
    private const string Mailer = """
        using System.Net.Mail;

        public class Mailer
        {
            private readonly string _host;
            private readonly int _port;

            public Mailer(string host, int port)
            {
                _host = host;
                _port = port;
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(_host, _port); // one for each message
                client.Send(message);
            }
        }
        """;

    private const string FixedMailer = """
        using System;
        using System.Net;
        using System.Net.Mail;

        public class Mailer
        {
            private readonly string _host;
            private readonly int _port;

            public Mailer(string host, int port)
            {
                _host = host;
                _port = port;
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(_host, _port)
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                }; // one for each message
                client.Send(message);
            }
        }
        """;

    [Fact]
    public Task Constructor_BothFilesChange() => Fixes(RelayFixTest.Environment, """
        class Shop
        {
            readonly Mailer _mailer = new("mail.contoso.com", {|SMTP001:25|});
        }
        """, Mailer, """
        using System;

        class Shop
        {
            readonly Mailer _mailer = new(
                Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"));
        }
        """, FixedMailer);

    [Fact]
    public Task Exchanger_IsNotKept() => Fixes(RelayFixTest.Environment, """
        class Shop
        {
            readonly Mailer _mailer = new("contoso-com.mail.protection.outlook.com", {|SMTP001:25|});
        }
        """, Mailer, """
        using System;

        class Shop
        {
            readonly Mailer _mailer = new(
                Environment.GetEnvironmentVariable("Smtp__Host") ?? throw new InvalidOperationException("Smtp__Host is not set."),
                int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"));
        }
        """, FixedMailer);

    [Theory]
    [InlineData("new Mailer(\"mail.contoso.com\", 587)")]
    [InlineData("new Mailer(\"localhost\", 25)")]
    public Task OtherCallers_CountOnTheConnection(string other) => OffersNothing(RelayFixTest.Environment, $$"""
        class Shop
        {
            readonly Mailer _mailer = new("mail.contoso.com", {|SMTP001:25|});

            readonly Mailer _other = {{other}};
        }
        """, Mailer);

    [Fact]
    public Task LookedUpHost_IsNoRelay() => OffersNothing(RelayFixTest.Environment, """
        class Shop
        {
            Mailer For(string bestMx) => new(bestMx, {|SMTP001:25|});
        }
        """, Mailer);

    [Fact]
    public Task MailKit_WithConfigurationInBothFiles() => Fixes(RelayFixTest.Configuration, """
        using System.Threading.Tasks;
        using Microsoft.Extensions.Configuration;
        using MimeKit;

        class Shop(IConfiguration configuration, Mailer mailer)
        {
            public Task SendAsync(MimeMessage message) => mailer.SendAsync(message, "mail.contoso.com", {|SMTP001:25|});

            public string? Name => configuration["Shop:Name"];
        }
        """, """
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;
        using MimeKit;

        public sealed class Mailer(IConfiguration settings)
        {
            public async Task SendAsync(MimeMessage message, string host, int port)
            {
                using var client = new SmtpClient();
                await client.ConnectAsync(host, port, SecureSocketOptions.None);
                await client.SendAsync(message);
                await client.DisconnectAsync(true);
            }

            public string? Sender => settings["Mail:Sender"];
        }
        """, """
        using System.Threading.Tasks;
        using Microsoft.Extensions.Configuration;
        using MimeKit;

        class Shop(IConfiguration configuration, Mailer mailer)
        {
            public Task SendAsync(MimeMessage message) => mailer.SendAsync(
                message,
                configuration["Smtp:Host"] ?? "mail.contoso.com",
                configuration.GetValue("Smtp:Port", 587));

            public string? Name => configuration["Shop:Name"];
        }
        """, """
        using System;
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;
        using MimeKit;

        public sealed class Mailer(IConfiguration settings)
        {
            public async Task SendAsync(MimeMessage message, string host, int port)
            {
                using var client = new SmtpClient();
                await client.ConnectAsync(host, port, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(
                    settings["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    settings["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                await client.SendAsync(message);
                await client.DisconnectAsync(true);
            }

            public string? Sender => settings["Mail:Sender"];
        }
        """);

    [Fact]
    public Task NoConfigurationBesideTheConnection_NothingChanges() => OffersNothing(RelayFixTest.Configuration, """
        using Microsoft.Extensions.Configuration;

        class Shop(IConfiguration configuration)
        {
            readonly Mailer _mailer = new("mail.contoso.com", {|SMTP001:25|});

            public string? Name => configuration["Shop:Name"];
        }
        """, Mailer);

    [Fact]
    public Task EncryptionInTheCall_ChangesThere() => Fixes(RelayFixTest.Call, """
        using System.Net.Mail;

        class Shop(Mailer mailer)
        {
            public void Send(MailMessage message) => mailer.Send(message, "mail.contoso.com", {|SMTP001:25|}, ssl: false);
        }
        """, LoggedIn, """
        using System.Net.Mail;

        class Shop(Mailer mailer)
        {
            public void Send(MailMessage message) => mailer.Send(message, "mail.contoso.com", 587, ssl: true);
        }
        """, LoggedIn);

    [Fact]
    public Task EncryptionInTheCall_OfAnExchanger_StaysInTheClear() => OffersNothing(RelayFixTest.Call, """
        using System.Net.Mail;

        class Shop(Mailer mailer)
        {
            public void Send(MailMessage message) => mailer.Send(message, "contoso-com.mail.protection.outlook.com", {|SMTP001:25|}, ssl: false);
        }
        """, LoggedIn);

    private const string LoggedIn = """
        using System.Net;
        using System.Net.Mail;

        public class Mailer(ICredentialsByHost login)
        {
            public void Send(MailMessage message, string host, int port, bool ssl)
            {
                using var client = new SmtpClient(host, port) { EnableSsl = ssl, Credentials = login };
                client.Send(message);
            }
        }
        """;

    private static Task OffersNothing(string action, string code, string mailer) => Fixes(action, code, mailer, code, mailer);

    private static Task Fixes(string action, string before, string mailer, string after, string fixedMailer) =>
        RelayFixTest.Fixes(action, before, after, test => AddMailer(test, mailer, fixedMailer));

    private static void AddMailer(SmtpTest<SmtpAnalyzer, RelayPortFix> test, string before, string after)
    {
        test.TestState.Sources.Add(("/0/Mailer.cs", before));
        test.FixedState.Sources.Add(("/0/Mailer.cs", after));
    }
}
