using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Where new using directives go, and when a name is written in full instead.</summary>
/// <remarks>Long, since each test shows a whole piece of code before and after.</remarks>
public class UsingsTests
{
    [Fact]
    public Task NoUsings_QualifiedNames() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            class Mailer
            {
                System.Net.Mail.SmtpClient Create() => new System.Net.Mail.SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;

            class Mailer
            {
                System.Net.Mail.SmtpClient Create() => new System.Net.Mail.SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };
            }
            """);

    [Fact]
    public Task FileHeader_StaysOnTop() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            // Copyright (c) Contoso
            // Licensed to nobody

            class Mailer
            {
                System.Net.Mail.SmtpClient Create() => new System.Net.Mail.SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            // Copyright (c) Contoso
            // Licensed to nobody

            using System;
            using System.Net;

            class Mailer
            {
                System.Net.Mail.SmtpClient Create() => new System.Net.Mail.SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };
            }
            """);

    [Fact]
    public Task DocCommentOfFirstType_StaysWithIt() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            /// <summary>Mails.</summary>
            class Mailer
            {
                System.Net.Mail.SmtpClient Create() => new System.Net.Mail.SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;

            /// <summary>Mails.</summary>
            class Mailer
            {
                System.Net.Mail.SmtpClient Create() => new System.Net.Mail.SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };
            }
            """);

    [Fact]
    public Task SortedAmongSystem() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net.Mail;
            using System.Text;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using System.Text;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                SmtpClient Create() => new SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };
            }
            """);

    [Fact]
    public Task AfterGlobalUsings() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            global using System.Net.Mail;

            class Mailer
            {
                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            global using System.Net.Mail;
            using System;
            using System.Net;

            class Mailer
            {
                SmtpClient Create() => new SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };
            }
            """);

    private static string Listed(string first, string second, string third, string port, string security) => $$"""
            {{first}}
            using MailKit.Net.Smtp;
            {{second}}using MimeKit;
            {{third}}

            class Mailer
            {
                void Open(string host, SmtpClient client)
                {
                    client.Connect(host, {{port}}{{security}});
                    client.Authenticate(Environment.GetEnvironmentVariable("U"), Environment.GetEnvironmentVariable("P"));
                }
            }
            """;

    [Theory]
    [InlineData("using System;", "using System.Threading;")]
    [InlineData("using Azure.Core;", "using System;")]
    [InlineData("using System.Threading;", "using System;")]
    public Task NotQuiteSorted_BehindTheNeighbour(string first, string third) => RelayFixTest.Fixes(
        RelayFixTest.Encrypted,
        Listed(first.Replace("Azure.Core", "MailKit", StringComparison.Ordinal), "", third, "{|SMTP001:25|}", ""),
        Listed(first.Replace("Azure.Core", "MailKit", StringComparison.Ordinal), "using MailKit.Security;\n", third, "587",
            ", SecureSocketOptions.StartTls"));

    [Fact]
    public Task FileScopedNamespace() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System.Net.Mail;

            namespace Contoso;

            class Mailer
            {
                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            namespace Contoso;

            class Mailer
            {
                SmtpClient Create() => new SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };
            }
            """);

    [Fact]
    public Task UsingsInNamespace() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            namespace Contoso
            {
                using System.Net.Mail;

                class Mailer
                {
                    SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                }
            }
            """, """
            namespace Contoso
            {
                using System;
                using System.Net;
                using System.Net.Mail;

                class Mailer
                {
                    SmtpClient Create() => new SmtpClient(
                        Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                        int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                            Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                    };
                }
            }
            """);

    [Fact]
    public Task UsingsUnderIf_AreNotTouched() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System.Net.Mail;
            #if NETFRAMEWORK
            using System.Web;
            #endif

            class Mailer
            {
                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            #if NETFRAMEWORK
            using System.Web;
            #endif

            class Mailer
            {
                SmtpClient Create() => new SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };
            }
            """);

    [Fact]
    public Task AliasAndStatic_StayLast() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System.Net.Mail;
            using static System.Math;
            using Client = System.Net.Mail.SmtpClient;

            class Mailer
            {
                Client Create() => new Client("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using static System.Math;
            using Client = System.Net.Mail.SmtpClient;

            class Mailer
            {
                Client Create() => new Client(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };
            }
            """);

    [Fact]
    public Task NameClash_IsQualified() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net.Mail;

            class NetworkCredential
            {
            }

            class Mailer
            {
                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net.Mail;

            class NetworkCredential
            {
            }

            class Mailer
            {
                SmtpClient Create() => new SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new System.Net.NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };
            }
            """);

    [Fact]
    public Task ClashWithNewNamespace_IsQualified() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Security.Authentication;
            using MailKit.Net.Smtp;

            class Mailer
            {
                void Send(SmtpClient client)
                {
                    try
                    {
                        client.Connect("mail.contoso.com", {|SMTP001:25|});
                    }
                    catch (AuthenticationException)
                    {
                    }
                }
            }
            """, """
            using System;
            using System.Security.Authentication;
            using MailKit.Net.Smtp;

            class Mailer
            {
                void Send(SmtpClient client)
                {
                    try
                    {
                        client.Connect(
                            Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                            int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"),
                            MailKit.Security.SecureSocketOptions.StartTls);
                        client.Authenticate(
                            Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                            Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
                    }
                    catch (AuthenticationException)
                    {
                    }
                }
            }
            """);

    [Fact]
    public Task BothLibraries_KeepTheirNames() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using MailKit.Security;
            using SmtpClient = System.Net.Mail.SmtpClient;

            class Mailer
            {
                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using MailKit.Security;
            using SmtpClient = System.Net.Mail.SmtpClient;

            class Mailer
            {
                SmtpClient Create() => new SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };
            }
            """);

    [Fact]
    public Task ShadowedEnvironment_IsQualified() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                string Environment => "";

                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                string Environment => "";

                SmtpClient Create() => new SmtpClient(
                    System.Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(System.Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        System.Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        System.Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };
            }
            """);
}
