using Microsoft.CodeAnalysis.Testing;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests;

public class Smoke
{
    [Fact]
    public Task Constructor_Literal25_Reports() => new SmtpTest<SmtpConnectionAnalyzer, EmptyCodeFixProvider>
    {
        TestCode = """
            using System.Net.Mail;
            class C
            {
                void M() { using var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|}); }
                void N(MailKit.Net.Smtp.SmtpClient client) => client.Connect("mail.contoso.com", {|SMTP001:25|});
            }
            """,
    }.RunAsync();

    [Fact]
    public Task NetFramework_Literal25_Reports() => new SmtpTest<SmtpConnectionAnalyzer, EmptyCodeFixProvider>
    {
        References = TestReferences.Net472,
        TestCode = """
            using System.Net.Mail;
            class C
            {
                void M() { var client = new SmtpClient("mail.contoso.com", {|SMTP001:25|}); var x = System.Configuration.ConfigurationManager.AppSettings["x"]; }
                void N(MailKit.Net.Smtp.SmtpClient client) => client.Connect("mail.contoso.com", {|SMTP001:25|});
            }
            """,
    }.RunAsync();
}
