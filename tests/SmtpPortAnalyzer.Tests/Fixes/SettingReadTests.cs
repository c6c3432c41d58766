using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// The settings of a relay are read as the connection reads its host: by the same helper, section, store and style of keys.
/// </summary>
public class SettingReadTests
{
    [Fact]
    public Task Helper_OfTheClass_IsAskedForThePort() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            string Get(string key) => configuration[key]!;

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(Get("Mail:Server"), {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            string Get(string key) => configuration[key]!;

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(Get("Mail:Server"), int.Parse(Get("Mail:Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Get("Mail:UserName") ?? throw new InvalidOperationException("Mail:UserName is not set."),
                        Get("Mail:Password") ?? throw new InvalidOperationException("Mail:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Helper_OfTheEnvironment() => Fixes(RelayFixTest.Environment, """
        class Mailer
        {
            static string Get(string key) => Environment.GetEnvironmentVariable(key)!;

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(Get("SMTP_HOST"), {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        class Mailer
        {
            static string Get(string key) => Environment.GetEnvironmentVariable(key)!;

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(Get("SMTP_HOST"), int.Parse(Get("SMTP_PORT") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Get("SMTP_USERNAME") ?? throw new InvalidOperationException("SMTP_USERNAME is not set."),
                        Get("SMTP_PASSWORD") ?? throw new InvalidOperationException("SMTP_PASSWORD is not set."))
                };
                client.Send(message);
            }
        }
        """);

    /// <summary>What the helper demands has nothing to fall back to: the port has 587, so it is not asked of it.</summary>
    [Fact]
    public Task HelperThatThrows_IsAskedForTheLoginAlone() => Fixes(RelayFixTest.Environment, """
        class Mailer
        {
            static string Get(string key) => Environment.GetEnvironmentVariable(key) ?? throw new InvalidOperationException(key);

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(Get("SMTP_HOST"), {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        class Mailer
        {
            static string Get(string key) => Environment.GetEnvironmentVariable(key) ?? throw new InvalidOperationException(key);

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(Get("SMTP_HOST"), int.Parse(Environment.GetEnvironmentVariable("SMTP_PORT") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Get("SMTP_USERNAME"),
                        Get("SMTP_PASSWORD"))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Helper_OfASection() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            string Get(string key) { return configuration.GetSection("Mail")[key]!; }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(Get("Server"), {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            string Get(string key) { return configuration.GetSection("Mail")[key]!; }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(Get("Server"), int.Parse(Get("Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Get("UserName") ?? throw new InvalidOperationException("Mail:UserName is not set."),
                        Get("Password") ?? throw new InvalidOperationException("Mail:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task Helper_ThatKeepsWhatItReads() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            string Get(string key)
            {
                var value = configuration.GetValue<string>(key);
                return value ?? throw new InvalidOperationException(key);
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(Get("Mail:Server"), {|SMTP001:25|});
                client.Credentials = new NetworkCredential(Get("Mail:User"), Get("Mail:Password"));
                client.Send(message);
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            string Get(string key)
            {
                var value = configuration.GetValue<string>(key);
                return value ?? throw new InvalidOperationException(key);
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(Get("Mail:Server"), configuration.GetValue("Mail:Port", 587));
                client.Credentials = new NetworkCredential(Get("Mail:User"), Get("Mail:Password"));
                client.EnableSsl = true;
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task SectionInAVariable() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            public void Send(MailMessage message)
            {
                var mail = configuration.GetSection("Company").GetSection("Mail");
                using var client = new SmtpClient(mail["Host"], {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            public void Send(MailMessage message)
            {
                var mail = configuration.GetSection("Company").GetSection("Mail");
                using var client = new SmtpClient(mail["Host"], mail.GetValue("Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        mail["UserName"] ?? throw new InvalidOperationException("Company:Mail:UserName is not set."),
                        mail["Password"] ?? throw new InvalidOperationException("Company:Mail:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task SectionInAField() => Fixes(RelayFixTest.Configuration, """
        class Mailer
        {
            private readonly IConfigurationSection _mail;

            public Mailer(IConfiguration configuration)
            {
                _mail = configuration.GetRequiredSection("Mail");
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(_mail["Host"], {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        class Mailer
        {
            private readonly IConfigurationSection _mail;

            public Mailer(IConfiguration configuration)
            {
                _mail = configuration.GetRequiredSection("Mail");
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(_mail["Host"], _mail.GetValue("Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        _mail["UserName"] ?? throw new InvalidOperationException("Mail:UserName is not set."),
                        _mail["Password"] ?? throw new InvalidOperationException("Mail:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task ValueOfASection() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(configuration.GetSection("Mail:Server").Value, {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(
                    configuration.GetSection("Mail:Server").Value,
                    int.Parse(configuration.GetSection("Mail:Port").Value ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration.GetSection("Mail:UserName").Value ?? throw new InvalidOperationException("Mail:UserName is not set."),
                        configuration.GetSection("Mail:Password").Value ?? throw new InvalidOperationException("Mail:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task GetOfAType() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(configuration.GetValue<string>("Mail:Server"), {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(configuration.GetValue<string>("Mail:Server"), configuration.GetValue("Mail:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration.GetValue<string>("Mail:UserName") ?? throw new InvalidOperationException("Mail:UserName is not set."),
                        configuration.GetValue<string>("Mail:Password") ?? throw new InvalidOperationException("Mail:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task KeyThatIsAConstant() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            private const string Section = "Mail";

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(configuration[Section + ":Server"], {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            private const string Section = "Mail";

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(configuration[Section + ":Server"], configuration.GetValue("Mail:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Mail:UserName"] ?? throw new InvalidOperationException("Mail:UserName is not set."),
                        configuration["Mail:Password"] ?? throw new InvalidOperationException("Mail:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task EnvironmentWithSections() => Fixes(RelayFixTest.Environment, """
        class Mailer
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(Environment.GetEnvironmentVariable("Mail__Server"), {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        class Mailer
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(
                    Environment.GetEnvironmentVariable("Mail__Server"),
                    int.Parse(Environment.GetEnvironmentVariable("Mail__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Mail__UserName") ?? throw new InvalidOperationException("Mail__UserName is not set."),
                        Environment.GetEnvironmentVariable("Mail__Password") ?? throw new InvalidOperationException("Mail__Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task EnvironmentFlat() => Fixes(RelayFixTest.Environment, """
        class Mailer
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(Environment.GetEnvironmentVariable("MAIL_SERVER"), {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        class Mailer
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(
                    Environment.GetEnvironmentVariable("MAIL_SERVER"),
                    int.Parse(Environment.GetEnvironmentVariable("MAIL_PORT") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("MAIL_USERNAME") ?? throw new InvalidOperationException("MAIL_USERNAME is not set."),
                        Environment.GetEnvironmentVariable("MAIL_PASSWORD") ?? throw new InvalidOperationException("MAIL_PASSWORD is not set."))
                };
                client.Send(message);
            }
        }
        """);

    private static Task Fixes(string action, string before, string after) => RelayFixTest.Fixes(action, In(before), In(after));

    private static string In(string types) => $$"""
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        {{types}}
        """;
}
