using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Connections.Calls;

/// <summary>A 25 that code declares for a setting without connecting with it, and whose 25 it is.</summary>
public class DeclaredPortTests
{
    [Theory]
    [InlineData("""api.WithEnvironment("Smtp__Host", "mail.contoso.com").WithEnvironment("Smtp__Port", {|SMTP001:"25"|});""")]
    [InlineData("""api.WithEnvironment("Smtp__Port", port ?? {|SMTP003:"25"|});""")]
    [InlineData("""api.WithEnvironment("Smtp__Host", "localhost").WithEnvironment("Smtp__Port", "25");""")]
    [InlineData("""
        api.WithEnvironment("Smtp__Host", "mail.contoso.com").WithEnvironment("Smtp__Port", {|SMTP001:"25"|});
        api.WithEnvironment("Smtp__Host", "mailpit").WithEnvironment("Smtp__Port", "25");
        """)]
    [InlineData("""
        var shop = api.WithEnvironment("Smtp__Host", "mail.contoso.com");
        var test = api.WithEnvironment("Smtp__Host", "localhost");
        shop.WithEnvironment("Smtp__Port", {|SMTP001:"25"|});
        test.WithEnvironment("Smtp__Port", "25");
        """)]
    [InlineData("""api.WithEnvironment("Batch__Size", "25");""")]
    [InlineData("""Environment.SetEnvironmentVariable("SMTP_PORT", {|SMTP001:"25"|});""")]
    [InlineData("""
        if (Environment.GetEnvironmentVariable("SMTP_PORT") == null) Environment.SetEnvironmentVariable("SMTP_PORT", {|SMTP003:"25"|});
        """)]
    [InlineData("""
        new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Smtp:Port"] = {|SMTP003:"25"|} });
        """)]
    [InlineData("""
        new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Smtp:Host"] = "localhost", ["Smtp:Port"] = "25" });
        """)]
    [InlineData("""
        new ConfigurationBuilder().AddInMemoryCollection([new KeyValuePair<string, string?>("Smtp:Port", {|SMTP003:"25"|})]);
        """)]
    [InlineData("""new ConfigurationBuilder().AddInMemoryCollection([new("Smtp:Port", {|SMTP003:"25"|})]);""")]
    [InlineData("""new ConfigurationBuilder().AddInMemoryCollection([new("Smtp:Host", "localhost"), new("Smtp:Port", "25")]);""")]
    [InlineData("""new ConfigurationBuilder().AddInMemoryCollection([new("Batch:Size", "25")]);""")]
    [InlineData("""
        var d = new Dictionary<string, string?>(); d["Smtp:Port"] = {|SMTP003:"25"|}; new ConfigurationBuilder().AddInMemoryCollection(d);
        """)]
    [InlineData("""configuration["Smtp:Port"] = {|SMTP001:"25"|};""")]
    [InlineData("""configuration["Smtp:Host"] = "localhost"; configuration["Smtp:Port"] = "25";""")]
    [InlineData("""configuration["Page:Size"] = "25";""")]
    [InlineData("""if (configuration["Smtp:Port"] is null) configuration["Smtp:Port"] = {|SMTP003:"25"|};""")]
    [InlineData("""api.EnvironmentVariables["Smtp__Port"] = {|SMTP001:"25"|};""")]
    [InlineData("""api.Other["Smtp__Port"] = "25";""")]
    [InlineData("""api.WithEnvironment("Smtp__Port", {|SMTP001:Ports.Text|});""")]
    [InlineData("""const string own = "25"; api.WithEnvironment("Smtp__Port", {|SMTP001:own|});""")]
    [InlineData("""api.WithEnvironment("Smtp__Port", {|SMTP001:25.ToString()|}).WithEnvironment("Batch", 25.ToString());""")]
    [InlineData("""configuration["Smtp:Port"] = {|SMTP001:$"{Ports.Number}"|};""")]
    [InlineData("""
        new ConfigurationBuilder().AddInMemoryCollection(
            new Dictionary<string, string?> { ["Smtp:Port"] = port ?? {|SMTP003:Ports.Number.ToString()|}, ["Batch:Size"] = Ports.Text });
        """)]
    public Task Keys(string statements) => Connection.TypesAsync($$"""
        class Resource
        {
            public Dictionary<string, object> EnvironmentVariables { get; } = new();
            public Dictionary<string, object> Other { get; } = new();
            public Resource WithEnvironment(string name, string? value) => this;
        }
        static class Ports { public const string Text = "25"; public static readonly int Number = 25; }
        class Program { void A(Resource api, string? port, IConfiguration configuration) { {{statements}} } }
        """);

