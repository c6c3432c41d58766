using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>Two arms of a choice, two methods that call each other, two callers: in which order they stand decides nothing.</summary>
public class OrderTests
{
    /// <summary>The same parameter reaches the connection beside a host that is local and beside one that is not.</summary>
    [Theory]
    [InlineData("""var host = flag ? "localhost" : "smtp.contoso.com"; new SmtpClient(host, port).Send(null!);""")]
    [InlineData("""var host = flag ? "smtp.contoso.com" : "localhost"; new SmtpClient(host, port).Send(null!);""")]
    [InlineData("""var host = "localhost"; if (!flag) host = "smtp.contoso.com"; new SmtpClient(host, port).Send(null!);""")]
    [InlineData("""var host = "smtp.contoso.com"; if (flag) host = "localhost"; new SmtpClient(host, port).Send(null!);""")]
    [InlineData("""var c = new SmtpClient(); c.Host = flag ? "localhost" : "smtp.contoso.com"; c.Port = port; c.Send(null!);""")]
    [InlineData("""SmtpClient c = new(); if (flag) c.Host = "localhost"; else c.Host = "contoso.com"; c.Port = port; c.Send(null!);""")]
    [InlineData("""new SmtpClient(count switch { 1 => "localhost", 2 => "127.0.0.1", _ => "contoso.com" }, port).Send(null!);""")]
    [InlineData("""new SmtpClient(count == 1 ? "localhost" : count == 2 ? "smtp4dev" : "smtp.contoso.com", port).Send(null!);""")]
    public Task ArmsOfAHost_BesideAParameter_Report(string statements) => Connection.MembersAsync(
        "void Send(bool flag, int count, int port) { " + statements + " } void Start(bool flag, int n) => Send(flag, n, {|SMTP001:25|});");

    [Theory]
    [InlineData("""var host = flag ? "localhost" : "127.0.0.1"; new SmtpClient(host, port).Send(null!);""")]
    [InlineData("""var (host, used) = flag ? ("localhost", port) : ("smtp.contoso.com", 587); new SmtpClient(host, used).Send(null!);""")]
    [InlineData("""var (host, used) = flag ? ("smtp.contoso.com", 587) : ("localhost", port); new SmtpClient(host, used).Send(null!);""")]
    public Task ArmsOfAHost_LocalWhereThePortIsPassed_AreSilent(string statements) => Connection.MembersAsync(
        "void Send(bool flag, int count, int port) { " + statements + " } void Start(bool flag, int n) => Send(flag, n, 25);");

    /// <summary>The same member, one of whose objects goes to a local host.</summary>
    [Theory]
    [InlineData("\"localhost\"", "\"smtp.contoso.com\"")]
    [InlineData("\"smtp.contoso.com\"", "\"localhost\"")]
    public Task ArmsOfAHost_BesideAMember_Report(string one, string other) => Connection.TypesAsync($$"""
        class C
        {
            private int _port;
            public C(int port) => _port = port;
            void Send(bool flag) => new SmtpClient(flag ? {{one}} : {{other}}, _port).Send(null!);
        }
        class Start { C Make() => new({|SMTP001:25|}); }
        """);

    [Theory]
    [InlineData("\"localhost\"", "\"smtp.contoso.com\"")]
    [InlineData("\"smtp.contoso.com\"", "\"localhost\"")]
    public Task ArmsOfAHost_BesideAnImplementation_Report(string one, string other) => Connection.TypesAsync($$"""
        abstract class Ports { public abstract int Port { get; } }
        class Own : Ports { public override int Port => {|SMTP001:25|}; }
        class C { void Send(bool flag, Ports ports) => new SmtpClient(flag ? {{one}} : {{other}}, ports.Port).Send(null!); }
        """);

    /// <summary>A constant of a field is mended where it is used: each use that hands it over is one.</summary>
    [Theory]
    [InlineData("void One() => Send({|SMTP001:_port|}); void Two() => Send({|SMTP001:_port|});")]
    [InlineData("void One() => Send({|SMTP001:_port|}); void Two() => Send(_good); readonly int _good = 587;")]
    public Task UsesOfOneField_AreEachReported(string members) => Connection.MembersAsync(
        "readonly int _port = 25; void Send(int port) => new SmtpClient(\"smtp.contoso.com\", port).Send(null!);" + members);

    /// <summary>Hosts that are handed on from call to call, each a longer way from the first, come to an end.</summary>
    [Theory]
    [InlineData("Send(node.Next, port);", "25")]
    [InlineData("Send(node.Next, port); Send(node.Other, port);", "25")]
    [InlineData("Send(node.Next.Other, port); Send(node.Other.Next, port);", "25")]
    public Task HostsOfARecursion_ComeToAnEnd(string calls, string port) => Connection.TypesAsync($$"""
        class Node { public string Host { get; set; } = ""; public Node Next => null!; public Node Other { get; set; } = null!; }
        class C
        {
            void Send(Node node, int port) { new SmtpClient(node.Host, port).Send(null!); {{calls}} }
            void Start(Node node) => Send(node, {|SMTP001:{{port}}|});
        }
        """);

