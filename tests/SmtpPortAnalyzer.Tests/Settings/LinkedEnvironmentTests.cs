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

    /// <summary>What reads settings by key behind a contract is asked for other keys as well: those are none of the connection's.</summary>
    [Theory]
    [InlineData("interface Store { string Text(string key); int Number(string key); }", "")]
    [InlineData("abstract class Store { public abstract string Text(string name); public abstract int Number(string name); }", "override ")]
    public Task SettingsBehindAContract(string contract, string modifier) => SettingsFile.WithCodeAsync(
        Client + $$"""
        {{contract}}
        class ConfigurationStore(IConfiguration c) : Store
        {
            public {{modifier}}string Text(string key) => c[key] ?? "";
            public {{modifier}}int Number(string key) => int.Parse(c[key]);
        }
        class C(Store store)
        {
            int Pages => store.Number("Out:Pages");
            SmtpClient M() => new SmtpClient(store.Text("Out:Node"), store.Number("Out:Slot"))
            {
                EnableSsl = true, Credentials = new NetworkCredential(store.Text("Out:Who"), store.Text("Out:Word")),
            };
        }
        """,
        [("appsettings.json", """
            { "Out": { "Node": "n.contoso.com", "Slot": {|SMTP004:25|}, "Who": "u", "Word": "{|SMTP009:Xk3v9qT|}", "Pages": 25 } }
            """)],
        judgesMoreThanThePort: true);

    [StringSyntax("json")]
    private const string Servers = """
        { "Relays": [ { "Node": "a.contoso.com", "Slot": {|SMTP004:25|} }, { "Node": "b.contoso.com", "Slot": 587 },
            { "Node": "localhost", "Slot": 25 } ],
          "Others": [ { "Node": "a.contoso.com", "Slot": 25 } ] }
        """;
}
