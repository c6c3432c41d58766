using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SmtpPortAnalyzer.PackageTests;
using Xunit;

namespace SmtpPortAnalyzer.IdeTests;

/// <summary>The fixes of the package through an editor's code-fix service and its Fix All.</summary>
public sealed class CodeFixServiceTests(PackedPackage package) : IClassFixture<PackedPackage>, IDisposable
{
    private const string Settings = "{\n  \"A\": 1\n}\n";
    private const string FixedSettings = "{\n  \"A\": 1,\n  \"Smtp\": {\n    \"Host\": \"mail.contoso.com\",\n    \"Port\": 587\n  }\n}\n";

    private static string Source(string name, string site = "using var client = new SmtpClient(\"mail.contoso.com\", 25);",
        string parameter = "IConfiguration configuration") => $$"""
        using System.Net.Mail;
        using Microsoft.Extensions.Configuration;

        public class {{name}}({{parameter}})
        {
            public void Send(MailMessage message)
            {
                {{site}}
                client.Send(message);
            }
        }
        """;

    private readonly Editor _editor = Open(package);

    public void Dispose() => _editor.Dispose();

    private static Editor Open(PackedPackage package)
    {
        package.Unpack();
        return new Editor(package.Unpacked);
    }

    [Fact]
    public async Task LightBulb_OffersTheFixesInOrder_AndNothingElsewhere()
    {
        var project = _editor.Open("App", ("Mailer.cs", Source("Mailer")));

        var offers = await _editor.OffersAsync(project.Documents.Single(), "25");

        Assert.Equal(
            [
                "Use the relay in the configuration section 'Smtp' (port 587, STARTTLS, login)",
                "Use the relay in the environment variables 'Smtp__*' (port 587, STARTTLS, login)",
                "Use port 587 and STARTTLS only, without a login",
            ],
            offers.Select(o => o.Action.Title));
        Assert.Empty(await _editor.OffersAsync(project.Documents.Single(), "client.Send"));
    }

    [Fact]
    public async Task OneFix_ChangesTheCodeAndTheSettingsFile()
    {
        var project = _editor.Open("App", ("Mailer.cs", Source("Mailer")), ("appsettings.json", Settings));

        await _editor.ApplyAsync((await _editor.OffersAsync(project.Documents.Single(), "25"))[0]);

        Assert.Empty(await _editor.ProblemsAsync(project.Id));
        Assert.Equal(FixedSettings, await Editor.TextAsync(_editor.Solution.GetProject(project.Id)!.AdditionalDocuments.Single()));
    }

    [Theory]
    [InlineData(FixAllScope.Document, 1)]
    [InlineData(FixAllScope.Project, 2)]
    [InlineData(FixAllScope.Solution, 3)]
    public async Task FixAll_ChangesItsScope_AndTheSettingsFiles(FixAllScope scope, int fixedFiles)
    {
        var app = _editor.Open("App", ("Mailer.cs", Source("Mailer")), ("Other.cs", Source("Other")), ("appsettings.json", Settings));
        var worker = _editor.Open("Worker", ("Mailer.cs", Source("Mailer")), ("appsettings.json", Settings));

        await _editor.ApplyAllAsync((await _editor.OffersAsync(app.Documents.First(), "25"))[0], scope);

        var texts = new List<string>();
        foreach (var document in _editor.Solution.Projects.SelectMany(p => p.Documents))
            texts.Add(await Editor.TextAsync(document));
        Assert.Equal(fixedFiles, texts.Count(t => t.Contains("configuration.GetValue(\"Smtp:Port\", 587)", StringComparison.Ordinal)));
        Assert.Equal(FixedSettings, await Editor.TextAsync(_editor.Solution.GetProject(app.Id)!.AdditionalDocuments.Single()));
        Assert.Equal(
            scope == FixAllScope.Solution ? FixedSettings : Settings,
            await Editor.TextAsync(_editor.Solution.GetProject(worker.Id)!.AdditionalDocuments.Single()));
    }

    [Fact]
    public async Task FixAll_EqualsOneByOne()
    {
        // An editor's Fix All takes the findings of one ID.
        (string, string)[] files = [("A.cs", Source("A")),
            ("B.cs", Source("B", "using var client = new SmtpClient(\"mail.contoso.com\", 25) { EnableSsl = false };")),
            ("appsettings.json", Settings)];
        var all = _editor.Open("All", files);
        var single = _editor.Open("Single", files);

        await _editor.ApplyAllAsync((await _editor.OffersAsync(all.Documents.First(), "25"))[0], FixAllScope.Project);
        await _editor.ApplyAsync((await _editor.OffersAsync(single.Documents.First(), "25"))[0]);
        await _editor.ApplyAsync((await _editor.OffersAsync(_editor.Solution.GetProject(single.Id)!.Documents.Last(), "25"))[0]);

        foreach (var (one, other) in Documents(all).Zip(Documents(single)))
            Assert.Equal(await Editor.TextAsync(other), await Editor.TextAsync(one));
        Assert.Empty(await _editor.ProblemsAsync(all.Id));

        IEnumerable<TextDocument> Documents(Project project) =>
            _editor.Solution.GetProject(project.Id)!.Documents.Concat(_editor.Solution.GetProject(project.Id)!.AdditionalDocuments);
    }

    [Fact]
    public async Task Default_AndItsConnection_InTwoFiles()
    {
        var project = _editor.Open(
            "App",
            ("Settings.cs",
                "public class SmtpSettings\n{\n    public string Host { get; set; } = \"\";\n    public int Port { get; set; } = 25;\n   " +
                " public string UserName { get; set; } = \"\";\n    public string Password { get; set; } = \"\";\n}\n"),
            ("Mailer.cs", Source("Mailer", "using var client = new SmtpClient(settings.Host, settings.Port);", "SmtpSettings settings")));

        await _editor.ApplyAsync((await _editor.OffersAsync(project.Documents.First(), "25"))[0]);

        Assert.Empty(await _editor.ProblemsAsync(project.Id));
        Assert.Contains("NetworkCredential(settings.UserName, settings.Password)",
            await Editor.TextAsync(_editor.Solution.GetProject(project.Id)!.Documents.Last()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SettingsFile_HasAFixOfItsOwn()
    {
        var project = _editor.Open(
            "App",
            ("Mailer.cs",
                Source("Mailer",
                    "using var client = new SmtpClient(configuration[\"Smtp:Host\"], configuration.GetValue<int>(\"Smtp:Port\")) { " +
                    "EnableSsl = true };")),
            ("appsettings.json", "{ \"Smtp\": { \"Host\": \"mail.contoso.com\", \"Port\": 25 } } // mail"));

        await _editor.ApplyAsync((await _editor.OffersAsync(project.AdditionalDocuments.Single(), "25")).Single());

        Assert.Equal(
            "{ \"Smtp\": { \"Host\": \"mail.contoso.com\", \"Port\": 587 } } // mail",
            await Editor.TextAsync(_editor.Solution.GetProject(project.Id)!.AdditionalDocuments.Single()));
    }
}
