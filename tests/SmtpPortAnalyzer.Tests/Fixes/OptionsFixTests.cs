using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.CodeFixes;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>IOptions: the class, its registration, its injection.</summary>
public class OptionsFixTests
{
    private const string OptionsClass = """


        /// <summary>The relay that sends the application's mail, from the configuration section of the same name.</summary>
        public sealed class SmtpRelayOptions
        {
            public const string SectionName = "Smtp";

            [Required]
            public string Host { get; set; } = "";

            [Range(1, 65535)]
            public int Port { get; set; } = 587;

            [Required]
            public string UserName { get; set; } = "";

            [Required]
            public string Password { get; set; } = "";
        }
        """;

    private const string Mailer = """
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Logging;

        namespace Shop;

        public class Mailer(ILogger<Mailer> logger)
        {
            public void Send(MailMessage message)
            {
                logger.LogInformation("Sending");
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """;

    private const string FixedMailer = """
        using System.ComponentModel.DataAnnotations;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Logging;
        using Microsoft.Extensions.Options;

        namespace Shop;

        public class Mailer(ILogger<Mailer> logger, IOptions<SmtpRelayOptions> smtpRelay)
        {
            public void Send(MailMessage message)
            {
                logger.LogInformation("Sending");
                using var client = new SmtpClient(smtpRelay.Value.Host, smtpRelay.Value.Port)
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(smtpRelay.Value.UserName, smtpRelay.Value.Password)
                };
                client.Send(message);
            }
        }
        """;

    [Theory]
    [InlineData("builder.Services.AddTransient<Mailer>();")]
    [InlineData("builder.Services\n    .AddTransient<Mailer>();")]
    [InlineData("builder.Services.AddRouting().AddTransient<Mailer>();")]
    public Task TopLevelProgram_RegistersTheOptions(string registration) =>
        RelayFixTest.Fixes(RelayFixTest.Options, Mailer, FixedMailer + OptionsClass, test =>
    {
        test.TestState.OutputKind = OutputKind.ConsoleApplication;
        test.TestState.Sources.Add(("/0/Program.cs", $$"""
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.DependencyInjection;
            using Shop;

            var builder = WebApplication.CreateBuilder(args);
            {{registration}}
            var app = builder.Build();
            app.Run();
            """));
        test.FixedState.Sources.Add(("/0/Program.cs", $$"""
            using Microsoft.AspNetCore.Builder;
            using Microsoft.Extensions.DependencyInjection;
            using Shop;

            var builder = WebApplication.CreateBuilder(args);
            {{registration}}
            builder.Services.AddOptions<SmtpRelayOptions>()
                .BindConfiguration(SmtpRelayOptions.SectionName)
                .ValidateDataAnnotations()
                .ValidateOnStart();
            var app = builder.Build();
            app.Run();
            """));
    });

    [Fact]
    public Task Startup_RegistersTheOptions_AndAConstructorTakesThem() => RelayFixTest.Fixes(RelayFixTest.Options, """
        using System.Threading;
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Logging;

        namespace Shop
        {
            public class Mailer
            {
                private readonly ILogger<Mailer> _logger;

                public Mailer(ILogger<Mailer> logger)
                {
                    _logger = logger;
                }

                public async Task SendAsync(CancellationToken token)
                {
                    using (var client = new SmtpClient())
                    {
                        await client.ConnectAsync("mail.contoso.com", {|SMTP001:25|}, SecureSocketOptions.None, token);
                    }
                }
            }
        }
        """, """
        using System.ComponentModel.DataAnnotations;
        using System.Threading;
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Logging;
        using Microsoft.Extensions.Options;

        namespace Shop
        {
            public class Mailer
            {
                private readonly ILogger<Mailer> _logger;
                private readonly SmtpRelayOptions _smtpRelay;

                public Mailer(ILogger<Mailer> logger, IOptions<SmtpRelayOptions> smtpRelay)
                {
                    _logger = logger;
                    _smtpRelay = smtpRelay.Value;
                }

                public async Task SendAsync(CancellationToken token)
                {
                    using (var client = new SmtpClient())
                    {
                        await client.ConnectAsync(_smtpRelay.Host, _smtpRelay.Port, SecureSocketOptions.StartTls, token);
                        await client.AuthenticateAsync(_smtpRelay.UserName, _smtpRelay.Password, token);
                    }
                }
            }

            /// <summary>The relay that sends the application's mail, from the configuration section of the same name.</summary>
            public sealed class SmtpRelayOptions
            {
                public const string SectionName = "Smtp";

                [Required]
                public string Host { get; set; } = "";

                [Range(1, 65535)]
                public int Port { get; set; } = 587;

                [Required]
                public string UserName { get; set; } = "";

                [Required]
                public string Password { get; set; } = "";
            }
        }
        """, test =>
    {
        test.LanguageVersion = LanguageVersion.CSharp8;
        test.TestState.Sources.Add(("/0/Startup.cs", """
            using Microsoft.Extensions.DependencyInjection;

            namespace Shop
            {
                public class Startup
                {
                    public void ConfigureServices(IServiceCollection services)
                    {
                        services.AddTransient<Mailer>(); // mail
                    }
                }
            }
            """));
        test.FixedState.Sources.Add(("/0/Startup.cs", """
            using Microsoft.Extensions.DependencyInjection;

            namespace Shop
            {
                public class Startup
                {
                    public void ConfigureServices(IServiceCollection services)
                    {
                        services.AddTransient<Mailer>(); // mail
                        services.AddOptions<SmtpRelayOptions>()
                            .BindConfiguration(SmtpRelayOptions.SectionName)
                            .ValidateDataAnnotations()
                            .ValidateOnStart();
                    }
                }
            }
            """));
    });

