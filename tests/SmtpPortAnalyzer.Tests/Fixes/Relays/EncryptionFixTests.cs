using Xunit;
using static SmtpPortAnalyzer.Tests.Fixes.Relays.SecurityFixTest;

namespace SmtpPortAnalyzer.Tests.Fixes.Relays;

/// <summary>SMTP005: the encryption becomes what the port demands, and a login that is missing comes along.</summary>
/// <remarks>Long, since each test shows a whole piece of code before and after.</remarks>
public class EncryptionFixTests
{
    private const string Rule = "SMTP005";

    private const string Login = """
        Credentials = new NetworkCredential(
                configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
        """;

    [Fact]
    public Task Initializer_GetsEnableSsl() => SystemNetMail(Rule, Encryption, """
        using var client = {|SMTP005:new SmtpClient("smtp.contoso.com", 587)
        {
            Credentials = new NetworkCredential(user, password)
        }|};
        client.Send(message);
        """, """
        using var client = new SmtpClient("smtp.contoso.com", 587)
        {
            Credentials = new NetworkCredential(user, password),
            EnableSsl = true
        };
        client.Send(message);
        """);

    [Fact]
    public Task Statements_GetEnableSsl() => SystemNetMail(Rule, Encryption, """
        var client = {|SMTP005:new SmtpClient("smtp.contoso.com", 587)|}; // the relay
        client.Credentials = new NetworkCredential(user, password); // ours
        client.Send(message);
        """, """
        var client = new SmtpClient("smtp.contoso.com", 587); // the relay
        client.Credentials = new NetworkCredential(user, password); // ours
        client.EnableSsl = true;
        client.Send(message);
        """);

    [Fact]
    public Task EnableSslFalse_IsRewritten() => SystemNetMail(Rule, Encryption, """
        var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = {|SMTP005:false|} /* so it was */, Credentials = new NetworkCredential(user, password) };
        client.Send(message);
        """, """
        var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true /* so it was */, Credentials = new NetworkCredential(user, password) };
        client.Send(message);
        """);

    [Fact]
    public Task EnableSslFalseInAStatement_IsRewritten() => SystemNetMail(Rule, Encryption, """
        var client = new SmtpClient("smtp.contoso.com", 587);
        client.EnableSsl = {|SMTP005:false|};
        client.Credentials = new NetworkCredential(user, password);
        client.Send(message);
        """, """
        var client = new SmtpClient("smtp.contoso.com", 587);
        client.EnableSsl = true;
        client.Credentials = new NetworkCredential(user, password);
        client.Send(message);
        """);

    [Fact]
    public Task FlagInALocal_ChangesThere() => SystemNetMail(Rule, Encryption, """
        var ssl = false;
        var client = new SmtpClient("smtp.contoso.com", 587);
        client.EnableSsl = {|SMTP005:ssl|};
        client.Credentials = new NetworkCredential(user, password);
        client.Send(message);
        """, """
        var ssl = true;
        var client = new SmtpClient("smtp.contoso.com", 587);
        client.EnableSsl = ssl;
        client.Credentials = new NetworkCredential(user, password);
        client.Send(message);
        """);

    [Fact]
    public Task MissingLogin_ComesAlong() => SystemNetMail(Rule, RelayFixTest.Configuration, """
        using var client = {|SMTP005:new SmtpClient("smtp.contoso.com", 587)|};
        client.Send(message);
        """, $$"""
        using var client = new SmtpClient("smtp.contoso.com", 587)
        {
            EnableSsl = true,
            {{Login}}
        };
        client.Send(message);
        """);

    [Fact]
    public Task MissingLogin_IsNotTheBusinessOfTheEncryptionAlone() => SystemNetMailOffersNothing(Rule, Encryption, """
        using var client = {|SMTP005:new SmtpClient("smtp.contoso.com", 587)|};
        client.Send(message);
        """);

    [Fact]
    public Task MissingLogin_MayBeAddedByHand() => SystemNetMail(Rule, RelayFixTest.StartTls, """
        using var client = {|SMTP005:new SmtpClient("smtp.contoso.com", 587)|};
        client.Send(message);
        """, """
        using var client = new SmtpClient("smtp.contoso.com", 587)
        {
            EnableSsl = true
        };
        client.Send(message);
        """);

