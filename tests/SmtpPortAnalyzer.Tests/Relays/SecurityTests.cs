using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Relays;

public class SecurityTests
{
    private static Task SystemNetMail(string statements) => Relay.StatementsAsync(statements, "SMTP006");

    private static Task MailKit(string statements) => Relay.MailKitAsync(statements, "SMTP006");

    [Theory]
    [InlineData("""var c = {|SMTP005:new SmtpClient("smtp.contoso.com", 587)|}; c.Send(message);""")]
    [InlineData("""var c = {|SMTP005:new SmtpClient(host, 587)|}; c.Send(message);""")]
    [InlineData("""var c = {|SMTP005:new SmtpClient("smtp.contoso.com") { Port = 2525 }|}; c.Send(message);""")]
    [InlineData("""var c = {|SMTP005:new SmtpClient("smtp.contoso.com")|}; c.Port = 2587; c.Send(message);""")]
    [InlineData("""SmtpClient c = {|SMTP005:new("smtp.contoso.com", 587)|}; c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = {|SMTP005:false|} }; c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", 587); c.EnableSsl = {|SMTP005:false|}; c.Send(message);""")]
    [InlineData(
        """const bool Ssl = false; var c = new SmtpClient("smtp.contoso.com", 587); c.EnableSsl = {|SMTP005:Ssl|}; c.Send(message);""")]
    [InlineData(
        """var c = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true }; c.EnableSsl = {|SMTP005:false|}; c.Send(message);""")]
    [InlineData("""new SmtpClient("smtp.contoso.com", {|SMTP005:465|}) { EnableSsl = true }.Send(message);""")]
    [InlineData("""new SmtpClient("smtp.contoso.com", {|SMTP005:2465|}).Send(message);""")]
    [InlineData("""new SmtpClient("smtp.contoso.com") { EnableSsl = true, Port = {|SMTP005:465|} }.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", 587); if (flag) c.EnableSsl = {|SMTP005:false|}; c.Send(message);""")]
    [InlineData(
        """var c = {|SMTP005:new SmtpClient(host, 587)|}; if (flag) { c.DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory; """ +
        """c.EnableSsl = true; } c.Send(message);""")]
    [InlineData(
        """var c = {|SMTP005:new SmtpClient()|}; c.Port = 587; if (flag) { c.Host = "localhost"; c.EnableSsl = true; } else { c.Host """ +
        """= "smtp.contoso.com"; } c.Send(message);""")]
    public Task SystemNetMail_WrongOnEveryWay_Reports(string statements) => SystemNetMail(statements);

    [Theory]
    [InlineData("""new SmtpClient("smtp.contoso.com", {|SMTP001:flag ? 587 : 25|}).Send(message);""")]
    [InlineData(
        """int port = flag ? 587 : 25; new SmtpClient("smtp.contoso.com", {|SMTP001:port|}) { EnableSsl = false }.Send(message);""")]
    [InlineData("""var c = {|SMTP002:new SmtpClient("smtp.contoso.com")|}; if (flag) c.Port = 587; c.Send(message);""")]
    public Task SystemNetMail_ThatMayBeOnPort25_HasThatFindingAlone(string statements) => Relay.StatementsAsync(statements);

    [Theory]
    [InlineData("""var c = {|SMTP006:{|SMTP005:new SmtpClient("smtp.contoso.com", flag ? 587 : 2525)|}|}; c.Send(message);""")]
    [InlineData(
        """var c = {|SMTP006:{|SMTP005:new SmtpClient(flag ? "smtp.contoso.com" : "localhost", flag ? 587 : 25)|}|}; c.Send(message);""")]
    public Task SystemNetMail_ThatIsOnPort25OnlyOnThisMachine_Reports(string statements) => Relay.StatementsAsync(statements);

