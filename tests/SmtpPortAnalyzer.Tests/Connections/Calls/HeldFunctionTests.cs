using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Calls;

/// <summary>Ports that a function gives which something holds: a field, a parameter, a lazy value, a task.</summary>
public class HeldFunctionTests
{
    [Theory]
    [InlineData("static readonly Func<int> s_port = () => {|SMTP001:25|};", "s_port()")]
    [InlineData("static readonly Func<int> s_port = () => 587;", "s_port()")]
    [InlineData("readonly Func<bool, int> _port = tls => tls ? 587 : {|SMTP001:25|};", "_port(flag)")]
    [InlineData("readonly Lazy<int> _port = new(() => {|SMTP001:25|});", "_port.Value")]
    [InlineData("readonly Lazy<int> _port = new(() => 587);", "_port.Value")]
    [InlineData("readonly Lazy<int> _port = new Lazy<int>(Read); static int Read() => {|SMTP001:25|};", "_port.Value")]
    [InlineData("", "new Lazy<int>(() => {|SMTP001:25|}).Value")]
    [InlineData("", "Task.Run(() => {|SMTP001:25|}).Result")]
    [InlineData("", "Task.Run(() => 587).Result")]
    public Task Function_IsAskedWhereItIsHeld(string member, string port) => Connection.TypesAsync($$"""
        class C
        {
            {{member}}
            void M(bool flag, System.Net.ICredentialsByHost login)
            {
                var port = {{port}};
                using var c = new SmtpClient("mail.contoso.com", port) { EnableSsl = true, Credentials = login };
                c.Send(new MailMessage());
            }
        }
        """);

    [Theory]
    [InlineData("() => {|SMTP001:25|}")]
    [InlineData("() => 587")]
    [InlineData("() => configuration.GetValue(\"Smtp:Port\", {|SMTP003:25|})")]
    [InlineData("() => int.Parse(configuration[\"Smtp:Port\"]!)")]
    public Task Function_IsHandedToTheConstructor(string function) => Connection.TypesAsync($$"""
        class Mailer(Func<int> port, System.Net.ICredentialsByHost login)
        {
            private readonly Func<int> _port = port;
            public void Send(MailMessage m)
            {
                using var c = new SmtpClient("mail.contoso.com", _port()) { EnableSsl = true, Credentials = login };
                c.Send(m);
            }
        }
        class Setup { Mailer Make(IConfiguration configuration, System.Net.ICredentialsByHost l) => new({{function}}, l); }
        """);

    /// <summary>Host and port that one function gives belong together.</summary>
    [Theory]
    [InlineData("(\"mail.contoso.com\", {|SMTP001:25|})")]
    [InlineData("(\"localhost\", 25)")]
    [InlineData("tls ? (\"mail.contoso.com\", 587) : (\"localhost\", 25)")]
    [InlineData("tls ? (\"mail.contoso.com\", {|SMTP001:25|}) : (\"localhost\", 587)")]
    public Task Function_GivesHostAndPort(string pair) => Connection.TypesAsync($$"""
        class Sender<T>(T settings, Func<T, (string Host, int Port)> pick, System.Net.ICredentialsByHost login)
        {
            public void Send(MailMessage m)
            {
                var (host, port) = pick(settings);
                using var c = new SmtpClient(host, port) { EnableSsl = true, Credentials = login };
                c.Send(m);
            }
        }
        class Tls(System.Net.ICredentialsByHost login) : Sender<bool>(true, tls => {{pair}}, login);
        """);

    [Fact]
    public Task HostOfAFunction_Exempts() => Connection.TypesAsync("""
        class Mailer
        {
            private readonly Func<string> _host = () => "localhost";
            private readonly Func<int> _port = () => 25;
            public void Send(MailMessage m) { using var c = new SmtpClient(_host(), _port()); c.Send(m); }
        }
        """);
}
