using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>What the fix makes of a MailKit connection, shape by shape.</summary>
public class MailKitFixTests
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
    public Task RunTimeLoginInIf_IsKept() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
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
                    client.Connect(host, configuration.GetValue("Smtp:Port", 587), SecureSocketOptions.StartTls);
                    if (user != null)
                    {
                        client.Authenticate(user, password);
                    }

                    client.Send(message);
                }
            }
            """);

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
                        await client.AuthenticateAsync(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."),
                            token);
                    }

                    await client.SendAsync(message, token);
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

    [Fact]
    public Task MxHost_IsDroppedAndTheSettingRequired() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(SmtpClient client, MimeMessage message)
                {
                    client.Connect("aspmx.l.google.com", {|SMTP001:25|});
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
                        configuration["Smtp:Host"] ?? throw new InvalidOperationException("Smtp:Host is not set."),
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
    public Task ReceiverField_KeepsThis() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                private readonly SmtpClient client = new();

                void Open()
                {
                    this.client.Connect("mail.contoso.com", {|SMTP001:25|});
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
                private readonly SmtpClient client = new();

                void Open()
                {
                    this.client.Connect(
                        configuration["Smtp:Host"] ?? "mail.contoso.com",
                        configuration.GetValue("Smtp:Port", 587),
                        SecureSocketOptions.StartTls);
                    this.client.Authenticate(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                }
            }
            """);

    [Fact]
    public Task TryBlock_LoginStaysInside() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(SmtpClient client, MimeMessage message)
                {
                    try
                    {
                        client.Connect("mail.contoso.com", {|SMTP001:25|});
                        client.Send(message);
                    }
                    finally
                    {
                        client.Disconnect(true);
                    }
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
                    try
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
                    finally
                    {
                        client.Disconnect(true);
                    }
                }
            }
            """);

    [Fact]
    public Task SwitchSection() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(SmtpClient client, MimeMessage message)
                {
                    switch (message.Priority)
                    {
                        case MessagePriority.Urgent:
                            client.Connect("mail.contoso.com", {|SMTP001:25|});
                            break;
                    }
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
                    switch (message.Priority)
                    {
                        case MessagePriority.Urgent:
                            client.Connect(
                                configuration["Smtp:Host"] ?? "mail.contoso.com",
                                configuration.GetValue("Smtp:Port", 587),
                                SecureSocketOptions.StartTls);
                            client.Authenticate(
                                configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                                configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                            break;
                    }
                }
            }
            """);

    [Fact]
    public Task TwoConnections_OnlyOneChanges() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Threading;
            using System.Threading.Tasks;
            using MailKit.Net.Smtp;
            using Microsoft.Extensions.Configuration;
            using MimeKit;

            class Mailer(IConfiguration configuration)
            {
                void Send(SmtpClient client, MimeMessage message)
                {
                    client.Connect("first.contoso.com", {|SMTP001:25|});
                    client.Authenticate("user", "password");
                    client.Disconnect(true);
                    client.Connect("second.contoso.com", 587, MailKit.Security.SecureSocketOptions.StartTls);
                    client.Authenticate("user", "password");
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
                        configuration["Smtp:Host"] ?? "first.contoso.com",
                        configuration.GetValue("Smtp:Port", 587),
                        SecureSocketOptions.StartTls);
                    client.Authenticate(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.Disconnect(true);
                    client.Connect("second.contoso.com", 587, MailKit.Security.SecureSocketOptions.StartTls);
                    client.Authenticate("user", "password");
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