    [Theory]
    [InlineData("""var o = new Option<int>("--smtp-port", () => {|SMTP003:25|});""")]
    [InlineData("""var o = new Option<int>("--smtp-port") { DefaultValueFactory = _ => {|SMTP003:25|} };""")]
    [InlineData("""var o = new Option<int>("--smtp-port"); o.DefaultValueFactory = _ => {|SMTP003:25|};""")]
    [InlineData("""var o = new Option<int>("--smtp-port"); o.SetDefaultValue({|SMTP003:25|});""")]
    [InlineData("""var o = new Option<int>(new[] { "--smtp-port", "-p" }); o.SetDefaultValue({|SMTP003:25|});""")]
    [InlineData("""s_port.SetDefaultValue({|SMTP003:25|});""")]
    [InlineData("""var o = new Option<int>("--batch"); o.SetDefaultValue(25);""")]
    [InlineData("""var o = new Option<int>("--smtp-port"); o.SetDefaultValue(587); new Other().SetDefaultValue(25);""")]
    [InlineData("""unknown.SetDefaultValue(25);""")]
    public Task Options_OfACommandLine(string statements) => Connection.TypesAsync($$"""
        class Option<T>
        {
            public Option(string name) { }
            public Option(string[] names) { }
            public Option(string name, Func<T> value) { }
            public Func<object, T>? DefaultValueFactory { get; set; }
            public void SetDefaultValue(object? value) { }
        }
        class Other { public void SetDefaultValue(object? value) { } }
        class Program { static readonly Option<int> s_port = new("--smtp-port"); void A(Option<int> unknown) { {{statements}} } }
        """);

    /// <summary>What the key is called does not matter where the connection looks its port up under it.</summary>
    [Theory]
    [InlineData("""["Out:Host"] = "mail.contoso.com", ["Out:Number"] = {|SMTP003:"25"|}, ["Out:Size"] = "25" """)]
    [InlineData("""["out:number"] = {|SMTP003:"25"|}""")]
    [InlineData("""["Out:Host"] = "localhost", ["Out:Number"] = "25" """)]
    [InlineData("""["Out:Number"] = "587", ["In:Number"] = "25", ["Number"] = "25" """)]
    public Task Keys_ThatTheConnectionReads(string settings) => Connection.TypesAsync($$"""
        class Program
        {
            void A(System.Net.ICredentialsByHost l)
            {
                var c = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { {{settings}} }).Build();
                using var client = new SmtpClient(c["Out:Host"], c.GetValue<int>("Out:Number")) { EnableSsl = true, Credentials = l };
                client.Send(new());
            }
        }
        """);

    /// <summary>A default that is only said to designers is none; a parser of a command line gives it.</summary>
    [Theory]
    [InlineData("""[Spectre.Console.Cli.CommandOption("--port"), System.ComponentModel.DefaultValue({|SMTP003:25|})]""")]
    [InlineData("""[Spectre.Console.Cli.CommandArgument(0, "[port]")] [System.ComponentModel.DefaultValue({|SMTP003:25|})]""")]
    [InlineData("[System.ComponentModel.DefaultValue(25)]")]
    public Task Defaults_OfCommandLines(string attributes) => Connection.TypesAsync($$"""
        class Settings { public string Host { get; set; } = ""; {{attributes}} public int Port { get; set; } }
        class Command
        {
            void B(Settings s, System.Net.ICredentialsByHost l)
            {
                using var c = new SmtpClient(s.Host, s.Port) { EnableSsl = true, Credentials = l };
                c.Send(new());
            }
        }
        namespace Spectre.Console.Cli
        {
            class CommandOptionAttribute(string template) : Attribute;
            class CommandArgumentAttribute(int position, string template) : Attribute;
        }
        """);

