using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>The code chooses among servers: no one setting is the login for all, and the machine itself goes on as it does.</summary>
public class SeveralServersTests
{
    [Theory]
    [InlineData("isEurope ? \"smtp.eu.contoso.com\" : \"smtp.us.contoso.com\"")]
    [InlineData("isEurope ? configuration[\"Europe:Smtp:Host\"] : configuration[\"America:Smtp:Host\"]")]
    public Task Choice_HasNoOneLogin(string host) => RelayFixTest.OffersNothing(RelayFixTest.Configuration, In($$"""
        public void Send(MailMessage message, bool isEurope)
        {
            var host = {{host}};
            using var client = new SmtpClient(host, {|SMTP001:25|});
            client.Send(message);
        }
        """));

    [Fact]
    public Task OneAfterTheOther_HaveNoOneLogin() => RelayFixTest.OffersNothing(RelayFixTest.Environment, In("""
        private static readonly string[] s_servers = { "smtp1.contoso.com", "smtp2.fabrikam.com" };

        public void Send(MailMessage message)
        {
            foreach (var server in s_servers)
            {
                using var client = new SmtpClient(server, {|SMTP001:25|});
                client.Send(message);
            }
        }
        """));

    /// <summary>Each class that derives names a server of its own, and the base class connects.</summary>
    [Fact]
    public Task ServersOfDerivedClasses_HaveNoOneLogin() => RelayFixTest.OffersNothing(RelayFixTest.Environment, """
        using System.Net.Mail;

        abstract class Mailer
        {
            protected abstract string Host { get; }

            protected abstract int Port { get; }

            SmtpClient Create() => new SmtpClient(Host, Port);
        }

        class Invoices : Mailer
        {
            protected override string Host => "smtp.contoso.com";

            protected override int Port => {|SMTP001:25|};
        }

        class News : Mailer
        {
            protected override string Host => "smtp.fabrikam.com";

            protected override int Port => {|SMTP001:25|};
        }
        """);

    /// <summary>Whoever names a server in place of the setting means the server that the settings have.</summary>
    [Theory]
    [InlineData("configuration[\"Mail:Host\"] ?? \"smtp.contoso.com\"")]
    [InlineData("configuration[\"Mail:Host\"] ?? configuration[\"Mail:Server\"] ?? \"smtp.contoso.com\"")]
    public Task StandIn_IsNoOtherServer(string host) => RelayFixTest.Fixes(RelayFixTest.Configuration, In($$"""
        public void Send(MailMessage message)
        {
            var host = {{host}};
            using var client = new SmtpClient(host, {|SMTP001:25|});
            client.Send(message);
        }
        """), In($$"""
        public void Send(MailMessage message)
        {
            var host = {{host}};
            using var client = new SmtpClient(host, configuration.GetValue("Mail:Port", 587))
            {
                EnableSsl = true,
                Credentials = new NetworkCredential(
                    configuration["Mail:UserName"] ?? throw new InvalidOperationException("Mail:UserName is not set."),
                    configuration["Mail:Password"] ?? throw new InvalidOperationException("Mail:Password is not set."))
            };
            client.Send(message);
        }
        """));

    [Theory]
    [InlineData(RelayFixTest.Configuration)]
    [InlineData(RelayFixTest.Encrypted)]
    public Task MachineItself_StaysAsItIs(string action) => RelayFixTest.OffersNothing(action, In("""
        public void Send(MailMessage message, bool isTry, NetworkCredential login)
        {
            using var client = new SmtpClient(isTry ? "localhost" : "smtp.contoso.com", {|SMTP001:25|});
            client.Credentials = login;
            client.Send(message);
        }
        """));

    [Fact]
    public Task MachineItself_InABranchOfItsOwn_StaysThere()
    {
        string Code(string client) => In($$"""
            public void Send(MailMessage message, bool isTry, NetworkCredential login)
            {
                using var client = isTry
                    ? new SmtpClient("localhost", 25)
                    : {{client}};
                client.Send(message);
            }
            """);
        return RelayFixTest.Fixes(
            RelayFixTest.Encrypted, Code("new SmtpClient(\"smtp.contoso.com\", {|SMTP001:25|}) { Credentials = login }"),
            Code("""
                new SmtpClient("smtp.contoso.com", 587)
                        {
                            Credentials = login,
                            EnableSsl = true
                        }
                """));
    }

    [Fact]
    public Task CallersThatReadOneSetting_AreOne()
    {
        string Code(string port, string client) => $$"""
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Orders(IConfiguration configuration)
            {
                public void Confirm(MailMessage message) => Mail.Send(configuration["Mail:Host"], {{port}}, message);
            }

            class Invoices(IConfiguration settings)
            {
                public void Remind(MailMessage message) => Mail.Send(settings["Mail:Host"], {{port}}, message);
            }

            static class Mail
            {
                public static void Send(string? host, int port, MailMessage message)
                {
                    {{client}}
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Environment, Code("{|SMTP001:25|}", "using var client = new SmtpClient(host, port);"), Code("587", """
            using var client = new SmtpClient(host, port)
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            Environment.GetEnvironmentVariable("Mail__UserName") ?? throw new InvalidOperationException("Mail__UserName is not set."),
                            Environment.GetEnvironmentVariable("Mail__Password") ?? throw new InvalidOperationException("Mail__Password is not set."))
                    };
            """));
    }

    private static string In(string members) => $$"""
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            {{members.Replace("\n", "\n    ", StringComparison.Ordinal).Replace("\n    \n", "\n\n", StringComparison.Ordinal)}}

            public string? Name => configuration["Name"];
        }
        """;
}
