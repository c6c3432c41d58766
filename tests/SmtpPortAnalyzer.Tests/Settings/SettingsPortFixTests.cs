using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Tests.Guards;
using SmtpPortAnalyzer.Tests.Options;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Settings;

/// <summary>
/// The fix in the file. The test library does not know of fixes in additional files, so a workspace is asked, as an editor does it.
/// </summary>
public class SettingsPortFixTests
{
    /// <summary>A library's switch and the file's own may be one value.</summary>
    [Fact]
    public void Value_ThatTwoWriteOver_IsWrittenOnce()
    {
        var (value, place) = (new TextSpan(5, 5), new TextSpan(20, 0));

        Assert.Equal(
            [new TextChange(value, "True"), new TextChange(place, "a b")],
            SettingsEdit.Together([new(place, "a"), new(value, "True"), new(place, " b"), new(value, "true")]));
    }

    [Theory]
    [InlineData("{\r\n\t\"SmtpPort\" : 25, // 25\r\n}", "{\r\n\t\"SmtpPort\" : 587, // 25\r\n}")]
    [InlineData("{ \"Smtp\": { \"Port\": \"25\" } }", "{ \"Smtp\": { \"Port\": \"587\" } }")]
    [InlineData(
        "{ \"Smtp\": { \"Port\": 25, \"EnableSsl\": false, \"UseSsl\": \"False\" }, \"Ftp\": { \"EnableSsl\": false } }",
        "{ \"Smtp\": { \"Port\": 587, \"EnableSsl\": true, \"UseSsl\": \"True\" }, \"Ftp\": { \"EnableSsl\": false } }")]
    [InlineData(
        "{ \"SmtpPort\": 25, \"SmtpEnableSsl\": false, \"FtpEnableSsl\": false }",
        "{ \"SmtpPort\": 587, \"SmtpEnableSsl\": true, \"FtpEnableSsl\": false }")]
    [InlineData(
        "{ \"Email\": { \"SmtpPort\": 25, \"EnableSsl\": false, \"FtpUseSsl\": false } }",
        "{ \"Email\": { \"SmtpPort\": 587, \"EnableSsl\": true, \"FtpUseSsl\": false } }")]
    [InlineData(
        "{ \"Email\": { \"SmtpPort\": 25, \"ImapPort\": 143, \"EnableSsl\": false } }",
        "{ \"Email\": { \"SmtpPort\": 587, \"ImapPort\": 143, \"EnableSsl\": false } }")]
    [InlineData(
        "{ \"Email\": { \"SmtpPort\": 25, \"ImapServer\": \"imap.contoso.com\", \"EnableSsl\": false } }",
        "{ \"Email\": { \"SmtpPort\": 587, \"ImapServer\": \"imap.contoso.com\", \"EnableSsl\": false } }")]
    [InlineData("{ \"Smtp\": { \"Port\": \" 25 \" } }", "{ \"Smtp\": { \"Port\": \" 587 \" } }")]
    [InlineData("{ \"Smtp\": { \"Port\": \"\\u0032\\u0035\" } }", "{ \"Smtp\": { \"Port\": \"587\" } }")]
    public Task NumberInJson_IsReplacedInPlace(string before, string after) => FixesAsync("appsettings.json", before, after);

