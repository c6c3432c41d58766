using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Relays;

public class PasswordTests
{
    [Theory]
    [InlineData(
        """new SmtpClient("smtp.contoso.com") { Credentials = new NetworkCredential("u", {|SMTP007:"hunter2"|}) }.Send(message);""")]
    [InlineData(
        """var c = new SmtpClient(host, 587); c.Credentials = new NetworkCredential("u", {|SMTP007:"hunter2"|}, "domain"); """ +
        """c.Send(message);""")]
    [InlineData(
        """var c = new SmtpClient(host); c.Credentials = new NetworkCredential { UserName = "u", Password = {|SMTP007:"hunter2"|} }; """ +
        """c.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", {|SMTP007:"Password1!"|}) }.Send(message);""")]
    [InlineData(
        """var login = new NetworkCredential("u", {|SMTP007:"hunter2"|}); var c = new SmtpClient(); c.Credentials = login; """ +
        """c.Send(message);""")]
    [InlineData(
        """var p = {|SMTP007:"hunter2"|}; var c = new SmtpClient(host) { Credentials = new NetworkCredential("u", p) }; """ +
        """c.Send(message);""")]
    [InlineData(
        """const string P = {|SMTP007:"hunter2"|}; var c = new SmtpClient(host) { Credentials = new NetworkCredential("u", P) }; """ +
        """c.Send(message);""")]
    [InlineData(
        """var c = new SmtpClient(host) { Credentials = new NetworkCredential("u", configuration["P"] ?? {|SMTP007:"hunter2"|}) }; """ +
        """c.Send(message);""")]
    [InlineData(
        """var c = new SmtpClient(host, configuration.GetValue<int>("Port")) { Credentials = new NetworkCredential("u", """ +
        """{|SMTP007:@"pa""ss1"|}) }; c.Send(message);""")]
    [InlineData(
        """var c = new SmtpClient(flag ? "localhost" : "smtp.contoso.com") { Credentials = new NetworkCredential("u", """ +
        """{|SMTP007:"hunter2"|}) }; c.Send(message);""")]
    public Task SystemNetMail_Literal_Reports(string statements) =>
        Relay.StatementsAsync(statements, "SMTP001", "SMTP002", "SMTP005", "SMTP006");

    [Theory]
    [InlineData("if (env.IsDevelopment()) Send();", false)]
    [InlineData("if (env.IsDevelopment()) Step();", false)]
    [InlineData("if (env.IsDevelopment()) Send(); else Send();", true)]
    [InlineData("if (!env.IsDevelopment()) Step();", true)]
    [InlineData("Send();", true)]
    public Task Method_UnderADevelopmentGuard_IsSilentWhereEachCallIs(string start, bool isReported) => Relay.TypesAsync($$"""
        class M(IHostEnvironment env)
        {
            void Start() { {{start}} }
            {{(start.Contains("Step") ? "void Step() => Send();" : "")}}
            void Send() => new SmtpClient("smtp.contoso.com", 587)
            {
                EnableSsl = true,
                Credentials = new NetworkCredential("u", {{(isReported ? "{|SMTP007:\"hunter2\"|}" : "\"hunter2\"")}}),
            }.Send(null);
        }
        """);

