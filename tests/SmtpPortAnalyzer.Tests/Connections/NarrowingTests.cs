using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>Code that asks whether a port is 25 and then does something else with it never connects to 25 on that way.</summary>
public class NarrowingTests
{
    /// <summary>Each makes another port of a 25 in <c>given</c>, and leaves it in <c>port</c>.</summary>
    public static TheoryData<string> Excluding =>
    [
        "var port = given == 25 ? 587 : given;",
        "var port = given != 25 ? given : 587;",
        "var port = 25 == given ? 587 : given;",
        "var port = given > 25 ? given : 587;",
        "var port = given <= 25 ? 587 : given;",
        "var port = 100 < given ? given : 587;",
        "var port = given is 25 ? 587 : given;",
        "var port = given is not 25 ? given : 587;",
        "var port = given is 0 or 25 ? 587 : given;",
        "var port = given is > 0 and not 25 ? given : 587;",
        "var port = given switch { 25 => 587, _ => given };",
        "var port = given switch { 25 => 587, var o => o };",
        "var port = given; if (port == 25) port = 587;",
        "var port = given; if (port == 25) { port = 587; } else { Console.WriteLine(port); }",
        "var port = given; if (!(port != 25)) port = 587;",
        "var port = given; switch (port) { case 25: port = 587; break; default: break; }",
        "if (given == 25) throw new ArgumentException(); var port = given;",
        "if (given == 25) return; var port = given;",
        "if (given < 100) return; var port = given;",
        "var port = given; if (port.Equals(25)) port = 587;",
        "if (given.Equals(25)) return; var port = given;",
    ];

    /// <summary>Each asks something else, or of something else, and leaves a 25 as it is.</summary>
    public static TheoryData<string> Asking =>
    [
        "var port = given == 26 ? 587 : given;",
        "var port = given == 25 ? given : 587;",
        "var port = given >= 25 ? given : 587;",
        "var port = given < 26 ? given : 587;",
        "var port = given is not 26 ? given : 587;",
        "var port = given switch { 26 => 587, _ => given };",
        "var port = given; if (port == 25) Console.WriteLine(port);",
        "var port = given; if (port.Equals(26)) port = 587;",
        "if (given != 25) throw new ArgumentException(); var port = given;",
        "if (given == 26) throw new ArgumentException(); var port = given;",
        "if (other == 25) throw new ArgumentException(); var port = given;",
    ];

    [Theory]
    [MemberData(nameof(Excluding))]
    public Task Parameter_ThatIsNo25OnThisWay_IsSilent(string choice) => Connection.MembersAsync($$"""
        void Send(string host, int given, int other) { {{choice}} new SmtpClient(host, port).Send(null!); }
        void Call(string host) => Send(host, 25, 1);
        """);

    [Theory]
    [MemberData(nameof(Asking))]
    public Task Parameter_ThatMayBe25OnThisWay_Reports(string choice) => Connection.MembersAsync($$"""
        void Send(string host, int given, int other) { {{choice}} new SmtpClient(host, port).Send(null!); }
        void Call(string host) => Send(host, {|SMTP001:25|}, 1);
        """);

    [Theory]
    [MemberData(nameof(Excluding))]
    public Task Member_ThatIsNo25OnThisWay_IsSilent(string choice) => Connection.TypesAsync($$"""
        class Settings { public string Host { get; set; } = "mail.contoso.com"; public int Port { get; set; } = 1025; }
        class Mailer
        {
            private readonly Settings _settings;
            public Mailer(Settings settings) => _settings = settings;
            void Send(int other) { {{choice.Replace("given", "_settings.Port")}} new SmtpClient(_settings.Host, port).Send(null!); }
        }
        class Program { void Main() => new Mailer(new Settings { Host = "mail.contoso.com", Port = 25 }); }
        """);

    [Theory]
    [MemberData(nameof(Asking))]
    public Task Member_ThatMayBe25OnThisWay_Reports(string choice) => Connection.TypesAsync($$"""
        class Settings { public string Host { get; set; } = "mail.contoso.com"; public int Port { get; set; } = 1025; }
        class Mailer
        {
            private readonly Settings _settings;
            public Mailer(Settings settings) => _settings = settings;
            void Send(int other) { {{choice.Replace("given", "_settings.Port")}} new SmtpClient(_settings.Host, port).Send(null!); }
        }
        class Program { void Main() => new Mailer(new Settings { Host = "mail.contoso.com", Port = {|SMTP001:25|} }); }
        """);

