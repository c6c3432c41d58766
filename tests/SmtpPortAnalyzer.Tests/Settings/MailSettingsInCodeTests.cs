using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>On .NET Framework the configuration file decides the port that the code leaves open, and nothing else.</summary>
public class MailSettingsInCodeTests
{
    private const string HostOnly =
        """class C { void M() => new System.Net.Mail.SmtpClient("mail.contoso.com").Send("a", "b", "c", "d"); }""";
    private const string HostOnlyReported =
        """class C { void M() => {|SMTP002:new System.Net.Mail.SmtpClient("mail.contoso.com")|}.Send("a", "b", "c", "d"); }""";
    private const string HostAssigned =
        """class C { void M() { var c = new System.Net.Mail.SmtpClient(); c.Host = "mail.contoso.com"; c.Send("a", "b", "c", "d"); } }""";
    private const string PortZero =
        """class C { void M() => new System.Net.Mail.SmtpClient("mail.contoso.com", 0).Send("a", "b", "c", "d"); }""";
    private const string Nothing = """class C { void M() => new System.Net.Mail.SmtpClient().Send("a", "b", "c", "d"); }""";
    private const string Literal =
        """class C { void M() => new System.Net.Mail.SmtpClient("mail.contoso.com", {|SMTP001:25|}).Send("a", "b", "c", "d"); }""";

    [Theory]
    [InlineData(HostOnly)]
    [InlineData(HostAssigned)]
    [InlineData(PortZero)]
    [InlineData(Nothing)]
    public Task OpenPort_WithPort25InTheFile_ReportsThere(string code) =>
        OnNetFrameworkAsync(code, """<network host="smtp.contoso.com" port="{|SMTP004:25|}"/>""");

    [Theory]
    [InlineData(HostOnly)]
    [InlineData(Nothing)]
    public Task OpenPort_WithoutPortInTheFile_ReportsThere(string code) =>
        OnNetFrameworkAsync(code, """<{|SMTP004:network|} host="smtp.contoso.com"/>""");

    [Theory]
    [InlineData("""<network host="smtp.contoso.com" port="587" enableSsl="true" userName="u"/>""")]
    [InlineData("""<network port="2525" enableSsl="#{Ssl}#" defaultCredentials="true"/>""")]
    [InlineData("""<network port="#{Port}#"/>""")]
    public Task OpenPort_WithAnotherPortInTheFile_IsSilent(string network) => OnNetFrameworkAsync(HostOnly, network);

    /// <summary>A relay's port that the file says is known, and so is what the file chooses for a client whose code does not.</summary>
    [Theory]
    [InlineData("""<network host="smtp.contoso.com" port="587"/>""", "{|SMTP005:{|SMTP006:", "|}|}")]
    [InlineData("""<network host="smtp.contoso.com" port="587" enableSsl="false" userName="u"/>""", "{|SMTP005:", "|}")]
    [InlineData("""<network host="smtp.contoso.com" port="587" enableSsl="true"/>""", "{|SMTP006:", "|}")]
    [InlineData("""<network host="smtp.contoso.com" port="465" enableSsl="false" userName="u"/>""", "{|SMTP005:", "|}")]
    [InlineData("""<network host="localhost" port="587"/>""", "", "")]
    [InlineData("""<network host="smtp.contoso.com" port="1025"/>""", "", "")]
    [InlineData("""<network host="smtp.contoso.com" port="#{Port}#"/>""", "", "")]
    public Task RelayPortOfTheFile_IsKnown(string network, string open, string close) => SettingsFile.WithCodeAsync(
        $$"""class C { void M() => {{open}}new System.Net.Mail.SmtpClient(){{close}}.Send("a", "b", "c", "d"); }""",
        [("web.config", Section($"<smtp>{network}</smtp>"))],
        TestReferences.Net472, judgesMoreThanThePort: true);