    [Theory]
    [InlineData("""[Option("port", Default = {|SMTP003:25|})]""", "")]
    [InlineData("", "m.Property(e => e.Port).HasDefaultValue({|SMTP003:25|});")]
    [InlineData("""[Option("port", Default = 587)]""", "m.Property(e => e.Batch).HasDefaultValue(25);")]
    public Task Defaults_OfMembers(string attribute, string model) => Connection.TypesAsync($$"""
        class OptionAttribute(string name) : Attribute { public object? Default { get; set; } }
        class Settings { public string Host { get; set; } = ""; {{attribute}} public int Port { get; set; } public int Batch { get; set; } }
        class Column { public Column HasDefaultValue(object value) => this; }
        class Model { public Column Property(System.Linq.Expressions.Expression<Func<Settings, object>> member) => new(); }
        class Program
        {
            void A(Model m) { {{model}} }
            void B(Settings s, System.Net.ICredentialsByHost l)
            {
                using var c = new SmtpClient(s.Host, s.Port) { EnableSsl = true, Credentials = l };
                c.Send(new());
            }
        }
        """);

    /// <summary>
    /// The sections of a configuration file keep their values where the framework puts them, and say what is there at first.
    /// </summary>
    [Theory]
    [InlineData("[Named(\"port\", DefaultValue = {|SMTP003:25|})]", "{ get => (int)this[\"port\"]; set => this[\"port\"] = value; }")]
    [InlineData("[Named(\"port\", DefaultValue = {|SMTP003:\"25\"|})]", "=> (int)this[\"port\"];")]
    [InlineData("[System.Configuration.DefaultSettingValue({|SMTP003:\"25\"|})]", "=> (int)this[\"port\"];")]
    [InlineData("[Named(\"port\", DefaultValue = 587)]", "=> (int)this[\"port\"];")]
    public Task Defaults_OfSections(string attribute, string accessors) => Connection.TypesAsync($$"""
        abstract class Section { public abstract object this[string name] { get; set; } }
        class NamedAttribute(string name) : Attribute { public object? DefaultValue { get; set; } }
        abstract class MailSection : Section { public abstract string Host { get; } {{attribute}} public int Port {{accessors}} }
        class Mailer { void M(MailSection s, MailMessage m) => new SmtpClient(s.Host, s.Port).Send(m); }
        namespace System.Configuration { class DefaultSettingValueAttribute(string value) : Attribute; }
        """);

    /// <summary>A column of another type may have the same name.</summary>
    [Fact]
    public Task Default_OfAnotherTypesColumn_IsNotItsOwn() => Connection.TypesAsync("""
        class Settings { public string Host { get; set; } = ""; public int Port { get; set; } }
        class Listener { public int Port { get; set; } }
        class Column { public Column HasDefaultValue(object value) => this; }
        class Model { public Column Property(System.Linq.Expressions.Expression<Func<Listener, object>> member) => new(); }
        class Program
        {
            void A(Model m) { m.Property(e => e.Port).HasDefaultValue(25); }
            void B(Settings s, System.Net.ICredentialsByHost l)
            {
                using var c = new SmtpClient(s.Host, s.Port) { EnableSsl = true, Credentials = l };
                c.Send(new());
            }
        }
        """);

    [Theory]
    [InlineData("Pop", "25")]
    [InlineData("Smtp", "{|SMTP001:25|}")]
    public Task Siblings_HavePortsOfTheirOwn(string type, string port) => Connection.TypesAsync($$"""
        abstract class EndPoint { public string Host { get; set; } = ""; public int Port { get; set; } }
        class Smtp : EndPoint { }
        class Pop : EndPoint { }
        class Mailer(Smtp s, System.Net.ICredentialsByHost l)
        {
            static {{type}} Make() => new() { Host = "one.contoso.com", Port = {{port}} };
            public void A() { using var c = new SmtpClient(s.Host, s.Port) { EnableSsl = true, Credentials = l }; c.Send(new()); }
        }
        """);

    [Theory]
    [InlineData("if (!TryPort(out var p)) p = {|SMTP003:25|};")]
    [InlineData("var ok = int.TryParse(text, out var p); if (!ok) p = {|SMTP003:25|};")]
    [InlineData("int p = {|SMTP003:25|}; if (args.Length > 1) p = int.Parse(args[1]);")]
    [InlineData("int d = {|SMTP003:25|}; int p = number ?? d;")]
    [InlineData("int p = old ? 25 : 587;", "{|SMTP001:p|}")]
    public Task Fallbacks_StayFallbacks(string statements, string port = "p") => Connection.TypesAsync($$"""
        class Mailer(System.Net.ICredentialsByHost l)
        {
            bool TryPort(out int p) => int.TryParse("x", out p);
            public void A(string[] args, string text, int? number, bool old)
            {
                {{statements}}
                using var c = new SmtpClient("mail.contoso.com", {{port}}) { EnableSsl = true, Credentials = l };
                c.Send(new());
            }
        }
        """);
}