    [Fact]
    public Task Normalising_InAnotherMember_IsHeardOf() => Connection.TypesAsync("""
        class Getter
        {
            private readonly int _port;
            public Getter(int port) => _port = port;
            private int Port => _port == 25 ? 587 : _port;
            void Send(string host) => new SmtpClient(host, Port).Send(null!);
        }
        class Helper
        {
            private static int Normal(int port) => port == 25 ? 587 : port;
            public static void Send(string host, int port) => new SmtpClient(host, Normal(port)).Send(null!);
        }
        class Checked
        {
            private static void Check(int port) { if (port == 25) throw new ArgumentException(); }
            public static void Send(string host, int port) { if (port == 25) port = 587; Connect(host, port); }
            private static void Connect(string host, int port) => new SmtpClient(host, port).Send(null!);
        }
        class Logged
        {
            public int Port { get; set; }
            private static void Warn(Logged logged) { if (logged.Port == 25) Console.WriteLine(logged.Port); Console.WriteLine(logged.Port); }
            public void Send(string host) { Warn(this); new SmtpClient(host, Port).Send(null!); }
        }
        class Program
        {
            void Main()
            {
                new Getter(25);
                Helper.Send("mail.contoso.com", 25);
                Checked.Send("mail.contoso.com", 25);
                new Logged { Port = {|SMTP001:25|} }.Send("mail.contoso.com");
            }
        }
        """);

    /// <summary>Patterns that ask for a member.</summary>
    [Theory]
    [InlineData("if (s is { Number: 25 }) s.Number = 588; new SmtpClient(s.Host, s.Number).Send(null!);")]
    [InlineData("new SmtpClient(s.Host, s is { Number: not 25 and var n } ? n : 588).Send(null!);")]
    [InlineData("if (s is { Number: > 100 and var n }) new SmtpClient(s.Host, n).Send(null!);")]
    [InlineData("if (s is { Number: > 100 }) new SmtpClient(s.Host, s.Number).Send(null!);")]
    [InlineData("if (s is { Number: > 100, Host: \"a\" }) new SmtpClient(s.Host, s.Number).Send(null!);")]
    public Task Pattern_ThatExcludesTheMember_IsSilent(string statements) => Connection.TypesAsync(WithSettings("25", statements));

    [Theory]
    [InlineData("if (s is { Number: 26 }) s.Number = 588; new SmtpClient(s.Host, s.Number).Send(null!);")]
    [InlineData("if (s is { Number: 25, Host: \"a\" }) return; new SmtpClient(s.Host, s.Number).Send(null!);")]
    [InlineData("new SmtpClient(s.Host, s is { Number: not 26 and var n } ? n : 588).Send(null!);")]
    [InlineData("if (s is { Number: > 20 and var n }) new SmtpClient(s.Host, n).Send(null!);")]
    public Task Pattern_ThatAllowsTheMember_Reports(string statements) =>
        Connection.TypesAsync(WithSettings("{|SMTP003:25|}", statements));

    private static string WithSettings(string number, string statements) => $$"""
        class Settings { public string Host { get; set; } = ""; public int Number { get; set; } = {{number}}; }
        class C { void Send(Settings s) { {{statements}} } }
        """;

    /// <summary>A host that is none but a local one on this way.</summary>
    [Theory]
    [InlineData("if (host != \"localhost\") throw new ArgumentException(host);")]
    [InlineData("if (host != \"localhost\") return;")]
    [InlineData("if (host is not (\"localhost\" or \"127.0.0.1\")) return;")]
    public Task Host_ThatIsLocalOnThisWay_IsSilent(string test) =>
        Connection.MembersAsync($$"""void Send(string host) { {{test}} new SmtpClient(host, 25).Send(null!); }""");

    [Theory]
    [InlineData("if (host == \"localhost\") return;")]
    [InlineData("if (host != \"localhost\") Console.WriteLine(host);")]
    [InlineData("if (host is \"localhost\") return;")]
    public Task Host_ThatIsNotLocalOnThisWay_Reports(string test) =>
        Connection.MembersAsync($$"""void Send(string host) { {{test}} new SmtpClient(host, {|SMTP001:25|}).Send(null!); }""");
}
