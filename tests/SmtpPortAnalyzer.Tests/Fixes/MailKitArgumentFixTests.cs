using Microsoft.CodeAnalysis.Testing;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>The arguments of <c>Connect</c>: named, left out, in another overload.</summary>
public class MailKitArgumentFixTests
{
    [Fact]
    public Task NoPort_GetsPortAndOptions() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                async Task SendAsync(SmtpClient client, MimeMessage message, CancellationToken token)
                {
                    await {|SMTP002:client.ConnectAsync("mail.contoso.com")|};
                    await client.SendAsync(message);
                }
            }
            """, """
            using System;
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                async Task SendAsync(SmtpClient client, MimeMessage message, CancellationToken token)
                {
                    await client.ConnectAsync(
                        configuration["Smtp:Host"] ?? "mail.contoso.com",
                        configuration.GetValue("Smtp:Port", 587),
                        SecureSocketOptions.StartTls);
                    await client.AuthenticateAsync(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    await client.SendAsync(message);
                }
            }
            """);

    [Fact]
    public Task NoPort_NamedTokenStays() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                async Task SendAsync(SmtpClient client, MimeMessage message, CancellationToken token)
                {
                    await {|SMTP002:client.ConnectAsync("mail.contoso.com", cancellationToken: token)|};
                    await client.SendAsync(message, token);
                }
            }
            """, """
            using System;
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                async Task SendAsync(SmtpClient client, MimeMessage message, CancellationToken token)
                {
                    await client.ConnectAsync(
                        configuration["Smtp:Host"] ?? "mail.contoso.com",
                        configuration.GetValue("Smtp:Port", 587),
                        SecureSocketOptions.StartTls,
                        cancellationToken: token);
                    await client.AuthenticateAsync(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."),
                        token);
                    await client.SendAsync(message, token);
                }
            }
            """);

    [Fact]
    public Task NamedArguments_UseSslBecomesOptions() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(SmtpClient client, MimeMessage message)
                {
                    client.Connect(useSsl: false, port: {|SMTP001:25|}, host: "mail.contoso.com");
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(SmtpClient client, MimeMessage message)
                {
                    client.Connect(
                        options: SecureSocketOptions.StartTls,
                        port: configuration.GetValue("Smtp:Port", 587),
                        host: configuration["Smtp:Host"] ?? "mail.contoso.com");
                    client.Authenticate(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task NamedPort_GetsNamedOptions() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(SmtpClient client, MimeMessage message)
                {
                    client.Connect(port: {|SMTP001:25|}, host: "mail.contoso.com");
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(SmtpClient client, MimeMessage message)
                {
                    client.Connect(
                        port: configuration.GetValue("Smtp:Port", 587),
                        options: SecureSocketOptions.StartTls,
                        host: configuration["Smtp:Host"] ?? "mail.contoso.com");
                    client.Authenticate(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task PortZero_IsReplaced() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(SmtpClient client, MimeMessage message)
                {
                    client.Connect("mail.contoso.com", {|SMTP002:0|}, MailKit.Security.SecureSocketOptions.Auto);
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(SmtpClient client, MimeMessage message)
                {
                    client.Connect(
                        configuration["Smtp:Host"] ?? "mail.contoso.com",
                        configuration.GetValue("Smtp:Port", 587),
                        SecureSocketOptions.StartTls);
                    client.Authenticate(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.Send(message);
                }
            }
            """);

    /// <summary>Half typed code: what a local holds is looked for once.</summary>
    [Theory]
    [InlineData("SecureSocketOptions mode = (mode);")]
    [InlineData("SecureSocketOptions mode = ((mode));")]
    [InlineData("SecureSocketOptions other = (mode), mode = (other);")]
    public Task EncryptionThatIsItself_GivesWayToStartTls(string declaration)
    {
        var code = $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;

            class Mailer
            {
                void Send(SmtpClient client, string host)
                {
                    {{declaration}}
                    client.Connect(host, {|SMTP001:25|}, mode);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.StartTls, code,
            code.Replace("{|SMTP001:25|}, mode", "587, SecureSocketOptions.StartTls", StringComparison.Ordinal),
            test => test.CompilerDiagnostics = CompilerDiagnostics.None);
    }
}
