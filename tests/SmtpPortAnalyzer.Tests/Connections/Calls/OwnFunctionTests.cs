using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Calls;

/// <summary>What a method gives whose callers are all known: only what they hand over, each with what stands beside it.</summary>
public class OwnFunctionTests
{
    private const string Tail = "{ new SmtpClient(host, port).Send(null!); }";

    [Theory]
    [InlineData("void Go(string host, int port = 25)", "Go(\"localhost\"); Go(\"smtp.contoso.com\", 588);")]
    [InlineData("void Go(int port = 25, string host = \"mail.contoso.com\")", "Go(host: \"localhost\"); Go(588);")]
    public Task Default_BesideALocalHost_IsSilent(string signature, string calls) => Connection.TypesAsync($$"""
        class A { private {{signature}} {{Tail}} public void Call() { {{calls}} } }
        class B { public void Call() { {{signature}} {{Tail}} {{calls}} } }
        """);

    [Theory]
    [InlineData("void Go(string host, int port = {|SMTP003:25|})", "Go(\"localhost\"); Go(\"mail.contoso.com\");")]
    [InlineData("void Go(int port = {|SMTP003:25|}, string host = \"mail.contoso.com\")", "Go(); Go(588, \"localhost\");")]
    [InlineData("void Go(string host, int port = {|SMTP003:25|})", "Go(host: Environment.MachineName + \".contoso.com\");")]
    public Task Default_BesideAnotherHost_Reports(string signature, string calls) => Connection.TypesAsync($$"""
        class A { private {{signature}} {{Tail}} public void Call() { {{calls}} } }
        class B { public void Call() { {{signature}} {{Tail}} {{calls}} } }
        """);

    [Fact]
    public Task Default_OfAMethodThatOthersMayCall_Reports() => Connection.TypesAsync($$"""
        public class A
        {
            public void Go(string host, int port = {|SMTP003:25|}) {{Tail}}
            public void Call() { Go("localhost"); Go("smtp.contoso.com", 588); }
        }
        """);

    [Theory]
    [InlineData("string host, bool plain", "var port = plain ? 25 : 588;", "Go(\"smtp.contoso.com\", false); Go(\"localhost\", true);")]
    [InlineData("int? given", "var host = \"smtp.contoso.com\"; var port = given ?? 25;", "Go(588); Go(2525);")]
    [InlineData("string kind", "var host = \"smtp.contoso.com\"; var port = kind.Length == 3 ? 588 : 25;", "Go(\"tls\");")]
    [InlineData("string? mode = null", "var host = \"smtp.contoso.com\"; var port = mode == \"plain\" ? 25 : 588;", "Go(); Go(\"tls\");")]
    public Task Choice_ThatNoCallerMakes_IsSilent(string parameters, string choice, string calls) => Connection.TypesAsync($$"""
        class A { private void Go({{parameters}}) { {{choice}} new SmtpClient(host, port).Send(null!); } public void Call() { {{calls}} } }
        """);

    [Theory]
    [InlineData("string host, bool plain", "host, {|SMTP001:plain ? 25 : 588|}", "Go(\"localhost\", false); Go(\"a.contoso.com\", true);")]
    [InlineData("int? given", "\"mail.contoso.com\", given ?? {|SMTP003:25|}", "Go(588); Go(null);")]
    [InlineData("int? given", "\"mail.contoso.com\", given.HasValue ? given.Value : {|SMTP003:25|}", "Go(588); Go(null);")]
    public Task Choice_ThatACallerMakes_Reports(string parameters, string made, string calls) => Connection.TypesAsync($$"""
        class A
        {
            private void Go({{parameters}}) => new SmtpClient({{made}}).Send(null!);
            public void Call() { {{calls}} }
        }
        """);

