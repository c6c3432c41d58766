using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>A settings type whose port starts as 25 says nothing of Azure where the host beside it starts as the machine itself.</summary>
public class SettingsTypeHostTests
{
    /// <summary>Ways to give the host; <c>HOST</c> stands for its text.</summary>
    public static TheoryData<string> Ways =>
    [
        "public string Host { get; set; } = HOST;",
        "public const string Default = HOST; public string Host { get; set; } = Default;",
        "public string Host { get; set; } = Defaults.Host;",
        "private static readonly string s_host = HOST; public string Host { get; set; } = s_host;",
        "public string Host => HOST;",
        "public string Host => Defaults.Host;",
        "public string Host { get { return HOST; } }",
        "public string Host { get; set; } public MailOptions() { Host = HOST; }",
        "public string Host { get; set; } public MailOptions() => Host = Defaults.Host;",
    ];

    [Theory]
    [MemberData(nameof(Ways))]
    public Task LocalHost_BesideThePort_IsSilent(string host) => Options(host, "\"localhost\"", "25");

    [Theory]
    [MemberData(nameof(Ways))]
    public Task PublicHost_BesideThePort_IsReported(string host) => Options(host, "\"mail.contoso.com\"", "{|SMTP003:25|}");

    [Theory]
    [InlineData("\"localhost\"", "25")]
    [InlineData("Defaults.Host", "25")]
    [InlineData("\"mail.contoso.com\"", "{|SMTP003:25|}")]
    public Task Record_HasTheHostAsAParameter(string host, string port) => Connection.FileAsync($$"""
        static class Defaults { public const string Host = "127.0.0.1"; }

        public record MailOptions(string Host = {{host}}, int Port = {{port}});
        """);

    /// <summary>Each constructor says its own host, in whatever order they stand.</summary>
    [Theory]
    [InlineData("public MailOptions() { Host = \"localhost\"; } public MailOptions(bool live) { Host = \"mail.contoso.com\"; }")]
    [InlineData("public MailOptions(bool live) { Host = \"mail.contoso.com\"; } public MailOptions() { Host = \"localhost\"; }")]
    [InlineData("public MailOptions(bool live) { Host = \"localhost\"; if (live) Host = \"mail.contoso.com\"; }")]
    public Task Constructors_ThatDisagree_SayNoLocalHost(string constructors) => Connection.FileAsync($$"""
        public class MailOptions
        {
            {{constructors}}
            public string Host { get; set; }
            public int Port { get; set; } = {|SMTP003:25|};
        }
        """);

    private static Task Options(string host, string text, string port) => Connection.FileAsync($$"""
        static class Defaults { public const string Host = {{text}}; }

        public class MailOptions
        {
            {{host.Replace("HOST", text, StringComparison.Ordinal)}}
            public int Port { get; set; } = {{port}};
        }
        """);
}
