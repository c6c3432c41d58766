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
    [InlineData("""using var c = new Socket(SocketType.Stream, ProtocolType.Tcp); await c.ConnectAsync(new DnsEndPoint(host, {|SMTP008:25|}));""")]
    [InlineData("""var e = new IPEndPoint(IPAddress.Parse("203.0.113.9"), {|SMTP008:25|}); using var c = new Socket(SocketType.Stream, ProtocolType.Tcp); c.Connect(e);""")]
    [InlineData("""const int Smtp = 25; using var c = new TcpClient(); c.Connect(host, {|SMTP008:Smtp|});""")]
    public Task Connect_25_Reports(string statements) => Relay.StatementsAsync(statements);

    [Theory]
    [InlineData("""using var c = new TcpClient(host, 587);""")]
    [InlineData("""using var c = new TcpClient("localhost", 25);""")]
    [InlineData("""using var c = new TcpClient(); c.Connect(IPAddress.Loopback, 25);""")]
    [InlineData("""var l = new TcpListener(IPAddress.Any, 25); l.Start();""")]
    [InlineData("""using var c = new Socket(SocketType.Stream, ProtocolType.Tcp); c.Bind(new IPEndPoint(IPAddress.Any, 25)); c.Listen();""")]
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
