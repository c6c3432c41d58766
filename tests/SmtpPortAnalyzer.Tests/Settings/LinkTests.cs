using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>
/// The strongest link: the code looks the port of a connection up under the very key. The names here say nothing of mail.
/// </summary>
public class LinkTests
{
    private const string Usings = """
        using System;
        using System.Collections.Generic;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;

        """;

    private const string Options = """
        class Relay { public string Name { get; set; } public int Number { get; set; } }
        class Sender(IOptions<Relay> options) { SmtpClient M() => new SmtpClient(options.Value.Name, options.Value.Number); }

        """;

    [Theory]
    [InlineData("""int.Parse(configuration["Out:Number"])""")]
    [InlineData("""int.Parse(configuration["out:number"]!)""")]
    [InlineData("""Convert.ToInt32(configuration["Out:Number"])""")]
    [InlineData("""configuration.GetValue<int>("Out:Number")""")]
    [InlineData("""(int)configuration.GetValue(typeof(int), "Out:Number")""")]
    [InlineData("""configuration.GetSection("Out").GetValue<int>("Number")""")]
    [InlineData("""int.Parse(configuration.GetSection("Out")["Number"])""")]
    [InlineData("""int.Parse(configuration.GetSection("Out:Number").Value)""")]
    [InlineData("""int.Parse(configuration.GetSection("Out").GetSection("Number").Value)""")]
    [InlineData("""configuration.GetSection("Out:Number").Get<int>()""")]
    [InlineData("""int.Parse(configuration.GetRequiredSection("Out")["Number"])""")]
    [InlineData("""int.Parse(configuration[Prefix + ":Number"])""")]
    [InlineData("""int.Parse(configuration[$"{Prefix}:Number"])""")]
    [InlineData("""int.TryParse(configuration["Out:Number"], out var port) ? port : 587""")]
    [InlineData("""int.Parse(configuration["Out:Number"] ?? "587")""")]
    [InlineData("""Read(configuration, "Out:Number")""")]
    [InlineData("""int.Parse(Get("Out:Number"))""")]
    [InlineData("""int.Parse(configuration["Out:Number"].Trim().ToString())""")]
    [InlineData("""Convert.ToInt32(configuration["Out:Number"].ToString(), System.Globalization.CultureInfo.InvariantCulture)""")]
    [InlineData("""(int)Convert.ChangeType(configuration["Out:Number"], typeof(int))""")]
    [InlineData("""int.Parse($"{configuration["Out:Number"]}")""")]
    [InlineData("""int.Parse(configuration[string.Join(":", "Out", "Number")])""")]
    [InlineData("""int.Parse(configuration[ConfigurationPath.Combine("Out", "Number")])""")]
    [InlineData("""int.Parse(configuration[string.Format("{0}:{1}", Prefix, "Number")])""")]
    [InlineData("""int.Parse(configuration[Key("Number")])""")]
    [InlineData("""int.Parse(configuration[$"{typeof(Out).Name}:Number"])""")]
    [InlineData("""int.Parse(configuration[nameof(OutOptions).Replace("Options", "") + ":Number"])""")]
    [InlineData("""int.Parse(configuration.GetSection("outmail".Remove(3))["Number"])""")]
    [InlineData("""int.Parse(configuration["MyOut".Substring(2) + ":" + "NUMBERS".ToLowerInvariant().Substring(0, 6)])""")]
    [InlineData("""(int)System.ComponentModel.TypeDescriptor.GetConverter(typeof(int)).ConvertFromString(configuration["Out:Number"])""")]
    [InlineData("""Int(Key("Number"), 587)""")]
    [InlineData("""Value<int>("Out:Number")""")]
    [InlineData("""new Reader(configuration, "Out").Get("Number")""")]
    public Task PortReadByCode_Reports(string port) => Async(
        $$"""
        class Out { }
        class OutOptions { }
        class C(IConfiguration configuration)
        {
            const string Prefix = "Out";
            SmtpClient M() => new SmtpClient("mail.contoso.com", {{port}});
            static int Read(IConfiguration from, string key) => int.Parse(from[key]);
            string Get(string name) => configuration[name];
            static string Key(string name) => $"{Prefix}:{name}";
            int Int(string key, int otherwise) => int.TryParse(configuration[key], out var number) ? number : otherwise;
            T Value<T>(string key) => (T)Convert.ChangeType(configuration[key], typeof(T));
        }
        class Reader(IConfiguration configuration, string section)
        {
            readonly IConfigurationSection _section = configuration.GetSection(section);
            public int Get(string key) => int.Parse(_section[key]);
        }
        """,
        """{ "Out": { "Number": {|SMTP004:25|}, "Other": 25 } }""");