    [Theory]
    [InlineData("""new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true }.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", 587); c.EnableSsl = true; c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = flag }; c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", 587); if (flag) c.EnableSsl = true; c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", configuration.GetValue("Smtp:Port", 587)); c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", int.Parse(configuration["Port"]!)); c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("localhost", 587); c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("10.0.0.4", 2525); c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("smtp.contoso.com", 8025); c.Send(message);""")]
    [InlineData(
        """var c = new SmtpClient("smtp.contoso.com", 587) { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory }; """ +
        """c.Send(message);""")]
    [InlineData(
        """var c = new SmtpClient("smtp.contoso.com", 587) { DeliveryMethod = SmtpDeliveryMethod.PickupDirectoryFromIis, EnableSsl = """ +
        """false }; c.Send(message);""")]
    [InlineData(
        """var c = new SmtpClient(); c.Port = 587; if (flag) { c.Host = "localhost"; } else { c.Host = "smtp.contoso.com"; c.EnableSsl """ +
        """= true; } c.Send(message);""")]
    public Task SystemNetMail_RightOrUnknown_IsSilent(string statements) => SystemNetMail(statements);

    [Theory]
    [InlineData("""client.Connect(host, 587, {|SMTP005:SecureSocketOptions.None|});""")]
    [InlineData("""await client.ConnectAsync(host, 2525, {|SMTP005:SecureSocketOptions.None|}, token);""")]
    [InlineData("""client.Connect(host, 587, {|SMTP005:SecureSocketOptions.SslOnConnect|});""")]
    [InlineData("""client.Connect(host, 587, {|SMTP005:true|});""")]
    [InlineData("""client.Connect(useSsl: {|SMTP005:true|}, port: 587, host: host);""")]
    [InlineData("""client.Connect(host, 465, {|SMTP005:SecureSocketOptions.StartTls|});""")]
    [InlineData("""client.Connect(host, 465, {|SMTP005:SecureSocketOptions.StartTlsWhenAvailable|});""")]
    [InlineData("""client.Connect(host, 465, {|SMTP005:false|});""")]
    [InlineData("""client.Connect(host, 465, {|SMTP005:SecureSocketOptions.None|});""")]
    [InlineData("""client.Connect(host, 2465, {|SMTP005:SecureSocketOptions.Auto|});""")]
    [InlineData("""{|SMTP005:client.Connect(host, 2465)|};""")]
    [InlineData("""client.Connect({|SMTP005:new Uri("smtps://smtp.contoso.com:587")|});""")]
    [InlineData("""client.Connect({|SMTP005:new Uri("smtp://smtp.contoso.com:465")|});""")]
    [InlineData("""client.Connect({|SMTP005:new Uri("smtp://smtp.contoso.com:587/?starttls=never")|});""")]
    [InlineData("""var o = SecureSocketOptions.None; client.Connect(host, 587, {|SMTP005:o|});""")]
    public Task MailKit_Wrong_Reports(string statements) => MailKit(statements);

    [Theory]
    [InlineData("""client.Connect(host, 587);""")]
    [InlineData("""client.Connect(host, 587, SecureSocketOptions.StartTls);""")]
    [InlineData("""client.Connect(host, 587, SecureSocketOptions.StartTlsWhenAvailable);""")]
    [InlineData("""client.Connect(host, 587, SecureSocketOptions.Auto);""")]
    [InlineData("""client.Connect(host, 587, false);""")]
    [InlineData("""client.Connect(host, 587, options);""")]
    [InlineData("""client.Connect(host, 587, flag);""")]
    [InlineData("""client.Connect(host, 587, flag ? SecureSocketOptions.StartTls : SecureSocketOptions.None);""")]
    [InlineData("""client.Connect(host, 465);""")]
    [InlineData("""client.Connect(host, 465, true);""")]
    [InlineData("""client.Connect(host, 465, SecureSocketOptions.SslOnConnect);""")]
    [InlineData("""client.Connect(host, 2465, SecureSocketOptions.SslOnConnect);""")]
    [InlineData("""client.Connect(host, 0, SecureSocketOptions.SslOnConnect);""")]
    [InlineData("""client.Connect("localhost", 587, SecureSocketOptions.None);""")]
    [InlineData("""client.Connect(System.IO.Stream.Null, host, 587, SecureSocketOptions.None);""")]
    [InlineData("""client.Connect(new Uri("smtps://smtp.contoso.com"));""")]
    [InlineData("""client.Connect(new Uri("smtp://smtp.contoso.com:587"));""")]
    public Task MailKit_RightOrUnknown_IsSilent(string statements) => MailKit(statements);

