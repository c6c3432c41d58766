using System.Diagnostics.CodeAnalysis;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>
/// SMTP009 where a login of the code looks its password up under the very key, and what files on top of each other make of it.
/// </summary>
public class LinkedPasswordTests
{
    private const string Usings = """
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;

        """;

    private const string Options = """
        class Relay { public string Name { get; set; } public int Number { get; set; } public string Key { get; set; } }
        class Sender(IOptions<Relay> options)
        {
            SmtpClient M() => new SmtpClient(options.Value.Name, options.Value.Number)
            {
                EnableSsl = true,
                Credentials = new NetworkCredential("shop", options.Value.Key),
            };
        }

        """;

    [Theory]
    [InlineData("""configuration["Out:Key"]""")]
    [InlineData("""configuration["Out:Key"] ?? throw new InvalidOperationException()""")]
    [InlineData("""configuration.GetValue<string>("Out:Key")""")]
    [InlineData("""configuration.GetSection("Out")["Key"]""")]
    [InlineData("""configuration.GetSection("Out:Key").Value""")]
    [InlineData("""Read("Out:Key")""")]
    public Task PasswordReadByCode_Reports(string password) => Async(
        $$"""
        class C(IConfiguration configuration)
        {
            SmtpClient M() => new SmtpClient(configuration["Out:Name"], int.Parse(configuration["Out:Number"]))
            {
                EnableSsl = true,
                Credentials = new NetworkCredential("shop", {{password}}),
            };
            string Read(string key) => configuration[key];
        }
        """,
        """{ "Out": { "Name": "smtp.contoso.com", "Key": "{|SMTP009:Xk3!v9qT|}", "Other": "Xk3!v9qT" } }""");

    [Theory]
    [InlineData("client.Authenticate(\"shop\", configuration[\"Out:Key\"]);")]
    [InlineData("client.AuthenticateAsync(new NetworkCredential(\"shop\", configuration[\"Out:Key\"])).Wait();")]
    public Task MailKitLogin_Reports(string login) => Async(
        $$"""
        class C
        {
            void M(IConfiguration configuration)
            {
                var client = new MailKit.Net.Smtp.SmtpClient();
                var (host, port) = (configuration["Out:Name"], int.Parse(configuration["Out:Number"]));
                client.Connect(host, port, MailKit.Security.SecureSocketOptions.StartTls);
                {{login}}
            }
        }
        """,
        """{ "Out": { "Name": "smtp.contoso.com", "Key": "{|SMTP009:Xk3!v9qT|}" } }""");

    [Theory]
    [InlineData("""services.Configure<Relay>(configuration.GetSection("Out"));""")]
    [InlineData("""services.AddOptions<Relay>().BindConfiguration("Out");""")]
    [InlineData("""services.AddSingleton(configuration.GetSection("Out").Get<Relay>());""")]
    public Task BoundType_Reports(string binding) => Async(
        Options + $$"""
        static class Startup { static void M(IServiceCollection services, IConfiguration configuration) { {{binding}} } }
        """,
        """{ "Out": { "Name": "smtp.contoso.com", "Key": "{|SMTP009:Xk3!v9qT|}" }, "Key": "Xk3!v9qT" }""");

    [Theory]
    [InlineData("""{ "Out": { "Name": "localhost", "Key": "Xk3!v9qT" } }""")]
    [InlineData("""{ "Out": { "Name": "smtp.contoso.com", "Key": "" } }""")]
    [InlineData("""{ "Out": { "Name": "smtp.contoso.com", "Key": "#{RelayKey}#" } }""")]
    [InlineData("""{ "Out": { "Name": "smtp.contoso.com", "Key": "@Microsoft.KeyVault(VaultName=contoso;SecretName=smtp)" } }""")]
    [InlineData("""{ "In": { "Name": "smtp.contoso.com", "Key": "Xk3!v9qT" } }""")]
    public Task BoundType_WithoutAPassword_IsSilent([StringSyntax("json")] string content) => Async(
        Options + """
        static class Startup { static void M(IServiceCollection s, IConfiguration c) { s.Configure<Relay>(c.GetSection("Out")); } }
        """,
        content);

    /// <summary>A login of another protocol, and a key that no login reads.</summary>
    [Fact]
    public Task PasswordOfSomethingElse_IsSilent() => Async(
        """
        class C(IConfiguration configuration)
        {
            ICredentials M() => new NetworkCredential("shop", configuration["Out:Key"]);
            void N(MailKit.Net.Imap.ImapClient client) => client.Authenticate("shop", configuration["Out:Key"]);
        }
        """,
        """{ "Out": { "Name": "smtp.contoso.com", "Key": "Xk3!v9qT" } }""");

    [Fact]
    public Task HostThatOnlyTheCodeSays_Counts() => Async(
        """
        class C(IConfiguration configuration)
        {
            SmtpClient M() => new SmtpClient("localhost", 2525)
            {
                EnableSsl = true,
                Credentials = new NetworkCredential("shop", configuration["Smtp:Password"]),
            };
        }
        """,
        """{ "Smtp": { "Password": "Xk3!v9qT" } }""");