    [Theory]
    [InlineData("""services.Configure<Relay>(configuration.GetSection("Out"));""")]
    [InlineData("""services.Configure<Relay>("name", configuration.GetSection("Out"));""")]
    [InlineData("""var section = configuration.GetSection("Out"); services.Configure<Relay>(section);""")]
    [InlineData("""services.AddOptions<Relay>().Bind(configuration.GetSection("Out"));""")]
    [InlineData("""services.AddOptions<Relay>().BindConfiguration("Out").ValidateOnStart();""")]
    [InlineData("""services.AddSingleton(configuration.GetSection("Out").Get<Relay>());""")]
    [InlineData("""var relay = new Relay(); configuration.GetSection("Out").Bind(relay); services.AddSingleton(relay);""")]
    [InlineData("""var relay = new Relay(); configuration.Bind("Out", relay); services.AddSingleton(relay);""")]
    [InlineData("""services.Configure<Relay>(configuration.GetSection(nameof(Out)));""")]
    [InlineData("""Action<IServiceCollection> add = s => s.Configure<Relay>(configuration.GetSection("Out")); add(services);""")]
    public Task PortBoundToASettingsType_Reports(string registration) => Async(
        Options + $$"""
        class Out { }
        class Startup(IConfiguration configuration) { void M(IServiceCollection services) { {{registration}} } }
        """,
        """{ "Out": { "Number": {|SMTP004:25|}, "Other": 25 } }""");

    [Theory]
    [InlineData("""services.Configure<T>(configuration.GetSection(name));""")]
    [InlineData("""services.AddOptions<T>().Bind(configuration.GetSection(name));""")]
    [InlineData("""services.AddOptions<T>().BindConfiguration(name);""")]
    [InlineData("""services.AddSingleton(configuration.GetSection(name).Get<T>());""")]
    [InlineData("""var settings = new T(); configuration.GetSection(name).Bind(settings); services.AddSingleton(settings);""")]
    public Task PortBoundByAHelperForAnyType_Reports(string binding) => Async(
        Options + $$"""
        class Page { public string Name { get; set; } public int Number { get; set; } }
        static class Helper
        {
            public static void AddSettings<T>(this IServiceCollection services, IConfiguration configuration, string name) where T : class, new() { {{binding}} }
        }
        class Startup(IConfiguration configuration)
        {
            void M(IServiceCollection services)
            {
                services.AddSettings<Relay>(configuration, "Out");
                services.AddSettings<Page>(configuration, "Page");
            }
        }
        """,
        """{ "Out": { "Number": {|SMTP004:25|}, "Other": 25 }, "Page": { "Number": 25 } }""");

    [Theory]
    [InlineData("typeof(T).Name")]
    [InlineData("$\"Mail:{typeof(T).Name}\"", """{ "Mail": { "Relay": { "Number": {|SMTP004:25|} } }, "Relay": { "Number": 25 } }""")]
    public Task PortBoundByAHelperToTheSectionNamedForTheType_Reports(
        string section, string file = """{ "Relay": { "Number": {|SMTP004:25|}, "Other": 25 }, "T": { "Number": 25 } }""") => Async(
        Options + $$"""
        static class Extensions
        {
            public static void Settings<T>(this IServiceCollection services, IConfiguration configuration) where T : class =>
                services.Configure<T>(configuration.GetSection({{section}}));
            public static void Both<T>(this IServiceCollection services, IConfiguration configuration) where T : class =>
                services.Settings<T>(configuration);
        }
        class Startup(IConfiguration configuration) { void M(IServiceCollection services) => services.Both<Relay>(configuration); }
        """,
        file);

    [Fact]
    public Task PortBoundThroughAnObjectInTheSettings_Reports() => Async(
        Options + """
        class All { public Relay Out { get; set; } public List<Relay> Others { get; set; } }
        class Startup { void M(IServiceCollection services, IConfiguration configuration) => services.Configure<All>(configuration); }
        """,
        """{ "Out": { "Number": {|SMTP004:25|} }, "Others": [ { "Number": 587 }, { "Number": {|SMTP004:25|} } ], "Number": 25 }""");

    [Fact]
    public Task PortOfASectionHandedOver_Reports() => Async(
        """
        class Sender(IConfiguration settings) { SmtpClient M() => new SmtpClient("mail.contoso.com", int.Parse(settings["Number"])); }
        class Startup(IConfiguration configuration) { Sender M() => new Sender(configuration.GetSection("Out")); }
        """,
        """{ "Out": { "Number": {|SMTP004:25|} }, "Number": 25 }""");

