using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Constants behind a connection: what nobody needs any more goes, passwords first of all.</summary>
public class ConstantTests
{
    [Fact]
    public Task PrivateConstants_ThatNobodyElseNeedsGo() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                private const string Host = "mail.contoso.com";
                private const int Port = 25;
                private const string User = "user";
                private const string Password = "password";

                SmtpClient Create()
                {
                    var client = new SmtpClient(Host, {|SMTP001:Port|});
                    client.Credentials = new NetworkCredential(User, Password);
                    return client;
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                private const string Host = "mail.contoso.com";

                SmtpClient Create()
                {
                    var client = new SmtpClient(
                        Environment.GetEnvironmentVariable("Smtp__Host") ?? Host,
                        int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"));
                    client.Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
                    client.EnableSsl = true;
                    return client;
                }
            }
            """);

    [Fact]
    public Task OnlyConstant_GoesWithItsBlankLine() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                private const int Port = 25;

                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:Port|});
            }
            """, """
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
            """);

    [Fact]
    public Task SharedConstant_Stays() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                private const int Port = 25;

                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:Port|});

                int PortOfClient() => Port;
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                private const int Port = 25;

                SmtpClient Create() => new SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };

                int PortOfClient() => Port;
            }
            """);

    [Fact]
    public Task ConstantOfTwoClients_GoesWithTheSecond() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                private const int Port = 25;

                SmtpClient First() => new SmtpClient("mail.contoso.com", {|SMTP001:Port|});

                SmtpClient Second() => new SmtpClient("mail.contoso.com", {|SMTP001:Port|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                SmtpClient First() => new SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };

                SmtpClient Second() => new SmtpClient(
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
    public Task CommentedConstant_GoesWithItsComment() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                // The port of the mail server
                private const int Port = 25;

                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:Port|});
            }
            """, """
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
            """);

    [Fact]
    public Task StartTlsOnly_ConstantBecomes587() => RelayFixTest.Fixes(RelayFixTest.StartTls, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                private const int Port = 25;

                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:Port|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                private const int Port = 587;

                SmtpClient Create() => new SmtpClient("mail.contoso.com", Port)
                {
                    EnableSsl = true
                };
            }
            """);

    [Fact]
    public Task PublicConstant_StaysWithTheNewNumber() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                public const int Port = 25;

                SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:Port|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                public const int Port = 587;

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
}
