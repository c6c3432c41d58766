using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.FixAll;
using SmtpPortAnalyzer.CodeFixes.Pipeline;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fixes.Relays;

/// <summary>
/// Several rules find fault with the same client: whichever is fixed first, in the end all is right, and each change is made once.
/// </summary>
public class BatchFixTests
{
    private const string Source = """
        using System.Net;
        using System.Net.Mail;

        class Mailer
        {
            void Bare(MailMessage message)
            {
                using var client = new SmtpClient("smtp.contoso.com", 587);
                client.Send(message);
            }

            void WithPassword(MailMessage message)
            {
                var client = new SmtpClient("smtp.contoso.com", 587);
                client.EnableSsl = false; // for now
                client.Credentials = new NetworkCredential("shop", "Xk3!v9qT");
                client.Send(message);
            }

            void ByPort465(MailMessage message)
            {
                var client = new SmtpClient("smtp.contoso.com", 465) { Credentials = new NetworkCredential("shop", "Xk3!v9qT") };
                client.Send(message);
            }

            void ByPort25(MailMessage message)
            {
                var client = new SmtpClient("smtp.contoso.com", 25) { Credentials = new NetworkCredential("shop", "Xk3!v9qT") };
                client.Send(message);
            }

            void InPlainText(MimeKit.MimeMessage message)
            {
                using var client = new MailKit.Net.Smtp.SmtpClient();
                client.Connect("smtp.contoso.com", 587, MailKit.Security.SecureSocketOptions.None);
                client.Send(message);
            }

            void InPlainText(MimeKit.MimeMessage message, string user)
            {
                using var client = new MailKit.Net.Smtp.SmtpClient();
                client.Connect("smtp.contoso.com", 465, false);
                client.Authenticate(user, "Xk3!v9qT");
                client.Send(message);
            }
        }
        """;

    public static TheoryData<string[]> Orders =>
    [
        ["SMTP001", "SMTP005", "SMTP006", "SMTP007"], ["SMTP001", "SMTP007", "SMTP006", "SMTP005"],
        ["SMTP005", "SMTP007", "SMTP001", "SMTP006"],
        ["SMTP006", "SMTP005", "SMTP007", "SMTP001"], ["SMTP006", "SMTP007", "SMTP005", "SMTP001"],
        ["SMTP007", "SMTP005", "SMTP006", "SMTP001"],
    ];

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task RulesOneAfterTheOther_LeaveNothing(string[] order)
    {
        var text = Source;
        foreach (var rule in order)
            text = await FixAllAsync(text, rule);

        Assert.Empty(await Findings.OfAsync(text));
        Assert.DoesNotContain("Xk3!v9qT", text, StringComparison.Ordinal);
        Assert.Equal(4, Count(text, "EnableSsl = true"));
        Assert.Equal(2, Count(text, ".Authenticate("));
        Assert.Contains("// for now", text, StringComparison.Ordinal);
        foreach (var rule in order)
            Assert.Equal(text, await FixAllAsync(text, rule));
    }

    /// <summary>Whichever light bulb of a connection is used first finishes it, and writes it as the others do.</summary>
    [Theory]
    [InlineData("""
        using (SmtpClient client = new SmtpClient("smtp.contoso-mail-relays.example.com"))
        {
            client.Credentials = new NetworkCredential("shop", "Xk3!v9qT");
            client.Port = 25;
            client.EnableSsl = false;
            client.Send(message);
        }
        """)]
    [InlineData("""
        var client = new SmtpClient("smtp.contoso.com", 25);
        client.UseDefaultCredentials = true;
        client.Credentials = new NetworkCredential("shop", "Xk3!v9qT");
        client.Send(message);
        """)]
    [InlineData("""
        var client = new SmtpClient("smtp.contoso-mail-relays.example.com", 25) { Credentials = new NetworkCredential("shop", "Xk3!v9qT") };
        client.Send(message);
        """)]
    [InlineData("""
        string user = "shop";
        string password = "Xk3!v9qT";
        var client = new SmtpClient { Host = "smtp.contoso-mail-relays.example.com", Port = 25 };
        client.Credentials = new NetworkCredential(user, password);
        client.EnableSsl = false;
        client.Send(message);
        """)]
    public async Task PortAndPassword_InAnyOrder_GiveTheSameText(string body)
    {
        var source = $$"""
            using System.Net;
            using System.Net.Mail;

            class Mailer
            {
                void Send(MailMessage message)
                {
                    {{body.ReplaceLineEndings("\n        ")}}
                }
            }
            """;

        var portFirst = await FixAllAsync(await FixAllAsync(source, "SMTP001"), "SMTP007");
        var passwordFirst = await FixAllAsync(await FixAllAsync(source, "SMTP007"), "SMTP001");

        Assert.DoesNotContain("Xk3!v9qT", portFirst, StringComparison.Ordinal);
        Assert.Equal(portFirst, passwordFirst);
    }

    [Fact]
    public void Fix_IsForTheseRules() => Assert.Equal(
        [RuleIds.WrongSecurity, RuleIds.NoLogin, RuleIds.LiteralPassword], new RelaySecurityFix().FixableDiagnosticIds.ToArray());

    [Theory]
    [InlineData(RuleIds.WrongSecurity)]
    [InlineData(RuleIds.NoLogin)]
    [InlineData(RuleIds.LiteralPassword)]
    public void Actions_EachHaveARowInTheDocumentation_AndATitleOfTheirOwn(string rule)
    {
        var page = File.ReadAllText(Path.Combine(TestReferences.RepositoryRoot, "docs", "code-fixes.md"));
        var actions = SecurityActions.ForRule(rule);
        Assert.All(actions, action => Assert.Contains("`" + action.Key + "`", page, StringComparison.Ordinal));
        Assert.Equal(actions.Length, actions.Select(action => action.TitleIn("Smtp")).Distinct().Count());
        Assert.DoesNotContain(actions, action => action.TitleIn("Smtp").Contains('{', StringComparison.Ordinal));
    }

    /// <summary>What the best action makes of each finding of the rule, as <c>dotnet format</c> would.</summary>
    private static async Task<string> FixAllAsync(string text, string rule)
    {
        using var workspace = new AdhocWorkspace();
        var id = ProjectId.CreateNewId();
        var solution = workspace.CurrentSolution
            .AddProject(ProjectInfo.Create(
                id, VersionStamp.Default, "Mailer", "Mailer", LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
                metadataReferences: TestReferences.Net8Web))
            .AddDocument(DocumentId.CreateNewId(id), "Mailer.cs", SourceText.From(text), filePath: "/Mailer.cs");
        var document = solution.Projects.Single().Documents.Single();
        var found = (await Findings.OfAsync((await document.Project.GetCompilationAsync())!)).Where(finding => finding.Id == rule);
        var pending = new PendingFindings(
            found.OrderBy(finding => finding.Location.SourceSpan.Start).Select(finding => (document.Id, FixPlace.Read(finding)!)));
        while (pending.Next() is var (_, place))
        {
            var fix = await FixContext.ReadAsync(document, CancellationToken.None);
            foreach (var action in SecurityActions.OrderedFor(place, fix.Preferences.Settings))
            {
                if (await RelayFix.ChangeAsync(fix, place, action) is not { } change)
                    continue;

                solution = await pending.MoveAsync(document.Project.Solution, change, CancellationToken.None);
                document = solution.GetDocument(document.Id)!;
                break;
            }
        }

        return (await document.GetTextAsync()).ToString();
    }

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
