using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Fuzz;

/// <summary>
/// Broken code: no exception, an end in time, and fixes that apply and leave the code as well formed as it was. The seed gives the mutants;
/// <c>tests/fuzz</c> runs more of them, with another seed, or over a folder.
/// </summary>
public class FuzzTests
{
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    private static readonly ImmutableArray<CodeFixProvider> s_fixers = [.. typeof(RelayPortFix).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
        .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    private static int Seed => Number("FUZZ_SEED", 2026);

    private static int Count => Number("FUZZ_COUNT", 400);

    private static string? Folder => Environment.GetEnvironmentVariable("FUZZ_FOLDER") is { Length: > 0 } folder ? folder : null;

    [Fact]
    public async Task Mutants_AreAnalysedAndFixed()
    {
        var sources = Folder is { } folder ? FuzzSources.OfFolder(folder) : FuzzSources.OfTests();
        Assert.True(Folder is not null || sources.Count > 300, $"{sources.Count} sources");
        var random = new Random(Seed);
        var (findings, fixes) = (0, 0);
        for (var i = 0; i < Count; i++)
        {
            var mutant = Mutations.Mutate(sources[random.Next(sources.Count)], random);
            try
            {
                var found = await Task.Run(() => Findings.OfBrokenAsync(mutant)).WaitAsync(s_limit);
                findings += found.Length;
                fixes += await FixAsync(mutant, found).WaitAsync(s_limit);
            }
            catch (Exception exception)
            {
                Assert.Fail($"seed {Seed}, mutant {i}: {exception}\n\n{mutant}");
            }
        }

        // Mutants that are all noise would prove nothing.
        Assert.True(Folder is not null || Count < 400 || (findings > Count / 10 && fixes > Count / 10), $"{findings} findings, {fixes} fixes");
    }

    private static async Task<int> FixAsync(string source, ImmutableArray<Diagnostic> found)
    {
        if (found.IsEmpty)
            return 0;

        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Test",
            "Test",
            LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12),
            metadataReferences: TestReferences.Net8Web));
        var document = workspace.AddDocument(project.Id, "0.cs", SourceText.From(source));
        var tree = (await document.GetSyntaxTreeAsync())!;
        var errors = Errors(tree);
        var applied = 0;
        foreach (var diagnostic in found)
        {
            var here = Diagnostic.Create(diagnostic.Descriptor, Location.Create(tree, diagnostic.Location.SourceSpan), diagnostic.Properties);
            foreach (var action in await ActionsAsync(document, here))
            {
                var changed = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single().ChangedSolution;
                var text = (await changed.GetDocument(document.Id)!.GetTextAsync()).ToString();
                var after = Errors(CSharpSyntaxTree.ParseText(text, (CSharpParseOptions)tree.Options));
                Assert.True(after <= errors, $"{action.Title}: {after} syntax errors instead of {errors}\n{text}");
                applied++;
            }
        }

        return applied;
    }

    private static async Task<List<CodeAction>> ActionsAsync(Document document, Diagnostic diagnostic)
    {
        var actions = new List<CodeAction>();
        foreach (var fixer in s_fixers.Where(fixer => fixer.FixableDiagnosticIds.Contains(diagnostic.Id)))
            await fixer.RegisterCodeFixesAsync(new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), default));
        return actions;
    }

    private static int Errors(SyntaxTree tree) => tree.GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
