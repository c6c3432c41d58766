using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A method that hands the task of a connection on awaits it, so that the login comes behind it.</summary>
public class HandedOnTaskTests
{
    [Fact]
    public Task TaskThatIsHandedOn_IsAwaited() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            Task Open(MailKit.Net.Smtp.SmtpClient client)
            {
                return client.ConnectAsync("smtp.contoso.com", {|SMTP001:25|}, SecureSocketOptions.None);
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            async Task Open(MailKit.Net.Smtp.SmtpClient client)
            {
                await client.ConnectAsync(
                    configuration["Smtp:Host"] ?? "smtp.contoso.com",
                    configuration.GetValue("Smtp:Port", 587),
                    SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(
                    configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
            }
        }
        """);

    [Fact]
    public Task TaskOfAnArrow_IsAwaited() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            public Task Open(MailKit.Net.Smtp.SmtpClient client) => client.ConnectAsync("smtp.contoso.com", {|SMTP001:25|}, SecureSocketOptions.None);
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            public async Task Open(MailKit.Net.Smtp.SmtpClient client)
            {
                await client.ConnectAsync(
                    configuration["Smtp:Host"] ?? "smtp.contoso.com",
                    configuration.GetValue("Smtp:Port", 587),
                    SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(
                    configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
            }
        }
        """);

    [Fact]
    public Task TaskOfALambda_IsAwaited() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            Func<MailKit.Net.Smtp.SmtpClient, Task> Open() => client => client.ConnectAsync("smtp.contoso.com", {|SMTP001:25|}, SecureSocketOptions.None);
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            Func<MailKit.Net.Smtp.SmtpClient, Task> Open() => async client =>
            {
                await client.ConnectAsync(
                    configuration["Smtp:Host"] ?? "smtp.contoso.com",
                    configuration.GetValue("Smtp:Port", 587),
                    SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(
                    configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
            };
        }
        """);

    [Fact]
    public Task TaskOfALocalFunction_IsAwaited() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            async Task Send(MimeMessage message)
            {
                using var client = new MailKit.Net.Smtp.SmtpClient();
                await Open();
                await client.SendAsync(message);
                Task Open() { return client.ConnectAsync("smtp.contoso.com", {|SMTP001:25|}, SecureSocketOptions.None); }
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            async Task Send(MimeMessage message)
            {
                using var client = new MailKit.Net.Smtp.SmtpClient();
                await Open();
                await client.SendAsync(message);
                async Task Open()
                {
                    await client.ConnectAsync(
                        configuration["Smtp:Host"] ?? "smtp.contoso.com",
                        configuration.GetValue("Smtp:Port", 587),
                        SecureSocketOptions.StartTls);
                    await client.AuthenticateAsync(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                }
            }
        }
        """);

    [Fact]
    public Task TaskOnOneWay_AndAnotherReturn() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            Task Open(MailKit.Net.Smtp.SmtpClient client, bool isOpen)
            {
                if (isOpen)
                    return Task.CompletedTask;
                return client.ConnectAsync("smtp.contoso.com", {|SMTP001:25|}, SecureSocketOptions.None);
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            async Task Open(MailKit.Net.Smtp.SmtpClient client, bool isOpen)
            {
                if (isOpen)
                    return;
                await client.ConnectAsync(
                    configuration["Smtp:Host"] ?? "smtp.contoso.com",
                    configuration.GetValue("Smtp:Port", 587),
                    SecureSocketOptions.StartTls);
                await client.AuthenticateAsync(
                    configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
            }
        }
        """);

    [Fact]
    public Task TaskInALock_IsLeft() => OffersNothing(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            Task Open(MailKit.Net.Smtp.SmtpClient client)
            {
                lock (this)
                {
                    return client.ConnectAsync("smtp.contoso.com", {|SMTP001:25|}, SecureSocketOptions.None);
                }
            }
        }
        """);

    [Fact]
    public Task TaskWithConfigureAwait_GivesItsStyle() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            Task Open(MailKit.Net.Smtp.SmtpClient client)
            {
                return client.ConnectAsync("smtp.contoso.com", {|SMTP001:25|}, SecureSocketOptions.None);
            }

            async Task Other() => await Task.Delay(1).ConfigureAwait(false);
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            async Task Open(MailKit.Net.Smtp.SmtpClient client)
            {
                await client.ConnectAsync(
                    configuration["Smtp:Host"] ?? "smtp.contoso.com",
                    configuration.GetValue("Smtp:Port", 587),
                    SecureSocketOptions.StartTls).ConfigureAwait(false);
                await client.AuthenticateAsync(
                    configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")).ConfigureAwait(false);
            }

            async Task Other() => await Task.Delay(1).ConfigureAwait(false);
        }
        """);

    [Fact]
    public Task AnonymousMethod_IsAwaited() => Fixes(RelayFixTest.Configuration, """
        class Mailer(IConfiguration configuration)
        {
            Func<MailKit.Net.Smtp.SmtpClient, Task> Open()
            {
                return delegate (MailKit.Net.Smtp.SmtpClient client)
                {
                    return client.ConnectAsync("smtp.contoso.com", {|SMTP001:25|}, SecureSocketOptions.None);
                };
            }
        }
        """, """
        class Mailer(IConfiguration configuration)
        {
            Func<MailKit.Net.Smtp.SmtpClient, Task> Open()
            {
                return async delegate (MailKit.Net.Smtp.SmtpClient client)
                {
                    await client.ConnectAsync(
                        configuration["Smtp:Host"] ?? "smtp.contoso.com",
                        configuration.GetValue("Smtp:Port", 587),
                        SecureSocketOptions.StartTls);
                    await client.AuthenticateAsync(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                };
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