    /// <summary>More ways than are kept apart: of the ports that one of them then has, each counts.</summary>
    [Theory]
    [InlineData("2525", "{|SMTP005:false|}")]
    [InlineData("8025", "{|SMTP005:false|}")]
    [InlineData("kind", "{|SMTP005:false|}")]
    [InlineData("2525", "flag")]
    public Task ManyWays_AreJoined(string oneOfThem, string ssl) => Relay.TypesAsync(
        "class C { void M(int kind, bool flag) { int way = 0, port; switch (kind) { "
        + string.Concat(Enumerable.Range(0, 30).Select(i => $"case {i}: way = {i}; port = {(i == 19 ? oneOfThem : "587")}; break; "))
        + "default: port = 587; break; } new SmtpClient(\"smtp.contoso.com\", port) { EnableSsl = " + ssl
        + ", UseDefaultCredentials = true }.Send(\"\", \"\", \"\", way.ToString()); } }");

    [Fact]
    public Task Imap_IsSilent() => Relay.MailKitTypesAsync("""
        class C
        {
            void M(MailKit.Net.Imap.ImapClient client) => client.Connect("imap.contoso.com", 587, SecureSocketOptions.None);
        }
        """);

    [Fact]
    public Task PortOfACaller_Reports() => Relay.TypesAsync("""
        class Mailer
        {
            private readonly SmtpClient _client;
            public Mailer(string host, int port) { _client = {|SMTP005:new SmtpClient(host, port)|}; _client.Credentials = CredentialCache.DefaultNetworkCredentials; }
            public void Send(MailMessage message) => _client.Send(message);
        }
        class C { Mailer M() => new Mailer("smtp.contoso.com", 587); }
        """);

    [Fact]
    public Task FlagOfACaller_Reports() => Relay.TypesAsync("""
        class Mailer(bool ssl)
        {
            public void Send(MailMessage message) => new SmtpClient("smtp.contoso.com", 587) { EnableSsl = {|SMTP005:ssl|}, UseDefaultCredentials = true }.Send(message);
        }
        class C { Mailer M() => new Mailer(false); }
        """);

    [Fact]
    public Task FieldThatAnotherMethodSecures_IsSilent() => Relay.TypesAsync("""
        class Mailer
        {
            private readonly SmtpClient _client = new SmtpClient("smtp.contoso.com", 587);
            public void Start() { _client.EnableSsl = true; _client.UseDefaultCredentials = true; }
            public void Send(MailMessage message) => _client.Send(message);
        }
        """);

    [Theory]
    [InlineData("private SmtpClient _other; public void Start() { _other = _client; } public void Secure() { _other.EnableSsl = true; }")]
    [InlineData("public SmtpClient Client => _client;")]
    [InlineData("public void Start(List<SmtpClient> all) { all.Add(_client); }")]
    public Task FieldWhoseClientGoesElsewhere_IsSilent(string members) => Relay.TypesAsync($$"""
        #nullable disable
        class Mailer
        {
            private readonly SmtpClient _client = new SmtpClient("smtp.contoso.com", 587);
            {{members}}
            public void Send(MailMessage message) => _client.Send(message);
        }
        """);

    [Fact]
    public Task FieldWhoseClientOnlySends_Reports() => Relay.TypesAsync("""
        class Mailer
        {
            private readonly SmtpClient _client = {|SMTP006:{|SMTP005:new SmtpClient("smtp.contoso.com", 587)|}|};
            public void Send(MailMessage message) { _client.Timeout = 1000; _client.Send(message); }
        }
        """);

    [Fact]
    public Task ClientThatACallerSecures_IsSilent() => Relay.TypesAsync("""
        class Mailer
        {
            private static SmtpClient Create() => new SmtpClient("smtp.contoso.com", 587);
            public void Send(MailMessage message) { var c = Create(); c.EnableSsl = true; c.Credentials = new NetworkCredential(message.Subject, message.Body); c.Send(message); }
        }
        """);

    [Fact]
    public Task ClientThatAMethodOfOursSecures_IsSilent() => Relay.TypesAsync("""
        class Mailer
        {
            static void Secure(SmtpClient client) { client.EnableSsl = true; client.UseDefaultCredentials = true; }
            public void Send(MailMessage message) { var c = new SmtpClient("smtp.contoso.com", 587); Secure(c); c.Send(message); }
        }
        """);

