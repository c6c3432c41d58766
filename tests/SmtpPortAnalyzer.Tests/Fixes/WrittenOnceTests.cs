using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Constants, fields and words beside a port or a password go along with it, unless other code reads them.</summary>
public class WrittenOnceTests
{
    [Fact]
    public Task Words_OfAParameter() => Fixes(RelayFixTest.Port587, """
        /// <summary>Sends by SMTP (port 25), 25 messages a time.</summary>
        class Mailer(IConfiguration configuration)
        {
            /// <summary>Opens a connection.</summary>
            /// <param name="host">The host.</param>
            /// <param name="port">The port, 25 if left out.</param>
            SmtpClient Open(string host, int port = {|SMTP003:25|})
            {
                return new SmtpClient(host, port) { EnableSsl = true, Credentials = new NetworkCredential(configuration["Smtp:UserName"], configuration["Smtp:Password"]) };
            }

            void Send(MailMessage message) => Open(configuration["Smtp:Host"]!).Send(message);
        }
        """, """
        /// <summary>Sends by SMTP (port 587), 25 messages a time.</summary>
        class Mailer(IConfiguration configuration)
        {
            /// <summary>Opens a connection.</summary>
            /// <param name="host">The host.</param>
            /// <param name="port">The port, 587 if left out.</param>
            SmtpClient Open(string host, int port = 587)
            {
                return new SmtpClient(host, port) { EnableSsl = true, Credentials = new NetworkCredential(configuration["Smtp:UserName"], configuration["Smtp:Password"]) };
            }

            void Send(MailMessage message) => Open(configuration["Smtp:Host"]!).Send(message);
        }
        """);

    /// <summary>A number that counts something is no port, whatever else the comment speaks of.</summary>
    [Theory]
    [InlineData("// The SMTP server takes 25 recipients at once", "// The SMTP server takes 25 recipients at once")]
    [InlineData("// Port 25 of the SMTP server takes 25 MB", "// Port 587 of the SMTP server takes 25 MB")]
    [InlineData("// SMTP takes up to 25 in a row", "// SMTP takes up to 25 in a row")]
    [InlineData("// SMTP is 25 as always", "// SMTP is 587 as always")]
    public Task Words_ThatCount(string before, string after)
    {
        string Code(string comment, string port) => $$"""
            class Mailer(NetworkCredential login)
            {
                void Send(string host, MailMessage message)
                {
                    {{comment}}
                    var client = new SmtpClient(host, {{port}}) { EnableSsl = true, Credentials = login };
                    client.Send(message);
                }
            }
            """;
        return Fixes(RelayFixTest.Port587, Code(before, "{|SMTP001:25|}"), Code(after, "587"));
    }

    /// <summary>A constant that a setting begins with, and its attribute names as well.</summary>
    [Fact]
    public Task Words_OfANamedDefault()
    {
        string Code(string number, string port, string attribute) => $$"""
            static class Standard
            {
                /// <summary>The port, {{number}}.</summary>
                public const int Port = {{number}};
            }
            class MailSettings
            {
                public string Host { get; set; } = "";

                [DefaultValue({{attribute}})]
                public int SmtpPort { get; set; } = {{port}};
            }
            class Mailer(MailSettings settings, NetworkCredential login)
            {
                void Send(MailMessage message)
                {
                    using var client = new SmtpClient(settings.Host, settings.SmtpPort) { EnableSsl = true, Credentials = login };
                    client.Send(message);
                }
            }
            """;
        return Fixes(RelayFixTest.Port587, Code("25", "{|SMTP003:Standard.Port|}", "Standard.Port"), Code("587", "587", "587"));
    }

