using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Silence;

/// <summary>A 25 that is written to another object, or given to another one's constructor.</summary>
public class OtherObjectTests
{
    [Theory]
    [InlineData("public string Host { get; init; } = \"\"; public int Number { get; init; }", "new() { Host = \"{0}\", Number = {1} }")]
    [InlineData("public string Host; public int Number; public Server(string host, int number) { Host = host; Number = number; }",
        "new(\"{0}\", {1})")]
    [InlineData(
        "public Server(string host, int number) { Host = host; Number = number; } public string Host { get; } public int Number { get; }",
        "new(\"{0}\", {1})")]
    public Task Object_OfAnotherField_IsAnother(string members, string made)
    {
        var (good, bad) = (Make("smtp.contoso.com", "588"), Make("mx.contoso.com", "25"));
        return Connection.TypesAsync($$"""
            class Server { {{members}} }
            static class Servers
            {
                public static readonly Server Out = {{good}};
                public static readonly Server In = {{bad}};
                public static Server Own { get; } = {{good}};
                public static readonly Server Plain = {{Make("relay.contoso.com", "{|SMTP001:25|}")}};
            }
            class Sender
            {
                private readonly Server _out = {{good}};
                private readonly Server _in = {{bad}};
                void A() => new SmtpClient(Servers.Out.Host, Servers.Out.Number).Send(null!);
                void B() => new SmtpClient(_out.Host, _out.Number).Send(null!);
                void C() { var own = Servers.Own; new SmtpClient(own.Host, own.Number).Send(null!); }
                void D() => new SmtpClient(Servers.Plain.Host, Servers.Plain.Number).Send(null!);
                int Listen() => _in.Number + Servers.In.Number;
            }
            """);

        string Make(string host, string port) => made.Replace("{0}", host).Replace("{1}", port);
    }

    [Fact]
    public Task KeptSettings_ChosenByAMember_KeepTheirPair() => Connection.TypesAsync("""
        class Server
        {
            public string Host { get; init; } = "";
            public int Number { get; init; }
            public static readonly Server Local = new() { Host = "localhost", Number = 25 };
            public static readonly Server Relay = new() { Host = "smtp.contoso.com", Number = 588 };
            public static readonly Server Plain = new() { Host = "mail.contoso.com", Number = {|SMTP001:25|} };
            public static Server Good => Environment.GetEnvironmentVariable("RELAY") == "1" ? Relay : Local;
            public static Server Bad => Environment.GetEnvironmentVariable("RELAY") == "1" ? Plain : Local;
        }
        class Sender
        {
            void A() { var s = Server.Good; new SmtpClient(s.Host, s.Number).Send(null!); }
            void B() { var s = Server.Bad; new SmtpClient(s.Host, s.Number).Send(null!); }
        }
        """);

    [Fact]
    public Task FieldOfAnObject_IsNotWhatItsMembersAre() => Connection.TypesAsync("""
        class Limits { public int Retries; public string Name = ""; }
        class Sender
        {
            private readonly Limits _limits = new() { Retries = 25, Name = "x" };
            private readonly int _port = new Limits { Retries = 25 }.Retries + 563;
            void A(string host) => new SmtpClient(host, _port).Send(null!);
            int B() => _limits.Retries;
        }
        """);

    [Theory]
    [InlineData("public string Key = \"\", Value = \"\";", "int.Parse(row.Value)")]
    [InlineData("public string Name { get; set; } = \"\"; public int IntValue { get; set; }", "row.IntValue")]
    public Task RowsOfATable_SayNothingOfOneAnother(string members, string port) => Connection.TypesAsync($$"""
        class Row { {{members}} }
        static class Seed
        {
            public static List<Row> Rows() { var row = new Row(); Fill(row); return new List<Row> { row }; }
            static void Fill(Row row) { {{(port.Contains("Int") ? "row.IntValue = 25;" : "row.Value = \"25\";")}} }
        }
        class Sender
        {
            void A(string host, Row row) => new SmtpClient(host, {{port}}).Send(null!);
        }
        """);

    [Fact]
    public Task Initializer_ThatAMethodOfAllConstructorsReplaces_IsNeverSeen() => Connection.TypesAsync("""
        class Good
        {
            private int _port = 25;
            private string _host = "";
            public Good(string host) { Init(host, 588); }
            public Good(string host, int port) { Init(host, port); }
            private void Init(string host, int port) { _host = host; _port = port; }
            void Send() => new SmtpClient(_host, _port).Send(null!);
        }
        class Bad
        {
            private int _port = {|SMTP003:25|};
            private string _host = "";
            public Bad(string host) { _host = host; }
            public Bad(string host, int port) { Init(host, port); }
            private void Init(string host, int port) { _host = host; _port = port; }
            void Send() => new SmtpClient(_host, _port).Send(null!);
        }
        """);
}
