using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// A host that the analyzer knows, on whatever way it comes: one that takes mail for its own domains listens on 25 alone, so that the port
/// alone does not change, and no fix keeps it.
/// </summary>
public class ProvedHostTests
{
    private const string Exchanger = "\"contoso-com.mail.protection.outlook.com\"";

    private const string Relay = "\"mail.contoso.com\"";

    /// <summary>Ways from a text to the connection: members, statements, and the expression that the client gets.</summary>
    public static TheoryData<string, string, string> Ways => new()
    {
        { "", "var first = {0}; var target = first;", "target" },
        { "", "string target; target = {0};", "target" },
        { "", "var name = {0}; var target = name.Trim();", "target" },
        { "static string Target => {0};", "", "Target" },
        { "static string Target() => {0};", "", "Target()" },
        { "string Target { get { return {0}; } }", "", "Target" },
        { "readonly string _target; public Mailer() { _target = {0}; }", "", "_target" },
        { "string Target { get; } public Mailer() { Target = {0}; }", "", "Target" },
        { "readonly string _target; public Mailer(string target) { _target = target; } static Mailer Make() => new({0});", "", "_target" },
        { "void All(MailMessage message) => To(message, {0}); void To(MailMessage message, string target) { Send(message, \"\", \"\", " +
            "target); }", "", "host" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Exchanger_PortAloneIsNotOffered(string members, string statements, string host) =>
        RelayFixTest.OffersNothing(RelayFixTest.Port587, Mailer(members, statements, host, Exchanger));

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Relay_PortAloneIsOffered(string members, string statements, string host) => RelayFixTest.Fixes(
        RelayFixTest.Port587,
        Mailer(members, statements, host, Relay),
        Mailer(members, statements, host, Relay).Replace("{|SMTP001:25|}", "587"));

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Exchanger_StartTlsAloneIsNotOffered(string members, string statements, string host) =>
        RelayFixTest.OffersNothing(
            RelayFixTest.StartTls, Mailer(members, statements, host, Exchanger).Replace("EnableSsl = true", "EnableSsl = false"));

    [Theory]
    [InlineData("", "var first = \"contoso-com.mail.protection.outlook.com\"; var target = first;", "target", "",
        "var first = {0}; var target = first;", "target")]
    [InlineData("static string Target => \"contoso-com.mail.protection.outlook.com\";", "", "Target",
        "", "", "{0}")]
    [InlineData(
        "readonly string _target; public Mailer() { _target = \"contoso-com.mail.protection.outlook.com\"; }", "", "_target",
        "public Mailer() { }", "", "{0}")]
    public Task Exchanger_IsNotKept(
        string members, string statements, string host, string membersAfter, string statementsAfter, string hostAfter)
    {
        const string Setting =
            "Environment.GetEnvironmentVariable(\"Smtp__Host\") ?? throw new InvalidOperationException(\"Smtp__Host is not set.\")";
        return RelayFixTest.Fixes(
            RelayFixTest.Environment,
            Mailer(members, statements, host, Exchanger),
            Mailer(membersAfter, statementsAfter.Replace("{0}", Setting), hostAfter.Replace("{0}", Setting), Exchanger)
                .Replace(members != membersAfter ? "{\n    \n\n" : "\0", "{\n")
                .Replace("{|SMTP001:25|}", "int.Parse(Environment.GetEnvironmentVariable(\"Smtp__Port\") ?? \"587\")"));
    }

    [Theory]
    [InlineData("", "var first = \"mail.contoso.com\"; var target = first;", "target", "",
        "var first = {0}\"mail.contoso.com\"; var target = first;", "target")]
    [InlineData(
        "static string Target => \"mail.contoso.com\";", "", "Target", "static string Target => \"mail.contoso.com\";", "", "{0}Target")]
    public Task Relay_IsTheFallback(
        string members, string statements, string host, string membersAfter, string statementsAfter, string hostAfter)
    {
        const string Setting = "Environment.GetEnvironmentVariable(\"Smtp__Host\") ?? ";
        return RelayFixTest.Fixes(
            RelayFixTest.Environment,
            Mailer(members, statements, host, Relay).Replace("EnableSsl = true", "EnableSsl = false"),
            Mailer(membersAfter, statementsAfter.Replace("{0}", Setting), hostAfter.Replace("{0}", Setting), Relay)
                .Replace("{|SMTP001:25|}", "int.Parse(Environment.GetEnvironmentVariable(\"Smtp__Port\") ?? \"587\")"));
    }

    /// <summary>On one way it goes to an exchanger, on the other it does not: what is right for one is wrong for the other.</summary>
    [Theory]
    [InlineData(RelayFixTest.Port587)]
    [InlineData(RelayFixTest.Environment)]
    public Task ExchangerOnOneWay_NothingIsOffered(string action) => RelayFixTest.OffersNothing(
        action, Mailer("", "var target = host.Length > 3 ? host : {0};", "target", Exchanger));

    private static string Mailer(string members, string statements, string host, string text) => $$"""
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            {{members.Replace("{0}", text)}}

            void Send(MailMessage message, string user, string password, string host)
            {
                {{statements.Replace("{0}", text)}}
                using var client = new SmtpClient(
                    {{host}},
                    {|SMTP001:25|})
                {
                    EnableSsl = true,
                    Credentials = new NetworkCredential(user, password),
                };
                client.Send(message);
            }
        }
        """;
}
