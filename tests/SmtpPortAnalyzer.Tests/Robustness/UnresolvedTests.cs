using Microsoft.CodeAnalysis.Testing;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Robustness;

/// <summary>
/// Code in which something does not bind: a package or file is missing, or the code is half typed. What the rest says surely still counts.
/// </summary>
public class UnresolvedTests
{
    [Theory]
    [InlineData("""var c = new SmtpClient(Missing.Host, {|SMTP001:25|}); c.Send(message);""")]
    [InlineData("""var c = {|SMTP002:new SmtpClient(Missing.Host)|}; c.Send(message);""")]
    [InlineData("""SmtpClient c = new(Missing.Host, {|SMTP001:25|}); c.Send(message);""")]
    [InlineData("""var c = new SmtpClient(Missing.Host, {|SMTP001:25|}); c.Send(Missing.Message);""")]
    [InlineData("""var c = {|SMTP002:new SmtpClient { Host = Missing.Host }|}; c.Send(Missing.Message);""")]
    [InlineData("""var c = new SmtpClient(Missing.Host) { EnableSsl = true, Port = {|SMTP001:25|} }; c.Send(message);""")]
    [InlineData("""new Mailer(Missing.Host, {|SMTP001:25|}).Send(message);""")]
    [InlineData("""Mailer.Open(Missing.Host, {|SMTP001:25|});""")]
    [InlineData("""Mailer.Open(port: {|SMTP001:25|}, host: Missing.Host);""")]
    [InlineData("""var c = {|SMTP006:new SmtpClient(Missing.Host, 587) { EnableSsl = true }|}; c.Send(Missing.Message);""")]
    public Task SystemNetMail_PortIsSure_Reports(string statements) => SystemNetMailAsync(statements);

    [Theory]
    [InlineData("""var c = new SmtpClient(Missing.Host, Missing.Port); c.Send(message);""")]
    [InlineData("""var c = new SmtpClient(Missing.Host) { Port = Missing.Port }; c.Send(message);""")]
    [InlineData("""var c = new SmtpClient(Missing.Host); c.Port = Missing.Port; c.Send(message);""")]
    [InlineData("""var c = new SmtpClient(Missing.Host); Missing.Configure(c); c.Send(message);""")]
    [InlineData("""var c = new SmtpClient(Missing.Host); c.Configure(Missing.Port); c.Send(message);""")]
    [InlineData("""var c = new SmtpClient(Missing.Host, 587) { EnableSsl = true, Credentials = Missing.Credentials }; c.Send(message);""")]
    [InlineData("""var c = new SmtpClient("localhost", Missing.Port, 25); c.Send(message);""")]
    [InlineData("""new Mailer(Missing.Host, Missing.Port).Send(message);""")]
    [InlineData("""Mailer.Open("localhost", 25, Missing.Port);""")]
    public Task SystemNetMail_PortIsNotSure_IsSilent(string statements) => SystemNetMailAsync(statements);

    [Theory]
    [InlineData("""c.Connect(Missing.Host, {|SMTP001:25|}, SecureSocketOptions.None);""")]
    [InlineData("""await c.ConnectAsync(Missing.Host, {|SMTP001:25|}, Missing.Tls);""")]
    [InlineData("""await c.ConnectAsync(Missing.Host, {|SMTP001:25|});""")]
    [InlineData("""await c.ConnectAsync(Missing.Host, {|SMTP002:0|}, false);""")]
    [InlineData("""{|SMTP006:c.Connect(Missing.Host, 587, SecureSocketOptions.StartTls)|}; c.Send(Missing.Message);""")]
    public Task MailKit_PortIsSure_Reports(string statements) => MailKitAsync(statements);

    [Theory]
    [InlineData("""await c.ConnectAsync(Missing.Host, 0, Missing.Tls);""")]
    [InlineData("""await c.ConnectAsync(Missing.Host);""")]
    [InlineData("""c.Connect(Missing.Host, 587, SecureSocketOptions.StartTls); c.Authenticate(Missing.User, Missing.Password);""")]
    [InlineData("""c.Connect("smtp.contoso.com", 587, Missing.Tls); c.LogIn(Missing.User);""")]
    [InlineData("""c.Connect(Missing.Host, Missing.Port, SecureSocketOptions.Auto);""")]
    public Task MailKit_PortIsNotSure_IsSilent(string statements) => MailKitAsync(statements);

    /// <summary>The packages are not restored, so the project does not look like a test project.</summary>
    [Theory]
    [InlineData("using Xunit;")]
    [InlineData("using NUnit.Framework;")]
    [InlineData("using Microsoft.VisualStudio.TestTools.UnitTesting;")]
    public Task TestFile_IsSilentUnlessTestsAreIncluded(string import)
    {
        var code = " class Tests { [Fact] public void M() => new SmtpClient(\"mail.contoso.com\", MARK).Send(null!); }";
        return Task.WhenAll(
            FileAsync(import + " using System.Net.Mail;" + code.Replace("MARK", "25")),
            FileAsync("using System.Net.Mail; namespace N { " + import + code.Replace("MARK", "25") + " }"),
            FileAsync("using System.Net.Mail; using Xunits;" + code.Replace("MARK", "{|SMTP001:25|}")),
            Relay.FileAsync(import + " using System.Net.Mail;" + code.Replace("MARK", "{|SMTP001:25|}"), more: test =>
            {
                test.CompilerDiagnostics = CompilerDiagnostics.None;
                test.GlobalOptions["smtp_port_analyzer.include_tests"] = "true";
            }));
    }

    private static Task SystemNetMailAsync(string statements) => FileAsync($$"""
        using System.Net.Mail;
        class Mailer
        {
            private readonly SmtpClient _client;
            public Mailer(string host, int port) { _client = new SmtpClient(host, port) { EnableSsl = true }; }
            public static void Open(string host, int port) => new SmtpClient(host, port).Send(null!);
            public void Send(MailMessage message) => _client.Send(message);
            void M(MailMessage message)
            {
                {{statements}}
            }
        }
        """);

    private static Task MailKitAsync(string statements) => FileAsync($$"""
        using System.Threading.Tasks;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        class Mailer
        {
            async Task M()
            {
                using var c = new SmtpClient();
                {{statements}}
            }
        }
        """);

    private static Task FileAsync(string source) =>
        Relay.FileAsync(source, more: test => test.CompilerDiagnostics = CompilerDiagnostics.None);
}