    [Theory]
    [InlineData("<smtp><network  port = '25'/></smtp>", "<smtp><network  port = '587' enableSsl=\"true\"/></smtp>")]
    [InlineData("<smtp><network port=\"&#50;5\"/></smtp>", "<smtp><network port=\"587\" enableSsl=\"true\"/></smtp>")]
    [InlineData("<smtp><network host=\"h.example\"/></smtp>", "<smtp><network port=\"587\" enableSsl=\"true\" host=\"h.example\"/></smtp>")]
    [InlineData(
        "<smtp><network port=\"25\" enableSsl=\"false\" defaultCredentials=\"true\"/></smtp>",
        "<smtp><network port=\"587\" enableSsl=\"true\" defaultCredentials=\"false\"/></smtp>")]
    [InlineData("<smtp>\r\n<network\r\n/></smtp>", "<smtp>\r\n<network port=\"587\" enableSsl=\"true\"\r\n/></smtp>")]
    [InlineData(
        "<nlog><targets><target type=\"Mail\" smtpServer=\"h.example\"/></targets></nlog>",
        "<nlog><targets><target smtpPort=\"587\" enableSsl=\"true\" smtpAuthentication=\"Basic\" "
        + "smtpUserName=\"${environment:Smtp__UserName}\" smtpPassword=\"${environment:Smtp__Password}\" "
        + "type=\"Mail\" smtpServer=\"h.example\"/></targets></nlog>")]
    [InlineData(
        "<nlog><targets><target type=\"Mail\"\r\n  smtpServer=\"h.example\"\r\n  smtpPort=\"25\"\r\n  "
        + "to=\"a@h.example\"/></targets></nlog>",
        "<nlog><targets><target type=\"Mail\"\r\n  smtpServer=\"h.example\"\r\n  smtpPort=\"587\"\r\n  "
        + "enableSsl=\"true\"\r\n  smtpAuthentication=\"Basic\"\r\n  smtpUserName=\"${environment:Smtp__UserName}\"\r\n  "
        + "smtpPassword=\"${environment:Smtp__Password}\"\r\n  to=\"a@h.example\"/></targets></nlog>")]
    [InlineData(
        "<nlog><extensions><add assembly=\"NLog.MailKit\"/></extensions><targets><target type=\"Mail\" smtpServer=\"h.example\" "
        + "smtpPort=\"25\" enableSsl=\"true\" smtpAuthentication=\"Ntlm\"/></targets></nlog>",
        "<nlog><extensions><add assembly=\"NLog.MailKit\"/></extensions><targets><target type=\"Mail\" smtpServer=\"h.example\" "
        + "smtpPort=\"587\" secureSocketOption=\"StartTls\" enableSsl=\"false\" smtpAuthentication=\"Ntlm\"/></targets></nlog>")]
    public Task NumberInXml_IsReplacedOrAddedInPlace(string before, string after) => FixesAsync("web.config", before, after);

    /// <summary>No code connects for a logging library, so that its target gets encryption and a login with the port.</summary>
    [Theory]
    [InlineData(
        "<smtpHost value=\"h.example\"/>",
        "<smtpHost value=\"h.example\"/><port value=\"587\" /><enableSsl value=\"true\" /><authentication value=\"Basic\" />"
        + "<username type=\"log4net.Util.PatternString\" value=\"%env{Smtp__UserName}\" />"
        + "<password type=\"log4net.Util.PatternString\" value=\"%env{Smtp__Password}\" />")]
    [InlineData(
        "\n  <smtpHost value=\"h.example\"></smtpHost>\n  <enableSsl value=\"false\"/>\n  <authentication value=\"Ntlm\"/>",
        "\n  <smtpHost value=\"h.example\"></smtpHost>\n  <port value=\"587\" />\n  <enableSsl value=\"true\"/>\n  <authentication " +
        "value=\"Ntlm\"/>")]
    [InlineData(
        "<param name=\"SmtpHost\" value=\"h.example\"/><param name=\"Port\" value=\"25\"/><param name=\"EnableSsl\" value=\"true\"/>"
        + "<param name=\"Authentication\" value=\"Basic\"/><param name=\"Username\" value=\"u\"/><param name=\"Password\" value=\"%\"/>",
        "<param name=\"SmtpHost\" value=\"h.example\"/><param name=\"Port\" value=\"587\"/><param name=\"EnableSsl\" value=\"true\"/>"
        + "<param name=\"Authentication\" value=\"Basic\"/><param name=\"Username\" value=\"u\"/><param name=\"Password\" value=\"%\"/>")]
    public Task Log4NetAppender_IsEncryptedAndLogsIn(string before, string after) => FixesAsync(
        "log4net.config",
        "<log4net><appender type=\"log4net.Appender.SmtpAppender\">" + before + "</appender></log4net>",
        "<log4net><appender type=\"log4net.Appender.SmtpAppender\">" + after + "</appender></log4net>");

