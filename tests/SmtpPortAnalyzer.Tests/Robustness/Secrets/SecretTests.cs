using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.CodeFixes;
using SmtpPortAnalyzer.Tests.Fuzz;
using SmtpPortAnalyzer.Tests.Options;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Robustness.Secrets;

/// <summary>
/// A password or a user of the code, of a settings file or of an option is in no message, property, title or exception, and no fix writes
/// it anywhere else. A host may be in a message.
/// </summary>
public class SecretTests
{
    private const string Relay = "namespace Contoso { public class Relay { public void Open(string host, int port) { } } }";

    /// <summary>The project no longer says that it targets Azure.</summary>
    private static readonly (string, string) s_auto = ("build_property.SmtpPortAnalyzerTargetsAzure", "auto");

    private static readonly ImmutableArray<CodeFixProvider> s_fixers = [.. typeof(RelayPortFix).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
        .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    /// <summary>The places below have secrets beside findings of every rule; where they had none, this would prove nothing.</summary>
    [Fact]
    public async Task Programs_FindEachRule()
    {
        var found = new HashSet<string>();
        foreach (var source in SecretPrograms.Sources)
            found.UnionWith(Ids(await FindingsAsync(source, [])));
        foreach (var (name, text) in SecretPrograms.Files)
            found.UnionWith(Ids(await FindingsAsync("class C { }", [new FuzzFile("/" + name, text)], references: ReferencesFor(name))));
        found.UnionWith(Ids(await FindingsAsync(SecretPrograms.Sources.First(), [], s_auto)));
        found.UnionWith(Ids(await FindingsAsync("class C { }", [], SecretPrograms.Options.First())));

        Assert.Equal(
            RuleDescriptors.All.Select(rule => rule.Id).Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Code_KeepsItsSecrets_WhereverItEnds()
    {
        foreach (var source in SecretPrograms.Sources)
        {
            AssertSilent(source, await FindingsAsync(source, []));
            AssertSilent(source, await FindingsAsync(source, [], s_auto));
            for (var length = source.Length - 200; length < source.Length; length += 37)
                AssertSilent(source[..length], await FindingsAsync(source[..length], []));
        }
    }

    [Fact]
    public async Task SettingsFiles_KeepTheirSecrets_WhereverTheyEnd()
    {
        foreach (var (name, text) in SecretPrograms.Files)
        {
            for (var length = text.Length; length > text.Length / 2; length -= 13)
            {
                var file = new FuzzFile("/" + name, text[..length]);
                AssertSilent(file.ToString(), await FindingsAsync("class C { }", [file], references: ReferencesFor(name)));
            }
        }
    }

    /// <summary>A file that the code reads is asked for more than one that only its names speak for.</summary>
    [Fact]
    public async Task SettingsFilesThatTheCodeReads_KeepTheirSecrets()
    {
        const string reader = """
            using System.Net;
            using System.Net.Mail;
            using Microsoft.Extensions.Configuration;
            class Reader(IConfiguration configuration)
            {
                public void Send(MailMessage message)
                {
                    foreach (var section in new[] { "Smtp", "Mail" })
                    {
                        var from = configuration.GetSection(section);
                        var client = new SmtpClient(from["Server"], from.GetValue("Port", 25));
                        client.Credentials = new NetworkCredential(from["UserName"], from["Password"]);
                        client.Send(message);
                    }
                    new SmtpClient(configuration["Mail:Server"], int.Parse(configuration["Mail:Port"] ?? "25")).Send(message);
                }
            }
            """;
        foreach (var (name, text) in SecretPrograms.Files.Where(file => file.Name.EndsWith(".json", StringComparison.Ordinal)))
        {
            var files = ImmutableArray.Create<AdditionalText>(new FuzzFile("/" + name, text));
            var found = await FindingsAsync(reader, files);
            AssertSilent(text, found);
            await AssertFixesKeepAsync(reader, files, found);
        }
    }

    [Fact]
    public async Task OwnApisAndOptions_KeepTheirSecrets()
    {
        foreach (var row in SecretPrograms.Rows)
        {
            var found = await FindingsAsync(Relay, [new FuzzFile("/SmtpPortAnalyzer.Apis.txt", "# ours\n" + row + "\n")]);
            Assert.Equal(["SMTP900"], found.Select(diagnostic => diagnostic.Id));
            AssertSilent(row, found);
        }

        foreach (var option in SecretPrograms.Options)
            AssertSilent(option.ToString(), await FindingsAsync(SecretPrograms.Sources.First(), [], option));
    }

    [Fact]
    public async Task Fixes_NeitherNameNorCopyASecret()
    {
        var actions = 0;
        foreach (var source in SecretPrograms.Sources)
            actions += await AssertFixesKeepAsync(source, [], await FindingsAsync(source, []));
        Assert.True(actions > 50, $"{actions} actions");

        actions = 0;
        foreach (var (name, text) in SecretPrograms.Files)
        {
            var files = ImmutableArray.Create<AdditionalText>(new FuzzFile("/" + name, text));
            actions += await AssertFixesKeepAsync(
                "class C { }", files, await FindingsAsync("class C { }", files, references: ReferencesFor(name)));
        }

        Assert.True(actions > 10, $"{actions} actions");
    }

    private static HashSet<string> Ids(ImmutableArray<Diagnostic> found) => [.. found.Select(diagnostic => diagnostic.Id)];

    /// <summary>A <c>web.config</c> is one of .NET Framework.</summary>
    private static ImmutableArray<MetadataReference> ReferencesFor(string file) =>
        file.EndsWith(".config", StringComparison.Ordinal) ? TestReferences.Net472 : TestReferences.Net8Web;

    /// <summary>All that a host may print of a finding.</summary>
    private static void AssertSilent(string source, IEnumerable<Diagnostic> found)
    {
        foreach (var diagnostic in found)
        {
            AssertHasNoSecret(source, diagnostic.GetMessage(CultureInfo.InvariantCulture));
            AssertHasNoSecret(source, diagnostic.ToString());
            AssertHasNoSecret(source, string.Join('\n', diagnostic.Properties.Select(property => property.Key + "=" + property.Value)));
            AssertHasNoSecret(source, string.Join('\n', diagnostic.AdditionalLocations));
        }
    }

    private static void AssertHasNoSecret(string source, string said)
    {
        Assert.False(
            said.Contains(SecretPrograms.Password, StringComparison.OrdinalIgnoreCase)
                || said.Contains(SecretPrograms.User, StringComparison.OrdinalIgnoreCase),
            said + "\n\nis said of\n\n" + source);
    }

    private static async Task<ImmutableArray<Diagnostic>> FindingsAsync(
        string source, ImmutableArray<AdditionalText> files, (string Key, string Value)? option = null,
        ImmutableArray<MetadataReference> references = default)
    {
        var values = new Dictionary<string, string> { ["build_property.SmtpPortAnalyzerTargetsAzure"] = "true" };
        if (option is var (key, value))
            values[key] = value;
        var thrown = new List<Exception>();
        var compilation = Findings.Compile(source);
        if (!references.IsDefault)
            compilation = compilation.WithReferences(references);
        var found = await new CompilationWithAnalyzers(compilation, [new SmtpAnalyzer(), new OptionsAnalyzer()],
            new CompilationWithAnalyzersOptions(
                new AnalyzerOptions(
                    files, new DictionaryOptionsProvider(new([.. values.Select(pair => (pair.Key, pair.Value))]))),
                onAnalyzerException: (exception, _, _) => thrown.Add(exception),
                concurrentAnalysis: false,
                logAnalyzerExecutionTime: false)).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(thrown);
        return found;
    }

    /// <summary>
    /// Asks for each action of each finding. Its title is silent, and a secret is no more often in the files than before.
    /// </summary>
    private static async Task<int> AssertFixesKeepAsync(
        string source, ImmutableArray<AdditionalText> files, ImmutableArray<Diagnostic> found)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(), VersionStamp.Default, "Test", "Test", LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: TestReferences.Net8Web));
        var document = project.AddDocument("0.cs", SourceText.From(source), filePath: "/0.cs");
        foreach (var file in files)
            document = document.Project.AddAdditionalDocument(Path.GetFileName(file.Path), file.GetText()!, filePath: file.Path)
                .Project.GetDocument(document.Id)!;
        var tree = (await document.GetSyntaxTreeAsync())!;
        var before = await CountAsync(document.Project.Solution);
        var applied = 0;
        foreach (var diagnostic in found)
        {
            var here = diagnostic.Location.IsInSource
                ? Diagnostic.Create(
                    diagnostic.Descriptor, Location.Create(tree, diagnostic.Location.SourceSpan), diagnostic.Properties)
                : diagnostic;
            foreach (var action in await ActionsAsync(document, here))
            {
                AssertHasNoSecret(source, action.Title + "\n" + action.EquivalenceKey);
                var changed = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
                var after = await CountAsync(changed);
                Assert.True(
                    after.Password <= before.Password && after.User <= before.User,
                    $"{action.Title} wrote a secret:\n" + await TextAsync(changed));
                applied++;
            }
        }

        return applied;
    }

    private static async Task<List<CodeAction>> ActionsAsync(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        foreach (var fixer in s_fixers.Where(fixer => fixer.FixableDiagnosticIds.Contains(diagnostic.Id)))
        {
            var path = diagnostic.Location.GetLineSpan().Path;
            TextDocument place = diagnostic.Location.IsInSource
                ? document
                : document.Project.AdditionalDocuments.Single(file => file.FilePath == path);
            await fixer.RegisterCodeFixesAsync(place is Document code
                ? new CodeFixContext(code, diagnostic, (action, _) => actions.Add(action), default)
                : new CodeFixContext(place, diagnostic, (action, _) => actions.Add(action), default));
        }

        return actions;
    }

    private static async Task<(int Password, int User)> CountAsync(Solution solution)
    {
        var text = await TextAsync(solution);
        return (text.Split(SecretPrograms.Password).Length, text.Split(SecretPrograms.User).Length);
    }

    private static async Task<string> TextAsync(Solution solution)
    {
        var project = solution.Projects.Single();
        var texts = new List<string>();
        foreach (var document in project.Documents.Cast<TextDocument>().Concat(project.AdditionalDocuments))
            texts.Add((await document.GetTextAsync()).ToString());
        return string.Join("\n----\n", texts);
    }
}
