using Microsoft.CodeAnalysis.CSharp;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;
using static SmtpPortAnalyzer.Tests.Fixes.Relays.SecurityFixTest;

namespace SmtpPortAnalyzer.Tests.Fixes.Relays;

/// <summary>SMTP006: a login from the settings, and the encryption that a password needs.</summary>
/// <remarks>Long, since each test shows a whole piece of code before and after.</remarks>
public class LoginFixTests
{
    private const string Rule = "SMTP006";

    [Fact]
    public Task Initializer_GetsCredentials() => SystemNetMail(Rule, RelayFixTest.Configuration, """
        using var client = {|SMTP006:new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true }|};
        client.Send(message);
        """, """
        using var client = new SmtpClient("smtp.contoso.com", 587)
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(
                configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
        };
        client.Send(message);
        """);

    [Fact]
    public Task Statements_GetCredentials_FromTheEnvironment() => SystemNetMail(Rule, RelayFixTest.Environment, """
        var client = {|SMTP006:new SmtpClient("smtp.contoso.com", 587)|};
        client.EnableSsl = true; // STARTTLS
        client.Send(message);
        """, """
        var client = new SmtpClient("smtp.contoso.com", 587);
        client.EnableSsl = true; // STARTTLS
        client.Credentials = new NetworkCredential(
            Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
            Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
        client.Send(message);
        """);

    [Fact]
    public Task NullCredentials_AreReplaced() => SystemNetMail(Rule, RelayFixTest.Configuration, """
        var client = new SmtpClient("smtp.contoso.com", 587);
        client.EnableSsl = true;
        client.Credentials = {|SMTP006:null|};
        client.Send(message);
        """, """
        var client = new SmtpClient("smtp.contoso.com", 587);
        client.EnableSsl = true;
        client.Credentials = new NetworkCredential(
            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
        client.Send(message);
        """);

    [Fact]
    public Task WithoutEncryption_GetsBoth() => SystemNetMail(Rule, RelayFixTest.Configuration, """
        var client = {|SMTP006:new SmtpClient("smtp.contoso.com", 587)|};
        client.EnableSsl = false;
        client.Send(message);
        """, """
        var client = new SmtpClient("smtp.contoso.com", 587);
        client.EnableSsl = true;
        client.Credentials = new NetworkCredential(
            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
        client.Send(message);
        """);

    [Fact]
    public Task EncryptionFromASetting_IsLeftToIt() => SystemNetMail(Rule, RelayFixTest.Configuration, """
        var client = {|SMTP006:new SmtpClient("smtp.contoso.com", 587)|};
        client.EnableSsl = flag;
        client.Send(message);
        """, """
        var client = new SmtpClient("smtp.contoso.com", 587);
        client.EnableSsl = flag;
        client.Credentials = new NetworkCredential(
            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
        client.Send(message);
        """);

    [Theory]
    [InlineData(", SecureSocketOptions.StartTls", ", SecureSocketOptions.StartTls", 587)]
    [InlineData(", SecureSocketOptions.Auto", ", SecureSocketOptions.StartTls", 587)]
    [InlineData(", false", ", SecureSocketOptions.StartTls", 587)]
    [InlineData(", SecureSocketOptions.StartTlsWhenAvailable", ", SecureSocketOptions.StartTls", 2525)]
    [InlineData(", SecureSocketOptions.Auto", ", SecureSocketOptions.Auto", 465)]
    [InlineData(", SecureSocketOptions.SslOnConnect", ", SecureSocketOptions.SslOnConnect", 465)]
    [InlineData(", true", ", true", 465)]
    public Task MailKit_AuthenticatesRightBehindTheConnection(string before, string after, int port) =>
        MailKit(Rule, RelayFixTest.Configuration, $$"""
        using var client = new SmtpClient();
        {|SMTP006:client.Connect("smtp.contoso.com", {{port}}{{before}})|};
        client.Send(message);
        """, $$"""
        using var client = new SmtpClient();
        client.Connect("smtp.contoso.com", {{port}}{{after}});
        client.Authenticate(
            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
        client.Send(message);
        """);

    [Fact]
    public Task MailKit_NoOptions_BecomeStartTls_AndTheTokenComesAlong() => MailKit(Rule, RelayFixTest.Environment, """
        using var client = new SmtpClient();
        await {|SMTP006:client.ConnectAsync("smtp.contoso.com", 587, cancellationToken: token)|}.ConfigureAwait(false);
        await client.SendAsync(message, token);
        """, """
        using var client = new SmtpClient();
        await client.ConnectAsync("smtp.contoso.com", 587, SecureSocketOptions.StartTls, cancellationToken: token).ConfigureAwait(false);
        await client.AuthenticateAsync(
            Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
            Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."),
            token).ConfigureAwait(false);
        await client.SendAsync(message, token);
        """);

