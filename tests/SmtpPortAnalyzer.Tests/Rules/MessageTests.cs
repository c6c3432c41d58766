using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Rules;

/// <summary>
/// What findings say word by word, which other places they name, and what they tell the fixes. Other tests look at where they are.
/// </summary>
public class MessageTests
{
    private const string Tail =
        "which Azure blocks for most subscriptions; use an authenticated relay on port 587";
    private const string BothHosts = "var either = flag ? \"mail.contoso.com\" : \"mx.contoso.com\"; ";

    [Theory]
    [InlineData(
        """new SmtpClient("mail.contoso.com", 25).Send(message);""", "'SmtpClient' connects to 'mail.contoso.com' on port 25, " + Tail)]
    [InlineData("""new SmtpClient(host, 25).Send(message);""", "'SmtpClient' connects on port 25, " + Tail)]
    [InlineData(BothHosts + "new SmtpClient(either, 25).Send(message);", "'SmtpClient' connects on port 25, " + Tail)]
    [InlineData("""var other = flag ? "mail.contoso.com" : host; new SmtpClient(other, 25).Send(message);""",
        "'SmtpClient' connects on port 25, " + Tail)]
    [InlineData("""var other = "mail." + host; new SmtpClient(other, 25).Send(message);""", "'SmtpClient' connects on port 25, " + Tail)]
    [InlineData("""given.Port = 25; if (flag) given.Host = "mail.contoso.com"; given.Send(message);""",
        "'SmtpClient' connects on port 25, " + Tail)]
    [InlineData("""new SmtpClient("mail.contoso.com").Send(message);""",
        "'SmtpClient' connects to 'mail.contoso.com' on its default port, 25, " + Tail)]
    [InlineData(
        """new SmtpClient("mail.contoso.com", number ?? 25).Send(message);""",
        "The SMTP port of 'SmtpClient' to 'mail.contoso.com' falls back to 25, which Azure blocks for most subscriptions; use " +
        "an authenticated relay on port 587")]
    [InlineData(
        """new SmtpClient("smtp.contoso.com", 587) { EnableSsl = false, Credentials = login }.Send(message);""",
        "'SmtpClient' connects to 'smtp.contoso.com' on port 587 without encryption; require STARTTLS")]
    [InlineData(
        """kit.Connect(host, 587, SecureSocketOptions.SslOnConnect); kit.Authenticate(login);""",
        "'SmtpClient' connects on port 587 with TLS from the first byte, which that port does not speak; use STARTTLS")]
    [InlineData(
        """kit.Connect(host, 465, SecureSocketOptions.StartTls); kit.Authenticate(login);""",
        "'SmtpClient' connects on port 465 in plain text first, while that port expects TLS from the first byte; use implicit TLS, or " +
        "port 587 with STARTTLS")]
    [InlineData(
        """new SmtpClient(host, 465) { EnableSsl = true, Credentials = login }.Send(message);""",
        "'SmtpClient' connects on port 465 which expects TLS from the first byte, and that client cannot start with it; use port 587 " +
        "with STARTTLS")]
    [InlineData(
        """new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true }.Send(message);""",
        "'SmtpClient' connects to 'smtp.contoso.com' on port 587 without a login, which relays refuse; give it credentials from the " +
        "configuration")]
    [InlineData(
        """new SmtpClient("smtp.contoso.com", 587) { EnableSsl = true, Credentials = new NetworkCredential("u", "hunter2") """ +
        """}.Send(message);""",
        "The password with which 'SmtpClient' logs in to 'smtp.contoso.com' is in the source code; read it from the configuration or " +
        "from a key vault")]
    [InlineData("""new TcpClient("mail.contoso.com", 25).Dispose();""",
        "'TcpClient' connects to 'mail.contoso.com' on port 25, which Azure blocks for most subscriptions")]
    public async Task Message_SaysApiHostPortAndReason(string statements, string message) =>
        Assert.Equal(message, (await OnlyAsync(statements)).GetMessage(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A line of a build log is read at a glance.</summary>
    [Theory]
    [MemberData(nameof(Ids))]
    public void Message_OfAUsualConnection_IsShort(string id)
    {
        const string policy = "Azure blocks for most subscriptions", evidence = " (targets Azure: AzureFunctionsVersion)";
        object[] words = id switch
        {
            "SMTP004" => ["Smtp:Port", "sets", " for 'mail.contoso.com'", policy, evidence],
            "SMTP009" => ["Smtp:Password", " for 'mail.contoso.com'", evidence],
            _ => ["SmtpClient", " to 'mail.contoso.com'", policy, evidence, "587", "without encryption; require STARTTLS"],
        };
        var format = RuleTable.OfConnections.Single(rule => rule.Descriptor.Id == id).Descriptor.MessageFormat
            .ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(string.Format(System.Globalization.CultureInfo.InvariantCulture, format, words).Length, 50, 199);
    }

    public static TheoryData<string> Ids() => [.. RuleTable.OfConnections.Select(rule => rule.Descriptor.Id)];

    /// <summary>A finding names the constant's declaration, then the connection; none twice, and none that is the place itself.</summary>
    [Theory]
    [InlineData("""new SmtpClient(host, 25).Send(message);""", "25", new[] { "new SmtpClient(host, 25)" })]
    [InlineData(
        """const int port = 25; new SmtpClient(host, port).Send(message);""", "port", new[] { "port = 25", "new SmtpClient(host, port)" })]
    [InlineData("""var port = 25; new SmtpClient(host, port).Send(message);""", "port", new[] { "25", "new SmtpClient(host, port)" })]
    [InlineData("""new SmtpClient("mail.contoso.com").Send(message);""", "new SmtpClient(\"mail.contoso.com\")", new string[0])]
    [InlineData("""kit.Connect("mail.contoso.com");""", "kit.Connect(\"mail.contoso.com\")", new string[0])]
    [InlineData(
        """const int none = 0; kit.Connect("mail.contoso.com", none);""", "none", new[] { "kit.Connect(\"mail.contoso.com\", none)" })]
    [InlineData("""new SmtpClient(host, 587) { EnableSsl = true }.Send(message);""", "new SmtpClient(host, 587) { EnableSsl = true }",
        new string[0])]
    [InlineData("""new SmtpClient(host, 587) { EnableSsl = false, Credentials = login }.Send(message);""", "false",
        new[] { "new SmtpClient(host, 587) { EnableSsl = false, Credentials = login }" })]
    [InlineData("""kit.Connect(host, 587, SecureSocketOptions.None); kit.Authenticate(login);""", "SecureSocketOptions.None",
        new[] { "kit.Connect(host, 587, SecureSocketOptions.None)" })]
    [InlineData("""new TcpClient(host, 25).Dispose();""", "25", new[] { "new TcpClient(host, 25)" })]
    public async Task Places_AreTheCauseAndTheConnection(string statements, string place, string[] others)
    {
        var finding = await OnlyAsync(statements);
        Assert.Equal(place, TextOf(finding.Location));
        Assert.Equal(others, finding.AdditionalLocations.Select(TextOf));
    }

    [Theory]
    [InlineData("""new SmtpClient(host, 25).Send(message);""", "System.Net.Mail", "new SmtpClient(host, 25)", null)]
    [InlineData("""kit.Connect(host, 25);""", "MailKit", "kit.Connect(host, 25)", null)]
    [InlineData("""new SmtpClient(host, 587) { EnableSsl = false, Credentials = login }.Send(message);""", "System.Net.Mail",
        "new SmtpClient(host, 587) { EnableSsl = false, Credentials = login }", "587,1,0,1,EnableSsl")]
    [InlineData("""new SmtpClient(host, 587) { EnableSsl = true }.Send(message);""", "System.Net.Mail",
        "new SmtpClient(host, 587) { EnableSsl = true }", "587,0,0,1,EnableSsl")]
    [InlineData("""kit.Connect(host, 465, SecureSocketOptions.StartTls); kit.Authenticate(login);""", "MailKit",
        "kit.Connect(host, 465, SecureSocketOptions.StartTls)", "465,1,0,2,options")]
    [InlineData("""kit.Connect(host, 587, SecureSocketOptions.None); kit.Authenticate(login);""", "MailKit",
        "kit.Connect(host, 587, SecureSocketOptions.None)", "587,1,0,3,options")]
    [InlineData("""new SmtpClient(host, flag ? 587 : 465) { EnableSsl = false, Credentials = login }.Send(message);""", "System.Net.Mail",
        "new SmtpClient(host, flag ? 587 : 465) { EnableSsl = false, Credentials = login }", "587,1,1,1,EnableSsl")]
    [InlineData("""new SmtpClient(host, flag ? 587 : 2525) { EnableSsl = false, Credentials = login }.Send(message);""", "System.Net.Mail",
        "new SmtpClient(host, flag ? 587 : 2525) { EnableSsl = false, Credentials = login }", "587,1,0,1,EnableSsl")]
    [InlineData("""new SmtpClient(host, flag ? 587 : 8025) { EnableSsl = false, Credentials = login }.Send(message);""", "System.Net.Mail",
        "new SmtpClient(host, flag ? 587 : 8025) { EnableSsl = false, Credentials = login }", "587,1,1,1,EnableSsl")]
    [InlineData("""new SmtpClient(flag ? "localhost" : host, 587) { EnableSsl = false, Credentials = login }.Send(message);""",
        "System.Net.Mail", "new SmtpClient(flag ? \"localhost\" : host, 587) { EnableSsl = false, Credentials = login }",
        "587,1,1,1,EnableSsl")]
    public async Task Properties_AreWhatTheFixesNeed(string statements, string library, string site, string? relay)
    {
        var finding = await OnlyAsync(statements);
        var properties = FindingProperties.From(finding)!;
        Assert.Equal(library, properties.Library);
        Assert.Equal(site, TextOf(Location.Create(finding.Location.SourceTree!, properties.Site!.Value)));
        // The first part is the version of the form.
        Assert.Equal(relay is null ? null : "1," + relay, properties.Relay?.ToText());
    }

    [Fact]
    public async Task ConnectionInAnotherFile_IsNamed_ButNoSpanOfThisOne()
    {
        var found = await Findings.OfAsync(
            "class Shop { void M() => new Mailer(\"mail.contoso.com\", 25).Send(); }",
            "class Mailer(string host, int port) { public void Send() => new System.Net.Mail.SmtpClient(host, port).Send(null!); }");
        var finding = Assert.Single(found);
        Assert.Equal("25", TextOf(finding.Location));
        Assert.Equal(["new System.Net.Mail.SmtpClient(host, port)"], finding.AdditionalLocations.Select(TextOf));
        Assert.Null(FindingProperties.From(finding)!.Site);
        Assert.Equal("System.Net.Mail", FindingProperties.From(finding)!.Library);
    }

    [Fact]
    public async Task PasswordFromAnotherFile_HasNoSpanOfThisOne()
    {
        var found = await Findings.OfAsync(
            "class Shop { void M() => new Mailer(\"hunter2\").Send(); }",
            "class Mailer(string password) { public void Send() => new System.Net.Mail.SmtpClient(\"smtp.contoso.com\", 587) "
            + "{ EnableSsl = true, Credentials = new System.Net.NetworkCredential(\"shop\", password) }.Send(null!); }");
        var finding = Assert.Single(found);
        Assert.Equal("\"hunter2\"", TextOf(finding.Location));
        Assert.Equal("SMTP007", finding.Id);
        Assert.Null(FindingProperties.From(finding)!.Site);
    }

    [Fact]
    public async Task SettingsType_IsNamedWithItsProperty()
    {
        var finding = Assert.Single(
            await Findings.OfAsync(
                "public class SmtpSettings { public string Host { get; set; } = \"\"; public int Port { get; set; } = 25; }"));
        Assert.StartsWith("The SMTP port of 'SmtpSettings.Port' falls back to 25, ",
            finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(finding.AdditionalLocations);
        Assert.Equal("", FindingProperties.From(finding)!.Library);
    }

    private static async Task<Diagnostic> OnlyAsync(string statements) => Assert.Single(await Findings.OfAsync(
        "using System.Net; using System.Net.Mail; using System.Net.Sockets; using MailKit.Security; class C { "
        + "void M(string host, MailMessage message, NetworkCredential login, bool flag, int? number, SmtpClient given, " +
            "MailKit.Net.Smtp.SmtpClient kit) { " + statements + " } }"));

    private static string TextOf(Location location) => location.SourceTree!.GetText().ToString(location.SourceSpan);
}
