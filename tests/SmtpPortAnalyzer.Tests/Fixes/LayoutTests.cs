using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Comments, indentation and braces around a fix stay as they are.</summary>
/// <remarks>Long, since each test shows a whole piece of code before and after.</remarks>
public class LayoutTests
{
    [Fact]
    public Task CommentsInArguments() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient( /* host */ "mail.contoso.com" /* ours */, /* port */ {|SMTP001:25|} /* blocked */ ); // behind
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient( /* host */ Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com" /* ours */, /* port */ int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587") /* blocked */ )
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                            Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                    }; // behind
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task CommentsAroundStatements() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient();
                    // where to
                    client.Host = "mail.contoso.com"; // the server

                    // how
                    client.Port = {|SMTP001:25|}; // the port
                    // go
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient();
                    // where to
                    client.Host = Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com"; // the server

                    // how
                    client.Port = int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"); // the port
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
                    // go
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task CommentBehindLastElement() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com")
                    {
                        Timeout = 1000,
                        Port = {|SMTP001:25|} // blocked
                        // nothing else
                    };
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com")
                    {
                        Timeout = 1000,
                        Port = int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"), // blocked
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                            Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                        // nothing else
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task Tabs() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
            	void Send(MailMessage message)
            	{
            		var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            		client.Send(message);
            	}
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
            	void Send(MailMessage message)
            	{
            		var client = new SmtpClient(
            			Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
            			int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
            		{
            			EnableSsl = true,
            			Credentials = new NetworkCredential(
            				Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
            				Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
            		};
            		client.Send(message);
            	}
            }
            """);

    [Fact]
    public Task TwoSpaces() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
              void Send(MailMessage message)
              {
                var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
              }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
              void Send(MailMessage message)
              {
                var client = new SmtpClient(
                  Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                  int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                  EnableSsl = true,
                  Credentials = new NetworkCredential(
                    Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                    Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };
                client.Send(message);
              }
            }
            """);

    [Fact]
    public Task BracesAtLineEnd() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer {
                void Send(MailMessage message) {
                    using (var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|})) {
                        client.Send(message);
                    }
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer {
                void Send(MailMessage message) {
                    using (var client = new SmtpClient(
                        Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                        int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587")) {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                            Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                    }) {
                        client.Send(message);
                    }
                }
            }
            """);

    [Fact]
    public Task ArgumentsOnLines() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(
                        "mail.contoso.com",
                        {|SMTP001:25|});
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(
                        Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                        int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                            Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task StatementsOnOneLine() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(); client.Host = "mail.contoso.com"; client.Port = {|SMTP001:25|}; client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(); client.Host = Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com"; client.Port = int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"); client.EnableSsl = true; client.Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set.")); client.Send(message);
                }
            }
            """);

    [Fact]
    public Task ConditionalCodeAround() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
            #if DEBUG
                    Console.WriteLine("sending");
            #endif
                    var client = new SmtpClient();
                    client.Host = "mail.contoso.com";
            #if DEBUG
                    client.Timeout = 1000;
            #endif
                    client.Port = {|SMTP001:25|};
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
            #if DEBUG
                    Console.WriteLine("sending");
            #endif
                    var client = new SmtpClient();
                    client.Host = Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com";
            #if DEBUG
                    client.Timeout = 1000;
            #endif
                    client.Port = int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587");
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task MailKitCommentsAroundConnect() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            class Mailer
            {
                void Send(SmtpClient client)
                {
                    // dial
                    client.Connect("mail.contoso.com", {|SMTP001:25|} /* blocked */); // dialled
                    // done
                }
            }
            """, """
            using System;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            class Mailer
            {
                void Send(SmtpClient client)
                {
                    // dial
                    client.Connect(Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com", int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"), SecureSocketOptions.StartTls /* blocked */); // dialled
                    client.Authenticate(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
                    // done
                }
            }
            """);

    [Fact]
    public Task BlockOnOneLine() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            class Mailer
            {
                void Send(SmtpClient client) { client.Connect("mail.contoso.com", {|SMTP001:25|}); }
            }
            """, """
            using System;
            using MailKit.Net.Smtp;
            using MailKit.Security;

            class Mailer
            {
                void Send(SmtpClient client)
                {
                    client.Connect(
                        Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                        int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"),
                        SecureSocketOptions.StartTls);
                    client.Authenticate(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."));
                }
            }
            """);
}