    [Fact]
    public Task LiteralPassword_GoesToo_AndTheUserNameStays() => SystemNetMail(Rule, RelayFixTest.Configuration, """
        using var client = {|SMTP005:new SmtpClient("smtp.contoso.com", 587) { Credentials = new NetworkCredential("shop", "Xk3!v9qT") }|};
        client.Send(message);
        """, """
        using var client = new SmtpClient("smtp.contoso.com", 587)
        {
            Credentials = new NetworkCredential(
                "shop",
                configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")),
            EnableSsl = true
        };
        client.Send(message);
        """);

    [Theory]
    [InlineData(Encryption)]
    [InlineData(RelayFixTest.StartTls)]
    public Task LiteralPassword_IsNotLeftBehind(string action) => SystemNetMailOffersNothing(Rule, action, """
        using var client = {|SMTP005:new SmtpClient("smtp.contoso.com", 587) { Credentials = new NetworkCredential("shop", "Xk3!v9qT") }|};
        client.Send(message);
        """);

    [Fact]
    public Task Port465_SystemNetMail_GoesTo587() => SystemNetMail(Rule, Encryption, """
        using var client = new SmtpClient("smtp.contoso.com", {|SMTP005:465|})
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(user, password)
        };
        client.Send(message);
        """, """
        using var client = new SmtpClient("smtp.contoso.com", 587)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(user, password)
        };
        client.Send(message);
        """);

    [Fact]
    public Task Port465_WithoutEncryption_GetsBoth() => SystemNetMail(Rule, Encryption, """
        var client = new SmtpClient("smtp.contoso.com");
        client.Port = {|SMTP005:465|};
        client.Credentials = new NetworkCredential(user, password);
        client.Send(message);
        """, """
        var client = new SmtpClient("smtp.contoso.com");
        client.Port = 587;
        client.EnableSsl = true;
        client.Credentials = new NetworkCredential(user, password);
        client.Send(message);
        """);

    [Fact]
    public Task Port465_InAConstant_ChangesThere() => FixesFile(Rule, Encryption, """
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            private const int Port = 465;

            void Send(MailMessage message, ICredentialsByHost login)
            {
                using var client = new SmtpClient("smtp.contoso.com", {|SMTP005:Port|}) { EnableSsl = true, Credentials = login };
                client.Send(message);
            }
        }
        """, """
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            private const int Port = 587;

            void Send(MailMessage message, ICredentialsByHost login)
            {
                using var client = new SmtpClient("smtp.contoso.com", Port) { EnableSsl = true, Credentials = login };
                client.Send(message);
            }
        }
        """);

    [Theory]
    [InlineData("SecureSocketOptions.None", "SecureSocketOptions.StartTls", 587)]
    [InlineData("SecureSocketOptions.SslOnConnect", "SecureSocketOptions.StartTls", 587)]
    [InlineData("true", "SecureSocketOptions.StartTls", 2525)]
    [InlineData("SecureSocketOptions.None", "SecureSocketOptions.SslOnConnect", 465)]
    [InlineData("SecureSocketOptions.StartTls", "SecureSocketOptions.SslOnConnect", 465)]
    [InlineData("false", "SecureSocketOptions.SslOnConnect", 465)]
    [InlineData("SecureSocketOptions.Auto", "SecureSocketOptions.SslOnConnect", 2465)]
    public Task MailKit_TakesTheModeOfThePort(string before, string after, int port) => MailKit(Rule, Encryption, $$"""
        using var client = new SmtpClient();
        await client.ConnectAsync("smtp.contoso.com", {{port}}, {|SMTP005:{{before}}|}, token).ConfigureAwait(false); // by submission
        await client.AuthenticateAsync(user, password, token);
        await client.SendAsync(message, token);
        """, $$"""
        using var client = new SmtpClient();
        await client.ConnectAsync("smtp.contoso.com", {{port}}, {{after}}, token).ConfigureAwait(false); // by submission
        await client.AuthenticateAsync(user, password, token);
        await client.SendAsync(message, token);
        """);

    [Fact]
    public Task MailKit_NamedFlag_IsRenamed() => MailKit(Rule, Encryption, """
        using var client = new SmtpClient();
        client.Connect(port: 587, useSsl: {|SMTP005:true|}, host: "smtp.contoso.com");
        client.Authenticate(user, password);
        """, """
        using var client = new SmtpClient();
        client.Connect(port: 587, options: SecureSocketOptions.StartTls, host: "smtp.contoso.com");
        client.Authenticate(user, password);
        """);

