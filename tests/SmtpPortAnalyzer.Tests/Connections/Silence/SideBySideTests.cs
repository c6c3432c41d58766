using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Silence;

/// <summary>Two objects of one type that one object holds side by side: what is written to the one is not in the other.</summary>
public class SideBySideTests
{
    private const string Classes = """
        class Server { public string Host { get; set; } = ""; public int Number { get; set; } }
        class Servers { public Server Out { get; set; } = new(); public Server Listen { get; set; } = new(); }
        """;

    [Theory]
    [InlineData("static void Set(Servers s) { s.Listen.Number = 25; }")]
    [InlineData("static void Set(Servers s) { var own = s.Listen; own.Number = 25; }")]
    [InlineData("static void Set(Servers s) { s.Listen = new Server { Number = 25 }; s.Out = new Server { Number = 588 }; }")]
    [InlineData("static Servers Make() => new() { Listen = new Server { Number = 25 }, Out = new Server { Number = 588 } };")]
    [InlineData("static Servers Make() => new() { Listen = { Number = 25 }, Out = { Number = 588 } };")]
    [InlineData("static Servers Make() { var own = new Server(); own.Number = 25; return new() { Listen = own }; }")]
    public Task Other_IsSilent(string members) => CheckAsync(Classes, members);

    [Fact]
    public Task Other_ThatIsMadeWithItsHolder_IsSilent() => CheckAsync(
        """
        class Server { public string Host { get; set; } = ""; public int Number { get; set; } }
        class Servers { public Server Out { get; set; } = new(); public Server Listen { get; set; } = new() { Number = 25 }; }
        """,
        "");

    [Theory]
    [InlineData("static Servers Change(Servers s) => s with { Listen = s.Listen with { Number = 25 } };")]
    [InlineData("static Servers Make() => new(new Server { Number = 588 }, new Server { Number = 25 });")]
    public Task OtherOfARecord_IsSilent(string members) => CheckAsync(
        """
        record Server { public string Host { get; init; } = ""; public int Number { get; init; } }
        record Servers(Server Out, Server Listen);
        """,
        members);

    /// <summary>The same where the objects are given what they have by their constructor.</summary>
    [Theory]
    [InlineData("class Server(string host, int number) { public string Host { get; } = host; public int Number { get; } = number; }")]
    [InlineData("record Server(string Host, int Number);")]
    [InlineData("""
        class Server
        {
            public Server(string host, int number) { Host = host; Number = number; }
            public string Host { get; set; }
            public int Number { get; set; }
        }
        """)]
    public Task OtherByConstructor_IsSilent(string server) => CheckAsync(
        server + " class Servers { public Server Out { get; set; } = new(\"\", 0); public Server Listen { get; set; } = new(\"\", 0); }",
        """
        static Servers Make() => new() { Listen = new("mail.contoso.com", 25), Out = new("smtp.contoso.com", 588) };
        static Servers Red() => new() { Listen = new("mail.contoso.com", 588), Out = new("smtp.contoso.com", {|SMTP001:25|}) };
        """);

    /// <summary>What keeps the one of them on its own keeps that one.</summary>
    [Theory]
    [InlineData("private readonly Server _own = servers.Out;")]
    [InlineData("private readonly Server _first = servers.Out; private Server _own => _first;")]
    [InlineData("private Server _own; public Keeper() : this(new Servers()) => _own = _all.Out;")]
    public Task OtherThanAFieldKeeps_IsSilent(string field) => Connection.TypesAsync(Classes + $$"""

        class Keeper(Servers servers)
        {
            private readonly Servers _all = servers;
            {{field}}
            void Send() => new SmtpClient(_own.Host, _own.Number).Send(null!);
            static void Set(Servers s) { s.Listen.Number = 25; }
            static void Red(Servers s) { s.Out.Number = {|SMTP001:25|}; }
        }
        """);

    /// <summary>The constructor of what holds the object hands its own number on: who calls it makes another object.</summary>
    [Theory]
    [InlineData("public Servers(int n) => Out = new Server(\"mail.contoso.com\", n); public Server Out { get; set; }")]
    [InlineData("public Servers(int n) => Out = new Server(\"mail.contoso.com\", n); public Server Out { get; }")]
    [InlineData("public Servers(int n) : this(new Server(\"mail.contoso.com\", n)) { } " +
        "private Servers(Server server) => Out = server; public Server Out { get; set; }")]
    [InlineData("public Servers(int n) => Out = new Server(\"mail.contoso.com\", 0) { Number = n }; public Server Out { get; set; }")]
    [InlineData("public Servers(int n) => Out = new Server(\"mail.contoso.com\", 0) { Number = n }; public Server Out { get; }")]
    public Task Holder_ThatIsGivenItsNumber_IsReported(string members) => Connection.TypesAsync($$"""
        class Server(string host, int n) { public string Host { get; set; } = host; public int Number { get; set; } = n; }
        class Servers { {{members}} }
        class Sender
        {
            private readonly Servers _all = new Servers({|SMTP001:25|});
            void Send() => new SmtpClient(_all.Out.Host, _all.Out.Number).Send(null!);
        }
        """);

