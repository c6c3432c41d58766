using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>What the program decides at run time stays decided then.</summary>
public class KeptWishesTests
{
    /// <summary>A port that is set may be 465, which the library saw by itself.</summary>
    [Theory]
    [InlineData("settings.Port, SecureSocketOptions.Auto", true)]
    [InlineData("settings.Port", true)]
    [InlineData("settings.Port, SecureSocketOptions.StartTlsWhenAvailable", false)]
    [InlineData("settings.Port, SecureSocketOptions.None", false)]
    public Task Port465_GoesOnWithTls(string before, bool mayBeImplicit)
    {
        string Code(string port, string arguments) => $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;

            public class MailSettings
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = {{port}};
            }

            class Sender(MailSettings settings)
            {
                void Send(string user, string password)
                {
                    using var client = new SmtpClient();
                    client.Connect(settings.Host, {{arguments}});
                    client.Authenticate(user, password);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Defaults,
            Code("{|SMTP003:25|}", before),
            Code("587", mayBeImplicit
                ? "settings.Port, settings.Port == 465 ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls"
                : "settings.Port, SecureSocketOptions.StartTls"));
    }

    [Theory]
    [InlineData(
        "if (settings.UseDefaultCredentials)\n            client.UseDefaultCredentials = true;\n        else\n            " +
        "client.Credentials = login;")]
    [InlineData(
        "if (settings.UseDefaultCredentials)\n            client.Credentials = CredentialCache.DefaultNetworkCredentials;\n        " +
        "else\n            client.Credentials = login;")]
    public Task IntegratedLogin_InItsBranch_Stays(string login)
    {
        string Code(string port, string ssl) => $$"""
            using System.Net;
            using System.Net.Mail;

            public class MailSettings
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = {{port}};
                public bool EnableSsl { get; set; }{{ssl}}
                public bool UseDefaultCredentials { get; set; }
            }

            class Sender(MailSettings settings, ICredentialsByHost login)
            {
                void Send(MailMessage message)
                {
                    using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.EnableSsl };
                    {{login}}
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Defaults, Code("{|SMTP003:25|}", ""), Code("587", " = true;"));
    }

    /// <summary>A row of a table has no port in the settings of the program.</summary>
    [Fact]
    public Task HostAndLoginOfRunTime_TakeTheNumber()
    {
        string Code(string port, string option) => $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;

            public record Account(string Server, string User, string Password);

            class Sender
            {
                void Send(Account account)
                {
                    using var client = new SmtpClient();
                    client.Connect(account.Server, {{port}}, SecureSocketOptions.{{option}});
                    client.Authenticate(account.User, account.Password);
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Encrypted, Code("{|SMTP001:25|}", "None"), Code("587", "StartTls"));
    }

    /// <summary>Nor is there a section for it where the program has others.</summary>
    [Theory]
    [InlineData(RelayFixTest.Environment, "")]
    [InlineData(RelayFixTest.Configuration, "")]
    [InlineData(RelayFixTest.Environment, ", EnableSsl = true")]
    public Task HostAndLoginOfRunTime_TakeNoPortFromTheSettings(string action, string encryption) =>
        RelayFixTest.OffersNothing(action, $$"""
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        public record Account(string Server, string User, string Password);

        class Sender(IConfiguration configuration)
        {
            string Subject => configuration["Shop:Subject"] ?? "";

            SmtpClient For(Account account) => new(account.Server, {|SMTP001:25|})
            {
                Credentials = new NetworkCredential(account.User, account.Password){{encryption}}
            };
        }
        """);

    /// <summary>Whoever asks for settings gets them.</summary>
    [Fact]
    public Task HostAndLoginOfRunTime_TakeThePortFromTheSettingsThatAreAskedFor()
    {
        string Code(string port) => $$"""
            using System;
            using System.Net;
            using System.Net.Mail;

            public record Account(string Server, string User, string Password);

            class Sender
            {
                SmtpClient For(Account account) => new(account.Server, {{port}})
                {
                    Credentials = new NetworkCredential(account.User, account.Password),
                    EnableSsl = true
                };
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Environment,
            Code("{|SMTP001:25|}"),
            Code("int.Parse(Environment.GetEnvironmentVariable(\"Smtp__Port\") ?? \"587\")"),
            test => test.GlobalOptions["smtp_port_analyzer.relay_settings"] = "environment");
    }

