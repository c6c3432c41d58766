using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>Which 25 is the port for sending mail, where only names tell.</summary>
public class NamedPortTests
{
    public static TheoryData<string> Reported =>
    [
        """{ "Smtp": { "Host": "mail.contoso.com", "Port": {|SMTP004:25|} } }""",
        """{ "Smtp": { "Host": "mail.contoso.com", "Port": "{|SMTP004:25|}" } }""",
        """{ "Smtp": { "Port": {|SMTP004:25|} } }""",
        """{ "Smtp": { "Host": "", "Port": {|SMTP004:25|} } }""",
        """{ "Notification": { "SmtpServer": null, "SmtpPort": {|SMTP004:25|}, "SmtpUser": null } }""",
        """{ "SmtpPort": {|SMTP004:25|} }""",
        """{ "smtpport": {|SMTP004:25|} }""",
        """{ "SMTP_PORT": {|SMTP004:25|} }""",
        """{ "Smtp:Port": {|SMTP004:25|} }""",
        """{ "EmailSettings": { "SmtpServer": "contoso.com", "SmtpPort": {|SMTP004:25|} } }""",
        """{ "EmailSettings": { "Server": "contoso.com", "ServerPort": {|SMTP004:25|} } }""",
        """{ "MailSettings": { "Host": "contoso.com", "PortNumber": {|SMTP004:25|} } }""",
        """{ "EMail": { "Server": "contoso.com", "Port": {|SMTP004:25|} } }""",
        """{ "Email": { "Smtp": { "Server": "contoso.com", "Port": {|SMTP004:25|} } } }""",
        """{ "Notifications": { "SmtpHost": "contoso.com", "Port": {|SMTP004:25|} } }""",
        """{ "Notifications": { "MailServer": "contoso.com", "Port": {|SMTP004:25|} } }""",
        """{ "Notifications": { "Host": "smtp.contoso.com", "Port": {|SMTP004:25|} } }""",
        """{ "SendGrid": { "Server": "smtp.sendgrid.net", "Port": {|SMTP004:25|} } }""",
        """{ "SmtpServer": { "Host": "contoso.com", "Port": {|SMTP004:25|} } }""",
        """{ "SmtpServer": { "Port": {|SMTP004:25|}, "UserName": "u", "Password": "p" } }""",
        """{ "Settings": { "Abp.Mailing.Smtp.Host": "contoso.com", "Abp.Mailing.Smtp.Port": "{|SMTP004:25|}" } }""",
        """{ "MailOptions": [ { "Host": "contoso.com", "Port": 587 }, { "Host": "contoso.com", "Port": {|SMTP004:25|} } ] }""",
        """{ "WebApi": { "Smtp": { "Host": "contoso.com", "Port": {|SMTP004:25|} } } }""",
        """{ "Mail": { "ImapHost": "contoso.com", "ImapPort": 993, "SmtpHost": "contoso.com", "SmtpPort": {|SMTP004:25|} } }""",
        """{ "Smtp": { "Host": "contoso.com", "Port": {|SMTP004:25|}, "PickupPath": "App_Data/Mail", "UsePickup": false } }""",
        """{ "SmptPort": {|SMTP004:25|} }""",
        """{ "MailGateway": "gw.contoso.com", "Port": {|SMTP004:25|} }""",
        """{ "Gateway": "gw.contoso.com", "Relay": "10.1.2.3", "SmtpHost": "smtp.contoso.com", "SmtpPort": {|SMTP004:25|} }""",
        """{ "Smtp2": { "Port": {|SMTP004:25|} } }""",
        """{ "mailserver01": { "Host": "contoso.com", "Port": {|SMTP004:25|} } }""",
        """{ "Smtp2Port": {|SMTP004:25|} }""",
        """{ "HostIP": "smtp.contoso.com", "SmtpPort": {|SMTP004:25|} }""",
        """{ "SmtpHostName": "contoso.com", "HostName": "localhost", "SmtpPort": {|SMTP004:25|} }""",
        """{ "Smtp": { "ServerAddress": "contoso.com", "Port": {|SMTP004:25|} } }""",
        """{ "SmtpHost": "contoso.com", "HostIp": "127.0.0.1", "SmtpPort": {|SMTP004:25|} }""",
        """{ "SiteAddress": "127.0.0.1", "SmtpPort": {|SMTP004:25|} }""",
        """{ "SiteAddr": "127.0.0.1", "SmtpAddr": "contoso.com", "SmtpPort": {|SMTP004:25|} }""",
        """{ "\u0053mtp": { "Port": "{|SMTP004:\u00325|}" } }""",
        """{ "Smtp": { "Port": 587 }, "Smtp": { "Port": {|SMTP004:25|} } }""",
        """{ "Smtp": { "Url": "smtp://smtp.contoso.com", "Port": {|SMTP004:25|} } }""",
        """{ "Mail": { "Server": "contoso.com", "Portnummer": {|SMTP004:25|} } }""",
    ];

