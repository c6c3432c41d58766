using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>
/// Where the border runs between a 25 that stands in for something (SMTP003) and one that the code chose (SMTP001), shape by shape.
/// </summary>
public class FallbackShapeTests
{
    [Theory]
    [InlineData("""n ??= {|SMTP003:25|}; new SmtpClient(host, n.Value).Dispose();""")]
    [InlineData("""new SmtpClient(host, n ?? ({|SMTP003:25|})).Dispose();""")]
    [InlineData("""new SmtpClient(host, (int)(n ?? {|SMTP003:25|})).Dispose();""")]
    [InlineData("""new SmtpClient(host, n.HasValue ? n.Value : int.Parse({|SMTP003:"25"|})).Dispose();""")]
    [InlineData("""new SmtpClient(host, n.HasValue ? n.Value : Convert.ToInt32({|SMTP003:"25"|})).Dispose();""")]
    [InlineData("""new SmtpClient(host, n switch { int some => some, _ => {|SMTP003:25|} }).Dispose();""")]
    [InlineData("""new SmtpClient(host, p0 switch { > 0 => p0, _ => {|SMTP003:25|} }).Dispose();""")]
    [InlineData("""new SmtpClient(host, a.Port > 0 ? a.Port : {|SMTP003:25|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, Get("port") > 0 ? Get("port") : {|SMTP003:25|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, d["port"] > 0 ? d["port"] : {|SMTP003:25|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, reads.Number("port", {|SMTP003:25|})).Dispose();""")]
    [InlineData("""new SmtpClient(host, reads.Port(fallbackPort: {|SMTP003:25|})).Dispose();""")]
    [InlineData("""new SmtpClient(host, reads.Or(portDefault: {|SMTP003:25|})).Dispose();""")]
    [InlineData("""new SmtpClient(host, one.Number("port", {|SMTP003:25|})).Dispose();""")]
    [InlineData("""var p = {|SMTP003:25|}; if (a.Port > 0) p = a.Port; new SmtpClient(host, p).Dispose();""")]
    [InlineData("""var s = new SmtpClient(host); s.Port = {|SMTP003:25|}; if (int.TryParse(host, out var q)) s.Port = q; s.Dispose();""")]
    [InlineData("""var s = new SmtpClient(host) { Port = {|SMTP003:25|} }; if (int.TryParse(host, out var q)) s.Port = q; s.Dispose();""")]
    [InlineData("""var s = new SmtpClient(host); s.Port = {|SMTP003:25|}; if (n.HasValue) { s.Port = n.Value; } s.Dispose();""")]
    [InlineData(
        """var s = new SmtpClient(host) { Port = {|SMTP003:25|} }; try { s.Port = int.Parse(host); } catch (FormatException) { } """ +
        """s.Send(host, host, host, host);""")]
    [InlineData("""SmtpClient s; s = new SmtpClient(host) { Port = {|SMTP003:25|} }; if (a.Port != 0) s.Port = a.Port; s.Dispose();""")]
    [InlineData("""while (a.Port < 9) { var p = {|SMTP003:25|}; if (n != null) p = n.Value; new SmtpClient(host, p).Dispose(); }""")]
    [InlineData("""var (h, p) = n is { } some ? (host, some) : (host, {|SMTP003:25|}); new SmtpClient(h, p).Dispose();""")]
    [InlineData(
        """var (h, p) = (n, a.Ssl) switch { ({ } x, _) => (host, x), _ => (host, {|SMTP003:25|}) }; new SmtpClient(h, p).Dispose();""")]
    [InlineData("""new SmtpClient(host, host.Length != 0 ? int.Parse(host) : {|SMTP003:25|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, new List<int> { p0 }.Count == 0 ? {|SMTP003:25|} : new List<int> { p0 }[0]).Dispose();""")]
    [InlineData("""new SmtpClient(host, d.Count > 0 ? d["port"] : {|SMTP003:25|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, host.Trim().Length > 0 ? int.Parse(host) : {|SMTP003:25|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, d.Keys.Contains("port") ? d["port"] : {|SMTP003:25|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, new List<string>(args).Find(k => k == "port") == null ? {|SMTP003:25|} : d["port"]).Dispose();""")]
    [InlineData("""
        var p = {|SMTP003:25|};
        for (var i = 0; i < args.Length; i++) { switch (args[i]) { case "--port": p = int.Parse(args[++i]); break; } }
        new SmtpClient(host, p).Dispose();
        """)]
    [InlineData("""
        var p = {|SMTP003:25|};
        foreach (var line in args) { var (key, value) = Pair(line); if (key == "port") p = int.Parse(value); }
        new SmtpClient(host, p).Dispose();
        """)]
    [InlineData("""var p = {|SMTP003:25|}; options.Option("port=", v => p = int.Parse(v)); new SmtpClient(host, p).Dispose();""")]
    [InlineData("""var p = {|SMTP003:25|}; options.Option("port=", v => { p = int.Parse(v); }); new SmtpClient(host, p).Dispose();""")]
    public Task StandsIn_ReportsIt(string statements) => CheckAsync(statements);

