using System.Collections;
using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Host.Mef;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.IdeTests;

/// <summary>
/// A workspace with the services of an editor and the packed analyzer. The code-fix service is internal, so it is called through
/// reflection; what it answers is applied as an editor does.
/// </summary>
internal sealed class Editor : IDisposable
{
    private static readonly Assembly s_features = Assembly.Load("Microsoft.CodeAnalysis.Features");
    private static readonly MefHostServices s_host = MefHostServices.Create(
        MefHostServices.DefaultAssemblies.Concat([s_features, Assembly.Load("Microsoft.CodeAnalysis.CSharp.Features")]));

    private static readonly IReadOnlyList<MetadataReference> s_references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path => path.Contains(Path.DirectorySeparatorChar + "shared" + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToList();

    private readonly AdhocWorkspace _workspace = new(s_host);
    private readonly IReadOnlyList<AnalyzerReference> _analyzers;

    public Editor(string unpackedPackage)
    {
        var loader = new Loader();
        _analyzers = Directory.GetFiles(Path.Combine(unpackedPackage, "analyzers", "dotnet", "cs"), "*.dll")
            .Select(dll => (AnalyzerReference)new AnalyzerFileReference(dll, loader)).ToList();
    }

    public Solution Solution => _workspace.CurrentSolution;

    /// <summary>Opens a project; files whose names do not end in <c>.cs</c> are additional files.</summary>
    public Project Open(string name, params (string Name, string Text)[] files)
    {
        var id = ProjectId.CreateNewId();
        var solution = Solution.AddProject(ProjectInfo.Create(
            id, VersionStamp.Default, name, name, LanguageNames.CSharp,
            compilationOptions: new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable),
            parseOptions: new CSharpParseOptions(LanguageVersion.CSharp12),
            metadataReferences: s_references,
            analyzerReferences: _analyzers));
        solution = solution.AddAnalyzerConfigDocument(
            DocumentId.CreateNewId(id), ".globalconfig",
            SourceText.From("is_global = true\nbuild_property.SmtpPortAnalyzerTargetsAzure = true\n"),
            filePath: "/" + name + "/.globalconfig");
        foreach (var (file, text) in files)
        {
            var document = DocumentId.CreateNewId(id);
            var path = "/" + name + "/" + file;
            solution = file.EndsWith(".cs", StringComparison.Ordinal)
                ? solution.AddDocument(document, file, SourceText.From(text), filePath: path)
                : solution.AddAdditionalDocument(document, file, SourceText.From(text), filePath: path);
        }

        Assert(_workspace.TryApplyChanges(solution));
        return Solution.GetProject(id)!;
    }

    /// <summary>What the light bulb offers at the first occurrence of a text.</summary>
    public async Task<IReadOnlyList<Offer>> OffersAsync(TextDocument opened, string at)
    {
        TextDocument document = (TextDocument?)Solution.GetDocument(opened.Id) ?? Solution.GetAdditionalDocument(opened.Id)!;
        var text = await document.GetTextAsync();
        var span = new TextSpan(text.ToString().IndexOf(at, StringComparison.Ordinal), at.Length);
        var service = Export("Microsoft.CodeAnalysis.CodeFixes.ICodeFixService");
        var stream = (IAsyncEnumerable<object>)service.GetType()
            .GetMethod("StreamFixesAsync")!.Invoke(service, [document, span, null, CancellationToken.None])!;
        var offers = new List<Offer>();
        await foreach (var collection in stream)
        {
            if (Get(collection, "Provider") is CodeFixProvider provider
                && provider.GetType().Namespace!.StartsWith("SmtpPortAnalyzer", StringComparison.Ordinal))
            {
                foreach (var fix in (IEnumerable)Get(collection, "Fixes")!)
                    offers.Add(new Offer((CodeAction)Get(fix, "Action")!, Get(collection, "FixAllState")));
            }
        }

        return offers;
    }

    /// <summary>Takes one offer.</summary>
    public async Task ApplyAsync(Offer offer)
    {
        var operations = await offer.Action.GetOperationsAsync(CancellationToken.None);
        Assert(_workspace.TryApplyChanges(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution));
    }