    /// <summary>What only the other one is given stays silent there as well.</summary>
    [Theory]
    [InlineData("set;")]
    [InlineData("")]
    public Task Other_ThatIsGivenItsNumber_IsSilent(string set) => Connection.TypesAsync($$"""
        class Server
        {
            public Server(string host, int n) { Host = host; Number = n; }
            public Server(int n) : this("mail.contoso.com", n) { }
            public string Host { get; set; }
            public int Number { get; set; }
        }
        class Servers
        {
            public Server Out { get; {{set}} } = new Server(588);
            public Server Listen { get; {{set}} } = new Server(25);
        }
        class Sender
        {
            private readonly Servers _all = new Servers();
            void Send() => new SmtpClient(_all.Out.Host, _all.Out.Number).Send(null!);
        }
        """);

    /// <summary>Members that are swapped hold what is put into either, in whatever order they are asked for.</summary>
    [Theory]
    [InlineData("{|SMTP001:25|}", "s.First.Number = 588; s.Second.Number = $P;", "s.Out = s.Spare; s.First = s.Spare;")]
    [InlineData("{|SMTP001:25|}", "s.Second.Number = 588; s.First.Number = $P;", "s.Out = s.Spare; s.First = s.Spare;")]
    [InlineData("{|SMTP001:25|}", "s.Second.Number = 588; s.First.Number = $P;", "s.Out = s.Spare; s.Second = s.Spare;")]
    [InlineData("25", "s.First.Number = 588; s.Second.Number = $P;", "s.Out = s.Spare;")]
    [InlineData("25", "s.First.Number = 588; s.Second.Number = $P;", "s.First = s.Spare;")]
    public Task Members_ThatAreSwapped(string port, string set, string put) => Connection.TypesAsync($$"""
        class Server { public string Host { get; set; } = ""; public int Number { get; set; } }
        class Servers
        {
            public Server Out { get; set; } = new();
            public Server First { get; set; } = new();
            public Server Second { get; set; } = new();
            public Server Spare { get; set; } = new();
        }
        class Sender
        {
            void Send(Servers s) => new SmtpClient(s.Out.Host, s.Out.Number).Send(null!);
            static void Swap(Servers s) { var own = s.First; s.First = s.Second; s.Second = own; }
            static void Set(Servers s) { {{set.Replace("$P", port)}} }
            static void Put(Servers s) { {{put}} }
        }
        """);

    /// <summary>An empty host that a constructor presets is what settings fill; one that nothing else sets connects to nothing.</summary>
    [Theory]
    [InlineData("set;", "{|SMTP001:25|}")]
    [InlineData("", "25")]
    public Task EmptyHost_OfAConstructor(string set, string port) => Connection.TypesAsync($$"""
        class Server(string host, int n) { public string Host { get; {{set}} } = host; public int Number { get; {{set}} } = n; }
        class Servers { public Server Out { get; set; } = new("", {{port}}); }
        class Startup { void A(IServiceCollection services, IConfiguration c) => services.Configure<Servers>(c.GetSection("Servers")); }
        class Sender(IOptions<Servers> o) { void Send() => new SmtpClient(o.Value.Out.Host, o.Value.Out.Number).Send(null!); }
        """);

    [Theory]
    [InlineData("static void Set(Servers s) { s.Out.Number = {|SMTP001:25|}; }")]
    [InlineData("static void Set(Servers s) { var own = s.Out; own.Number = {|SMTP001:25|}; }")]
    [InlineData("static Servers Make() { var one = new Server { Number = {|SMTP001:25|} }; return new() { Listen = one, Out = one }; }")]
    [InlineData("static Servers Make() { var one = new Server { Number = {|SMTP001:25|} }; Take(one); return new() { Listen = one }; } " +
        "static void Take(Server one) { }")]
    [InlineData("static Server Make() => new() { Number = {|SMTP001:25|} };")]
    [InlineData("static Server Make(Servers s) { var one = new Server { Number = {|SMTP001:25|} }; s.Listen = one; return one; }")]
    [InlineData("static void Set(Servers s) { s.Listen = new Server { Number = {|SMTP001:25|} }; } " +
        "static void Swap(Servers s) { s.Out = s.Listen; }")]
    [InlineData("static void Set(Servers s) { s.Listen.Number = {|SMTP001:25|}; } static void Put(Servers s, Server own) { s.Out = own; }")]
    [InlineData("static void Set(Servers s) { s.Listen.Number = {|SMTP001:25|}; } " +
        "static void Put(Servers s, Server own) { s.Listen = own; }")]
    public Task Own_OrWhatMayBecomeIt_IsReported(string members) => CheckAsync(Classes, members);

    private static Task CheckAsync(string classes, string members) => Connection.TypesAsync(classes + $$"""

        class Sender
        {
            void Send(Servers servers) => new SmtpClient(servers.Out.Host, servers.Out.Number).Send(null!);
            {{members}}
        }
        """);
}
