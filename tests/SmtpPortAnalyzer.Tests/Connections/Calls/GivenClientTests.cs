using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Calls;

/// <summary>A client that a call gives, and what its caller goes on to do with it: {way the client travels} x {who gives what}.</summary>
public class GivenClientTests
{
    /// <summary>A member that makes a client, <c>MADE</c>, and a statement that has it as <c>c</c>.</summary>
    public static readonly (string Member, string Get)[] Ways =
    [
        ("private static SmtpClient Make(string host) => MADE;", "var c = Make(\"mail.contoso.com\");"),
        ("private static SmtpClient New => MADE; const string host = \"mail.contoso.com\";", "var c = New;"),
        ("private static SmtpClient One(string host) => MADE; private static SmtpClient Make(string host) => One(host);",
            "var c = Make(\"mail.contoso.com\");"),
        ("private static Task<SmtpClient> Make(string host) => Task.FromResult(MADE);",
            "var c = Make(\"mail.contoso.com\").GetAwaiter().GetResult();"),
        ("private static Task<SmtpClient> Make(string host) => Task.FromResult(MADE);", "var c = Make(\"mail.contoso.com\").Result;"),
        ("private static ValueTask<SmtpClient> Make(string host) => new(MADE);", "var c = Make(\"mail.contoso.com\").Result;"),
        ("private static (SmtpClient, int) Make(string host) => (MADE, 1);", "var (c, _) = Make(\"mail.contoso.com\");"),
        ("private static void Make(string host, out SmtpClient made) { made = MADE; }", "Make(\"mail.contoso.com\", out var c);"),
        ("private SmtpClient? _c; private void Ensure(string host) { if (_c != null) return; _c = MADE; }",
            "Ensure(\"mail.contoso.com\"); var c = _c!;"),
        ("private SmtpClient? _c; private SmtpClient Get(string host) => _c ??= MADE;", "var c = Get(\"mail.contoso.com\");"),
        ("private SmtpClient? _c; private SmtpClient Get(string host) { if (_c == null) { _c = MADE; } return _c; }",
            "var c = Get(\"mail.contoso.com\");"),
        ("private static SmtpClient? s_c; private static void Init(string host) { s_c = MADE; }",
            "Init(\"mail.contoso.com\"); var c = s_c!;"),
        ("private static SmtpClient Make(string host) => Same(MADE); private static SmtpClient Same(SmtpClient c) => c;",
            "var c = Make(\"mail.contoso.com\");"),
    ];

    [Fact]
    public async Task Port_GivenByTheCaller_Counts()
    {
        foreach (var (member, get) in Ways)
            await MailerAsync(
                member.Replace("MADE", "new SmtpClient(host)"), get + " c.Port = 587; c.EnableSsl = true; c.Credentials = l;");
    }

    [Fact]
    public async Task Port_GivenByNone_IsReportedWhereTheClientIsMade()
    {
        foreach (var (member, get) in Ways)
            await MailerAsync(member.Replace("MADE", "{|SMTP002:new SmtpClient(host)|}"), get + " c.EnableSsl = true; c.Credentials = l;");
    }

    /// <summary>An extension that anybody may call: who calls it here has made the client, and knows its host.</summary>
    [Theory]
    [InlineData("new SmtpClient(\"localhost\")", "25")]
    [InlineData("new SmtpClient(\"mail.contoso.com\")", "{|SMTP001:25|}")]
    [InlineData("new SmtpClient(\"mail.contoso.com\", 25)", "587")]
    [InlineData("new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, Host = \"mail.contoso.com\" }", "25")]
    [InlineData("given", "{|SMTP001:25|}")]
    public Task Client_HandedToAPublicExtension_KeepsItsHost(string client, string port) => Connection.FileAsync($$"""
        using System.Net.Mail;

        public static class Clients
        {
            public static SmtpClient On(this SmtpClient client, int port) { client.Port = port; return client; }
            public static void SendOn(this SmtpClient client, int port, MailMessage m) { client.Port = port; client.Send(m); }
        }

        public class Mailer
        {
            public void Configure(SmtpClient given, MailMessage m) => {{client}}.On({{port}}).Send(m);
            public void Use(SmtpClient given, MailMessage m) => {{client}}.SendOn({{port}}, m);
        }
        """);