    [Theory]
    [InlineData("""class C(IConfiguration c) { int M() => c.GetValue<int>("Out:Number"); }""")]
    [InlineData("""class C(IConfiguration c) { SmtpClient M() => new SmtpClient("localhost", c.GetValue<int>("Out:Number")); }""")]
    [InlineData("""class C(IConfiguration c) { SmtpClient M() => new SmtpClient(c["Out:Name"], c.GetValue<int>("Out:Number")); }""")]
    [InlineData("""class C(IConfiguration c) { SmtpClient M() => new SmtpClient("mail.contoso.com", c.GetValue<int>("In:Number")); }""")]
    [InlineData(
        """class C(IConfiguration c) { SmtpClient M() => new SmtpClient("mail.contoso.com", 587) { Timeout = """ +
        """c.GetValue<int>("Out:Number") }; }""")]
    [InlineData(
        """class C(IConfiguration c) { SmtpClient M() { var s = new SmtpClient("mail.contoso.com", c.GetValue<int>("Out:Number")); """ +
        """s.Port = 587; return s; } }""")]
    public Task NumberThatReachesNoPublicConnection_IsSilent(string code) =>
        Async(code, """{ "Out": { "Name": "127.0.0.1", "Number": 25 } }""");

    /// <summary>The name says mail, and no host stands beside it: then the code says where it goes.</summary>
    [Theory]
    [InlineData("""new SmtpClient("localhost", c.GetValue<int>("Smtp:Port"))""", "25")]
    [InlineData("""new SmtpClient("localhost", c.GetSection("Smtp").GetValue("Port", 587))""", "25")]
    [InlineData("""new SmtpClient("mail.contoso.com", c.GetValue<int>("Smtp:Port"))""", "{|SMTP004:25|}")]
    [InlineData("""new SmtpClient(c["Smtp:Name"], c.GetValue<int>("Smtp:Port"))""", "{|SMTP004:25|}")]
    [InlineData("""new SmtpClient("localhost", c.GetValue<int>("Other:Port"))""", "{|SMTP004:25|}")]
    public Task NamedPort_WithItsHostInTheCode_CountsByIt(string client, string port) => Async(
        $$"""class C(IConfiguration c) { SmtpClient M() => {{client}}; }""",
        $$"""{ "Smtp": { "Port": {{port}} } }""");

    [Fact]
    public Task NamedPort_OfWhichTheCodeKnowsAPublicHostToo_Reports() => Async(
        """
        class C(IConfiguration c)
        {
            SmtpClient M() => new SmtpClient("localhost", c.GetValue<int>("Smtp:Port"));
            SmtpClient N() => new SmtpClient("mail.contoso.com", c.GetValue<int>("Smtp:Port"));
        }
        """,
        """{ "Smtp": { "Port": {|SMTP004:25|} } }""");

    /// <summary>The host beside it is there for somebody.</summary>
    [Fact]
    public Task NamedPort_WithAHostBesideThatTheCodeDoesNotTake_Reports() => Async(
        """class C(IConfiguration c) { SmtpClient M() => new SmtpClient("localhost", c.GetValue<int>("Smtp:Port")); }""",
        """{ "Smtp": { "Host": "mail.contoso.com", "Port": {|SMTP004:25|} } }""");

    /// <summary>
    /// The host that the code looks up comes before the one that stands beside the port, which is taken where the code looks up none.
    /// </summary>
    [Theory]
    [InlineData("""c["Out:Name"]""", """{ "Out": { "Name": "localhost", "Host": "mail.contoso.com", "Number": 25 } }""")]
    [InlineData("""c["Out:Name"]""", """{ "Out": { "Name": "mail.contoso.com", "Host": "localhost", "Number": {|SMTP004:25|} } }""")]
    [InlineData("""c["Out:Name"]""", """{ "Out": { "Host": "localhost", "Number": 25 } }""")]
    [InlineData("""Environment.GetEnvironmentVariable("RELAY")""", """{ "Out": { "Host": "localhost", "Number": 25 } }""")]
    [InlineData(
        """Environment.GetEnvironmentVariable("RELAY")""", """{ "Out": { "Host": "mail.contoso.com", "Number": {|SMTP004:25|} } }""")]
    public Task HostInTheFile_Decides(string host, string file) => Async(
        $$"""class C(IConfiguration c) { SmtpClient M() => new SmtpClient({{host}}, c.GetValue<int>("Out:Number")); }""", file);

    /// <summary>Where one port of the file is the local connection's, the other is judged all the same.</summary>
    [Fact]
    public Task LocalConnectionBesideAnother_ReportsTheOther() => Async(
        """class C(IConfiguration c) { SmtpClient M() => new SmtpClient("localhost", c.GetValue<int>("Smtp:Port")); }""",
        """{ "Smtp": { "Port": 25 }, "MailRelay": { "Host": "mail.contoso.com", "Port": {|SMTP004:25|} } }""");

