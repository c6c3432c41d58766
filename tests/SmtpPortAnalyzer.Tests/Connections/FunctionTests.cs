using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>
/// Local functions, lambdas, delegates, and setters that were written by hand: what they change and return counts where they are called.
/// </summary>
public class FunctionTests
{
    [Theory]
    [InlineData("""var port = 587; void Plain() { port = 25; } Plain(); new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""var port = 587; void Plain() => port = 25; if (flag) Plain(); new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""int Port() => {|SMTP001:25|}; new SmtpClient(host, Port()).Send(message);""")]
    [InlineData("""int Port() { if (flag) return 587; return {|SMTP001:25|}; } new SmtpClient(host, Port()).Send(message);""")]
    [InlineData("""static int Same(int port) => port; new SmtpClient(host, Same({|SMTP001:25|})).Send(message);""")]
    [InlineData("""int A() => B(); int B() => {|SMTP001:25|}; new SmtpClient(host, A()).Send(message);""")]
    [InlineData("""Func<int> port = () => {|SMTP001:25|}; new SmtpClient(host, port()).Send(message);""")]
    [InlineData("""Func<int, int> same = p => p; new SmtpClient(host, same({|SMTP001:25|})).Send(message);""")]
    [InlineData("""var port = 587; Action plain = () => port = 25; plain(); new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""Action<int> send = p => new SmtpClient(host, p).Send(message); send({|SMTP001:25|});""")]
    [InlineData("""SmtpClient Make() => {|SMTP002:new SmtpClient(host)|}; Make().Send(message);""")]
    [InlineData("""SmtpClient Make(int port) => new SmtpClient(host, port); Make({|SMTP001:25|}).Send(message);""")]
    [InlineData("""var client = {|SMTP002:new SmtpClient(host)|}; void Tls() => client.EnableSsl = true; Tls(); client.Send(message);""")]
    [InlineData(
        """void Set(SmtpClient c, int port) => c.Port = port; var client = {|SMTP002:new SmtpClient(host)|}; if (flag) Set(client, """ +
        """587); client.Send(message);""")]
    public Task Function_Brings25ToTheConnection_Reports(string statements) => Connection.StatementsAsync(statements);

    [Theory]
    [InlineData("""var port = 25; void Relay() { port = 587; } Relay(); new SmtpClient(host, port).Send(message);""")]
    [InlineData(
        """var port = 25; void Relay() => Inner(); void Inner() => port = 587; Relay(); new SmtpClient(host, port).Send(message);""")]
    [InlineData("""int Port() => 587; new SmtpClient(host, Port()).Send(message);""")]
    [InlineData("""Func<int> port = () => 587; new SmtpClient(host, port()).Send(message);""")]
    [InlineData("""var port = 25; Action relay = () => port = 587; relay(); new SmtpClient(host, port).Send(message);""")]
    [InlineData("""var client = new SmtpClient(host); void Relay() => client.Port = 587; Relay(); client.Send(message);""")]
    [InlineData("""var client = new SmtpClient(host); void Set(int port) => client.Port = port; Set(587); client.Send(message);""")]
    [InlineData("""SmtpClient Make() => new SmtpClient(host); var client = Make(); client.Port = 587; client.Send(message);""")]
    [InlineData("""Func<SmtpClient> make = () => new SmtpClient(host); var client = make(); client.Port = 587; client.Send(message);""")]
    [InlineData("""void Set(SmtpClient c) => c.Port = 587; var client = new SmtpClient(host); Set(client); client.Send(message);""")]
    [InlineData("""int Down(int n) => n == 0 ? 587 : Down(n - 1); new SmtpClient(host, Down(3)).Send(message);""")]
    public Task Function_ChangesThePort_IsSilent(string statements) => Connection.StatementsAsync(statements);

