using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Calls;

/// <summary>A function that a method runs on what it is handed beside it does there what it does.</summary>
public class RunFunctionTests
{
    [Theory]
    [InlineData("new SmtpClient(\"localhost\").With(c => c.Port = 25).Send(m);")]
    [InlineData("new SmtpClient(\"localhost\").Twice(c => c.Port = 25).Send(m);")]
    [InlineData("new SmtpClient(host).With(c => c.Port = 588).Send(m);")]
    [InlineData("new SmtpClient().With(c => c.Host = \"localhost\").With(c => c.Port = 25).Send(m);")]
    [InlineData("new SmtpClient(host).With(_given).Send(m);")]
    [InlineData("new SmtpClient(host).With(_given ?? (c => c.Port = 588)).Send(m);")]
    [InlineData("var c = new SmtpClient(host); c.Set(one => one.Port = 25); c.Send(m);")]
    [InlineData("var port = 25; \"\".With(_ => port = 588); new SmtpClient(host, port).Send(m);")]
    [InlineData("var c = new SmtpClient(host); c.Pass(_ => c.Port = 588); c.Send(m);")]
    public Task Function_ThatMakesItRight_IsSilent(string statements) => Connection.TypesAsync(Program(statements));

    [Theory]
    [InlineData("new SmtpClient(\"mail.contoso.com\").With(c => c.Port = {|SMTP001:25|}).Send(m);")]
    [InlineData("new SmtpClient(\"localhost\").With(c => { c.Host = host; c.Port = {|SMTP001:25|}; }).Send(m);")]
    [InlineData("{|SMTP002:new SmtpClient(host)|}.With(c => c.EnableSsl = true).Send(m);")]
    [InlineData("{|SMTP002:new SmtpClient(host)|}.Maybe(flag, c => c.Port = 588).Send(m);")]
    [InlineData("var c = new SmtpClient(host, 588); c.Set(one => one.Port = 25); c.Port = {|SMTP001:25|}; c.Send(m);")]
    public Task Function_ThatLeavesPort25_Reports(string statements) => Connection.TypesAsync(Program(statements));

    private static string Program(string statements) => $$"""
        static class X
        {
            internal static T With<T>(this T one, Action<T> change) { change(one); return one; }
            internal static T Twice<T>(this T one, Action<T> change) => one.With(change);
            internal static T Maybe<T>(this T one, bool flag, Action<T> change) { if (flag) change(one); return one; }
            internal static void Set(this SmtpClient client, Action<SmtpClient> change) { change(client); client.Port = 588; }
            internal static void Pass(this SmtpClient client, Action<SmtpClient> change) => new Timer(_ => change(client));
        }
        class C(Action<SmtpClient>? _given)
        {
            void Send(string host, bool flag, MailMessage m) { {{statements}} }
        }
        """;
}
