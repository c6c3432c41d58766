using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>Ports that stand within a text, and settings that are pairs of a name and a value.</summary>
public class PortsInTextTests
{
    [Theory]
    [InlineData("""{ "Mail": "smtp://smtp.contoso.com:{|SMTP004:25|}" }""")]
    [InlineData("""{ "Relay": { "Uri": "smtp://u:p@smtp.contoso.com:{|SMTP004:25|}/?tls=no" } }""")]
    [InlineData("""{ "Smtp": { "Server": "smtp.contoso.com:{|SMTP004:25|}" } }""")]
    [InlineData("""{ "MailServer": " smtp.contoso.com:{|SMTP004:25|} " }""")]
    [InlineData("""{ "ConnectionStrings": { "Email": "Host=smtp.contoso.com;Port={|SMTP004:25|}" } }""")]
    [InlineData("""{ "ConnectionStrings": { "smtp": "Endpoint=smtp://smtp.contoso.com;Port={|SMTP004:25|};User=x" } }""")]
    [InlineData("""{ "Mailing": { "ConnectionString": "Server=smtp.contoso.com;Port={|SMTP004:25|}" } }""")]
    [InlineData("""{ "Smtp": { "Connection": "smtp.contoso.com:{|SMTP004:25|}" } }""")]
    [InlineData("""[ { "name": "Smtp__Port", "value": "{|SMTP004:25|}", "slotSetting": false } ]""")]
    [InlineData("""{ "siteConfig": { "appSettings": [ { "name": "SMTP_PORT", "value": "{|SMTP004:25|}" } ] } }""")]
    public Task Mail_Reports(string json) => SettingsFile.JsonAsync(json);

    [Theory]
    [InlineData("""{ "Mail": "smtp://smtp.contoso.com:587", "Smtp": { "Server": "smtp.contoso.com:2525" } }""")]
    [InlineData("""{ "Mail": "smtp://localhost:25", "Smtp": { "Server": "mailhog:25" }, "Email": { "Host": "[::1]:25" } }""")]
    [InlineData("""{ "Mail": { "Url": "https://mail.contoso.com:25/inbox", "Subject": "Odds 1:25", "From": "a@contoso.com:25" } }""")]
    [InlineData("""{ "Email": { "Proxy": "proxy.contoso.com:25" }, "Imap": { "Server": "imap.contoso.com:25" } }""")]
    [InlineData("""{ "ConnectionStrings": { "MailDb": "Host=db.contoso.com;Port=25", "Default": "Host=db.contoso.com;Port=25" } }""")]
    [InlineData("""{ "Other": "relay.contoso.com:25", "Site": { "Address": "smtp.contoso.com:25" } }""")]
    [InlineData("""{ "MailArchive": { "Database": { "ConnectionString": "Server=db.contoso.com;Port=25" } } }""")]
    [InlineData("""{ "Orders": { "ConnectionString": "Server=mail.contoso.com;Port=25" } }""")]
    [InlineData("""[ { "name": "Redis__Port", "value": "25" } ]""")]
    [InlineData("""[ { "SmtpPort": 25 } ]""")]
    public Task AnythingElse_IsSilent(string json) => SettingsFile.JsonAsync(json);

    [Theory]
    [InlineData("""<add name="Smtp" connectionString="Host=smtp.contoso.com;Port={|SMTP004:25|};User=a" />""")]
    [InlineData("""<add name="MailRelay" connectionString="smtp://smtp.contoso.com:{|SMTP004:25|}" providerName="x" />""")]
    [InlineData("""<add name="MailDb" connectionString="Server=db.contoso.com;Port=25" />""")]
    [InlineData("""<add name="Shop" connectionString="Server=mail.contoso.com;Port=25" />""")]
    [InlineData("""<add name="Smtp" connectionString="Host=localhost;Port=25" />""")]
    public Task ConnectionStrings_OfXml(string entry) => SettingsFile.WebConfigAsync(
        "<configuration><connectionStrings>" + entry + "</connectionStrings></configuration>");

    /// <summary>The host of a port may be in a URL beside it.</summary>
    [Theory]
    [InlineData("http://localhost:1080", false)]
    [InlineData("smtp://mailpit", false)]
    [InlineData("smtp://smtp.contoso.com", true)]
    public Task UrlBeside(string url, bool isReported) => SettingsFile.JsonAsync(
        $$"""{ "Smtp": { "Url": "{{url}}", "Port": {{(isReported ? "{|SMTP004:25|}" : "25")}} } }""");

    [Theory]
    [InlineData("""{ "Correo": { "Servidor": "smtp.contoso.com", "Puerto": {|SMTP004:25|} } }""")]
    [InlineData("""{ "Email": { "Servidor": "smtp.contoso.com", "Porta": {|SMTP004:25|} } }""")]
    [InlineData("""{ "Posta": { "Server": "smtp.contoso.com", "NumeroPorta": "{|SMTP004:25|}" } }""")]
    [InlineData("""{ "Courriel": { "Serveur": "smtp.contoso.com", "Port": {|SMTP004:25|} } }""")]
    [InlineData("""{ "Poczta": { "Serwer": "smtp.contoso.com", "Port": {|SMTP004:25|} } }""")]
    [InlineData("""{ "PuertoSmtp": {|SMTP004:25|}, "PuertoServidorCorreo": {|SMTP004:25|}, "PortaDeEmail": {|SMTP004:25|} }""")]
    [InlineData("""{ "Correo": { "Servidor": "localhost", "Puerto": 25 }, "Redis": { "Puerto": 25 }, "Casa": { "Porta": 25 } }""")]
    public Task OtherLanguages(string json) => SettingsFile.JsonAsync(json);

    [Theory]
    [InlineData("MailHog")]
    [InlineData("mail-hog")]
    [InlineData("MailPit")]
    [InlineData("Smtp4Dev")]
    [InlineData("smtp_4_dev")]
    [InlineData("MailDev")]
    public Task StandIns_AreSilent(string section) => SettingsFile.JsonAsync($$"""{ "{{section}}": { "SmtpPort": 25, "Port": 25 } }""");
}
