using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Logins that are there already.</summary>
public class MailKitLoginFixTests
{
    [Fact]
    public Task LiteralLogin_IsRewritten() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                async Task SendAsync(SmtpClient client, MimeMessage message, CancellationToken token)
                {
                    await client.ConnectAsync("mail.contoso.com", {|SMTP001:25|}, false);
                    await client.AuthenticateAsync("user", "password");
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
    public Task LiteralLogin_TokenStays() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                async Task SendAsync(SmtpClient client, MimeMessage message, CancellationToken token)
                {
                    await client.ConnectAsync("mail.contoso.com", {|SMTP001:25|}, false, token);
                    await client.AuthenticateAsync("user", "password", token);
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
                        token);
                    await client.AuthenticateAsync(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."),
                        token);
                    await client.SendAsync(message, token);
                }
            }
            """);

    [Fact]
    public Task LiteralNetworkCredential_IsRewritten() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(SmtpClient client, MimeMessage message)
                {
                    client.Connect("mail.contoso.com", {|SMTP001:25|}, false);
                    client.Authenticate(new System.Net.NetworkCredential("user", "password"));
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
                    client.Authenticate(new System.Net.NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")));
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task RunTimeLoginInIf_IsKept() => RelayFixTest.Fixes(RelayFixTest.Encrypted, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(SmtpClient client, MimeMessage message, string host, string? user, string? password)
                {
                    client.Connect(host, {|SMTP001:25|}, false);
                    if (user != null)
                    {
                        client.Authenticate(user, password);
                    }

                    client.Send(message);
                }
            }
            """, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(SmtpClient client, MimeMessage message, string host, string? user, string? password)
                {
                    client.Connect(host, 587, SecureSocketOptions.StartTls);
                    if (user != null)
                    {
                        client.Authenticate(user, password);
                    }

                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task LoginInCalledMethod_IsNotDoubled() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                async Task SendAsync(SmtpClient client, MimeMessage message, string user, string password)
                {
                    await client.ConnectAsync("mail.contoso.com", {|SMTP001:25|});
                    await LoginAsync(client, user, password);
                    await client.SendAsync(message);
                }

                static Task LoginAsync(SmtpClient client, string user, string password) => client.AuthenticateAsync(user, password);
            }
            """, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                async Task SendAsync(SmtpClient client, MimeMessage message, string user, string password)
                {
                    await client.ConnectAsync(
                        configuration["Smtp:Host"] ?? "mail.contoso.com",
                        configuration.GetValue("Smtp:Port", 587),
                        SecureSocketOptions.StartTls);
                    await LoginAsync(client, user, password);
                    await client.SendAsync(message);
                }

                static Task LoginAsync(SmtpClient client, string user, string password) => client.AuthenticateAsync(user, password);
            }
            """);
}
