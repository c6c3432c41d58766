using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>
/// A port keeps its key on its way through interfaces, children of a section, sections that run time names, and objects that are taken
/// apart.
/// </summary>
public class LinkDetourTests
{
    private const string Usings = """
        #nullable disable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        """;

    private const string Gate = """
        interface IStore { string this[string key] { get; } int Number(string key, int fallback); }
        class Store(IConfiguration configuration) : IStore
        {
            public string this[string key] => configuration["Out:" + key];
            public int Number(string key, int fallback)
            {
                var text = configuration["Out:" + key];
                return text == null ? fallback : Convert.ToInt32(text);
            }
        }

        """;

    [Theory]
    [InlineData("""int.Parse(store["Number"])""")]
    [InlineData("""Convert.ToInt32(store["Number"].Trim())""")]
    [InlineData("""store.Number("Number", 587)""")]
    public Task PortBehindAnInterface_Reports(string port) => Async(
        Gate + $$"""class C(IStore store) { SmtpClient M() => new SmtpClient("mail.contoso.com", {{port}}); }""",
        """{ "Out": { "Number": {|SMTP004:25|}, "Other": 25 }, "Number": 25 }""");

    /// <summary>The configuration is what it is, also where a program brings its own declaration of it.</summary>
    [Fact]
    public Task ConfigurationThatIsDeclaredInTheCode_Reports() => Async("""
        class C
        {
            SmtpClient M(IConfiguration configuration) => new SmtpClient("mail.contoso.com", int.Parse(configuration["Notice:Way"]));
        }

        namespace Microsoft.Extensions.Configuration { interface IConfiguration { string this[string key] { get; } } }
        """, """{ "Notice": { "Way": {|SMTP004:25|} } }""");

    [Fact]
    public Task EveryClassBehindAnInterface_HasItsOwnKey() => Async(
        Gate + """
        class Second(IConfiguration configuration) : IStore
        {
            public string this[string key] => configuration.GetSection("Second")[key];
            public int Number(string key, int fallback) => fallback;
        }
        class C(IStore store) { SmtpClient M() => new SmtpClient("mail.contoso.com", int.Parse(store["Number"])); }
        """,
        """{ "Out": { "Number": {|SMTP004:25|} }, "Second": { "Number": "{|SMTP004:25|}", "Other": 25 } }""");

    /// <summary>What an implementation gives for another key is none of this connection's.</summary>
    [Theory]
    [InlineData("submission", "25")]
    [InlineData("smtp", "{|SMTP001:25|}")]
    public Task KeyThatChoosesAConstant_CountsForItself(string key, string port) => Async(
        $$"""
        interface IPorts { int this[string key] { get; } int Of(string key); }
        class Ports : IPorts
        {
            public int this[string key] => key == "smtp" ? {{port}} : 587;
            public int Of(string key) => key == "smtp" ? {{port}} : 587;
        }
        class C(IPorts ports, ICredentialsByHost login)
        {
            SmtpClient M() => new SmtpClient("mail.contoso.com", ports["{{key}}"]) { EnableSsl = true, Credentials = login };
            SmtpClient N() => new SmtpClient("mail.contoso.com", ports.Of("{{key}}")) { EnableSsl = true, Credentials = login };
        }
        """,
        "{ }");

    [Theory]
    [InlineData("""{ "Number": 587 }""", """25""")]
    [InlineData("""{ "Other": 587 }""", "{|SMTP003:25|}")]
    public Task DefaultBehindAnInterface_CountsWhereTheFileSaysNothing(string file, string port) => Async(
        $$"""
        interface IStore { int Number(string key, int fallback); }
        class Store(IConfiguration configuration) : IStore
        {
            public int Number(string key, int fallback)
            {
                var text = configuration[key];
                return text == null ? fallback : Convert.ToInt32(text);
            }
        }
        class C(IStore store, ICredentialsByHost login)
        {
            SmtpClient M() => new SmtpClient("mail.contoso.com", store.Number("Number", {{port}})) { EnableSsl = true, Credentials = login };
        }
        """,
        file);

    [Theory]
    [InlineData("""foreach (var one in c.GetSection("Out").GetChildren()) Use(one["Name"], int.Parse(one["Number"]));""")]
    [InlineData("""foreach (var one in c.GetSection("Out").GetChildren().ToList()) Use(one["Name"], one.GetValue<int>("Number"));""")]
    [InlineData("""var one = c.GetSection("Out").GetChildren().First(); Use(one["Name"], one.GetSection("Number").Get<int>());""")]
    [InlineData("""Use(c[$"Out:{tenant}:Name"], int.Parse(c[$"Out:{tenant}:Number"]));""")]
    [InlineData("""Use(c["Out:" + tenant + ":Name"], c.GetValue<int>("Out:" + tenant + ":Number"));""")]
    public Task PortOfASectionThatRunTimeNames_Reports(string statement) => Async(
        $$"""
        class C
        {
            void M(IConfiguration c, string tenant) { {{statement}} }
            void Use(string name, int number) { using var client = new SmtpClient(name, number); }
        }
        """,
        """
        {
          "Out": {
            "a": { "Name": "mail.contoso.com", "Number": {|SMTP004:25|}, "Other": 25 },
            "b": { "Name": "localhost", "Number": 25 }
          },
          "Number": 25
        }
        """);

    /// <summary>A key of which only the last name is not known may be any setting of the section.</summary>
    [Theory]
    [InlineData("""c["Out:" + name]""")]
    [InlineData("""c[$"{name}:Number"]""")]
    public Task KeyThatIsNotKnown_IsSilent(string key) => Async(
        $$"""class C { SmtpClient M(IConfiguration c, string name) => new SmtpClient("mail.contoso.com", int.Parse({{key}})); }""",
        """{ "Out": { "Number": 25, "Other": 25 } }""");

    [Theory]
    [InlineData("""var relay = (Relay)c.GetSection("Out").Get(typeof(Relay)); Use(relay.Name, relay.Number);""")]
    [InlineData("""var relay = c.GetSection("Out").Get(typeof(Relay)) as Relay; Use(relay.Name, relay.Number);""")]
    [InlineData("""var (name, number) = c.GetSection("Out").Get<Relay>(); Use(name, number);""")]
    public Task ObjectMadeOfASection_Reports(string statement) => Async(
        $$"""
        record Relay(string Name, int Number);
        class C
        {
            void M(IConfiguration c) { {{statement}} }
            void Use(string name, int number) { using var client = new SmtpClient(name, number); }
        }
        """,
        """{ "Out": { "Name": "mail.contoso.com", "Number": {|SMTP004:25|}, "Other": 25 }, "Number": 25 }""");

    /// <summary>An empty host beside the port is one that something else fills.</summary>
    [Theory]
    [InlineData("\"mail.contoso.com\"", "{|SMTP004:25|}")]
    [InlineData("""c["Smtp:Host"]""", "{|SMTP004:25|}")]
    public Task EmptyHostInTheFile_Reports(string host, string port) => Async(
        $$"""class C { SmtpClient M(IConfiguration c) => new SmtpClient({{host}}, c.GetValue<int>("Smtp:Port")); }""",
        $$"""{ "Smtp": { "Host": "", "Port": {{port}} } }""");

    private static Task Async(string code, string file) => SettingsFile.WithCodeAsync(Usings + code, [("appsettings.json", file)]);
}
