using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>What stands around the connection.</summary>
public class MailKitSurroundingsFixTests
{
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
                        configuration["Smtp:First:Host"] ?? "first.contoso.com",
                        configuration.GetValue("Smtp:First:Port", 587),
                        SecureSocketOptions.StartTls);
                    client.Authenticate(
                        configuration["Smtp:First:UserName"] ?? throw new InvalidOperationException("Smtp:First:UserName is not set."),
                        configuration["Smtp:First:Password"] ?? throw new InvalidOperationException("Smtp:First:Password is not set."));
                    client.Disconnect(true);
                    client.Connect("second.contoso.com", 587, MailKit.Security.SecureSocketOptions.StartTls);
                    client.Authenticate("user", "password");
                }
            }
            """);
}