    private const string Number = "static int Number(int n) { if (n > 3) return 587; return Other(n + 1); }";
    private const string Other = "static int Other(int n) { if (n > 5) return {|SMTP001:25|}; return Number(n + 1); }";
    private const string Speaks = "static int Speaks(SmtpClient client) => Other(client.Timeout);";
    private const string SpeaksToo = "static int SpeaksToo(SmtpClient client) => Number(client.Timeout);";
    private const string Use = """void Use(int x) => new SmtpClient("smtp.contoso.com", Number(x)).Send(null!);""";
    private const string UseOther = """void UseOther(int x) => new SmtpClient("smtp.contoso.com", Other(x)).Send(null!);""";

    /// <summary>Two methods that call each other give both numbers, whichever is asked first, and whatever asked before.</summary>
    [Theory]
    [InlineData(Number, Other, Use)]
    [InlineData(Other, Number, Use)]
    [InlineData(Speaks, Number, Other, Use)]
    [InlineData(Use, Speaks, Number, Other)]
    [InlineData(SpeaksToo, Number, Other, UseOther)]
    [InlineData(UseOther, SpeaksToo, Other, Number)]
    [InlineData(Speaks, Number, Other, UseOther)]
    [InlineData(Speaks, SpeaksToo, UseOther, Use, Number, Other)]
    [InlineData(Use, UseOther, Number, Other)]
    [InlineData(UseOther, Use, Number, Other)]
    public Task MethodsThatCallEachOther_InAnyOrder_Report(params string[] members) => MutualAsync(members);

    /// <summary>A body that asks for two of them gets all that both give, whichever it asks first.</summary>
    [Theory]
    [InlineData("One(x)", "Two(x)")]
    [InlineData("Two(x)", "One(x)")]
    [InlineData("Three(x)", "Two(x)")]
    [InlineData("Two(x)", "Three(x)")]
    public Task MethodsThatCallEachOther_AskedByOneBody_Report(string first, string second) => Connection.MembersAsync($$"""
        static int One(int n) { if (n > 1) return {|SMTP001:25|}; return Two(n + 1); }
        static int Two(int n) { if (n > 2) return 587; return Three(n + 1); }
        static int Three(int n) { if (n > 3) return 2525; return One(n + 1); }
        void Use(int x) { Console.WriteLine({{first}}); new SmtpClient("smtp.contoso.com", {{second}}).Send(null!); }
        """);

    [Theory]
    [InlineData("static int A(int n) => n > 3 ? 587 : B(n + 1); static int B(int n) => n > 5 ? 2525 : A(n + 1);", "A(x)")]
    [InlineData("static int A(int n) => n > 3 ? 587 : B(n + 1); static int B(int n) { Console.WriteLine(25); return A(n); }", "B(x)")]
    [InlineData("static int A(int n) { B(n); return 587; } static int B(int n) { A(n); return 25; }", "A(x)")]
    [InlineData("static int A(int n) => A(n + 1);", "A(x)")]
    [InlineData("static int A(int n) => B(n + 1); static int B(int n) => A(n + 1);", "B(x)")]
    public Task MethodsThatCallEachOther_Without25_AreSilent(string members, string port) => MutualAsync(
        members, $$"""void Use(int x) => new SmtpClient("smtp.contoso.com", {{port}}).Send(null!);""");

    /// <summary>What a recursion hands on comes from those who call it from outside.</summary>
    [Theory]
    [InlineData("new SmtpClient(host, port).Send(null!); if (n > 0) Send(host, port, n - 1);")]
    [InlineData("if (n > 0) Again(host, port, n); new SmtpClient(host, port).Send(null!);")]
    public Task HostsOfARecursion_AreThoseOfItsCallers(string statements) => Connection.MembersAsync($$"""
        void Send(string host, int port, int n) { {{statements}} }
        void Again(string h, int p, int n) => Send(h, p, n - 1);
        void Bad() => Send("smtp.contoso.com", {|SMTP001:25|}, 3);
        void Good() => Send("localhost", 25, 3);
        """);

    /// <summary>The same object carries another password on each way.</summary>
    [Theory]
    [InlineData("if (flag) c.Password = {|SMTP007:\"hunter2\"|}; else c.Password = password;")]
    [InlineData("if (flag) c.Password = password; else c.Password = {|SMTP007:\"hunter2\"|};")]
    [InlineData("if (!flag) c.Password = password; else c.Password = {|SMTP007:\"hunter2\"|};")]
    public Task ArmsOfAPassword_InOneObject_Report(string arms) => Relay.TypesAsync($$"""
        class C
        {
            private NetworkCredential _login = null!;
            public void Log(bool flag, string password) { var c = new NetworkCredential(); {{arms}} _login = c; }
            public void Send(MailMessage message, string host) =>
                new SmtpClient(host, 587) { EnableSsl = true, Credentials = _login }.Send(message);
        }
        """);

    private static Task MutualAsync(params string[] members) => Connection.MembersAsync(string.Join("\n", members));
}
