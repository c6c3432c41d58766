using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>
/// Values on their way through one body: counted up, taken apart, handed out by reference, and joined where there are too many ways.
/// </summary>
public class LocalValueTests
{
    [Theory]
    [InlineData("""var port = 24; port++; new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""var port = 26; --port; new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""var port = 25; var old = port++; new SmtpClient(host, {|SMTP001:old|}).Send(message);""")]
    [InlineData("""var port = 24; new SmtpClient(host, {|SMTP001:++port|}).Send(message);""")]
    [InlineData("""var pair = (host, 25); var (name, port) = pair; new SmtpClient(name, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""int a = 587, b = 25; (a, b) = (b, a); new SmtpClient(host, {|SMTP001:a|}).Send(message);""")]
    [InlineData("""var ((name, port), tls) = ((host, 25), true); new SmtpClient(name, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""ref var port = ref _port; port = 25; new SmtpClient(host, {|SMTP001:_port|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, this["port"]).Send(message);""")]
    [InlineData("""SmtpClient? c = {|SMTP002:new SmtpClient(host)|}; c ??= new SmtpClient(host, 25); c.Send(message);""")]
    public Task Value_IsFollowed(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("""var port = 25; port++; new SmtpClient(host, port).Send(message);""")]
    [InlineData("""var port = 25; new SmtpClient(host, ++port).Send(message);""")]
    [InlineData("""var port = 24; new SmtpClient(host, port++).Send(message);""")]
    [InlineData("""int a = 587, b = 25; (a, b) = (b, a); new SmtpClient(host, b).Send(message);""")]
    [InlineData("""var port = 25; (_, port) = Read(); new SmtpClient(host, port).Send(message);""")]
    [InlineData("""var port = 25; Interlocked.Add(ref port, 562); new SmtpClient(host, port).Send(message);""")]
    [InlineData("""int port = 25; new Dictionary<string, int>().Remove("port", out port); new SmtpClient(host, port).Send(message);""")]
    [InlineData("""s_port = 587; new SmtpClient(host, s_port).Send(message);""")]
    [InlineData("""_port = 587; new SmtpClient(host, _port).Send(message);""")]
    [InlineData("""var c = new SmtpClient(host, 587); c ??= new SmtpClient(host, 25); c.Send(message);""")]
    [InlineData("""var c = new SmtpClient(host); var seen = new Dictionary<int, int>(); seen[c.Port = 587] = 1; c.Send(message);""")]
    [InlineData("""var c = new SmtpClient(host); var seen = new int[999]; seen[c.Port = 587] = 1; c.Send(message);""")]
    [InlineData("""var number = (Number)25; new SmtpClient(host, (int)number).Send(message);""")]
    public Task Value_ThatIsAnotherByThen_IsSilent(string statements) => CheckAsync(statements);

    /// <summary>
    /// More ways than are kept apart: nothing that one of them holds may be lost, and what one of them guards guards only that one.
    /// </summary>
    [Theory]
    [InlineData(0, "25", "587", "", "{|SMTP001:port|}")]
    [InlineData(19, "25", "587", "", "{|SMTP001:port|}")]
    [InlineData(30, "25", "587", "", "{|SMTP001:port|}")]
    [InlineData(-1, "25", "587", "", "port")]
    [InlineData(30, "587", "25", "if (environment.IsDevelopment()) way = 99;", "{|SMTP001:port|}")]
    [InlineData(30, "587", "25", "if (kind == 5) { if (environment.IsDevelopment()) return; }", "{|SMTP001:port|}")]
    [InlineData(30, "587", "25", "if (!environment.IsDevelopment()) return;", "port")]
    public Task ManyWays_AreJoined(int chosen, string there, string elsewhere, string before, string port) => Connection.MembersAsync(
        "void M(string host, int kind, IHostEnvironment environment) { int way = 0, port; " + before + " switch (kind) { "
        + string.Concat(Enumerable.Range(0, 30).Select(i => $"case {i}: way = {i}; port = {(i == chosen ? there : elsewhere)}; break; "))
        + $"default: port = {(chosen == 30 ? there : elsewhere)}; break; }} new SmtpClient(host, {port}).Send(host, host, host, " +
            $"way.ToString()); }}");

    [Theory]
    [InlineData(19, "{|SMTP001:25|}")]
    [InlineData(-1, "587")]
    public Task ManyWays_KeepWhatEachOfThemDidToAnObject(int chosen, string port) => Connection.MembersAsync(
        "void M(string host, int kind) { int way = 0; var client = new SmtpClient(host, 587); switch (kind) { "
        + string.Concat(
            Enumerable.Range(0, 30)
                .Select(i => $"case {i}: way = {i}; client.Timeout = {i}; client.Port = {(i == chosen ? port : "465")}; break; "))
        + "} client.Send(host, host, host, way.ToString()); }");

    private static Task CheckAsync(string statements) => Connection.TypesAsync($$"""
        readonly struct Number { public static explicit operator Number(int number) => default; public static explicit operator int(Number number) => 587; }
        class C
        {
            private static int s_port = 25;
            private int _port = 587;
            public int this[string key] => {{(statements.Contains("this[", StringComparison.Ordinal) ? "{|SMTP001:25|}" : "0")}};
            static (string, int) Read() => (Console.ReadLine()!, int.Parse(Console.ReadLine()!));
            void M(string host, MailMessage message, bool flag)
            {
                {{statements}}
            }
        }
        """);
}
