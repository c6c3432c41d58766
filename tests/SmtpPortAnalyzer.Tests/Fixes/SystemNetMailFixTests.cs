using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>What the fix makes of a System.Net.Mail client, shape by shape.</summary>
public class SystemNetMailFixTests
{
    [Fact]
    public Task ConstructorArgument_GetsInitializer() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    using var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task ConstructorArgument_FromEnvironment() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            static class Mailer
            {
                static void Send(MailMessage message)
                {
                    using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;

            static class Mailer
            {
                static void Send(MailMessage message)
                {
                    using var client = new SmtpClient(
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
    public Task ConstructorArgument_StartTlsOnly() => RelayFixTest.Fixes(RelayFixTest.StartTls, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.Send(message);
                }
            }
            """, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    using var client = new SmtpClient("mail.contoso.com", 587)
                    {
                        EnableSsl = true
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task NamedArguments_KeepTheirNamesAndOrder() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    using var client = new SmtpClient(port: {|SMTP001:25|}, host: "mail.contoso.com");
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    using var client = new SmtpClient(
                        port: configuration.GetValue("Smtp:Port", 587),
                        host: configuration["Smtp:Host"] ?? "mail.contoso.com")
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task NamedHostAlone_GetsNamedPort() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    using var client = {|SMTP002:new SmtpClient(host: "mail.contoso.com")|};
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    using var client = new SmtpClient(
                        host: configuration["Smtp:Host"] ?? "mail.contoso.com",
                        port: configuration.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task NoPort_GetsConstructorArgument() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = {|SMTP002:new SmtpClient("mail.contoso.com")|};
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task PortZero_IsReplaced() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = {|SMTP002:new SmtpClient("mail.contoso.com", 0)|};
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task RunTimeHost_IsKept() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string host)
                {
                    var client = new SmtpClient(host, {|SMTP001:25|});
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string host)
                {
                    var client = new SmtpClient(host, configuration.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task Statements_AreRewrittenInPlace() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    SmtpClient client = new SmtpClient();
                    client.Host = "mail.contoso.com";
                    client.Port = {|SMTP001:25|};
                    client.EnableSsl = false;
                    client.UseDefaultCredentials = false;
                    client.Credentials = new NetworkCredential("user", "password");
                    client.DeliveryMethod = SmtpDeliveryMethod.Network;
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    SmtpClient client = new SmtpClient();
                    client.Host = configuration["Smtp:Host"] ?? "mail.contoso.com";
                    client.Port = configuration.GetValue("Smtp:Port", 587);
                    client.EnableSsl = true;
                    client.UseDefaultCredentials = false;
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.DeliveryMethod = SmtpDeliveryMethod.Network;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task Statements_GetWhatIsMissingBesideThem() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient();
                    client.Host = "mail.contoso.com";
                    client.Port = {|SMTP001:25|};
                    message.Subject = "Hello";
                    client.Timeout = 1000;
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient();
                    client.Host = configuration["Smtp:Host"] ?? "mail.contoso.com";
                    client.Port = configuration.GetValue("Smtp:Port", 587);
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    message.Subject = "Hello";
                    client.Timeout = 1000;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task Statements_CredentialsGoBehindUseDefaultCredentials() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.Timeout = 1000;
                    message.Subject = "Hello";
                    client.UseDefaultCredentials = false;
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    client.Timeout = 1000;
                    message.Subject = "Hello";
                    client.UseDefaultCredentials = false;
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task UseDefaultCredentials_BecomesTheLogin() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.UseDefaultCredentials = true;
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.EnableSsl = true;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task UseDefaultCredentials_GoesWhereThereIsALogin() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.UseDefaultCredentials = true; // as the machine
                    client.Credentials = CredentialCache.DefaultNetworkCredentials;
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    // as the machine
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.EnableSsl = true;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task UseDefaultCredentialsFalse_BehindTheLoginGoes() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.Credentials = new NetworkCredential(configuration["User"], configuration["Password"]);
                    client.UseDefaultCredentials = false;
                    client.Send(message);
                }
            }
            """, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    client.Credentials = new NetworkCredential(configuration["User"], configuration["Password"]);
                    client.EnableSsl = true;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task RunTimeCredentials_AreKept() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string? user, string? password)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    if (user != null)
                    {
                        client.Credentials = new NetworkCredential(user, password);
                    }

                    client.Send(message);
                }
            }
            """, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string? user, string? password)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true
                    };
                    if (user != null)
                    {
                        client.Credentials = new NetworkCredential(user, password);
                    }

                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task LiteralPassword_IsReplacedAndRunTimeUserKept() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string user)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.Credentials = new NetworkCredential(user, "password");
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, string user)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    client.Credentials = new NetworkCredential(user, configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.EnableSsl = true;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task LiteralPasswordInLocal_IsReplacedThere() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var password = "password";
                    var login = new NetworkCredential("user", password);
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.Credentials = login;
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var password = configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.");
                    var login = new NetworkCredential(configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."), password);
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    client.Credentials = login;
                    client.EnableSsl = true;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task NetworkCredentialWithDomain_LosesIt() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|}) { Credentials = new NetworkCredential("user", "password", "CONTOSO") };
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                    {
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")),
                        EnableSsl = true
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task NetworkCredentialInitializer_IsReplaced() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.Credentials = new NetworkCredential { UserName = "user", Password = "password" };
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.EnableSsl = true;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task Initializer_OnOneLineIsSpread() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient { Host = "mail.contoso.com", Port = {|SMTP001:25|} };
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient
                    {
                        Host = configuration["Smtp:Host"] ?? "mail.contoso.com",
                        Port = configuration.GetValue("Smtp:Port", 587),
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task Initializer_WithUseDefaultCredentialsAndLogin() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|}) { UseDefaultCredentials = true, Credentials = new NetworkCredential("user", "password") };
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
                        Credentials = new NetworkCredential(
                            Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                            Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set.")),
                        EnableSsl = true
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task Initializer_OnLinesGetsLines() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com")
                    {
                        Port = {|SMTP001:25|},
                        EnableSsl = false,
                    };
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com")
                    {
                        Port = configuration.GetValue("Smtp:Port", 587),
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set.")),
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task Initializer_WithoutTrailingComma() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com")
                    {
                        DeliveryMethod = SmtpDeliveryMethod.Network,
                        Port = {|SMTP001:25|}
                    };
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com")
                    {
                        DeliveryMethod = SmtpDeliveryMethod.Network,
                        Port = configuration.GetValue("Smtp:Port", 587),
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task InitializerAndStatements_BothAreUsed() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient { Host = "mail.contoso.com", Port = {|SMTP001:25|} };
                    client.UseDefaultCredentials = false;
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient
                    {
                        Host = configuration["Smtp:Host"] ?? "mail.contoso.com",
                        Port = configuration.GetValue("Smtp:Port", 587),
                        EnableSsl = true
                    };
                    client.UseDefaultCredentials = false;
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task TargetTypedNew() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    SmtpClient client = new("mail.contoso.com", {|SMTP001:25|});
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    SmtpClient client = new(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task UsingStatement_StatementsStayInside() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    using (var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|}))
                    {
                        client.EnableSsl = false;
                        client.Send(message);
                    }
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    using (var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587)))
                    {
                        client.EnableSsl = true;
                        client.Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                        client.Send(message);
                    }
                }
            }
            """);

