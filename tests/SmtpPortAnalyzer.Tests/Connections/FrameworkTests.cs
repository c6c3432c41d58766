using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>What the framework's pure functions make of known values, and who only has the same name.</summary>
public class FrameworkTests
{
    [Theory]
    [InlineData("""new SmtpClient(host, {|SMTP001:Convert.ToInt16("25")|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:Convert.ToUInt16("25")|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:(int)Convert.ToInt64("25")|}).Send(message);""")]
    [InlineData(
        """new SmtpClient(host, {|SMTP001:Convert.ToInt32("25", System.Globalization.CultureInfo.InvariantCulture)|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:short.Parse("25")|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:sbyte.Parse("25")|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:(int)Enum.Parse<Ports>("Plain")|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:(int)Enum.Parse<Ports>("plain", true)|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:(int)(Ports)Enum.Parse(typeof(Ports), "Plain")|}).Send(message);""")]
    [InlineData("""var port = 25; if (port.Equals(25)) new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:(int)ulong.Parse("25")|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:int.Parse("25", System.Globalization.CultureInfo.InvariantCulture)|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:int.Parse(" 25 ".Trim())|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:int.Parse(25.ToString())|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:await Task.FromResult(25)|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:await Task.FromResult(25).ConfigureAwait(false)|}).Send(message);""")]
    [InlineData("""int? n = 25; new SmtpClient(host, {|SMTP001:n.Value|}).Send(message);""")]
    [InlineData("""int? n = 25; new SmtpClient(host, {|SMTP001:n.GetValueOrDefault(587)|}).Send(message);""")]
    [InlineData("""if (int.TryParse("25", out var port)) new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    [InlineData(
        """if (int.TryParse("25", System.Globalization.CultureInfo.InvariantCulture, out var port)) new SmtpClient(host, """ +
        """{|SMTP001:port|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:new Uri("smtp://mail.contoso.com:25").Port|}).Send(message);""")]
    [InlineData("""new SmtpClient(Named.MachineName, {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(Named.GetHostName(), {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(Environment.UserDomainName, {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(System.Net.Dns.GetHostEntry(host).HostName, {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(System.Net.IPAddress.Broadcast.ToString(), {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(string.Format("mail.{0}", "contoso.com"), {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(string.Format("{1}", "localhost", host), {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(string.Join(".", known.Keys), {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(string.Join(".", host.Split('-')), {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient("x.contoso.com".Replace("x", "mail"), {|SMTP001:int.Parse("port=25".Substring(5))|}).Send(message);""")]
    [InlineData("""new SmtpClient("local" + "HOST".Replace('H', 'h').Remove(0, 4), {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient("a.b:localhost".Substring(0, 3), {|SMTP001:25|}).Send(message);""")]
    [InlineData("""
        var name = "a"; while (name.Length < message.To.Count) name = name.Replace("a", "aa");
        new SmtpClient(name + ".contoso.com", {|SMTP001:25|}).Send(message);
        """)]
    public Task KnownValue_IsComputed(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("""new SmtpClient(host, Convert.ToInt32("25", 16)).Send(message);""")]
    [InlineData("""new SmtpClient(host, Convert.ToInt32(host)).Send(message);""")]
    [InlineData("""new SmtpClient(host, (int)Enum.Parse<Ports>("Tls")).Send(message);""")]
    [InlineData("""new SmtpClient(host, (int)Enum.Parse<Ports>("plain")).Send(message);""")]
    [InlineData("""new SmtpClient(host, (int)Enum.Parse<Ports>(host)).Send(message);""")]
    [InlineData("""new SmtpClient(host, new Uri($"smtp://{host}:{message.To.Count}").Port).Send(message);""")]
    [InlineData("""new SmtpClient(host, int.Parse("587")).Send(message);""")]
    [InlineData("""new SmtpClient(host, Named.Parse("25")).Send(message);""")]
    [InlineData("""if (int.TryParse("none", out _)) new SmtpClient(host, 25).Send(message);""")]
    [InlineData("""if (!int.TryParse("587", out var port)) port = 25; new SmtpClient(host, port).Send(message);""")]
    [InlineData("""int? n = null; new SmtpClient(host, n.HasValue ? 25 : 587).Send(message);""")]
    [InlineData("""int? n = 587; new SmtpClient(host, n.HasValue ? n.Value : 25).Send(message);""")]
    [InlineData("""int? n = 587; new SmtpClient(host, n.GetValueOrDefault(25)).Send(message);""")]
    [InlineData("""new SmtpClient("LOCALHOST ".Trim().ToLower(), 25).Send(message);""")]
    [InlineData("""new SmtpClient("LOCALHOST".ToLowerInvariant(), 25).Send(message);""")]
    [InlineData("""new SmtpClient("x.contoso.com".Replace("x.contoso.com", "localhost"), 25).Send(message);""")]
    [InlineData("""new SmtpClient("smtp:localhost".Substring(5), int.Parse("25/tcp".Remove(2))).Send(message);""")]
    [InlineData("""new SmtpClient(host, int.Parse("25".Replace("25", "587"))).Send(message);""")]
    [InlineData("""new SmtpClient(Environment.MachineName, 25).Send(message);""")]
    [InlineData("""new SmtpClient(System.Net.Dns.GetHostName(), 25).Send(message);""")]
    [InlineData("""new SmtpClient(System.Net.IPAddress.Parse("127.0.0.1").ToString(), 25).Send(message);""")]
    [InlineData("""new SmtpClient(System.Net.IPAddress.Loopback.ToString(), 25).Send(message);""")]
    [InlineData("""new SmtpClient(System.Net.IPAddress.IPv6Loopback.ToString(), 25).Send(message);""")]
    [InlineData("""new SmtpClient(string.Format("{0}host", "local"), 25).Send(message);""")]
    [InlineData("""new SmtpClient(string.Concat("local", "host"), 25).Send(message);""")]
    [InlineData("""new SmtpClient(new Uri("smtp://localhost:587").Host, 25).Send(message);""")]
    [InlineData("""new SmtpClient(host, new Uri("smtp://mail.contoso.com").IsDefaultPort ? 587 : 25).Send(message);""")]
    public Task OtherValue_IsSilent(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData(
        """new SmtpClient(host, string.IsNullOrWhiteSpace(host) ? {|SMTP003:25|} : int.Parse(Console.ReadLine()!)).Send(message);""")]
    [InlineData("""new SmtpClient(host, new Uri(host).IsDefaultPort ? {|SMTP003:25|} : int.Parse(Console.ReadLine()!)).Send(message);""")]
    [InlineData("""new SmtpClient(host, known.TryGetValue(host, out var port) ? port : {|SMTP003:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, known.ContainsKey("port") ? int.Parse(Console.ReadLine()!) : {|SMTP003:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, section.Exists() ? int.Parse(Console.ReadLine()!) : {|SMTP003:25|}).Send(message);""")]
    public Task QuestionsWhetherSomethingIsThere_AreKnownByName(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("""int? n = 25; if (n is var port) new SmtpClient(host, {|SMTP001:port.Value|}).Send(message);""")]
    [InlineData("""if ((host, 25) is (var name, var port)) new SmtpClient(name, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""if (flag && 25 is var port) new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    [InlineData("""object box = 25; new SmtpClient(host, {|SMTP001:box is int port ? port : 587|}).Send(message);""")]
    [InlineData("""if (new Relay { Port = {|SMTP001:25|} } is { Port: var port } relay) new SmtpClient(host, relay.Port).Send(message);""")]
    [InlineData("""var port = 25; if (flag is true) port = 587; if (!flag) new SmtpClient(host, {|SMTP001:port|}).Send(message);""")]
    public Task Pattern_HandsOnWhatItMatches(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("""int? n = null; if (n is { } port) new SmtpClient(host, 25).Send(message);""")]
    [InlineData("""int? n = 587; new SmtpClient(host, n is int port ? port : 25).Send(message);""")]
    [InlineData("""int? n = 587; new SmtpClient(host, n is { } port ? port : 25).Send(message);""")]
    [InlineData("""int? n = 587; new SmtpClient(host, n is not null ? 587 : 25).Send(message);""")]
    [InlineData("""if ((587, 25) is (var port, _)) new SmtpClient(host, port).Send(message);""")]
    [InlineData("""var port = 25; if (flag is true) port = 587; if (flag) new SmtpClient(host, port).Send(message);""")]
    [InlineData("""var port = 25; if (flag == true) port = 587; if (flag) new SmtpClient(host, port).Send(message);""")]
    [InlineData("""var port = 25; if (flag is false) port = 587; if (!flag) new SmtpClient(host, port).Send(message);""")]
    public Task Pattern_ThatCannotMatch_IsSilent(string statements) => CheckAsync(statements);

    private static Task CheckAsync(string statements) => Connection.TypesAsync($$"""
        enum Ports { Plain = 25, Tls = 587 }
        class Relay { public int Port { get; set; } }
        static class Named
        {
            public static string MachineName => Console.ReadLine()!;
            public static string GetHostName() => Console.ReadLine()!;
            public static int Parse(string text) => Console.Read();
        }
        class C
        {
            async Task M(string host, MailMessage message, bool flag, Dictionary<string, int> known, IConfigurationSection section)
            {
                await Task.Yield();
                {{statements}}
            }
        }
        """);
}
