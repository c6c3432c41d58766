using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Relays;

public class SocketTests
{
    [Theory]
    [InlineData("""using var c = new TcpClient(host, {|SMTP008:25|});""")]
    [InlineData("""using var c = new TcpClient(); c.Connect("mx.contoso.com", {|SMTP008:25|});""")]
    [InlineData("""using var c = new TcpClient(); await c.ConnectAsync(host, {|SMTP008:25|}, CancellationToken.None);""")]
    [InlineData("""using var c = new TcpClient(); c.BeginConnect(host, {|SMTP008:25|}, null, null);""")]
    [InlineData("""using var c = new TcpClient(); c.Connect(IPAddress.Parse("203.0.113.9"), {|SMTP008:25|});""")]
    [InlineData("""using var c = new Socket(SocketType.Stream, ProtocolType.Tcp); c.Connect(host, {|SMTP008:25|});""")]
    [InlineData(
        """using var c = new Socket(SocketType.Stream, ProtocolType.Tcp); await c.ConnectAsync(new DnsEndPoint(host, {|SMTP008:25|}));""")]
    [InlineData(
        """var e = new IPEndPoint(IPAddress.Parse("203.0.113.9"), {|SMTP008:25|}); using var c = new Socket(SocketType.Stream, """ +
        """ProtocolType.Tcp); c.Connect(e);""")]
    [InlineData("""const int Smtp = 25; using var c = new TcpClient(); c.Connect(host, {|SMTP008:Smtp|});""")]
    public Task Connect_25_Reports(string statements) => Relay.StatementsAsync(statements);

    [Theory]
    [InlineData("""using var c = new TcpClient(host, 587);""")]
    [InlineData("""using var c = new TcpClient("localhost", 25);""")]
    [InlineData("""using var c = new TcpClient(); c.Connect(IPAddress.Loopback, 25);""")]
    [InlineData("""var l = new TcpListener(IPAddress.Any, 25); l.Start();""")]
    [InlineData(
        """using var c = new Socket(SocketType.Stream, ProtocolType.Tcp); c.Bind(new IPEndPoint(IPAddress.Any, 25)); c.Listen();""")]
    [InlineData("""using var c = new TcpClient(new IPEndPoint(IPAddress.Any, 25));""")]
    [InlineData("""var e = new DnsEndPoint(host, 25); Console.WriteLine(e);""")]
    [InlineData("""using var c = new TcpClient(); c.Connect(host, configuration.GetValue<int>("Port"));""")]
    public Task ListenOrOther_IsSilent(string statements) => Relay.StatementsAsync(statements);

    [Fact]
    public Task PortOfACaller_ReportsThere() => Relay.TypesAsync("""
        class Probe
        {
            public static bool Answers(string host, int port) { using var c = new TcpClient(); c.Connect(host, port); return c.Connected; }
        }
        class C { bool M(string mx) => Probe.Answers(mx, {|SMTP008:25|}); }
        """);

    [Theory]
    [InlineData("""class C { bool M(string mx) => Probe.Answers(mx, {|SMTP008:25|}); }""")]
    [InlineData("""class C { void M(string mx) { new Session(mx, {|SMTP008:25|}).Open(); } }""")]
    [InlineData("""class C { void M(string mx) { var s = new Session(mx, 0); s.Port = {|SMTP008:25|}; s.Open(); } }""")]
    [InlineData(
        """static class Ports { public static int Smtp { get; set; } = {|SMTP008:25|}; public const int Tls = 587; }""", "Ports.Smtp")]
    [InlineData("""static class Ports { public static int Smtp() => {|SMTP008:0x19|}; }""", "Ports.Smtp()")]
    public Task PortOfAnotherFile_ReportsThere(string file, string port = "587") => Relay.FileAsync(
        $$"""
        using System.Net.Sockets;
        static class Probe
        {
            public static bool Answers(string host, int port) { using var c = new TcpClient(); c.Connect(host, port); return c.Connected; }
            public static void Try(string host) { using var c = new TcpClient(); c.Connect(host, {{port}}); }
        }
        class Session(string host, int port)
        {
            public int Port { get; set; } = port;
            public void Open() { using var c = new TcpClient(); c.Connect(host, Port); }
        }
        """,
        more: test => test.TestState.Sources.Add(("Other.cs", file)));

    [Theory]
    [InlineData("""static class Ports { public const int Smtp = 25; }""", "Ports.Smtp")]
    [InlineData("""enum Ports { Smtp = 25, Submission = 587 }""", "(int)Ports.Smtp")]
    public Task ConstantOfAnotherFile_ReportsTheUse(string file, string port) => Relay.FileAsync(
        $$"""
        using System.Net.Sockets;
        static class Probe { public static void Try(string host) { using var c = new TcpClient(); c.Connect(host, {|SMTP008:{{port}}|}); } }
        """,
        more: test => test.TestState.Sources.Add(("Other.cs", file)));

    [Fact]
    public Task OneDefault_OfAClientAndASocket_IsReportedOnce() => Relay.TypesAsync("""
        class SmtpSettings { public string Host { get; set; } = ""; public int Port { get; set; } = {|SMTP003:25|}; }
        class Sender
        {
            public void Send(SmtpSettings settings, MailMessage message) => new SmtpClient(settings.Host, settings.Port).Send(message);
            public bool IsAlive(SmtpSettings settings) { using var c = new TcpClient(); c.Connect(settings.Host, settings.Port); return c.Connected; }
        }
        """);

    [Theory]
    [InlineData("auto", "azure_subscription = unknown")]
    [InlineData("true", "azure_subscription = enterprise_agreement")]
    public Task Allowed_OrNotKnownAsAzure_IsSilent(string targets, string option) => Relay.FileAsync(
        """
        using System.Net.Sockets;
        class C { TcpClient M(string host) => new TcpClient(host, 25); }
        """,
        more: test =>
        {
            test.GlobalOptions["build_property.SmtpPortAnalyzerTargetsAzure"] = targets;
            test.GlobalOptions["smtp_port_analyzer." + option.Split(" = ")[0]] = option.Split(" = ")[1];
        });

    [Fact]
    public Task SettingThatOnlyASocketReads_IsReported() => Verifiers.Relay.TypesAsync("""
        class ProbeSettings { public string Server { get; set; } = ""; public int Port { get; set; } = {|SMTP008:25|}; }
        class Sender
        {
            void Probe(ProbeSettings settings) { using var tcp = new TcpClient(); tcp.Connect(settings.Server, settings.Port); }
        }
        """);
}