    /// <summary>What code that is not known writes is known at run time only.</summary>
    [Theory]
    [InlineData("var p = 25; options.Each(v => p = v); new SmtpClient(host, p).Dispose();")]
    [InlineData("var p = 25; options.Option(\"tls\", v => p = 587); new SmtpClient(host, p).Dispose();")]
    [InlineData(
        "var (h, p) = (\"localhost\", 25); options.Option(\"h\", v => h = v); options.Option(\"p\", v => p = int.Parse(v)); " +
        "new SmtpClient(h, p).Dispose();")]
    public Task LambdaOfOtherCode_MayWriteAnything(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("""new SmtpClient(host, {|SMTP001:a.Ssl ? a.Port : 25|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:a.Port > 0 ? b.Port : 25|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:Get("tls") > 0 ? Get("port") : 25|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:host switch { "a" => p0, _ => 25 }|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:n switch { int some when some > 3 => p0, _ => 25 }|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:p0 switch { > 0 => 587, _ => 25 }|}).Dispose();""")]
    [InlineData(
        """var p = 25; var other = 0; if (int.TryParse(host, out var q)) other = q; new SmtpClient(host, {|SMTP001:p|}).Dispose();""")]
    [InlineData("""var p = 25; if (int.TryParse(host, out var q)) p = 465; new SmtpClient(host, {|SMTP001:p|}).Dispose();""")]
    [InlineData("""var p = 25; foreach (var o in args) { if (o == "--tls") p = 587; } new SmtpClient(host, {|SMTP001:p|}).Dispose();""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:args.Length > 1 ? int.Parse(args[1]) : 25|}).Dispose();""")]
    [InlineData("""var p = 25; if (a.Ssl) p = p0; new SmtpClient(host, {|SMTP001:p|}).Dispose();""")]
    [InlineData("""var s = new SmtpClient(host); s.Port = {|SMTP001:25|}; if (a.Ssl) s.Port = a.Port; s.Dispose();""")]
    [InlineData("""var s = new SmtpClient(host) { Port = {|SMTP001:25|} }; if (int.TryParse(host, out var q)) Port = q; s.Dispose();""")]
    [InlineData("""var s = new SmtpClient(host, {|SMTP001:25|}); if (a.Ssl) s.Port = a.Port; s.Dispose();""")]
    [InlineData(
        """var s = new SmtpClient(host); s.Port = {|SMTP001:25|}; if (n.HasValue) { new SmtpClient("b" + host).Port = n.Value; } """ +
        """s.Dispose();""")]
    [InlineData("""new SmtpClient(host, reads.Exact({|SMTP001:25|})).Dispose();""")]
    public Task Chosen_IsNoFallback(string statements) => CheckAsync(statements);

    [Fact]
    public Task Returned_IsChosenUnlessSomethingThatWasFoundIsReturnedBefore() => Connection.TypesAsync("""
        class Account
        {
            public string? Text { get; set; }
            public bool Ssl { get; set; }
            public int Asked { get { if (Ssl) return int.Parse(Text!); return {|SMTP001:25|}; } }
            public int Constant { get { if (Text != null) return 465; return {|SMTP001:25|}; } }
            public int After { get { Console.WriteLine(Text); return {|SMTP001:25|}; } }
            public int Tried { get { try { return int.Parse(Text!); } catch (FormatException) { } return {|SMTP003:25|}; } }
            public int Found { get { if (Text != null) return int.Parse(Text); return {|SMTP003:25|}; } }
        }
        class Mailer
        {
            void Asked(string host, Account a) => new SmtpClient(host, a.Asked).Send(null!);
            void Constant(string host, Account a) => new SmtpClient(host, a.Constant).Send(null!);
            void After(string host, Account a) => new SmtpClient(host, a.After).Send(null!);
            void Tried(string host, Account a) => new SmtpClient(host, a.Tried).Send(null!);
            void Found(string host, Account a) => new SmtpClient(host, a.Found).Send(null!);
        }
        """);

