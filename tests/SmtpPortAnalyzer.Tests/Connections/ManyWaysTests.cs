using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>A method that puts settings together has many ways through it: what is chosen beside the port takes nothing from it.</summary>
public class ManyWaysTests
{
    private const string Classes = """
        class Row { public string? Host { get; set; } public int? Number { get; set; } public string? User { get; set; } }
        record Relay(string Server, int Number, string? Login);
        """;

    [Theory]
    [InlineData("new(row.Host ?? other, row.Number ?? {|SMTP003:25|}, row.User is null ? null : \"x\")")]
    [InlineData("new(row.Host ?? config[\"h\"] ?? other, row.Number ?? {|SMTP003:25|}, row.User ?? config[\"u\"])")]
    [InlineData("new(row.Host ?? \"smtp.contoso.com\", row.Number ?? {|SMTP003:25|}, row.User ?? config[\"u\"] ?? other)")]
    [InlineData("new(row.Host ?? \"localhost\", row.Number ?? 25, row.User ?? config[\"u\"] ?? other)")]
    public Task Record(string made) => Connection.TypesAsync(Classes + $$"""

        class Sender(IConfiguration config, string other)
        {
            private Relay For(Row row) => {{made}};
            public void Send(Row row)
            {
                var relay = For(row);
                new SmtpClient(relay.Server, relay.Number).Send(null!);
            }
        }
        """);

    [Theory]
    [InlineData("\"smtp.contoso.com\"", "{|SMTP003:\"25\"|}")]
    [InlineData("\"localhost\"", "\"25\"")]
    public Task Settings_WithMoreDefaultsThanAreFollowed(string host, string port) => Connection.TypesAsync($$"""
        class Settings
        {
            public string Server { get; set; } = "";
            public int Number { get; set; }
            public string User { get; set; } = "";
            public string Password { get; set; } = "";
            public string From { get; set; } = "";
            public bool Ssl { get; set; }
        }
        class Sender(IConfiguration config)
        {
            private Settings Load() => new()
            {
                Server = config["Host"] ?? {{host}},
                Number = int.Parse(config["Port"] ?? {{port}}),
                User = config["User"] ?? "",
                Password = config["Password"] ?? "",
                From = config["From"] ?? "a@contoso.com",
                Ssl = bool.Parse(config["Ssl"] ?? "true"),
            };
            public void Send()
            {
                var s = Load();
                new SmtpClient(s.Server, s.Number) { EnableSsl = s.Ssl }.Send(s.From, s.User, s.Password, "");
            }
        }
        """);
}
