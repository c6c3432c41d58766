using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections;

public class UriBuilderTests
{
    [Theory]
    [InlineData("""client.Connect({|SMTP001:new UriBuilder("smtp", "mail.contoso.com", 25).Uri|});""")]
    [InlineData("""client.Connect({|SMTP001:new UriBuilder("smtp", "mail.contoso.com", 25, "/").Uri|});""")]
    [InlineData("""client.Connect({|SMTP001:new UriBuilder("smtp://mail.contoso.com:25").Uri|});""")]
    [InlineData("""client.Connect({|SMTP001:new UriBuilder(new Uri("smtp://mail.contoso.com:25")).Uri|});""")]
    [InlineData("""var b = new UriBuilder("smtp", host) { Port = 25 }; client.Connect({|SMTP001:b.Uri|});""")]
    [InlineData("""var b = new UriBuilder("smtp://mail.contoso.com:587"); b.Port = 25; client.Connect({|SMTP001:b.Uri|});""")]
    [InlineData("""var b = new UriBuilder("smtp", "localhost", 25); b.Host = host; client.Connect({|SMTP001:b.Uri|});""")]
    [InlineData("""var b = new UriBuilder("smtp", "localhost", 25); client.Connect(host, {|SMTP001:b.Port|});""")]
    public Task Parts_MakeTheUri(string statements) => Connection.MailKitAsync(statements);

    [Theory]
    [InlineData("""client.Connect(new UriBuilder("smtp", "mail.contoso.com", 587).Uri);""")]
    [InlineData("""client.Connect(new UriBuilder("smtp", "localhost", 25).Uri);""")]
    [InlineData("""client.Connect(new UriBuilder("smtp://localhost:25").Uri);""")]
    [InlineData("""var b = new UriBuilder("smtp", "mail.contoso.com", 25); b.Port = 587; client.Connect(b.Uri);""")]
    [InlineData("""var b = new UriBuilder("smtp", host, 25); b.Host = "localhost"; client.Connect(b.Uri);""")]
    [InlineData("""var b = new UriBuilder("smtp", "localhost", 25); client.Connect(b.Host, 25);""")]
    [InlineData("""var b = new UriBuilder("smtps", host) { Port = -1 }; client.Connect(b.Uri);""")]
    public Task OtherParts_AreSilent(string statements) => Connection.MailKitAsync(statements);
}
