using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>Settings files whose shape is known: what the frameworks and the logging libraries read from them.</summary>
public class SchemaTests
{
    [Theory]
    [InlineData("""<smtp><network host="mail.contoso.com" port="{|SMTP004:25|}"/></smtp>""")]
    [InlineData("""<smtp><{|SMTP004:network|} host="mail.contoso.com"/></smtp>""")]
    [InlineData("""<smtp><{|SMTP004:network|}/></smtp>""")]
    [InlineData("""<smtp deliveryMethod="Network"><{|SMTP004:network|} host="mail.contoso.com"></network></smtp>""")]
    [InlineData("""<smtp deliveryMethod="network"><network port="{|SMTP004:25|}" host=""/></smtp>""")]
    public Task MailSettings_WithPort25OrNone_Reports(string smtp) => SettingsFile.WebConfigAsync(Section(smtp));

    [Theory]
    [InlineData("""<smtp><network host="mail.contoso.com" port="587"/></smtp>""")]
    [InlineData("""<smtp><network host="mail.contoso.com" port="__SmtpPort__"/></smtp>""")]
    [InlineData("""<smtp><network host="localhost" port="25"/></smtp>""")]
    [InlineData("""<smtp><network host="127.0.0.1"/></smtp>""")]
    [InlineData("""<smtp><network host="10.0.0.4" port="25"/></smtp>""")]
    [InlineData(
        """<smtp deliveryMethod="SpecifiedPickupDirectory"><specifiedPickupDirectory pickupDirectoryLocation="c:\mail"/><network """ +
        """host="mail.contoso.com"/></smtp>""")]
    [InlineData("""<smtp deliveryMethod="PickupDirectoryFromIis"><network host="mail.contoso.com" port="25"/></smtp>""")]
    [InlineData("""<smtp configSource="smtp.config"/>""")]
    [InlineData("""<smtp from="a@contoso.com"/>""")]
    [InlineData("""<!-- <smtp><network host="mail.contoso.com" port="25"/></smtp> -->""")]
    public Task MailSettings_WithAnotherPortHostOrDelivery_IsSilent(string smtp) => SettingsFile.WebConfigAsync(Section(smtp));

    /// <summary>Serilog's sinks may be told to write to others.</summary>
    [Theory]
    [InlineData("Async", "configure", "\"host\": \"mail.contoso.com\", \"port\": {|SMTP004:25|}", "Email")]
    [InlineData("Conditional", "configureSink", "\"mailServer\": \"mail.contoso.com\"", "{|SMTP004:Email|}")]
    [InlineData("Async", "configure", "\"host\": \"mail.contoso.com\", \"port\": 587", "Email")]
    [InlineData("Async", "configure", "\"host\": \"localhost\", \"port\": 25", "Email")]
    public Task SerilogSink_InAnotherOne(string outer, string argument, string arguments, string name) => SettingsFile.JsonAsync(
        $$"""
        { "Serilog": { "WriteTo": [ { "Name": "{{outer}}", "Args": { "{{argument}}": [ { "Name": "{{name}}", "Args": { {{arguments}} } } ] } } ] } }
        """);

    [Theory]
    [InlineData("""<{|SMTP004:add|} key="serilog:write-to:Email.host" value="mail.contoso.com"/>""")]
    [InlineData(
        """<add key="serilog:write-to:Email.host" value="mail.contoso.com"/><add key="serilog:write-to:Email.port" value="587"/>""")]
    [InlineData("""<add key="serilog:write-to:Email.host" value="localhost"/>""")]
    public Task SerilogSink_InAppSettings(string settings) =>
        SettingsFile.WebConfigAsync($"<configuration><appSettings>{settings}</appSettings></configuration>");

    [Theory]
    [InlineData("{|SMTP004:25|}", "smtp.contoso.com", "${var:port}")]
    [InlineData("{|SMTP004:25|}", "smtp.contoso.com", "${port}")]
    [InlineData("587", "smtp.contoso.com", "${port}")]
    [InlineData("25", "localhost", "${port}")]
    public Task NLogVariables(string port, string host, string reference) => SettingsFile.Async("nlog.config", $"""
        <nlog><variable name="port" value="{port}"/><variable name="server" value="{host}"/>
          <targets><target name="a" type="Mail" smtpServer="$server_" smtpPort="{reference}"/></targets></nlog>
        """.Replace("$server_", "${server}"));

    /// <summary>Umbraco takes 25 where its section has none.</summary>
    [Theory]
    [InlineData("{|SMTP004:Smtp|}", "\"From\": \"a@contoso.com\"")]
    [InlineData("{|SMTP004:Smtp|}", "\"DeliveryMethod\": \"Network\"")]
    [InlineData("Smtp", "\"Port\": 587")]
    [InlineData("Smtp", "\"DeliveryMethod\": \"SpecifiedPickupDirectory\"")]
    public Task Umbraco(string section, string beside) => SettingsFile.JsonAsync(
        $$"""{ "Umbraco": { "CMS": { "Global": { "{{section}}": { "Host": "mail.contoso.com", {{beside}} } } } } }""");

