using System.Collections.Immutable;
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
public class CodeFuzzTests
{
    private static readonly ImmutableArray<CodeFixProvider> s_fixers = [.. typeof(RelayPortFix).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(CodeFixProvider)) && !type.IsAbstract)
        .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!)];

    [Fact]
    public async Task Mutants_AreAnalysedAndFixed()
    {
        var sources = FuzzRun.Folder is { } folder ? FuzzSources.OfFolder(folder) : FuzzSources.OfTests();
        Assert.True(FuzzRun.Folder is not null || sources.Count > 300, $"{sources.Count} sources");
        if (sources.Count == 0)
            return;

        var (findings, fixes) = (0, 0);
        await FuzzRun.EachAsync(
            random => Mutations.Mutate(sources[random.Next(sources.Count)], random),
            async mutant =>
            {
                var found = await Findings.OfBrokenAsync(mutant);
                findings += found.Length;
                fixes += await FixAsync(mutant, found);
            });

        Assert.True(
            !FuzzRun.IsSample || (findings > FuzzRun.Count / 10 && fixes > FuzzRun.Count / 10), $"{findings} findings, {fixes} fixes");
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
            parseOptions: new CSharpParseOptions(LanguageVersion.Latest),
            metadataReferences: TestReferences.Net8Web));
        var document = workspace.AddDocument(project.Id, "0.cs", SourceText.From(source));
        var tree = (await document.GetSyntaxTreeAsync())!;
        var errors = Errors(tree);
        var applied = 0;
        foreach (var diagnostic in found)
        {
            var here = Diagnostic.Create(
                diagnostic.Descriptor, Location.Create(tree, diagnostic.Location.SourceSpan), diagnostic.Properties);
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

    private static int Errors(SyntaxTree tree) =>
        tree.GetDiagnostics().Count(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
}
