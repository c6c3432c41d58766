using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

public class SystemNetMailTests
{
    [Theory]
    [InlineData("""new SmtpClient("mail.contoso.com", {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(port: {|SMTP001:25|}, host: "mail.contoso.com").Send(message);""")]
    [InlineData("""SmtpClient client = new("mail.contoso.com", {|SMTP001:0x19|}); client.Send(message);""")]
    [InlineData("""const int Port = 25; new SmtpClient(host, {|SMTP001:Port|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:(int)25u|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:20 + 5|}).Send(message);""")]
    [InlineData("""using var client = new SmtpClient(host) { EnableSsl = true, Port = {|SMTP001:25|} }; client.Send(message);""")]
    [InlineData("""using (var client = new SmtpClient()) { client.Host = host; client.Port = {|SMTP001:25|}; client.Send(message); }""")]
    [InlineData("""var client = new System.Net.Mail.SmtpClient(host, {|SMTP001:25|});""")]
    [InlineData("""var client = new SmtpClient(host, 587); client.Port = {|SMTP001:25|}; client.Send(message);""")]
    public Task Port_Literal25_Reports(string statements) => Connection.StatementsAsync(statements);

    [Theory]
    [InlineData("""{|SMTP002:new SmtpClient("mail.contoso.com")|}.Send(message);""")]
    [InlineData("""{|SMTP002:new SmtpClient("mail.contoso.com", 0)|}.Send(message);""")]
    [InlineData("""SmtpClient client = {|SMTP002:new(host)|}; client.Send(message);""")]
    [InlineData("""var client = {|SMTP002:new SmtpClient { Host = host }|}; client.Send(message);""")]
    [InlineData("""var client = {|SMTP002:new SmtpClient()|}; client.Host = host; client.Send(message);""")]
    [InlineData("""var client = {|SMTP002:new SmtpClient()|}; if (flag) client.Host = host; client.Send(message);""")]
    [InlineData("""var client = {|SMTP002:new SmtpClient(host)|}; if (flag) client.Port = 587; client.Send(message);""")]
    public Task Port_NotWritten_ReportsTheCreation(string statements) => Connection.StatementsAsync(statements);

    [Theory]
    [InlineData("""new SmtpClient(host, 587).Send(message);""")]
    [InlineData("""var client = new SmtpClient(host, 25); client.Port = 587; client.Send(message);""")]
    [InlineData("""var client = new SmtpClient(host); client.Port = 587; client.Send(message);""")]
    [InlineData("""var client = new SmtpClient(host) { Port = 2525 }; client.Send(message);""")]
    [InlineData("""var client = new SmtpClient(host); if (flag) client.Port = 587; else client.Port = 465; client.Send(message);""")]
    [InlineData("""var client = new SmtpClient(host); if (flag) return; client.Port = 587; client.Send(message);""")]
    [InlineData("""var client = new SmtpClient(host, int.Parse(Console.ReadLine()!)); client.Send(message);""")]
    [InlineData("""var client = new SmtpClient(host); client.Port = int.Parse(Console.ReadLine()!); client.Send(message);""")]
    [InlineData("""new SmtpClient().Send(message);""")]
    [InlineData("""var client = new SmtpClient(); client.EnableSsl = true; client.Send(message);""")]
    [InlineData("""var size = 25; new SmtpClient(host, 587).Send(new MailMessage { Body = size.ToString() });""")]
    public Task Port_Not25_IsSilent(string statements) => Connection.StatementsAsync(statements);

    [Fact]
    public Task DerivedType_WithoutConstructor_IsJudgedWhereItIsMade() => Connection.TypesAsync("""
        class Relay : SmtpClient { }
        class Again : Relay { }
        class C
        {
            void M(string host)
            {
                var one = {|SMTP002:new Relay { Host = host }|};
                var two = new Again { Host = host, Port = {|SMTP001:25|} };
                var three = new Again { Host = host, Port = 587 };
            }
        }
        """);

