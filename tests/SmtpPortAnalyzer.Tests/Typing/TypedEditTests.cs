using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Typing;

/// <summary>
/// Each way in which an edit can change what is found although the file of the finding stays as it is, or what is found in it has been
/// kept: the findings after it are those of a search from scratch, and not those from before.
/// </summary>
public class TypedEditTests
{
    private const string Client = """
        using System.Net.Mail;
        class Sender { void Send(MailMessage message) { var client = new SmtpClient("mail.contoso.com", Ports.Number); client.Send(message); } }
        """;

    private const string Held = """
        using System.Net.Mail;
        class Sender { readonly SmtpClient _client; internal Sender(SmtpClient other) { _client = other; _client.Port = 25; } internal SmtpClient Own => _client; }
        """;

    private const string DeclaredPorts = """static class MailPorts { public const string Text = "25", Other = "587"; }""";

    private const string Declaring = """
        class Host { Host WithEnvironment(string name, string value) => this; void M() { WithEnvironment("Smtp__Size", MailPorts.Text); } }
        """;

    /// <summary>What changes, the files, which of them is edited, the text there, and what comes in its place.</summary>
    public static TheoryData<string, string[], int, string, string> Rows => new()
    {
        { "the body that connects", [Client.Replace("Ports.Number", "587", StringComparison.Ordinal)], 0, "587", "25" },
        { "a constant", [Client, "static class Ports { public const int Number = 587; }"], 1, "587", "25" },
        { "the key beside a constant", [Client, DeclaredPorts, Declaring], 2, "Smtp__Size", "Smtp__Port" },
        { "a constant beside a key", [Client, DeclaredPorts, Declaring.Replace("Size", "Port", StringComparison.Ordinal)], 2,
            "MailPorts.Text", "MailPorts.Other" },
        { "a static field's initializer", [Client, "static class Ports { public static readonly int Number = 587; }"], 1, "587", "25" },
        { "a property's initializer", [Client, "static class Ports { public static int Number { get; } = 587; }"], 1, "587", "25" },
        { "an expression body", [Client, "static class Ports { public static int Number => 587; }"], 1, "587", "25" },
        { "a getter", [Client, "static class Ports { public static int Number { get { return 587; } } }"], 1, "587", "25" },
        { "a body behind another", [Client, "static class Ports { public static int Number => Other.Get(); }",
            "static class Other { public static int Get() { return 587; } }"], 2, "587", "25" },
        { "an enumeration", [
            Client.Replace("Ports.Number", "(int)Ports.Number", StringComparison.Ordinal), "enum Ports { Number = 587 }"], 1, "587", "25" },
        { "the default of a parameter", [Client.Replace("Ports.Number", "Ports.Get()", StringComparison.Ordinal),
            "static class Ports { public static int Get(int port = 587) => port; }"], 1, "587", "25" },
        { "a body becomes long", [Client, "static class Ports { public static int Number { get { return 25; /**/ } } }"], 1, "/**/", "/*"
            + new string(' ', 5000) + "*/" },
        { "a body becomes short", [Client,
            "static class Ports { public static int Number { get { return 25; /*" + new string(' ', 5000) + "*/ } } }"], 1,
            new string(' ', 5000), "" },
        { "a body becomes too long to be followed for one call", [
            Client.Replace("Ports.Number", "Ports.Get(true)", StringComparison.Ordinal),
            "static class Ports { internal static int Get(bool relay) { if (relay) return 587; return 25; /**/ } }"], 1, "/**/",
            "/*" + new string(' ', 2000) + "*/" },
        { "a private switch in another part of its type", [
            "using System.Net.Mail; partial class Sender { bool _plain = false; void M() { new SmtpClient(\"mail.contoso.com\", " +
            "_plain ? 25 : 587).Send(null); } }", "partial class Sender { void Set() { var plain = true; } }"], 1,
            "var plain", "_plain" },
        { "a private switch in a type inside its own", [
            "using System.Net.Mail; class Sender { static bool s_plain = false; void M() { new SmtpClient(\"mail.contoso.com\", " +
            "s_plain ? 25 : 587).Send(null); } class Test { void Set() { var plain = true; } } }"], 0, "var plain", "s_plain" },
        { "an argument of a caller", [
            "using System.Net.Mail; class Sender { internal static SmtpClient Make(int port) => new SmtpClient(\"mail.contoso.com\", " +
            "port); }", "class Caller { void M() { Sender.Make(587); } }"], 1, "587", "25" },
        { "a new caller", [
            "using System.Net.Mail; class Sender { internal static SmtpClient Make(int port) => new SmtpClient(\"mail.contoso.com\", " +
            "port); }", "class Caller { void M() { } }"], 1, "{ }", "{ Sender.Make(25); }" },
        { "a new write", [
            "using System.Net.Mail; class Sender { public int Port { get; set; } void Send(MailMessage m) => new " +
            "SmtpClient(\"mail.contoso.com\", Port).Send(m); }", "class Filler { void M(Sender sender) { } }"], 1, "{ }",
            "{ sender.Port = 25; }" },
        { "other code gives a held client a port", [
            Held, "class Other { void M(Sender sender) { } }"], 0, "_client.Port = 25;", "_client.Port = 25; _client.Port = 587;" },
        { "an alias", [
            "using Client = System.Net.Mail.SmtpClient; class Sender { Client Make() => new Client(\"mail.contoso.com\", 25); }"], 0,
            "System.Net.Mail.SmtpClient", "System.UriBuilder" },
        { "a global using", ["class Sender { object Make() => new SmtpClient(\"mail.contoso.com\", 25); }",
            "global using System.Net.Mail;"], 1, "System.Net.Mail", "System.Net" },
        { "a new overload", [Client.Replace("Ports.Number", "Ports.Get((short)1)", StringComparison.Ordinal),
            "static class Ports { public static int Get(int number) => 587; /**/ }"], 1, "/**/",
            "public static int Get(short number) => 25;" },
        { "an extension method", [Client.Replace("Ports.Number", "1.Get()", StringComparison.Ordinal),
            "static class Ports { public static int Get(this long number) => 587; /**/ }"], 1, "/**/",
            "public static int Get(this int number) => 25;" },
        { "a base type", [Client.Replace("Ports.Number", "Ports.Get()", StringComparison.Ordinal),
            "class One { public static int Get() => 587; } class Two { public static int Get() => 25; } class Ports : One { }"], 1,
            "Ports : One", "Ports : Two" },
        { "a part of a type", [Client, "static partial class Ports { }",
            "static partial class Ports { public static int Number => 25; }"], 2, "Number", "Other" },
        { "an implementation", [
            "using System.Net.Mail; interface IPort { int Get(); } class Sender { void Send(IPort port, MailMessage m) => new " +
            "SmtpClient(\"mail.contoso.com\", port.Get()).Send(m); }", "class Ours : IPort { public int Get() => 587; }"], 1, "587", "25" },
        { "a new implementation", [
            "using System.Net.Mail; interface IPort { int Get(); } class Sender { void Send(IPort port, MailMessage m) => new " +
            "SmtpClient(\"mail.contoso.com\", port.Get()).Send(m); }", "class Ours { public int Get() => 25; }"], 1, "class Ours",
            "class Ours : IPort" },
        { "code for debugging alone", [
            "#define DEBUG\nusing System.Net.Mail; class Sender { void Send() {\n#if DEBUG\n#endif\nnew SmtpClient(\"mail.contoso.com\", " +
            "25).Send(null);\n} }"], 0, "#endif\nnew SmtpClient(\"mail.contoso.com\", 25).Send(null);\n",
            "new SmtpClient(\"mail.contoso.com\", 25).Send(null);\n#endif\n" },
        { "top-level statements", [
            "using System.Net.Mail; var client = new SmtpClient(\"mail.contoso.com\", 587); client.Send(new MailMessage());"], 0, "587",
            "25" },
        { "a callee in a file with top-level statements", [
            "using System.Net.Mail; System.Console.WriteLine(); class Sender { void Send(MailMessage m) => new " +
            "SmtpClient(\"mail.contoso.com\", Ports.Get()).Send(m); }", "static class Ports { public static int Get() => 587; }"], 1, "587",
            "25" },
        { "a guard", [
            Client.Replace("Ports.Number", "25", StringComparison.Ordinal)
                .Replace("void Send", "internal void Send", StringComparison.Ordinal),
                "using Microsoft.Extensions.Hosting; class Start { void M(IHostEnvironment env, Sender sender) { if (true) " +
                "sender.Send(null); } }"], 1, "true", "env.IsDevelopment()" },
        { "a flag that is a guard", [
            "using System.Net.Mail; using Microsoft.Extensions.Hosting; class Sender(IHostEnvironment env) { readonly bool _local = " +
            "env.IsProduction(); void Send(MailMessage m) { if (_local) new SmtpClient(\"mail.contoso.com\", 25).Send(m); } }"], 0,
            "IsProduction", "IsDevelopment" },
        { "a socket's port", [
            "using System.Net.Sockets; class Sender { void M(TcpClient client) { client.Connect(\"mail.contoso.com\", Ports.Number); } }",
            "static class Ports { public static int Number => 587; }"], 1, "587", "25" },
        { "a 25 beside a socket's type", [
            "using System.Net.Sockets; class Sender { internal void M(TcpClient client, int port) { client.Connect(\"mail.contoso.com\", " +
            "port); } }", "class Caller { void M(Sender sender) { sender.M(null, 587); } }"], 1, "587", "25" },
        { "a default of settings", [
            "class SmtpSettings { public string Host { get; set; } public int Port { get; set; } = 587; }"], 0, "587", "25" },
        { "the host beside a default", [
            "class SmtpSettings { public string Host = \"mail.contoso.com\"; public int Port = 25; }"], 0, "mail.contoso.com",
            "localhost" },
        { "a default that the constructor replaces", [
            "class SmtpSettings { public string Host { get; set; } public int Port { get; set; } = 25; public SmtpSettings() { } }"], 0,
            "() { }", "() { Port = 587; }" },
        { "encryption that other code gives", [
            "using System.Net.Mail; class Sender { internal SmtpClient Make() => new SmtpClient(\"smtp.contoso.com\", 587); }",
            "using System.Net.Mail; class Other { void M(SmtpClient client) { } }"], 1, "{ }", "{ client.EnableSsl = true; }" },
        { "a password elsewhere", [
            "using System.Net; using System.Net.Mail; class Sender { void M(SmtpClient client) { client.Credentials = new " +
            "NetworkCredential(\"user\", Secret.Text); } }",
            "static class Secret { public static string Text => System.Console.ReadLine(); }"], 1, "System.Console.ReadLine()",
            "\"Jh7#kq91x\"" },
        { "a comment that makes new() count", [
            "using System.Net.Mail; class Ours { internal Ours(int port) => new SmtpClient(\"mail.contoso.com\", port).Send(null); }",
            "class Other { void M() => Taker.Take(new(25)); }", "class Taker { internal static void Take(Ours ours) { } }"], 1,
            "class Other", "/* Ours */ class Other" },
        { "a mail type's name in a body", ["using System.Net.Mail; class A { }",
            "class Sender { void M() { } }"], 1, "{ }", "{ new System.Net.Mail.SmtpClient(\"mail.contoso.com\", 25).Send(null); }" },
        { "a client of another file", [
            "using System.Net.Mail; class Factory { internal static SmtpClient Client { get; } = new SmtpClient(); }",
            "class Sender { void M() { Factory.Client.Host = \"mail.contoso.com\"; } }"], 1, "Host = \"mail.contoso.com\";", "Port = 25;" },
        { "a lambda's argument", [
            "using System; using System.Net.Mail; class Sender { void M() { Action<int> send = port => new " +
            "SmtpClient(\"mail.contoso.com\", port).Send(null); send(587); } }"], 0, "587", "25" },
        { "a file's last statement is half typed", [
            Client.Replace("Ports.Number", "25", StringComparison.Ordinal)], 0, "client.Send(message);",
            "client.Port = 587; client.Send(message" },
    };

