using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Whose <c>Connect</c> it is, and which statement the call stands in.</summary>
public class MailKitReceiverFixTests
{
    [Fact]
    public Task InterfaceReceiver() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                async Task SendAsync(ISmtpClient client, MimeMessage message, CancellationToken token)
                {
                    await client.ConnectAsync("mail.contoso.com", {|SMTP001:25|}, cancellationToken: token);
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
                async Task SendAsync(ISmtpClient client, MimeMessage message, CancellationToken token)
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
    public Task UsingDeclaration() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(MimeMessage message)
                {
                    using var client = new SmtpClient();
                    client.Connect("mail.contoso.com", {|SMTP001:25|});
                    client.Send(message);
                    client.Disconnect(true);
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
                void Send(MimeMessage message)
                {
                    using var client = new SmtpClient();
                    client.Connect(
                        configuration["Smtp:Host"] ?? "mail.contoso.com",
                        configuration.GetValue("Smtp:Port", 587),
                        SecureSocketOptions.StartTls);
                    client.Authenticate(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.Send(message);
                    client.Disconnect(true);
                }
            }
            """);

    [Fact]
    public Task EmbeddedStatement_GetsBraces() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                async Task SendAsync(SmtpClient client, MimeMessage message, CancellationToken token)
                {
                    if (!client.IsConnected)
                        await client.ConnectAsync("mail.contoso.com", {|SMTP001:25|}, cancellationToken: token);

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
                    if (!client.IsConnected)
                    {
                        await client.ConnectAsync(
                            configuration["Smtp:Host"] ?? "mail.contoso.com",
                            configuration.GetValue("Smtp:Port", 587),
                            SecureSocketOptions.StartTls,
                            cancellationToken: token);
                        try
                        {
                            await client.AuthenticateAsync(
                                configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                                configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."),
                                token);
                        }
                        catch
                        {
                            await client.DisconnectAsync(true, token);
                            throw;
                        }
                    }

                    await client.SendAsync(message, token);
                }
            }
            """);

    [Fact]
    public Task EmbeddedInWhile_GetsBraces() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(SmtpClient client, MimeMessage message)
                {
                    while (!client.IsConnected)
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
                    while (!client.IsConnected)
                    {
                        client.Connect(
                            configuration["Smtp:Host"] ?? "mail.contoso.com",
                            configuration.GetValue("Smtp:Port", 587),
                            SecureSocketOptions.StartTls);
                        try
                        {
                            client.Authenticate(
                                configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                                configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                        }
                        catch
                        {
                            client.Disconnect(true);
                            throw;
                        }
                    }
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task ExpressionBody_GetsBlock() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Open(SmtpClient client) => client.Connect("mail.contoso.com", {|SMTP001:25|});
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
                void Open(SmtpClient client)
                {
                    client.Connect(
                        configuration["Smtp:Host"] ?? "mail.contoso.com",
                        configuration.GetValue("Smtp:Port", 587),
                        SecureSocketOptions.StartTls);
                    client.Authenticate(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                }
            }
            """);

    [Fact]
    public Task AsyncExpressionBody_GetsBlock() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                async Task OpenAsync(SmtpClient client) =>
                    await client.ConnectAsync("mail.contoso.com", {|SMTP001:25|});
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
                async Task OpenAsync(SmtpClient client)
                {
                    await client.ConnectAsync(
                        configuration["Smtp:Host"] ?? "mail.contoso.com",
                        configuration.GetValue("Smtp:Port", 587),
                        SecureSocketOptions.StartTls);
                    await client.AuthenticateAsync(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                }
            }
            """);
}
