using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Calls;

/// <summary>What a call gives for the constants that it hands over, and what belongs together on the ways of a called body.</summary>
public class CallContextTests
{
    [Theory]
    [InlineData("static int P(bool tls) => tls ? 587 : 25;", "P(true)")]
    [InlineData("static int P(int kind) { if (kind == 1) return 587; return 25; }", "P(1)")]
    [InlineData("static int P(string kind) => kind switch { \"tls\" => 587, _ => 25 };", "P(\"tls\")")]
    [InlineData("static int P(int kind) { switch (kind) { case 1: return 587; default: return 25; } }", "P(1)")]
    [InlineData(
        "static int P(string kind) { switch (kind) { case \"smtp\": return 25; case \"tls\": return 587; } return 0; }", "P(\"tls\")")]
    [InlineData("static int P(string kind) => kind.ToLowerInvariant() switch { \"tls\" => 587, _ => 25 };", "P(\"TLS\")")]
    [InlineData(
        "static int P(string h) { if (h.EndsWith(\".net\", StringComparison.OrdinalIgnoreCase)) return 587; return 25; }",
        "P(\"a.NET\")")]
    [InlineData("static int P(string h) => string.Equals(h, \"tls\") ? 587 : 25;", "P(\"tls\")")]
    [InlineData("static int P(string t) => string.IsNullOrEmpty(t) ? 25 : int.Parse(t);", "P(\"587\")")]
    [InlineData("public int this[string key] => key == \"Port\" ? 587 : 25;", "this[\"Port\"]")]
    [InlineData("[Flags] enum F { Tls = 1, Login = 2 } static int P(F f) => (f & F.Tls) != 0 ? 587 : 25;", "P(F.Tls | F.Login)")]
    [InlineData("[Flags] enum F { Tls = 1, Login = 2 } static int P(F f) => f.HasFlag(F.Tls) ? 587 : 25;", "P(F.Tls | F.Login)")]
    [InlineData("readonly int[] _all = { 25, 587, 465 }; int P(int i) => _all[i];", "P(1)")]
    [InlineData("readonly int[] _all = { 25, 587, 465 }; public int this[int i] => _all[i];", "this[1]")]
    [InlineData(
        "static readonly System.Collections.Generic.Dictionary<string, int> s_all = new() { { \"mx\", 25 }, { \"relay\", 587 } }; " +
        "static int P(string name) => s_all[name];",
        "P(\"relay\")")]
    [InlineData(
        "readonly System.Collections.Generic.Dictionary<string, object> _all = new() { [\"a\"] = 1, [\"b\"] = 2, [\"c\"] = 3, " +
        "[\"port\"] = 587, [\"batch\"] = 25 }; T P<T>(string name) => (T)_all[name];",
        "P<int>(\"port\")")]
    public Task Constants_ThatACallHandsOver_Choose(string member, string port) => MailerAsync(member, $"""
        using var c = new SmtpClient("mail.contoso.com", {port});
        """);

    [Theory]
    [InlineData("static int P(bool tls) => tls ? 587 : {|SMTP001:25|};", "P(false)")]
    [InlineData("static int P(bool tls) => tls ? 587 : {|SMTP001:25|};", "P(flag)")]
    [InlineData("static int P(string h) { if (h.Contains(\"sendgrid\")) return 587; return {|SMTP001:25|}; }", "P(\"mail.contoso.com\")")]
    [InlineData("static int P(string t) => string.IsNullOrEmpty(t) ? {|SMTP003:25|} : int.Parse(t);", "P(\"\")")]
    [InlineData("[Flags] enum F { Tls = 1, Login = 2 } static int P(F f) => f.HasFlag(F.Tls) ? 587 : {|SMTP001:25|};", "P(F.Login)")]
    [InlineData("readonly int[] _all = { 25, 587 }; int P(int i) => {|SMTP001:_all|}[i];", "P(0)")]
    [InlineData("static int P(int d = {|SMTP003:25|}) => d;", "P()")]
    [InlineData("static int P(int d = 25) => d;", "P(587)")]
    public Task Constants_ThatChooseTwentyFive_AreReported(string member, string port) => MailerAsync(member, $"""
        using var c = new SmtpClient("mail.contoso.com", {port});
        """);

    [Theory]
    [InlineData("false", "new SmtpClient(host, plain ? 25 : 587)")]
    [InlineData("true", "new SmtpClient(host, {|SMTP001:plain ? 25 : 587|})")]
    [InlineData("flag", "new SmtpClient(host, {|SMTP001:plain ? 25 : 587|})")]
    public Task Callers_OfAPrivateMethodChoose(string argument, string made) => MailerAsync(
        "private void Go(string host, bool plain) { using var c = " + made + "; Use(c); }",
        "Go(\"mail.contoso.com\", false); Go(\"mail.contoso.com\", " + argument + "); SmtpClient? c = null;");

    /// <summary>A caller hands its host and its port over together.</summary>
    [Theory]
    [InlineData("Go(\"localhost\", 25, false); Go(\"smtp.contoso.com\", 587, true);")]
    [InlineData("Go(\"localhost\", 25, false); Go(\"smtp.contoso.com\", _port, true);")]
    [InlineData("Go(_host, 25, false); Go(\"smtp.contoso.com\", 587, true);")]
    [InlineData("Go(\"localhost\", 25, false); Go(\"smtp.contoso.com\", {|SMTP001:25|}, true);")]
    [InlineData("Go(\"localhost\", 587, false); Go(\"smtp.contoso.com\", {|SMTP001:25|}, false);")]
    public Task Callers_OfAPrivateMethodKeepTheirPairs(string calls) => MailerAsync(
        "private readonly int _port = 587; private readonly string _host = \"localhost\"; " +
        "private void Go(string host, int port, bool tls) { using var c = new SmtpClient(host, port) { EnableSsl = tls }; Use(c); }",
        calls + " SmtpClient? c = null;");

