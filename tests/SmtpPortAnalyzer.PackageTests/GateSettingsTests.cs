using Xunit;

namespace SmtpPortAnalyzer.PackageTests;

/// <summary>Gated projects whose only port 25 is in a settings file, built in one go.</summary>
public sealed class GatedSettings(PackedPackage package) : IAsyncLifetime
{
    private const string Red = """{ "Smtp": { "Host": "mail.contoso.com", "Port": 25 } }""";

    internal GeneratedSolution Solution { get; } = new(package, "gate-settings");

    internal string Output { get; private set; } = "";

    public async Task InitializeAsync()
    {
        Add("Red");
        Add("TwoFrameworks", "<TargetFrameworks>net8.0;net10.0</TargetFrameworks>");
        Add("GateOff", "<SmtpPortAnalyzerGate>false</SmtpPortAnalyzerGate>");
        Add("NotKnownToTargetAzure", "<SmtpPortAnalyzerTargetsAzure>auto</SmtpPortAnalyzerTargetsAzure>");
        Add("Silenced", "<NoWarn>$(NoWarn);SMTP004</NoWarn>");
        Add("NotAsErrors", "<TreatWarningsAsErrors>true</TreatWarningsAsErrors><WarningsNotAsErrors>SMTP004</WarningsNotAsErrors>");
        Add("NotHandedOver", "<SmtpPortAnalyzerSettingsFiles>false</SmtpPortAnalyzerSettingsFiles>");
        Add("EditorConfig", files: (".editorconfig", "[*.{json,cs}]\ndotnet_diagnostic.SMTP004.severity = none\n"));
        Add("GlobalConfig", files: (".globalconfig", "is_global = true\ndotnet_diagnostic.SMTP004.severity = suggestion\n"));
        Add("GlobalConfigNone", files: (".globalconfig", "is_global = true\ndotnet_diagnostic.SMTP004.severity = none\n"));
        Add("GlobalConfigOnAll", files: (".globalconfig", "is_global = true\ndotnet_analyzer_diagnostic.severity = none\n"));
        Add("Suppressed", files: ("Suppressions.cs", """
            using System.Diagnostics.CodeAnalysis;

            [assembly: SuppressMessage("Reliability", "SMTP004", Justification = "The port is for the mail catcher.")]
            """));
        Add("ExcludedHost", files: (".editorconfig", "[*.json]\nsmtp_port_analyzer.excluded_hosts = *.contoso.com\n"));
        Add("ForDevelopment", file: "appsettings.Development.json");
        Add("Linked",
            """<SmtpPortAnalyzerSettingsFiles /></PropertyGroup><ItemGroup><None Include="../Shared/appsettings.json" """ +
            """Link="appsettings.json" /></ItemGroup><PropertyGroup>""", file: "../Shared/appsettings.json");
        Add("ListedTwice",
            """</PropertyGroup><ItemGroup><AdditionalFiles Include="../ListedTwice/appsettings.json" /><None """ +
            """Include="appsettings.json" CopyToOutputDirectory="Always" /></ItemGroup><PropertyGroup>""");
        Add("Green", content: Red.Replace("25", "587", StringComparison.Ordinal));
        // The code decides, and not a word in the name: the link is the strongest there is.
        Add("LinkedByCode", content: """{ "Notice": { "Way": 25 } }""", files: ("Mailer.cs", """
            using System.Configuration;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration)
            {
                SmtpClient Make() => new SmtpClient("mail.contoso.com", int.Parse(configuration["Notice:Way"]));
            }

            namespace Microsoft.Extensions.Configuration { interface IConfiguration { string this[string key] { get; } } }
            """));

        (_, Output) = await Solution.BuildAsync();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    internal IEnumerable<string> SaidOf(string project) => GatedProjects.SaidOf(Output, project);

    private void Add(string name, string properties = "", string content = Red, string file = "appsettings.json",
        params (string Path, string Content)[] files)
    {
        Solution.AddProject($"{name}/{name}.csproj", GatedProjects.Project(properties, GatedProjects.Package));
        Solution.Write($"{name}/{file}", content);
        Solution.Write($"{name}/Empty.cs", "class Empty { }");
        foreach (var (path, text) in files)
            Solution.Write($"{name}/{path}", text);
    }
}

[Collection(GateCollection.Name)]
public sealed class GateSettingsTests(GatedSettings built) : IClassFixture<GatedSettings>
{
    [Theory]
    [InlineData("Red", "error SMTP004")]
    [InlineData("TwoFrameworks", "error SMTP004")]
    [InlineData("GateOff", "warning SMTP004")]
    [InlineData("NotKnownToTargetAzure", "")]
    [InlineData("Silenced", "")]
    [InlineData("NotAsErrors", "warning SMTP004")]
    [InlineData("NotHandedOver", "")]
    [InlineData("EditorConfig", "error SMTP004")]
    [InlineData("GlobalConfig", "")]
    [InlineData("GlobalConfigNone", "")]
    [InlineData("GlobalConfigOnAll", "error SMTP004")]
    [InlineData("Suppressed", "")]
    [InlineData("ExcludedHost", "")]
    [InlineData("ForDevelopment", "")]
    [InlineData("Linked", "error SMTP004")]
    [InlineData("ListedTwice", "error SMTP004")]
    [InlineData("Green", "")]
    [InlineData("LinkedByCode", "error SMTP004")]
    public void Gate_OnASettingsFile_FailsUnlessTheProjectSaysOtherwise(string project, string said) =>
        Assert.Equal(said, string.Join(", ", built.SaidOf(project)));

    [Theory]
    [InlineData("Red", "net10.0")]
    [InlineData("TwoFrameworks", "net8.0")]
    [InlineData("TwoFrameworks", "net10.0")]
    [InlineData("Linked", "net10.0")]
    [InlineData("ListedTwice", "net10.0")]
    public void Gate_OnASettingsFile_ReportsItOnceAFramework(string project, string framework) =>
        Assert.Single(built.Solution.Log(project, framework).Results, result => result.Id == "SMTP004");

    [Fact]
    public void Gate_LoweredToASuggestion_LeavesANote() =>
        Assert.Contains(built.Solution.Log("GlobalConfig").Results, result => result is { Id: "SMTP004", Level: "note" });
}
