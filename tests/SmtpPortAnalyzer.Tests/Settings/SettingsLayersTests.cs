using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>What a deployed program gets to see of files that lie on top of each other.</summary>
public class SettingsLayersTests
{
    private const string Base = """{ "Smtp": { "Host": "mail.contoso.com", "Port": 25 } }""";
    private const string Reported = """{ "Smtp": { "Host": "mail.contoso.com", "Port": {|SMTP004:25|} } }""";

    [Theory]
    [InlineData("appsettings.Production.json", """{ "Smtp": { "Port": 587 } }""", false)]
    [InlineData("appsettings.prod.json", """{ "smtp": { "port": "587" } }""", false)]
    [InlineData("appsettings.Production.json", """{ "Smtp:Port": 587 }""", false)]
    [InlineData("appsettings.Production.json", """{ "Smtp": { "Port": "#{SmtpPort}#" } }""", false)]
    [InlineData("appsettings.Production.json", """{ "Smtp": { "Host": "smtp.contoso.com" } }""", true)]
    [InlineData("appsettings.Production.json", """{ "Smtp": { "Other": 587 } }""", true)]
    [InlineData("appsettings.Production.json", """{ "Smtp": { "Port": """, true)]
    [InlineData("appsettings.Development.json", """{ "Smtp": { "Port": 587 } }""", true)]
    [InlineData("appsettings.Staging.json", """{ "Smtp": { "Port": 587 } }""", true)]
    [InlineData("elsewhere/appsettings.Production.json", """{ "Smtp": { "Port": 587 } }""", true)]
    public Task PortThatADeployedFileReplaces_IsSilent(string name, string above, bool isReported) =>
        Async(isReported ? Reported : Base, name, above);

    [Fact]
    public Task PortThatADeployedFileRepeats_ReportsBoth() =>
        Async(Reported, "appsettings.Production.json", """{ "Smtp": { "Port": {|SMTP004:25|} } }""");

    [Theory]
    [InlineData("appsettings.Production.json")]
    [InlineData("appsettings.Development.json")]
    public Task EmptyHost_ThatAnotherFileFills_Reports(string name) => Async(
        """{ "Smtp": { "Host": "", "Port": {|SMTP004:25|} } }""", name,
        """{ "Smtp": { "Host": "mail.contoso.com" } }""");

    [Theory]
    [InlineData("""{ "Smtp": { "Host": "mail.contoso.com" } }""", true)]
    [InlineData("""{ "Smtp": { "Host": "127.0.0.1" } }""", false)]
    [InlineData("""{ "Smtp": { "UserName": "contoso" } }""", false)]
    public Task LocalHost_ThatADeployedFileReplaces_Reports(string above, bool isReported) => Async(
        $$"""{ "Smtp": { "Host": "localhost", "Port": {{(isReported ? "{|SMTP004:25|}" : "25")}} } }""", "appsettings.Production.json",
        above);

    /// <summary>A file that says both is judged by itself: the port below goes with the host below.</summary>
    [Fact]
    public Task LocalHost_ThatADeployedFileReplacesWithItsPort_IsSilent() => Async(
        """{ "Smtp": { "Host": "localhost", "Port": 25 } }""", "appsettings.Production.json",
        """{ "Smtp": { "Host": "mail.contoso.com", "Port": {|SMTP004:25|} } }""");

    [Theory]
    [InlineData("appsettings.Staging.json", """{ "Smtp": { "Host": "mail.contoso.com" } }""", true)]
    [InlineData("appsettings.Staging.json", """{ "Smtp": { "Host": "mail.contoso.com", "Port": 587 } }""", false)]
    [InlineData("appsettings.Development.json", """{ "Smtp": { "Host": "mail.contoso.com" } }""", false)]
    public Task LocalHost_ThatIsAnotherOnTheWayToProduction_Reports(string name, string above, bool isReported) => Async(
        $$"""{ "Smtp": { "Host": "localhost", "Port": {{(isReported ? "{|SMTP004:25|}" : "25")}} } }""", name, above);

    [Theory]
    [InlineData("appsettings.Development.Bob.json", false)]
    [InlineData("appsettings.LocalDevelopment.json", false)]
    [InlineData("appsettings.dev-eu.json", false)]
    [InlineData("appsettings.DevTeam.json", true)]
    [InlineData("appsettings.Docker.json", true)]
    [InlineData("appsettings.Production.Bob.json", true)]
    public Task FilesOfDevelopers(string name, bool isReported) => SettingsFile.JsonAsync(isReported ? Reported : Base, name);

    /// <summary>A section that lacks a port has it where another file of the same program gives it one.</summary>
    [Theory]
    [InlineData("""{ "Umbraco": { "CMS": { "Global": { "Smtp": { "Port": 587 } } } } }""", false)]
    [InlineData("""{ "Umbraco": { "CMS": { "Global": { "Smtp": { "UserName": "x" } } } } }""", true)]
    [InlineData("""{ "Umbraco": { "CMS": { "Global": { "Smtp": { "Host": "localhost" } } } } }""", false)]
    public Task SectionWithoutAPort(string above, bool isReported) => Async(
        $$"""{ "Umbraco": { "CMS": { "Global": { "{{(isReported ? "{|SMTP004:Smtp|}" : "Smtp")}}": { "Host": "mail.contoso.com" } } } """ +
        $$"""} }""",
        "appsettings.Production.json", above);