    /// <summary>A field of its own type that nobody sets is a constant in all but name.</summary>
    [Theory]
    [InlineData("private int _port = 0x24b;", "", "{|SMTP005:false|}")]
    [InlineData("private static int _port = 587;", "", "{|SMTP005:false|}")]
    [InlineData("int _port = 587;", "public int Port => _port;", "{|SMTP005:false|}")]
    [InlineData("public int _port = 587;", "", "false")]
    [InlineData("internal int _port = 587;", "", "false")]
    [InlineData("private int _port = 587;", "public int Port { set { _port = value; } }", "false")]
    [InlineData("private int _port = 587;", "public void Read(string text) => int.TryParse(text, out _port);", "false")]
    [InlineData("private int _port = 587;", "public ref int Port => ref _port;", "false")]
    [InlineData("private int _port = 587;", "public Mailer() { } public Mailer(int port) => _port = port;", "false")]
    [InlineData("[System.ComponentModel.DefaultValue(25)] private int _port = 587;", "", "false")]
    [InlineData("private int _port;", "", "false")]
    public Task PortInAFieldThatNobodySets_Reports(string field, string members, string flag) => Relay.TypesAsync($$"""
        class Mailer
        {
            {{field}}
            {{members}}
            public void Send(MailMessage message)
            {
                var client = new SmtpClient { Host = "smtp.contoso.com", Port = _port, EnableSsl = {{flag}}, UseDefaultCredentials = true };
                client.Send(message);
            }
        }
        """);

    [Fact]
    public Task ReadOnlyFlag_Reports() => Relay.TypesAsync("""
        class Mailer
        {
            private readonly bool _ssl = false;
            public void Send(MailMessage message) { var c = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = {|SMTP005:_ssl|}, UseDefaultCredentials = true }; c.Send(message); }
        }
        """);

    [Fact]
    public Task SettableFlag_IsSilent() => Relay.TypesAsync("""
        class Mailer
        {
            public bool Ssl { get; set; } = false;
            public void Send(MailMessage message) { var c = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = Ssl, UseDefaultCredentials = true }; c.Send(message); }
        }
        """);

    [Fact]
    public Task DerivedClient_ThatSecuresItself_IsSilent() => Relay.TypesAsync("""
        class Mailer : SmtpClient
        {
            public Mailer() : base("smtp.contoso.com", 587) { EnableSsl = true; UseDefaultCredentials = true; }
        }
        class C { void M(MailMessage message) => new Mailer().Send(message); }
        """);

    [Theory]
    [InlineData("", "{|SMTP006:{|SMTP005:", "|}|}")]
    [InlineData(
        """<configuration><system.net><mailSettings><smtp><network enableSsl="true" userName="u" """ +
        """password="p"/></smtp></mailSettings></system.net></configuration>""", "", "")]
    public Task NetFramework_MailSettings_Decide(string config, string open, string close) => Relay.FileAsync(
        $$"""
        using System.Net.Mail;
        class C { void M(MailMessage message) { var c = {{open}}new SmtpClient("smtp.contoso.com", 587){{close}}; c.Send(message); } }
        """,
        TestReferences.Net472,
        // What the file itself says is another finding, with tests of its own.
        disabled: ["SMTP004", "SMTP009"],
        more: test => test.TestState.AdditionalFiles.Add(("/web.config", config)));

    [Theory]
    [InlineData("true", "azure_subscription = enterprise_agreement", "{|SMTP005:", "|}")]
    [InlineData("auto", "azure_subscription = unknown", "", "")]
    [InlineData("true", "excluded_hosts = smtp.contoso.com", "", "")]
    public Task Situation_Decides(string targets, string option, string open, string close) => Relay.FileAsync(
        $$"""
        using System.Net.Mail;
        class C { void M(MailMessage message) { var c = {{open}}new SmtpClient("smtp.contoso.com", 587) { UseDefaultCredentials = true }{{close}}; c.Send(message); } }
        """,
        more: test =>
        {
            test.GlobalOptions["build_property.SmtpPortAnalyzerTargetsAzure"] = targets;
            test.GlobalOptions["smtp_port_analyzer." + option.Split(" = ")[0]] = option.Split(" = ")[1];
        });
}
