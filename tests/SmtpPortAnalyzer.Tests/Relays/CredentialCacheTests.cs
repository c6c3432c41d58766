using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Relays;

/// <summary>Passwords that come to a client in a cache of credentials.</summary>
public class CredentialCacheTests
{
    [Theory]
    [InlineData("""
        var cache = new CredentialCache();
        cache.Add("smtp.contoso.com", 587, "LOGIN", new NetworkCredential("u", {|SMTP007:"S3cr3t!pw"|}));
        """)]
    [InlineData("""
        var cache = new CredentialCache { { "smtp.contoso.com", 587, "PLAIN", new NetworkCredential("u", {|SMTP007:"S3cr3t!pw"|}) } };
        """)]
    [InlineData("""
        var cache = new CredentialCache();
        var login = new NetworkCredential("u", {|SMTP007:"S3cr3t!pw"|});
        if (flag) cache.Add("smtp.contoso.com", 587, "LOGIN", login);
        """)]
    [InlineData("""
        var cache = new CredentialCache();
        cache.Add("smtp.contoso.com", 587, "LOGIN", new NetworkCredential("u", Environment.GetEnvironmentVariable("P")));
        """)]
    [InlineData("""
        var cache = new CredentialCache();
        new CredentialCache().Add(new Uri("https://contoso.com"), "Basic", new NetworkCredential("u", "S3cr3t!pw"));
        """)]
    public Task Password_InACache(string statements) => Relay.TypesAsync($$"""
        class C
        {
            void M(bool flag, System.Net.Mail.MailMessage m)
            {
                {{statements}}
                using var c = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = cache };
                c.Send(m);
            }
        }
        """);
}