    /// <summary>
    /// What the search has read of code itself, and does not learn from what bodies tell: the same rows, with all parts of a search kept.
    /// </summary>
    public static TheoryData<string, string[], int, string, string> ReadRows => new()
    {
        { "the key beside a constant", [Client, DeclaredPorts, Declaring], 2, "Smtp__Size", "Smtp__Port" },
        { "a preset is overwritten", [
            "using System.Net.Mail; class Sender { internal static void Send(string text) { var port = 25; ; Go(port); } " +
            "static void Go(int port) { new SmtpClient(\"mail.contoso.com\", port).Send(null); } }"], 0, "; ; Go",
            "; int.TryParse(text, out port); Go" },
        { "a delegate of a guarded method", [
            "using System.Net.Mail; using Microsoft.Extensions.Hosting; class Sender { " +
            "static void Go() { new SmtpClient(\"mail.contoso.com\", 25).Send(null); } " +
            "internal static void Run(IHostEnvironment env) { if (env.IsDevelopment()) Go(); ; } }"], 0, "Go(); ;",
            "Go(); System.Action go = Go; go();" },
        { "a guard", [
            "using System.Net.Mail; using Microsoft.Extensions.Hosting; class Sender { " +
            "static void Go() { new SmtpClient(\"mail.contoso.com\", 25).Send(null); } " +
            "internal static void Run(IHostEnvironment env) { if (env.IsDevelopment()) { Go(); } } }"], 0, "IsDevelopment",
            "IsProduction" },
        { "a login of a client that is handed out", [
            "using System; using System.Net.Mail; class Sender { internal static Func<SmtpClient> Make() => " +
            "() => new SmtpClient(\"smtp.contoso.com\", 587); }", "using System.Net.Mail; class Other { " +
            "void M(System.Func<SmtpClient> make) { var client = make(); ; client.Send(null); } }"], 1,
            "; ; client", "; client.Credentials = null; client.EnableSsl = true; client" },
        { "a local that hides a setting", [
            "using System.Net.Mail; class Sender { int Port; string Host; void Send() { ; Port = 25; " +
            "new SmtpClient(\"mail.contoso.com\", Port).Send(null); } }"], 0, "{ ; Port", "{ int Port; Port" },
        { "another overload of a call", [
            "using System.Net.Mail; class Sender { void Send(string a) { ; new SmtpClient(\"mail.contoso.com\", Get(a)).Send(null); } " +
            "int Get(string a) { return 587; } int Get(object a) { return 25; } }"], 0, "{ ; new SmtpClient(\"mail.contoso.com\", Get(a))",
            "{ ; new SmtpClient(\"mail.contoso.com\", Get((object)a))" },
    };

