using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Host and port as arguments of the client's constructor.</summary>
public class ConstructorFixTests
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

    /// <summary>What the constructor runs may read the new field already.</summary>
    [Fact]
    public Task ConstructorOfAnExpression_ThatRunsCode_SetsTheFieldFirst()
    {
        string Code(string usings, string field, string constructor, string client) => $$"""
            {{usings}}using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.Logging;

            public class Mailer
            {
                private readonly SmtpClient _client;{{field}}

                {{constructor}}

                public void Send(MailMessage message) => _client.Send(message);

                private SmtpClient Open() => {{client}};
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.InjectedConfiguration,
            Code(
                "", "", "public Mailer(ILogger<Mailer> logger) => _client = Open();",
                "new SmtpClient(\"mail.contoso.com\", {|SMTP001:25|})"),
            Code(
                "using System;\n", "\n    private readonly IConfiguration _configuration;",
                "public Mailer(ILogger<Mailer> logger, IConfiguration configuration)\n    {\n        _configuration = configuration;\n" +
                "        _client = Open();\n    }",
                """
                new SmtpClient(
                        _configuration["Smtp:Host"] ?? "mail.contoso.com",
                        _configuration.GetValue("Smtp:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            _configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                            _configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                    }
                """));
    }

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
}
