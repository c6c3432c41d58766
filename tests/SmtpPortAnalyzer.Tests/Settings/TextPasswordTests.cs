using System.Diagnostics.CodeAnalysis;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>SMTP009 where the password is a part of an address, or the key of a mail service.</summary>
public class TextPasswordTests
{
    [Theory]
    [InlineData("""{ "Mail": "smtp://shop:{|SMTP009:Xk3!v9qT|}@smtp.contoso.com:587" }""")]
    [InlineData("""{ "Relay": { "Uri": "smtps://shop%40contoso.com:{|SMTP009:Xk3v9qT|}@smtp.contoso.com" } }""")]
    [InlineData("""{ "Outbox": "smtp://shop@contoso.com:{|SMTP009:Xk3!v9qT|}@smtp.contoso.com/?starttls=always" }""")]
    [InlineData("""{ "ConnectionStrings": { "Email": "Host=smtp.contoso.com;Port=587;User=shop;Password={|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData(
        """{ "ConnectionStrings": { "smtp": "Endpoint=smtp://smtp.contoso.com;Username=shop;Pwd={|SMTP009:Xk3!v9qT|};Tls=true" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Smtp": "Server=smtp.contoso.com;UserName=shop;Password={|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData("""[ { "name": "MAIL_URL", "value": "smtp://shop:{|SMTP009:Xk3!v9qT|}@smtp.contoso.com" } ]""")]
    public Task Address_WithPassword_Reports([StringSyntax("json")] string json) => Async("appsettings.json", json);

    [Theory]
    [InlineData(
        """{ "Mail": "smtp://smtp.contoso.com:587", "Smtp": "smtp://shop@smtp.contoso.com", "Email": "smtp://shop:@smtp.contoso.com" }""")]
    [InlineData("""{ "Mail": "smtp://user:pass@smtp.contoso.com:587", "Smtp": "smtp://user:password@smtp.contoso.com" }""")]
    [InlineData("""{ "Mail": "smtp://{user}:{password}@smtp.contoso.com", "Smtp": "smtp://${USER}:${PASS}@smtp.contoso.com" }""")]
    [InlineData("""{ "Mail": "smtp://shop:#{SmtpPassword}#@smtp.contoso.com", "Smtp": "smtp://shop:%PASS%@smtp.contoso.com" }""")]
    [InlineData("""{ "Mail": "smtp://shop:Xk3v9qT@localhost:1025", "Smtp": "smtp://shop:Xk3v9qT@mailpit" }""")]
    [InlineData("""{ "Feed": "https://shop:Xk3v9qT@api.contoso.com", "EmailApi": "https://shop:Xk3v9qT@mail.contoso.com" }""")]
    [InlineData("""{ "Mailbox": "imap://shop:Xk3v9qT@mail.contoso.com", "MailQueue": "amqp://shop:Xk3v9qT@mq.contoso.com" }""")]
    [InlineData("""{ "ConnectionStrings": { "Default": "Host=smtp.contoso.com;Port=587;Password=Xk3v9qT" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Email": "Host=db.contoso.com;Port=5432;Database=mail;Username=u;Password=Xk3v9qT" } }""")]
    [InlineData("""{ "ConnectionStrings": { "MailDb": "Server=db.contoso.com;User=u;Password=Xk3v9qT" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Mail": "Server=db.contoso.com;User=u;Password=Xk3v9qT" } }""")]
    [InlineData("""{ "ConnectionStrings": { "Mail": "Data Source=db.contoso.com;Host=smtp.contoso.com;Port=587;Password=Xk3v9qT" } }""")]
    [InlineData("""{ "EmailTemplates": { "Welcome": "Hello a@contoso.com, your password: Xk3v9qT; server=mail" } }""")]
    [InlineData("""{ "Development": { "Mail": "smtp://shop:Xk3v9qT@smtp.contoso.com" } }""")]
    public Task AnythingElse_IsSilent([StringSyntax("json")] string json) => Async("appsettings.json", json);

    [Theory]
    [InlineData("""<add name="Smtp" connectionString="smtp://shop:{|SMTP009:Xk3v9qT|}@smtp.contoso.com:587" />""")]
    [InlineData("""<add name="Smtp" connectionString="smtp://shop:Xk3v9qT@smtp.contoso.com:587" xdt:Transform="Remove" />""")]
    public Task ConnectionStrings_OfXml(string add) => Async(
        "web.config",
        """<configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform"><connectionStrings>""" + add +
        "</connectionStrings></configuration>");

    /// <summary>Some services take their key for a password.</summary>
    [Theory]
    [InlineData("""{ "Smtp": { "Host": "smtp.sendgrid.net", "UserName": "apikey", "ApiKey": "{|SMTP009:SG.Xk3v9qT|}" } }""")]
    [InlineData("""{ "SendGrid": { "Host": "smtp.sendgrid.net", "User": "apikey", "Api_Key": "{|SMTP009:SG.Xk3v9qT|}" } }""")]
    [InlineData("""{ "Email": { "SmtpServer": "smtp.postmarkapp.com", "SmtpUser": "x", "SmtpToken": "{|SMTP009:Xk3v9qT|}" } }""")]
    [InlineData("""{ "Smtp": { "Host": "in-v3.mailjet.com", "Username": "x", "SecretKey": "{|SMTP009:Xk3v9qT|}" } }""")]
    [InlineData(
        """{ "SendGrid": { "ApiKey": "SG.Xk3v9qT" }, "Mailgun": { "Host": "https://api.mailgun.net", "User": "api", "ApiKey": "Xk3" } }""")]
    [InlineData("""{ "Email": { "Host": "smtp.contoso.com", "User": "u", "Password": "<password>", "ApiKey": "Xk3v9qT" } }""")]
    [InlineData("""{ "Smtp": { "Host": "smtp.contoso.com", "User": "u", "ClientId": "c", "ClientSecret": "Xk3v9qT" } }""")]
    [InlineData("""{ "Smtp": { "Host": "smtp.contoso.com" }, "ApiKey": "Xk3v9qT", "User": "apikey" }""")]
    [InlineData("""{ "Email": { "Host": "api.contoso.com", "User": "u", "ApiKey": "Xk3v9qT" } }""")]
    [InlineData("""{ "Smtp": { "Host": "localhost", "User": "apikey", "ApiKey": "Xk3v9qT" } }""")]
    public Task Key_ThatIsThePasswordOfTheLogin([StringSyntax("json")] string json) => Async("appsettings.json", json);

    /// <summary>The server stands around a section that is about the login alone, and an address of a person is no server.</summary>
    [Theory]
    [InlineData("""{ "Smtp": { "Host": "smtp.contoso.com", "Credentials": { "Password": "{|SMTP009:Xk3v9qT|}" } } }""")]
    [InlineData("""{ "Smtp": { "Host": "localhost", "Credentials": { "Password": "Xk3v9qT" } } }""")]
    [InlineData("""{ "Email": { "SmtpServer": "127.0.0.1", "AuthenticationSettings": { "Password": "Xk3v9qT" } } }""")]
    [InlineData("""{ "SmtpPort": 80, "SmtpHost": "smtpout.contoso.com", "EmailPassword": "{|SMTP009:Xk3v9qT|}" }""")]
    [InlineData("""{ "Mail": { "Server": "mq.contoso.com", "Port": 80, "Password": "Xk3v9qT" } }""")]
    public Task Server_OfThePassword([StringSyntax("json")] string json) => Async("appsettings.json", json);

    private static Task Async(string name, string content) =>
        SettingsFile.Async(name, content, test => test.JudgesMoreThanThePort = true);
}