    [Fact]
    public Task FlatSettings_LieOnEachOtherToo() =>
        Async("""{ "SmtpPort": 25 }""", "appsettings.Production.json", """{ "SmtpHost": "localhost" }""");

    [Fact]
    public Task Host_ThatADeployedFileMakesLocal_IsSilent() =>
        Async(Base, "appsettings.Production.json", """{ "Smtp": { "Host": "10.0.0.4" } }""");

    [Theory]
    [InlineData("""{ "Smtp": { "Host": "localhost", "Port": 587 } }""", false)]
    [InlineData("""{ "Smtp": { "Host": "mail.contoso.com", "Port": 587 } }""", true)]
    [InlineData("""{ "Mail": { "Host": "localhost", "Port": 587 } }""", true)]
    public Task PortOfADeployedFile_HasTheHostBelow(string below, bool isReported) =>
        Async(below, "appsettings.Production.json", $$"""{ "Smtp": { "Port": {{(isReported ? "{|SMTP004:25|}" : "25")}} } }""");

    [Theory]
    [InlineData("web.Release.config", """<network port="587" xdt:Transform="SetAttributes(port)"/>""", "25")]
    [InlineData("web.Release.config", """<network host="smtp.contoso.com" xdt:Transform="SetAttributes(host)"/>""", "{|SMTP004:25|}")]
    [InlineData("web.Debug.config", """<network port="587" xdt:Transform="SetAttributes(port)"/>""", "{|SMTP004:25|}")]
    public Task Transform_ThatReplacesThePort_IsSilent(string name, string network, string port) => SettingsFile.WithCodeAsync(
        "class C { }",
        [
            ("web.config",
                $"""<configuration><system.net><mailSettings><smtp><network host="mail.contoso.com" """ +
                $"""port="{port}"/></smtp></mailSettings></system.net></configuration>"""),
            (name,
                $"""<configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform"><system.net>""" +
                    $"""<mailSettings><smtp>{network}</smtp></mailSettings></system.net></configuration>"""),
        ],
        TestReferences.Net472);

    /// <summary>A transform may take the element away, or what it is in.</summary>
    [Theory]
    [InlineData("""<mailSettings xdt:Transform="Remove" />""", "network", "25")]
    [InlineData("""<mailSettings><smtp xdt:Transform="RemoveAll" /></mailSettings>""", "network", "25")]
    [InlineData("""<mailSettings><smtp><network xdt:Transform="Remove" /></smtp></mailSettings>""", "network", "25")]
    [InlineData("""<settings xdt:Transform="Remove" />""", "{|SMTP004:network|}", "{|SMTP004:25|}")]
    [InlineData("""<mailSettings><smtp><network port="587" xdt:Transform="SetAttributes" /></smtp></mailSettings>""", "network", "25")]
    public async Task Transform_ThatTakesTheSectionAway(string transform, string network, string port)
    {
        foreach (var element in new[]
        {
            $"""<network host="mail.contoso.com" port="{port}" />""", $"""<{network} host="mail.contoso.com" />""",
        })
        {
            await SettingsFile.WithCodeAsync(
                "class C { }",
                [
                    ("web.config",
                        $"<configuration><system.net><mailSettings><smtp>{element}</smtp></mailSettings></system.net></configuration>"),
                    ("web.Release.config",
                        """<configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform"><system.net>""" + transform +
                        "</system.net></configuration>"),
                ],
                TestReferences.Net472);
        }
    }

    [Theory]
    [InlineData("587", "25")]
    [InlineData("{|SMTP004:25|}", "{|SMTP004:25|}")]
    public Task TransformOfAppSettings_ThatReplacesThePort_IsSilent(string above, string below) => SettingsFile.WithCodeAsync(
        "class C { }",
        [
            ("web.config",
                $"""<configuration><appSettings><add key="SmtpHost" value="mail.contoso.com"/><add key="SmtpPort" """ +
                $"""value="{below}"/></appSettings></configuration>"""),
            ("Web.Release.config",
                $"""<configuration xmlns:xdt="http://schemas.microsoft.com/XML-Document-Transform"><appSettings><add key="SmtpPort" """ +
                $"""value="{above}" xdt:Transform="SetAttributes" xdt:Locator="Match(key)"/></appSettings></configuration>"""),
        ],
        TestReferences.Net472);

    [Theory]
    [InlineData("587", "25")]
    [InlineData("{|SMTP004:25|}", "{|SMTP004:25|}")]
    public Task PortReadByCode_ThatADeployedFileReplaces_IsSilent(string above, string below) => SettingsFile.WithCodeAsync(
        """
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        class C(IConfiguration c) { SmtpClient M() => new SmtpClient("mail.contoso.com", c.GetValue<int>("Out:Number")); }
        """,
        [("appsettings.json", $$"""{ "Out": { "Number": {{below}} } }"""),
            ("appsettings.Production.json", $$"""{ "Out": { "Number": {{above}} } }""")]);

    private static Task Async(string below, string name, string above) =>
        SettingsFile.WithCodeAsync("class C { }", [("appsettings.json", below), (name, above)]);
}
