using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Calls;

/// <summary>Only the method around it calls a local function: what its calls hand over is all that it is given.</summary>
public class LocalFunctionSwitchTests
{
    private const string Open = "void Open(string name, bool plain) => new SmtpClient(name, plain ? 25 : 587).Send(message);";
    private const string Reported =
        "void Open(string name, bool plain) => new SmtpClient(name, {|SMTP001:plain ? 25 : 587|}).Send(message);";

    [Theory]
    [InlineData("Open(host, false);")]
    [InlineData("Open(host, false); Open(\"smtp.contoso.com\", false);")]
    [InlineData("Open(\"localhost\", true); Open(\"smtp.contoso.com\", false);")]
    public Task Silent_WhereTheSwitchIsNeverOn(string calls) => Connection.StatementsAsync(calls + " " + Open);

    [Theory]
    [InlineData("Open(host, true);")]
    [InlineData("Open(host, flag);")]
    [InlineData("Open(host, false); Open(\"smtp.contoso.com\", true);")]
    [InlineData("Open(host, false); Action<string, bool> open = Open; open(host, true);")]
    [InlineData("Open(host, false); Other(); void Other() => Open(host, true);")]
    [InlineData("Open(host, false); Action other = () => Open(host, true); other();")]
    public Task Reported_WhereItMayBe(string calls) => Connection.StatementsAsync(calls + " " + Reported);

    [Theory]
    [InlineData("Open(\"tls\");", "kind == \"plain\" ? 25 : 587")]
    [InlineData("Open(\"tls\");", "kind switch { \"plain\" => 25, _ => 587 }")]
    [InlineData("Open(\"plain\");", "{|SMTP001:kind == \"plain\" ? 25 : 587|}")]
    public Task Texts(string call, string port) => Connection.StatementsAsync(
        call + " void Open(string kind) { new SmtpClient(host, " + port + ").Send(message); }");
}
