using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// A program that chooses between 25 and TLS from the first byte goes on choosing; only the 25 and its encryption change.
/// </summary>
public class ChosenTlsTests
{
    [Theory]
    [InlineData(
        "client.Connect(host, {|SMTP001:ssl ? 465 : 25|}, ssl);",
        "client.Connect(host, ssl ? 465 : 587, ssl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);")]
    [InlineData(
        "var port = ssl ? 465 : 25;\n        client.Connect(host, {|SMTP001:port|}, ssl);",
        "var port = ssl ? 465 : 587;\n        " +
        "client.Connect(host, port, ssl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);")]
    [InlineData(
        "var port = ssl ? 465 : 25;\n        client.Connect(host, {|SMTP001:port|});",
        "var port = ssl ? 465 : 587;\n        " +
        "client.Connect(host, port, port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);")]
    [InlineData(
        "var (port, mode) = ssl ? (465, SecureSocketOptions.SslOnConnect) : (25, SecureSocketOptions.None);\n        " +
        "client.Connect(host, {|SMTP001:port|}, mode);",
        "var (port, mode) = ssl ? (465, SecureSocketOptions.SslOnConnect) : (587, SecureSocketOptions.StartTls);\n        " +
        "client.Connect(host, port, mode);")]
    [InlineData(
        "var port = 25;\n        var mode = SecureSocketOptions.Auto;\n        " +
        "if (ssl)\n        {\n            port = 465;\n            mode = SecureSocketOptions.SslOnConnect;\n        }\n\n        " +
        "client.Connect(host, {|SMTP001:port|}, mode);",
        "var port = 587;\n        var mode = SecureSocketOptions.StartTls;\n        " +
        "if (ssl)\n        {\n            port = 465;\n            mode = SecureSocketOptions.SslOnConnect;\n        }\n\n        " +
        "client.Connect(host, port, mode);")]
    [InlineData(
        "var port = ssl ? 465 : 25;\n        client.Connect(host, {|SMTP001:port|}, port != 25);",
        "var port = ssl ? 465 : 587;\n        " +
        "client.Connect(host, port, port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls);")]
    public Task ImplicitTls_IsChosenAsBefore(string before, string after)
    {
        string Code(string connect) => $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;

            static class Sender
            {
                static void Send(string host, bool ssl, string user, string password)
                {
                    using var client = new SmtpClient();
                    {{connect.Replace("\n", "\n    ")}}
                    client.Authenticate(user, password);
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Defaults, Code(before), Code(after));
    }

    /// <summary>A client that cannot start with TLS has no use for 465.</summary>
    [Fact]
    public Task ImplicitTls_OfAClientThatCannot_GoesToo()
    {
        string Code(string port) => $$"""
            using System.Net;
            using System.Net.Mail;

            static class Sender
            {
                static void Send(string host, bool ssl, NetworkCredential login, MailMessage message)
                {
                    using var client = new SmtpClient(host, {{port}}) { EnableSsl = true, Credentials = login };
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Port587, Code("{|SMTP001:ssl ? 465 : 25|}"), Code("587"));
    }

    /// <summary>The encryption of the other ports stands beside each of them.</summary>
    [Fact]
    public Task ParallelChoices_ChangeInTheSameArm()
    {
        string Code(string port, string use, string mode) => $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;

            enum Encryption { None, StartTls, Tls }

            record Account(string Host, Encryption Encryption, string User, string Password);

            static class Sender
            {
                static void Send(Account account)
                {
                    var port = account.Encryption switch { Encryption.Tls => 465, Encryption.StartTls => 587, _ => {{port}} };
                    var mode = account.Encryption switch
                    {
                        Encryption.Tls => SecureSocketOptions.SslOnConnect,
                        Encryption.StartTls => SecureSocketOptions.StartTls,
                        _ => SecureSocketOptions.{{mode}},
                    };
                    using var client = new SmtpClient();
                    client.Connect(account.Host, {{use}}, mode);
                    client.Authenticate(account.User, account.Password);
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Defaults, Code("25", "{|SMTP001:port|}", "None"), Code("587", "port", "StartTls"));
    }

    /// <summary>Both ports are plain at first: nothing is left to choose.</summary>
    [Fact]
    public Task PortsOfOneKind_BecomeOne()
    {
        string Code(string port, string ssl) => $$"""
            using System.Net;
            using System.Net.Mail;

            static class Sender
            {
                static void Send(string host, bool tls, string user, string password, MailMessage message)
                {
                    using var client = new SmtpClient(host, {{port}});
                    client.EnableSsl = {{ssl}};
                    client.Credentials = new NetworkCredential(user, password);
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Encrypted, Code("{|SMTP001:tls ? 587 : 25|}", "tls"), Code("587", "true"));
    }

    /// <summary>A port that another member chooses is not seen beside the encryption here.</summary>
    [Theory]
    [InlineData(RelayFixTest.Encrypted)]
    [InlineData(RelayFixTest.Defaults)]
    [InlineData(RelayFixTest.Environment)]
    public Task PortOfAnotherMember_IsLeft(string action) => RelayFixTest.OffersNothing(action, """
        using MailKit.Net.Smtp;
        using MailKit.Security;

        class Sender
        {
            private int port;

            public Sender(bool ssl)
            {
                if (ssl)
                    port = 465;
                else
                    port = {|SMTP001:25|};
            }

            public void Send(string host, bool ssl, string user, string password)
            {
                using var client = new SmtpClient();
                client.Connect(host, port, ssl);
                client.Authenticate(user, password);
            }
        }
        """);
}