    /// <summary>A switch that is a text changes where it is not set; a switch that is set stays.</summary>
    [Theory]
    [InlineData("bool.Parse(configuration[\"Smtp:EnableSsl\"] ?? \"{0}\")")]
    [InlineData("Convert.ToBoolean(configuration[\"Smtp:EnableSsl\"] ?? \"{0}\")")]
    public Task SwitchAsText_IsTurnedOnWhereItIsMissing(string read)
    {
        string Code(string port, string ssl) => $$"""
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Sender(IConfiguration configuration)
            {
                SmtpClient Create() => new SmtpClient(configuration["Smtp:Host"], int.Parse(configuration["Smtp:Port"] ?? "{{port}}"))
                {
                    EnableSsl = {{read.Replace("{0}", ssl, StringComparison.Ordinal)}},
                    Credentials = new NetworkCredential(configuration["Smtp:User"], configuration["Smtp:Password"])
                };
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Defaults,
            Code("25", "false").Replace("\"25\"", "{|SMTP003:\"25\"|}", StringComparison.Ordinal),
            Code("587", "true"));
    }

    /// <summary>A cache hands the login out for the port under which it was put there.</summary>
    [Theory]
    [InlineData(RelayFixTest.Port587)]
    [InlineData(RelayFixTest.Environment)]
    public Task CredentialCache_IsForItsPort(string action) => RelayFixTest.OffersNothing(action, """
        using System.Net;
        using System.Net.Mail;

        class Sender
        {
            void Send(string user, string password, MailMessage message)
            {
                var cache = new CredentialCache();
                cache.Add("smtp.contoso.com", 25, "login", new NetworkCredential(user, password));
                using var client = new SmtpClient("smtp.contoso.com", {|SMTP001:25|}) { EnableSsl = true, Credentials = cache };
                client.Send(message);
            }
        }
        """);

    /// <summary>An exception there would keep the whole type from being used.</summary>
    [Fact]
    public Task StaticInitializer_DoesNotThrow() => RelayFixTest.Fixes(RelayFixTest.Environment, """
        using System;
        using System.Net;
        using System.Net.Mail;

        static class Sender
        {
            public static readonly SmtpClient Client = new SmtpClient("smtp.contoso.com", {|SMTP001:25|});
        }
        """, """
        using System;
        using System.Net;
        using System.Net.Mail;

        static class Sender
        {
            public static readonly SmtpClient Client = new SmtpClient(
                Environment.GetEnvironmentVariable("Smtp__Host") ?? "smtp.contoso.com",
                int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
            {
                EnableSsl = true,
                Credentials = new NetworkCredential(
                    Environment.GetEnvironmentVariable("Smtp__UserName"),
                    Environment.GetEnvironmentVariable("Smtp__Password"))
            };
        }
        """);

    /// <summary>A mailbox is fetched by other ports than mail is sent by.</summary>
    [Fact]
    public Task ClientsThatFetchMail_AreNotTouched()
    {
        string Code(string port, string option) => $$"""
            using MailKit.Net.Pop3;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            public class MailSettings
            {
                public string Server { get; set; } = "";
                public int Port { get; set; } = {{port}};
                public bool Security { get; set; }
                public string User { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Provider(MailSettings settings)
            {
                void Send()
                {
                    using var client = new SmtpClient();
                    client.Connect(settings.Server, settings.Port, SecureSocketOptions.{{option}});
                    client.Authenticate(settings.User, settings.Password);
                }

                void Fetch()
                {
                    using var client = new Pop3Client();
                    client.Connect(settings.Server, settings.Port, settings.Security);
                    client.Authenticate(settings.User, settings.Password);
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Defaults, Code("{|SMTP003:25|}", "None"), Code("587", "StartTls"));
    }
}