    /// <summary>Who gets the method may call it with anything.</summary>
    [Fact]
    public Task Callers_OfAMethodThatIsHandedAway_AreNotAll() => MailerAsync(
        "private void Go(string host, bool plain) { using var c = new SmtpClient(host, {|SMTP001:plain ? 25 : 587|}); Use(c); } " +
        "Action<string, bool> Hand() => Go;",
        "Go(\"mail.contoso.com\", false); SmtpClient? c = null;");

    [Theory]
    [InlineData("static (string, int) Get(bool f) => f ? (\"localhost\", 25) : (\"mail.contoso.com\", 587);", "var (h, p) = Get(flag);")]
    [InlineData(
        "record S(string H, int P); static S Get(bool f) { if (f) return new(\"localhost\", 25); return new(\"m.contoso.com\", 587); }",
        "var s = Get(flag); var (h, p) = (s.H, s.P);")]
    [InlineData("""
        static void Get(bool f, out string h, out int p) { if (f) { h = "localhost"; p = 25; } else { h = "mail.contoso.com"; p = 587; } }
        """, "Get(flag, out var h, out var p);")]
    [InlineData("""
        static bool Get(bool f, out string h, out int p) { h = "mail.contoso.com"; p = 25; if (f) return false; p = 587; return true; }
        """, "if (!Get(flag, out var h, out var p)) return;")]
    public Task Ways_OfACalledBodyKeepTheirPairs(string member, string get) =>
        MailerAsync(member, get + " using var c = new SmtpClient(h, p);");

    [Theory]
    [InlineData("private int Port => e.IsDevelopment() ? 25 : 587;", "Port")]
    [InlineData("private int P() { if (e.IsDevelopment()) return 25; return 587; }", "P()")]
    [InlineData("private bool Dev => ((IHostEnvironment?)e)?.IsDevelopment() == true;", "Dev ? 25 : 587")]
    [InlineData("private static bool D(IHostEnvironment? x) { if (x == null) return false; return x.IsDevelopment(); }", "D(e) ? 25 : 587")]
    public Task Guards_ThroughMembers(string member, string port) =>
        MailerAsync(member, "using var c = new SmtpClient(\"mail.contoso.com\", " + port + ");");

    [Theory]
    [InlineData("foreach (var (h, p) in new[] { (\"localhost\", 25), (\"mail.contoso.com\", 587) }) Use(new SmtpClient(h, p));")]
    [InlineData(
        "foreach (var (h, p) in new[] { (\"localhost\", 587), (\"mail.contoso.com\", 25) }) Use(new SmtpClient(h, {|SMTP001:p|}));")]
    [InlineData("foreach (var p in new List<int> { 587, 25 }) Use(new SmtpClient(\"mail.contoso.com\", {|SMTP001:p|}));")]
    [InlineData("int[] ports = { 587, 25 }; Use(new SmtpClient(\"mail.contoso.com\", ports[0]));")]
    [InlineData("int[] ports = { 587, 25 }; Use(new SmtpClient(\"mail.contoso.com\", {|SMTP001:ports[1]|}));")]
    [InlineData("int[] ports = { 25 }; ports[0] = 587; Use(new SmtpClient(\"mail.contoso.com\", ports[0]));")]
    [InlineData("""
        var d = new Dictionary<string, int> { ["batch"] = 25, ["smtp"] = 587 }; Use(new SmtpClient("mail.contoso.com", d["smtp"]));
        """)]
    [InlineData("""
        var d = new Dictionary<string, int> { ["smtp"] = 25 }; Use(new SmtpClient("mail.contoso.com", {|SMTP001:d["smtp"]|}));
        """)]
    [InlineData("var r = new { Host = \"mail.contoso.com\", Port = 25 }; Use(new SmtpClient(r.Host, {|SMTP001:r.Port|}));")]
    public Task Collections_OfPorts(string statements) => MailerAsync("", statements + " SmtpClient? c = null;");

    [Theory]
    [InlineData("int p = 25; new List<int> { 587 }.ForEach(x => p = x); using var c = new SmtpClient(\"mail.contoso.com\", p);")]
    [InlineData("var c = new SmtpClient(\"mail.contoso.com\"); run(() => c.Port = 587);")]
    public Task Lambdas_ThatOtherCodeRuns_MayChangeAnything(string statements) => MailerAsync("", statements);

    [Fact]
    public Task Structs_AreCopied() => Connection.TypesAsync("""
        struct Relay { public string Host; public int Port; }
        class Mailer
        {
            public void A()
            {
                var one = new Relay { Host = "mail.contoso.com", Port = 587 };
                var other = one;
                other.Port = 25;
                Relay third;
                third.Host = "mail.contoso.com";
                third.Port = 25;
                third.Port = 587;
                Use(new SmtpClient(one.Host, one.Port));
                Use(new SmtpClient(third.Host, third.Port));
                Use(new SmtpClient(other.Host, {|SMTP001:other.Port|}));
            }
            static void Use(SmtpClient c) { c.EnableSsl = true; c.Credentials = null!; }
        }
        """);

    private static Task MailerAsync(string member, string statements) => Connection.TypesAsync($$"""
        class Mailer(IHostEnvironment e)
        {
            {{member}}
            public void A(bool flag, Action<Action> run) { {{statements}} Use(c); }
            static void Use(SmtpClient? c)
            {
                if (c == null) return;
                c.EnableSsl = true;
                c.Credentials = System.Net.CredentialCache.DefaultNetworkCredentials;
            }
        }
        """);
}