    [Theory]
    [InlineData("""var port = 25; Action send = () => new SmtpClient(host, port).Send(message); port = 587; send();""")]
    [InlineData(
        """var port = 25; var run = new Thread(() => new SmtpClient(host, port).Send(message)); port = host.Length; run.Start();""")]
    [InlineData(
        """var port = 25; var set = new Thread(() => port = 587); var run = new Thread(() => new SmtpClient(host, """ +
        """port).Send(message)); set.Start(); run.Start();""")]
    [InlineData(
        """var port = 25; foreach (var c in host) { new Thread(() => new SmtpClient(host, port).Send(message)).Start(); port = c; }""")]
    [InlineData("""var client = new SmtpClient(host); Action send = () => client.Send(message); client.Port = host.Length; send();""")]
    [InlineData(
        """var port = 25; do { if (flag) port = host.Length; new Thread(() => new SmtpClient(host, port).Send(message)).Start(); } """ +
        """while (Console.KeyAvailable);""")]
    [InlineData(
        """var port = 25; while (Console.KeyAvailable) { if (flag) port = host.Length; new Thread(() => new SmtpClient(host, """ +
        """port).Send(message)).Start(); }""")]
    [InlineData("""var port = 25; for (; flag; port = host.Length) new Thread(() => new SmtpClient(host, port).Send(message)).Start();""")]
    [InlineData(
        """var port = 25; var run = new Thread(() => new SmtpClient(host, port).Send(message)); int.TryParse(host, out port); """ +
        """run.Start();""")]
    [InlineData("""var port = 25; var run = new Thread(() => new SmtpClient(host, port).Send(message)); port++; run.Start();""")]
    [InlineData(
        """var port = 25; var run = new Thread(() => new SmtpClient(host, port).Send(message)); (port, host) = (587, "b" + host); """ +
        """run.Start();""")]
    public Task Lambda_SeesWhatIsWrittenAfterIt_IsSilent(string statements) => Connection.StatementsAsync(statements);

    [Theory]
    [InlineData("""var port = 587; if (flag) port = 25; new Thread(() => new SmtpClient(host, {|SMTP001:port|}).Send(message)).Start();""")]
    [InlineData(
        """foreach (var c in host) { var port = 587; if (flag) port = 25; new Thread(() => new SmtpClient(host, """ +
        """{|SMTP001:port|}).Send(message)).Start(); }""")]
    [InlineData("""var client = {|SMTP002:new SmtpClient(host)|}; new Thread(() => client.Send(message)).Start(); client.Timeout = 25;""")]
    [InlineData(
        """var port = 587; foreach (var c in host) { if (flag) port = 25; } foreach (var c in host) new Thread(() => new """ +
        """SmtpClient(host, {|SMTP001:port|}).Send(message)).Start();""")]
    [InlineData(
        """while (flag) { int port = 587; if (host.Length > 3) port = 25; new Thread(() => new SmtpClient(host, """ +
        """{|SMTP001:port|}).Send(message)).Start(); }""")]
    [InlineData(
        """var port = 25; var other = 1; while (flag) { other = host.Length; new Thread(() => new SmtpClient(host, """ +
        """{|SMTP001:port|}).Send(message)).Start(); }""")]
    public Task Lambda_MadeAfterTheLastWrite_Reports(string statements) => Connection.StatementsAsync(statements);

    [Fact]
    public Task PartialMethod_IsItsOtherPart() => Connection.TypesAsync("""
        partial class Mailer
        {
            private readonly SmtpClient _client = new SmtpClient("mail.contoso.com");
            private partial int Port();
            partial void Configure();
            public Mailer() => Configure();
            void Send() => new SmtpClient("mail.contoso.com", Port()).Send(null!);
            void SendByField() => _client.Send(null!);
        }
        partial class Mailer
        {
            private partial int Port() => {|SMTP001:25|};
            partial void Configure() { _client.Port = 587; }
        }
        """);

    [Fact]
    public Task Delegate_OfAMethod_CallsIt() => Connection.MembersAsync("""
        void Good(string host) { Func<int> port = Relay; new SmtpClient(host, port()).Send(null!); }
        void Bad(string host) { Func<int> port = Plain; new SmtpClient(host, port()).Send(null!); }
        void Handed(string host) { Action<string, int> send = Send; send(host, {|SMTP001:25|}); }
        void Send(string h, int p) => new SmtpClient(h, p).Send(null!);
        static int Relay() => 587;
        static int Plain() => {|SMTP001:25|};
        """);