    [Fact]
    public Task HandedToAFallback_ReportsItWhereItIsGiven() => Connection.MembersAsync("""
        void Send(string host, int? port, int otherwise) => new SmtpClient(host, port ?? otherwise).Dispose();
        void A(int? port) => Send("mail.contoso.com", port, {|SMTP003:25|});
        """);

    /// <summary>
    /// A program may have written a path of any length, and the stack has an end: the compiler gives such code up, but may have asked
    /// before.
    /// </summary>
    [Theory]
    [InlineData(1, true)]
    [InlineData(5, true)]
    [InlineData(50_000, false)]
    public void Preset_OfAPath_IsKnownUpToAFewMembers(int members, bool isPreset)
    {
        var target = "node" + string.Concat(Enumerable.Repeat(".Next", members)) + ".Port";
        var block = SyntaxFactory.ParseStatement("{ " + target + " = 25; if (text != null) " + target + " = Read(text); }");
        var constant = block.DescendantNodes().OfType<LiteralExpressionSyntax>().First();
        Assert.Equal(isPreset, Fallback.IsPreset(constant, use: null));
    }

    [Theory]
    [InlineData(
        "var a = new Account(); a.Next.Relay.Port = {|SMTP003:25|}; if (text != null) a.Next.Relay.Port = int.Parse(text); " +
        "Send(a.Next.Relay);")]
    [InlineData(
        "var a = new Account(); a.Next.Relay.Port = {|SMTP001:25|}; if (text != null) a.Relay.Port = int.Parse(text); Send(a.Next.Relay);")]
    public Task PresetOfAMemberOfAMember_IsKnownByItsPath(string statements) => Connection.TypesAsync($$"""
        class Relay { public string Host { get; set; } = ""; public int Port { get; set; } }
        class Account { public Account Next { get; set; } = null!; public Relay Relay { get; set; } = new(); }
        class C
        {
            void M(string? text) { {{statements}} }
            void Send(Relay relay) { var client = new SmtpClient(relay.Host, relay.Port); client.Send(null!); }
        }
        """);

    /// <summary>
    /// A place in another file is neither before nor after one in this: here its number lies between the preset and what overwrites it.
    /// </summary>
    [Fact]
    public Task Preset_OfAReadOnlyField_IsOverwrittenWhereverItIsUsed()
    {
        const string Code =
            "partial class Mailer { private readonly int _port; public Mailer(string text) { _port = 25; if (int.TryParse(text, out var " +
            "given)) _port = given; } }";
        const string Use =
            "using System.Net.Mail; partial class Mailer { void M() => new SmtpClient(\"m.contoso.com\", _port).Send(new MailMessage()); }";
        var padding = Code.IndexOf("25", StringComparison.Ordinal) + 8 - Use.IndexOf("_port", StringComparison.Ordinal);
        return Relay.FileAsync(
            Code.Replace("25", "{|SMTP003:25|}", StringComparison.Ordinal),
            more: test => test.TestState.Sources.Add(new string(' ', padding) + Use));
    }

    [Fact]
    public Task HandedToBoth_IsChosen() => Connection.MembersAsync("""
        void Send(string host, bool direct, int? port, int given) => new SmtpClient(host, direct ? given : port ?? given).Dispose();
        void A(int? port) => Send("mail.contoso.com", true, port, {|SMTP001:25|});
        """);

    [Theory]
    [InlineData("Missing.Number(25)", null)]
    [InlineData("Missing.Number(\"SmtpPort\", 25)", "SMTP003")]
    [InlineData("Missing.Number(25, 587)", null)]
    [InlineData("new Missing(\"SmtpPort\", 25)", null)]
    public async Task CallThatDoesNotBind_TakesTheLastOfSeveralAsTheDefault(string port, string? id) => Assert.Equal(
        id is null ? [] : [id],
        (await Findings.OfBrokenAsync(
            "using System.Net.Mail; class C { void M(string host) { int port = " + port
                + "; new SmtpClient(host, port).Dispose(); } }")).Select(finding => finding.Id));

