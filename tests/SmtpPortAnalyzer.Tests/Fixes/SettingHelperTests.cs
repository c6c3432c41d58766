using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// Methods of the program's own that read a setting and know what stands in for a missing one: the login has names beside the host's, and
/// nothing stands in for it.
/// </summary>
public class SettingHelperTests
{
    private const string Settings = """
        static class Settings
        {
            public static string? Get(string key, string? fallback = null) => Environment.GetEnvironmentVariable(key) ?? fallback;

            public static string Text(string key, string fallback)
            {
                var value = Environment.GetEnvironmentVariable(key);
                return string.IsNullOrEmpty(value) ? fallback : value;
            }

            public static int Number(string key, int fallback) =>
                int.TryParse(Environment.GetEnvironmentVariable(key), out var value) ? value : fallback;

            public static string Demand(this IConfiguration configuration, string key) =>
                configuration[key] ?? throw new InvalidOperationException(key);
        }
        """;

    [Theory]
    [InlineData("Settings.Get(\"MAIL_HOST\")")]
    [InlineData("Settings.Get(\"MAIL_HOST\", \"smtp.contoso.com\")")]
    public Task WhatMayBeLeftOut_IsLeftOut(string host) => FixesMailer(
        RelayFixTest.Environment, host, "Settings.Number(\"MAIL_PORT\", {|SMTP003:25|})", host,
        "Settings.Number(\"MAIL_PORT\", 587)",
        "Settings.Get(\"MAIL_USERNAME\") ?? throw new InvalidOperationException(\"MAIL_USERNAME is not set.\")",
        "Settings.Get(\"MAIL_PASSWORD\") ?? throw new InvalidOperationException(\"MAIL_PASSWORD is not set.\")");

    [Fact]
    public Task WhatHasToBeHandedOver_IsReadFromTheStoreItself() => FixesMailer(
        RelayFixTest.Environment, "Settings.Text(\"MAIL_HOST\", \"smtp.contoso.com\")",
        "Settings.Number(\"MAIL_PORT\", {|SMTP003:25|})", "Settings.Text(\"MAIL_HOST\", \"smtp.contoso.com\")",
        "Settings.Number(\"MAIL_PORT\", 587)",
        "Environment.GetEnvironmentVariable(\"MAIL_USERNAME\") ?? throw new InvalidOperationException(\"MAIL_USERNAME is not set.\")",
        "Environment.GetEnvironmentVariable(\"MAIL_PASSWORD\") ?? throw new InvalidOperationException(\"MAIL_PASSWORD is not set.\")");

    /// <summary>A number of the settings names the section; it is no way to read a text.</summary>
    [Theory]
    [InlineData("configuration.GetValue(\"Mail:Port\", {|SMTP003:25|})", "configuration.GetValue(\"Mail:Port\", 587)")]
    [InlineData("configuration.GetValue<int>(\"Mail:Port\", {|SMTP003:25|})", "configuration.GetValue<int>(\"Mail:Port\", 587)")]
    public Task Number_NamesTheSection(string before, string after) => FixesMailer(
        RelayFixTest.Configuration, "\"smtp.contoso.com\"", before, "configuration[\"Mail:Host\"] ?? \"smtp.contoso.com\"", after,
        "configuration[\"Mail:UserName\"] ?? throw new InvalidOperationException(\"Mail:UserName is not set.\")",
        "configuration[\"Mail:Password\"] ?? throw new InvalidOperationException(\"Mail:Password is not set.\")");

    [Fact]
    public Task DefaultOfTheHost_IsNoneOfTheLogin() => FixesMailer(
        RelayFixTest.Configuration, "configuration.GetValue(\"Mail:Host\", \"smtp.a.com\")", "{|SMTP001:25|}",
        "configuration.GetValue(\"Mail:Host\", \"smtp.a.com\")", "configuration.GetValue(\"Mail:Port\", 587)",
        "configuration[\"Mail:UserName\"] ?? throw new InvalidOperationException(\"Mail:UserName is not set.\")",
        "configuration[\"Mail:Password\"] ?? throw new InvalidOperationException(\"Mail:Password is not set.\")");

    [Fact]
    public Task ExtensionMethod_IsAskedForTheLogin() => FixesMailer(
        RelayFixTest.Configuration, "configuration.Demand(\"Mail:Server\")", "{|SMTP001:25|}", "configuration.Demand(\"Mail:Server\")",
        "configuration.GetValue(\"Mail:Port\", 587)", "configuration.Demand(\"Mail:UserName\")", "configuration.Demand(\"Mail:Password\")");

