using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>
/// Sections below one that only the file names: queries over them, tables that a section was read into, objects that hold one another.
/// </summary>
public class ChildSectionTests
{
    private const string Usings = """
        #nullable disable
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;

        class Node { public string Name { get; set; } public int Number { get; set; } }
        record Place(string Name, int Number);

        """;

    private const string Nodes = """
        {
          "Out": { "a": { "Name": "mail.contoso.com", "Number": {|SMTP004:25|}, "Other": 25 }, "b": { "Name": "localhost", "Number": 25 } },
          "Number": 25
        }
        """;

    [Theory]
    [InlineData("foreach (var n in children.Select(x => x.Get<Node>()).ToList()) Use(n.Name, n.Number);")]
    [InlineData("foreach (var n in children.Where(x => x.Key != \"c\").Select(x => x.Get<Node>())) Use(n.Name, n.Number);")]
    [InlineData("""foreach (var n in children.Select(x => new Place(x["Name"], x.GetValue<int>("Number")))) Use(n.Name, n.Number);""")]
    [InlineData("""foreach (var (h, p) in children.Select(Read)) Use(h, p);""")]
    [InlineData("""var n = children.First(x => x.Key == key); Use(n["Name"], n.GetValue<int>("Number"));""")]
    public Task QueriesOverChildren_KeepTheSection(string statements) => Async(
        $$"""
        class C
        {
            static (string, int) Read(IConfigurationSection x) => (x["Name"], x.GetValue<int>("Number"));
            void M(IConfiguration configuration, string key)
            {
                var children = configuration.GetSection("Out").GetChildren();
                {{statements}}
            }
            void Use(string name, int number) { using var client = new SmtpClient(name, number); }
        }
        """,
        Nodes);

    /// <summary>What the query's function does beside its answer counts.</summary>
    [Theory]
    [InlineData("children.Where(x => { port = int.Parse(x[\"Number\"]); return true; }).ToList();")]
    [InlineData("children.First(x => { port = x.GetValue<int>(\"Number\"); return true; });")]
    public Task QueryThatSetsAVariable_LeavesItOpen(string query) => Async(
        $$"""
        class C
        {
            void M(IConfiguration configuration)
            {
                var children = configuration.GetSection("Out").GetChildren();
                int port = 25;
                _ = {{query}}
                using var client = new SmtpClient("mail.contoso.com", port);
            }
        }
        """,
        """{ "Other": 25 }""");

    [Theory]
    [InlineData("""var d = out1.GetChildren().ToDictionary(x => x.Key, x => x.Value);""", """int.Parse(d["Number"])""")]
    [InlineData("""var d = out1.Get<Dictionary<string, string>>();""", """int.Parse(d["Number"])""")]
    [InlineData("""var d = out1.Get<Dictionary<string, int>>(); if (!d.TryGetValue("Number", out var n)) n = 587;""", "n")]
    [InlineData("""var d = out1.Get<Dictionary<string, int>>();""", """d.GetValueOrDefault("Number", 587)""")]
    public Task TablesOfASection_AreReadByItsKeys(string table, string port) => Async(
        $$"""
        class C
        {
            void M(IConfiguration configuration)
            {
                var out1 = configuration.GetSection("Out");
                {{table}}
                using var client = new SmtpClient("mail.contoso.com", {{port}});
            }
        }
        """,
        """{ "Out": { "Number": {|SMTP004:25|}, "Other": 25 }, "Number": 25 }""");

    /// <summary>A table that comes from elsewhere is no section.</summary>
    [Fact]
    public Task OtherTables_AreNone() => Async(
        """
        class C
        {
            void M(Dictionary<string, int> d) { using var client = new SmtpClient("mail.contoso.com", d["Number"]); }
        }
        """,
        """{ "Number": 25, "Out": { "Number": 25 } }""");

    /// <summary>Which section an unknown one is, nobody says.</summary>
    [Fact]
    public Task SectionThatIsNotKnown_IsNotTheWhole() => Async(
        """
        class C
        {
            void M(Func<IConfigurationSection> find) { var n = find().Get<Node>(); using var client = new SmtpClient(n.Name, n.Number); }
        }
        """,
        """{ "Name": "mail.contoso.com", "Number": 25 }""");

    [Theory]
    [InlineData("""typeof(T).Name.Replace("Settings", "")""", "Gateway")]
    [InlineData("""typeof(T).Name.Replace("Options", "").Replace("Settings", "").ToLowerInvariant()""", "gateway")]
    [InlineData("""("Mail:" + typeof(T).Name.Replace("Settings", ""))""", "Mail:Gateway")]
    public Task SectionNamedForATypeParameter_WithoutItsEnding(string section, string key) => Async(
        $$"""
        class GatewaySettings { public string Name { get; set; } public int Number { get; set; } }
        static class Extensions
        {
            public static T Load<T>(this IConfiguration c) where T : new() => c.GetSection({{section}}).Get<T>() ?? new T();
        }
        class C(IConfiguration c)
        {
            void M() { var g = c.Load<GatewaySettings>(); using var client = new SmtpClient(g.Name, g.Number); }
        }
        """,
        $$"""{ "{{key}}": { "Name": "mail.contoso.com", "Number": {|SMTP004:25|} }, "GatewaySettings": { "Number": 25 } }""");

    [Fact]
    public Task ObjectThatIsHeldTwice_HasTheSectionOfItsPlace() => Async(
        """
        class Both { public Node First { get; set; } = new(); public Node Second { get; set; } = new(); }
        class C(Both both)
        {
            static void Add(IServiceCollection s, IConfiguration c) => s.Configure<Both>(c.GetSection("Ways"));
            void M() { using var client = new SmtpClient(both.First.Name, both.First.Number); }
        }
        """,
        """
        {
          "Ways": {
            "First": { "Name": "mail.contoso.com", "Number": {|SMTP004:25|} },
            "Second": { "Name": "mail.contoso.com", "Number": 25 }
          }
        }
        """);

    private static Task Async(string code, string file) => SettingsFile.WithCodeAsync(Usings + code, [("appsettings.json", file)]);
}