    [Theory]
    [InlineData("""c.EnableSsl = true; c.Credentials = login;""")]
    [InlineData("""c.Port = port; c.EnableSsl = false;""")]
    [InlineData("""c.DeliveryMethod = System.Net.Mail.SmtpDeliveryMethod.SpecifiedPickupDirectory;""")]
    public Task RelayPortOfTheFile_WithCodeThatDecides_IsSilent(string statements) => SettingsFile.WithCodeAsync(
        $$"""
        class C
        {
            void M(int port, System.Net.ICredentialsByHost login)
            {
                var c = new System.Net.Mail.SmtpClient();
                {{statements}}
                c.Send("a", "b", "c", "d");
            }
        }
        """,
        [("web.config", Section("""<smtp><network host="smtp.contoso.com" port="587"/></smtp>"""))],
        TestReferences.Net472, judgesMoreThanThePort: true);

    [Fact]
    public Task OpenPort_WithPickupDirectoryInTheFile_IsSilent() =>
        Async(HostOnly, """<smtp deliveryMethod="SpecifiedPickupDirectory"><network host="smtp.contoso.com"/></smtp>""");

    /// <summary>Only the file at the root speaks for the project.</summary>
    [Theory]
    [InlineData("Web.config", "shop/Web.config", HostOnlyReported)]
    [InlineData("Web.config", "Web.Release.config", HostOnly)]
    [InlineData("Other.config", "shop/Web.config", HostOnly)]
    public Task OpenPort_WithSettingsForAFolder_Reports(string root, string other, string code) => SettingsFile.WithCodeAsync(
        code,
        [(root, "<configuration/>"),
            (other,
                """<configuration><system.net><mailSettings><smtp><network """ +
                """port="587"/></smtp></mailSettings></system.net></configuration>""")],
        TestReferences.Net472);

    [Fact]
    public Task OpenPort_WithSettingsInAFileThatIsNotSeen_IsSilent() => Async(HostOnly, """<smtp configSource="smtp.config"/>""");

    [Theory]
    [InlineData("")]
    [InlineData("""<smtp from="a@contoso.com"/>""")]
    public Task OpenPort_WithoutConnectionInTheFile_Reports(string smtp) => Async(HostOnlyReported, smtp);

    /// <summary>The file alone would connect to the machine itself; the code sends its port elsewhere.</summary>
    [Fact]
    public Task OpenPort_WithALocalHostInTheFile_Reports() =>
        OnNetFrameworkAsync(HostOnlyReported, """<network host="localhost" port="25"/>""");

    [Fact]
    public Task Literal_WithAnotherPortInTheFile_Reports() =>
        OnNetFrameworkAsync(Literal, """<network host="smtp.contoso.com" port="587"/>""");

    [Fact]
    public Task OpenPort_WithAFileForDebuggingOnly_Reports() => SettingsFile.WithCodeAsync(
        HostOnlyReported, [("web.Debug.config", Section("""<smtp><network host="smtp.contoso.com" port="587"/></smtp>"""))],
        TestReferences.Net472);

    [Fact]
    public Task OpenPort_WithATransformThatLeavesThePortAlone_Reports() => SettingsFile.WithCodeAsync(
        HostOnlyReported,
        [("web.Release.config",
            Section(
                """<smtp xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform"><network host="smtp.contoso.com" """ +
                """xdt:Transform="SetAttributes(host)"/></smtp>"""))],
        TestReferences.Net472);

    /// <summary>.NET does not read the section.</summary>
    [Fact]
    public Task OpenPort_OnDotNet_Reports() =>
        SettingsFile.WithCodeAsync(
            HostOnlyReported, [("app.config", Section("""<smtp><network host="smtp.contoso.com" port="587"/></smtp>"""))]);

    /// <summary>MailKit does not read it either.</summary>
    [Fact]
    public Task MailKit_WithAnotherPortInTheFile_Reports() => OnNetFrameworkAsync(
        """class C { void M() { using (var c = new MailKit.Net.Smtp.SmtpClient()) { c.Connect("mail.contoso.com", {|SMTP002:0|}, """ +
        """false); } } }""",
        """<network host="smtp.contoso.com" port="587"/>""");

    private static Task OnNetFrameworkAsync(string code, string network) => Async(code, $"<smtp>{network}</smtp>");

    private static Task Async(string code, string smtp) =>
        SettingsFile.WithCodeAsync(code, [("web.config", Section(smtp))], TestReferences.Net472);

    private static string Section(string smtp) =>
        $"<configuration><system.net><mailSettings>{smtp}</mailSettings></system.net></configuration>";
}