    [Fact]
    public Task Setter_WrittenByHand_IsFollowed() => Connection.TypesAsync("""
        class Settings
        {
            private int _port;
            private int _relay;
            public Settings() { Port = {|SMTP001:25|}; Relay = 25; }
            public int Port { get { return _port; } set { _port = value; } }
            public int Relay { get => _relay; set => _relay = 587; }
        }
        class Mailer
        {
            void Plain(Settings s, string host) => new SmtpClient(host, s.Port).Send(null!);
            void Relayed(Settings s, string host) => new SmtpClient(host, s.Relay).Send(null!);
            void Local(string host) { var s = new Settings(); s.Port = 587; new SmtpClient(host, s.Port).Send(null!); }
        }
        """);

    [Fact]
    public Task Setter_ThatCorrectsWhatIsMissing_IsAFallback() => Connection.TypesAsync("""
        class Settings
        {
            private int _port = 587;
            public int Port { get => _port; set => _port = value > 0 ? value : {|SMTP003:25|}; }
        }
        class Mailer
        {
            void Send(Settings s, string host) => new SmtpClient(host, s.Port).Send(null!);
        }
        """);

    [Fact]
    public Task PrimaryConstructor_HandsOverToItsBase() => Connection.TypesAsync("""
        class Mailer(string host, int port) { public void Send() => new SmtpClient(host, port).Send(null!); }
        class Plain(string host) : Mailer(host, {|SMTP001:25|});
        class Relay(string host) : Mailer(host, 587);
        record Settings(string Host, int Port);
        record PlainSettings(string Host) : Settings(Host, {|SMTP001:25|});
        class User { void Send(Settings s) => new SmtpClient(s.Host, s.Port).Send(null!); }
        """);

    [Fact]
    public Task Setter_ThatTellsOthersOrKeepsText_PassesThePortOn() => Connection.TypesAsync("""
        class Notifying
        {
            private int _port = 587;
            public string Host { get; set; } = "";
            public int Port { get => _port; set { if (value == _port) return; _port = value; Changed(); } }
            private void Changed() { }
        }
        class Stored
        {
            private readonly Dictionary<string, object> _values = new();
            public string Host { get; set; } = "";
            public int Port { get => (int)_values["Port"]; set => _values["Port"] = value; }
        }
        class AsText
        {
            public string Host { get; set; } = "";
            public string PortText { get; set; } = "587";
            public int Port { get => int.TryParse(PortText, out var port) ? port : 587; set => PortText = value.ToString(); }
        }
        class Mailer
        {
            Notifying A() => new Notifying { Host = "mail.contoso.com", Port = {|SMTP001:25|} };
            void B(Stored s) => s.Port = {|SMTP001:25|};
            AsText C(string host) => new AsText { Host = host, Port = {|SMTP001:25|} };
            AsText Relay(string host) => new AsText { Host = host, Port = 587 };
            void Send(Notifying s) => new SmtpClient(s.Host, s.Port).Send(null!);
            void Send(Stored s) => new SmtpClient(s.Host, s.Port).Send(null!);
            void Send(AsText s) => new SmtpClient(s.Host, s.Port).Send(null!);
        }
        """);

    [Fact]
    public Task Interface_OfSettings_LeadsToWhatImplementsIt() => Connection.TypesAsync("""
        interface IRelay { string Name { get; } int Number { get; } }
        class Plain : IRelay
        {
            public string Name => Environment.GetEnvironmentVariable("RELAY") ?? "";
            public int Number => int.Parse(Environment.GetEnvironmentVariable("NUMBER") ?? {|SMTP003:"25"|});
        }
        class Fixed : IRelay { public string Name => "mail.contoso.com"; public int Number => {|SMTP001:25|}; }
        class Settable : IRelay { public string Name { get; set; } = ""; public int Number { get; set; } = {|SMTP003:25|}; }
        class Relay : IRelay { public string Name => "mail.contoso.com"; public int Number => 587; }
        class Other { public string Name => ""; public int Number => 25; }
        abstract class Base { protected abstract int Number { get; } public void Send(string host) => new SmtpClient(host, Number).Send(null!); }
        class Derived : Base { protected override int Number => {|SMTP001:25|}; }
        class Sender
        {
            private readonly IRelay _relay;
            public Sender(IRelay relay) => _relay = relay;
            void Send() => new SmtpClient(_relay.Name, _relay.Number).Send(null!);
        }
        """);
}
