using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.FixAll;
using SmtpPortAnalyzer.CodeFixes.Pipeline;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes;

/// <summary>A file of a multi-target project is one text: each of the projects has to ask for the same edit.</summary>
public class TargetFrameworkTests
{
    private const string Source = """
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            SmtpClient Create()
            {
                return new SmtpClient("mail.contoso.com", 25);
            }
        }
        """;

    [Fact]
    public async Task EachTarget_GivesTheEditThatTheOldestLanguageAllows()
    {
        using var workspace = new AdhocWorkspace();
        var solution = workspace.CurrentSolution;
        solution = AddProject(solution, "net472", LanguageVersion.CSharp6, TestReferences.Net472);
        solution = AddProject(solution, "net8.0", LanguageVersion.CSharp12, TestReferences.Net8Web);

        var texts = new List<string>();
        foreach (var document in solution.Projects.SelectMany(p => p.Documents))
        {
            var place = new FixPlace(
                "System.Net.Mail", SpanOf("25"), SpanOf("new SmtpClient(\"mail.contoso.com\", 25)"), []);
            var action = RelayAction.All.Single(a => a.Key == RelayFixTest.Environment);
            var fix = await FixContext.ReadAsync(document, CancellationToken.None);
            var change = await RelayFix.ChangeAsync(fix, place, action);
            Assert.NotNull(change);
            texts.Add((await change.Document.GetTextAsync()).ToString());
        }

        Assert.Equal(2, texts.Count);
        Assert.Equal(texts[0], texts[1]);
        Assert.DoesNotContain("throw", texts[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task FindingsOfOneFile_MoveOnceWithEachChange_HoweverManyTargetsCompileIt()
    {
        const string site = "new SmtpClient(\"mail.contoso.com\", 25)";
        var text = Source.Replace(
            "    SmtpClient Create()", "    SmtpClient First() => " + site + ";\n\n    SmtpClient Create()", StringComparison.Ordinal);
        var (first, second) = (text.IndexOf(site, StringComparison.Ordinal), text.LastIndexOf(site, StringComparison.Ordinal));
        using var workspace = new AdhocWorkspace();
        var solution = AddProject(workspace.CurrentSolution, "net472", LanguageVersion.CSharp6, TestReferences.Net472, text);
        solution = AddProject(solution, "net8.0", LanguageVersion.CSharp12, TestReferences.Net8Web, text);
        var document = solution.Projects.First().Documents.Single();
        var pending = new PendingFindings([(document.Id, PlaceAt(first)), (document.Id, PlaceAt(second))]);

        var place = pending.Next()!.Value.Place;
        var fix = await FixContext.ReadAsync(document, CancellationToken.None);
        var change = await RelayFix.ChangeAsync(fix, place, RelayAction.All.Single(a => a.Key == RelayFixTest.Environment));
        var after = await pending.MoveAsync(solution, change!, CancellationToken.None);

        var moved = pending.Next()!.Value.Place;
        foreach (var changed in after.Projects.SelectMany(p => p.Documents))
        {
            var result = await changed.GetTextAsync();
            Assert.Equal("25", result.ToString(moved.Span));
            Assert.Equal(site, result.ToString(moved.Site!.Value));
        }

        FixPlace PlaceAt(int start) =>
            new("System.Net.Mail", new TextSpan(start + site.Length - 3, 2), new TextSpan(start, site.Length), []);
    }

    /// <summary>The settings are one file of two programs: its default takes the connections of both along, whoever is asked.</summary>
    [Fact]
    public async Task SettingsOfTwoPrograms_TakeTheConnectionsOfBothAlong()
    {
        const string settings = "public class Mail { public string Host = \"\"; public int Port = 25; public bool UseSsl; }";
        string Sender(string type) => $$"""
            using System.Net;
            using System.Net.Mail;

            class {{type}}
            {
                void Send(Mail mail, ICredentialsByHost login, MailMessage message)
                {
                    using (var client = new SmtpClient(mail.Host, mail.Port) { EnableSsl = mail.UseSsl, Credentials = login })
                        client.Send(message);
                }
            }
            """;
        const string kit = """
            class Kit
            {
                void Send(Mail mail, System.Net.ICredentials login)
                {
                    using (var client = new MailKit.Net.Smtp.SmtpClient())
                    {
                        client.Connect(mail.Host, mail.Port, mail.UseSsl);
                        client.Authenticate(login);
                    }
                }
            }
            """;
        using var workspace = new AdhocWorkspace();
        var solution = AddProject(workspace.CurrentSolution, "One", LanguageVersion.CSharp12, TestReferences.Net8Web, settings);
        solution = AddProject(solution, "Two", LanguageVersion.CSharp12, TestReferences.Net8Web, settings);
        solution = AddFile(solution, 0, "One.cs", Sender("One"));
        solution = AddFile(solution, 1, "Two.cs", Sender("Two"));
        solution = AddFile(solution, 1, "Kit.cs", kit);

        var texts = new List<string>();
        foreach (var project in solution.Projects)
        {
            var document = project.Documents.Single(d => d.Name == "Mailer.cs");
            var port = new TextSpan(settings.IndexOf("25", StringComparison.Ordinal), 2);
            var fix = await FixContext.ReadAsync(document, CancellationToken.None);
            var change = await RelayFix.ChangeAsync(
                fix, new FixPlace("System.Net.Mail", port, null, []), RelayAction.All.Single(a => a.Key == RelayFixTest.Defaults));
            Assert.NotNull(change);
            var after = change.Document.Project.Solution.Projects.SelectMany(p => p.Documents).ToList();
            texts.Add(string.Concat(await Task.WhenAll(after.Select(async d => d.Name + (await d.GetTextAsync()).ToString()))));
        }

        Assert.Equal(texts[0], texts[1]);
        Assert.Contains("Port = 587; public bool UseSsl;", texts[0], StringComparison.Ordinal);
        Assert.DoesNotContain("mail.UseSsl,", texts[0], StringComparison.Ordinal);
        Assert.Contains(
            "mail.UseSsl ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls", texts[0], StringComparison.Ordinal);
    }

    private static Solution AddFile(Solution solution, int project, string name, string source) => solution.AddDocument(
        DocumentId.CreateNewId(solution.ProjectIds[project]), name, SourceText.From(source), filePath: "/" + name);

    private static Solution AddProject(
        Solution solution, string target, LanguageVersion language, ImmutableArray<MetadataReference> references, string source = Source)
    {
        var id = ProjectId.CreateNewId();
        return solution
            .AddProject(ProjectInfo.Create(
                id, VersionStamp.Default, "Mailer(" + target + ")", "Mailer", LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
                parseOptions: new CSharpParseOptions(language),
                metadataReferences: references))
            .AddDocument(DocumentId.CreateNewId(id), "Mailer.cs", SourceText.From(source), filePath: "/Mailer.cs");
    }

    private static TextSpan SpanOf(string text) => new(Source.IndexOf(text, StringComparison.Ordinal), text.Length);
}
