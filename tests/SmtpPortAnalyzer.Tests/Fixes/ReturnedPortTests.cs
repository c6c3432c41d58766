using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A 25 that a property or method gives changes there, and the connections that read it change along.</summary>
public class ReturnedPortTests
{
    [Theory]
    [InlineData("public int Port => $;", "SMTP001")]
    [InlineData("public int Port { get { return $; } }", "SMTP001")]
    [InlineData("public int Port => int.TryParse(Environment.GetEnvironmentVariable(\"PORT\"), out var port) ? port : $;", "SMTP003")]
    [InlineData(
        "public int Port { get { var text = Environment.GetEnvironmentVariable(\"PORT\"); return string.IsNullOrEmpty(text) ? $ : " +
        "int.Parse(text); } }",
        "SMTP003")]
    public Task Property_ChangesTogetherWithTheConnection(string property, string id)
    {
        string Code(string port, string more) => $$"""
            using System;
            using System.Net;
            using System.Net.Mail;

            class MailHost
            {
                public string Name => Environment.GetEnvironmentVariable("HOST")!;
                {{property.Replace("$", port, StringComparison.Ordinal)}}
            }

            class Sender(MailHost host, ICredentialsByHost login)
            {
                void Send(MailMessage message)
                {
                    using var client = new SmtpClient(host.Name, host.Port);
                    client.Credentials = login;{{more}}
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Defaults, Code("{|" + id + ":25|}", ""), Code("587", "\n        client.EnableSsl = true;"));
    }

    [Fact]
    public Task Method_ThatTwoConnectionsCall_ChangesBoth()
    {
        string Code(string port, string option) => $$"""
            using System;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            static class MailConfig
            {
                public static int GetPort()
                {
                    int port;
                    return int.TryParse(Environment.GetEnvironmentVariable("PORT"), out port) ? port : {{port}};
                }
            }

            class Sender
            {
                void First(string host, string user, string password)
                {
                    using var client = new SmtpClient();
                    client.Connect(host, MailConfig.GetPort(), SecureSocketOptions.{{option}});
                    client.Authenticate(user, password);
                }

                void Second(string host, string user, string password)
                {
                    using var client = new SmtpClient();
                    client.Connect(host, MailConfig.GetPort(), SecureSocketOptions.{{option}});
                    client.Authenticate(user, password);
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Defaults, Code("{|SMTP003:25|}", "StartTlsWhenAvailable"), Code("587", "StartTls"));
    }

    /// <summary>587 is no port of the machine itself.</summary>
    [Fact]
    public Task Property_ThatALocalHostReadsAsWell_Stays() => RelayFixTest.OffersNothing(RelayFixTest.Environment, """
        using System.Net.Mail;

        class Ports
        {
            public int Mail => {|SMTP001:25|};
        }

        class Sender(Ports ports)
        {
            SmtpClient Relay() => new SmtpClient("smtp.contoso.com", ports.Mail);

            SmtpClient Local() => new SmtpClient("localhost", ports.Mail);
        }
        """);

    /// <summary>A function inside of a method, and a parameter that hands the port back.</summary>
    [Theory]
    [InlineData("var port = Port();", "static int Port() => $;", "")]
    [InlineData("var port = Port(host.Length);", "static int Port(int way) => way switch { 1 => 587, 2 => (2525), _ => $ };", "")]
    [InlineData("var port = Port(host.Length);", "static int Port(int way) { return way == 1 ? 2525 : $; }", "")]
    [InlineData("Read(out var port);", "", "static void Read(out int port) { port = $; }")]
    public Task FunctionOrOutParameter_ChangesThere(string read, string inside, string beside)
    {
        string Code(string port, string more) => $$"""
            using System.Net;
            using System.Net.Mail;

            class Sender
            {
                void Send(string host, ICredentialsByHost login, MailMessage message)
                {
                    {{read}}
                    using var client = new SmtpClient(host, port);
                    client.Credentials = login;{{more}}
                    client.Send(message);
                    {{inside.Replace("$", port, StringComparison.Ordinal)}}
                }

                {{beside.Replace("$", port, StringComparison.Ordinal)}}
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Defaults, Code("{|SMTP001:25|}", ""), Code("587", "\n        client.EnableSsl = true;"));
    }

    /// <summary>A choice between 25 and 587 comes to one port; what happens in its condition goes on happening.</summary>
    [Theory]
    [InlineData("secure ? 587 : $", "587")]
    [InlineData("!secure ? (secure ? 2525 : $) : 587", "!secure ? (secure ? 2525 : 587) : 587")]
    [InlineData("secure ? 2525 : $", "secure ? 2525 : 587")]
    [InlineData("Ask() ? 587 : $", "Ask() ? 587 : 587")]
    public Task Choice_ThatComesToOnePort_Goes(string choice, string after)
    {
        string Code(string port, string more) => $$"""
            using System.Net;
            using System.Net.Mail;

            class MailHost(bool secure)
            {
                public int Port => {{port}};

                private bool Ask() => secure;
            }

            class Sender(MailHost relay)
            {
                void Send(string host, ICredentialsByHost login, MailMessage message)
                {
                    using var client = new SmtpClient(host, relay.Port);
                    client.Credentials = login;{{more}}
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Defaults,
            Code(choice.Replace("$", "{|SMTP001:25|}", StringComparison.Ordinal), ""), Code(after, "\n        client.EnableSsl = true;"));
    }
}
