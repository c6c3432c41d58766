using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// What an <c>.editorconfig</c> says of names, qualification, constructors, lines and cultures holds for what a fix writes.
/// </summary>
public class EditorConfigStyleTests
{
    private const string Style = """
        root = true

        [*.cs]
        max_line_length = 100
        csharp_style_prefer_primary_constructors = false
        dotnet_style_qualification_for_field = true:suggestion
        dotnet_diagnostic.CA1305.severity = warning
        dotnet_naming_symbols.fields.applicable_kinds = field
        dotnet_naming_symbols.fields.applicable_accessibilities = private
        dotnet_naming_style.prefixed.capitalization = camel_case
        dotnet_naming_style.prefixed.required_prefix = m_
        dotnet_naming_rule.fields_are_prefixed.symbols = fields
        dotnet_naming_rule.fields_are_prefixed.style = prefixed
        dotnet_naming_rule.fields_are_prefixed.severity = suggestion
        """;

    [Fact]
    public Task NewField_IsNamedAndQualifiedByTheRules() => Fixes(RelayFixTest.InjectedConfiguration, """
        public class Mailer
        {
            public Mailer(ILogger<Mailer> logger)
            {
                logger.LogInformation("ready");
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        public class Mailer
        {
            private readonly IConfiguration m_configuration;

            public Mailer(ILogger<Mailer> logger, IConfiguration configuration)
            {
                this.m_configuration = configuration;
                logger.LogInformation("ready");
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(
                    this.m_configuration["Smtp:Host"] ?? "mail.contoso.com",
                    this.m_configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        this.m_configuration["Smtp:UserName"]
                            ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        this.m_configuration["Smtp:Password"]
                            ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task NewConstructor_IsWrittenOut() => Fixes(RelayFixTest.InjectedConfiguration, """
        public class Mailer
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        static class Setup
        {
            static void Add(IServiceCollection services) => services.AddSingleton<Mailer>();
        }
        """, """
        public class Mailer
        {
            private readonly IConfiguration m_configuration;

            public Mailer(IConfiguration configuration)
            {
                this.m_configuration = configuration;
            }

            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(
                    this.m_configuration["Smtp:Host"] ?? "mail.contoso.com",
                    this.m_configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        this.m_configuration["Smtp:UserName"]
                            ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        this.m_configuration["Smtp:Password"]
                            ?? throw new InvalidOperationException("Smtp:Password is not set."))
                };
                client.Send(message);
            }
        }
        static class Setup
        {
            static void Add(IServiceCollection services) => services.AddSingleton<Mailer>();
        }
        """);

    [Fact]
    public Task Number_IsParsedWithACulture_AndLinesAreShort() => Fixes(RelayFixTest.Environment, """
        public class Mailer
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Send(message);
            }
        }
        """, """
        public class Mailer
        {
            public void Send(MailMessage message)
            {
                using var client = new SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587", CultureInfo.InvariantCulture))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName")
                            ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password")
                            ?? throw new InvalidOperationException("Smtp__Password is not set."))
                };
                client.Send(message);
            }
        }
        """, "System.Globalization");

    /// <summary>The rule may be asked for by its category, or with all rules; what is said of the rule itself wins.</summary>
    [Theory]
    [InlineData("dotnet_analyzer_diagnostic.category-Globalization.severity = error", true)]
    [InlineData("dotnet_analyzer_diagnostic.severity = warning", true)]
    [InlineData("dotnet_analyzer_diagnostic.severity = suggestion", false)]
    [InlineData(
        "dotnet_analyzer_diagnostic.severity = warning\ndotnet_analyzer_diagnostic.category-Globalization.severity = none", false)]
    [InlineData("dotnet_analyzer_diagnostic.severity = warning\ndotnet_diagnostic.CA1305.severity = none", false)]
    public Task Number_IsParsedWithACulture_WhereItsCategoryIsAskedFor(string severity, bool isAskedFor)
    {
        string Code(string port, string usings) => $$"""
            using System;
            {{usings}}using System.Net.Mail;
            public class Mailer
            {
                public void Send(MailMessage message, System.Net.ICredentialsByHost login)
                {
                    using var client = new SmtpClient(
                        Environment.GetEnvironmentVariable("SMTP_HOST"),
                        {{port}});
                    client.EnableSsl = true;
                    client.Credentials = login;
                    client.Send(message);
                }
            }
            """;
        const string read = "Environment.GetEnvironmentVariable(\"SMTP_PORT\") ?? \"587\"";
        return RelayFixTest.Fixes(
            RelayFixTest.Environment,
            Code("{|SMTP001:25|}", ""),
            Code(
                isAskedFor ? $"int.Parse({read}, CultureInfo.InvariantCulture)" : $"int.Parse({read})",
                isAskedFor ? "using System.Globalization;\n" : ""),
            test => test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\n" + severity + "\n")));
    }

    private static Task Fixes(string action, string before, string after, params string[] usings) => RelayFixTest.Fixes(
        action, In(before), In(after, usings), test => test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", Style)));

    private static string In(string types, params string[] usings)
    {
        string[] all = ["System", .. usings, "System.Net", "System.Net.Mail"];
        return string.Concat(all.Select(name => $"using {name};\n")) + $$"""
            using Microsoft.Extensions.Configuration;
            using Microsoft.Extensions.DependencyInjection;
            using Microsoft.Extensions.Logging;

            {{types}}
            """;
    }
}
