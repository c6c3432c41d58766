using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>The 25 in a file goes along with the one in code that stands in for it.</summary>
public class SettingsCarryTests
{
    [Theory]
    [InlineData("appsettings.json", """{ "Out": { "Number": 25, "Other": 25 } }""", """{ "Out": { "Number": 587, "Other": 25 } }""")]
    [InlineData("appsettings.json", "{\r\n  // 25\r\n  \"Out:Number\" : \"25\"\r\n}", "{\r\n  // 25\r\n  \"Out:Number\" : \"587\"\r\n}")]
    [InlineData("appsettings.Production.json", """{ "Out": { "Number": 25 } }""", """{ "Out": { "Number": 587 } }""")]
    [InlineData("local.settings.json", """{ "Values": { "Out__Number": "25" } }""", """{ "Values": { "Out__Number": "587" } }""")]
    public Task PortUnderTheKeyOfTheCode_GoesAlong(string file, string before, string after) => Fixes(file, before, after);

    [Theory]
    [InlineData("appsettings.Development.json", """{ "Out": { "Number": 25 } }""")]
    [InlineData("appsettings.json", """{ "Out": { "Host": "localhost", "Number": 25 } }""")]
    [InlineData("appsettings.json", """{ "Out": { "Other": 25 }, "Number": 25, "Smtp": { "Port": 25 } }""")]
    [InlineData("appsettings.json", """{ "Out": { "Number": 25 """)]
    [InlineData("notes.txt", """{ "Out": { "Number": 25 } }""")]
    public Task EverythingElse_Stays(string file, string text) => Fixes(file, text, text);

    [Fact]
    public Task PortInAppSettings_GoesAlong() =>
        RelayFixTest.Fixes(RelayFixTest.Port587, Framework("{|SMTP003:\"25\"|}"), Framework("\"587\""), test =>
    {
        test.References = Verifiers.TestReferences.Net472;
        test.TestState.AdditionalFiles.Add(
            ("/0/web.config",
                """<configuration><appSettings><add key="Number" value="25"/><add key="Size" """ +
                """value="25"/></appSettings></configuration>"""));
        test.FixedState.AdditionalFiles.Add(
            ("/0/web.config",
                """<configuration><appSettings><add key="Number" value="587"/><add key="Size" """ +
                """value="25"/></appSettings></configuration>"""));
    });

    /// <summary>An object that a section is bound to reads its encryption from there, too.</summary>
    [Theory]
    [InlineData("None", "StartTls")]
    [InlineData("SslOnConnect", "SslOnConnect")]
    public Task OptionBesideThePort_GoesAlong(string before, string after)
    {
        string Bound(string port, string mode) => $$"""
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;

            public class MailSettings
            {
                public string Host { get; set; } = "";
                public int Port { get; set; } = {{port}};
                public SecureSocketOptions Security { get; set; }{{mode}}
            }

            class Sender(IConfiguration configuration)
            {
                void Send(string user, string password)
                {
                    var settings = configuration.GetSection("Mail").Get<MailSettings>()!;
                    using var client = new SmtpClient();
                    client.Connect(settings.Host, settings.Port, settings.Security);
                    client.Authenticate(user, password);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Defaults, Bound("{|SMTP003:25|}", ""), Bound("587", " = SecureSocketOptions.StartTls;"), test =>
        {
            test.TestState.AdditionalFiles.Add(
                ("/0/appsettings.json", "{ \"Mail\": { \"Port\": 25, \"Security\": \"" + before + "\" } }"));
            test.FixedState.AdditionalFiles.Add(
                ("/0/appsettings.json", "{ \"Mail\": { \"Port\": 587, \"Security\": \"" + after + "\" } }"));
        });
    }

    private static Task Fixes(string file, string before, string after) =>
        RelayFixTest.Fixes(RelayFixTest.Port587, Code("{|SMTP003:25|}"), Code("587"), test =>
    {
        test.TestState.AdditionalFiles.Add(("/0/" + file, before));
        test.FixedState.AdditionalFiles.Add(("/0/" + file, after));
    });

    private static string Code(string port) => $$"""
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            SmtpClient Create() => new SmtpClient(configuration["Out:Host"], configuration.GetValue("Out:Number", {{port}}))
            {
                EnableSsl = true,
                Credentials = new NetworkCredential(configuration["Out:User"], configuration["Out:Secret"]),
            };
        }
        """;

    private static string Framework(string port) => $$"""
        using System.Configuration;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            SmtpClient Create()
            {
                return new SmtpClient(ConfigurationManager.AppSettings["Host"], int.Parse(ConfigurationManager.AppSettings["Number"] ?? {{port}}))
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(ConfigurationManager.AppSettings["User"], ConfigurationManager.AppSettings["Secret"]),
                };
            }
        }
        """;
}