    [Fact]
    public Task TopLevelProgram_HasPresetsToo() => Relay.FileAsync(
        """
        using System.Net.Mail;
        var port = {|SMTP003:25|};
        if (int.TryParse(args[0], out var given)) port = given;
        new SmtpClient("mail.contoso.com", port).Send(new MailMessage());
        """,
        more: test => test.TestState.OutputKind = OutputKind.ConsoleApplication);

    /// <summary>
    /// The way from the preset to its use cannot be read off the places in the files: another part may be another file, and a loop goes
    /// back.
    /// </summary>
    [Fact]
    public Task Preset_UsedInAnotherPart_IsFoundWhereverThatStands() => Relay.FileAsync(
        """
        partial class Mailer
        {
            private int _port;
            public string Padding = "far down in its file, so that the use in the other one is further up";
            public Mailer(string text) { _port = {|SMTP003:25|}; if (int.TryParse(text, out var given)) _port = given; }
        }
        """,
        more: test =>
            test.TestState.Sources.Add(
                "using System.Net.Mail; partial class Mailer { void M() => new SmtpClient(\"mail.contoso.com\", _port).Send(new " +
                "MailMessage()); }"));

    [Theory]
    [InlineData("_port = {|SMTP003:25|}; if (int.TryParse(text, out var given)) _port = given;")]
    [InlineData("this._port = {|SMTP003:25|}; if (text != null) this._port = int.Parse(text);")]
    [InlineData("_port = {|SMTP003:25|}; try { _port = int.Parse(text!); } catch (FormatException) { }")]
    [InlineData("_port = {|SMTP001:25|}; if (text == null) _port = 465;")]
    [InlineData("if (text == null) _port = 465; else _port = {|SMTP001:25|};")]
    [InlineData("_port = 25; _port = int.Parse(text!);")]
    public Task Preset_OfAField_IsTheConstructors(string statements) => Connection.TypesAsync($$"""
        class Mailer
        {
            private int _port;
            public Mailer(string? text) { {{statements}} }
            public void Send(MailMessage message) { var client = new SmtpClient("mail.contoso.com", _port); client.Send(message); }
        }
        """);

    /// <summary>What the same body puts in its place on every way is nobody's port; what may stay there is.</summary>
    [Theory]
    [InlineData("new Relay { Host = host, Port = 25 }; relay.Port = int.Parse(host);")]
    [InlineData("new Relay { Host = host, Port = 25 }; relay.Port = c.GetValue<int>(\"Port\");")]
    [InlineData(
        "new Relay { Host = host, Port = {|SMTP001:25|} }; if (host.StartsWith(\"relay\")) relay.Port = c.GetValue<int>(\"Port\");")]
    [InlineData("new Relay { Host = host, Port = {|SMTP001:25|} }; c.Bind(relay);")]
    [InlineData("new Relay { Host = host, Port = {|SMTP001:25|} }; Fill(relay);")]
    public Task Setting_ThatIsOverwritten_IsGone(string statements) => Connection.TypesAsync($$"""
        class Relay { public string Host { get; set; } = ""; public int Port { get; set; } }
        class Mailer { public void Send(Relay relay) { var client = new SmtpClient(relay.Host, relay.Port); client.Send(null!); } }
        class C
        {
            static void Fill(object any) { }
            Relay Make(string host, IConfiguration c) { var relay = {{statements}} return relay; }
        }
        """);

    private static Task CheckAsync(string statements) => Connection.TypesAsync($$"""
        class Account { public bool Ssl { get; set; } public int Port { get; set; } }
        interface IReads { int Number(string key, int valueIfMissing); int Port(int fallbackPort); int Or(int portDefault); }
        interface IOptions { void Option(string name, Action<string> set); void Each(Action<int> action); }
        interface IOneReads { int Number(string key, int defaultValue); }
        class OneReads : IOneReads { public int Number(string key, int defaultValue) => int.TryParse(Environment.GetEnvironmentVariable(key), out var n) ? n : defaultValue; }
        static class Exactly { public static int Exact(this IReads reads, int value) => value; }
        class C
        {
            int Port { get; set; }
            static int Get(string key) => int.Parse(Console.ReadLine()!);
            static (string Key, string Value) Pair(string line) => (line.Split('=')[0], line.Split('=')[1]);
            void M(string host, int? n, int p0, Dictionary<string, int> d, Account a, Account b, IReads reads, IOneReads one,
                string[] args, IOptions options)
            {
                {{statements}}
            }
        }
        """);
}
