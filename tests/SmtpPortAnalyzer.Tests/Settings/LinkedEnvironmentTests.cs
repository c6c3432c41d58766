using System.Diagnostics.CodeAnalysis;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>Links that go through variables of the process, and through lists of servers. The names say nothing of mail.</summary>
public class LinkedEnvironmentTests
{
    private const string Client = """
        #nullable disable
        using System;
        using System.Collections.Generic;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        """;

    private const string ByVariable = Client + """
        class C
        {
            SmtpClient M() => new SmtpClient(Read("NODE"), Convert.ToInt32(Environment.GetEnvironmentVariable("SLOT")))
            {
                EnableSsl = true, Credentials = new NetworkCredential("u", Environment.GetEnvironmentVariable("WORD")),
            };
            static string Read(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException(name);
        }
        """;

    [Theory]
    [InlineData(
        "local.settings.json", """{ "Values": { "NODE": "mail.contoso.com", "SLOT": "{|SMTP004:25|}", "WORD": "Xk3" }, "SLOT": 25 }""")]
    [InlineData("local.settings.json", """{ "Values": { "NODE": "localhost", "SLOT": "25" } }""")]
    [InlineData("appsettings.json", """{ "NODE": "mail.contoso.com", "SLOT": "25" }""")]
    [InlineData("web.config",
        """<configuration><environmentVariables><environmentVariable name="SLOT" value="{|SMTP004:25|}" /><environmentVariable """ +
        """name="WORD" value="{|SMTP009:Xk3|}" /></environmentVariables></configuration>""")]
    [InlineData("web.config", """<configuration><appSettings><add key="SLOT" value="25" /></appSettings></configuration>""")]
    public Task Variable(string name, string content) => SettingsFile.WithCodeAsync(
        ByVariable, [(name, content)], judgesMoreThanThePort: true);

    /// <summary>A port that such a block says is known.</summary>
    [Theory]
    [InlineData("SLOT", "{|SMTP005:", "|}")]
    [InlineData("OTHER", "", "")]
    public Task Variable_ThatIsARelayPort(string name, string open, string close) => SettingsFile.WithCodeAsync(
        Client + $$"""
        class C
        {
            SmtpClient M(ICredentialsByHost login) =>
                {{open}}new SmtpClient("smtp.contoso.com", int.Parse(Environment.GetEnvironmentVariable("SLOT"))) { Credentials = login }{{close}};
        }
        """,
        [("local.settings.json", $$"""{ "Values": { "{{name}}": "587" } }""")], judgesMoreThanThePort: true);

    [Theory]
    [InlineData("List<Relay>")]
    [InlineData("Relay[]")]
    [InlineData("IReadOnlyList<Relay>")]
    [InlineData("IEnumerable<Relay>")]
    public Task ServersOfAList(string type) => SettingsFile.WithCodeAsync(
        Client + $$"""
        class Relay { public string Node { get; set; } public int Slot { get; set; } }
        class C(IConfiguration configuration, ICredentialsByHost login)
        {
            void M()
            {
                foreach (var relay in configuration.GetSection("Relays").Get<{{type}}>())
                    new SmtpClient(relay.Node, relay.Slot) { EnableSsl = true, Credentials = login }.Send("a", "b", "c", "d");
            }
        }
        """,
        [("appsettings.json", Servers)]);

    [Fact]
    public Task ServersOfADictionary() => SettingsFile.WithCodeAsync(
        Client + """
        class Relay { public string Node { get; set; } public int Slot { get; set; } }
        class C(IConfiguration configuration, ICredentialsByHost login)
        {
            private readonly Dictionary<string, Relay> _relays = configuration.GetSection("Relays").Get<Dictionary<string, Relay>>();
            SmtpClient M(string name) => new SmtpClient(_relays[name].Node, _relays[name].Slot) { EnableSsl = true, Credentials = login };
        }
        """,
        [("appsettings.json", """
            { "Relays": { "A": { "Node": "a.contoso.com", "Slot": {|SMTP004:25|} }, "B": { "Node": "localhost", "Slot": 25 } },
              "Others": { "A": { "Node": "a.contoso.com", "Slot": 25 } } }
            """)]);

    [StringSyntax("json")]
    private const string Servers = """
        { "Relays": [ { "Node": "a.contoso.com", "Slot": {|SMTP004:25|} }, { "Node": "b.contoso.com", "Slot": 587 },
            { "Node": "localhost", "Slot": 25 } ],
          "Others": [ { "Node": "a.contoso.com", "Slot": 25 } ] }
        """;
}
