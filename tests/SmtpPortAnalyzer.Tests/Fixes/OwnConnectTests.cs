using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A class that derives from MailKit's client connects itself, and so it logs in itself.</summary>
public class OwnConnectTests
{
    [Theory]
    [InlineData("")]
    [InlineData("this.")]
    [InlineData("base.")]
    public Task Connect_IsFollowedByALogin(string self)
    {
        string Code(string statements) => $$"""
            using System;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            public class RelayClient : SmtpClient
            {
                public void Open()
                {
                    {{statements}}
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Environment,
            Code(self + "Connect(\"mail.contoso.com\", {|SMTP001:25|}, SecureSocketOptions.None);"),
            Code($$"""
                {{self}}Connect(
                            Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                            int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"),
                            SecureSocketOptions.StartTls);
                        {{self}}Authenticate(
                            Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                            Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
                """));
    }

    /// <summary>Whoever asks whether it is connected would find a connection that has not logged in.</summary>
    [Theory]
    [InlineData("IsConnected")]
    [InlineData("this.IsConnected")]
    public Task GuardedConnect_EndsWhereTheLoginFails(string guard)
    {
        string Code(string statements) => $$"""
            using System;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using MimeKit;

            public class RelayClient : SmtpClient
            {
                public void Deliver(MimeMessage message)
                {
                    if (!{{guard}})
                    {
                        {{statements}}
                    }

                    Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Environment,
            Code("Connect(\"mail.contoso.com\", {|SMTP001:25|}, SecureSocketOptions.None);"),
            Code("""
                Connect(
                                Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                                int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"),
                                SecureSocketOptions.StartTls);
                            try
                            {
                                Authenticate(
                                    Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                                    Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
                            }
                            catch
                            {
                                Disconnect(true);
                                throw;
                            }
                """));
    }

    /// <summary>A login of its own, wherever the class has it, is all the login there is.</summary>
    [Theory]
    [InlineData("Authenticate(user, password);", "")]
    [InlineData("LogIn(user, password);", "private void LogIn(string user, string password) => this.Authenticate(user, password);")]
    public Task OwnLogin_Stays(string login, string member)
    {
        string Code(string port, string options) => $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;

            public class RelayClient : SmtpClient
            {
                public void Open(string host, string user, string password)
                {
                    Connect(host, {{port}}, SecureSocketOptions.{{options}});
                    {{login}}
                }

                {{member}}
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Encrypted, Code("{|SMTP001:25|}", "None"), Code("587", "StartTls"));
    }

    /// <summary>A second login would fail.</summary>
    [Theory]
    [InlineData("", "class User { void Send(RelayClient relay) { relay.Open(\"h.eu\"); relay.Authenticate(\"me\", Secrets.Get()); } }")]
    [InlineData("LogIn();", "public class Base : SmtpClient { protected void LogIn() => Authenticate(\"me\", Secrets.Get()); }")]
    public Task LoginByOtherCode_IsNotRepeated(string call, string other)
    {
        string Code(string port, string options) => $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;

            static class Secrets { public static string Get() => System.Console.ReadLine()!; }

            {{other}}

            public class RelayClient : {{(call.Length > 0 ? "Base" : "SmtpClient")}}
            {
                public void Open(string host)
                {
                    Connect(host, {{port}}, SecureSocketOptions.{{options}});
                    {{call}}
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Encrypted, Code("{|SMTP001:25|}", "None"), Code("587", "StartTls"));
    }

    [Fact]
    public Task LoginOfAnotherClient_IsNone() => RelayFixTest.OffersNothing(RelayFixTest.Encrypted, """
        using MailKit.Net.Smtp;
        using MailKit.Security;

        public class RelayClient : SmtpClient
        {
            public void Open(SmtpClient other, string host, string user, string password)
            {
                other.Authenticate(user, password);
                Connect(host, {|SMTP001:25|}, SecureSocketOptions.None);
                other.Authenticate(user, password);
            }
        }
        """);
}
