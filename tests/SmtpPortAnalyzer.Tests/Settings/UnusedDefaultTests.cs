using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>A default is never used where a file that is always there sets the very key, however the code comes to it.</summary>
public class UnusedDefaultTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;

        """;

    [Theory]
    [InlineData("""{ "Out": { "Number": 587 } }""", """configuration.GetValue("Out:Number", 25)""")]
    [InlineData("""{ "Out": { "Number": "587" } }""", """int.Parse(configuration["Out:Number"] ?? "25")""")]
    [InlineData("""{ "Out": { "Number": 587 } }""", """int.Parse((configuration["Out:Number"] ?? "25").Trim())""")]
    [InlineData("""{ "Out": { "Number": 587 } }""", """Int(Key("Number"), 25)""")]
    [InlineData("""{ "Out": { "Number": 587 } }""", """Caught(Key("Number"), 25)""")]
    [InlineData("""{ "Out": { "Other": 587 } }""", """Int(Key("Number"), {|SMTP003:25|})""")]
    [InlineData("""{ "Out": { "Other": 587 } }""", """Caught(Key("Number"), {|SMTP003:25|})""")]
    [InlineData("""{ }""", """configuration.GetValue("Out:Number", {|SMTP003:25|})""")]
    [InlineData("""{ "Out": { "Number": "#{Port}#" } }""", """configuration.GetValue("Out:Number", {|SMTP003:25|})""")]
    [InlineData("""{ "Out": { "Other": 587 } }""", """configuration.GetValue("Out:Number", {|SMTP003:25|})""")]
    public Task Fallback_BehindASettingThatIsAlwaysThere_IsSilent(string json, string port) =>
        Async($$"""
            class C(IConfiguration configuration)
            {
                SmtpClient M() => new SmtpClient("mail.contoso.com", {{port}});
                static string Key(string name) => "Out:" + name;
                int Int(string key, int none) { var text = configuration[key]; if (text == null) return none; return int.Parse(text); }
                int Caught(string key, int none) { try { return int.Parse(configuration[key]); } catch (Exception) { return none; } }
            }
            """, json);

    /// <summary>The message says which file decides, where there is one.</summary>
    [Theory]
    [InlineData("appsettings.Production.json", """{ "Out": { "Number": 587 } }""", " ('appsettings.Production.json' sets it to 587)")]
    [InlineData("appsettings.Staging.json", """{ "Out": { "Number": "2525" } }""", " ('appsettings.Staging.json' sets it to 2525)")]
    [InlineData("appsettings.Production.json", """{ "Out": { "Number": "#{Port}#" } }""", "")]
    [InlineData("appsettings.Production.json", """{ "Out": { "Other": 587 } }""", "")]
    [InlineData("appsettings.Development.json", """{ "Out": { "Number": 587 } }""", "")]
    public Task Fallback_BehindASettingOfOneEnvironment_SaysWhichFile(string name, string file, string said) => SettingsFile.WithCodeAsync(
        Usings
            + """class C(IConfiguration c) { SmtpClient M() => new SmtpClient("mail.contoso.com", c.GetValue("Out:Number", """ +
                """{|#0:25|})); }""",
        [(name, file)],
        $"The SMTP port of 'SmtpClient' to 'mail.contoso.com' falls back to 25, which Azure blocks for most subscriptions; use " +
        $"an authenticated relay on port 587{said}");

    [Theory]
    [InlineData("Number", "25")]
    [InlineData("Other", "{|SMTP003:25|}")]
    public Task PropertyDefault_BehindASettingThatIsAlwaysThere_IsSilent(string set, string value) => Async(
        $$"""
        class Relay { public string Name { get; set; } public int Number { get; set; } = {{value}}; }
        class Sender(IOptions<Relay> options) { SmtpClient M() => new SmtpClient(options.Value.Name, options.Value.Number); }
        class Startup { void M(IServiceCollection s, IConfiguration c) => s.Configure<Relay>(c.GetSection("Out")); }
        """,
        $$"""{ "Out": { "{{set}}": 587 } }""");

    [Theory]
    [InlineData("Port", "25")]
    [InlineData("Other", "{|SMTP003:25|}")]
    public Task SettingsTypeOfALibrary_BehindASettingThatIsAlwaysThere_IsSilent(string set, string value) => Async(
        $$"""
        class SmtpSettings { public string Host { get; set; } public int Port { get; set; } = {{value}}; }
        class Startup { void M(IServiceCollection s, IConfiguration c) => s.Configure<SmtpSettings>(c.GetSection("Out")); }
        """,
        $$"""{ "Out": { "{{set}}": 587 } }""");

    private static Task Async(string code, string file, string name = "appsettings.json") =>
        SettingsFile.WithCodeAsync("#nullable disable\n" + Usings + code, [(name, file)]);
}