    [Theory]
    [InlineData(
        "class C { SmtpClient M() => new SmtpClient(\"smtp.contoso.com\", 587) { EnableSsl = true, Credentials = new " +
        "NetworkCredential(\"shop\", System.Configuration.ConfigurationManager.AppSettings[\"Geheim\"]) }; }")]
    public Task AppSettings_OfFramework_Report(string code) => SettingsFile.WithCodeAsync(
        Usings.Replace("using Microsoft.Extensions", "// ", StringComparison.Ordinal) + code,
        [("web.config",
            """<configuration><appSettings><add key="Geheim" value="{|SMTP009:Xk3!v9qT|}" /><add key="Other" value="Xk3!v9qT" """ +
            """/></appSettings></configuration>""")],
        TestReferences.Net472,
        judgesMoreThanThePort: true);

    [Theory]
    [InlineData("""{ "Smtp": { "Password": "#{SmtpPassword}#" } }""", false)]
    [InlineData("""{ "Smtp": { "Password": "" } }""", false)]
    [InlineData("""{ "Smtp": { "Host": "localhost" } }""", false)]
    [InlineData("""{ "Smtp": { "Host": "smtp.contoso.org" } }""", true)]
    [InlineData("""{ "Smtp": { "Port": 587 } }""", true)]
    public async Task DeployedFileAbove_Decides([StringSyntax("json")] string above, bool isReported)
    {
        var password = isReported ? "{|SMTP009:Xk3!v9qT|}" : "Xk3!v9qT";
        var below = $$"""{ "Smtp": { "Host": "smtp.contoso.com", "Password": "{{password}}" } }""";
        await FilesAsync(("appsettings.json", below), ("appsettings.Production.json", above));
        await FilesAsync(
            ("appsettings.json", below.Replace(password, "{|SMTP009:Xk3!v9qT|}", StringComparison.Ordinal)),
            ("appsettings.Staging.json", above));
    }

    [Theory]
    [InlineData("localhost", false)]
    [InlineData("smtp.contoso.com", true)]
    [InlineData("smtps://smtp.contoso.com:465", true)]
    [InlineData("smtp://localhost:587", false)]
    public Task HostOfTheFileBelow_Counts(string host, bool isReported) => FilesAsync(
        ("appsettings.json", $$"""{ "Smtp": { "Host": "{{host}}" } }"""),
        ("appsettings.Production.json", $$"""{ "Smtp": { "Password": "{{Marked(isReported)}}" } }"""));

    [Theory]
    [InlineData("""<add key="SmtpPassword" xdt:Transform="Remove" xdt:Locator="Match(key)" />""", false)]
    [InlineData("""<add key="SmtpPassword" value="#{p}#" xdt:Transform="SetAttributes" xdt:Locator="Match(key)" />""", false)]
    [InlineData("""<add key="SmtpPassword" xdt:Transform="RemoveAttributes(value)" xdt:Locator="Match(key)" />""", false)]
    [InlineData("""<add key="SmtpUser" value="x" xdt:Transform="SetAttributes" xdt:Locator="Match(key)" />""", true)]
    public Task Transform_OfTheDeployedConfiguration_Decides(string transform, bool isReported) => FilesAsync(
        ("web.config",
            $$"""<configuration><appSettings><add key="SmtpPassword" """ +
            $$"""value="{{(isReported ? "{|SMTP009:Xk3!v9qT|}" : "Xk3!v9qT")}}" /></appSettings></configuration>"""),
        ("web.Release.config",
            Transform($"<appSettings>{transform}</appSettings>")));

    [Theory]
    [InlineData("""<network xdt:Transform="RemoveAttributes(password)" />""", false)]
    [InlineData("""<network xdt:Transform="RemoveAttributes(userName,password)" />""", false)]
    [InlineData("""<network xdt:Transform="Remove" />""", false)]
    [InlineData("""<network password="#{p}#" xdt:Transform="SetAttributes(password)" />""", false)]
    [InlineData("""<network host="smtp.contoso.org" port="587" xdt:Transform="Replace" />""", false)]
    [InlineData("""<network host="localhost" xdt:Transform="SetAttributes(host)" />""", false)]
    [InlineData("""<network host="smtp.contoso.org" xdt:Transform="SetAttributes(host)" />""", true)]
    [InlineData("""<network xdt:Transform="RemoveAttributes(userName)" />""", true)]
    public Task Transform_OfMailSettings_Decides(string transform, bool isReported) => FilesAsync(
        ("web.config",
            $$"""<configuration><system.net><mailSettings><smtp><network host="smtp.contoso.com" port="587" """ +
            $$"""password="{{(isReported ? "{|SMTP009:Xk3!v9qT|}" : "Xk3!v9qT")}}" """ +
            $$"""/></smtp></mailSettings></system.net></configuration>"""),
        ("web.Release.config",
            Transform($"<system.net><mailSettings><smtp>{transform}</smtp></mailSettings></system.net>")));

    private static string Transform(string content) =>
        $"""<configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">{content}</configuration>""";

    private static string Marked(bool isReported) => isReported ? "{|SMTP009:Xk3!v9qT|}" : "Xk3!v9qT";

    private static Task Async([StringSyntax("C#-test")] string code, [StringSyntax("json")] string content) =>
        SettingsFile.WithCodeAsync(
            Usings + "#nullable disable\n" + code, [("appsettings.json", content)], judgesMoreThanThePort: true);

    private static Task FilesAsync(params (string Name, string Content)[] files) =>
        SettingsFile.WithCodeAsync("class C { }", files, TestReferences.Net472, judgesMoreThanThePort: true);
}
