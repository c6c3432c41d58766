using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Calls;

/// <summary>A client that code knows by an interface of its own, so that tests can put another in its place.</summary>
public class ClientContractTests
{
    /// <summary>The library's own members stand behind those of the interface.</summary>
    private const string Derived = """
        using System.Net;
        using System.Net.Mail;

        public interface IMailClient
        {
            string Host { get; set; }
            int Port { get; set; }
            bool EnableSsl { get; set; }
            ICredentialsByHost Credentials { get; set; }
            void Send(MailMessage message);
        }

        public sealed class MailClient : SmtpClient, IMailClient { }

        public class Mailer
        {
            {0}
        }
        """;

    /// <summary>Members written by hand that hand on to a client.</summary>
    private const string Wrapping = """
        using System.Net.Mail;

        public interface IMailClient
        {
            string Host { get; set; }
            int Port { get; set; }
            void Send(MailMessage message);
        }

        public sealed class MailClient : IMailClient
        {
            private readonly SmtpClient _client = new SmtpClient();

            public string Host { get { return _client.Host; } set { _client.Host = value; } }
            public int Port { get { return _client.Port; } set { _client.Port = value; } }
            public void Send(MailMessage message) => _client.Send(message);
        }

        public class Mailer
        {
            {0}
        }
        """;

    [Theory]
    [InlineData("IMailClient client = new MailClient(); client.Host = \"mail.contoso.com\"; client.Port = {|SMTP001:25|}; client.Send(m);")]
    [InlineData("IMailClient client = {|SMTP002:new MailClient()|}; client.Host = \"mail.contoso.com\"; client.Send(m);")]
    [InlineData(
        "var client = new MailClient(); client.Host = \"mail.contoso.com\"; ((IMailClient)client).Port = {|SMTP001:25|}; client.Send(m);")]
    public Task MemberOfTheInterface_IsTheClients(string body) =>
        RunAsync(Derived, "public void Send(MailMessage m) { " + body + " }");

    [Fact]
    public Task ClientThatIsHandedOnAsTheInterface_GetsThePort() => RunAsync(Derived, """
        public void Send(MailMessage m)
            {
                var client = new MailClient { Host = "mail.contoso.com" };
                Configure(client);
                client.Send(m);
            }

            private static void Configure(IMailClient client) => client.Port = {|SMTP001:25|};
        """);

    [Theory]
    [InlineData("client.Port = 587; client.EnableSsl = true; client.Credentials = CredentialCache.DefaultNetworkCredentials;")]
    [InlineData("client.Host = \"localhost\";")]
    public Task WhatTheInterfaceIsGiven_Exempts(string given) => RunAsync(Derived, $$"""
        public void Send(MailMessage m)
            {
                var client = new MailClient { Host = "mail.contoso.com" };
                Configure(client);
                client.Send(m);
            }

            private static void Configure(IMailClient client) { {{given}} }

            public void SendHere(MailMessage m)
            {
                IMailClient client = new MailClient();
                client.Host = "mail.contoso.com";
                {{given}}
                client.Send(m);
            }
        """);

    [Theory]
    [InlineData("{|SMTP001:25|}")]
    [InlineData("2525")]
    public Task SetterThatHandsOn_IsFoundBehindTheInterface(string port) => RunAsync(Wrapping, $$"""
        public void Send(IMailClient client, MailMessage m)
            {
                client.Host = "mail.contoso.com";
                client.Port = {{port}};
                client.Send(m);
            }
        """);

    /// <summary>An interface of something else has a port as well.</summary>
    [Fact]
    public Task AnotherInterface_IsNone() => RunAsync(Wrapping, """
        public void Listen(IListener listener)
            {
                listener.Host = "mail.contoso.com";
                listener.Port = 25;
            }

            public interface IListener { string Host { get; set; } int Port { get; set; } }

            private sealed class Listener : IListener
            {
                private int _port;

                public string Host { get; set; }
                public int Port { get { return _port; } set { _port = value; } }
            }
        """);

    private static Task RunAsync(string code, string members) =>
        new SmtpTest<SmtpAnalyzer, Microsoft.CodeAnalysis.Testing.EmptyCodeFixProvider>
        {
            TestCode = code.Replace("{0}", members),
        }.RunAsync();
}
