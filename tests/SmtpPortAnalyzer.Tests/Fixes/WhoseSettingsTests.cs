using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.CodeFixes;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>The names that a connection reads already decide section, style and store of the rest.</summary>
public class WhoseSettingsTests
{
    private const string Configuration = """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            SmtpClient Create() => {0};
        }
        """;

    private const string Environment = """
        using System;
        using System.Net;
        using System.Net.Mail;

        static class Mailer
        {
            static string From => System.Environment.GetEnvironmentVariable("MAIL_LOGIN");

            static SmtpClient Create() => {0};
        }
        """;

    private const string Framework = """
        using System;
        using System.Configuration;
        using System.Net;
        using System.Net.Mail;

        static class Mailer
        {
            static SmtpClient Create() => {0};
        }
        """;

    [Theory]
    [InlineData("Mail:Host", "Mail:Port", "Mail:UserName", "Mail:Password")]
    [InlineData("EmailSettings:SmtpServer", "EmailSettings:Port", "EmailSettings:UserName", "EmailSettings:Password")]
    [InlineData("App:SmtpServer", "App:SmtpPort", "App:SmtpUserName", "App:SmtpPassword")]
    [InlineData("SmtpHost", "SmtpPort", "SmtpUserName", "SmtpPassword")]
    [InlineData("smtp_host", "smtp_port", "smtp_username", "smtp_password")]
    [InlineData("SmtpPath", "SmtpPort", "SmtpUserName", "SmtpPassword")]
    [InlineData("App:SmtpUrl", "App:SmtpPort", "App:SmtpUserName", "App:SmtpPassword")]
    [InlineData("smtp.domain", "smtp.port", "smtp.username", "smtp.password")]
    public Task Key_HasTheOthersBesideIt(string host, string port, string user, string password) => RelayFixTest.Fixes(
        RelayFixTest.Configuration,
        Configuration.Replace("{0}", $$"""new SmtpClient(configuration["{{host}}"], {|SMTP001:25|})"""),
        Configuration.Replace("{0}", $$"""
            new SmtpClient(configuration["{{host}}"], configuration.GetValue("{{port}}", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["{{user}}"] ?? throw new InvalidOperationException("{{user}} is not set."),
                        configuration["{{password}}"] ?? throw new InvalidOperationException("{{password}} is not set."))
                }
            """));

    /// <summary>Two names that begin alike have the others beside them.</summary>
    [Fact]
    public Task NamesThatBeginAlike_HaveOthersThatDo() => RelayFixTest.Fixes(
        RelayFixTest.Configuration,
        Configuration.Replace(
            "{0}", """new SmtpClient(configuration["Mail:SmtpHost"], configuration.GetValue("Mail:SmtpPort", {|SMTP003:25|}))"""),
        Configuration.Replace("{0}", """
            new SmtpClient(configuration["Mail:SmtpHost"], configuration.GetValue("Mail:SmtpPort", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Mail:SmtpUserName"] ?? throw new InvalidOperationException("Mail:SmtpUserName is not set."),
                        configuration["Mail:SmtpPassword"] ?? throw new InvalidOperationException("Mail:SmtpPassword is not set."))
                }
            """));