    [Fact]
    public Task OptionsWithALocalHostInTheFile_AreSilent() => Async(
        Options + """class Startup { void M(IServiceCollection s, IConfiguration c) => s.Configure<Relay>(c.GetSection("Out")); }""",
        """{ "Out": { "Name": "localhost", "Number": 25 } }""");

    [Fact]
    public Task FunctionSettings_AreTheConfiguration_Reports() => Async(
        """class C(IConfiguration c) { SmtpClient M() => new SmtpClient("mail.contoso.com", c.GetValue<int>("Out:Number")); }""",
        """{ "Values": { "Out__Number": "{|SMTP004:25|}" } }""",
        "local.settings.json");

    [Theory]
    [InlineData("""int.Parse(ConfigurationManager.AppSettings["Number"])""")]
    [InlineData("""Convert.ToInt32(WebConfigurationManager.AppSettings["Number"])""")]
    [InlineData("""int.Parse(ConfigurationManager.AppSettings.Get("Number"))""")]
    [InlineData("""int.Parse(Setting("Number"))""")]
    [InlineData("""(int)new AppSettingsReader().GetValue("Number", typeof(int))""")]
    [InlineData("""int.Parse(ConfigurationManager.AppSettings.GetValues("Number")[0])""")]
    [InlineData("""int.Parse(s_all["Number"])""")]
    [InlineData("""int.Parse(_own.Get("Number"))""")]
    [InlineData("""int.Parse(All["Number"])""")]
    public Task PortInAppSettings_Reports(string port) => SettingsFile.WithCodeAsync(
        $$"""
        using System;
        using System.Collections.Specialized;
        using System.Configuration;
        using System.Net.Mail;
        using System.Web.Configuration;
        class C
        {
            static readonly NameValueCollection s_all = ConfigurationManager.AppSettings;
            readonly NameValueCollection _own = WebConfigurationManager.AppSettings;
            static NameValueCollection All { get { return ConfigurationManager.AppSettings; } }
            static string Setting(string name) { return ConfigurationManager.AppSettings[name]; }
            SmtpClient M() { return new SmtpClient(ConfigurationManager.AppSettings["Name"], {{port}}); }
        }
        """,
        [("web.config",
            """<configuration><appSettings><add key="Number" value="{|SMTP004:25|}"/><add key="Other" """ +
            """value="25"/></appSettings></configuration>""")],
        TestReferences.Net472);

    /// <summary>A collection of names and values may be any other: the query of a page.</summary>
    [Fact]
    public Task PortInAnotherCollection_IsSilent() => SettingsFile.WithCodeAsync(
        """
        using System.Collections.Specialized;
        using System.Net.Mail;
        class C
        {
            static readonly NameValueCollection s_query = new NameValueCollection();
            SmtpClient M() { return new SmtpClient("mail.contoso.com", int.Parse(s_query["Number"])); }
        }
        """,
        [("web.config", """<configuration><appSettings><add key="Number" value="25"/></appSettings></configuration>""")],
        TestReferences.Net472);

    /// <summary>A library's own settings that are bound as a whole need no code that reads the port.</summary>
    [Theory]
    [InlineData("""c.GetSection("Out").Get<MailKitOptions>()""")]
    [InlineData("""Bound(c)""")]
    public Task ClientOfALibrary_BoundToASection_Reports(string options) => Async(
        $$"""
        namespace NETCore.MailKit.Infrastructure.Internal
        {
            public class MailKitOptions { public string Server { get; set; } public int Port { get; set; } public bool Security { get; set; } }
        }
        namespace Program
        {
            using NETCore.MailKit.Infrastructure.Internal;
            class C
            {
                MailKitOptions M(IConfiguration c) => {{options}};
                static MailKitOptions Bound(IConfiguration c) { var made = new MailKitOptions(); c.GetSection("Out").Bind(made); return made; }
            }
        }
        """,
        """{ "Out": { "Server": "mail.contoso.com", "Port": {|SMTP004:25|} }, "Other": { "Port": 25 } }""");

    [Fact]
    public Task PortOfAFileThatAddXmlFileReads_Reports() => Async(
        """class C(IConfiguration c) { SmtpClient M() => new SmtpClient("mail.contoso.com", c.GetValue<int>("Out:Number")); }""",
        "<settings><Out><Number>{|SMTP004:25|}</Number></Out><Other>25</Other></settings>", "legacy.xml");

    private static Task Async(string code, string file, string name = "appsettings.json") =>
        SettingsFile.WithCodeAsync("#nullable disable\n" + Usings + code, [(name, file)]);
}