    [Fact]
    public Task MailSettings_OnDotNet_IsIgnoredAsTheRuntimeDoes() =>
        SettingsFile.Async("web.config", Section("""<smtp><network host="mail.contoso.com" port="25"/></smtp>"""));

    [Fact]
    public Task MailSettings_OfAPartOfTheSite_Reports() => SettingsFile.WebConfigAsync("""
        <configuration>
          <location path="shop">
            <system.net><mailSettings><smtp><network host="mail.contoso.com" port="{|SMTP004:25|}"/></smtp></mailSettings></system.net>
          </location>
        </configuration>
        """);

    [Fact]
    public Task MailSettings_InAFileOfTheirOwn_Reports() =>
        SettingsFile.WebConfigAsync("""<smtp><{|SMTP004:network|} host="mail.contoso.com"/></smtp>""", "smtp.config");

    [Theory]
    [InlineData("""<network port="{|SMTP004:25|}" xdt:Transform="SetAttributes(port)"/>""")]
    [InlineData("""<{|SMTP004:network|} host="mail.contoso.com" xdt:Transform="Replace"/>""")]
    [InlineData("""<{|SMTP004:network|} xdt:Transform="RemoveAttributes(port)"/>""")]
    [InlineData("""<network host="mail.contoso.com" xdt:Transform="SetAttributes"/>""")]
    [InlineData("""<network host="mail.contoso.com" xdt:Transform="SetAttributes(host)"/>""")]
    [InlineData("""<network port="587" xdt:Transform="SetAttributes"/>""")]
    [InlineData("""<network port="25" xdt:Transform="Remove"/>""")]
    public Task MailSettings_InATransform_CountAsItChangesThem(string network) => SettingsFile.WebConfigAsync(
        $"""
        <configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">
          <system.net><mailSettings><smtp>{network}</smtp></mailSettings></system.net>
        </configuration>
        """,
        "web.Release.config");

    /// <summary>What a transform takes away is there only to be found.</summary>
    [Theory]
    [InlineData(
        """<appSettings><add key="SmtpPort" value="{|SMTP004:25|}" xdt:Transform="SetAttributes" """ +
        """xdt:Locator="Match(key)"/></appSettings>""")]
    [InlineData("""<appSettings xdt:Transform="Replace"><add key="SmtpPort" value="{|SMTP004:25|}"/></appSettings>""")]
    [InlineData(
        """<appSettings><add key="SmtpPort" value="{|SMTP004:25|}" note="" xdt:Transform="RemoveAttributes(note)" """ +
        """xdt:Locator="Match(key)"/></appSettings>""")]
    [InlineData("""<appSettings><add key="SmtpPort" value="25" xdt:Transform="Remove" xdt:Locator="Match(key)"/></appSettings>""")]
    [InlineData(
        """<appSettings><add key="SmtpPort" value="25" xdt:Transform="RemoveAll" xdt:Locator="Match(key, value)"/></appSettings>""")]
    [InlineData("""<appSettings xdt:Transform="Remove"><add key="SmtpPort" value="25"/></appSettings>""")]
    [InlineData("""<mail xdt:Transform="Remove"><smtp><host>mail.contoso.com</host><port>25</port></smtp></mail>""")]
    public Task Settings_InATransform_CountUnlessItTakesThemAway(string settings) => SettingsFile.WebConfigAsync(
        $"""<configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform">{settings}</configuration>""",
        "web.Release.config");

    [Fact]
    public Task MailSettings_InATransformForDebugging_IsSilent() =>
        SettingsFile.WebConfigAsync(Section("""<smtp><network host="mail.contoso.com" port="25"/></smtp>"""), "web.Debug.config");

    [Theory]
    [InlineData("""<target name="m" xsi:type="Mail" smtpServer="mail.contoso.com" smtpPort="{|SMTP004:25|}"/>""")]
    [InlineData("""<{|SMTP004:target|} name="m" xsi:type="Mail" smtpServer="mail.contoso.com"/>""")]
    [InlineData("""<{|SMTP004:target|} name="m" type="mailkit" SmtpServer="mail.contoso.com" enableSsl="true"/>""")]
    [InlineData("""<{|SMTP004:target|} name="m" xsi:type="SmtpClient" smtpServer="${var:host}"/>""")]
    [InlineData("""<target xsi:type="AsyncWrapper"><{|SMTP004:target|} xsi:type="Email" smtpServer="mail.contoso.com"/></target>""")]
    [InlineData("""<target xsi:type="Smtp"><smtpServer>mail.contoso.com</smtpServer><smtpPort>{|SMTP004:25|}</smtpPort></target>""")]
    public Task NLogMailTarget_WithPort25OrNone_Reports(string target) => SettingsFile.Async("nlog.config", NLog(target));

