using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>Branches that a fix makes equal are no choice any more.</summary>
public class EqualBranchesTests
{
    private const string Open = "client.Connect(options.Host, options.Port, SecureSocketOptions.{0});";

    [Theory]
    [InlineData("options.Tls", "StartTls", "None")]
    [InlineData("!options.Tls", "None", "StartTls")]
    public Task ChoiceOfNothing_Goes(string condition, string first, string second) => RelayFixTest.Fixes(
        RelayFixTest.Defaults,
        In("{|SMTP003:25|}", $"if ({condition})\n            {With(first)}\n        else\n            {With(second)}"),
        In("587", With("StartTls")));

    [Theory]
    [InlineData(
        "if (options.Tls)\n        {\n            $StartTls\n        }\n        else\n        {\n            $None\n        }",
        "$StartTls")]
    [InlineData(
        "if (options.Tls) // demanded\n            $StartTls\n        else\n            $None",
        "if (options.Tls) // demanded\n            $StartTls\n        else\n            $StartTls")]
    public Task Branches_InBracesAndWithComments(string before, string after) =>
        RelayFixTest.Fixes(RelayFixTest.Defaults, In("{|SMTP003:25|}", Written(before)), In("587", Written(after)));

    private static string With(string option) => Open.Replace("{0}", option, StringComparison.Ordinal);

    private static string Written(string statements) => new[] { "StartTls", "None" }
        .Aggregate(statements, (text, option) => text.Replace("$" + option, With(option), StringComparison.Ordinal));

    private static string In(string port, string statements) => $$"""
        using MailKit.Net.Smtp;
        using MailKit.Security;

        public class Options
        {
            public string Host { get; set; } = "";
            public int Port { get; set; } = {{port}};
            public bool Tls { get; set; }
            public string User { get; set; } = "";
            public string Password { get; set; } = "";
        }

        public class Mailer(Options options)
        {
            public void Open(SmtpClient client)
            {
                {{statements}}
                client.Authenticate(options.User, options.Password);
            }
        }
        """;
}
