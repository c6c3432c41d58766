using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>No edit takes away the last use of a primary constructor's parameter: the compiler would warn of it (CS9113).</summary>
public class UnreadParameterTests
{
    [Theory]
    [InlineData("", "ssl")]
    [InlineData("private readonly bool _ssl = ssl;", "_ssl")]
    public Task LastUse_Stays(string field, string flag) => RelayFixTest.OffersNothing(
        RelayFixTest.Encrypted,
        Code("class", field, $"new SmtpClient(host, {{|SMTP001:25|}}) {{ EnableSsl = {flag}, Credentials = login }}"));

    [Theory]
    [InlineData("class", "public bool IsSecure => ssl;")]
    [InlineData("record", "")]
    public Task OtherUse_LetsItGo(string kind, string field) => RelayFixTest.Fixes(
        RelayFixTest.Encrypted,
        Code(kind, field, "new SmtpClient(host, {|SMTP001:25|}) { EnableSsl = ssl, Credentials = login }"),
        Code(kind, field, "new SmtpClient(host, 587) { EnableSsl = true, Credentials = login }"));

    private static string Code(string kind, string field, string client) => $$"""
        using System.Net;
        using System.Net.Mail;

        public {{kind}} Mailer(string host, bool ssl, ICredentialsByHost login)
        {
            {{field}}

            public SmtpClient Create() => {{client}};
        }
        """;
}
