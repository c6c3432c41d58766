using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Options;

/// <summary><c>excluded_hosts</c> is about connections of which every host is known and excluded.</summary>
public class ExcludedHostsTests
{
    [Theory]
    [InlineData("""new SmtpClient("mail.contoso.com", 25).Send(message);""")]
    [InlineData("""new SmtpClient("192.0.2.7", 25).Send(message);""")]
    [InlineData("""new SmtpClient("mail.contoso.com").Send(message);""")]
    [InlineData("""new SmtpClient("mail.contoso.com", number ?? 25).Send(message);""")]
    [InlineData("""new SmtpClient(flag ? "mail.contoso.com" : "mx.contoso.com", 25).Send(message);""")]
    [InlineData("""new SmtpClient(flag ? "mail.contoso.com" : "mx.contoso.com", 587) { Credentials = login }.Send(message);""")]
    [InlineData("""new SmtpClient("mail.contoso.com", 587) { EnableSsl = true }.Send(message);""")]
    [InlineData(
        """new SmtpClient("mail.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("u", "hunter2") """ +
        """}.Send(message);""")]
    [InlineData("""new TcpClient("mail.contoso.com", 25).Dispose();""")]
    public Task ExcludedHosts_AreSilent(string statements) => CheckAsync(statements);

    [Theory]
    [InlineData("""new SmtpClient("mail.fabrikam.com", {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(host, {|SMTP001:25|}).Send(message);""")]
    [InlineData("""var other = "mail.contoso.com" + number; new SmtpClient(other, {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(flag ? "mail.contoso.com" : "mail.fabrikam.com", {|SMTP001:25|}).Send(message);""")]
    [InlineData("""new SmtpClient(flag ? "mail.contoso.com" : host, {|SMTP001:25|}).Send(message);""")]
    [InlineData("""{|SMTP002:new SmtpClient(flag ? "mail.fabrikam.com" : "mail.contoso.com")|}.Send(message);""")]
    [InlineData(
        """{|SMTP005:new SmtpClient(flag ? "mail.contoso.com" : "mail.fabrikam.com", 587) { Credentials = login }|}.Send(message);""")]
    [InlineData("""{|SMTP006:new SmtpClient(flag ? "mail.contoso.com" : host, 587) { EnableSsl = true }|}.Send(message);""")]
    [InlineData(
        """var c = new SmtpClient(flag ? "mail.contoso.com" : "mail.fabrikam.com", 587) { EnableSsl = true, Credentials = new """ +
        """NetworkCredential("u", {|SMTP007:"hunter2"|}) }; c.Send(message);""")]
    [InlineData("""new TcpClient(flag ? "mail.contoso.com" : host, {|SMTP008:25|}).Dispose();""")]
    public Task OneThatIsNotExcluded_Reports(string statements) => CheckAsync(statements);

    private static Task CheckAsync(string statements) => Relay.FileAsync(
        "using System.Net; using System.Net.Mail; using System.Net.Sockets; class C { void M(string host, MailMessage message, " +
        "NetworkCredential login, bool flag, int? number) { " + statements + " } }",
        more: test => test.GlobalOptions["smtp_port_analyzer.excluded_hosts"] = "*.contoso.com, 192.0.2.0/24");
}
