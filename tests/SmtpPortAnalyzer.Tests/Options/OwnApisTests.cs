using Microsoft.CodeAnalysis.Testing;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Options;

public class OwnApisTests
{
    private const string Library = """

        namespace Contoso.Mail
        {
            public interface IRelay { void Open(string server, int port); }
            public class Relay : IRelay
            {
                public Relay() { }
                public Relay(string server, int port) { }
                public virtual void Open(string server, int port) { }
                public void Open(string server) { }
                public static void Send(string server, int port, string text) { }
            }
            public class Other : Relay { public override void Open(string server, int port) { } }
            public class Options { public string Server { get; set; } = ""; public int Port { get; set; } public Options() { } public Options(int port) { } }
            public static class More { public static void Fire(this string text, int port) { } }
        }
        """;

    private const string Open = "M:Contoso.Mail.Relay.Open(System.String,System.Int32);port=port;host=server;default=25";

    private static Task FoundAsync(string rows, string statements) => Relay.FileAsync(
        "class C { void M(Contoso.Mail.Relay relay, string host, int port) { " + statements + " } }" + Library,
        more: test => test.TestState.AdditionalFiles.Add(("/SmtpPortAnalyzer.Apis.txt", rows)));

    [Theory]
    [InlineData(Open, "relay.Open(host, {|SMTP001:25|});")]
    [InlineData(Open, "relay.Open(host, {|SMTP002:0|});")]
    [InlineData("# ours\r\n\r\n  " + Open + " ;  \r\n", "relay.Open(host, {|SMTP001:25|});")]
    [InlineData(Open, "new Contoso.Mail.Other().Open(host, {|SMTP001:25|});")]
    [InlineData("M:Contoso.Mail.IRelay.Open(System.String,System.Int32);port=port;host=server", "relay.Open(host, {|SMTP001:25|});")]
    [InlineData("M:Contoso.Mail.IRelay.Open(System.String,System.Int32);port=port;host=server",
        "((Contoso.Mail.IRelay)relay).Open(host, {|SMTP001:25|});")]
    [InlineData("M:Contoso.Mail.Relay.Open(System.String);host=server;default=25", "{|SMTP002:relay.Open(host)|};")]
    [InlineData("M:Contoso.Mail.Relay.Send(System.String,System.Int32,System.String);PORT=port;HOST=server",
        "Contoso.Mail.Relay.Send(host, {|SMTP001:25|}, \"\");")]
    [InlineData("M:Contoso.Mail.Relay.#ctor(System.String,System.Int32);port=port;host=server",
        "_ = new Contoso.Mail.Relay(host, {|SMTP001:25|});")]
    [InlineData("M:Contoso.Mail.More.Fire(System.String,System.Int32);port=port", "Contoso.Mail.More.Fire(\"\", {|SMTP001:25|});")]
    [InlineData("P:Contoso.Mail.Options.Port;host=Server", "_ = new Contoso.Mail.Options { Server = host, Port = {|SMTP001:25|} };")]
    [InlineData("P:Contoso.Mail.Options.Port;host=Server;default=25", "_ = {|SMTP002:new Contoso.Mail.Options { Server = host }|};")]
    [InlineData("P:Contoso.Mail.Options.Port;host=Server\nM:Contoso.Mail.Options.#ctor(System.Int32);port=port",
        "_ = new Contoso.Mail.Options({|SMTP001:25|}) { Server = host };")]
    public Task Row_25_Reports(string rows, string statements) => FoundAsync(rows, statements);

    [Theory]
    [InlineData(Open, "relay.Open(host, 587);")]
    [InlineData(Open, "relay.Open(host, port);")]
    [InlineData(Open, "relay.Open(\"localhost\", 25);")]
    [InlineData(Open, "relay.Open(host);")]
    [InlineData("", "relay.Open(host, 25);")]
    [InlineData("#" + Open, "relay.Open(host, 25);")]
    [InlineData("M:Contoso.Mail.Relay.Open(System.String,System.Int32);port=port;host=server", "relay.Open(host, 0);")]
    [InlineData("P:Contoso.Mail.Options.Port;host=Server\nM:Contoso.Mail.Options.#ctor(System.Int32);port=port",
        "_ = new Contoso.Mail.Options(25) { Server = host, Port = 587 };")]
    [InlineData("P:Contoso.Mail.Options.Port;host=Server", "_ = new Contoso.Mail.Options { Server = host };")]
    public Task Row_OtherPortOrNone_IsSilent(string rows, string statements) => FoundAsync(rows, statements);