    [Fact]
    public Task ExtensionMethod_OfASection() => FixesMailer(
        RelayFixTest.Configuration, "configuration.GetSection(\"Mail\").Demand(\"Server\")", "{|SMTP001:25|}",
        "configuration.GetSection(\"Mail\").Demand(\"Server\")", "configuration.GetValue(\"Mail:Port\", 587)",
        "configuration.GetSection(\"Mail\").Demand(\"UserName\")", "configuration.GetSection(\"Mail\").Demand(\"Password\")");

    /// <summary>
    /// No configuration is in reach where the helper is: what stands in for a missing setting is handed over, and is what the program takes
    /// for a missing text everywhere.
    /// </summary>
    [Theory]
    [InlineData("Get(\"Mail:Host\")", "string fallback = \"\"", "")]
    [InlineData("Get(\"Mail:Host\", \"smtp.contoso.com\")", "string fallback = \"\"", "")]
    [InlineData("Get(\"Mail:Host\", \"smtp.contoso.com\")", "string fallback", ", \"\"")]
    public Task ConfigurationBehindTheHelper_IsReadByIt(string host, string parameter, string more) => RelayFixTest.Fixes(
        RelayFixTest.Configuration, Hidden(parameter, $"using var client = new SmtpClient(Config.{host}, {{|SMTP001:25|}});"),
        Hidden(parameter, $$"""
            using var client = new SmtpClient(Config.{{host}}, int.Parse(Config.Get("Mail:Port", "587")))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            Config.Get("Mail:UserName"{{more}}),
                            Config.Get("Mail:Password"{{more}}))
                    };
            """));

    /// <summary>A host in the code stands in for the setting by the helper.</summary>
    [Fact]
    public Task ConfigurationBehindTheHelper_TakesTheHostForItsStandIn() => RelayFixTest.Fixes(
        RelayFixTest.Configuration, Hidden("string fallback = \"\"", """
            using var client = new SmtpClient("smtp.contoso.com", {|SMTP001:25|});
                    client.Credentials = new NetworkCredential(Config.Get("Mail:User"), Config.Get("Mail:Secret"));
            """), Hidden("string fallback = \"\"", """
            using var client = new SmtpClient(Config.Get("Mail:Host", "smtp.contoso.com"), int.Parse(Config.Get("Mail:Port", "587")));
                    client.Credentials = new NetworkCredential(Config.Get("Mail:User"), Config.Get("Mail:Secret"));
                    client.EnableSsl = true;
            """));

    [Fact]
    public Task LocalFunction_NamesTheSettings()
    {
        string Code(string client) => $$"""
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                public void Send(MailMessage message)
                {
                    {{client}}
                    client.Send(message);

                    static string Env(string name, string fallback) =>
                        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : fallback;
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Environment,
            Code("""
                using var client = new SmtpClient(Env("mail_host", "smtp.contoso.com"), int.Parse(Env("mail_port", {|SMTP003:"25"|})));
                """),
            Code("""
                using var client = new SmtpClient(Env("mail_host", "smtp.contoso.com"), int.Parse(Env("mail_port", "587")))
                        {
                            EnableSsl = true,
                            Credentials = new NetworkCredential(
                                Environment.GetEnvironmentVariable("mail_username") ?? throw new InvalidOperationException("mail_username is not set."),
                                Environment.GetEnvironmentVariable("mail_password") ?? throw new InvalidOperationException("mail_password is not set."))
                        };
                """));
    }

    private static string Hidden(string parameter, string connection) => $$"""
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        static class Config
        {
            private static readonly IConfiguration s_root = null!;

            public static string Get(string key, {{parameter}}) => s_root[key] ?? fallback;
        }

        static class Mailer
        {
            public static void Send(MailMessage message)
            {
                {{connection}}
                client.Send(message);
            }
        }
        """;

    private static Task FixesMailer(
        string action, string host, string port, string fixedHost, string fixedPort, string user, string password) => RelayFixTest.Fixes(
            action, Code($"using var client = new SmtpClient({host}, {port});"), Code($$"""
            using var client = new SmtpClient({{fixedHost}}, {{fixedPort}})
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            {{user}},
                            {{password}})
                    };
            """));

    private static string Code(string connection) => $$"""
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        {{Settings}}

        class Mailer(IConfiguration configuration)
        {
            string? Name => configuration["Name"];

            public void Send(MailMessage message)
            {
                {{connection}}
                client.Send(message);
            }
        }
        """;
}
