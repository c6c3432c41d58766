using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Analyzers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Verifiers;

/// <summary>
/// Runs the connection analyzer without a verifier around it, for tests that generate their sources or break them. The project says it
/// targets Azure. Whatever an analyzer throws fails the test.
/// </summary>
internal static class Findings
{
    /// <summary>The findings in sources that have to compile.</summary>
    public static async Task<ImmutableArray<Diagnostic>> OfAsync(params string[] sources)
    {
        var compilation = Compile(sources);
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return await OfAsync(compilation);
    }

    /// <summary>The findings in sources that may be broken in any way.</summary>
    public static Task<ImmutableArray<Diagnostic>> OfBrokenAsync(params string[] sources) => OfAsync(Compile(sources));

    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Test",
        sources.Select((
            source, index) => CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Latest), $"/{index}.cs")),
        TestReferences.Net8Web,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));

    public static async Task<ImmutableArray<Diagnostic>> OfAsync(Compilation compilation, string targetsAzure = "true")
    {
        Exception? thrown = null;
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], new Project(targetsAzure)),
            onAnalyzerException: (exception, _, _) => thrown = exception,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false);
        var found = await new CompilationWithAnalyzers(compilation, [new SmtpAnalyzer()], options).GetAnalyzerDiagnosticsAsync();
        Assert.Null(thrown);
        return found;
    }

    private sealed class Project(string targetsAzure) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new OneOption(targetsAzure);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class OneOption(string targetsAzure) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.SmtpPortAnalyzerTargetsAzure" ? targetsAzure : null;
            return value is not null;
        }
    }
}
