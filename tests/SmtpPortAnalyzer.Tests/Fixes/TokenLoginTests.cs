using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Tests.Fixes.Relays;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// Microsoft 365 ends logins with a password: where a credential of Microsoft Entra is in reach, MailKit logs in with its token.
/// </summary>
public class TokenLoginTests
{
    private const string Usings = """
        using System;
        using System.Threading;
        using System.Threading.Tasks;
        using Azure.Core;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using Microsoft.Extensions.Configuration;

        """;

    private const string AzureCore = """

        namespace Azure.Core
        {
            public struct AccessToken { public string Token => ""; }
            public struct TokenRequestContext { public TokenRequestContext(string[] scopes) { } }
            public abstract class TokenCredential
            {
                public abstract ValueTask<AccessToken> GetTokenAsync(TokenRequestContext context, CancellationToken token);
                public abstract AccessToken GetToken(TokenRequestContext context, CancellationToken token);
            }
            public abstract class DefaultAzureCredential : TokenCredential { }
        }
        """;

    private static string Code(string code) => Usings + code + AzureCore;

    [Fact]
    public Task NoLogin_AwaitsATokenAsTheConnection() => RelayFixTest.Fixes(RelayFixTest.OAuth, Code("""
        class Mailer(TokenCredential credential, IConfiguration configuration)
        {
            async Task Open(SmtpClient client, CancellationToken ct)
            {
                await client.ConnectAsync("smtp.office365.com", {|SMTP001:25|}, SecureSocketOptions.None, ct).ConfigureAwait(false);
            }
        }
        """), Code("""
        class Mailer(TokenCredential credential, IConfiguration configuration)
        {
            async Task Open(SmtpClient client, CancellationToken ct)
            {
                await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls, ct).ConfigureAwait(false);
                await client.AuthenticateAsync(
                    new SaslMechanismOAuth2(
                        configuration["Smtp:UserName"] ?? throw new InvalidOperationException("Smtp:UserName is not set."),
                        (await credential.GetTokenAsync(
                            new TokenRequestContext(new[] { "https://outlook.office365.com/.default" }),
                            ct).ConfigureAwait(false)).Token),
                    ct).ConfigureAwait(false);
            }
        }
        """));

    [Theory]
    [InlineData("\"shop@contoso.com\", \"Xk3!v9qT\"")]
    [InlineData("new System.Net.NetworkCredential(\"shop@contoso.com\", \"Xk3!v9qT\")")]
    public Task LiteralLogin_KeepsItsMailbox(string login) => RelayFixTest.Fixes(RelayFixTest.OAuth, Code($$"""
        class Mailer
        {
            private const string Host = "smtp.office365.com";
            private readonly DefaultAzureCredential _entra;
            Mailer(DefaultAzureCredential entra) => _entra = entra;

            void Open(SmtpClient client)
            {
                {|SMTP002:client.Connect(Host)|};
                client.Authenticate({{login}});
            }
        }
        """), Code("""
        class Mailer
        {
            private const string Host = "smtp.office365.com";
            private readonly DefaultAzureCredential _entra;
            Mailer(DefaultAzureCredential entra) => _entra = entra;

            void Open(SmtpClient client)
            {
                client.Connect(Host, 587, SecureSocketOptions.StartTls);
                client.Authenticate(new SaslMechanismOAuth2(
                    "shop@contoso.com",
                    _entra.GetToken(
                        new TokenRequestContext(new[] { "https://outlook.office365.com/.default" }),
                        CancellationToken.None).Token));
            }
        }
        """));

    /// <summary>The port, the encryption, the login and the password come to the same, whichever of them is fixed first.</summary>
    [Theory]
    [InlineData(RuleIds.WrongSecurity, "587, {|SMTP005:SecureSocketOptions.None|}", "\"Xk3!v9qT\"")]
    [InlineData(RuleIds.LiteralPassword, "587, SecureSocketOptions.None", "{|SMTP007:\"Xk3!v9qT\"|}")]
    [InlineData(RuleIds.LiteralPassword, "{|SMTP001:25|}, SecureSocketOptions.None", "{|SMTP007:\"Xk3!v9qT\"|}")]
    public Task OtherFindings_ComeToTheSame(string rule, string port, string password) => SecurityFixTest.FixesFile(
        rule, RelayFixTest.OAuth, Code($$"""
            class Mailer
            {
                async Task Open(SmtpClient client, TokenCredential entra, CancellationToken ct)
                {
                    await client.ConnectAsync("smtp.office365.com", {{port}}, ct);
                    await client.AuthenticateAsync("shop@contoso.com", {{password}}, ct);
                }
            }
            """), Code("""
            class Mailer
            {
                async Task Open(SmtpClient client, TokenCredential entra, CancellationToken ct)
                {
                    await client.ConnectAsync("smtp.office365.com", 587, SecureSocketOptions.StartTls, ct);
                    await client.AuthenticateAsync(new SaslMechanismOAuth2(
                        "shop@contoso.com",
                        (await entra.GetTokenAsync(
                            new TokenRequestContext(new[] { "https://outlook.office365.com/.default" }),
                            ct)).Token), ct);
                }
            }
            """));

    [Theory]
    [InlineData("\"smtp.contoso.com\"", "TokenCredential entra", "\"shop@contoso.com\", \"Xk3!v9qT\"")]
    [InlineData("host", "TokenCredential entra", "\"shop@contoso.com\", \"Xk3!v9qT\"")]
    [InlineData("\"smtp.office365.com\"", "object entra", "\"shop@contoso.com\", \"Xk3!v9qT\"")]
    [InlineData("\"smtp.office365.com\"", "TokenCredential? entra", "\"shop@contoso.com\", \"Xk3!v9qT\"")]
    [InlineData("\"smtp.office365.com\"", "TokenCredential entra", "\"shop@contoso.com\", password")]
    public Task OtherHost_NoCredential_OrAPasswordOfRunTime_NothingIsOffered(string host, string credential, string login) =>
        RelayFixTest.OffersNothing(RelayFixTest.OAuth, Code($$"""
            class Mailer
            {
                void Open(SmtpClient client, string host, string password, {{credential}})
                {
                    client.Connect({{host}}, {|SMTP001:25|}, SecureSocketOptions.None);
                    client.Authenticate({{login}});
                }
            }
            """));

    [Fact]
    public Task SystemNetMail_HasNoOAuth() => RelayFixTest.OffersNothing(RelayFixTest.OAuth, Code("""
        class Mailer
        {
            object Open(TokenCredential entra) => new System.Net.Mail.SmtpClient("smtp.office365.com", {|SMTP001:25|});
        }
        """));
}
