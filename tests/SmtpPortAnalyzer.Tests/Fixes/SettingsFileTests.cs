using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.CodeFixes;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Code that reads a section from now on finds it in appsettings.json.</summary>
public class SettingsFileTests
{
    [Fact]
    public Task SettingsFile_WithoutMailSection_GetsOne() => Fixes(
        """
        {
          "Logging": {
            "LogLevel": { "Default": "Information" }
          },
          "AllowedHosts": "*" // all of them
        }
        """,
        """
        {
          "Logging": {
            "LogLevel": { "Default": "Information" }
          },
          "AllowedHosts": "*", // all of them
          "Smtp": {
            "Host": "mail.contoso.com",
            "Port": 587
          }
        }
        """);

    [Theory]
    [InlineData("{}", "{\n  \"Smtp\": {\n    \"Host\": \"mail.contoso.com\",\n    \"Port\": 587\n  }\n}")]
    [InlineData("{ \"A\": 1 }", "{ \"A\": 1, \"Smtp\": { \"Host\": \"mail.contoso.com\", \"Port\": 587 } }")]
    [InlineData("{\r\n\t\"A\": 1,\r\n}\r\n",
        "{\r\n\t\"A\": 1,\r\n\t\"Smtp\": {\r\n\t\t\"Host\": \"mail.contoso.com\",\r\n\t\t\"Port\": 587\r\n\t}\r\n}\r\n")]
    public Task SettingsFile_OfAnyLayout_KeepsIt(string before, string after) => Fixes(before, after);

    [Theory]
    [InlineData("not JSON")]
    [InlineData("[]")]
    [InlineData("{ \"Smtp\": 1 }")]
    public Task SettingsFile_ThatIsNone_StaysAsItIs(string text) => Fixes(text, text);

    [Fact]
    public Task MailSection_ThatIsThere_GivesItsNames() => Fixes(
        """{ "EmailSettings": { "SmtpServer": "mail.contoso.com", "Port": 587, "Login": "shop", "From": "a@b.c" } }""",
        """{ "EmailSettings": { "SmtpServer": "mail.contoso.com", "Port": 587, "Login": "shop", "From": "a@b.c" } }""",
        "EmailSettings", "SmtpServer", "Port", "Login", "Password");

    /// <summary>It would be so after any fix that has given the section a port; the order of fixes does not matter.</summary>
    [Fact]
    public Task MailSection_WithNothingButThisServer_IsThisOnes_BesideOneOfAnother() => Fixes(
        """{ "Mail": { "Server": "mail.contoso.com" }, "Smtp": { "Host": "mail.fabrikam.com", "Port": 587, "Login": "shop" } }""",
        """{ "Mail": { "Server": "mail.contoso.com", "Port": 587 }, "Smtp": """ +
        """{ "Host": "mail.fabrikam.com", "Port": 587, "Login": "shop" } }""",
        "Mail", "Server", "Port", "UserName", "Password");

    [Fact]
    public Task MailSection_OfAnotherServer_IsNotThisOnes() => Fixes(
        """{ "EmailSettings": { "SmtpServer": "mail.fabrikam.com", "Port": 587, "Login": "shop" } }""",
        """{ "EmailSettings": { "SmtpServer": "mail.fabrikam.com", "Port": 587, "Login": "shop" }, "Smtp": """ +
        """{ "Host": "mail.contoso.com", "Port": 587 } }""");

    [Fact]
    public Task MailSection_WithPort25AndWithoutHost_IsPutRight() => Fixes(
        """{ "Smtp": { "Host": "", "Port": "25", "UserName": "shop", "Pass": "" } }""",
        """{ "Smtp": { "Host": "mail.contoso.com", "Port": "587", "UserName": "shop", "Pass": "" } }""",
        "Smtp", "Host", "Port", "UserName", "Pass");

    [Fact]
    public Task MailSection_WithoutAllOfThem_GetsThose() => Fixes(
        """
        {
          "Smtp": {
            "UserName": "shop"
          }
        }
        """,
        """
        {
          "Smtp": {
            "UserName": "shop",
            "Host": "mail.contoso.com",
            "Port": 587
          }
        }
        """);

