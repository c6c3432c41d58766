using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A type that the container makes may ask for the configuration.</summary>
/// <remarks>Long, since each test shows a whole piece of code before and after.</remarks>
public class InjectedConfigurationTests
{
    private const string Login = """
                    Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
        """;

    [Fact]
    public Task Constructor_OfATypeThatTakesServices_GetsTheConfiguration() => RelayFixTest.Fixes(RelayFixTest.InjectedConfiguration, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Logging;

        public class Mailer
        {
            private readonly ILogger<Mailer> _logger;

            public Mailer(ILogger<Mailer> logger)
            {
                _logger = logger;
            }

            public void Send(MailMessage message)
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
        using Microsoft.Extensions.Logging;

        public class Mailer
        {
            private readonly ILogger<Mailer> _logger;
            private readonly IConfiguration _configuration;

            public Mailer(ILogger<Mailer> logger, IConfiguration configuration)
            {
                _logger = logger;
                _configuration = configuration;
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(_configuration["Smtp:Host"] ?? "mail.contoso.com", _configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        _configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        _configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task PrimaryConstructor_OfATypeThatTakesServices_GetsTheConfiguration() =>
        RelayFixTest.Fixes(RelayFixTest.InjectedConfiguration, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Logging;

        public class Mailer(
            ILogger<Mailer> logger,
            string sender = "shop@contoso.com")
        {
            public void Send(string to)
            {
                logger.LogInformation(to);
                new SmtpClient("mail.contoso.com", {|SMTP001:25|}).Send(sender, to, "", "");
            }
        }
        """, $$"""
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Logging;

        public class Mailer(
            ILogger<Mailer> logger,
            IConfiguration configuration,
            string sender = "shop@contoso.com")
        {
            public void Send(string to)
            {
                logger.LogInformation(to);
                new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
        {{Login}}
                }.Send(sender, to, "", "");
            }
        }
        """);

    [Fact]
    public Task RegisteredType_WithoutConstructor_GetsAPrimaryOne() => RelayFixTest.Fixes(RelayFixTest.InjectedConfiguration, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public interface IMailer;

        public class Mailer : IMailer
        {
            public void Send(string to)
            {
                new SmtpClient("mail.contoso.com", {|SMTP001:25|}).Send("shop@contoso.com", to, "", "");
            }
        }

        public static class Services
        {
            public static void Add(IServiceCollection services) => services.AddScoped<IMailer, Mailer>();
        }
        """, $$"""
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public interface IMailer;

        public class Mailer(IConfiguration configuration) : IMailer
        {
            public void Send(string to)
            {
                new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
        {{Login}}
                }.Send("shop@contoso.com", to, "", "");
            }
        }

        public static class Services
        {
            public static void Add(IServiceCollection services) => services.AddScoped<IMailer, Mailer>();
        }
        """);

    [Fact]
    public Task RegisteredType_BeforeCSharp12_GetsAConstructor() => RelayFixTest.Fixes(RelayFixTest.InjectedConfiguration, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public class Mailer
        {
            // Says what it does.
            public void Send(string to)
            {
                var client = new SmtpClient();
                client.Host = "mail.contoso.com";
                client.Port = {|SMTP001:25|};
                client.Send("shop@contoso.com", to, "", "");
            }
        }

        public static class Services
        {
            public static void Add(IServiceCollection services) => services.AddSingleton(typeof(Mailer));
        }
        """, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        public class Mailer
        {
            private readonly IConfiguration _configuration;

            public Mailer(IConfiguration configuration)
            {
                _configuration = configuration;
            }

            // Says what it does.
            public void Send(string to)
            {
                var client = new SmtpClient();
                client.Host = _configuration["Smtp:Host"] ?? "mail.contoso.com";
                client.Port = _configuration.GetValue("Smtp:Port", 587);
                client.EnableSsl = true;
                client.Credentials = new NetworkCredential(
                    _configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    _configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
                client.Send("shop@contoso.com", to, "", "");
            }
        }

        public static class Services
        {
            public static void Add(IServiceCollection services) => services.AddSingleton(typeof(Mailer));
        }
        """, test => test.LanguageVersion = LanguageVersion.CSharp10);

    [Fact]
    public Task TopLevelStatements_HaveAConfigurationThatTypesDoNotReach() => RelayFixTest.Fixes(RelayFixTest.InjectedConfiguration, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Logging;

        var builder = WebApplication.CreateBuilder(args);

        public class Mailer(ILogger<Mailer> logger)
        {
            public ILogger Logger => logger;
            public SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
        }
        """, $$"""
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Logging;

        var builder = WebApplication.CreateBuilder(args);

        public class Mailer(ILogger<Mailer> logger, IConfiguration configuration)
        {
            public ILogger Logger => logger;
            public SmtpClient Create() => new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
            {
                EnableSsl = true,
                Credentials = new NetworkCredential(
                    configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
            };
        }
        """, test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);

    [Fact]
    public Task FieldsWithoutUnderscore_GiveTheNewOneTheirStyle() => RelayFixTest.Fixes(RelayFixTest.InjectedConfiguration, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Logging;

        public class Mailer {
            private readonly ILogger<Mailer> logger;

            public Mailer(ILogger<Mailer> logger) { this.logger = logger; }

            public SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
        }
        """, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.Logging;

        public class Mailer {
            private readonly ILogger<Mailer> logger;
            private readonly IConfiguration configuration;

            public Mailer(ILogger<Mailer> logger, IConfiguration configuration) { this.logger = logger; this.configuration = configuration; }

            public SmtpClient Create() => new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587)) {
                EnableSsl = true,
                Credentials = new NetworkCredential(
                    configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
            };
        }
        """);

    [Theory]
    [InlineData("", "Mailer Make() => new Mailer(null!);")]
    [InlineData("", "Mailer Make() => new(null!);")]
    [InlineData("", "class Special(ILogger<Mailer> logger) : Mailer(logger);")]
    [InlineData("public Mailer() : this(null!) { }", "")]
    public Task Type_ThatOthersMakeOrExtend_StaysAsItIs(string member, string other) =>
        RelayFixTest.OffersNothing(RelayFixTest.InjectedConfiguration, $$"""
        using System.Net.Mail;
        using Microsoft.Extensions.Logging;

        public class Mailer
        {
            public Mailer(ILogger<Mailer> logger) { }
            {{member}}

            public SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
        }

        class Other
        {
            {{other}}
        }
        """);

    [Theory]
    [InlineData(
        "class Mailer { public Mailer(string sender) { } SmtpClient Create() => new SmtpClient(\"mail.contoso.com\", {|SMTP001:25|}); }")]
    [InlineData(
        "class Mailer { public Mailer(ILogger<Mailer> logger) { } static SmtpClient Create() => new SmtpClient(\"mail.contoso.com\", " +
        "{|SMTP001:25|}); }")]
    [InlineData(
        "class Mailer(ILogger<Mailer> logger, Microsoft.Extensions.Configuration.IConfiguration c) { ILogger l = logger; SmtpClient " +
        "Create() => new SmtpClient(c[\"H\"], {|SMTP001:25|}); }")]
    public Task Type_ThatNobodyInjectsOrNeedsNothing_StaysAsItIs(string type) =>
        RelayFixTest.OffersNothing(RelayFixTest.InjectedConfiguration, $"""
        using System.Net.Mail;
        using Microsoft.Extensions.Logging;

        {type}
        """);
}
