using System.Text;
using Microsoft.CodeAnalysis.Text;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// Which settings files the configuration's fix writes into, beside the main one: those that a deployed program runs with, and only where
/// they do not connect to the machine itself. Where they are written into, everything else stays to the byte.
/// </summary>
public class SettingsOfEnvironmentsTests
{
    [Theory]
    [InlineData("appsettings.Local.json", """{ "Smtp": { "Host": "localhost", "Port": 25 } }""")]
    [InlineData("appsettings.Local.json", """{ "Smtp": { "Host": "mail.fabrikam.com", "Port": 25 } }""")]
    [InlineData("appsettings.Local.json", """{ "Smtp": { "Host": "", "Port": 25 } }""")]
    [InlineData("appsettings.Dev.json", """{ "Smtp": { "Port": 25 } }""")]
    [InlineData("appsettings.Debug.json", """{ "Smtp": { "Port": 25 } }""")]
    [InlineData("appsettings.development.json", """{ "Smtp": { "Port": 25 } }""")]
    [InlineData("appsettings.Staging.json", """{ "Smtp": { "Host": "localhost", "Port": 25 } }""")]
    [InlineData("appsettings.Staging.json", """{ "Smtp": { "Host": "10.1.2.3", "Port": "25", "UserName": "" } }""")]
    [InlineData("appsettings.Production.json", """{ "Smtp:Host": "localhost", "Smtp:Port": 25 }""")]
    [InlineData("appsettings.Staging.json", """{ "Other": { "Port": 25 }, "Smtp": { "Port": 2525 } }""")]
    [InlineData("appsettings.Staging.json", """{ "Smtp": { "Port": 25 """)]
    public Task FileOfADeveloperOrWithALocalHost_Stays(string name, string text) => Fixes(name, text, text);

    [Theory]
    [InlineData("appsettings.Staging.json", """{ "Smtp": { "Host": "mail.fabrikam.com", "Port": 25 } }""",
        """{ "Smtp": { "Host": "mail.fabrikam.com", "Port": 587 } }""")]
    [InlineData("appsettings.Staging.json", """{ "Smtp": { "Host": "", "Port": 25 } }""",
        """{ "Smtp": { "Host": "mail.contoso.com", "Port": 587 } }""")]
    [InlineData("appsettings.DevelopmentCenter.json", """{ "Smtp": { "Port": 25 } }""", """{ "Smtp": { "Port": 587 } }""")]
    [InlineData("appsettings.Production.json", """{ "Smtp:Port": "25" }""", """{ "Smtp:Port": "587" }""")]
    [InlineData("local.settings.json", """{ "Values": { "Smtp__Port": "25" } }""", """{ "Values": { "Smtp__Port": "587" } }""")]
    [InlineData("local.settings.json", """{ "Values": { "Smtp__Port": "25", "Smtp__Host": "localhost" } }""", null)]
    [InlineData(
        "appsettings.Staging.json",
        "// first\r\n{\r\n\t/* 25 */ \"Smtp\" : { \"Port\":25 , // of old\n \"Host\" :\t\"mail.fabrikam.com\",},\r\n}\n\n",
        "// first\r\n{\r\n\t/* 25 */ \"Smtp\" : { \"Port\":587 , // of old\n \"Host\" :\t\"mail.fabrikam.com\",},\r\n}\n\n")]
    public Task FileOfADeployment_LosesIts25_AndNothingElseChanges(string name, string before, string? after) =>
        Fixes(name, before, after ?? before);

    [Fact]
    public Task MainFile_WithALocalHost_Stays() => Fixes(
        "appsettings.json", """{ "Smtp": { "Host": "localhost", "Port": 25 } }""", """{ "Smtp": { "Host": "localhost", "Port": 25 } }""");

    [Fact]
    public Task MainFile_WithWholeKeys_GetsWhatIsMissing() => Fixes(
        "appsettings.json", """{ "Smtp:Port": 25 }""", """{ "Smtp:Port": 587, "Smtp": { "Host": "mail.contoso.com" } }""");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task ByteOrderMark_StaysOrStaysAway(bool hasMark)
    {
        var encoding = new UTF8Encoding(hasMark);
        return Fixes(
            "appsettings.json",
            SourceText.From("""{ "Smtp": { "Host": "mail.contoso.com", "Port": 25 } }""", encoding),
            SourceText.From("""{ "Smtp": { "Host": "mail.contoso.com", "Port": 587 } }""", encoding));
    }

    private static Task Fixes(string name, string before, string after) => Fixes(name, SourceText.From(before), SourceText.From(after));

    private static Task Fixes(string name, SourceText before, SourceText after) => RelayFixTest.Fixes(RelayFixTest.Configuration, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            SmtpClient Create() => new SmtpClient("mail.contoso.com", {|SMTP001:25|});
        }
        """, """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            SmtpClient Create() => new SmtpClient(configuration["Smtp:Host"] ?? "mail.contoso.com", configuration.GetValue("Smtp:Port", 587))
            {
                EnableSsl = true,
                Credentials = new NetworkCredential(
                    configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                    configuration["Smtp:Password"] ?? throw new InvalidOperationException("Smtp:Password is not set."))
            };
        }
        """, test =>
    {
        test.TestState.AdditionalFiles.Add(("/0/" + name, before));
        test.FixedState.AdditionalFiles.Add(("/0/" + name, after));
    });
}