    /// <summary>What the program's own conversions make of a number.</summary>
    [Fact]
    public Task Conversion_OfTheProgram_GivesWhatItsCodeGives() => Connection.TypesAsync("""
        readonly record struct Safe(int Value)
        {
            public static implicit operator int(Safe s) => s.Value == 25 ? 588 : s.Value;
            public static implicit operator Safe(int value) => new(value);
        }
        readonly record struct Plain(int Value)
        {
            public static implicit operator int(Plain p) => p.Value;
            public static explicit operator Plain(int value) => new(value);
        }
        class C
        {
            void A(string host) { Safe safe = 25; new SmtpClient(host, safe).Send(null!); }
            void B(string host) => new SmtpClient(host, new Safe(25)).Send(null!);
            void D(string host) { var plain = (Plain){|SMTP001:25|}; new SmtpClient(host, plain).Send(null!); }
            void E(string host) { var plain = (Plain)588; new SmtpClient(host, plain).Send(null!); }
        }
        """);

    /// <summary>A library's default counts only where the setting that would replace it can be missing.</summary>
    [Theory]
    [InlineData("public int Number { get; set; } = 588;", "if (s.Number > 0) client.Port = s.Number;")]
    [InlineData("public int Number { get; set; } = 588;", "if (s.Number != 0) { client.Port = s.Number; }")]
    [InlineData("public int Number { get; set; } = 588;", "if (s.Number <= 0) { } else client.Port = s.Number;")]
    [InlineData("public int Number = 993;", "if (s.Number >= 1) client.Port = s.Number;")]
    public Task LibraryDefault_WhereTheSettingHasItsOwn_IsSilent(string member, string statement) =>
        Connection.TypesAsync(Unset(member, statement, "new SmtpClient(s.Host)"));

    [Theory]
    [InlineData("public int Number { get; set; }", "if (s.Number > 0) client.Port = s.Number;")]
    [InlineData("public int Number { get; set; } = 588;", "if (s.Number > 600) client.Port = s.Number;")]
    [InlineData("public int Number { get; set; } = 588; public int Kind { get; set; }", "if (s.Kind > 0) client.Port = s.Number;")]
    public Task LibraryDefault_WhereTheSettingMayBeMissing_Reports(string member, string statement) =>
        Connection.TypesAsync(Unset(member, statement, "{|SMTP002:new SmtpClient(s.Host)|}"));

    private static string Unset(string member, string statement, string creation) => $$"""
        class Settings { public string Host { get; set; } = ""; {{member}} }
        class C { void Send(Settings s) { var client = {{creation}}; {{statement}} client.Send(null!); } }
        """;

    /// <summary>More places than a caller follows one by one: those on port 25 keep their hosts.</summary>
    [Fact]
    public Task Table_OfManyPlaces_KeepsThePairsOnPort25() => Connection.TypesAsync($$"""
        class A
        {
            static (string Host, int Port) Find(string region)
            {
                switch (region)
                {
                    {{string.Join("\n", Enumerable.Range(0, 12).Select(i => $"case \"r{i}\": return (\"r{i}.contoso.com\", {588 + i});"))}}
                    case "local": return ("localhost", 25);
                    case "old": return ("old.contoso.com", {|SMTP001:25|});
                    default: throw new ArgumentException(region);
                }
            }
            void Send(string region) { var (host, port) = Find(region); new SmtpClient(host, port).Send(null!); }
        }
        """);

    /// <summary>Functions that are put together run in an order that is not followed.</summary>
    [Fact]
    public Task Functions_PutTogether_MaySetThePort() => Connection.StatementsAsync("""
        var client = new SmtpClient(host);
        Action set = () => client.Port = 588;
        set += () => client.EnableSsl = true;
        set();
        client.Send(message);
        """);

    [Theory]
    [InlineData("host + \".mail.svc.cluster.local\"", false)]
    [InlineData("$\"{host}.localhost\"", false)]
    [InlineData("host + \".contoso.com\"", true)]
    [InlineData("host + \"-relay\"", true)]
    public Task Host_OfWhichTheEndIsKnown(string host, bool isRed) =>
        Connection.StatementsAsync($"new SmtpClient({host}, {(isRed ? "{|SMTP001:25|}" : "25")}).Send(message);");
}
