using System.Diagnostics.CodeAnalysis;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>SMTP009 by what a settings file alone says: schemas and names.</summary>
public class SettingsPasswordTests
{
    [Theory]
    [InlineData("""{ "Smtp": { "Host": "smtp.contoso.com", "Password": "{|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData("""{ "Smtp": { "Password": "{|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData("""{ "Smtp": { "Pass": "{|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData("""{ "Smtp": { "pwd": "{|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData("""{ "Smtp": { "Password": {|SMTP009:48120177|} } }""")]
    [InlineData("""{ "Smtp": { "User": "shop", "UserPassword": "{|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData("""{ "Smtp": { "Credentials": { "UserName": "shop", "Password": "{|SMTP009:Xk3!v9qT|}" } } }""")]
    [InlineData("""{ "Services": [ { "Smtp": { "Password": "{|SMTP009:Xk3!v9qT|}" } } ] }""")]
    [InlineData("""{ "SmtpPassword": "{|SMTP009:Xk3!v9qT|}" }""")]
    [InlineData("""{ "SMTP_PASSWORD": "{|SMTP009:Xk3!v9qT|}" }""")]
    [InlineData("""{ "SMTP_PASS": "{|SMTP009:Xk3!v9qT|}" }""")]
    [InlineData("""{ "smtppassword": "{|SMTP009:Xk3!v9qT|}" }""")]
    [InlineData("""{ "Smtp:Password": "{|SMTP009:Xk3!v9qT|}" }""")]
    [InlineData("""{ "Smtp__Password": "{|SMTP009:Xk3!v9qT|}" }""")]
    [InlineData("""{ "Settings": { "Abp.Mailing.Smtp.Password": "{|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData("""{ "ContosoShopSmtpAuthPassword": "{|SMTP009:Xk3!v9qT|}" }""")]
    [InlineData("""{ "EmailSettings": { "SmtpServer": "smtp.contoso.com", "Username": "shop", "Password": "{|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData("""{ "EmailSettings": { "Host": "smtp.contoso.com", "Password": "{|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData("""{ "MailSettings": { "Mail": "shop@contoso.com", "Port": 587, "Password": "{|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData("""{ "EmailConfiguration": { "From": "shop@contoso.com", "Password": "{|SMTP009:abcd efgh ijkl mnop|}" } }""")]
    [InlineData("""{ "Mail": { "SenderEmail": "shop@contoso.com", "SenderPassword": "{|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData("""{ "Gmail": { "From": "shop@gmail.com", "AppPassword": "{|SMTP009:abcdefghijklmnop|}" } }""")]
    [InlineData("""{ "Coravel": { "Mail": { "Driver": "SMTP", "Host": "smtp.contoso.com", "Password": "{|SMTP009:Xk3!v9qT|}" } } }""")]
    [InlineData("""{ "App": { "MailServer": "smtp.contoso.com", "MailPassword": "{|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData("""{ "EMAIL_HOST": "smtp.contoso.com", "EMAIL_HOST_PASSWORD": "{|SMTP009:Xk3!v9qT|}" }""")]
    [InlineData("""{ "Relay": { "Host": "smtp.contoso.com", "Password": "{|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData("""{ "Relay": { "SmtpHost": "mx.contoso.com", "Login": "shop", "Password": "{|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData("""{ "Correo": { "Smtp": { "Contraseña": "{|SMTP009:Xk3!v9qT|}" } } }""")]
    [InlineData("""{ "Email": { "Remitente": "a@contoso.com", "SmtpServer": "smtp.contoso.com", "Senha": "{|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData("""{ "Smtp": { "MotDePasse": "{|SMTP009:Xk3!v9qT|}" } }""")]
    [InlineData("{\r\n  \"Smtp\": {\r\n    \"Password\": \"{|SMTP009:Xk3!v9qT|}\" // the relay's\r\n  }\r\n}\r\n")]
    [InlineData("{ \"Smtp\": { \"Password\": \"{|SMTP009:a\\u0062\\\"c9!|}\" }, }")]
    public Task Json_Password_Reports([StringSyntax("json")] string content) => Async("appsettings.json", content);

    [Theory]
    [InlineData("""{ "Database": { "Host": "db.contoso.com", "Password": "Xk3!v9qT" } }""")]
    [InlineData("""{ "AdminUser": { "Email": "admin@contoso.com", "Password": "Xk3!v9qT" } }""")]
    [InlineData("""{ "Seed": { "Users": [ { "Email": "a@contoso.com", "UserName": "a", "Password": "Xk3!v9qT" } ] } }""")]
    [InlineData("""{ "EmailTemplates": { "ForgotPassword": "We heard that you lost it", "Password": "Your new one" } }""")]
    [InlineData("""{ "EmailSubjects": { "ResetPassword": "How to get a new one" } }""")]
    [InlineData("""{ "Mail": { "From": "a@contoso.com", "ResetPassword": "How to get a new one" } }""")]
    [InlineData("""{ "Imap": { "Host": "imap.contoso.com", "Password": "Xk3!v9qT" } }""")]
    [InlineData("""{ "Mail": { "Host": "imap.contoso.com", "Password": "Xk3!v9qT" } }""")]
    [InlineData("""{ "Mail": { "ImapServer": "mail.contoso.com", "Password": "Xk3!v9qT" } }""")]
    [InlineData("""{ "Mail": { "Host": "mail.contoso.com", "Port": 993, "Password": "Xk3!v9qT" } }""")]
    [InlineData("""{ "EmailQueue": { "Host": "mq.contoso.com", "Port": 5672, "Password": "Xk3!v9qT" } }""")]
    [InlineData("""{ "MailChimp": { "ApiKey": "Xk3!v9qT" } }""")]
    [InlineData("""{ "MailChimpPassword": "Xk3!v9qT" }""")]
    [InlineData("""{ "SendGrid": { "ApiKey": "SG.Xk3v9qT" } }""")]
    [InlineData("""{ "SmtpPasswordSecretName": "relay", "SmtpPasswordFile": "relay.txt", "UseSmtpPassword": true }""")]
    [InlineData("""{ "Smtp": { "Password": "" } }""")]
    [InlineData("""{ "Smtp": { "Password": null } }""")]
    [InlineData("""{ "Smtp": { "Password": "   " } }""")]
    [InlineData("""{ "Smtp": { "Host": "localhost", "Password": "Xk3!v9qT" } }""")]
    [InlineData("""{ "Smtp": { "Host": "127.0.0.1", "Password": "Xk3!v9qT" } }""")]
    [InlineData("""{ "Smtp": { "DeliveryMethod": "SpecifiedPickupDirectory", "Password": "Xk3!v9qT" } }""")]
    [InlineData("""{ "Development": { "Smtp": { "Host": "smtp.contoso.com", "Password": "Xk3!v9qT" } } }""")]
    [InlineData("""{ "Proxy": { "Smtp": 1, "Password": "Xk3!v9qT" } }""")]
    [InlineData("""{ "App": { "SmtpServer": "smtp.contoso.com", "DbPassword": "q", "Password": "Xk3!v9qT" } }""")]
    [InlineData("""{ "App": { "Host": "smtp.contoso.com", "ConnectionString": "Server=db", "Password": "Xk3!v9qT" } }""")]
    [InlineData("""{ "Smtp": { "Host": "smtp.contoso.com", "Password": ["Xk3!v9qT"] } }""")]
    [InlineData("""{ "Smtp": { "Password": "Xk3!v9qT", } """)]
    public Task Json_OtherPasswordOrNone_IsSilent([StringSyntax("json")] string content) => Async("appsettings.json", content);

    [Theory]
    [InlineData("${SMTP_PASSWORD}")]
    [InlineData("#{Smtp.Password}#")]
    [InlineData("#{Smtp.Password}")]
    [InlineData("__SmtpPassword__")]
    [InlineData("%SmtpPassword%")]
    [InlineData("<password>")]
    [InlineData("<set in user secrets>")]
    [InlineData("{{smtp-password}}")]
    [InlineData("$(SmtpPassword)")]
    [InlineData("$SMTP_PASSWORD")]
    [InlineData("[smtp password]")]
    [InlineData("YOUR_PASSWORD")]
    [InlineData("your-password-here")]
    [InlineData("your-16-char-app-password")]
    [InlineData("none")]
    [InlineData("N/A")]
    [InlineData("#SmtpPassword#")]
    [InlineData(@"\u0024\u0024Smtp.Password\u0024\u0024")]
    [InlineData("changeme")]
    [InlineData("********")]
    [InlineData("**REMOVED**")]
    [InlineData("Set in user secrets")]
    [InlineData("stored-in-key-vault")]
    [InlineData("Overridden by an environment variable")]
    [InlineData("vault:smtp/password")]
    [InlineData("/run/secrets/smtp")]
    [InlineData("ENC(9fX0s8/a2Q==)")]
    [InlineData("CfDJ8NrAkS0xAbc")]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://contoso.vault.azure.net/secrets/smtp/)")]
    [InlineData("@Microsoft.KeyVault(VaultName=contoso;SecretName=smtp)")]
    [InlineData("https://contoso.vault.azure.net/secrets/smtp")]
    public Task Placeholder_IsSilent(string text) =>
        Async("appsettings.json", $$"""{ "Smtp": { "Host": "smtp.contoso.com", "Password": "{{text}}" } }""");

    [Theory]
    [InlineData("$ecret99")]
    [InlineData("hunter2")]
    [InlineData("Contoso_2024_vault")]
    [InlineData("SG.abcDEF.123-456")]
    [InlineData("correct horse battery staple")]
    [InlineData("123456")]
    [InlineData("admin")]
    public Task TextThatLooksLikeOne_IsStillAPassword(string text) =>
        Async("appsettings.json", $$"""{ "Smtp": { "Host": "smtp.contoso.com", "Password": "{|SMTP009:{{text}}|}" } }""");

    [Theory]
    [InlineData("appsettings.json", true)]
    [InlineData("appsettings.Production.json", true)]
    [InlineData("appsettings.Staging.json", true)]
    [InlineData("mailsettings.json", true)]
    [InlineData("appsettings.Development.json", false)]
    [InlineData("appsettings.Local.json", false)]
    [InlineData("local.settings.json", false)]
    [InlineData("secrets.json", false)]
    [InlineData("launchSettings.json", false)]
    [InlineData("appsettings.Example.json", false)]
    [InlineData("appsettings.template.json", false)]
    public Task File_ThatIsNotDeployed_IsSilent(string name, bool isDeployed) =>
        Async(name, $$"""{ "Smtp": { "Password": "{{(isDeployed ? "{|SMTP009:Xk3!v9qT|}" : "Xk3!v9qT")}}" } }""");

    [Theory]
    [InlineData("""<configuration><appSettings><add key="SmtpPassword" value="{|SMTP009:Xk3!v9qT|}" /></appSettings></configuration>""")]
    [InlineData(
        """<configuration><appSettings><add key="SmtpHost" value="mx.contoso.com" /><add key="EmailPassword" """ +
        """value='{|SMTP009:Xk3!v9qT|}' /></appSettings></configuration>""")]
    [InlineData(
        """<configuration><appSettings><add key="Host" value="smtp.contoso.com" /><add key="Password" value="{|SMTP009:Xk3!&amp;9|}" """ +
        """/><add key="Port" value="587" /></appSettings></configuration>""")]
    [InlineData("""<appSettings><add key="mail:smtp:pwd" value="{|SMTP009:Xk3!v9qT|}" /></appSettings>""")]
    [InlineData(
        """<configuration><applicationSettings><Shop.Properties.Settings><setting name="SmtpPassword" """ +
        """serializeAs="String"><value>{|SMTP009:Xk3!v9qT|}</value></setting></Shop.Properties.Settings>""" +
        "</applicationSettings></configuration>")]
    [InlineData(
        """<configuration><system.net><mailSettings><smtp><network host="smtp.contoso.com" port="587" userName="shop" """ +
        """password="{|SMTP009:Xk3!v9qT|}" /></smtp></mailSettings></system.net></configuration>""")]
    [InlineData("""<smtp><network host="smtp.contoso.com" password="{|SMTP009:Xk3!v9qT|}" port="587" /></smtp>""")]
    [InlineData(
        """<configuration><system.webServer><aspNetCore><environmentVariables><environmentVariable name="Smtp__Password" """ +
        """value="{|SMTP009:Xk3!v9qT|}" /></environmentVariables></aspNetCore></system.webServer></configuration>""")]
    [InlineData(
        "<configuration>\r\n  <system.net>\r\n    <mailSettings>\r\n      <smtp>\r\n        <network\r\n          " +
        "password=\"{|SMTP009:Xk3!v9qT|}\" port=\"587\" host=\"smtp.contoso.com\" />\r\n      </smtp>\r\n    </mailSettings>\r\n  " +
        "</system.net>\r\n</configuration>")]
    [InlineData(
        """<nlog><targets><target name="m" type="Mail" smtpServer="smtp.contoso.com" smtpPort="587" """ +
        """smtpPassword="{|SMTP009:Xk3!v9qT|}" /></targets></nlog>""")]
    [InlineData(
        """<log4net><appender name="m" type="log4net.Appender.SmtpAppender"><smtpHost value="smtp.contoso.com" /><port value="587" """ +
        """/><password value="{|SMTP009:Xk3!v9qT|}" /></appender></log4net>""")]
    public Task Xml_Password_Reports([StringSyntax("xml")] string content) => WebConfigAsync("web.config", content);

    [Theory]
    [InlineData(
        """<configuration><appSettings><add key="Password" value="Xk3!v9qT" /><add key="SmtpHost" value="mx.contoso.com" /><add """ +
        """key="DbHost" value="db" /></appSettings></configuration>""")]
    [InlineData("""<configuration><appSettings><add key="SmtpPassword" value="" /></appSettings></configuration>""")]
    [InlineData("""<configuration><appSettings><!-- <add key="SmtpPassword" value="Xk3!v9qT" /> --></appSettings></configuration>""")]
    [InlineData(
        """<configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform"><appSettings><add key="SmtpPassword" """ +
        """value="Xk3!v9qT" xdt:Transform="Remove" xdt:Locator="Match(key)" /></appSettings></configuration>""")]
    [InlineData(
        """<configuration><system.net><mailSettings><smtp configProtectionProvider="RsaProtectedConfigurationProvider"><network """ +
        """host="smtp.contoso.com" port="587" password="Xk3!v9qT" /></smtp></mailSettings></system.net></configuration>""")]
    [InlineData(
        """<configuration><appSettings configProtectionProvider="DataProtectionConfigurationProvider"><add key="SmtpPassword" """ +
        """value="Xk3!v9qT" /></appSettings></configuration>""")]
    [InlineData(
        """<configuration><system.net><mailSettings><smtp deliveryMethod="SpecifiedPickupDirectory"><network password="Xk3!v9qT" """ +
        """/></smtp></mailSettings></system.net></configuration>""")]
    [InlineData(
        """<configuration><system.net><mailSettings><smtp><network host="smtp.contoso.com" port="587" defaultCredentials="true" """ +
        """password="Xk3!v9qT" /></smtp></mailSettings></system.net></configuration>""")]
    [InlineData(
        """<configuration><system.net><mailSettings><smtp><network host="localhost" password="Xk3!v9qT" """ +
        """/></smtp></mailSettings></system.net></configuration>""")]
    [InlineData(
        """<nlog><targets><target name="m" type="Mail" smtpServer="smtp.contoso.com" smtpPort="587" smtpPassword="${environment:SMTP}" """ +
        """/></targets></nlog>""")]
    [InlineData(
        """<nlog><targets><target name="d" type="Database" host="smtp.contoso.com" dbPassword="Xk3!v9qT" /></targets></nlog>""")]
    [InlineData(
        """<log4net><appender name="m" type="log4net.Appender.AdoNetAppender"><smtpHost value="x" /><password value="Xk3!v9qT" """ +
        """/></appender></log4net>""")]
    public Task Xml_OtherPasswordOrNone_IsSilent([StringSyntax("xml")] string content) => WebConfigAsync("web.config", content);

    /// <summary>.NET does not read the section.</summary>
    [Fact]
    public Task MailSettings_OnNet_AreSilent() => Async(
        "web.config",
        """<configuration><system.net><mailSettings><smtp><network host="smtp.contoso.com" port="587" password="Xk3!v9qT" """ +
        """/></smtp></mailSettings></system.net></configuration>""");

    [Theory]
    [InlineData(
        """{ "Serilog": { "WriteTo": [ { "Name": "Email", "Args": { "host": "smtp.contoso.com", "port": """ +
        """587, "password": "{|SMTP009:Xk3!v9qT|}" } } ] } }""")]
    [InlineData(
        """{ "Serilog": { "WriteTo": [ { "Name": "Email", "Args": { "connectionInfo": { "MailServer": "smtp.contoso.com", "Port": """ +
        """587, "NetworkCredentials": { "userName": "a", "password": "{|SMTP009:Xk3!v9qT|}" } } } } ] } }""")]
    [InlineData("""{ "Serilog": { "WriteTo": [ { "Name": "Seq", "Args": { "serverUrl": "https://seq", "password": "Xk3!v9qT" } } ] } }""")]
    [InlineData(
        """{ "NLog": { "targets": { "m": { "type": "Mail", "smtpServer": "smtp.contoso.com", "smtpPort": """ +
        """587, "smtpPassword": "{|SMTP009:Xk3!v9qT|}" } } } }""")]
    public Task LogTargets_OfMail_Report([StringSyntax("json")] string content) => Async("appsettings.json", content);

    private static Task Async(string name, string content) =>
        SettingsFile.Async(name, content, test => test.JudgesMoreThanThePort = true);

    private static Task WebConfigAsync(string name, string content) => SettingsFile.Async(name, content, test =>
    {
        test.References = TestReferences.Net472;
        test.JudgesMoreThanThePort = true;
    });
}
