using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Calls;

/// <summary>A switch that is the same in every object, or in every call, decides; one that may be something else does not.</summary>
public class SettledFlagTests
{
    private const string Choice = "new SmtpClient(\"mail.contoso.com\", plain ? 25 : 587)";
    private const string Reported = "new SmtpClient(\"mail.contoso.com\", {|SMTP001:plain ? 25 : 587|})";

    [Theory]
    [InlineData("private readonly bool plain = false;")]
    [InlineData("private bool plain = false;")]
    [InlineData("private static readonly bool plain = false;")]
    [InlineData("private bool plain { get; } = false;")]
    [InlineData("private readonly bool plain; public Mailer() { plain = false; }")]
    [InlineData("private readonly bool plain; internal Mailer(bool p) => plain = p; static Mailer Make() => new(false);")]
    [InlineData("private readonly bool plain = true; public Mailer() { plain = false; }")]
    public Task Silent_WhereTheSwitchIsNeverOn(string member) => MailerAsync(member, Choice);

    [Theory]
    [InlineData("private bool plain = false; public void Toggle() => plain = !plain;")]
    [InlineData("public bool plain { get; set; } = false;")]
    [InlineData("public bool plain { get; init; } = false;")]
    [InlineData("private readonly bool plain; internal Mailer(bool p) => plain = p; Mailer Other(bool p) => new(p);")]
    [InlineData("private readonly bool plain = true; public Mailer(string s) { if (s == \"\") plain = false; }")]
    [InlineData("private bool plain = false; public Mailer(string s) => bool.TryParse(s, out plain);")]
    [InlineData("private readonly bool plain; internal Mailer(bool p) => plain = p; Mailer A() => new(false); Mailer B() => new(true);")]
    public Task Reported_WhereTheSwitchMayBeOn(string member) => MailerAsync(member, Reported);

    [Theory]
    [InlineData("private readonly string _kind = \"tls\";", Kind)]
    [InlineData("private string _kind = \"tls\";", Kind)]
    [InlineData("private string _kind { get; } = \"tls\";", Kind)]
    [InlineData("private readonly string _kind; public Mailer() { _kind = \"tls\"; }", Kind)]
    [InlineData("private readonly string _kind = \"plain\";", ReportedKind)]
    [InlineData("private string _kind = \"tls\"; public void Toggle() => _kind = \"plain\";", ReportedKind)]
    [InlineData("public string _kind { get; set; } = \"tls\";", ReportedKind)]
    [InlineData("public string _kind { get; private set; } = \"tls\";", ReportedKind)]
    [InlineData("private readonly string _kind; public Mailer(string kind) => _kind = kind;", ReportedKind)]
    public Task Texts(string member, string choice) => MailerAsync(member, choice);

    private const string Kind = "new SmtpClient(\"mail.contoso.com\", _kind == \"plain\" ? 25 : 587)";
    private const string ReportedKind = "new SmtpClient(\"mail.contoso.com\", {|SMTP001:_kind == \"plain\" ? 25 : 587|})";

    /// <summary>Other assemblies make objects of a public type as well.</summary>
    [Fact]
    public Task Reported_WhereOthersMayMakeTheObject() => Connection.TypesAsync($$"""
        public class Mailer
        {
            private readonly bool plain;
            public Mailer(bool p) => plain = p;
            static Mailer Make() => new(false);
            public void Go() { {{Use(Reported)}} }
        }
        """);

    /// <summary>What a field begins with counts where a constructor leaves it as it is.</summary>
    [Fact]
    public Task Reported_WhereAConstructorMayLeaveItOff() => MailerAsync(
        "private readonly bool tls; public Mailer(string s) { if (s == \"\") tls = true; }",
        "new SmtpClient(\"mail.contoso.com\", {|SMTP001:tls ? 587 : 25|})");

    [Theory]
    [InlineData("new Mailer(false)", Choice)]
    [InlineData("new Mailer(flag)", Reported)]
    [InlineData("new Mailer(true)", Reported)]
    public Task PrimaryConstructors(string made, string choice) => Connection.TypesAsync($$"""
        internal class Mailer(bool plain) { public void Go() { {{Use(choice)}} } }
        static class Program { static Mailer Make(bool flag) => {{made}}; }
        """);

