using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>From C# 5 on .NET Framework to top-level programs: the result compiles where the code did.</summary>
public class LanguageLevelTests
{
    private const string Client = """
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            void Send(MailMessage message)
            {
                using (var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|}))
                {
                    client.Send(message);
                }
            }
        }
        """;

    private const string ThrowingClient = """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            void Send(MailMessage message)
            {
                using (var client = new SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                        Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set."))
                })
                {
                    client.Send(message);
                }
            }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp5)]
    [InlineData(LanguageVersion.CSharp6)]
    public Task BeforeThrowExpressions_SettingsAreReadPlainly(LanguageVersion version) =>
        RelayFixTest.Fixes(RelayFixTest.Environment, Client, """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            void Send(MailMessage message)
            {
                using (var client = new SmtpClient(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(Environment.GetEnvironmentVariable("Smtp__UserName"), Environment.GetEnvironmentVariable("Smtp__Password"))
                })
                {
                    client.Send(message);
                }
            }
        }
        """, test => Framework(test, version));

    [Theory]
    [InlineData(LanguageVersion.CSharp7)]
    [InlineData(LanguageVersion.CSharp7_3)]
    public Task WithThrowExpressions_OnNetFramework(LanguageVersion version) =>
        RelayFixTest.Fixes(RelayFixTest.Environment, Client, ThrowingClient, test => Framework(test, version));

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Enable)]
    public Task Newest_WithNullableOnAndOff(NullableContextOptions nullable) =>
        RelayFixTest.Fixes(RelayFixTest.Environment, Client, ThrowingClient, test => test.Nullable = nullable);

    [Fact]
    public Task MailKit_OnNetFramework_CSharp5() => RelayFixTest.Fixes(RelayFixTest.Environment, """
        using System;
        using MailKit.Net.Smtp;

        class Mailer
        {
            void Send(SmtpClient client)
            {
                client.Connect("mail.contoso.com", {|SMTP001:25|}, false);
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
                client.Connect(
                    Environment.GetEnvironmentVariable("Smtp__Host") ?? "mail.contoso.com",
                    int.Parse(Environment.GetEnvironmentVariable("Smtp__Port") ?? "587"),
                    SecureSocketOptions.StartTls);
                client.Authenticate(Environment.GetEnvironmentVariable("Smtp__UserName"), Environment.GetEnvironmentVariable("Smtp__Password"));
            }
        }
        """, test => Framework(test, LanguageVersion.CSharp5));

    [Fact]
    public Task TopLevelProgram_BuilderInRegistration() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
        using System.Net;
        using System.Net.Mail;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddScoped(_ => new SmtpClient("mail.contoso.com", {|SMTP001:25|}));
        """, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.AspNetCore.Builder;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddScoped(_ => new SmtpClient(
            builder.Configuration["Smtp:Host"] ?? "mail.contoso.com",
            builder.Configuration.GetValue("Smtp:Port", 587))
        {
            EnableSsl = true,
            Credentials = new NetworkCredential(
                builder.Configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                builder.Configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
        });
        """, test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task TopLevelProgram_ConfigurationInLocal() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
        using System;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;

        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        using var client = new SmtpClient();
        await client.ConnectAsync("mail.contoso.com", {|SMTP001:25|});
        """, """
        using System;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;

        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        using var client = new SmtpClient();
        await client.ConnectAsync(
            configuration["Smtp:Host"] ?? "mail.contoso.com",
            configuration.GetValue("Smtp:Port", 587),
            SecureSocketOptions.StartTls);
        await client.AuthenticateAsync(
            configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
            configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."));
        """, test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    [Fact]
    public Task NetFramework_AppSettings() => RelayFixTest.Fixes(RelayFixTest.AppSettings, Client, """
        using System;
        using System.Configuration;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            void Send(MailMessage message)
            {
                using (var client = new SmtpClient(
                    ConfigurationManager.AppSettings["Smtp:Host"] ?? "mail.contoso.com",
                    int.Parse(ConfigurationManager.AppSettings["Smtp:Port"] ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        ConfigurationManager.AppSettings["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        ConfigurationManager.AppSettings["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                })
                {
                    client.Send(message);
                }
            }
        }
        """, test => Framework(test, LanguageVersion.CSharp7_3));

    [Fact]
    public Task Net8_NoAppSettings() => RelayFixTest.OffersNothing(RelayFixTest.AppSettings, Client);

    private static void Framework(SmtpTest<SmtpAnalyzer, CodeFixes.RelayPortFix> test, LanguageVersion version)
    {
        test.LanguageVersion = version;
        test.Nullable = NullableContextOptions.Disable;
        test.References = TestReferences.Net472;
    }
}
