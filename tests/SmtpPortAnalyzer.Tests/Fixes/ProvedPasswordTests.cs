using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>
/// A password that the analyzer finds in the source, on whatever way it comes to the login, does not stay on a connection that is fixed.
/// </summary>
public class ProvedPasswordTests
{
    /// <summary>Ways from a text to the login: members, statements, and the credentials.</summary>
    public static TheoryData<string, string, string> Ways => new()
    {
        { "", "var secret = {0}; var other = secret;", "new NetworkCredential(user, other)" },
        { "static string Secret => {0};", "", "new NetworkCredential(user, Secret)" },
        { "static string Secret() => {0};", "", "new NetworkCredential(user, Secret())" },
        { "static NetworkCredential Login() => new(\"shop\", {0});", "", "Login()" },
        { "static NetworkCredential Login => new(\"shop\", {0});", "", "Login" },
        { "readonly string _secret; public Mailer() { _secret = {0}; }", "", "new NetworkCredential(user, _secret)" },
        { "string Secret { get; } public Mailer() { Secret = {0}; }", "", "new NetworkCredential(user, Secret)" },
        { "readonly ICredentialsByHost _login = new NetworkCredential(\"shop\", {0});", "", "_login" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Password_PortAloneIsNotOffered(string members, string statements, string credentials) =>
        RelayFixTest.OffersNothing(RelayFixTest.Port587, SystemNetMail(members, statements, credentials, "\"Hunter2!x\""));

    [Theory]
    [MemberData(nameof(Ways))]
    public Task RunTimePassword_PortAloneIsOffered(string members, string statements, string credentials)
    {
        var before = SystemNetMail(members, statements, credentials, "Environment.GetEnvironmentVariable(\"Secret\")");
        return RelayFixTest.Fixes(RelayFixTest.Port587, before, before.Replace("{|SMTP001:25|}", "587"));
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public Task Password_StartTlsAloneIsNotOffered(string members, string statements, string credentials) => RelayFixTest.OffersNothing(
        RelayFixTest.StartTls,
        SystemNetMail(members, statements, credentials, "\"Hunter2!x\"").Replace("EnableSsl = true", "EnableSsl = false"));

    [Theory]
    [InlineData("static string Secret => {0};", "", "new NetworkCredential(user, Secret)", "",
        "new NetworkCredential(\n                user,\n                {1})")]
    [InlineData("static NetworkCredential Login() => new(\"shop\", {0});", "", "Login()", "",
        "new NetworkCredential(\n                {2},\n                {1})")]
    [InlineData(
        "readonly string _secret; public Mailer() { _secret = {0}; }", "", "new NetworkCredential(user, _secret)", "public Mailer() { }",
        "new NetworkCredential(\n                user,\n                {1})")]
    public Task Password_ComesFromTheSettings(
        string members, string statements, string before, string membersAfter, string after)
    {
        static string Setting(string name) =>
            $"Environment.GetEnvironmentVariable(\"Smtp__{name}\") ?? throw new InvalidOperationException(\"Smtp__{name} is not set.\")";
        return RelayFixTest.Fixes(
            RelayFixTest.Environment,
            SystemNetMail(members, statements, before, "\"Hunter2!x\""),
            SystemNetMail(
                membersAfter, statements, after.Replace("{1}", Setting("Password")).Replace("{2}", Setting("UserName")), "\"Hunter2!x\"")
                .Replace("{\n    \n\n", "{\n")
                .Replace("{|SMTP001:25|}", "int.Parse(Environment.GetEnvironmentVariable(\"Smtp__Port\") ?? \"587\")"));
    }

    public static TheoryData<string, string, string> MailKitWays => new()
    {
        { "", "var secret = {0}; var other = secret;", "user, other" },
        { "static string Secret => {0};", "", "user, Secret" },
        { "static string Secret() => {0};", "", "user, Secret()" },
        { "readonly string _secret; public Mailer() { _secret = {0}; }", "", "user, _secret" },
        { "static System.Net.NetworkCredential Login() => new(\"shop\", {0});", "", "Login()" },
        { "", "", "new SaslMechanismPlain(user, Secret()) ); string Secret() => {0}; GC.KeepAlive(client" },
    };

    [Theory]
    [MemberData(nameof(MailKitWays))]
    public Task MailKitPassword_PortAloneIsNotOffered(string members, string statements, string login) =>
        RelayFixTest.OffersNothing(RelayFixTest.Port587, MailKit(members, statements, login, "\"Hunter2!x\""));

    [Theory]
    [MemberData(nameof(MailKitWays))]
    public Task MailKitRunTimePassword_PortAloneIsOffered(string members, string statements, string login)
    {
        var before = MailKit(members, statements, login, "Environment.GetEnvironmentVariable(\"Secret\")");
        return RelayFixTest.Fixes(RelayFixTest.Port587, before, before.Replace("{|SMTP001:25|}", "587"));
    }

    private static string SystemNetMail(string members, string statements, string credentials, string secret) => $$"""
        using System;
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            {{members.Replace("{0}", secret)}}

            void Send(MailMessage message, string host, string user)
            {
                {{statements.Replace("{0}", secret)}}
                using var client = new SmtpClient(
                    host,
                    {|SMTP001:25|})
                {
                    EnableSsl = true,
                    Credentials = {{credentials}},
                };
                client.Send(message);
            }
        }
        """;

    private static string MailKit(string members, string statements, string login, string secret) => $$"""
        using System;
        using MailKit.Net.Smtp;
        using MailKit.Security;
        using MimeKit;

        class Mailer
        {
            {{members.Replace("{0}", secret)}}

            void Send(MimeMessage message, string user)
            {
                {{statements.Replace("{0}", secret)}}
                using var client = new SmtpClient();
                client.Connect("mail.contoso.com", {|SMTP001:25|}, SecureSocketOptions.StartTls);
                client.Authenticate({{login.Replace("{0}", secret)}});
                client.Send(message);
            }
        }
        """;
}
