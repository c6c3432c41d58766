using Xunit;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>
/// Projects whose relay port stands in a settings file of the kinds that the package hands over, built in one go. Each file says what is to
/// be found in it.
/// </summary>
public sealed class KnownSettings(PackedPackage package) : IAsyncLifetime
{
    private const string Web = GatedProjects.Package + """<FrameworkReference Include="Microsoft.AspNetCore.App" />""";

    private const string Framework = GatedProjects.Package + """<Reference Include="System.Configuration" />""";

    private const string Settings = """
        public class EmailSettings { public string Host { get; set; } = ""; public int Port { get; set; } public bool EnableSsl { get; set; } }
        """;

    private const string Mailer = """
        using System.Net;
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        using Microsoft.Extensions.Options;

        static class Setup
        {
            public static void Add(IServiceCollection services, IConfiguration c) => services.Configure<EmailSettings>(c.GetSection("EmailSettings"));
        }

        class Mailer(IOptions<EmailSettings> options)
        {
            public SmtpClient Plain() => new SmtpClient(options.Value.Host, options.Value.Port); // expect: SMTP005 new SmtpClient(options.Value.Host, options.Value.Port)
            public SmtpClient Switched(ICredentialsByHost login) => new(options.Value.Host, options.Value.Port)
            {
                EnableSsl = options.Value.EnableSsl, // expect: SMTP005 options.Value.EnableSsl
                Credentials = login,
            };
        }
        """;

    internal GeneratedSolution Solution { get; } = new(package, "known-settings");

    public async Task InitializeAsync()
    {
        Add("Json", "net10.0", Web, ("Settings.cs", Settings), ("Mailer.cs", Mailer),
            ("appsettings.json", """{ "EmailSettings": { "Host": "smtp.contoso.com", "Port": 587, "EnableSsl": false } }"""));
        Add("TypeElsewhere", "net10.0", Web + """<ProjectReference Include="../Contracts/Contracts.csproj" />""", ("Mailer.cs", Mailer),
            ("appsettings.json", """{ "EmailSettings": { "Host": "smtp.contoso.com", "Port": "587", "EnableSsl": "false" } }"""));
        Add("Contracts", "net10.0", "", ("Settings.cs", Settings));
        Add("OtherInProduction", "net10.0", Web, ("Settings.cs", Settings), ("Mailer.cs", Unmarked(Mailer)),
            ("appsettings.json", """{ "EmailSettings": { "Host": "smtp.contoso.com", "Port": 587 } }"""),
            ("appsettings.Production.json", """{ "EmailSettings": { "Port": 1025 } }"""));
        Add("Variables", "net10.0", GatedProjects.Package, ("Mailer.cs", """
            using System;
            using System.Net;
            using System.Net.Mail;
            class Mailer
            {
                SmtpClient Make(ICredentialsByHost login) => // The next line is the finding's.
                    new SmtpClient("smtp.contoso.com", int.Parse(Environment.GetEnvironmentVariable("RELAY"))) { Credentials = login }; // expect: SMTP005 new SmtpClient("smtp.contoso.com", int.Parse(Environment.GetEnvironmentVariable("RELAY"))) { Credentials = login }
            }
            """), ("local.settings.json", """{ "Values": { "RELAY": "587" } }"""));
        Add("AppSettings", "net472", Framework, ("Mailer.cs", """
            using System.Configuration;
            using System.Net;
            using System.Net.Mail;
            class Mailer
            {
                static int Port { get { return int.Parse(ConfigurationManager.AppSettings["RelayPort"]); } }
                SmtpClient Make(ICredentialsByHost login)
                {
                    return new SmtpClient("smtp.contoso.com", Port) { Credentials = login }; // expect: SMTP005 new SmtpClient("smtp.contoso.com", Port) { Credentials = login }
                }
            }
            """), ("App.config", """<configuration><appSettings><add key="RelayPort" value="587" /></appSettings></configuration>"""));
        Add("MailSettings", "net472", Framework, ("Mailer.cs", """
            using System.Net;
            using System.Net.Mail;
            class Mailer
            {
                void Send(MailMessage message, ICredentialsByHost login)
                {
                    var client = new SmtpClient(); // expect: SMTP005 new SmtpClient()
                    client.Credentials = login;
                    client.Send(message);
                }
            }
            """), ("App.config", MailSettings("port=\"587\"")));
        Add("MailSettingsEncrypt", "net472", Framework, ("Mailer.cs", """
            using System.Net.Mail;
            class Mailer { void Send(MailMessage message) { new SmtpClient().Send(message); } }
            """), ("App.config", MailSettings("port=\"587\" enableSsl=\"true\" userName=\"shop\"")));

        await Solution.BuildAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    private static string MailSettings(string attributes) =>
        $"""<configuration><system.net><mailSettings><smtp><network """ +
        $"""host="smtp.contoso.com" {attributes} /></smtp></mailSettings></system.net></configuration>""";

    private static string Unmarked(string code) => code.Replace("// expect:", "// not here:", StringComparison.Ordinal);

    private void Add(string name, string framework, string items, params (string Path, string Content)[] files)
    {
        var properties = $"<TargetFramework>{framework}</TargetFramework><LangVersion>latest</LangVersion>";
        Solution.AddProject($"{name}/{name}.csproj", GatedProjects.Project(properties, items));
        foreach (var (path, text) in files)
            Solution.Write($"{name}/{path}", text);
    }
}

[Collection(BuildCollection.Name)]
public sealed class KnownSettingsTests(KnownSettings built) : IClassFixture<KnownSettings>
{
    [Theory]
    [InlineData("Json", "net10.0", 2)]
    [InlineData("TypeElsewhere", "net10.0", 2)]
    [InlineData("OtherInProduction", "net10.0", 0)]
    [InlineData("Variables", "net10.0", 1)]
    [InlineData("AppSettings", "net472", 1)]
    [InlineData("MailSettings", "net472", 1)]
    [InlineData("MailSettingsEncrypt", "net472", 0)]
    public void RelayPort_OfASettingsFile_IsJudgedAtTheConnection(string project, string framework, int count)
    {
        var folder = built.Solution.PathOf(project);
        var expected = Finding.Expected(folder).ToHashSet();

        Assert.Equal(count, expected.Count);
        Assert.Equal(
            expected, Finding.Reported(built.Solution.Log(project, framework), folder).Where(found => found.Id == "SMTP005").ToHashSet());
    }
}