    public static TheoryData<string> Silent =>
    [
        """{ "Smtp": { "Host": "mail.contoso.com", "Port": 587 } }""",
        """{ "Smtp": { "Host": "mail.contoso.com", "Port": 2525 } }""",
        """{ "Smtp": { "Host": "mail.contoso.com", "Port": 25.5 } }""",
        """{ "Smtp": { "Host": "mail.contoso.com", "Port": "#{SmtpPort}#" } }""",
        """{ "Smtp": { "Port": 25, "Port": 587 } }""",
        """{ "Smtp": { "Port": 25 }, "smtp:port": 587 }""",
        """{ "PageSize": 25 }""",
        """{ "Smtp": { "Url": "smtp://localhost", "Port": 25 } }""",
        """{ "Smtp": { "Url": "http://localhost:8025", "Port": 25 } }""",
        """{ "Mail": { "Uri": "smtp://mailpit", "SmtpPort": 25 } }""",
        """{ "Smtp2": { "Host": "localhost", "Port": 25 }, "Mail2Sms": { "Port": 25 }, "Server2": { "Port": 25 } }""",
        """{ "Smtp": { "Timeout": 25, "MaxConnections": 25, "BatchSize": 25 } }""",
        """{ "Email": { "PageSize": 25, "RetryCount": "25" } }""",
        """{ "EmailReport": 25, "MailSupport": 25, "SmtpTransport": 25, "MailExport": 25, "mailreport": 25 }""",
        """{ "SmtpPortTimeout": 25 }""",
        """{ "Smtp": { "BlockedPort": 25, "ForbiddenPort": "25" } }""",
        """{ "Port": 25 }""",
        """{ "Server": { "Host": "contoso.com", "Port": 25 } }""",
        """{ "Port": 25, "AdminEmail": "a@contoso.com", "Email": { "From": "b@contoso.com" } }""",
        """{ "Server": "mail@contoso.com", "Port": 25 }""",
        """{ "EmailAddress": "a@contoso.com", "Port": 25 }""",
        """{ "Redis": { "Host": "cache.contoso.com", "Port": 25 } }""",
        """{ "Email": { "Redis": { "Host": "cache.contoso.com", "Port": 25 } } }""",
        """{ "Pop3": { "Host": "mail.contoso.com", "Port": 25 } }""",
        """{ "Mail": { "Pop3": { "Host": "mail.contoso.com", "Port": 25 } } }""",
        """{ "Mail": { "PopPort": 25, "ImapPort": "25" } }""",
        """{ "Mail": { "Host": "mail.contoso.com", "Protocol": "IMAP", "Port": 25 } }""",
        """{ "SmtpListener": { "Port": 25 } }""",
        """{ "SmtpListener": { "Endpoints": [ { "Port": 25 } ] } }""",
        """{ "SmtpServer": { "Port": 25 } }""",
        """{ "SmtpServer": { "Port": 25, "SslPort": 465, "TlsPort": 587 } }""",
        """{ "SmtpServer": { "ServerName": "mx.contoso.com", "Port": 25, "Ports": [ 25, 587 ] } }""",
        """{ "MailServer": { "HostName": "mx.contoso.com", "Port": 25, "MaxMessageSize": 1000, "Banner": "Hello" } }""",
        """{ "Smtp": { "ListenPort": 25, "LocalPort": 25, "BindPort": 25 } }""",
        """{ "Smtp": { "Papercut": { "Port": 25 } } }""",
        """{ "InboundMail": { "Port": 25 } }""",
        """{ "Mail": { "HttpPort": 25 } }""",
        """{ "SmtpHost": "contoso.com", "SmtpPort": 587, "Port": 25 }""",
        """{ "Smtp": { "Host": "localhost", "Port": 25 } }""",
        """{ "Smtp": { "Server": "127.0.0.1", "Port": 25 } }""",
        """{ "Smtp": { "Server": "10.1.2.3", "Port": "25" } }""",
        """{ "SmtpHost": "localhost", "SmtpPort": 25 }""",
        """{ "SMTPServer": "host.docker.internal", "SMTPPort": 25 }""",
        """{ "Smtp:Host": "localhost", "Smtp": { "Port": 25 } }""",
        """{ "SmtpRelay": "localhost", "SmtpPort": 25 }""",
        """{ "MailOut": { "SmtpAddr": "localhost", "SmtpPort": 25 } }""",
        """{ "Smtp": { "SrvAddr": "127.0.0.1", "Port": 25 }, "Mail": { "MailSrv": "localhost", "Port": 25 } }""",
        """{ "SmtpGateway": "10.1.2.3", "SmtpPort": 25 }""",
        """{ "RelayServer": "10.1.2.3", "SmtpPort": 25 }""",
        """{ "Mail": { "Relay": "10.1.2.3", "Port": 25 } }""",
        """{ "HostIP": "10.1.2.3", "SmtpPort": 25 }""",
        """{ "hostIP": "127.0.0.1", "smtpport": 25 }""",
        """{ "SmtpHostIp": "127.0.0.1", "SmtpPort": 25 }""",
        """{ "SmtpHostName": "localhost", "SmtpPort": 25 }""",
        """{ "Smtp": { "HostIP": "127.0.0.1", "Port": 25 } }""",
        """{ "Smtp": { "ServerName": "localhost", "Port": 25 } }""",
        """{ "Smtp": { "ServerAddress": "127.0.0.1", "Port": 25 } }""",
        """{ "Notifications": { "MailServer": "localhost", "Port": 25 } }""",
        """{ "Settings": { "Abp.Mailing.Smtp.Host": "::1", "Abp.Mailing.Smtp.Port": "25" } }""",
        """{ "Smtp": { "Server": "contoso.com", "Port": 25, "UsePickupFolder": true } }""",
        """{ "Smtp": { "Server": "contoso.com", "Port": 25, "DeliveryMethod": "SpecifiedPickupDirectory" } }""",
        """{ "Smtp": { "Host": null, "Port": 25, "PickupPath": "App_Data/Mail" } }""",
        """{ "MailLog": { "SmtpAddr": "localhost", "SmtpPort": 25 } }""",
        """{ /* "SmtpPort": 25 */ }""",
        "",
        "{",
        "{ \"SmtpPort\": 25",
        "[ { \"SmtpPort\": 25 } ]",
        "\0\u0001\u0002",
    ];

