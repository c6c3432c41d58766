using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>What a call leaves out, or a class hands to its base, is said where it is needed.</summary>
public class LeftOutArgumentTests
{
    /// <summary>The option that a call leaves out is less than STARTTLS.</summary>
    [Fact]
    public Task OptionOfTheCall_IsSaid()
    {
        string Code(string arguments) => $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;

            public static class Mail
            {
                public static void Open(
                    SmtpClient client, string user, string password, int port, SecureSocketOptions security = SecureSocketOptions.None)
                {
                    client.Connect("mail.contoso.com", port, security);
                    client.Authenticate(user, password);
                }

                public static void Shop(SmtpClient client, string user, string password) => Open({{arguments}});
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Call, Code("client, user, password, {|SMTP001:25|}"), Code("""

                    client,
                    user,
                    password,
                    587,
                    security: SecureSocketOptions.StartTls
            """));
    }

    /// <summary>A parameter that goes to the base class is not captured a second time (CS9107).</summary>
    [Fact]
    public Task ConfigurationOfTheBaseClass_IsReadThere()
    {
        string Code(string port, string rest) => $$"""
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            public abstract class Service(IConfiguration configuration)
            {
                protected IConfiguration Settings { get; } = configuration;
            }

            public class Mailer(IConfiguration configuration) : Service(configuration)
            {
                public void Send(MailMessage message)
                {
                    using var client = new SmtpClient({{port}}){{rest}};
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Configuration,
            Code("\"mail.contoso.com\", {|SMTP001:25|}", ""),
            Code("Settings[\"Smtp:Host\"] ?? \"mail.contoso.com\", Settings.GetValue(\"Smtp:Port\", 587)", """

                        {
                            EnableSsl = true,
                            Credentials = new NetworkCredential(
                                Settings["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                                Settings["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                        }
                """));
    }

    /// <summary>No password stays in a credential that nothing logs in with any more.</summary>
    [Fact]
    public Task CredentialThatNothingUses_Goes()
    {
        string Code(string member, string client) => $$"""
            using System;
            using System.Net;
            using System.Net.Mail;

            public class Mailer
            {{{member}}
                public void Send(MailMessage message)
                {
                    using var client = {{client}};
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Environment,
            Code(
                "\n    public static readonly NetworkCredential Shop = new(\"shop\", \"Xk3!v9qT\");\n",
                "new SmtpClient(\"mail.contoso.com\", {|SMTP001:25|}) { EnableSsl = true, Credentials = Shop }"),
            Code("", """
                new SmtpClient(
                            Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                            int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                        {
                            EnableSsl = true,
                            Credentials = new NetworkCredential(
                                Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                                Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                        }
                """));
    }
}
