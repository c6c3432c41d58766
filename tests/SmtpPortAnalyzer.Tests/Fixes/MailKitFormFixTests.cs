using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>The login has the form of the connection: asynchronous or not, awaited alike, with the same token.</summary>
public class MailKitFormFixTests
{
    [Fact]
    public Task Async_TokenAndConfigureAwaitAreKept() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                async Task SendAsync(SmtpClient client, MimeMessage message, CancellationToken token)
                {
                    await client.ConnectAsync("mail.contoso.com", {|SMTP001:25|}, false, token).ConfigureAwait(false);
                    await client.SendAsync(message, token).ConfigureAwait(false);
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
                        token).ConfigureAwait(false);
                    await client.AuthenticateAsync(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."),
                        token).ConfigureAwait(false);
                    await client.SendAsync(message, token).ConfigureAwait(false);
                }
            }
            """);

    [Fact]
    public Task Sync_GetsSyncLogin() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(SmtpClient client, MimeMessage message)
                {
                    client.Connect("mail.contoso.com", {|SMTP001:25|});
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

    [Fact]
    public Task Sync_FromEnvironment() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using MimeKit;

            static class Mailer
            {
                static void Send(SmtpClient client, MimeMessage message)
                {
                    client.Connect("mail.contoso.com", {|SMTP001:25|}, SecureSocketOptions.None);
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using MimeKit;

            static class Mailer
            {
                static void Send(SmtpClient client, MimeMessage message)
                {
                    client.Connect(
                        Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                        int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"),
                        SecureSocketOptions.StartTls);
                    client.Authenticate(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task StartTlsOnly_HasNoLogin() => RelayFixTest.Fixes(RelayFixTest.StartTls, """
            using System;
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using MimeKit;

            class Mailer
            {
                void Send(SmtpClient client, MimeMessage message)
                {
                    client.Connect("mail.contoso.com", {|SMTP001:25|}, SecureSocketOptions.Auto);
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using MimeKit;

            class Mailer
            {
                void Send(SmtpClient client, MimeMessage message)
                {
                    client.Connect("mail.contoso.com", 587, SecureSocketOptions.StartTls);
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task SyncOverAsync_IsWaitedForAlike() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(SmtpClient client, MimeMessage message)
                {
                    client.ConnectAsync("mail.contoso.com", {|SMTP001:25|}).GetAwaiter().GetResult();
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
                    client.ConnectAsync(
                        configuration["Smtp:Host"] ?? "mail.contoso.com",
                        configuration.GetValue("Smtp:Port", 587),
                        SecureSocketOptions.StartTls).GetAwaiter().GetResult();
                    client.AuthenticateAsync(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")).GetAwaiter().GetResult();
                    client.Send(message);
                }
            }
            """);
}