    [Fact]
    public Task TwoFindings_ShareOneClassAndOneParameter() => RelayFixTest.Fixes(RelayFixTest.Options, Mailer + """


        public class Newsletter(ILogger<Newsletter> logger)
        {
            public void Send(MailMessage message)
            {
                logger.LogInformation("Sending");
                new SmtpClient("mail.contoso.com", {|SMTP001:25|}).Send(message);
                new SmtpClient("mail.contoso.com", {|SMTP001:25|}).Send(message);
            }
        }
        """, FixedMailer + OptionsClass + """


        public class Newsletter(ILogger<Newsletter> logger, IOptions<SmtpRelayOptions> smtpRelay)
        {
            public void Send(MailMessage message)
            {
                logger.LogInformation("Sending");
                new SmtpClient(smtpRelay.Value.Host, smtpRelay.Value.Port)
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(smtpRelay.Value.UserName, smtpRelay.Value.Password)
                }.Send(message);
                new SmtpClient(smtpRelay.Value.Host, smtpRelay.Value.Port)
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(smtpRelay.Value.UserName, smtpRelay.Value.Password)
                }.Send(message);
            }
        }
        """, test =>
    {
        Program(test, "", """
                services.AddOptions<SmtpRelayOptions>()
                    .BindConfiguration(SmtpRelayOptions.SectionName)
                    .ValidateDataAnnotations()
                    .ValidateOnStart();

            """);
    });

    [Fact]
    public Task NoProgramInTheProject_OffersNoOptions() => RelayFixTest.OffersNothing(RelayFixTest.Options, Mailer);

    [Fact]
    public Task Preset_IsTheDefaultOfTheOptions() => RelayFixTest.Fixes(RelayFixTest.Options, Mailer, FixedMailer + OptionsClass
            .Replace("\"Smtp\"", "\"Mail:Relay\"", StringComparison.Ordinal)
            .Replace("Host { get; set; } = \"\"", "Host { get; set; } = \"smtp.sendgrid.net\"", StringComparison.Ordinal)
            .Replace("UserName { get; set; } = \"\"", "UserName { get; set; } = \"apikey\"", StringComparison.Ordinal), test =>
    {
        test.GlobalOptions["smtp_port_analyzer.relay_host"] = "sendgrid";
        test.GlobalOptions["smtp_port_analyzer.relay_section"] = "Mail:Relay";
        test.Section = "Mail:Relay";
        Program(test, "", """
                services.AddOptions<SmtpRelayOptions>()
                    .BindConfiguration(SmtpRelayOptions.SectionName)
                    .ValidateDataAnnotations()
                    .ValidateOnStart();

            """);
    });

    private static void Program(SmtpTest<SmtpAnalyzer, RelayPortFix> test, string before, string after)
    {
        const string Format = """
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Hosting;
            using Shop;

            public static class Program
            {
                public static void Main(string[] args) => Host.CreateDefaultBuilder(args).ConfigureServices((context, services) =>
                {
                    services.AddTransient<Mailer>();
            $    }).Build().Run();
            }
            """;
        test.TestState.Sources.Add(("/0/Program.cs", Format.Replace("$", before, StringComparison.Ordinal)));
        test.FixedState.Sources.Add(
            ("/0/Program.cs",
                Format.Replace("$", after.Length == 0 ? "" : "    " + after.Replace("\n    ", "\n        ", StringComparison.Ordinal),
                    StringComparison.Ordinal)));
    }
}