    [Theory]
    [InlineData("", Choice)]
    [InlineData("public void Switch() => plain = true;", Reported)]
    public Task ParametersOfPrimaryConstructors_ThatMembersSet(string member, string choice) => Connection.TypesAsync($$"""
        internal class Mailer(bool plain) { public void Go() { {{Use(choice)}} } {{member}} }
        static class Program { static Mailer Make() => new(false); }
        """);

    [Theory]
    [InlineData("true", "new SmtpClient(e.Host, e.Port)")]
    [InlineData("false", "new SmtpClient(e.Host, {|SMTP001:e.Port|})")]
    [InlineData("flag", "new SmtpClient(e.Host, {|SMTP001:e.Port|})")]
    public Task ObjectsWithASwitch(string argument, string made) => Connection.TypesAsync($$"""
        public class Endpoint(bool tls)
        {
            public string Host => tls ? "smtp.contoso.com" : "mail.contoso.com";
            public int Port { get { if (tls) return 587; return 25; } }
        }
        public class Mailer { public void Go(bool flag) { var e = new Endpoint({{argument}}); {{Use(made)}} } }
        """.Replace("return 25", argument == "true" ? "return 25" : "return {|SMTP001:25|}").Replace("{|SMTP001:e.Port|}", "e.Port"));

    [Theory]
    [InlineData("true", "25", "e.Backup")]
    [InlineData("false", "{|SMTP001:25|}", "{|SMTP001:e.Backup|}")]
    public Task ObjectsWithASwitch_InAField(string argument, string port, string backup) => Connection.TypesAsync($$"""
        public class Endpoint
        {
            private readonly bool tls;
            public Endpoint(bool secure) { tls = secure; Backup = secure ? 587 : 25; }
            public int Port => tls ? 587 : {{port}};
            public int Backup { get; }
        }
        public class Mailer
        {
            private readonly Endpoint e = new({{argument}});
            public void Go() { {{Use("new SmtpClient(\"mail.contoso.com\", e.Port)")}} }
            public void Again() { {{Use("new SmtpClient(\"mail.contoso.com\", " + backup + ")")}} }
        }
        """);

    [Theory]
    [InlineData("false", "25")]
    [InlineData("true", "{|SMTP001:25|}")]
    public Task ObjectsThatAreHandedOver(string plain, string port) => Connection.TypesAsync($$"""
        internal class Account
        {
            private readonly bool _plain;
            internal Account(bool plain = false) { _plain = plain; }
            public int Port => _plain ? {{port}} : 587;
        }
        internal class Mailer
        {
            public void Go() { Send(new Account()); Send(new Account(plain: {{plain}})); }
            private void Send(Account account) { {{Use("new SmtpClient(\"mail.contoso.com\", account.Port)")}} }
        }
        """);

    [Fact]
    public Task Callers_ThatHandASwitchOn() => MailerAsync(
        "public void A() { Outer(false); Outer(false); } private void Outer(bool on) => Inner(on); private void Inner(bool plain) { "
        + Use(Choice) + " }", "null!");

    [Fact]
    public Task Callers_ThatHandAnUnknownSwitchOn() => MailerAsync(
        "public void A(bool b) { Outer(false); Outer(b); } private void Outer(bool on) => Inner(on); private void Inner(bool plain) { "
        + Use(Reported) + " }", "null!");

    [Theory]
    [InlineData("Go(\"1\", false);", Choice)]
    [InlineData("Go(\"1\", true);", Reported)]
    public Task ManyCallers_WithTextsOfTheirOwn(string last, string choice) => MailerAsync(
        "public void A() { " + string.Concat(Enumerable.Range(0, 20).Select(call => $"Go(\"subject {call}\", false); ")) + last + " } "
        + "private void Go(string subject, bool plain) { " + Use(choice) + " }", "null!");

