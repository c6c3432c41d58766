using System.Collections.Immutable;
using System.Reflection;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace RelayTest;

/// <summary>A program as an editor has it open: its files, the findings of the packed analyzer in them, and the actions offered.</summary>
internal sealed class OpenProgram : IDisposable
{
    private readonly AdhocWorkspace _workspace = new();
    private readonly ProjectId _id;
    private readonly Solution _opened;
    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers;
    private readonly List<CodeFixProvider> _fixes;

    public OpenProgram(string folder, IReadOnlyList<string> compilerArguments)
    {
        var loader = new Loader();
        var info = CommandLineProject.CreateProjectInfo(
            "RelaySamples", LanguageNames.CSharp, compilerArguments, Path.GetFullPath(folder), _workspace);
        var own = info.AnalyzerReferences
            .Where(reference => Path.GetFileName(reference.FullPath)?.StartsWith("SmtpPortAnalyzer", StringComparison.Ordinal) == true)
            .Select(reference => new AnalyzerFileReference(reference.FullPath!, loader)).ToList();
        _id = info.Id;
        _workspace.AddProject(info.WithAnalyzerReferences(own));
        _opened = _workspace.CurrentSolution;
        _analyzers = [.. own.SelectMany(reference => reference.GetAnalyzers(LanguageNames.CSharp))];
        _fixes = own.SelectMany(reference => reference.GetAssembly().GetTypes())
            .Where(type => type.GetCustomAttribute<ExportCodeFixProviderAttribute>() is not null)
            .Select(type => (CodeFixProvider)Activator.CreateInstance(type)!).ToList();
    }

    private Project Project => _workspace.CurrentSolution.GetProject(_id)!;

    public static string Describe(Diagnostic finding)
    {
        var line = finding.Location.GetLineSpan();
        return $"{finding.Id} {Path.GetFileName(line.Path)}({line.StartLinePosition.Line + 1})";
    }

    /// <summary>The findings in code for which there is a fix, by file and place.</summary>
    public async Task<IReadOnlyList<Diagnostic>> FindingsAsync()
    {
        var compilation = (await Project.GetCompilationAsync())!;
        var found = await compilation.WithAnalyzers(_analyzers, Project.AnalyzerOptions).GetAnalyzerDiagnosticsAsync();
        return found.Where(finding => finding.Location.IsInSource && _fixes.Any(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
            .OrderBy(finding => finding.Location.SourceTree!.FilePath, StringComparer.Ordinal)
            .ThenBy(finding => finding.Location.SourceSpan.Start).ThenBy(finding => finding.Id, StringComparer.Ordinal).ToList();
    }

    public async Task<CodeAction?> FirstActionAsync(Diagnostic finding)
    {
        var document = Project.GetDocument(finding.Location.SourceTree)!;
        foreach (var fix in _fixes.Where(fix => fix.FixableDiagnosticIds.Contains(finding.Id)))
        {
            CodeAction? first = null;
            await fix.RegisterCodeFixesAsync(
                new CodeFixContext(document, finding, (action, _) => first ??= action, CancellationToken.None));
            if (first is not null)
                return first;
        }

        return null;
    }

    /// <summary>Applies an action, and gives the errors that the compiler has after it.</summary>
    public async Task<IReadOnlyList<string>> ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(CancellationToken.None);
        if (!_workspace.TryApplyChanges(operations.OfType<ApplyChangesOperation>().Single().ChangedSolution))
            return ["The action could not be applied."];

        return (await Project.GetCompilationAsync())!.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error)
            .Select(found => found.ToString()).ToList();
    }

    /// <summary>Writes the files that the actions changed or added.</summary>
    public async Task SaveAsync()
    {
        foreach (var document in Project.Documents.Concat(Project.AdditionalDocuments))
        {
            TextDocument? before = (TextDocument?)_opened.GetDocument(document.Id) ?? _opened.GetAdditionalDocument(document.Id);
            var text = await document.GetTextAsync();
            if (before is null || !(await before.GetTextAsync()).ContentEquals(text))
                await File.WriteAllTextAsync(document.FilePath!, text.ToString(), text.Encoding ?? Encoding.UTF8);
        }
    }

    public void Dispose() => _workspace.Dispose();

    /// <summary>The analyzer and its fixes side by side, as a host loads them.</summary>
    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