    [Fact]
    public Task DerivedType_WithConstructor_IsJudgedByItsBaseCall() => Connection.TypesAsync("""
        class Fixed : SmtpClient { public Fixed() : base("mail.contoso.com", {|SMTP001:25|}) { } }
        class Passed : SmtpClient { public Passed(string host, int port) : base(host, port) { } }
        class Good : SmtpClient { public Good(string host) : base(host, 587) { } }
        class C
        {
            void M(string host)
            {
                new Passed(host, {|SMTP001:25|}).Dispose();
                new Passed(host, 587).Dispose();
                new Good(host).Dispose();
            }
        }
        """);

    [Fact]
    public Task DerivedType_OfADerivedType_TakesItsPort() => Connection.TypesAsync("""
        class Good : SmtpClient { public Good() : base("mail.contoso.com", 587) { } }
        class Implicit : Good { }
        class Written : Good { public Written() { } }
        class Unset : SmtpClient { public Unset() { EnableSsl = true; } }
        class C
        {
            void M(string host)
            {
                new Implicit { Host = host }.Dispose();
                new Written { Host = host }.Dispose();
                {|SMTP002:new Unset { Host = host }|}.Dispose();
            }
        }
        """);

    [Fact]
    public async Task ReferencedProject_WithItsSourceAtHand_DoesNotThrow()
    {
        var library = Findings.Compile("""
            using System.Net.Mail;
            public static class Shared
            {
                public const int Port = 25;
                public static SmtpClient Open() => new SmtpClient("mail.contoso.com", 25);
                public static int GetPort(int port = 25) => port;
                public static void Configure(SmtpClient client) => client.Port = 587;
            }
            public class Settings { public string Host { get; set; } = ""; public int Port { get; set; } = 25; }
            public class Relay : SmtpClient { public Relay() : base("mail.contoso.com", 587) { } }
            """).WithAssemblyName("Library");
        var program = Findings.Compile("""
            using System.Net.Mail;
            class C
            {
                void A() { Shared.Open().Send(null); new SmtpClient("a.example", Shared.Port).Dispose(); new SmtpClient("b.example", Shared.GetPort()).Dispose(); }
                void B(Settings s) { new SmtpClient(s.Host, s.Port).Dispose(); new Relay().Dispose(); var c = new SmtpClient("d.example"); Shared.Configure(c); c.Send(null); }
            }
            """).AddReferences(library.ToMetadataReference());
        Assert.Equal("SMTP001", Assert.Single(await Findings.OfAsync(program)).Id);
    }