    [Theory]
    [InlineData("Go(587);", "port ??= 25;")]
    [InlineData("Go(null);", "port ??= {|SMTP003:25|};")]
    public Task NullableParameters_ThatAreFilledIn(string call, string filled) => MailerAsync(
        "public void A() { Go(2525); " + call + " } private void Go(int? port) { " + filled
        + Use("new SmtpClient(\"mail.contoso.com\", port.Value)") + " }", "null!");

    [Theory]
    [InlineData("(plain, text) switch { (true, _) => 25, _ => 587 }")]
    [InlineData("(text, plain) switch { (\"tls\", false) => 587, _ => 25 }")]
    public Task Choices_ByBoth(string choice) => MailerAsync(
        "public void A() => Go(\"tls\", false); private void Go(string text, bool plain) { "
        + Use($"new SmtpClient(\"mail.contoso.com\", {choice})") + " }", "null!");

    [Theory]
    [InlineData("Go(587, 2525);")]
    [InlineData("Go(587, {|SMTP001:25|});")]
    [InlineData("Go([587, {|SMTP001:25|}]);")]
    public Task ListsOfPorts_ThatCallersHandOver(string call) => MailerAsync(
        "public void A() { " + call + " } private void Go(params int[] ports) { foreach (var port in ports) { "
        + Use("new SmtpClient(\"mail.contoso.com\", port)") + " } }", "null!");

    [Theory]
    [InlineData("var kind = text.ToLowerInvariant(); switch (kind) { case \"tls\": port = 587; break; default: port = 25; break; }")]
    [InlineData("var kind = (text); port = kind == \"tls\" ? 587 : 25;")]
    public Task Locals_ThatAreWhatIsHandedOver(string chosen) => MailerAsync(
        "public void A() => Go(\"tls\"); private void Go(string text) { int port; " + chosen
        + Use("new SmtpClient(\"mail.contoso.com\", port)") + " }", "null!");

    /// <summary>What the object itself turns on later is not what it was made with.</summary>
    [Theory]
    [InlineData("class Relay(bool plain) { public void UsePlain() => plain = true; public int Port => plain ? {|SMTP001:25|} : 587; }")]
    [InlineData(
        "class Relay { bool _plain; public Relay(bool plain) => _plain = plain; public void UsePlain() => _plain = true; " +
        "public int Port => _plain ? {|SMTP001:25|} : 587; }")]
    public Task Reported_WhereTheObjectTurnsItOnLater(string relay) => Connection.TypesAsync($$"""
        {{relay}}
        internal class Mailer
        {
            private readonly Relay _relay = new(false);
            public Mailer(bool old) { if (old) _relay.UsePlain(); }
            public void Go() { {{Use("new SmtpClient(\"mail.contoso.com\", _relay.Port)")}} }
        }
        """);

    /// <summary>A derived type that writes no call of the constructor takes its default.</summary>
    [Fact]
    public Task Reported_WhereADerivedTypeTakesTheDefault() => Connection.TypesAsync($$"""
        internal abstract class Mailer
        {
            private readonly bool plain;
            protected Mailer(bool p = true) { plain = p; }
            public void Go() { {{Use(Reported)}} }
        }
        internal class First : Mailer { public First() : base(false) { } }
        internal class Second : Mailer { }
        """);

    /// <summary>Type arguments are no part of the method's name: each call's 25 is a place of its own.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("<string>")]
    public Task Calls_OfAGenericMethod_AreEachReported(string arguments) => MailerAsync(
        $"public void A() => Go{arguments}({{|SMTP001:25|}}, true); public void B() => Go{arguments}({{|SMTP001:25|}}, false); " +
        $"private void Go{(arguments.Length > 0 ? "<T>" : "")}(int port, bool log) {{ if (port == 0) port = 587; " +
        Use("new SmtpClient(\"mail.contoso.com\", port)") + " }", "null!");

    private static string Use(string made) =>
        $"var c = {made}; c.EnableSsl = true; c.Credentials = System.Net.CredentialCache.DefaultNetworkCredentials; c.Send(null!);";

    private static Task MailerAsync(string member, string made) => Connection.TypesAsync($$"""
        internal class Mailer
        {
            {{member}}
            public void Go() { {{Use(made).Replace("var c = null!", "SmtpClient c = null!")}} }
        }
        """);
}