    /// <summary>What may be another method does not say what it does to the client: the port is reported where it is handed over.</summary>
    [Fact]
    public Task Client_HandedToAMethodThatMayBeReplaced_IsReportedAtTheCall() => Connection.FileAsync("""
        using System.Net.Mail;

        public class Mailer
        {
            protected virtual void Configure(SmtpClient client, int port) => client.Port = port;
            public void Send(MailMessage m) { var c = new SmtpClient("mail.contoso.com"); Configure(c, {|SMTP001:25|}); c.Send(m); }
        }
        """);

    [Fact]
    public async Task Login_GivenByTheCaller_Counts()
    {
        foreach (var (member, get) in Ways)
            await MailerAsync(member.Replace("MADE", "new SmtpClient(host, 587) { EnableSsl = true }"), get + " c.Credentials = l;");
    }

    [Fact]
    public async Task TwentyFive_GivenByTheCaller_IsReportedThere()
    {
        foreach (var (member, get) in Ways)
        {
            await MailerAsync(
                member.Replace("MADE", "new SmtpClient(host, 587) { EnableSsl = true, Credentials = l }").Replace("static ", ""),
                get + " c.Port = {|SMTP001:25|};");
        }
    }

    [Fact]
    public async Task LocalHost_GivenByTheCaller_Counts()
    {
        foreach (var (member, get) in Ways)
            await MailerAsync(member.Replace("MADE", "new SmtpClient(host)"), get + " c.Host = \"localhost\";");
    }

    [Theory]
    [InlineData("new SmtpClient(\"mail.contoso.com\").On(587).Secure(l)")]
    [InlineData("new SmtpClient(\"mail.contoso.com\").Secure(l).On(587)")]
    [InlineData("new SmtpClient(\"mail.contoso.com\", 587).Secure(l)")]
    [InlineData("new SmtpClient(\"mail.contoso.com\").On({|SMTP001:25|}).Secure(l)")]
    [InlineData("{|SMTP002:new SmtpClient(\"mail.contoso.com\")|}.Secure(l)")]
    public Task Fluent(string made) => Connection.TypesAsync($$"""
        static class X
        {
            public static SmtpClient On(this SmtpClient c, int port) { c.Port = port; return c; }
            public static SmtpClient Secure(this SmtpClient c, System.Net.ICredentialsByHost l)
            {
                c.EnableSsl = true;
                c.Credentials = l;
                return c;
            }
        }
        class Mailer(System.Net.ICredentialsByHost l) { public void A() { using var c = {{made}}; c.Send(new()); } }
        """);

    [Theory]
    [InlineData("private readonly Func<SmtpClient> _make = () => new SmtpClient(\"mail.contoso.com\");", "_make()")]
    [InlineData("private readonly Lazy<SmtpClient> _c = new(() => new SmtpClient(\"mail.contoso.com\"));", "_c.Value")]
    [InlineData("private readonly SmtpClient[] _c = { new(\"mail.contoso.com\") };", "_c[0]")]
    public async Task Kept_ClientGetsItsPortElsewhere(string member, string get)
    {
        await MailerAsync(member, "var c = " + get + "; c.Port = 587; c.EnableSsl = true; c.Credentials = l;");
        await MailerAsync(
            member.Replace("new(\"", "{|SMTP002:new(\"").Replace("new SmtpClient(\"", "{|SMTP002:new SmtpClient(\"")
                .Replace("\")", "\")|}"),
            "var c = " + get + "; c.EnableSsl = true; c.Credentials = l;");
    }

    [Fact]
    public Task Calls_OfOneMethodGiveObjectsOfTheirOwn() => Connection.TypesAsync("""
        class Relay { public string Host = ""; public int Port; }
        class Mailer(System.Net.ICredentialsByHost l)
        {
            private static Relay Get(string host, int port) => new() { Host = host, Port = port };
            public void A()
            {
                var near = Get("localhost", 25);
                var far = Get("mail.contoso.com", 587);
                using var c = new SmtpClient(far.Host, far.Port) { EnableSsl = true, Credentials = l };
                c.Send(new());
            }
        }
        """);

    private static Task MailerAsync(string member, string statements) => Connection.TypesAsync($$"""
        class Mailer(System.Net.ICredentialsByHost l)
        {
            {{member}}
            public void A() { {{statements}} c.Send(new()); }
        }
        """);
}
