using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// Settings whose connection is in another program: they have to say themselves that it logs in, and what demands STARTTLS.
/// </summary>
public class UnseenConnectionTests
{
    private const string Before = """
        public class SmtpSettings
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = {|SMTP003:25|}; // as the old server had it
            $
            public string UserName { get; set; } = "";
            public string Password { get; set; } = "";
        }
        """;

    private const string After = """
        public class SmtpSettings
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = 587; // as the old server had it
            $
            public string UserName { get; set; } = "";
            public string Password { get; set; } = "";
        }
        """;

    [Theory]
    [InlineData("public bool EnableSsl { get; set; }", "public bool EnableSsl { get; set; } = true;")]
    [InlineData("public bool EnableSsl { get; set; } = false;", "public bool EnableSsl { get; set; } = true;")]
    [InlineData("public bool RequireStartTls;", "public bool RequireStartTls = true;")]
    [InlineData(
        "public MailKit.Security.SecureSocketOptions Security { get; set; } = MailKit.Security.SecureSocketOptions.Auto;",
        "public MailKit.Security.SecureSocketOptions Security { get; set; } = MailKit.Security.SecureSocketOptions.StartTls;")]
    public Task Switch_IsTurnedOn(string before, string after) =>
        RelayFixTest.Fixes(RelayFixTest.Defaults, In(Before, before), In(After, after));

    [Fact]
    public Task SwitchThatIsOn_OnlyTheNumberChanges() =>
        RelayFixTest.Fixes(RelayFixTest.Port587, In(Before, "public bool EnableSsl { get; set; } = true;"),
            In(After, "public bool EnableSsl { get; set; } = true;"));

    [Fact]
    public Task Record() => RelayFixTest.Fixes(
        RelayFixTest.Defaults,
        """public record MailOptions(string Host, int Port = {|SMTP003:25|}, bool EnableSsl = false, string? Password = null);""",
        """public record MailOptions(string Host, int Port = 587, bool EnableSsl = true, string? Password = null);""");

    [Theory]
    [InlineData("")]
    [InlineData("public bool UseSsl { get; set; }")]
    [InlineData("public bool EnableSsl { get; set; } public bool UseStartTls { get; set; }")]
    [InlineData("public bool EnableSsl => false;")]
    [InlineData("public bool EnableSsl { get; set; } public string Fallback { get; set; } = \"contoso-com.mail.protection.outlook.com\";")]
    public async Task Switch_ThatMayMeanSomethingElse_NothingIsOffered(string members)
    {
        await RelayFixTest.OffersNothing(RelayFixTest.Defaults, In(Before, members));
        await RelayFixTest.OffersNothing(RelayFixTest.Port587, In(Before, members));
    }

    [Fact]
    public Task NoPassword_NothingIsOffered() => RelayFixTest.OffersNothing(RelayFixTest.Defaults, """
        public class SmtpSettings
        {
            public int Port { get; set; } = {|SMTP003:25|};
            public bool EnableSsl { get; set; }
        }
        """);

    [Theory]
    [InlineData("new NetworkCredential(settings.UserName, settings.Password)", true)]
    [InlineData("null", false)]
    public Task ConnectionInAProjectThatReferencesThisOne_HasToLogIn(string login, bool isOffered)
    {
        var before = In(Before, "public bool EnableSsl { get; set; }");
        var after = isOffered ? In(After, "public bool EnableSsl { get; set; } = true;") : before;
        return RelayFixTest.Fixes(RelayFixTest.Defaults, before, after, test =>
        {
            foreach (var state in new[] { test.TestState, test.FixedState })
            {
                var web = state.AdditionalProjects["Web"];
                web.AdditionalReferences.AddRange(TestReferences.Net8Web);
                web.AdditionalProjectReferences.Add("TestProject");
                web.Sources.Add($$"""
                    using System.Net;
                    using System.Net.Mail;

                    class Mailer(SmtpSettings settings)
                    {
                        public SmtpClient Create() => new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.EnableSsl, Credentials = {{login}} };
                    }
                    """);
            }
        });
    }

    private static string In(string settings, string members) => settings.Replace("$", members, StringComparison.Ordinal);
}
