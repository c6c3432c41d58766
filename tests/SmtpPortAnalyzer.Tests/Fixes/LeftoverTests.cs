using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>What nothing reads any more after a fix goes; what something reads stays.</summary>
public class LeftoverTests
{
    private const string Frame = """
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            {0}

            SmtpClient Create() => new SmtpClient({1})
            {
                EnableSsl = true,
                Credentials = new NetworkCredential("shop", Environment.GetEnvironmentVariable("Secret")),
            };
        }
        """;

    [Theory]
    [InlineData("readonly int _retries = 3, _port = 25;", "readonly int _retries = 3;")]
    [InlineData("readonly int _port = 25, _retries = 3;", "readonly int _retries = 3;")]
    [InlineData("// Retries\n    const int Retries = 3;\n    // The port\n    private const int _port = 25;",
        "// Retries\n    const int Retries = 3;")]
    public Task PortThatNothingReads_Goes(string members, string rest) => RelayFixTest.Fixes(
        RelayFixTest.Environment, Text(members, "\"mail.contoso.com\", {|SMTP001:_port|}"), Text(rest, AfterHost + ", " + AfterPort));

    [Theory]
    [InlineData("readonly int _port = 25; string Shown => \"port \" + _port;")]
    [InlineData("[Obsolete] readonly int _port = 25;")]
    [InlineData("readonly int _port = 25; bool IsPlain => _port == 25;")]
    public Task PortThatIsStillThere_Stays(string members) => RelayFixTest.Fixes(
        RelayFixTest.Environment, Text(members, "\"mail.contoso.com\", {|SMTP001:_port|}"), Text(members, AfterHost + ", " + AfterPort));

    /// <summary>What only messages tell says what is true.</summary>
    [Theory]
    [InlineData("readonly int _port = {0}; string Shown => $\"port {_port}\";")]
    [InlineData("const int _port = {0}; void Log(string text, object value) { } void Tell() => Log(\"Port {Port}\", _port);")]
    public Task PortThatMessagesTell_BecomesTrue(string members) => RelayFixTest.Fixes(
        RelayFixTest.Environment,
        Text(members.Replace("= {0}", "= 25", StringComparison.Ordinal), "\"mail.contoso.com\", {|SMTP001:_port|}"),
        Text(members.Replace("= {0}", "= 587", StringComparison.Ordinal), AfterHost + ", " + AfterPort));

    /// <summary>What only the class itself can name, in whatever type inside it; the words above it tell what it was.</summary>
    [Fact]
    public Task ConstantsOfAPrivateType_Go() => RelayFixTest.Fixes(
        RelayFixTest.Environment,
        Text(
            "static class Own\n    {\n        // SMTP on port 25\n        internal const int Port = 25;\n"
            + "        public const int Retries = 3;\n    }",
            "\"mail.contoso.com\", {|SMTP001:Own.Port|}"),
        Text("static class Own\n    {\n        public const int Retries = 3;\n    }", AfterHost + ", " + AfterPort));

    /// <summary>What other code can name as well stays with the true number.</summary>
    [Fact]
    public Task ConstantOfAnInternalType_BecomesTrue() => RelayFixTest.Fixes(
        RelayFixTest.Environment,
        Text("internal static class Own { internal const int Port = 25; }", "\"mail.contoso.com\", {|SMTP001:Own.Port|}"),
        Text("internal static class Own { internal const int Port = 587; }", AfterHost + ", " + AfterPort));

    /// <summary>No password stays in a member that gives nothing else and that nothing calls any more.</summary>
    [Theory]
    [InlineData("public static string MailPassword() => \"Xk3!v9qT\";", "MailPassword()")]
    [InlineData("internal string MailPassword { get; } = \"Xk3!v9qT\";", "MailPassword")]
    public Task PasswordThatNothingCalls_Goes(string member, string use)
    {
        string Code(string rest, string client) => $$"""
            using System;
            using System.Net;
            using System.Net.Mail;

            public class Mailer
            {{{rest}}
                public void Send(MailMessage message)
                {
                    var client = {{client}};
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Environment,
            Code("\n    " + member + "\n", $$"""
                new SmtpClient("mail.contoso.com", {|SMTP001:25|})
                        {
                            EnableSsl = true,
                            Credentials = new NetworkCredential("shop", {{use}}),
                        }
                """),
            Code("", $$"""
                new SmtpClient(
                            {{AfterHost}},
                            {{AfterPort}})
                        {
                            EnableSsl = true,
                            Credentials = new NetworkCredential(
                                Environment.GetEnvironmentVariable("Smtp__UserName") ?? throw new InvalidOperationException("Smtp__UserName is not set."),
                                Environment.GetEnvironmentVariable("Smtp__Password") ?? throw new InvalidOperationException("Smtp__Password is not set.")),
                        }
                """));
    }

    /// <summary>Of a class in several parts, the field and the constant that gave it its number.</summary>
    [Fact]
    public Task PortInAnotherPart_Goes()
    {
        string Code(string members, string port, string tls) => $$"""
            using System.Net;
            using System.Net.Mail;

            public partial class Mailer
            {{{members}}
                private readonly string _host;
            }

            public partial class Mailer
            {
                public Mailer(string host) => _host = host;

                public void Send(NetworkCredential login, MailMessage message)
                {
                    var client = new SmtpClient(_host, {{port}});
                    client.Credentials = login;{{tls}}
                    client.Send(message);
                }
            }
            """;
        return RelayFixTest.Fixes(
            RelayFixTest.Encrypted,
            Code("\n    private const int Standard = 25;\n    private readonly int _port = Standard;", "{|SMTP001:_port|}", ""),
            Code("", "587", "\n        client.EnableSsl = true;"));
    }

    private const string AfterHost = "Environment.GetEnvironmentVariable(\"Smtp__Host\") ?? \"mail.contoso.com\"";
    private const string AfterPort = "int.Parse(Environment.GetEnvironmentVariable(\"Smtp__Port\") ?? \"587\")";

    private static string Text(string members, string arguments)
    {
        var spread = arguments.Contains("Parse", StringComparison.Ordinal)
            ? "\n        " + arguments.Replace(", int", ",\n        int", StringComparison.Ordinal)
            : arguments;
        return Frame.Replace("{0}", members, StringComparison.Ordinal).Replace("{1}", spread, StringComparison.Ordinal);
    }
}
