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

    private const string Deliver =
        "void Deliver(string name, int port, bool tls) => new SmtpClient(name, port) { EnableSsl = tls }.Send(message);";

    /// <summary>A call hands its host and its port over together.</summary>
    [Theory]
    [InlineData("Deliver(\"localhost\", 25, false); Deliver(\"smtp.contoso.com\", 587, true);")]
    [InlineData("Deliver(\"smtp.contoso.com\", 587, true); Deliver(\"localhost\", 25, false);")]
    [InlineData("Deliver(host, 587, true); Deliver(\"localhost\", 25, false);")]
    [InlineData("Deliver(\"smtp.contoso.com\", 587, true); Again(); void Again() => Deliver(\"localhost\", 25, false);")]
    [InlineData("const string own = \"localhost\"; Deliver(own, 25, false); Deliver(host, flag ? 587 : 465, true);")]
    [InlineData("Deliver(\"localhost\", 587, false); Deliver(\"smtp.contoso.com\", {|SMTP001:25|}, true);")]
    [InlineData("Deliver(\"localhost\", 25, false); Deliver(host, {|SMTP001:25|}, true);")]
    [InlineData("Deliver(\"localhost\", 25, false); Deliver(\"smtp.contoso.com\", {|SMTP001:flag ? 25 : 587|}, true);")]
    [InlineData("Deliver(\"localhost\", 25, false); Other(587); void Other(int other) => Deliver(\"smtp.contoso.com\", other, true);")]
    [InlineData("Deliver(\"mail.contoso.com\", {|SMTP001:25|}, false); Deliver(\"smtp.contoso.com\", {|SMTP001:25|}, true);")]
    public Task Pairs(string calls) => Connection.StatementsAsync(calls + " " + Deliver);

    /// <summary>Who calls a function is followed before it, wherever it is written.</summary>
    [Theory]
    [InlineData("Outer();", "void Outer() => Open(host, false);")]
    [InlineData("First();", "void Second() => Open(host, false); void First() => Second();")]
    [InlineData("Outer();", "void Outer() { Inner(); void Inner() => Open(host, false); }")]
    public async Task Callers_ComeFirst(string call, string callers)
    {
        await Connection.StatementsAsync(call + " " + Open + " " + callers);
        await Connection.StatementsAsync(call + " " + callers + " " + Open);
        await Connection.StatementsAsync(call + " " + Reported + " " + callers.Replace("false", "true"));
        await Connection.StatementsAsync(call + " " + callers.Replace("false", "true") + " " + Reported);
    }

    /// <summary>Functions that call one another end as well.</summary>
    [Fact]
    public Task Callers_InACircle() => Connection.StatementsAsync(
        "One(false); void One(bool plain) { if (plain) Two(); Open(host, plain); } void Two() => One(true); " + Reported);
}