    /// <summary>Takes one offer everywhere in a scope, through the editor's own Fix All.</summary>
    public async Task ApplyAllAsync(Offer offer, FixAllScope scope)
    {
        var state = offer.FixAllState!;
        var with = state.GetType().GetMethods().Single(m => m.Name == "With");
        var scoped = with.Invoke(state, [.. with.GetParameters().Select(p => p.Name switch
        {
            "scope" => new Optional<FixAllScope>(scope),
            "codeActionEquivalenceKey" => new Optional<string?>(offer.Action.EquivalenceKey),
            _ => Activator.CreateInstance(p.ParameterType),
        })]);
        var context = typeof(FixAllContext).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic)
            .Single(c => c.GetParameters().Length == 3)
            .Invoke([scoped, new Progress<CodeAnalysisProgress>(), CancellationToken.None]);
        var service = WorkspaceService("Microsoft.CodeAnalysis.CodeFixesAndRefactorings.IFixAllGetFixesService");
        var task = (Task<Solution?>)service.GetType().GetMethod("GetFixAllChangedSolutionAsync")!.Invoke(service, [context])!;
        Assert(_workspace.TryApplyChanges((await task)!));
    }

    public static async Task<string> TextAsync(TextDocument? document) => (await document!.GetTextAsync()).ToString();

    /// <summary>The findings of the analyzer, and the errors of the compiler.</summary>
    public async Task<IReadOnlyList<string>> ProblemsAsync(ProjectId id)
    {
        var project = Solution.GetProject(id)!;
        var compilation = (await project.GetCompilationAsync())!;
        var analyzers = compilation.WithAnalyzers(
            [.. project.AnalyzerReferences.SelectMany(r => r.GetAnalyzers(LanguageNames.CSharp))], project.AnalyzerOptions);
        var found = (await analyzers.GetAnalyzerDiagnosticsAsync()).Concat(
            compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error));
        return found.Select(d => d.Id + " " + d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)).ToList();
    }

    public void Dispose() => _workspace.Dispose();

    private static object Export(string type)
    {
        var exports = typeof(Workspace).Assembly.GetType("Microsoft.CodeAnalysis.Host.Mef.IMefHostExportProvider")!.GetMethods()
            .Single(m => m.Name == "GetExports" && m.GetGenericArguments().Length == 1).MakeGenericMethod(s_features.GetType(type)!);
        var lazy = ((IEnumerable)exports.Invoke(s_host, null)!).Cast<object>().Single();
        return Get(lazy, "Value")!;
    }

    private object WorkspaceService(string type) =>
        typeof(Microsoft.CodeAnalysis.Host.HostWorkspaceServices).GetMethod("GetRequiredService")!
        .MakeGenericMethod(s_features.GetType(type)!).Invoke(_workspace.Services, null)!;

    private static object? Get(object target, string member)
    {
        const BindingFlags any = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
        return target.GetType().GetProperty(member, any) is { } property
            ? property.GetValue(target)
            : target.GetType().GetField(member, any)!.GetValue(target);
    }

    private static void Assert(bool applied) => Xunit.Assert.True(applied, "The editor did not take the change.");

    /// <summary>Loads the package's DLLs with nothing beside them but what the editor has.</summary>
    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        private readonly AssemblyLoadContext _context = new("package");
        private readonly Dictionary<string, string> _paths = [];

        public Loader() =>
            _context.Resolving += (
                context, name) => _paths.TryGetValue(name.Name!, out var path) ? context.LoadFromAssemblyPath(path) : null;

        public void AddDependencyLocation(string fullPath) => _paths[Path.GetFileNameWithoutExtension(fullPath)] = fullPath;

        public Assembly LoadFromPath(string fullPath) => _context.LoadFromAssemblyPath(fullPath);
    }
}

/// <param name="Action">What the light bulb shows.</param>
/// <param name="FixAllState">What Fix All starts from.</param>
internal sealed record Offer(CodeAction Action, object? FixAllState);