    [Theory]
    [MemberData(nameof(Reported))]
    public Task SendingPort_Reports(string json) => SettingsFile.JsonAsync(json);

    [Theory]
    [MemberData(nameof(Silent))]
    public Task AnythingElse_IsSilent(string json) => SettingsFile.JsonAsync(json);

    [Theory]
    [InlineData("""<appSettings><add key="SmtpPort" value="{|SMTP004:25|}"/></appSettings>""")]
    [InlineData("""<appSettings><add key="SMTPServer" value="contoso.com"/><add key="smtpport" value="{|SMTP004:25|}"/></appSettings>""")]
    [InlineData("""<appSettings><add key="Smtp:Port" value="{|SMTP004:25|}"/></appSettings>""")]
    [InlineData("""<appSettings><add key="serilog:write-to:Email.port" value="{|SMTP004:25|}"/></appSettings>""")]
    [InlineData(
        """<applicationSettings><A.Settings><setting name="SmtpPort" """ +
        """serializeAs="String"><value>{|SMTP004:25|}</value></setting></A.Settings></applicationSettings>""")]
    [InlineData("""<elmah><errorMail smtpServer="smtp.contoso.com" smtpPort="{|SMTP004:25|}"/></elmah>""")]
    [InlineData(
        """<elmah><errorMail from="a@contoso.com" to="b@contoso.com" smtpPort="{|SMTP004:25|}" smtpServer="smtp.contoso.com" """ +
        """useSsl="false"/></elmah>""")]
    [InlineData("""<email><server host="contoso.com" port="{|SMTP004:25|}"/></email>""")]
    [InlineData("""<emailSettings><port>{|SMTP004:25|}</port></emailSettings>""")]
    [InlineData(
        """<system.webServer><aspNetCore><environmentVariables><environmentVariable name="Smtp__Port" """ +
        """value="{|SMTP004:25|}"/></environmentVariables></aspNetCore></system.webServer>""")]
    public Task SendingPortInXml_Reports(string xml) => SettingsFile.WebConfigAsync($"<configuration>{xml}</configuration>");