    [Theory]
    [MemberData(nameof(ReadRows))]
    public void EditOfWhatWasRead_IsSeen_WhenPartsAreKept(string what, string[] sources, int file, string text, string with)
    {
        Assert.NotEmpty(what);
        var program = new TypedProgram([.. sources, "class Beside { int M() { return 1; } }"]);
        program.Find();
        program.Edit(file, sources[file].Replace("{", "{ ", StringComparison.Ordinal));
        program.Replace(file, ";", "; ;");
        program.Find();
        program.Edit(file, sources[file]);
        var before = program.Find();
        for (var i = 0; i < 2; i++)
        {
            program.Replace(file, text, with);
            program.Find();
            program.Edit(file, sources[file]);
            Assert.Equal(before, program.Find());
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Edit_IsSeen_AndSeenWhenItIsUndone(string what, string[] sources, int file, string text, string with)
    {
        Assert.NotEmpty(what);
        var beside = "class Beside { int M() { return 1; } }";
        var program = new TypedProgram([.. sources, beside]);
        var before = program.Find();
        program.Replace(sources.Length, "return 1;", "return 1;;");
        Assert.Equal(before, program.Find());

        program.Replace(file, text, with);
        var after = program.Find(linksFirst: true);
        Assert.NotEqual(before, after);
        program.Replace(sources.Length, "return 1;", "return 1;;");
        Assert.Equal(after, program.Find());

        program.Edit(file, sources[file]);
        Assert.Equal(before, program.Find());
    }

    [Fact]
    public void Snapshots_AreTold_Apart()
    {
        var program = new TypedProgram(Client, "static class Ports { public static int Number => 587; }");
        var before = program.Find();
        var older = program.Compilation;
        program.Replace(1, "587", "25");
        var newer = program.Compilation;
        var after = program.Find();
        Assert.NotEqual(before, after);
        for (var i = 0; i < 3; i++)
        {
            program.Change(_ => older);
            Assert.Equal(before, program.Find());
            program.Change(_ => newer);
            Assert.Equal(after, program.Find());
        }
    }

    [Fact]
    public void Files_ComeAndGo()
    {
        var program = new TypedProgram(Client, "static class Ports { public static int Number => Other.Get(); }");
        var without = program.Find();
        var added = CSharpSyntaxTree.ParseText(
            "static class Other { public static int Get() => 25; }", new CSharpParseOptions(LanguageVersion.Latest), "/new.cs");
        program.Change(compilation => compilation.AddSyntaxTrees(added));
        var with = program.Find();
        Assert.NotEqual(without, with);

        // The same files in another order, and one of them under another name.
        program.Change(compilation => compilation.RemoveAllSyntaxTrees().AddSyntaxTrees(compilation.SyntaxTrees.Reverse()));
        Assert.Equal(with, program.Find());
        program.Change(compilation => compilation.ReplaceSyntaxTree(program[0], program[0].WithFilePath("/renamed.cs")));
        Assert.Equal(with, program.Find());
        program.Change(compilation => compilation.RemoveSyntaxTrees(program[0]));
        Assert.Equal(without, program.Find());
    }

    [Fact]
    public void Options_AreTold_Apart()
    {
        var program = new TypedProgram(Client.Replace("Ports.Number", "\n#if RELAY\n587\n#else\n25\n#endif\n", StringComparison.Ordinal));
        var before = program.Find();
        var options = new CSharpParseOptions(LanguageVersion.Latest, preprocessorSymbols: ["RELAY"]);
        program.Change(compilation =>
            compilation.ReplaceSyntaxTree(program[0], program[0].WithRootAndOptions(program[0].GetRoot(), options)));
        program.Find();
        program.Change(compilation => compilation.ReplaceSyntaxTree(
            program[0], CSharpSyntaxTree.ParseText(program[0].GetText(), options, program[0].FilePath)));
        Assert.NotEqual(before, program.Find());
        program.Change(compilation => compilation.WithOptions(compilation.Options.WithUsings("System.Net")));
        program.Find();
    }

    [Fact]
    public void References_AreTold_Apart()
    {
        var program = new TypedProgram(
            "using MailKit.Net.Smtp; class Sender { void M(SmtpClient client) => client.Connect(\"mail.contoso.com\", 25); }");
        var with = program.Find();
        program.Change(compilation => compilation.WithReferences(TestReferences.WithoutMailKit));
        Assert.NotEqual(with, program.Find());
        program.Change(compilation => compilation.WithReferences(TestReferences.Net8Web));
        Assert.Equal(with, program.Find());
    }

    [Fact]
    public void ReferencedProject_IsToldApart_ByItsCompilation()
    {
        var project = Findings.Compile("public static class Ports { public const int Number = 587; }").WithAssemblyName("Other");
        var program = new TypedProgram(Client);
        program.Change(compilation => compilation.AddReferences(project.ToMetadataReference()));
        var before = program.Find();
        var edited = Findings.Compile("public static class Ports { public const int Number = 25; }").WithAssemblyName("Other");
        program.Change(compilation => compilation.ReplaceReference(compilation.ExternalReferences[^1], edited.ToMetadataReference()));
        Assert.NotEqual(before, program.Find());
    }

    [Fact]
    public void OwnApis_AreReadAnew_AlsoWhereTheirFileIsTheSameObject()
    {
        var file = new ChangingFile("/SmtpPortAnalyzer.Apis.txt", "");
        var program = new TypedProgram("class Relay { public void Open(int port) { } void M() => Open(25); }") { Files = [file] };
        var before = program.Find();
        file.Text = SourceText.From("M:Relay.Open(System.Int32); port=port");
        Assert.NotEqual(before, program.Find());
        file.Text = SourceText.From("");
        Assert.Equal(before, program.Find());
    }

    [Fact]
    public void SettingsFiles_DecideAnew_WhatTheyDecide()
    {
        var file = new ChangingFile("/web.config", "<configuration />");
        var compilation = Findings.Compile(
            "using System.Net.Mail; class Sender { void M(MailMessage m) => new SmtpClient(\"smtp.contoso.com\", 587).Send(m); }");
        var program = new TypedProgram(compilation.WithReferences(TestReferences.Net472)) { Files = [file] };
        var before = program.Find();
        Assert.Contains("SMTP006", before, StringComparison.Ordinal);
        file.Text = SourceText.From(
            "<configuration><system.net><mailSettings><smtp><network host='a' userName='b' " +
            "/></smtp></mailSettings></system.net></configuration>");
        Assert.DoesNotContain("SMTP006", program.Find(), StringComparison.Ordinal);
    }

    [Fact]
    public void FirstSettingsFile_OfDeployment_IsSeen()
    {
        var program = new TypedProgram(
            """
            using System.Net.Mail; using Microsoft.Extensions.Configuration;
            class Sender
            {
                void M(IConfiguration c, MailMessage m) => new SmtpClient("smtp.contoso.com", c.GetValue<int>("Smtp:Port")).Send(m);
            }
            """)
        { Files = [new ChangingFile("/appsettings.Development.json", "{}")] };
        var before = program.Find();
        program.Files = [.. program.Files, new ChangingFile("/appsettings.json", """{ "Smtp": { "Port": 587 } }""")];
        var after = program.Find();
        Assert.NotEqual(before, after);
        program.Files = program.Files.RemoveAt(1);
        Assert.Equal(before, program.Find());
    }

    [Fact]
    public void Keys_OfSettings_AreKept_AndFollowTheCode()
    {
        var program = new TypedProgram(
            """
            using System.Net.Mail; using Microsoft.Extensions.Configuration;
            class Sender { void M(IConfiguration c, MailMessage m) => new SmtpClient("mail.contoso.com", c.GetValue("Smtp:Port", 25)).Send(m); }
            """,
            "class Beside { int M() { return 1; } }")
        { Files = [new ChangingFile("/appsettings.json", "{}")] };
        var before = program.Find();
        Assert.Contains("Smtp:Port", before, StringComparison.Ordinal);
        for (var i = 0; i < 3; i++)
        {
            program.Replace(1, "return 1;", "return 1;;");
            Assert.Equal(before, program.Find(linksFirst: i == 1));
            Assert.Equal(i > 0, program.Followed == 0);
        }

        program.Replace(0, "Smtp:Port", "Mail:Port");
        Assert.Contains("Mail:Port", program.Find(), StringComparison.Ordinal);
    }

    private sealed class ChangingFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public SourceText Text { get; set; } = SourceText.From(text);

        public override SourceText GetText(CancellationToken cancellationToken = default) => Text;
    }
}