    /// <summary>An object that is bound to a section says what section the rest is in.</summary>
    [Fact]
    public Task BoundObject_NamesTheSection()
    {
        string Code(string client) => $$"""
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Contact
            {
                public string Server { get; set; } = "";
            }

            class Mailer(IConfiguration configuration)
            {
                readonly Contact contact = configuration.GetSection("Mail:Contact").Get<Contact>()!;

                SmtpClient Create() => {{client}};
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Configuration,
            Code("new SmtpClient(contact.Server, {|SMTP001:25|})"),
            Code("""
                new SmtpClient(contact.Server, configuration.GetValue("Mail:Contact:Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["Mail:Contact:UserName"] ?? throw new InvalidOperationException("Mail:Contact:UserName is not set."),
                            configuration["Mail:Contact:Password"] ?? throw new InvalidOperationException("Mail:Contact:Password is not set."))
                    }
                """));
    }

    /// <summary>A key that does not speak of mail says where to read from, and not what the others are called.</summary>
    [Fact]
    public Task KeyOfAnything_LeavesTheUsualNames() => RelayFixTest.Fixes(
        RelayFixTest.Configuration,
        Configuration.Replace("{0}", """new SmtpClient(configuration["Host"], {|SMTP001:25|})"""),
        Configuration.Replace("{0}", """
            new SmtpClient(configuration["Host"], configuration.GetValue("Smtp:Port", 587))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                }
            """));

    [Fact]
    public Task EnvironmentVariable_HasTheOnesThatTheFileReads() => RelayFixTest.Fixes(
        RelayFixTest.Environment,
        Environment.Replace("{0}", """new SmtpClient(System.Environment.GetEnvironmentVariable("MAIL_HOST"), {|SMTP001:25|})"""),
        Environment.Replace("{0}", """
            new SmtpClient(
                    System.Environment.GetEnvironmentVariable("MAIL_HOST"),
                    int.Parse(System.Environment.GetEnvironmentVariable("MAIL_PORT") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        System.Environment.GetEnvironmentVariable("MAIL_LOGIN") ?? throw new InvalidOperationException("MAIL_LOGIN is not set."),
                        System.Environment.GetEnvironmentVariable("MAIL_PASSWORD") ?? throw new InvalidOperationException("MAIL_PASSWORD is not set."))
                }
            """));

    [Theory]
    [InlineData(RelayFixTest.Environment)]
    [InlineData(RelayFixTest.Options)]
    public Task AnotherStore_IsNotOffered(string action) => RelayFixTest.OffersNothing(
        action, Configuration.Replace("{0}", """new SmtpClient(configuration["Mail:Host"], {|SMTP001:25|})"""));

    /// <summary>A method of the program's own that looks a setting up is used for the others too, in whatever file it is.</summary>
    [Theory]
    [InlineData("return ConfigurationManager.AppSettings[key];")]
    [InlineData("var text = ConfigurationManager.AppSettings[key]; return text;")]
    [InlineData("string text; text = ConfigurationManager.AppSettings.Get(key); return text;")]
    [InlineData(
        "foreach (string name in ConfigurationManager.AppSettings) if (name == key) return ConfigurationManager.AppSettings[key]; return " +
        "null;")]
    public Task OwnMethodThatReads_ReadsTheOthers(string body) => RelayFixTest.Fixes(
        RelayFixTest.AppSettings,
        Framework.Replace("{0}", """new SmtpClient(Settings.Get("MailServer"), {|SMTP001:25|})"""),
        Framework.Replace("{0}", """
            new SmtpClient(Settings.Get("MailServer"), int.Parse(Settings.Get("MailPort") ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        Settings.Get("MailUserName") ?? throw new InvalidOperationException("MailUserName is not set."),
                        Settings.Get("MailPassword") ?? throw new InvalidOperationException("MailPassword is not set."))
                }
            """),
        test => Reader(test, body));

    /// <summary>One that looks the name up elsewhere says nothing of the settings.</summary>
    [Fact]
    public Task OwnMethodThatReadsSomethingElse_LeavesTheUsualNames() => RelayFixTest.Fixes(
        RelayFixTest.AppSettings,
        Framework.Replace("{0}", """new SmtpClient(Settings.Get("MailServer"), {|SMTP001:25|})"""),
        Framework.Replace("{0}", """
            new SmtpClient(
                    Settings.Get("MailServer"),
                    int.Parse(ConfigurationManager.AppSettings["Smtp:Port"] ?? "587"))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(
                        ConfigurationManager.AppSettings["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        ConfigurationManager.AppSettings["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
                }
            """),
        test => Reader(test, "var other = ConfigurationManager.AppSettings[\"MailText\"]; return Names[key] + other;"));

    /// <summary>Two servers are two accounts.</summary>
    [Theory]
    [InlineData("mail.fabrikam.com", "Smtp:Contoso:")]
    [InlineData("relay.contoso.com", "Smtp:Mail:")]
    public Task ServerAmongOthers_HasItsOwnSection(string other, string section)
    {
        var second = $$"""
            class Other
            {
                void Send() => new System.Net.Mail.SmtpClient("{{other}}", 2525) { EnableSsl = true }.Send("a", "b", "c", "d");
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Configuration,
            Configuration.Replace("{0}", """new SmtpClient("mail.contoso.com", {|SMTP001:25|})""") + "\n\n" + second,
            Configuration.Replace("{0}", $$"""
                new SmtpClient(
                        configuration["{{section}}Host"] ?? "mail.contoso.com",
                        configuration.GetValue("{{section}}Port", 587))
                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            configuration["{{section}}UserName"] ?? throw new InvalidOperationException("{{section}}UserName is not set."),
                            configuration["{{section}}Password"] ?? throw new InvalidOperationException("{{section}}Password is not set."))
                    }
                """) + "\n\n" + second);
    }

    private static void Reader(SmtpTest<SmtpAnalyzer, RelayPortFix> test, string body)
    {
        var reader = $$"""
            using System;
            using System.Collections.Generic;
            using System.Configuration;

            static class Settings
            {
                private static readonly Dictionary<string, string> Names = new Dictionary<string, string>();

                public static string Get(string key) { {{body}} }
            }
            """;
        test.References = TestReferences.Net472;
        test.TestState.Sources.Add(("/0/Settings.cs", reader));
        test.FixedState.Sources.Add(("/0/Settings.cs", reader));
    }

    /// <summary>A caller reads the host from a section: the login stands beside it, also where only variables are in reach.</summary>
    [Fact]
    public Task HostThatACallHandsOver_NamesTheSection()
    {
        string Code(string port, string rest) => $$"""
            using System;
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Shop(IConfiguration configuration)
            {
                public void Go(MailMessage message) => Mailer.Send(configuration["Mail:Server"], {{port}}, message);
            }

            static class Mailer
            {
                public static void Send(string host, int port, MailMessage message)
                {
                    var client = new SmtpClient(host, port){{rest}};
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(RelayFixTest.Environment, Code("{|SMTP001:25|}", ""), Code("587", """

                    {
                        EnableSsl = true,
                        Credentials = new NetworkCredential(
                            Environment.GetEnvironmentVariable("Mail__UserName") ?? throw new InvalidOperationException("Mail__UserName is not set."),
                            Environment.GetEnvironmentVariable("Mail__Password") ?? throw new InvalidOperationException("Mail__Password is not set."))
                    }
            """.Replace("\r", "", StringComparison.Ordinal)));
    }
}