    [Fact]
    public Task Words_OfAProperty() => Fixes(RelayFixTest.Port587, """
        class MailSettings
        {
            public string Host { get; set; } = "";

            /// <summary>The port, 25 by default.</summary>
            [DefaultValue(25)]
            [Range(1, 100)]
            public int SmtpPort { get; set; } = {|SMTP003:25|};

            public string UserName { get; set; } = "";
            public string Password { get; set; } = "";
        }
        class Mailer(MailSettings settings)
        {
            void Send(MailMessage message)
            {
                using var client = new SmtpClient(settings.Host, settings.SmtpPort) { EnableSsl = true, Credentials = new NetworkCredential(settings.UserName, settings.Password) };
                client.Send(message);
            }
        }
        """, """
        class MailSettings
        {
            public string Host { get; set; } = "";

            /// <summary>The port, 587 by default.</summary>
            [DefaultValue(587)]
            [Range(1, 65535)]
            public int SmtpPort { get; set; } = 587;

            public string UserName { get; set; } = "";
            public string Password { get; set; } = "";
        }
        class Mailer(MailSettings settings)
        {
            void Send(MailMessage message)
            {
                using var client = new SmtpClient(settings.Host, settings.SmtpPort) { EnableSsl = true, Credentials = new NetworkCredential(settings.UserName, settings.Password) };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task PasswordOfAField_ThatOneLoginUses() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            private const string User = "shop", Password = "Xk3!v9qT";

            void Send(MailMessage message)
            {
                using var client = new SmtpClient("smtp.contoso.com", {|SMTP001:25|});
                client.Credentials = new NetworkCredential(User, Password);
                client.Send(message);
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            void Send(MailMessage message)
            {
                using var client = new SmtpClient(configuration["Smtp:Host"] ?? "smtp.contoso.com", configuration.GetValue("Smtp:Port", 587));
                client.Credentials = new NetworkCredential(
                    configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                client.EnableSsl = true;
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task PasswordOfAReadonlyField() => Fixes(RelayFixTest.Environment, """
        class Mailer
        {
            private readonly string _password = "Xk3!v9qT";

            void Send(MailMessage message)
            {
                using var client = new SmtpClient("smtp.contoso.com", {|SMTP001:25|});
                client.Credentials = new NetworkCredential("shop", this._password);
                client.Send(message);
            }
        }
        """, """
        class Mailer
        {
            void Send(MailMessage message)
            {
                using var client = new SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "smtp.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"));
                client.Credentials = new NetworkCredential(
                    Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                    Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
                client.EnableSsl = true;
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task PasswordOfAStaticField_UsedElsewhere() => Fixes(RelayFixTest.Environment, """
        class Mailer
        {
            internal static readonly string Password = "Xk3!v9qT";

            void Send(MailMessage message)
            {
                using var client = new SmtpClient("smtp.contoso.com", {|SMTP001:25|});
                client.Credentials = new NetworkCredential("shop", Password);
                client.Send(message);
            }

            string Masked() => new string('*', Password.Length);
        }
        """, """
        class Mailer
        {
            internal static readonly string Password = "Xk3!v9qT";

            void Send(MailMessage message)
            {
                using var client = new SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "smtp.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"));
                client.Credentials = new NetworkCredential(
                    Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                    Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
                client.EnableSsl = true;
                client.Send(message);
            }

            string Masked() => new string('*', Password.Length);
        }
        """);

    [Fact]
    public Task Constant_WithAReaderElsewhere() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            private const int Port = 25;
            private const string Host = "smtp.contoso.com";

            void Send(MailMessage message)
            {
                using var client = new SmtpClient(Host, {|SMTP001:Port|});
                client.Send(message);
            }

            string Name() => Mailer.Host + " " + this.ToString();
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            private const string Host = "smtp.contoso.com";

            void Send(MailMessage message)
            {
                using var client = new SmtpClient(configuration["Smtp:Host"] ?? Host, configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
                client.Send(message);
            }

            string Name() => Mailer.Host + " " + this.ToString();
        }
        """);

    [Fact]
    public Task Constant_OfTheTypesName() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            private const int Port = 25;

            void Send(MailMessage message)
            {
                using var client = new SmtpClient("smtp.contoso.com", {|SMTP001:Mailer.Port|});
                client.Send(message);
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            void Send(MailMessage message)
            {
                using var client = new SmtpClient(configuration["Smtp:Host"] ?? "smtp.contoso.com", configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    private static Task OffersNothing(string action, string code) => RelayFixTest.OffersNothing(action, In(code));

    private static Task Fixes(string action, string before, string after) => RelayFixTest.Fixes(action, In(before), In(after));

    private static string In(string types) => $$"""
        using System;
        using System.ComponentModel;
        using System.ComponentModel.DataAnnotations;
        using System.Net;
        using System.Net.Mail;
        using System.Threading.Tasks;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;
        using MimeKit;

        {{types}}
        """;
}
