using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>Ports in tables: dictionaries, pairs and lists that fields hold.</summary>
public class TableTests
{
    private const string Fields = """
        enum Kind { Plain, Tls }
        static readonly Dictionary<string, int> s_ports = new() { ["plain"] = 25, ["tls"] = 587 };
        static readonly IReadOnlyDictionary<Kind, int> s_kinds = new Dictionary<Kind, int> { { Kind.Plain, 25 }, { Kind.Tls, 587 } };
        static readonly Dictionary<string, int> s_set = new() { ["port"] = 25 };
        static readonly Dictionary<string, (string Host, int Port)> s_local = new()
        {
            ["a"] = ("localhost", 25), ["b"] = ("m.contoso.com", 587),
        };
        static readonly Dictionary<string, (string Host, int Port)> s_servers = new() { ["a"] = ("m.contoso.com", 25) };
        readonly int[] _list = { 25, 587 };
        readonly Dictionary<string, int> _own = new() { { "plain", 25 }, { "tls", 587 } };
        void Set(int port) => s_set["port"] = port;
        """;

    [Theory]
    [InlineData("s_ports[\"plain\"]")]
    [InlineData("s_ports[key]")]
    [InlineData("s_kinds[Kind.Plain]")]
    [InlineData("s_kinds[kind]")]
    [InlineData("_list[0]")]
    [InlineData("_own[\"plain\"]")]
    [InlineData("KeyValuePair.Create(\"x\", 25).Value")]
    [InlineData("new KeyValuePair<string, int>(\"x\", 25).Value")]
    public Task Entry_IsReportedWhereItIsUsed(string port) => PortAsync("{|SMTP001:" + port + "|}");

    [Theory]
    [InlineData("s_ports[\"tls\"]")]
    [InlineData("s_kinds[Kind.Tls]")]
    [InlineData("_list[1]")]
    [InlineData("_own[\"tls\"]")]
    [InlineData("s_set[\"port\"]")]
    [InlineData("s_set[key]")]
    public Task Entry_ThatIsAnother_OrMayBeSet_IsSilent(string port) => PortAsync(port);

    [Theory]
    [InlineData("_list[^1]")]
    [InlineData("{|SMTP001:_list[^2]|}")]
    public Task Entry_FromTheEnd(string port) => PortAsync(port);

    [Theory]
    [InlineData("list[0] = 587;")]
    [InlineData("list.Clear(); list.Add(587);")]
    [InlineData("list.Remove(25);")]
    [InlineData("list.RemoveAll(p => p < 100);")]
    [InlineData("list.Insert(0, 587);")]
    [InlineData("list.Sort();")]
    [InlineData("list.Reverse();")]
    public Task List_ThatIsChanged_HoldsWhatItIsGiven(string change) => Connection.StatementsAsync(
        "var list = new List<int> { 25 }; " + change + " new SmtpClient(host, list[0]).Send(message);");

    /// <summary>What is taken out of a collection is in it no more.</summary>
    [Theory]
    [InlineData("var ports = new HashSet<int> { 25 }; ports.ExceptWith(other);")]
    [InlineData("var ports = new HashSet<int> { 25 }; ports.IntersectWith(other);")]
    [InlineData("var ports = new Stack<int>(); ports.Push(25); ports.Pop(); ports.Push(587);")]
    [InlineData("var ports = new Queue<int>(); ports.Enqueue(25); ports.Dequeue(); ports.Enqueue(587);")]
    public Task Collection_ThatLosesItems_IsSilent(string made) => StatementsAsync(
        "int[] other = { 25 }; " + made + " foreach (var port in ports) Use(\"m.contoso.com\", port);");

    [Theory]
    [InlineData("list[1] = 587;")]
    [InlineData("list.Add(587);")]
    [InlineData("list.Contains(587);")]
    public Task List_ThatKeepsTheItem_IsReported(string change) => Connection.StatementsAsync(
        "var list = new List<int> { 25, 26 }; " + change + " new SmtpClient(host, {|SMTP001:list[0]|}).Send(message);");

    [Theory]
    [InlineData("foreach (var pair in s_ports) Use(\"m.contoso.com\", {|SMTP001:pair.Value|});")]
    [InlineData("foreach (var (name, port) in s_kinds) Use(\"m.contoso.com\", {|SMTP001:port|});")]
    [InlineData("foreach (var port in s_ports.Values) Use(\"m.contoso.com\", {|SMTP001:port|});")]
    [InlineData("if (s_ports.TryGetValue(\"plain\", out var port)) Use(\"m.contoso.com\", {|SMTP001:port|});")]
    [InlineData("if (s_ports.TryGetValue(\"tls\", out var port)) Use(\"m.contoso.com\", port);")]
    [InlineData("var (host, port) = s_servers[key]; Use(host, {|SMTP001:port|});")]
    [InlineData("var (host, port) = s_local[key]; Use(host, port);")]
    [InlineData("foreach (var server in s_local.Values) Use(server.Host, server.Port);")]
    [InlineData("var d = new Dictionary<string, int> { [\"a\"] = 25, [\"b\"] = 587 }; Use(\"m.contoso.com\", {|SMTP001:d[key]|});")]
    [InlineData("var d = new Dictionary<string, int> { [\"a\"] = 25 }; d[key] = 587; Use(\"m.contoso.com\", d[\"a\"]);")]
    public Task Table_IsGoneThroughOrAsked(string statements) => StatementsAsync(statements);

    private static Task PortAsync(string port) => StatementsAsync($"Use(\"m.contoso.com\", {port});");

    private static Task StatementsAsync(string statements) => Connection.TypesAsync($$"""
        class C(System.Net.ICredentialsByHost login)
        {
            {{Fields}}
            void Use(string host, int port)
            {
                using var c = new SmtpClient(host, port) { EnableSsl = true, Credentials = login };
                c.Send(new MailMessage());
            }
            void M(string key, Kind kind) { {{statements}} }
        }
        """);
}