    [Theory]
    [InlineData("\"host\": \"h.example\", \"port\": 25", "\"host\": \"h.example\", \"port\": 587, \"connectionSecurity\": \"StartTls\"")]
    [InlineData(
        "\"host\": \"h.example\", \"port\": 25, \"connectionSecurity\": \"None\"",
        "\"host\": \"h.example\", \"port\": 587, \"connectionSecurity\": \"StartTls\"")]
    [InlineData("\"host\": \"h.example\"", "\"host\": \"h.example\", \"port\": 587, \"connectionSecurity\": \"StartTls\"")]
    [InlineData("\"mailServer\": \"h.example\", \"port\": 25", "\"mailServer\": \"h.example\", \"port\": 587")]
    public Task SerilogSink_IsEncrypted(string before, string after) => FixesAsync(
        "appsettings.json",
        "{ \"Serilog\": { \"WriteTo\": [ { \"Name\": \"Email\", \"Args\": { " + before + " } } ] } }",
        "{ \"Serilog\": { \"WriteTo\": [ { \"Name\": \"Email\", \"Args\": { " + after + " } } ] } }");

    [Fact]
    public async Task FileThatChangedMeanwhile_HasNoFix()
    {
        var finding = Assert.Single(await FindingsAsync(Open("appsettings.json", "{ \"SmtpPort\": 25 }")));
        Assert.Empty(await ActionsAsync(Open("appsettings.json", "{ \"SmtpPort\": 26 }"), finding));
        Assert.Empty(await ActionsAsync(Open("appsettings.json", "{ }"), finding));
    }

    [Fact]
    public async Task Encoding_IsKept()
    {
        var encoding = new UnicodeEncoding(bigEndian: true, byteOrderMark: true);
        var project = Open("appsettings.json", SourceText.From("{ \"SmtpPort\": 25 }", encoding));
        var changed = await ChangedAsync(Assert.Single(await ActionsAsync(project, Assert.Single(await FindingsAsync(project)))));
        Assert.Equal(encoding.WebName, (await TextAsync(changed.GetProject(project.Id)!)).Encoding!.WebName);
    }

    [Fact]
    public async Task FixAll_MendsEachFileOfEachFramework()
    {
        const string Before = "{ \"Smtp\": { \"Port\": 25 }, \"Mail\": { \"Port\": \"25\" }, \"Page\": { \"Size\": 25 } }";
        const string After = "{ \"Smtp\": { \"Port\": 587 }, \"Mail\": { \"Port\": \"587\" }, \"Page\": { \"Size\": 25 } }";
        var one = Open("appsettings.json", Before);
        var other = Add(one.Solution, "appsettings.json", SourceText.From(Before));
        var solution = other.Solution;
        var context = new FixAllContext(
            solution.GetProject(one.Id)!.Documents.Single(), new SettingsPortFix(), FixAllScope.Solution, SettingsPortFix.Key, ["SMTP004"],
            new AllFindings(), default);

        var action = await new SettingsPortFix().GetFixAllProvider().GetFixAsync(context);
        var changed = await ChangedAsync(action!);
        Assert.All(changed.Projects, project => Assert.Equal(After, TextAsync(project).Result.ToString()));
    }

    public static TheoryData<string> Pages => ["appsettings.json", "web.config", "nlog.config"];

    /// <summary>What the page shows under "Before" is found, and what it shows under "After" is not.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public async Task SampleOfThePage_IsTrue(string file)
    {
        var part = Repository.Read("docs/rules/SMTP004.md").Split("\n### ")
            .Single(part => part.StartsWith(file + "\n", StringComparison.Ordinal));
        var samples = Regex.Matches(part, "(Before|After):\n\n```(?:json|xml)\n(.*?)\n```", RegexOptions.Singleline);
        Assert.Equal(["Before", "After"], samples.Select(sample => sample.Groups[1].Value));
        Assert.Single(await FindingsAsync(Open(file, samples[0].Groups[2].Value)));
        Assert.Empty(await FindingsAsync(Open(file, samples[1].Groups[2].Value)));
    }

    [Fact]
    public void Fix_IsOfferedInTheFilesThatAreRead()
    {
        var export = typeof(SettingsPortFix).GetCustomAttributes(false).OfType<ExportCodeFixProviderAttribute>().Single();
        Assert.Equal([nameof(TextDocumentKind.AdditionalDocument)], export.DocumentKinds!);
        Assert.Equal([".json", ".config", ".xml"], export.DocumentExtensions!);
    }