    [Theory]
    [InlineData("""<appSettings><add key="SMTPServer" value="localhost"/><add key="SMTPPort" value="25"/></appSettings>""")]
    [InlineData("""<appSettings><add key="smtpServer" value="192.168.248.3"/><add key="smtpPort" value="25"/></appSettings>""")]
    [InlineData("""<appSettings><!-- <add key="SmtpPort" value="25"/> --><add key="SmtpPort" value="587"/></appSettings>""")]
    [InlineData("""<appSettings><add key="SmtpPort" value="25"/><add key="smtpPort" value="587"/></appSettings>""")]
    [InlineData("""<appSettings><add key="PageSize" value="25"/><add key="Port" value="25"/></appSettings>""")]
    [InlineData("""<appSettings><remove key="SmtpPort"/></appSettings>""")]
    [InlineData("""<elmah><errorMail smtpServer="localhost" smtpPort="25"/></elmah>""")]
    [InlineData(
        """<elmah><errorMail from="a@contoso.com" to="b@contoso.com" smtpPort="25" smtpServer="localhost" useSsl="false"/></elmah>""")]
    [InlineData("""<system.serviceModel><endpoint port="25"/></system.serviceModel>""")]
    public Task AnythingElseInXml_IsSilent(string xml) => SettingsFile.WebConfigAsync($"<configuration>{xml}</configuration>");

    [Theory]
    [InlineData("appsettings.json")]
    [InlineData("appsettings.Production.json")]
    [InlineData("AppSettings.JSON")]
    [InlineData("mail.json")]
    public Task File_OfADeployment_Reports(string name) => SettingsFile.JsonAsync("""{ "SmtpPort": {|SMTP004:25|} }""", name);

    /// <summary>Seen in the wild.</summary>
    [Fact]
    public Task JsonInAConfigFile_Reports() =>
        SettingsFile.JsonAsync("""{"HostIP":"smtp.contoso.com","port":{|SMTP004:25|},"ssl":false}""", "Email.config");

    [Theory]
    [InlineData("appsettings.Development.json")]
    [InlineData("appsettings.development.json")]
    [InlineData("appsettings.Local.json")]
    [InlineData("launchSettings.json")]
    [InlineData("notes.txt")]
    [InlineData("appsettings.json5")]
    public Task File_OfADeveloperOrOfNoSettings_IsSilent(string name) => SettingsFile.JsonAsync("""{ "SmtpPort": 25 }""", name);

    [Theory]
    [InlineData("""{ "Values": { "Smtp__Port": "{|SMTP004:25|}", "Smtp__Host": "mail.contoso.com" } }""")]
    [InlineData("""{ "Values": { "Smtp:Port": "{|SMTP004:25|}" } }""")]
    [InlineData("""{ "Values": { "SMTP_PORT": "{|SMTP004:25|}" } }""")]
    [InlineData("""{ "Values": { "Smtp__Port": "25", "Smtp__Host": "localhost" } }""")]
    public Task FunctionSettings_AreJudgedByTheirHost(string json) => SettingsFile.JsonAsync(json, "local.settings.json");
}