    [Theory]
    [InlineData("rubbish")]
    [InlineData("T:Contoso.Mail.Relay;port=port")]
    [InlineData("M:Contoso.Mail.Relay.Opne(System.String,System.Int32);port=port")]
    [InlineData("M:")]
    [InlineData("M:((((;port=port")]
    [InlineData("P:Contoso.Mail.Relay.Port")]
    [InlineData("M:Contoso.Mail.Relay.Open(System.String,System.Int32);port=prt")]
    [InlineData("M:Contoso.Mail.Relay.Open(System.String,System.Int32);port=port;host=host")]
    [InlineData("M:Contoso.Mail.Relay.Open(System.String,System.Int32);port=port;default=x")]
    [InlineData("M:Contoso.Mail.Relay.Open(System.String,System.Int32);port=port;default=0")]
    [InlineData("M:Contoso.Mail.Relay.Open(System.String,System.Int32);port=port;tls=ssl")]
    [InlineData("M:Contoso.Mail.Relay.Open(System.String,System.Int32)")]
    [InlineData("P:Contoso.Mail.Options.Port;host=Host")]
    public async Task BadRow_IsReportedAtItsLine_AndTheOthersHold(string row)
    {
        var test = new SmtpTest<OptionsAnalyzer, EmptyCodeFixProvider> { TestCode = Library };
        test.TestState.AdditionalFiles.Add(("/SmtpPortAnalyzer.Apis.Contoso.txt", "# ours\n{|SMTP900:" + row + "|}\n" + Open + "\n"));
        await test.RunAsync();
        await FoundAsync(row + "\n" + Open, "relay.Open(host, {|SMTP001:25|});");
    }

    [Theory]
    [InlineData("M:Fabrikam.Post.Office.Open(System.String,System.Int32);port=port")]
    [InlineData("P:Contoso.Fax.Machine.Port;host=Host")]
    [InlineData("M:Contoso.Mail.Smtp.Relay.#ctor(System.String)")]
    public async Task RowOfALibraryThatTheProjectDoesNotHave_IsSilent_AndTheOthersHold(string row)
    {
        var test = new SmtpTest<OptionsAnalyzer, EmptyCodeFixProvider> { TestCode = Library };
        test.TestState.AdditionalFiles.Add(("/SmtpPortAnalyzer.Apis.txt", row + "\n" + Open + "\n"));
        await test.RunAsync();
        await FoundAsync(row + "\n" + Open, "relay.Open(host, {|SMTP001:25|});");
    }

    [Theory]
    [InlineData("M:Contoso.Mail.Rely.Open(System.String,System.Int32);port=port")]
    [InlineData("M:Contoso.Mail.Relay.Nested.Open(System.String,System.Int32);port=port")]
    [InlineData("M:Fabrikam.Post.Office.Open(System.String,System.Int32);port")]
    [InlineData("M:Relay.Open(System.String,System.Int32);port=port")]
    public async Task RowThatIsWrongWhereverItIs_IsReported(string row)
    {
        var test = new SmtpTest<OptionsAnalyzer, EmptyCodeFixProvider> { TestCode = Library };
        test.TestState.AdditionalFiles.Add(("/SmtpPortAnalyzer.Apis.txt", "{|SMTP900:" + row + "|}\n"));
        await test.RunAsync();
    }

    [Theory]
    [InlineData("/Apis.txt")]
    [InlineData("/SmtpPortAnalyzer.Apis.json")]
    public async Task OtherFile_IsSilent(string path)
    {
        var test = new SmtpTest<OptionsAnalyzer, EmptyCodeFixProvider> { TestCode = Library };
        test.TestState.AdditionalFiles.Add((path, "rubbish"));
        await test.RunAsync();
    }
}
