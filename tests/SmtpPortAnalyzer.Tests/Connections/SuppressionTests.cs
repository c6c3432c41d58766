using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

/// <summary>A finding in code can be silenced where it is, as any other warning; the other tests leave that out.</summary>
public class SuppressionTests
{
    [Theory]
    [InlineData("SMTP001", """new SmtpClient(host, 25).Send(message);""")]
    [InlineData("SMTP002", """new SmtpClient("mail.contoso.com").Send(message);""")]
    [InlineData("SMTP003", """int.TryParse(host, out var port); if (port == 0) port = 25; new SmtpClient(host, port).Send(message);""")]
    [InlineData("SMTP005", """new SmtpClient(host, 587) { EnableSsl = false, Credentials = login }.Send(message);""")]
    [InlineData("SMTP006", """new SmtpClient(host, 587) { EnableSsl = true }.Send(message);""")]
    [InlineData("SMTP007",
        """new SmtpClient(host, 587) { EnableSsl = true, Credentials = new System.Net.NetworkCredential("u", "hunter2") """ +
        """}.Send(message);""")]
    [InlineData("SMTP008", """new System.Net.Sockets.TcpClient(host, 25).Dispose();""")]
    public async Task Pragma_SilencesTheRule(string rule, string statement)
    {
        Assert.Equal([rule], (await FindingsAsync(statement)).Select(finding => finding.Id));
        Assert.Empty(
            await FindingsAsync("\n#pragma warning disable " + rule + "\n" + statement + "\n#pragma warning restore " + rule + "\n"));
        Assert.NotEmpty(await FindingsAsync("\n#pragma warning disable SMTP900\n" + statement + "\n"));
    }

    private static async Task<IEnumerable<Microsoft.CodeAnalysis.Diagnostic>> FindingsAsync(string statement)
    {
        var code = "using System.Net.Mail; class C { void M(string host, MailMessage message, System.Net.NetworkCredential login) { "
            + statement + " } }";
        return (await Findings.OfAsync(Findings.Compile(code))).Where(finding =>
            finding.Id.StartsWith("SMTP", StringComparison.Ordinal) && !finding.IsSuppressed);
    }
}
