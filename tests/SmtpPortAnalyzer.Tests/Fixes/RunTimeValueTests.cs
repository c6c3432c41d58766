using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>What a program gets at run time stays: only the constant that stands in for it, or beside it, changes.</summary>
public class RunTimeValueTests
{
    private static string OnePath(string creation, string port) => $$"""
        using System.Net.Mail;

        class Mailer
        {
            void Send(string host, bool isOld, MailMessage message)
            {
                var client = {{creation}};
                if (isOld)
                {
                    client.Port = {{port}};
                }

                client.EnableSsl = true;
                client.Send(message);
            }
        }
        """;

    [Fact]
    public Task PortOnOneWay_TheOtherWayGetsOneAsWell() => RelayFixTest.Fixes(
        RelayFixTest.StartTls, OnePath("new SmtpClient(host)", "{|SMTP001:25|}"), OnePath("new SmtpClient(host, 587)", "587"));

    [Fact]
    public Task PortOnBothWays_TheCreationGetsNone() => RelayFixTest.Fixes(
        RelayFixTest.StartTls,
        OnePath("new SmtpClient(host)", "{|SMTP001:25|}; } else { client.Port = 2525"),
        OnePath("new SmtpClient(host)", "587; } else { client.Port = 2525"));

    private static string Choice(string creation, string statements) => $$"""
        using System.Net.Mail;

        class Mailer
        {
            void Send(string host, int kind, MailMessage message)
            {
                var client = {{creation}};
                {{statements}}
                client.EnableSsl = true;
                client.Send(message);
            }
        }
        """;

    [Theory]
    [InlineData("switch (kind) { case 1: client.Port = $; break; case 2: client.Port = 2525; break; }", false)]
    [InlineData("switch (kind) { case 1: client.Port = $; break; case 2: default: client.Port = 2525; break; }", true)]
    [InlineData("switch (kind) { case 1: client.Port = $; break; default: client.Timeout = 9; break; }", false)]
    [InlineData("if (kind == 1) client.Port = $; else if (kind == 2) client.Port = 2525;", false)]
    [InlineData("if (kind == 1) client.Port = $; else if (kind == 2) client.Port = 2525; else client.Port = 2587;", true)]
    [InlineData("if (kind == 1) { client.Port = $; } else { while (kind > 2) { client.Port = 2525; kind--; } }", false)]
    [InlineData("_ = kind == 1 ? client.Port = $ : client.Port = 2525;", true)]
    public Task PortOnSomeWays_TheCreationGetsOneUnlessTheyAreAll(string statements, bool areAll) => RelayFixTest.Fixes(
        RelayFixTest.StartTls,
        Choice("new SmtpClient(host)", statements.Replace("$", "{|SMTP001:25|}", StringComparison.Ordinal)),
        Choice(areAll ? "new SmtpClient(host)" : "new SmtpClient(host, 587)", statements.Replace("$", "587", StringComparison.Ordinal)));

    [Fact]
    public Task PortOnOneWayThatIsNo25_Stays() => RelayFixTest.Fixes(
        RelayFixTest.StartTls, OnePath("{|SMTP002:new SmtpClient(host)|}", "587"), OnePath("new SmtpClient(host, 587)", "587"));

    private static string Shared(string arguments, string helper = "bool ssl", string others = "") => $$"""
        using System;
        using System.Net;
        using System.Net.Mail;

        static class Mailer
        {
            public static void Go(MailMessage message, string host, string user, string password, bool isSafe) =>
                Send(message, host, {{arguments}});
        {{others}}
            public static void Send(MailMessage message, string host, int port, string user, string password, {{helper}})
            {
                using var client = new SmtpClient(host, port) { EnableSsl = ssl, Credentials = new NetworkCredential(user, password) };
                client.Send(message);
            }
        }
        """;

    private const string Others = """

            public static void Configured(MailMessage message, string host, int port, string user, string password, bool ssl) =>
                Send(message, host, port, user, password, ssl);

        """;

    [Theory]
    [InlineData("{|SMTP001:25|}, user, password, false", "587, user, password, true")]
    [InlineData("{|SMTP001:25|}, user, password, ssl: false", "587, user, password, ssl: true")]
    [InlineData("{|SMTP001:25|}, user, password, true", "587, user, password, true")]
    public Task EncryptionInTheCall_ChangesThere(string before, string after) =>
        RelayFixTest.Fixes(RelayFixTest.Call, Shared(before, others: Others), Shared(after, others: Others));