    [Fact]
    public Task SettingsObject_GivesTheLogin() => FixesFile(Rule, RelayFixTest.Settings, """
        using System.Net;
        using System.Net.Mail;

        class MailSettings
        {
            public string Host { get; set; } = "";
            public int Port { get; set; }
            public string UserName { get; set; } = "";
            public string Password { get; set; } = "";
        }

        class Mailer(MailSettings settings)
        {
            SmtpClient Create() => {|SMTP006:new SmtpClient(settings.Host, 587) { EnableSsl = true }|};
        }
        """, """
        using System.Net;
        using System.Net.Mail;

        class MailSettings
        {
            public string Host { get; set; } = "";
            public int Port { get; set; }
            public string UserName { get; set; } = "";
            public string Password { get; set; } = "";
        }

        class Mailer(MailSettings settings)
        {
            SmtpClient Create() => new SmtpClient(settings.Host, 587)
            {
                EnableSsl = true,
                Credentials = new NetworkCredential(settings.UserName, settings.Password)
            };
        }
        """);

    [Fact]
    public Task InjectedConfiguration_GivesTheLogin() => FixesFile(Rule, RelayFixTest.InjectedConfiguration, """
        using System.Net.Mail;
        using Microsoft.Extensions.Logging;

        class Mailer(ILogger<Mailer> logger)
        {
            void Send(MailMessage message)
            {
                logger.LogInformation("sends");
                using var client = {|SMTP006:new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true }|};
                client.Send(message);
            }
        }
        """, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Logging;

        class Mailer(ILogger<Mailer> logger, IConfiguration configuration)
        {
            void Send(MailMessage message)
            {
                logger.LogInformation("sends");
                using var client = new SmtpClient("smtp.contoso.com", 587)
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

    [Fact]
    public Task OptionsInReach_GiveTheWholeAddress() => FixesFile(Rule, RelayFixTest.Options, """
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Options;

        class SmtpRelayOptions
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = 587;
            public string UserName { get; set; } = "";
            public string Password { get; set; } = "";
        }

        class Mailer(IOptions<SmtpRelayOptions> relay)
        {
            SmtpClient Create() => {|SMTP006:new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true }|};
        }
        """, """
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Options;

        class SmtpRelayOptions
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = 587;
            public string UserName { get; set; } = "";
            public string Password { get; set; } = "";
        }

        class Mailer(IOptions<SmtpRelayOptions> relay)
        {
            SmtpClient Create() => new SmtpClient(relay.Value.Host, relay.Value.Port)
            {
                EnableSsl = true,
                Credentials = new NetworkCredential(relay.Value.UserName, relay.Value.Password)
            };
        }
        """);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public Task LineEnds_Stay(string lineEnd) => FixesFile(Rule, RelayFixTest.Environment, """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
        	SmtpClient Create()
        	{
        		return {|SMTP006:new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true }|};
        	}
        }
        """.ReplaceLineEndings(lineEnd), """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
        	SmtpClient Create()
        	{
        		return new SmtpClient("smtp.contoso.com", 587)
        		{
        			EnableSsl = true,
        			Credentials = new NetworkCredential(
        				Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
        				Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
        		};
        	}
        }
        """.ReplaceLineEndings(lineEnd));

    [Fact]
    public Task NetFramework_ReadsAppSettings_AsCSharp5Can() => FixesFile(Rule, RelayFixTest.AppSettings, """
        using System.Net.Mail;

        class Mailer
        {
            void Send(MailMessage message)
            {
                using (var client = {|SMTP006:new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true }|})
                {
                    client.Send(message);
                }
            }
        }
        """, """
        using System.Configuration;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            void Send(MailMessage message)
            {
                using (var client = new SmtpClient("smtp.contoso.com", 587)
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(ConfigurationManager.AppSettings["Smtp:UserName"], ConfigurationManager.AppSettings["Smtp:Password"])
                })
                {
                    client.Send(message);
                }
            }
        }
        """, test =>
        {
            test.References = TestReferences.Net472;
            test.LanguageVersion = LanguageVersion.CSharp5;
            test.Nullable = Microsoft.CodeAnalysis.NullableContextOptions.Disable;
        }, isForNet8: false);

    [Fact]
    public Task TaskThatIsReturned_IsAwaitedForTheLogin() => SecurityFixTest.FixesFile(Rule, RelayFixTest.Environment, """
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;

        class Mailer
        {
            Task Open()
            {
                var client = new SmtpClient();
                return {|SMTP006:client.ConnectAsync("smtp.contoso.com", 587, SecureSocketOptions.StartTls)|};
            }
        }
        """, """
        using System;
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;

        class Mailer
        {
            async Task Open()
            {
                var client = new SmtpClient();
                await client.ConnectAsync("smtp.contoso.com", 587, SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(
                    Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                    Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
            }
        }
        """);
}
