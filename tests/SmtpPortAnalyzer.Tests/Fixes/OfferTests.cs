using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// Places where the compiler would object to the result: nothing is offered there, though no result is compiled to find that out. What is
/// offered and what can be computed are compared in each of these tests, as in all tests of fixes.
/// </summary>
public class OfferTests
{
    [Theory]
    [InlineData(RelayFixTest.Environment)]
    [InlineData(RelayFixTest.Configuration)]
    public Task ExpressionTree_TakesNoThrow(string action) => RelayFixTest.OffersNothing(action, """
        using System;
        using System.Linq.Expressions;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Jobs(IConfiguration configuration)
        {
            string? Subject => configuration["Subject"];

            void Enqueue(Expression<Action> job) => job.Compile()();

            void Run() => Enqueue(() =>
                new SmtpClient("mail.contoso.com", {|SMTP001:25|}).Send("a@contoso.com", "b@contoso.com", "x", Subject));
        }
        """);

    [Fact]
    public Task LambdaBesideExpressionTree_TakesAThrow() => RelayFixTest.Fixes(RelayFixTest.Environment, """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Jobs
        {
            void Enqueue(Action job) => job();

            void Run() => Enqueue(() =>
            {
                var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send("a@contoso.com", "b@contoso.com", "x", "y");
            });
        }
        """, """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Jobs
        {
            void Enqueue(Action job) => job();

            void Run() => Enqueue(() =>
            {
                var client = new SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };
                client.Send("a@contoso.com", "b@contoso.com", "x", "y");
            });
        }
        """);

    [Theory]
    [InlineData("struct Mailer(IConfiguration configuration) { public string? Subject => configuration[\"Subject\"]; ")]
    [InlineData("struct Mailer { private IConfiguration configuration; ")]
    public Task FunctionInStruct_SeesNothingOfTheInstance(string head) => RelayFixTest.OffersNothing(RelayFixTest.Configuration, """
        using System;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        #pragma warning disable CS0169, CS0649
        $HEAD
            public void Send(MailMessage message)
            {
                Action send = () =>
                {
                    using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.Send(message);
                };
                send();
            }
        }
        """.Replace("$HEAD", head, StringComparison.Ordinal));

    [Fact]
    public Task UnsignedShort_TakesNoNumberOfRunTime() => RelayFixTest.OffersNothing(RelayFixTest.Environment, """
        using System.Net.Mail;

        class Mailer
        {
            public void Go(MailMessage message) => Send("mail.contoso.com", {|SMTP001:25|}, message);

            private static void Send(string host, ushort port, MailMessage message)
            {
                using var client = new SmtpClient(host, port);
                client.Send(message);
            }
        }
        """);

    [Theory]
    [InlineData("string? EnableSsl { get; set; }")]
    [InlineData("int EnableSsl { get; set; }")]
    public Task SwitchOfAnotherType_IsNotTurnedOn(string property) => RelayFixTest.OffersNothing(RelayFixTest.Defaults, """
        public class SmtpSettings
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = {|SMTP003:25|};
            public $
            public string UserName { get; set; } = "";
            public string Password { get; set; } = "";
        }
        """.Replace("$", property, StringComparison.Ordinal));

    [Fact]
    public Task MailKit_SettingThatMayBeNull_IsDemanded() => RelayFixTest.Fixes(RelayFixTest.Settings, """
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;

        class SmtpOptions
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = 587;
            public string? UserName { get; set; }
            public string? Password { get; set; }
        }

        class Mailer(SmtpOptions options)
        {
            async Task Send()
            {
                using var client = new SmtpClient();
                await client.ConnectAsync(options.Host, {|SMTP001:25|}, SecureSocketOptions.None);
            }
        }
        """, """
        using System;
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;

        class SmtpOptions
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = 587;
            public string? UserName { get; set; }
            public string? Password { get; set; }
        }

        class Mailer(SmtpOptions options)
        {
            async Task Send()
            {
                using var client = new SmtpClient();
                await client.ConnectAsync(options.Host, options.Port, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(options.UserName ?? throw new InvalidOperationException("UserName is not set."), options.Password ?? throw new InvalidOperationException("Password is not set."));
            }
        }
        """);
}