    [Fact]
    public Task EncryptionThatTheCallLeavesOut_IsAdded() => RelayFixTest.Fixes(
        RelayFixTest.Call, Shared("{|SMTP001:25|}, user, password", "bool ssl = false"),
        Shared("587, user, password, ssl: true", "bool ssl = false"));

    [Fact]
    public Task EncryptionInTheCall_OfARunTimeHost_TakesNoPortFromElsewhere() =>
        RelayFixTest.OffersNothing(RelayFixTest.Environment, Shared("{|SMTP001:25|}, user, password, false"));

    [Theory]
    [InlineData("{|SMTP001:25|}, user, password, isSafe", "bool ssl")]
    [InlineData("{|SMTP001:25|}, user, password, true && isSafe", "bool ssl = true")]
    public async Task EncryptionKnownAtRunTime_IsNotOffered(string arguments, string helper)
    {
        await RelayFixTest.OffersNothing(RelayFixTest.Call, Shared(arguments, helper));
        await RelayFixTest.OffersNothing(RelayFixTest.Environment, Shared(arguments, helper));
    }

    [Fact]
    public Task EncryptionOfMailKitInTheCall_ChangesThere() =>
        RelayFixTest.Fixes(RelayFixTest.Call, MailKitShared("{|SMTP001:25|}", "None"), MailKitShared("587", "StartTls"));

    private static string MailKitShared(string port, string option) => $$"""
        using MailKit.Net.Smtp;
        using MailKit.Security;

        class Mailer
        {
            void Go(string host, string user, string password)
            {
                Open(host, {{port}}, SecureSocketOptions.{{option}}, user, password);
            }

            void Open(string host, int port, SecureSocketOptions options, string user, string password)
            {
                using var client = new SmtpClient();
                client.Connect(host, port, options);
                client.Authenticate(user, password);
            }
        }
        """;

    private static string Chosen(string port, string security, string more = "") => $$"""
        using System;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            void Send()
            {
                var host = configuration["Host"];
                var port = configuration["Port"] ?? "{{port}}";
                {{more}}
                using var client = new SmtpClient();
                client.Connect(host, int.Parse(port), {{security}});
                client.Authenticate(configuration["User"], configuration["Password"]);
            }
        }
        """;

    private const string Switch = """
        var secure = configuration["Security"] switch { "None" => SecureSocketOptions.None, "Tls" => SecureSocketOptions.SslOnConnect, _ => SecureSocketOptions.STANDIN };
        """;

    [Theory]
    [InlineData("configuration.GetValue(\"Security\", SecureSocketOptions.STANDIN)", "")]
    [InlineData("configuration.GetValue<SecureSocketOptions?>(\"Security\") ?? SecureSocketOptions.STANDIN", "")]
    [InlineData("Enum.TryParse(configuration[\"Security\"], out SecureSocketOptions set) ? set : SecureSocketOptions.STANDIN", "")]
    [InlineData("secure", Switch)]
    public async Task SettingOfTheEncryption_OnlyWhatStandsInChanges(string security, string more)
    {
        string Text(string port, string standIn) => Chosen(port, security, more).Replace("STANDIN", standIn, StringComparison.Ordinal);
        string Marked(string standIn) => Text("25", standIn).Replace("\"25\"", "{|SMTP003:\"25\"|}", StringComparison.Ordinal);
        await RelayFixTest.Fixes(RelayFixTest.Defaults, Marked("Auto"), Text("587", "StartTls"));
        await RelayFixTest.Fixes(RelayFixTest.Port587, Marked("StartTls"), Text("587", "StartTls"));
        foreach (var relay in new[]
        {
            RelayFixTest.Settings, RelayFixTest.Configuration, RelayFixTest.InjectedConfiguration, RelayFixTest.Environment,
        })
            await RelayFixTest.OffersNothing(relay, Marked("StartTls"));
    }

    [Fact]
    public async Task SettingOfTheEncryption_WithNothingThatStandsIn_IsNotOverridden()
    {
        var text = Chosen("25", "configuration.GetValue<SecureSocketOptions>(\"Security\")")
            .Replace("\"25\"", "{|SMTP003:\"25\"|}", StringComparison.Ordinal);
        await RelayFixTest.OffersNothing(RelayFixTest.Defaults, text);
        await RelayFixTest.OffersNothing(RelayFixTest.Port587, text);
    }
}
