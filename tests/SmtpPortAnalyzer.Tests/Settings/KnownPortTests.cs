using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>
/// A relay's port that settings files say is as known as one in the code, and so is a switch: encryption and login are judged.
/// </summary>
public class KnownPortTests
{
    private const string File = """{ "Mail": { "Host": "smtp.contoso.com", "Port": 587, "Ssl": false, "Tls": true } }""";

    private const string Credentials = """Credentials = new System.Net.NetworkCredential("u", c["Mail:Secret"])""";

    [Theory]
    [InlineData("""{|SMTP005:new SmtpClient(c["Mail:Host"], c.GetValue<int>("Mail:Port")) { LOGIN }|}""")]
    [InlineData("""{|SMTP005:new SmtpClient(c["Mail:Host"], c.GetValue("Mail:Port", 587)) { LOGIN }|}""")]
    [InlineData("""{|SMTP005:new SmtpClient(options.Value.Host, options.Value.Port) { LOGIN }|}""")]
    [InlineData("""{|SMTP006:new SmtpClient(options.Value.Host, options.Value.Port) { EnableSsl = true }|}""")]
    [InlineData("""new SmtpClient(options.Value.Host, options.Value.Port) { EnableSsl = {|SMTP005:options.Value.Ssl|}, LOGIN }""")]
    [InlineData("""new SmtpClient("smtp.contoso.com", 587) { EnableSsl = {|SMTP005:c.GetValue<bool>("Mail:Ssl")|}, LOGIN }""")]
    [InlineData("""new SmtpClient("smtp.contoso.com", 587) { EnableSsl = {|SMTP005:bool.Parse(c["Mail:Ssl"])|}, LOGIN }""")]
    [InlineData("""new SmtpClient(options.Value.Host, options.Value.Port) { EnableSsl = options.Value.Tls, LOGIN }""")]
    [InlineData("""new SmtpClient("smtp.contoso.com", 587) { EnableSsl = c.GetValue<bool>("Mail:Unset"), LOGIN }""")]
    [InlineData("""new SmtpClient(c["Mail:Host"], c.GetValue<int>("Mail:Unset"))""")]
    [InlineData("""new SmtpClient("localhost", c.GetValue<int>("Mail:Port"))""")]
    public Task Connection(string client) => Async(client, ("appsettings.json", File));

    /// <summary>What is deployed counts: the file of production lies on top, that of a developer does not count.</summary>
    [Theory]
    [InlineData("appsettings.Production.json", """{ "Mail": { "Port": 25 } }""", """{ "Mail": { "Port": {|SMTP004:25|} } }""", false)]
    [InlineData("appsettings.Production.json", """{ "Mail": { "Port": "#{Port}#" } }""", null, false)]
    [InlineData("appsettings.Production.json", """{ "Mail": { "Port": 2525 } }""", null, true)]
    [InlineData("appsettings.Development.json", """{ "Mail": { "Port": 25 } }""", null, true)]
    public Task Layers(string name, string above, string? reported, bool isReported)
    {
        var client = """new SmtpClient(c["Mail:Host"], c.GetValue<int>("Mail:Port")) { LOGIN }""";
        return Async(
            isReported ? "{|SMTP005:" + client + "|}" : client, ("appsettings.json", File), (name, reported ?? above));
    }

    [Theory]
    [InlineData("localhost", "localhost", false)]
    [InlineData("localhost", "smtp.contoso.com", true)]
    [InlineData("smtp.contoso.com", "mailpit", false)]
    public Task HostOfTheFiles(string below, string above, bool isReported)
    {
        var client = """new SmtpClient(c["Mail:Host"], c.GetValue<int>("Mail:Port")) { LOGIN }""";
        return Async(
            isReported ? "{|SMTP005:" + client + "|}" : client,
            ("appsettings.json", $$"""{ "Mail": { "Host": "{{below}}", "Port": 587 } }"""),
            ("appsettings.Production.json", $$"""{ "Mail": { "Host": "{{above}}" } }"""));
    }

    /// <summary>
    /// The default of a settings type is never used where a file is always there; one in the call says that it may be missing.
    /// </summary>
    [Fact]
    public Task DefaultOfTheSettingsType_IsNoOtherPort() => SettingsFile.WithCodeAsync(
        """
        #nullable disable
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        class Relay { public string Host { get; set; } public int Port { get; set; } = 25; }
        class C(IConfiguration c)
        {
            readonly Relay _relay = c.GetSection("Mail").Get<Relay>();
            void M() => {|SMTP005:{|SMTP006:new SmtpClient(_relay.Host, _relay.Port)|}|}.Send(null);
            void N() => new SmtpClient(c["Mail:Host"], c.GetValue("Mail:Port", 25)).Send(null);
        }
        """,
        [("appsettings.json", File)], judgesMoreThanThePort: true);

    private static Task Async(string client, params (string Name, string Content)[] files) => SettingsFile.WithCodeAsync(
        $$"""
        #nullable disable
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;
        class Relay
        {
            public string Host { get; set; }
            public int Port { get; set; }
            public bool Ssl { get; set; }
            public bool Tls { get; set; }
        }
        class Startup { void M(IServiceCollection s, IConfiguration c) => s.Configure<Relay>(c.GetSection("Mail")); }
        class C(IConfiguration c, IOptions<Relay> options)
        {
            void M() { using var client = {{client.Replace("LOGIN", Credentials)}}; client.Send(null); }
        }
        """,
        files, judgesMoreThanThePort: true);
}
