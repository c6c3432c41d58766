using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>The settings object that the host comes from gives the port and the login too.</summary>
/// <remarks>Long, since each test shows a whole piece of code before and after.</remarks>
public class SettingsObjectTests
{
    [Fact]
    public Task SystemNetMail_SettingsOfTheHostAreUsed() => RelayFixTest.Fixes(RelayFixTest.Settings, """
            using System.Net;
            using System.Net.Mail;

            class SmtpOptions
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = 587;
                public string UserName { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Mailer
            {
                private readonly SmtpOptions _options = new();

                void Send(MailMessage message)
                {
                    var client = new SmtpClient(_options.Host, {|SMTP001:25|});
                    client.Send(message);
                }
            }
            """, """
            using System.Net;
            using System.Net.Mail;

            class SmtpOptions
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = 587;
                public string UserName { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Mailer
            {
                private readonly SmtpOptions _options = new();

                void Send(MailMessage message)
                {
                    var client = new SmtpClient(_options.Host, _options.Port)
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(_options.UserName, _options.Password)
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task MailKit_SettingsOfTheHostAreUsed() => RelayFixTest.Fixes(RelayFixTest.Settings, """
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            class SmtpOptions
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = 587;
                public string UserName { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Mailer
            {
                async Task SendAsync(SmtpClient client, SmtpOptions options)
                {
                    await client.ConnectAsync(options.Host, {|SMTP001:25|}, SecureSocketOptions.Auto);
                }
            }
            """, """
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            class SmtpOptions
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = 587;
                public string UserName { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Mailer
            {
                async Task SendAsync(SmtpClient client, SmtpOptions options)
                {
                    await client.ConnectAsync(options.Host, options.Port, SecureSocketOptions.StartTls);
                    await client.AuthenticateAsync(options.UserName, options.Password);
                }
            }
            """);

    [Fact]
    public Task IOptions_ValueIsUsed() => RelayFixTest.Fixes(RelayFixTest.Settings, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Options;

            class SmtpOptions
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = 587;
                public string UserName { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Mailer(IOptions<SmtpOptions> options)
            {
                void Send(MailMessage message)
                {
                    var client = {|SMTP002:new SmtpClient(options.Value.Host)|};
                    client.Send(message);
                }
            }
            """, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Options;

            class SmtpOptions
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = 587;
                public string UserName { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Mailer(IOptions<SmtpOptions> options)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(options.Value.Host, options.Value.Port)
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(options.Value.UserName, options.Value.Password)
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task SettingsWithoutPassword_AreNotOffered() => RelayFixTest.OffersNothing(RelayFixTest.Settings, """
            using System.Net;
            using System.Net.Mail;

            class SmtpOptions
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = 587;
                public string UserName { get; set; } = "";
            }

            class Mailer
            {
                void Send(MailMessage message, SmtpOptions options)
                {
                    var client = new SmtpClient(options.Host, {|SMTP001:25|});
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task SettingsWhosePortIs25_AreNotOffered() => RelayFixTest.OffersNothing(RelayFixTest.Settings, """
            using System.Net;
            using System.Net.Mail;

            class SmtpOptions
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = {|SMTP003:25|};
                public string UserName { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Mailer
            {
                void Send(MailMessage message, SmtpOptions options)
                {
                    var client = new SmtpClient(options.Host, {|SMTP001:25|});
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task PortWithoutDefault_Is587WhereItIsNotSet() => RelayFixTest.Fixes(RelayFixTest.Settings, """
            using System.Net;
            using System.Net.Mail;

            class SmtpOptions
            {
                public string Host { get; set; } = "";
                public int Port { get; set; }
                public string UserName { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Mailer
            {
                void Send(MailMessage message, SmtpOptions options)
                {
                    var client = new SmtpClient(options.Host, {|SMTP001:25|});
                    client.Send(message);
                }
            }
            """, """
            using System.Net;
            using System.Net.Mail;

            class SmtpOptions
            {
                public string Host { get; set; } = "";
                public int Port { get; set; }
                public string UserName { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Mailer
            {
                void Send(MailMessage message, SmtpOptions options)
                {
                    var client = new SmtpClient(options.Host, options.Port > 0 ? options.Port : 587)
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(options.UserName, options.Password)
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task NullablePort_Is587WhereItIsNotSet() => RelayFixTest.Fixes(RelayFixTest.Settings, """
            using System.Net;
            using System.Net.Mail;

            class SmtpOptions
            {
                public string Host { get; set; } = "";
                public int? Port { get; set; }
                public string UserName { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Mailer
            {
                void Send(MailMessage message, SmtpOptions options)
                {
                    var client = new SmtpClient();
                    client.Host = options.Host;
                    client.Port = {|SMTP001:25|};
                    client.Send(message);
                }
            }
            """, """
            using System.Net;
            using System.Net.Mail;

            class SmtpOptions
            {
                public string Host { get; set; } = "";
                public int? Port { get; set; }
                public string UserName { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Mailer
            {
                void Send(MailMessage message, SmtpOptions options)
                {
                    var client = new SmtpClient();
                    client.Host = options.Host;
                    client.Port = options.Port ?? 587;
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(options.UserName, options.Password);
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task SettingsOfTheClassItself_AreNotOffered() => RelayFixTest.OffersNothing(RelayFixTest.Settings, """
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                public string Host { get; set; } = "";
                public int Port { get; set; }
                public string UserName { get; set; } = "";
                public string Password { get; set; } = "";

                void Send(MailMessage message)
                {
                    var client = {|SMTP002:new SmtpClient(this.Host)|};
                    if (this.Port > 0)
                        client.Port = this.Port;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task HostFromCall_IsNotOffered() => RelayFixTest.OffersNothing(RelayFixTest.Settings, """
            using System.Net;
            using System.Net.Mail;

            class SmtpOptions
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = 587;
                public string UserName { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Mailer
            {
                SmtpOptions Options() => new();

                void Send(MailMessage message)
                {
                    var client = new SmtpClient(Options().Host, {|SMTP001:25|});
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task StringLength_IsNoSetting() => RelayFixTest.OffersNothing(RelayFixTest.Settings, """
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message, System.Reflection.AssemblyName host)
                {
                    var client = new SmtpClient(host.Name, {|SMTP001:25|});
                    client.Send(message);
                }
            }
            """);

    /// <summary>An object that has a login and no port gives the login.</summary>
    [Fact]
    public Task ObjectWithoutPort_GivesItsLogin()
    {
        string Code(string client) => $$"""
            using System.Net;
            using System.Net.Mail;

            class Account
            {
                public string Host { get; set; } = "";
                public string UserName { get; set; } = "";
                public string Password { get; set; } = "";
            }

            class Mailer
            {
                SmtpClient Create(Account account) => {{client}};
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.SettingsLogin,
            Code("new SmtpClient(account.Host, {|SMTP001:25|})"),
            Code("""
                new SmtpClient(account.Host, 587)
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(account.UserName, account.Password)
                    }
                """));
    }
}