    private static async Task FixesAsync(string name, string before, string after)
    {
        var project = Open(name, before);
        var finding = Assert.Single(await FindingsAsync(project));
        var changed = await ChangedAsync(Assert.Single(await ActionsAsync(project, finding)));
        Assert.Equal(after, (await TextAsync(changed.GetProject(project.Id)!)).ToString());
        Assert.Empty(await FindingsAsync(changed.GetProject(project.Id)!));
    }

    private static Project Open(string name, string text) => Open(name, SourceText.From(text));

    private static Project Open(string name, SourceText text) => Add(new AdhocWorkspace().CurrentSolution, name, text);

    private static Project Add(Solution solution, string name, SourceText text)
    {
        var references = name == "web.config" ? TestReferences.Net472 : TestReferences.Net8;
        var project = solution.AddProject("Test", "Test", LanguageNames.CSharp).WithMetadataReferences(references)
            .AddDocument("C.cs", "class C { }").Project;
        return project.AddAdditionalDocument(name, text, filePath: "/" + name).Project;
    }

    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(Project project)
    {
        var options = new AnalyzerOptions(
            project.AnalyzerOptions.AdditionalFiles,
            new DictionaryOptionsProvider(new(("build_property.SmtpPortAnalyzerTargetsAzure", "true"))));
        return await (await project.GetCompilationAsync())!.WithAnalyzers([new SmtpAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
    }

    private static async Task<List<CodeAction>> ActionsAsync(Project project, Diagnostic finding)
    {
        var actions = new List<CodeAction>();
        var context = new CodeFixContext(project.AdditionalDocuments.Single(), finding, (action, _) => actions.Add(action), default);
        await new SettingsPortFix().RegisterCodeFixesAsync(context);
        return actions;
    }

    private static async Task<Solution> ChangedAsync(CodeAction action) =>
        (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;

    private static Task<SourceText> TextAsync(Project project) => project.AdditionalDocuments.Single().GetTextAsync();

    private sealed class AllFindings : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            await FindingsAsync(project);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(Enumerable.Empty<Diagnostic>());

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            GetAllDiagnosticsAsync(project, cancellationToken);
    }

    /// <summary>No code of the program connects: a library does, with an object that the section is bound to.</summary>
    [Theory]
    [InlineData("Mail", "true")]
    [InlineData("Other", "false")]
    public async Task SwitchOfALibrary_IsTurnedOn(string bound, string expected)
    {
        var code = """
            using Microsoft.Extensions.Configuration;
            using NETCore.MailKit.Infrastructure.Internal;

            class Setup
            {
                MailKitOptions Read(IConfiguration configuration) => configuration.GetSection("{0}").Get<MailKitOptions>();
            }
            """.Replace("{0}", bound, StringComparison.Ordinal);
        const string Before = "{ \"Mail\": { \"Server\": \"smtp.contoso.com\", \"Port\": 25, \"Security\": false } }";
        var project = Open("appsettings.json", Before).WithMetadataReferences(TestReferences.Libraries)
            .AddDocument("Setup.cs", code).Project;
        var changed = await ChangedAsync(Assert.Single(await ActionsAsync(project, Assert.Single(await FindingsAsync(project)))));
        Assert.Equal(
            "{ \"Mail\": { \"Server\": \"smtp.contoso.com\", \"Port\": 587, \"Security\": " + expected + " } }",
            (await TextAsync(changed.GetProject(project.Id)!)).ToString());
    }

    /// <summary>A URI has the port and what demands STARTTLS; a text of host and port has the port alone, and the code the rest.</summary>
    [Theory]
    [InlineData("smtp://h.example:25", "smtp://h.example:587/?starttls=always", "client.Connect(new Uri(text));")]
    [InlineData("smtp://h.example:25/?starttls=never&a=1", "smtp://h.example:587/?starttls=always&a=1", "client.Connect(new Uri(text));")]
    [InlineData("smtp://h.example:25/?a=1", "smtp://h.example:587/?a=1&starttls=always", "client.Connect(new Uri(text));")]
    [InlineData("h.example:25", "h.example:587", "client.Connect(text.Split(':')[0], int.Parse(text.Split(':')[1]), {0});")]
    public async Task PortInAText_TakesItsReadersAlong(string before, string after, string connect)
    {
        string Code(string option) => $$"""
            using System;
            using MailKit.Net.Smtp;
            using MailKit.Security;
            using Microsoft.Extensions.Configuration;

            class Mailer(IConfiguration configuration, string password)
            {
                void Send(SmtpClient client)
                {
                    var text = configuration["Smtp:Server"];
                    {{connect.Replace("{0}", option, StringComparison.Ordinal)}}
                    client.Authenticate("user", password);
                }
            }
            """;
        var project = Open("appsettings.json", "{ \"Smtp\": { \"Server\": \"" + before + "\" } }")
            .WithMetadataReferences(TestReferences.Libraries).AddDocument("Mailer.cs", Code("SecureSocketOptions.None")).Project;
        var changed = await ChangedAsync(Assert.Single(await ActionsAsync(project, Assert.Single(await FindingsAsync(project)))));
        Assert.Equal("{ \"Smtp\": { \"Server\": \"" + after + "\" } }", (await TextAsync(changed.GetProject(project.Id)!)).ToString());
        var code = await changed.GetProject(project.Id)!.Documents.Last().GetTextAsync();
        Assert.Equal(Code("SecureSocketOptions.StartTls"), code.ToString());
    }

    /// <summary>In XML, what separates the parts of a query is written as an entity.</summary>
    [Theory]
    [InlineData("{ \"Smtp\": \"smtp://h.example:25/?a=1\" }", "&starttls=always")]
    [InlineData("<configuration><appSettings><add key=\"Smtp\" value=\"smtp://h.example:25/?a=1\" /></appSettings></configuration>",
        "&amp;starttls=always")]
    public void DemandInAUri_IsWrittenAsTheFormatDoes(string text, string expected)
    {
        var root = SettingsText.Read(text[0] == '{' ? "appsettings.json" : "web.config", SourceText.From(text), default)!;
        var setting = PortInText.SettingAround(new TextSpan(text.IndexOf("25", StringComparison.Ordinal), 2), root)!;
        var demand = Assert.Single(PortInText.Demands(setting, new EncryptionMeans(true, []) { IsUri = true }, root.Format!.Editing));
        Assert.Equal(expected, demand.NewText);
    }

    /// <summary>A mail exchanger listens on 25 alone, also where it stands in one text with its port.</summary>
    [Fact]
    public async Task ExchangerInAText_HasNoFix()
    {
        var project = Open("appsettings.json", "{ \"Smtp\": { \"Server\": \"smtp://contoso-com.mail.protection.outlook.com:25\" } }");
        Assert.Empty(await ActionsAsync(project, Assert.Single(await FindingsAsync(project))));
    }

    /// <summary>A file that an editor holds in memory has no path, and so has no other file that is the same.</summary>
    [Fact]
    public async Task FileWithoutPath_IsChangedAlone()
    {
        const string Before = "{ \"SmtpPort\": 25 }";
        var finding = Assert.Single(await FindingsAsync(Open("appsettings.json", Before)));
        var project = new AdhocWorkspace().CurrentSolution.AddProject("Test", "Test", LanguageNames.CSharp)
            .AddAdditionalDocument("other.json", Before).Project.AddAdditionalDocument("appsettings.json", Before).Project;
        var (other, own) = (project.AdditionalDocuments.First(), project.AdditionalDocuments.Last());
        var actions = new List<CodeAction>();
        await new SettingsPortFix().RegisterCodeFixesAsync(new CodeFixContext(own, finding, (action, _) => actions.Add(action), default));

        var changed = await ChangedAsync(Assert.Single(actions));
        Assert.Equal("{ \"SmtpPort\": 587 }", (await changed.GetAdditionalDocument(own.Id)!.GetTextAsync()).ToString());
        Assert.Equal(Before, (await changed.GetAdditionalDocument(other.Id)!.GetTextAsync()).ToString());
    }
}