    [Theory]
    [InlineData("public MailBase() : this(\"x.example\") { } protected MailBase(string s) { }")]
    [InlineData("public MailBase() : this(\"x.example\") { } protected MailBase(string s) { Port = 465; }")]
    [InlineData("public MailBase() { Port = 465; }")]
    [InlineData("public MailBase() : this(\"x.example\") { } private MailBase(string s) { }")]
    public async Task MemberOfAReferencedProject_SetByAConstructor_DoesNotThrow(string constructors)
    {
        var library = Findings.Compile($"public class MailBase {{ protected int Port = 25; {constructors} }}").WithAssemblyName("Library");
        var program = Findings.Compile("""
            using System.Net.Mail;
            class Mailer : MailBase
            {
                public Mailer() { Port = 587; }
                void Send() { new SmtpClient("a.example", Port).Dispose(); new SmtpClient("b.example", 25).Dispose(); }
            }
            """).AddReferences(library.ToMetadataReference());

        // The one about the port is about b; a has a relay's port, without encryption and login.
        Assert.Equal(
            ["SMTP001", "SMTP005", "SMTP006"],
            (await Findings.OfAsync(program)).Select(found => found.Id).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task MethodsOfAReferencedProject_UnderADevelopmentGuard_DoNotThrow()
    {
        var library = Findings.Compile("""
            public static class Shared
            {
                public static void Run(System.Action action) => action();
                public static int Port() => 25;
            }
            """).WithAssemblyName("Library");
        var program = Findings.Compile("""
            using System.Net.Mail;
            class Mailer
            {
                static bool IsDevelopment() => System.DateTime.Now.Year > 0;
                void Start() { if (IsDevelopment()) Shared.Run(Send); Send(); }
                void Send() { new SmtpClient("a.example", Shared.Port()).Dispose(); new SmtpClient("b.example", 25).Dispose(); }
            }
            """).AddReferences(library.ToMetadataReference());
        Assert.Equal("SMTP001", Assert.Single(await Findings.OfAsync(program)).Id);
    }

    [Fact]
    public Task OtherSmtpClient_OfTheSameName_IsSilent() => Connection.FileAsync("""
        class SmtpClient
        {
            public SmtpClient(string host, int port) { }
            public int Port { get; set; }
            public void Connect(string host, int port) { }
        }
        class C
        {
            void M() => new SmtpClient("mail.contoso.com", 25) { Port = 25 }.Connect("mail.contoso.com", 25);
        }
        """);

    [Fact]
    public Task Alias_NamesTheClient_Reports() => Connection.FileAsync("""
        using Client = System.Net.Mail.SmtpClient;
        class C { void M() => new Client("mail.contoso.com", {|SMTP001:25|}).Dispose(); }
        """);

    [Fact]
    public Task TopLevelProgram_Literal25_Reports()
    {
        var test = new SmtpTest<SmtpAnalyzer, Microsoft.CodeAnalysis.Testing.EmptyCodeFixProvider>
        {
            TestCode = """
                using System.Net.Mail;
                using var client = new SmtpClient(args[0], {|SMTP001:25|});
                client.Send("a@contoso.com", "b@contoso.com", "s", "b");
                """,
        };
        test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication;
        return test.RunAsync();
    }

    [Fact]
    public Task NetFramework_Literal25_Reports() => Connection.FileAsync(
        """
        using System.Net.Mail;
        class C
        {
            void M(MailKit.Net.Smtp.SmtpClient other)
            {
                using (var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|})) { client.Send(null); }
                other.Connect("mail.contoso.com", {|SMTP001:25|});
            }
        }
        """,
        TestReferences.Net472);

    [Fact]
    public Task GeneratedCode_Literal25_IsSilent() => Connection.FileAsync("""
        // <auto-generated />
        using System.Net.Mail;
        class C { void M() { new SmtpClient("mail.contoso.com", 25).Dispose(); } }
        """);

    [Fact]
    public Task HostAndPort_LackingTogetherOnOneWay_AreNotMixedWithTheOther() => Connection.TypesAsync("""
        class Settings { public string? Host { get; set; } public int Port { get; set; } public bool Anonymous { get; set; } public string? User { get; set; } }
        class Mailer
        {
            void Send(Settings? settings) { using var client = new SmtpClient(); Configure(client, settings); client.Send(null!); }
            void Configure(SmtpClient client, Settings? settings) { if (settings == null) return; client.Host = settings.Host!; client.Port = settings.Port; }
            void HostOnly(Settings? settings) { using var client = {|SMTP002:new SmtpClient()|}; SetHost(client, settings); client.Send(null!); }
            void SetHost(SmtpClient client, Settings? settings) { if (settings == null) return; client.Host = settings.Host!; }
            void Branches(Settings settings, MailMessage message, string service)
            {
                if (service != "mail" || !settings.Anonymous) return;
                using (var client = new SmtpClient())
                {
                    client.UseDefaultCredentials = !settings.Anonymous;
                    if (!client.UseDefaultCredentials && !string.IsNullOrEmpty(settings.User)) client.EnableSsl = true;
                    if (message.To.Count == 0) return;
                    if (settings.Host != null) client.Host = settings.Host;
                    client.Port = settings.Port;
                    message.IsBodyHtml = !string.IsNullOrEmpty(message.Body) && message.Body.Contains("<") && message.Body.Contains(">");
                    try { Console.WriteLine(message.To[0]); } catch (Exception e) { Console.WriteLine(e); }
                }
            }
        }
        """);
}