    [Fact]
    public Task TwoMailSections_AreNotToldApart() => Fixes(
        """{ "Mail": { "Host": "a.contoso.com", "Port": 1 }, "Smtp2": { "Host": "b.contoso.com", "Port": 2 } }""",
        """{ "Mail": { "Host": "a.contoso.com", "Port": 1 }, "Smtp2": { "Host": "b.contoso.com", "Port": 2 }, "Smtp": """ +
        """{ "Host": "mail.contoso.com", "Port": 587 } }""");

    [Fact]
    public Task NestedSection_OfTheOption_IsAddedToItsParent() => Fixes(
        """{ "Mail": { "From": "a@b.c" }, "X": 1 }""",
        """{ "Mail": { "From": "a@b.c", "Relay": { "Host": "mail.contoso.com", "Port": 587 } }, "X": 1 }""",
        "Mail:Relay", "Host", "Port", "UserName", "Password",
        test => test.GlobalOptions["smtp_port_analyzer.relay_section"] = "Mail:Relay");

    [Fact]
    public Task FilesOfEnvironments_LoseTheir25_ButNotTheDevelopers() => Fixes(
        """{ "Smtp": { "Host": "mail.contoso.com", "Port": 25 } }""",
        """{ "Smtp": { "Host": "mail.contoso.com", "Port": 587 } }""",
        "Smtp", "Host", "Port", "UserName", "Password",
        test =>
        {
            test.TestState.AdditionalFiles.Add(("/0/appsettings.Production.json", """{ "Smtp": { "Port": 25 } }"""));
            test.FixedState.AdditionalFiles.Add(("/0/appsettings.Production.json", """{ "Smtp": { "Port": 587 } }"""));
            test.TestState.AdditionalFiles.Add(("/0/appsettings.Development.json", """{ "Smtp": { "Port": 25 } }"""));
            test.FixedState.AdditionalFiles.Add(("/0/appsettings.Development.json", """{ "Smtp": { "Port": 25 } }"""));
        });

    [Fact]
    public Task UserNameInTheCode_GoesToTheFile_ThePasswordDoesNot() => RelayFixTest.Fixes(RelayFixTest.Configuration, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            void Send(MailMessage message)
            {
                var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
                client.Credentials = new NetworkCredential("shop", "correct horse");
                client.EnableSsl = true;
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
        """, test =>
    {
        test.TestState.AdditionalFiles.Add(("/0/appsettings.json", "{ \"A\": 1 }"));
        test.FixedState.AdditionalFiles.Add(
            ("/0/appsettings.json", "{ \"A\": 1, \"Smtp\": { \"Host\": \"mail.contoso.com\", \"Port\": 587, \"UserName\": \"shop\" } }"));
    });

    private static Task Fixes(
        string before, string after, string section = "Smtp", string host = "Host", string port = "Port", string user = "UserName",
        string password = "Password",
        Action<SmtpTest<SmtpAnalyzer, RelayPortFix>>? setUp = null) => RelayFixTest.Fixes(RelayFixTest.Configuration, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
        }
        """, $$"""
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            SmtpClient Create() => new SmtpClient({{Arguments(section, host, port)}})
            {
                EnableSsl = true,
                Credentials = new NetworkCredential(
                    configuration["{{section}}:{{user}}"] ?? throw new InvalidOperationException("{{section}}:{{user}} is not set."),
                    configuration["{{section}}:{{password}}"] ?? throw new InvalidOperationException("{{section}}:{{password}} is not set."))
            };
        }
        """, test =>
    {
        test.TestState.AdditionalFiles.Add(("/0/appsettings.json", before));
        test.FixedState.AdditionalFiles.Add(("/0/appsettings.json", after));
        setUp?.Invoke(test);
        test.Section = section;
    });

    // Lines that grow too long are spread.
    private static string Arguments(string section, string host, string port)
    {
        var first = $"configuration[\"{section}:{host}\"] ?? \"mail.contoso.com\"";
        var second = $"configuration.GetValue(\"{section}:{port}\", 587)";
        return "    SmtpClient Create() => new SmtpClient(".Length + first.Length + second.Length + 3 > 140
            ? $"\n        {first},\n        {second}"
            : $"{first}, {second}";
    }
}