    [Theory]
    [InlineData("""<target xsi:type="Mail" smtpServer="mail.contoso.com" smtpPort="587"/>""")]
    [InlineData("""<target xsi:type="Mail" smtpServer="mail.contoso.com" smtpPort="${configsetting:Smtp.Port}"/>""")]
    [InlineData("""<target xsi:type="Mail" smtpServer="localhost" smtpPort="25"/>""")]
    [InlineData("""<target xsi:type="Mail" useSystemNetMailSettings="true"/>""")]
    [InlineData("""<target xsi:type="Mail" smtpServer="mail.contoso.com" deliveryMethod="SpecifiedPickupDirectory"/>""")]
    [InlineData("""<target xsi:type="Mail" smtpServer="mail.contoso.com" pickupDirectoryLocation="c:\mail"/>""")]
    [InlineData("""<default-target-parameters xsi:type="Mail" smtpPort="587"/><target xsi:type="Mail" smtpServer="mail.contoso.com"/>""")]
    [InlineData("""<target xsi:type="Network" address="tcp://contoso.com:25"/>""")]
    [InlineData("""<target xsi:type="File" name="mail" port="25"/>""")]
    public Task NLogTarget_WithAnotherPortOrKind_IsSilent(string target) => SettingsFile.Async("nlog.config", NLog(target));

    [Theory]
    [InlineData("""{ "NLog": { "targets": { "m": { "type": "Mail", "smtpServer": "mail.contoso.com", "smtpPort": {|SMTP004:25|} } } } }""")]
    [InlineData("""{ "NLog": { "targets": { "{|SMTP004:m|}": { "type": "Mail", "smtpServer": "mail.contoso.com" } } } }""")]
    [InlineData("""{ "NLog": { "targets": { "m": { "type": "Mail", "smtpServer": "mail.contoso.com", "smtpPort": 587 } } } }""")]
    [InlineData(
        """{ "Serilog": { "WriteTo": [ { "Name": "Email", "Args": { "from": "a", "to": "b", "host": "mail.contoso.com", "port": """ +
        """{|SMTP004:25|} } } ] } }""")]
    [InlineData(
        """{ "Serilog": { "WriteTo": [ { "Name": "{|SMTP004:Email|}", "Args": { "from": "a", "to": "b", "host": "mail.contoso.com" } } """ +
        """] } }""")]
    [InlineData(
        """{ "Serilog": { "WriteTo": { "Mail": { "Name": "{|SMTP004:Email|}", "Args": { "mailServer": "mail.contoso.com" } } } } }""")]
    [InlineData(
        """{ "Serilog": { "WriteTo:Mail": { "Name": "Email", "Args": { "options": """ +
        """{ "host": "mail.contoso.com", "port": "{|SMTP004:25|}" } } } } }""")]
    [InlineData("""{ "Serilog": { "WriteTo": [ { "Name": "Email", "Args": { "host": "mail.contoso.com", "port": 587 } } ] } }""")]
    [InlineData("""{ "Serilog": { "WriteTo": [ { "Name": "Email", "Args": { "host": "localhost" } } ] } }""")]
    [InlineData("""{ "Serilog": { "WriteTo": [ { "Name": "Email", "Args": { "to": "b" } } ] } }""")]
    [InlineData("""{ "Serilog": { "WriteTo": [ { "Name": "Udp", "Args": { "host": "mail.contoso.com", "remotePort": 25 } } ] } }""")]
    public Task LogTargetInJson_CountsByItsPort(string json) => SettingsFile.JsonAsync(json);

    [Theory]
    [InlineData(
        """<appender name="m" type="log4net.Appender.SmtpAppender"><smtpHost value="mail.contoso.com"/><port """ +
        """value="{|SMTP004:25|}"/></appender>""")]
    [InlineData(
        """<{|SMTP004:appender|} name="m" type="log4net.Appender.SmtpAppender, log4net"><smtpHost value="mail.contoso.com"/></appender>""")]
    [InlineData(
        """<appender name="m" type="log4net.Appender.SmtpAppender,log4net"><param name="SmtpHost" value="mail.contoso.com"/><param """ +
        """name="Port" value="{|SMTP004:25|}"/></appender>""")]
    [InlineData(
        """<{|SMTP004:appender|} name="m" """ +
        """type="log4net.Ext.Mail.Appender.SmtpAppender"><SmtpHost>mail.contoso.com</SmtpHost></appender>""")]
    [InlineData(
        """<appender name="m" type="log4net.Appender.SmtpAppender"><smtpHost value="mail.contoso.com"/><port value="587"/></appender>""")]
    [InlineData("""<appender name="m" type="log4net.Appender.SmtpAppender"><smtpHost value="localhost"/></appender>""")]
    [InlineData("""<appender name="m" type="log4net.Appender.SmtpPickupDirAppender"><pickupDir value="c:\mail"/></appender>""")]
    [InlineData("""<appender name="m" type="log4net.Appender.UdpAppender"><remotePort value="25"/></appender>""")]
    public Task Log4NetAppender_CountsByItsPort(string appender) => SettingsFile.Async("log4net.config", $"<log4net>{appender}</log4net>");

    private static string Section(string smtp) =>
        $"<configuration><system.net><mailSettings>{smtp}</mailSettings></system.net></configuration>";

    private static string NLog(string targets) =>
        $"""<nlog xmlns="http://www.nlog-project.org/schemas/NLog.xsd" """ +
        $"""xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><targets>{targets}</targets></nlog>""";
}
