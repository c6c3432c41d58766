using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Robustness;

/// <summary>Code as it is while somebody types it. The analyzer must not throw, and must not invent a connection.</summary>
public class BrokenCodeTests
{
    private const string Source = """
        using System;
        using System.Net.Mail;
        using System.Threading.Tasks;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;
        record Relay(string Host, int Port = 25);
        class Settings { public string Host { get; set; } = ""; public int SmtpPort { get; set; } = 25; }
        class Derived : SmtpClient { public Derived(string host, int port) : base(host, port) { } }
        class C(IConfiguration configuration, Settings settings)
        {
            private readonly SmtpClient _client = new("mail.contoso.com") { EnableSsl = true };
            private int Port => configuration.GetValue("Smtp:Port", 25);
            public async Task Send(MailKit.Net.Smtp.ISmtpClient client, string? host, int? port = null)
            {
                var (h, p) = host is null ? ("localhost", 25) : (host, port ?? 25);
                using (var snm = new SmtpClient(h, p) { Host = h }) { try { snm.Port = 25; snm.Send(null!); } catch (Exception e) when (e is not null) { p = 25; } finally { p++; } }
                foreach (var i in new[] { 25 }) await client.ConnectAsync(settings.Host, i, SecureSocketOptions.StartTls);
                Func<SmtpClient> make = () => new Derived(h, Port);
                client.Connect($"{h}", p switch { 25 => 587, var other when other > 0 => other, _ => 25 });
                for (var n = 0; n < 3; n++) { n += 25; _client.Port = n; }
                int Local(int x) => x == 0 ? 25 : Local(x - 1);
                make().Port = Local(3);
            }
        }
        """;

    [Fact]
    public async Task Truncated_Anywhere_DoesNotThrow()
    {
        for (var length = 0; length < Source.Length; length += 7)
            await Findings.OfBrokenAsync(Source.Substring(0, length));
    }

    [Fact]
    public async Task OneTokenMissingOrDoubled_DoesNotThrow()
    {
        var root = Findings.Compile(Source).SyntaxTrees[0].GetRoot();
        foreach (var (token, index) in root.DescendantTokens().Select((token, index) => (token, index)))
        {
            var isDoubled = index % 2 == 0;
            await Findings.OfBrokenAsync(
                Source.Remove(token.SpanStart, token.Span.Length).Insert(token.SpanStart, isDoubled ? token.Text + " " + token.Text : ""));
        }
    }

    [Theory]
    [InlineData("var client = new SmtpClient(")]
    [InlineData("""var client = new SmtpClient("mail.contoso.com", """)]
    [InlineData("""var client = new SmtpClient("mail.contoso.com") { Port = """)]
    [InlineData("""client.Connect("mail.contoso.com", 25""")]
    [InlineData("""unknown.Connect("mail.contoso.com", 25);""")]
    [InlineData("""new Unknown.SmtpClient("mail.contoso.com", 25);""")]
    [InlineData("""dynamic d = null!; d.Connect("mail.contoso.com", 25); d.Port = 25;""")]
    public async Task HalfTyped_DoesNotInventAConnection(string statements)
    {
        var found = await Findings.OfBrokenAsync("using System.Net.Mail; class C { void M() { " + statements + " } }");
        Assert.Empty(found);
    }

    [Fact]
    public async Task MissingReferences_AreSilent()
    {
        var compilation = Findings.Compile(Source).WithReferences();
        Assert.Empty(await Findings.OfAsync(compilation));
    }

    [Fact]
    public async Task LongMethod_IsAnalysed()
    {
        var statements = string.Concat(
            Enumerable.Range(0, 3000).Select(i => $"var x{i} = {i}; if (x{i} > DateTime.Now.Day) Console.WriteLine(x{i});\n"));
        var found = await Findings.OfAsync(
            "using System; using System.Net.Mail; class C { void M() { " + statements
                + " new SmtpClient(\"mail.contoso.com\", 25).Dispose(); } }");
        Assert.Single(found);
    }

    [Fact]
    public async Task DeepCallChain_IsFollowed()
    {
        var methods = string.Concat(Enumerable.Range(0, 200).Select(i => $"void M{i}(string h, int p) => M{i + 1}(h, p);\n"));
        var found = await Findings.OfAsync(
            "using System.Net.Mail; class C { " + methods
                + " void M200(string h, int p) => new SmtpClient(h, p).Dispose(); void Start() => M0(\"mail.contoso.com\", 25); }");
        Assert.Equal("25", Text(Assert.Single(found)));
    }

    [Fact]
    public async Task ObjectsThatReferToThemselves_End()
    {
        var found = await Findings.OfAsync("""
            using System.Net.Mail;
            public class Node { public Node Next; public int Number { get; set; } = 25; }
            public static class Make
            {
                public static Node Self() { var n = new Node(); n.Next = n; return n; }
                public static Node Ring() { var a = new Node(); var b = new Node { Next = a }; a.Next = b; a.Number = 25; return b; }
            }
            public class Use
            {
                public void A() => new SmtpClient("mail.contoso.com", Make.Self().Number).Dispose();
                public void B() => new SmtpClient("mail.contoso.com", Make.Ring().Next.Next.Next.Number).Dispose();
            }
            """);
        Assert.Equal(2, found.Length);
    }

    [Fact]
    public async Task DeepExpression_DoesNotOverflow()
    {
        var sum = string.Join(" + ", Enumerable.Repeat("1", 300));
        Assert.Empty(
            await Findings.OfAsync(
                "using System.Net.Mail; class C { void M() => new SmtpClient(\"mail.contoso.com\", " + sum + ").Dispose(); }"));
    }

    private static string Text(Diagnostic diagnostic) => diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan);
}
