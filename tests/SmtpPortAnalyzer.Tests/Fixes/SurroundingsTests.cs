using SmtpPortAnalyzer.Tests.Fixes.Relays;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// Line ends, code that an #if leaves out, aliases and partial types, for the fixes that do more than to change an argument.
/// </summary>
public class SurroundingsTests
{
    private const string Relay = """
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Options;

        public class SmtpRelayOptions
        {
            public const string SectionName = "Smtp";
            public string Host { get; set; } = "";
            public int Port { get; set; } = 587;
            public string UserName { get; set; } = "";
            public string Password { get; set; } = "";
        }

        partial class Mailer(SmtpRelayOptions relay, SmtpClient client)
        {
        BODY
        }
        """;

    private const string Settings = """
        using System.Net;
        using MailKit.Net.Smtp;
        using Mode = MailKit.Security.SecureSocketOptions;

        public class MailSettings
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = PORT;
            public Mode Security { get; set; }SECURITY
            public string User { get; set; } = "";
            public string Password { get; set; } = "";
        }

        class Mailer(MailSettings settings)
        {
            void Open(SmtpClient client)
            {
                client.Connect(settings.Host, settings.Port, settings.Security);
                client.Authenticate(settings.User, settings.Password);
            }
        }
        """;

    private static string In(string frame, string body) => frame.Replace("BODY", body, StringComparison.Ordinal);

    private static string Setting(string port, string security) =>
        Settings.Replace("PORT", port, StringComparison.Ordinal).Replace("SECURITY", security, StringComparison.Ordinal);

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public Task ReturnedTask_KeepsTheLineEnds(string lineEnd) => RelayFixTest.Fixes(
        RelayFixTest.Options,
        In(Relay, """
                public Task OpenAsync() => client.ConnectAsync("mail.contoso.com", {|SMTP001:25|});
            """).ReplaceLineEndings(lineEnd),
        In(Relay, """
                public async Task OpenAsync()
                {
                    await client.ConnectAsync(relay.Host, relay.Port, SecureSocketOptions.StartTls);
                    await client.AuthenticateAsync(relay.UserName, relay.Password);
                }
            """).ReplaceLineEndings(lineEnd));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public Task DefaultOfASetting_KeepsLineEndsAndAlias(string lineEnd) => RelayFixTest.Fixes(
        RelayFixTest.Defaults,
        Setting("{|SMTP003:25|}", "").ReplaceLineEndings(lineEnd),
        Setting("587", " = Mode.StartTls;").ReplaceLineEndings(lineEnd));

    [Fact]
    public Task ReturnedTask_BesideOneThatIsLeftOut_IsNotOffered() => RelayFixTest.OffersNothing(RelayFixTest.Options, In(Relay, """
            public Task OpenAsync()
            {
        #if ELSEWHERE
                return Task.Delay(1);
        #else
                return client.ConnectAsync("mail.contoso.com", {|SMTP001:25|});
        #endif
            }
        """));

    private static string WithPassword(string field, string value, string more = "") => $$"""
        using System;
        using System.Net;
        using System.Net.Mail;

        partial class Mailer
        {
        {{field}}    SmtpClient Open(string user) => new SmtpClient("smtp.contoso.com", 587)
            {
                EnableSsl = true,
                Credentials = new NetworkCredential({{value}})
            };
        {{more}}}
        """;

    private const string Read =
        "Environment.GetEnvironmentVariable(\"Smtp__Password\") ?? throw new InvalidOperationException(\"Smtp__Password is not set.\")";

    private const string LeftOut = """
        #if ELSEWHERE
            bool IsOurs(string text) => text == Password;
        #endif

        """;

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public Task PasswordInAField_GoesWithItsLine(string lineEnd) => SecurityFixTest.FixesFile(
        "SMTP007",
        RelayFixTest.Environment,
        WithPassword("    private readonly string Password = {|SMTP007:\"Xk3!v9qT\"|};\n\n", "user, Password").ReplaceLineEndings(lineEnd),
        WithPassword("", $"\n            user,\n            {Read}").ReplaceLineEndings(lineEnd));

    [Fact]
    public Task PasswordInAField_ThatLeftOutCodeNames_Stays() => SecurityFixTest.FixesFile(
        "SMTP007",
        RelayFixTest.Environment,
        WithPassword("    private readonly string Password = {|SMTP007:\"Xk3!v9qT\"|};\n\n", "user, Password", LeftOut),
        WithPassword($"    private readonly string Password = {Read};\n\n", "user, Password", LeftOut));

    [Fact]
    public Task PasswordInAConstant_ThatLeftOutCodeNames_IsLeftAlone() => SecurityFixTest.OffersNothing(
        "SMTP007", RelayFixTest.Environment,
        WithPassword("    private const string Password = {|SMTP007:\"Xk3!v9qT\"|};\n\n", "user, Password", LeftOut));

    [Theory]
    [InlineData("")]
    [InlineData(LeftOutPort)]
    public Task ConstantOfThePort_ChangesUnlessLeftOutCodeNamesIt(string leftOut)
    {
        string Text(string constant, string port, string more) => $$"""
            using System;
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {{{constant}}
            {{leftOut}}    SmtpClient Open(string host, string user, string password) => new SmtpClient(host, {{port}}){{more}};
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Port587,
            Text("\n    private const int Port = 25;\n", "{|SMTP001:Port|}",
                " { EnableSsl = true, Credentials = new NetworkCredential(user, password) }"),
            leftOut.Length == 0
                ? Text("\n    private const int Port = 587;\n", "Port",
                    " { EnableSsl = true, Credentials = new NetworkCredential(user, password) }")
                : Text("\n    private const int Port = 25;\n", "587",
                    " { EnableSsl = true, Credentials = new NetworkCredential(user, password) }"));
    }

    private const string LeftOutPort = """
        #if ELSEWHERE
            bool IsOurs(int port) => port == Port;
        #endif

        """;
}
