using Xunit;
using static SmtpPortAnalyzer.Tests.Fixes.Relays.SecurityFixTest;

namespace SmtpPortAnalyzer.Tests.Fixes.Relays;

/// <summary>
/// A password that stands in for a missing one, in each form in which C# writes that: the program throws there, and only there. Where the
/// text is evaluated whether the setting is missing or not, nothing is offered: what is put there would run always.
/// </summary>
public class RequiredPasswordTests
{
    private const string Rule = "SMTP007";
    private const string Send = """

        using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential(user, secret) };
        client.Send(message);
        """;

    [Theory]
    [InlineData(
        """
        var given = configuration["Mail:Secret"];
        var secret = string.IsNullOrEmpty(given) ? {|SMTP007:"Xk3!v9qT"|} : given;
        """,
        """
        var given = configuration["Mail:Secret"];
        var secret = string.IsNullOrEmpty(given) ? throw new InvalidOperationException("Mail:Secret is not set.") : given;
        """)]
    [InlineData(
        """
        var given = configuration["Mail:Secret"];
        var secret = given switch { null => {|SMTP007:"Xk3!v9qT"|}, var set => set };
        """,
        """
        var given = configuration["Mail:Secret"];
        var secret = given switch { null => throw new InvalidOperationException("Mail:Secret is not set."), var set => set };
        """)]
    [InlineData(
        """
        var secret = configuration["Mail:Secret"];
        if (string.IsNullOrEmpty(secret))
            secret = {|SMTP007:"Xk3!v9qT"|};
        """,
        """
        var secret = configuration["Mail:Secret"];
        if (string.IsNullOrEmpty(secret))
            throw new InvalidOperationException("Mail:Secret is not set.");
        """)]
    [InlineData(
        """
        var secret = configuration["Mail:Secret"];
        secret ??= {|SMTP007:"Xk3!v9qT"|};
        """,
        """
        var secret = configuration["Mail:Secret"];
        if (secret == null)
            throw new InvalidOperationException("Mail:Secret is not set.");
        """)]
    [InlineData(
        """
        string secret;
        try { secret = System.IO.File.ReadAllText("/run/secrets/smtp"); }
        catch (System.IO.IOException) { secret = {|SMTP007:"Xk3!v9qT"|}; }
        """,
        """
        string secret;
        try { secret = System.IO.File.ReadAllText("/run/secrets/smtp"); }
        catch (System.IO.IOException) { throw; }
        """)]
    [InlineData(
        """
        var secret = configuration.GetValue("Mail:Secret", {|SMTP007:"Xk3!v9qT"|});
        """,
        """
        var secret = configuration["Mail:Secret"] ?? throw new InvalidOperationException("Mail:Secret is not set.");
        """)]
    [InlineData(
        """
        var secret = configuration["Mail:Secret"] ?? ({|SMTP007:"Xk3!v9qT"|});
        """,
        """
        var secret = configuration["Mail:Secret"] ?? throw new InvalidOperationException("Mail:Secret is not set.");
        """)]
    public async Task StandsIn_Throws(string before, string after)
    {
        await SystemNetMail(Rule, RequiredPassword, before + Send, after + Send);
        await SystemNetMailOffersNothing(Rule, RelayFixTest.Configuration, before + Send);
    }

    [Theory]
    [InlineData("""
        var secret = {|SMTP007:"Xk3!v9qT"|};
        if (configuration["Mail:Secret"] is { Length: > 0 } set)
            secret = set;
        """)]
    [InlineData("""
        var secret = Or(Environment.GetEnvironmentVariable("MAIL_SECRET"), {|SMTP007:"Xk3!v9qT"|});
        static string Or(string value, string otherwise) => string.IsNullOrEmpty(value) ? otherwise : value;
        """)]
    public async Task StandsIn_WhereItRunsAlways_IsLeft(string code)
    {
        await SystemNetMailOffersNothing(Rule, RequiredPassword, code + Send);
        await SystemNetMailOffersNothing(Rule, RelayFixTest.Configuration, code + Send);
    }

    [Fact]
    public Task StandsIn_AsAConstant_GoesWithIt() => FixesFile(Rule, RequiredPassword, In("""
        private const string Standard = {|SMTP007:"Xk3!v9qT"|};

            public void Send(MailMessage message, string user)
            {
                var secret = configuration["Mail:Secret"] ?? Standard;
        """), In("""
        public void Send(MailMessage message, string user)
            {
                var secret = configuration["Mail:Secret"] ?? throw new InvalidOperationException("Mail:Secret is not set.");
        """));

    private static string In(string members) => $$"""
        using System;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        class Mailer(IConfiguration configuration)
        {
            {{members}}
                var login = new NetworkCredential(user, secret);
                using var client = new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = login };
                client.Send(message);
            }
        }
        """;
}