    [Fact]
    public Task NoVariable_GetsInitializer() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    new SmtpClient("mail.contoso.com", {|SMTP001:25|}).Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    }.Send(message);
                }
            }
            """);

    [Fact]
    public Task Field_GetsInitializer() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                private readonly SmtpClient _client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});

                void Send(MailMessage message) => _client.Send(message);
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                private readonly SmtpClient _client = new SmtpClient(
                    configuration["Smtp:Host"] ?? "mail.contoso.com",
                    configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };

                void Send(MailMessage message) => _client.Send(message);
            }
            """);

    [Fact]
    public Task FieldSetInConstructor_StatementsElsewhereAreRewritten() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                private readonly IConfiguration _configuration;
                private readonly SmtpClient _client;

                Mailer(IConfiguration configuration)
                {
                    _configuration = configuration;
                    _client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                }

                void Send(MailMessage message)
                {
                    _client.EnableSsl = false;
                    _client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer
            {
                private readonly IConfiguration _configuration;
                private readonly SmtpClient _client;

                Mailer(IConfiguration configuration)
                {
                    _configuration = configuration;
                    _client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    };
                }

                void Send(MailMessage message)
                {
                    _client.EnableSsl = true;
                    _client.Send(message);
                }
            }
            """);

    [Fact]
    public Task Property_GetsInitializer() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                SmtpClient Client { get; } = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                SmtpClient Client { get; } = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
            }
            """);

    [Fact]
    public Task ExpressionBody_GetsInitializer() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                SmtpClient Create() => new("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                SmtpClient Create() => new(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
            }
            """);

    [Fact]
    public Task Lambda_GetsInitializer() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                Func<SmtpClient> Factory() => () => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                Func<SmtpClient> Factory() => () => new SmtpClient(
                    configuration["Smtp:Host"] ?? "mail.contoso.com",
                    configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
            }
            """);

    [Fact]
    public Task LocalPort_IsReplacedWhereItIsDeclared() => RelayFixTest.Fixes(RelayFixTest.Environment, """
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    const int port = 25;
                    const string host = "mail.contoso.com";
                    var client = new SmtpClient(host, {|SMTP001:port|});
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
                    int port = int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587");
                    string host = Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com";
                    var client = new SmtpClient(host, port)
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
    public Task ConstantHost_BecomesTheFallback() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                private const string Host = "mail.contoso.com";
                private const int Port = 25;

                SmtpClient Create() => new SmtpClient(Host, {|SMTP001:Port|});
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                private const string Host = "mail.contoso.com";

                SmtpClient Create() => new SmtpClient(configuration["Smtp:Host"] ?? Host, configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
            }
            """);

    [Fact]
    public Task PortTwice_IsOneFix() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("mail.contoso.com", 25);
                    client.Port = {|SMTP001:25|};
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    client.Port = configuration.GetValue("Smtp:Port", 587);
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task MxHost_IsDroppedAndTheSettingRequired() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("contoso-com.mail.protection.outlook.com", {|SMTP001:25|});
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(
                        configuration["Smtp:Host"] ?? throw new InvalidOperationException("Smtp:Host is not set."),
                        configuration.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    };
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task RunTimeEnableSsl_BecomesTrue() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, bool ssl)
                {
                    var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                    client.EnableSsl = ssl;
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message, bool ssl)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task TwoClients_EachIsItsOwn() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var first = new SmtpClient("first.contoso.com", {|SMTP001:25|});
                    first.EnableSsl = false;
                    first.Send(message);
                    var second = new SmtpClient("localhost", 587);
                    second.EnableSsl = false;
                    second.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var first = new SmtpClient(configuration["Smtp:Host"] ?? "first.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    first.EnableSsl = true;
                    first.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    first.Send(message);
                    var second = new SmtpClient("localhost", 587);
                    second.EnableSsl = false;
                    second.Send(message);
                }
            }
            """);

    [Fact]
    public Task VariableUsedTwice_OnlyTheFirstClientChanges() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient("first.contoso.com", {|SMTP001:25|});
                    client.EnableSsl = false;
                    client.Send(message);
                    client = new SmtpClient("localhost", 587);
                    client.EnableSsl = false;
                    client.Send(message);
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Send(MailMessage message)
                {
                    var client = new SmtpClient(configuration["Smtp:Host"] ?? "first.contoso.com", configuration.GetValue("Smtp:Port", 587));
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                    client.Send(message);
                    client = new SmtpClient("localhost", 587);
                    client.EnableSsl = false;
                    client.Send(message);
                }
            }
            """);

    [Fact]
    public Task ClientMadeElsewhere_IsConfiguredBesideItsPort() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Configure(SmtpClient client)
                {
                    client.Port = {|SMTP001:25|};
                }
            }
            """, """
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                void Configure(SmtpClient client)
                {
                    client.Port = configuration.GetValue("Smtp:Port", 587);
                    client.EnableSsl = true;
                    client.Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                }
            }
            """);
}