    [Fact]
    public Task MailKit_OptionsInALocal_ChangeThere() => MailKit(Rule, Encryption, """
        var options = SecureSocketOptions.None;
        using var client = new SmtpClient();
        client.Connect("smtp.contoso.com", 587, {|SMTP005:options|});
        client.Authenticate(user, password);
        """, """
        var options = SecureSocketOptions.StartTls;
        using var client = new SmtpClient();
        client.Connect("smtp.contoso.com", 587, options);
        client.Authenticate(user, password);
        """);

    [Fact]
    public Task MailKit_Uri_BecomesHostPortAndOptions() => MailKit(Rule, Encryption, """
        using var client = new SmtpClient();
        await client.ConnectAsync({|SMTP005:new Uri("smtps://smtp.contoso.com:587")|}, token);
        await client.AuthenticateAsync(user, password, token);
        """, """
        using var client = new SmtpClient();
        await client.ConnectAsync("smtp.contoso.com", 587, SecureSocketOptions.StartTls, token);
        await client.AuthenticateAsync(user, password, token);
        """);

    [Fact]
    public Task MailKit_MissingLogin_ComesAlong() => MailKit(Rule, RelayFixTest.Configuration, """
        using var client = new SmtpClient();
        await client.ConnectAsync("smtp.contoso.com", 587, {|SMTP005:SecureSocketOptions.None|}, token);
        await client.SendAsync(message, token);
        """, """
        using var client = new SmtpClient();
        await client.ConnectAsync("smtp.contoso.com", 587, SecureSocketOptions.StartTls, token);
        await client.AuthenticateAsync(
            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."),
            token);
        await client.SendAsync(message, token);
        """);

    [Fact]
    public Task SharedWithALocalServer_IsLeftAlone() => OffersNothing(Rule, Encryption, """
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            static void Send(string host, int port, MailMessage message, ICredentialsByHost login)
            {
                using var client = {|SMTP005:new SmtpClient(host, port) { Credentials = login }|};
                client.Send(message);
            }

            void Relay(MailMessage message, ICredentialsByHost login) => Send("smtp.contoso.com", 587, message, login);

            void Local(MailMessage message, ICredentialsByHost login) => Send("localhost", 1025, message, login);
        }
        """);

    [Fact]
    public Task PortFromACall_EncryptsTheConnection() => FixesFile(Rule, Encryption, """
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            static void Send(string host, int port, MailMessage message, ICredentialsByHost login)
            {
                using var client = {|SMTP005:new SmtpClient(host, port) { Credentials = login }|};
                client.Send(message);
            }

            void Relay(MailMessage message, ICredentialsByHost login) => Send("smtp.contoso.com", 587, message, login);
        }
        """, """
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            static void Send(string host, int port, MailMessage message, ICredentialsByHost login)
            {
                using var client = new SmtpClient(host, port) { Credentials = login, EnableSsl = true };
                client.Send(message);
            }

            void Relay(MailMessage message, ICredentialsByHost login) => Send("smtp.contoso.com", 587, message, login);
        }
        """);

    [Fact]
    public Task PasswordInAPrivateField_GoesToo() => FixesFile(Rule, RelayFixTest.Environment, """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            private string host = "smtp.contoso.com";
            private string password = "Xk3!v9qT";
            private int port = 587;

            void Send(MailMessage message)
            {
                var client = new SmtpClient
                {
                    Credentials = new NetworkCredential("shop", password),
                    Port = port,
                    Host = host,
                    EnableSsl = {|SMTP005:false|}
                };
                client.Send(message);
            }
        }
        """, """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            private string host = "smtp.contoso.com";
            private int port = 587;

            void Send(MailMessage message)
            {
                var client = new SmtpClient
                {
                    Credentials = new NetworkCredential(
                        "shop",
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set.")),
                    Port = port,
                    Host = host,
                    EnableSsl = true
                };
                client.Send(message);
            }
        }
        """);

    /// <summary>No one login is that of all the servers, and what leaves the connection without one is never the only action.</summary>
    [Fact]
    public Task SeveralServers_AreNotEncryptedAlone() => SystemNetMailOffersNothing(Rule, RelayFixTest.StartTls, """
        var host = flag ? "smtp.eu.contoso.com" : "smtp.us.contoso.com";
        using var client = {|SMTP005:new SmtpClient(host, 587)|};
        client.Send(message);
        """);
}
