using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>A host and a port that one way of a body writes to the same object are a pair for whoever reads both.</summary>
public class SettingsPairTests
{
    /// <summary>How the pair is written: $H and $P are the host and the port of one way, the other way is a relay's.</summary>
    public static TheoryData<string> Ways => new()
    {
        """if (flag) { @Host = "$H"; @Port = $P; } else { @Host = "smtp.contoso.com"; @Port = 587; }""",
        """if (flag) { @Port = $P; @Host = "$H"; } else { @Port = 587; @Host = "smtp.contoso.com"; }""",
        """@Host = "smtp.contoso.com"; @Port = 587; if (flag) { @Host = "$H"; @Port = $P; }""",
        """switch (name) { case "a": @Host = "$H"; @Port = $P; break; default: @Host = "smtp.contoso.com"; @Port = 587; break; }""",
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Constructor_Pair(string way)
    {
        await Connection.TypesAsync(InConstructor(Local(way)));
        await Connection.TypesAsync(InConstructor(Red(way)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Method_Pair(string way)
    {
        await Connection.TypesAsync(InMethod(Local(way)));
        await Connection.TypesAsync(InMethod(Red(way)));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Options_Pair(string way)
    {
        await Connection.TypesAsync(InOptions(Local(way)));
        await Connection.TypesAsync(InOptions(Red(way)));
    }

    /// <summary>What is given its host and its port by methods of its own, one after the other.</summary>
    [Theory]
    [InlineData("static Relay Make() => new Relay().At(\"localhost\").On(25);")]
    [InlineData("static void Set(Relay r) { r.At(\"localhost\"); r.On(25); }")]
    [InlineData("static void Set() => Make(own => own.At(\"localhost\").On(25)); static void Make(Action<Relay> how) => how(new());")]
    [InlineData("static Relay Make() => new Relay().On(25).At(\"localhost\");")]
    [InlineData("static Relay Make() { var r = new Relay(); r.On(25); r.At(\"localhost\"); return r; }")]
    [InlineData("static void Two(Mailer m) { var r = new Relay(); m.Send(r.On(25).At(\"localhost\")); " +
        "m.Send(r.At(\"a.contoso.com\").On(588)); }")]
    [InlineData("static Relay Make(bool own) { var r = new Relay(); if (own) { r.On(25); r.At(\"localhost\"); } " +
        "else { r.At(\"mail.contoso.com\"); r.On(588); } return r; }")]
    [InlineData("static Relay Make(bool relay) { var r = new Relay(); if (relay) { r.On({|SMTP001:25|}); r.At(\"mail.contoso.com\"); } " +
        "else { r.At(\"localhost\"); r.On(588); } return r; }")]
    [InlineData("static Relay Make(bool own) { var r = new Relay(); r.On({|SMTP001:25|}); " +
        "if (own) { r.At(\"localhost\"); r.Log(); } else { r.At(\"mail.contoso.com\"); } return r; }")]
    [InlineData("static Relay Make() => new Relay().At(\"mail.contoso.com\").On({|SMTP001:25|});")]
    [InlineData("static Relay Make() => new Relay().On({|SMTP001:25|}).At(\"mail.contoso.com\");")]
    [InlineData("static Relay Make() => new Relay().On({|SMTP001:25|});")]
    public Task Methods_Pair(string member) => Connection.TypesAsync($$"""
        class Relay
        {
            public string Server { get; private set; } = "";
            public int Number { get; private set; } = 587;
            public Relay At(string server) { Server = server; return this; }
            public Relay On(int number) { Number = number; return this; }
            public void Log() { }
            static Relay Other() => new Relay().At("smtp.contoso.com");
        }
        class Mailer
        {
            void Send(Relay relay) => new SmtpClient(relay.Server, relay.Number).Send(null!);
            {{member}}
        }
        """);

    /// <summary>What a loop over names and values finds takes the place of both.</summary>
    [Theory]
    [InlineData("localhost", "25")]
    [InlineData("mail.contoso.com", "{|SMTP003:25|}")]
    public Task Presets_ThatALoopReplaces(string host, string port) => Connection.TypesAsync($$"""
        class Mailer
        {
            void A(IEnumerable<KeyValuePair<string, string>> pairs)
            {
                string host = "{{host}}"; int port = {{port}};
                foreach (var pair in pairs)
                {
                    if (pair.Key == "host") host = pair.Value;
                    else if (pair.Key == "port") port = int.Parse(pair.Value);
                }
                new SmtpClient(host, port).Dispose();
            }
        }
        """);

    /// <summary>The same with the questions turned round.</summary>
    [Theory]
    [InlineData("localhost", "25")]
    [InlineData("mail.contoso.com", "{|SMTP003:25|}")]
    public Task Presets_ThatALoopReplaces_WhereTheNameIsNot(string host, string port) => Connection.TypesAsync($$"""
        class Mailer
        {
            void A(IEnumerable<KeyValuePair<string, string>> pairs)
            {
                string host = "{{host}}"; int port = {{port}};
                foreach (var pair in pairs)
                {
                    if (!(pair.Key == "host")) { if (!(pair.Key == "port")) { } else { port = int.Parse(pair.Value); } }
                    else { host = pair.Value; }
                }
                new SmtpClient(host, port).Dispose();
            }
        }
        """);

    private static string Local(string way) => way.Replace("$H", "localhost").Replace("$P", "25");

    private static string Red(string way) => way.Replace("$H", "mail.contoso.com").Replace("$P", "{|SMTP001:25|}");

    private static string InConstructor(string way) => $$"""
        class Settings
        {
            public string Host { get; private set; } = "";
            public int Port { get; private set; }
            public Settings(bool flag, string name) { {{way.Replace("@", "")}} }
        }
        class M(Settings settings) { void S() => new SmtpClient(settings.Host, settings.Port).Dispose(); }
        """;

    private static string InMethod(string way) => $$"""
        class M
        {
            private string _Host = ""; private int _Port;
            void Load(bool flag, string name) { {{way.Replace("@", "_")}} }
            void S() => new SmtpClient(_Host, _Port).Dispose();
        }
        """;

    private static string InOptions(string way) => $$"""
        class Settings { public string Host { get; set; } = ""; public int Port { get; set; } }
        class Startup
        {
            void A(IServiceCollection services, bool flag, string name) => services.Configure<Settings>(o => { {{way.Replace("@", "o.")}} });
        }
        class M(IOptions<Settings> options) { void S() => new SmtpClient(options.Value.Host, options.Value.Port).Dispose(); }
        """;
}