    [Theory]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", configuration["P"]) }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "<password>") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "${SMTP_PASSWORD}") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "{{password}}") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "YOUR_PASSWORD") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "changeme") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "Password") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "your-app-password") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "*****") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "yourpass") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "fromPassword") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "xxxxxx") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "пароль") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "ŞifreŞifreŞifre") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "contraseña") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "fakeEmailPassword1") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "dummy") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "Test") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "secret") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "changeit") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "todo") }.Send(message);""")]
    [InlineData("""new SmtpClient(host) { Credentials = new NetworkCredential("u", "placeholder") }.Send(message);""")]
    [InlineData("""new SmtpClient("localhost") { Credentials = new NetworkCredential("u", "hunter2") }.Send(message);""")]
    [InlineData("""var unused = new NetworkCredential("u", "hunter2"); new SmtpClient(host).Send(message);""")]
    [InlineData(
        """var h = new System.Net.Http.HttpClientHandler { Credentials = new NetworkCredential("u", "hunter2") }; new """ +
        """SmtpClient(host).Send(message);""")]
    public Task SystemNetMail_NoSecret_IsSilent(string statements) =>
        Relay.StatementsAsync(statements, "SMTP001", "SMTP002", "SMTP005", "SMTP006");

    [Theory]
    [InlineData("123")]
    [InlineData("admin")]
    [InlineData("test123")]
    [InlineData("secrets")]
    [InlineData("dummy-7fK2")]
    [InlineData("todo4you")]
    public Task WeakPassword_ThatMayBeInUse_Reports(string password) => Relay.StatementsAsync(
        $$"""new SmtpClient(host) { Credentials = new NetworkCredential("u", {|SMTP007:"{{password}}"|}) }.Send(message);""", "SMTP001",
        "SMTP002", "SMTP005", "SMTP006");

    [Theory]
    [InlineData("""client.Connect(host, 587); client.Authenticate(user, {|SMTP007:"hunter2"|});""")]
    [InlineData("""client.Connect(host, 587); await client.AuthenticateAsync(user, {|SMTP007:"hunter2"|}, token);""")]
    [InlineData("""client.Connect(host, 587); client.Authenticate(System.Text.Encoding.UTF8, user, {|SMTP007:"hunter2"|});""")]
    [InlineData("""client.Connect(host, 587); client.Authenticate(new NetworkCredential(user, {|SMTP007:"hunter2"|}));""")]
    [InlineData("""client.Connect(host, 587); client.Authenticate(new SaslMechanismPlain(user, {|SMTP007:"hunter2"|}));""")]
    [InlineData(
        """client.Connect(host, 587); client.Authenticate(new SaslMechanismLogin(new NetworkCredential(user, {|SMTP007:"hunter2"|})));""")]
    [InlineData("""client.Connect(host, 587); client.Authenticate(password: {|SMTP007:"hunter2"|}, userName: user);""")]
    public Task MailKit_Literal_Reports(string statements) => Relay.MailKitAsync(statements);

    [Theory]
    [InlineData("""client.Connect(host, 587); client.Authenticate(user, password);""")]
    [InlineData("""client.Connect(host, 587); client.Authenticate("u", "PASSWORD");""")]
    [InlineData("""client.Connect("localhost", 587); client.Authenticate("u", "hunter2");""")]
    [InlineData("""client.Connect(host, 587); client.Authenticate(new NetworkCredential(user, password));""")]
    public Task MailKit_NoSecret_IsSilent(string statements) => Relay.MailKitAsync(statements);

    [Theory]
    [InlineData("private const string P = {|SMTP007:\"hunter2\"|};")]
    [InlineData("private readonly string P = {|SMTP007:\"hunter2\"|};")]
    [InlineData("private static readonly string P = {|SMTP007:\"hunter2\"|};")]
    [InlineData("private static string P { get; } = {|SMTP007:\"hunter2\"|};")]
    [InlineData("private string P => {|SMTP007:\"hunter2\"|};")]
    [InlineData("private readonly string P; public Mailer() => P = {|SMTP007:\"hunter2\"|};")]
    public Task Member_ReachesLogin_Reports(string member) => Relay.TypesAsync($$"""
        class Mailer
        {
            {{member}}
            public void Send(MailMessage message)
            {
                var c = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("u", P) };
                c.Send(message);
            }
        }
        """);

    [Fact]
    public Task Argument_ReachesLogin_Reports() => Relay.TypesAsync("""
        class Mailer
        {
            private readonly NetworkCredential _login;
            public Mailer(string user, string password) => _login = new NetworkCredential(user, password);
            public void Send(MailMessage message) => new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = _login }.Send(message);
        }
        class C { Mailer M() => new Mailer("u", {|SMTP007:"hunter2"|}); }
        """);

    [Fact]
    public Task Field_WithCredential_Reports() => Relay.MailKitTypesAsync("""
        class Mailer
        {
            private static readonly NetworkCredential s_login = new NetworkCredential("u", {|SMTP007:"hunter2"|});
            private readonly ISmtpClient _client;
            public Mailer(ISmtpClient client) => _client = client;
            public void Login() => _client.Authenticate(s_login);
        }
        """);

    [Fact]
    public Task Imap_IsSilent() => Relay.MailKitTypesAsync("""
        class C
        {
            void M(MailKit.Net.Imap.ImapClient imap, IMailService either, SmtpClient smtp)
            {
                imap.Authenticate("u", "hunter2");
                either.Authenticate("u", "hunter2");
            }
        }
        """);

    /// <summary>A password comes as a port does: also through a record, and through a member that another type implements.</summary>
    [Theory]
    [InlineData("record Login(string Password);", "class Start { C Make() => new(new Login({|SMTP007:\"hunter2\"|})); }")]
    [InlineData("record Login(string Password);", "class Start { C Make(string password) => new(new Login(password)); }")]
    [InlineData(Contract, "class Own : Login { public string Password => {|SMTP007:\"hunter2\"|}; }")]
    [InlineData(Contract, "class Own : Login { public string Password { get; } = {|SMTP007:\"hunter2\"|}; }")]
    [InlineData(Contract, "class Own(string password) : Login { public string Password => password; }")]
    public Task Password_OfAnotherType(string login, string source) => Relay.TypesAsync($$"""
        {{login}}
        {{source}}
        class C(Login login)
        {
            public void Send(MailMessage message, string host) =>
                new SmtpClient(host, 587) { EnableSsl = true, Credentials = new NetworkCredential("u", login.Password) }.Send(message);
        }
        """);

    private const string Contract = "interface Login { string Password { get; } }";

    /// <summary>A call that leaves a parameter out adds nothing: the default is one text, in one place.</summary>
    [Theory]
    [InlineData("SmtpClient Get(string p = {|SMTP007:\"hunter2\"|}) => Make(p); void A() => Get(); void B() => Get();")]
    [InlineData("void A() { Get().Send(null!); SmtpClient Get(string p = {|SMTP007:\"hunter2\"|}) => Make(p); }")]
    [InlineData("static SmtpClient Get(string p = {|SMTP007:\"hunter2\"|}) => Make(p); void A() => Get({|SMTP007:\"hunter3\"|});")]
    [InlineData("class Box { public Box(string p = {|SMTP007:\"hunter2\"|}) => Make(p); } void A() => _ = new Box();")]
    public Task DefaultOfAParameter_IsReportedWhereItStands(string members) => Relay.TypesAsync($$"""
        class C
        {
            static SmtpClient Make(string p) =>
                new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("u", p) };
            {{members}}
        }
        """);
}
