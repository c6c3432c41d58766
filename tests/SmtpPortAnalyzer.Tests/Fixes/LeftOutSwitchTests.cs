using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// Code sets the port of a settings object and leaves its switch for encryption off: the switch is turned on there, so that it goes on to
/// decide.
/// </summary>
public class LeftOutSwitchTests
{
    private const string Mailer = """


        public class Settings
        {
            public string Host { get; set; } = "";
            public int Port { get; set; }
            public bool Ssl { get; set; }
        }

        public class Mailer
        {
            public static void Send(Settings settings, NetworkCredential login, MailMessage message)
            {
                using var client = new SmtpClient(settings.Host, settings.Port) { EnableSsl = settings.Ssl, Credentials = login };
                client.Send(message);
            }
        }
        """;

    [Theory]
    [InlineData(
        "Settings _own = new() { Host = \"mail.contoso.com\", Port = $ };",
        "Settings _own = new() { Host = \"mail.contoso.com\", Port = $, Ssl = true };")]
    [InlineData(
        "Settings _own = new()\n    {\n        Host = \"mail.contoso.com\",\n        Port = $\n    };",
        "Settings _own = new()\n    {\n        Host = \"mail.contoso.com\",\n        Port = $,\n        Ssl = true\n    };")]
    [InlineData(
        "Settings _own = new()\n    {\n        Port = $, // relay\n        Host = \"smtp.a.com\",\n    };",
        "Settings _own = new()\n    {\n        Ssl = true,\n        Port = $, // relay\n        Host = \"smtp.a.com\",\n    };")]
    [InlineData(
        "void Set(Settings own)\n    {\n        own.Port = $; // relay\n        own.Host = \"a.com\";\n    }",
        "void Set(Settings own)\n    {\n        own.Port = $; // relay\n        own.Ssl = true;\n        own.Host = \"a.com\";\n    }")]
    [InlineData(
        "void Add(Action<Settings> set) { }\n    void Set() => Add(own =>\n    {\n        own.Port = $;\n    });",
        "void Add(Action<Settings> set) { }\n    void Set() => Add(own =>\n    {\n        own.Port = $;\n        own.Ssl = true;\n    });")]
    public Task Switch_IsTurnedOnBesideThePort(string before, string after) => RelayFixTest.Fixes(
        RelayFixTest.Defaults, In(before, "{|SMTP001:25|}"), In(after, "587"));

    /// <summary>Where the code has its say about the switch already, that changes.</summary>
    [Fact]
    public Task SwitchThatIsSet_IsNotSetTwice() => RelayFixTest.Fixes(
        RelayFixTest.Defaults,
        In("Settings _own = new() { Host = \"mail.contoso.com\", Ssl = false, Port = $ };", "{|SMTP001:25|}"),
        In("Settings _own = new() { Host = \"mail.contoso.com\", Ssl = true, Port = $ };", "587"));

    /// <summary>What stands in for port and switch is read the same way, and one is no other's caller.</summary>
    [Fact]
    public Task StandInsOfOneGetter_ChangeTogether()
    {
        string Code(string port, string ssl) => "using Microsoft.Extensions.Configuration;\n"
            + In($"Settings Read(IConfiguration from) => new() {{ Port = from.GetValue(\"Port\", {port}), "
                + $"Ssl = from.GetValue(\"Ssl\", {ssl}) }};", "");
        return RelayFixTest.Fixes(RelayFixTest.Defaults, Code("{|SMTP003:25|}", "false"), Code("587", "true"));
    }

    private static string In(string members, string port) =>
        "using System;\nusing System.Net;\nusing System.Net.Mail;\n\nclass Shop\n{\n    "
        + members.Replace("$", port, StringComparison.Ordinal) + "\n}" + Mailer;
}
