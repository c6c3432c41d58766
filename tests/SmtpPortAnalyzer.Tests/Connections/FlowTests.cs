using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

public class FlowTests
{
    [Theory]
    [InlineData("""var port = 25; new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""var port = 587; port = 25; new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""var port = flag ? 587 : 25; new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:flag ? 587 : 25|}).Send(message);""")]
    [InlineData("""int port; if (flag) port = 587; else port = 25; new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""var port = 587; while (Console.KeyAvailable) port = 25; new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    [InlineData(
        """int port; switch (host) { case "a": port = 587; break; default: port = 25; break; } new SmtpClient(host, """ +
        """{|SMTP001:port|}).Send(message);""")]
    [InlineData("""var port = host switch { "a" => 465, "b" => 587, _ => 25 }; new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""(string Host, int Port) relay = (host, 25); new SmtpClient(relay.Host, {|SMTP001:relay.Port|}).Send(message);""")]
    [InlineData("""var (name, port) = (host, 25); new SmtpClient(name, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""int.TryParse("25", out var port); new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:int.Parse("25")|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:Convert.ToInt32("25")|}).Send(message);""")]
    [InlineData("""object box = 25; if (box is int port) new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""void Send(int port) => new SmtpClient(host, port).Send(message); Send({|SMTP001:25|});""")]
    [InlineData("""var port = 25; Action send = () => new SmtpClient(host, {|SMTP001:port|}).Send(message); send();""")]
    [InlineData("""var client = {|SMTP002:new SmtpClient(host)|}; Task.Run(() => client.Send(message));""")]
    [InlineData("""var client = new SmtpClient(host, {|SMTP001:25|}); try { client.Send(message); } finally { client.Dispose(); }""")]
    [InlineData(
        """SmtpClient? client = null; try { client = new SmtpClient(host, {|SMTP001:25|}); client.Send(message); } catch """ +
        """(SmtpException) { } finally { client?.Dispose(); }""")]
    public Task Local_Holds25OnSomePath_Reports(string statements) => Connection.StatementsAsync(statements);

    [Theory]
    [InlineData("""var port = 25; port = 587; new SmtpClient(host, port).Send(message);""")]
    [InlineData("""var port = 25; if (flag) port = 587; else port = 465; new SmtpClient(host, port).Send(message);""")]
    [InlineData("""int port = 25; try { port = 465; } finally { port = 587; } new SmtpClient(host, port).Send(message);""")]
    [InlineData("""var port = 25; for (var i = 0; i < 1; i++) port = 587; new SmtpClient(host, port).Send(message);""")]
    [InlineData("""int.TryParse("587", out var port); new SmtpClient(host, port).Send(message);""")]
    [InlineData("""var port = 25; if (port == 25) port = 587; new SmtpClient(host, port).Send(message);""")]
    [InlineData("""var port = 25; port += 562; new SmtpClient(host, port).Send(message);""")]
    [InlineData("""object box = 25; if (box is string) new SmtpClient(host, 587).Send(message);""")]
    [InlineData(
        """var port = 25; var isRelay = host.Length > 3; if (isRelay) port = 587; if (isRelay) new SmtpClient(host, """ +
        """port).Send(message);""")]
    [InlineData(
        """SmtpClient Make() { try { var client = new SmtpClient(host); if (flag) client.EnableSsl = true; client.Port = 587; return """ +
        """client; } catch (Exception) { throw; } } Make().Send(message);""")]
    public Task Local_NeverHolds25AtTheConnection_IsSilent(string statements) => Connection.StatementsAsync(statements);

    [Fact]
    public Task Client_HandedToUnknownCodeBeforeItsPort_IsSilent() => Connection.MembersAsync("""
        void Delegated(string host, Action<SmtpClient> configure) { var client = new SmtpClient(host); configure(client); client.Send(null!); }
        void Interface(string host, IObserver<SmtpClient> configure) { var client = {|SMTP002:new SmtpClient(host)|}; configure.OnNext(client); client.Send(null!); }
        void After(string host, Action<SmtpClient> configure) { var client = new SmtpClient(host, {|SMTP001:25|}); configure(client); client.Send(null!); }
        void Checked(string host) { var client = {|SMTP002:new SmtpClient(host)|}; ArgumentNullException.ThrowIfNull(client); client.Send(null!); }
        """);

    [Fact]
    public Task Client_ConfiguredByMethodInSource_IsJudgedWithIt() => Connection.MembersAsync("""
        void Good(string host) { var client = new SmtpClient(host); SetPort(client); client.Send(null!); }
        void Bad(string host) { var client = {|SMTP002:new SmtpClient(host)|}; SetTls(client); client.Send(null!); }
        static void SetPort(SmtpClient client) => client.Port = 587;
        static void SetTls(SmtpClient client) => client.EnableSsl = true;
        """);

    [Fact]
    public Task Client_HandedToCodeThatIsNotFollowed_IsSilent() => Connection.MembersAsync("""
        void Start(string host) { var client = new SmtpClient(host); Configure(client, 3); client.Send(null!); }
        void Configure(SmtpClient client, int n) { if (n == 0) client.Port = 587; else Configure(client, n - 1); }
        void Local(string host) { void Set(SmtpClient c) { c.Port = 587; } var client = new SmtpClient(host); Set(client); client.Send(null!); }
        """);

    [Fact]
    public Task Client_InField_IsSilentWhereOtherCodeGivesAPort() => Connection.TypesAsync("""
        class Good
        {
            private readonly SmtpClient _client = new SmtpClient("mail.contoso.com");
            public Good() { _client.Port = 587; }
        }
        class Bad
        {
            private readonly SmtpClient _client = {|SMTP002:new SmtpClient("mail.contoso.com")|};
            public Bad() { _client.EnableSsl = true; }
        }
        class Twice
        {
            private readonly SmtpClient _client;
            public Twice(int port) => _client = new SmtpClient("mail.contoso.com", port);
            public Twice() => _client = new SmtpClient("mail.contoso.com", {|SMTP001:25|});
        }
        class Explicit
        {
            private readonly SmtpClient _client;
            public Explicit(SmtpClient client) { _client = client; _client.Port = {|SMTP001:25|}; }
        }
        """);

    [Fact]
    public Task Client_FromPrivateFactory_IsSilentWhereEveryCallerGivesAPort() => Connection.TypesAsync("""
        class Good
        {
            private static SmtpClient Make() => new SmtpClient("mail.contoso.com");
            void A() { var client = Make(); client.Port = 587; client.Send(null!); }
            void B() { var client = Make(); client.Port = 2525; client.Send(null!); }
        }
        class Bad
        {
            private static SmtpClient Make() => {|SMTP002:new SmtpClient("mail.contoso.com")|};
            void A() { var client = Make(); client.Port = 587; client.Send(null!); }
            void B() { var client = Make(); client.Send(null!); }
        }
        class Open
        {
            public static SmtpClient Make() => {|SMTP002:new SmtpClient("mail.contoso.com")|};
            void A() { var client = Make(); client.Port = 587; client.Send(null!); }
        }
        """);

    [Fact]
    public Task SettingsObject_OverwrittenBeforeAnybodySeesIt_IsSilent() => Connection.TypesAsync("""
        class Settings { public string Host { get; set; } = ""; public int Port { get; set; } }
        class Mailer
        {
            Settings Good(string host) { var s = new Settings { Host = host, Port = 25 }; s.Port = 587; return s; }
            Settings Bad(string host, bool flag) { var s = new Settings { Host = host, Port = {|SMTP001:25|} }; if (flag) s.Port = 587; return s; }
            void Send(Settings s) => new SmtpClient(s.Host, s.Port).Send(null!);
        }
        """);

    [Fact]
    public Task SettingsObject_UsedWhereItIsMade_ReportsThe25InIt() => Connection.TypesAsync("""
        class Settings { public string Host { get; set; } = ""; public int Port { get; set; } }
        class Mailer
        {
            void Made() { var s = new Settings { Host = "mail.contoso.com", Port = {|SMTP001:25|} }; new SmtpClient(s.Host, s.Port).Send(null!); }
            void Set() { var s = new Settings(); s.Port = {|SMTP001:25|}; new SmtpClient("mail.contoso.com", s.Port).Send(null!); }
            void Local() { var s = new Settings { Host = "localhost", Port = 25 }; new SmtpClient(s.Host, s.Port).Send(null!); }
            void Good() { var s = new Settings { Host = "mail.contoso.com", Port = 25 }; s.Port = int.Parse(s.Host); new SmtpClient(s.Host, s.Port).Send(null!); }
        }
        """);

    [Fact]
    public Task Record_CopiedWithOtherValues_HasThem() => Connection.TypesAsync("""
        record Relay { public string Host { get; init; } = "mail.contoso.com"; public int Port { get; init; } = 587; }
        class Mailer
        {
            void Local() { var relay = new Relay() with { Host = "localhost", Port = 25 }; Send(relay.Host, relay.Port); }
            void Kept() { var relay = new Relay { Host = "localhost" } with { Port = 25 }; Send(relay.Host, relay.Port); }
            void Copied(Relay relay) { var local = relay with { Host = "localhost", Port = 25 }; Send(local.Host, local.Port); }
            void Good() { var relay = new Relay { Port = 25 } with { Port = 587 }; Send(relay.Host, relay.Port); }
            void Bad() { var relay = new Relay() with { Port = {|SMTP001:25|} }; Send(relay.Host, relay.Port); }
            void Send(string host, int port) => new SmtpClient(host, port).Send(null!);
        }
        """);

    [Fact]
    public Task Port_SetOnManyWays_IsReportedWhereOneIs25() => Connection.StatementsAsync("""
        var port = 25;
        if (host == "a") port = 587;
        if (host == "b") port = 587;
        if (host == "c") port = 587;
        if (host == "d") port = 587;
        if (host == "e") port = 587;
        if (host == "f") port = 587;
        if (host == "g") port = 587;
        if (host == "h") port = 587;
        if (host == "i") port = 587;
        new SmtpClient(host, {|SMTP001:port|}).Send(message);
        """);

    [Theory]
    [InlineData("int* other = &port; *other = 587;", 0)]
    [InlineData("int* other = null; *other = 587;", 1)]
    public async Task Pointer_MayWriteToWhatItPointsTo(string statements, int findings)
    {
        var compilation = Findings.Compile($$"""
            using System.Net.Mail;

            class Mailer
            {
                unsafe SmtpClient Create()
                {
                    int port = 25;
                    {{statements}}
                    return new SmtpClient("mail.contoso.com", port);
                }
            }
            """);
        var found = await Findings.OfAsync(compilation.WithOptions(compilation.Options.WithAllowUnsafe(true)));
        Assert.Equal(findings, found.Count(finding => finding.Id == "SMTP001"));
    }
}
