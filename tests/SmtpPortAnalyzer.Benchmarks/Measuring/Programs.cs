using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Benchmarks.Analyzers;

namespace SmtpPortAnalyzer.Benchmarks.Measuring;

/// <summary>Compilations of generated sources, against the framework and the MailKit that this program itself runs with.</summary>
internal static class Programs
{
    private static readonly CSharpCompilation s_empty = CSharpCompilation.Create(
        "Measured",
        references: References(),
        // Sequential: on a busy machine, parallel work is measured least exactly.
        options: new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, concurrentBuild: false)
            .WithSpecificDiagnosticOptions([new(Peer.Rule, ReportDiagnostic.Warn)]));

    static Programs() => s_empty.GetSpecialType(SpecialType.System_Object);

    public static ImmutableArray<SyntaxTree> Parse(IEnumerable<string> files) =>
        [.. files.Select((
            file, index) => CSharpSyntaxTree.ParseText(file, new CSharpParseOptions(LanguageVersion.CSharp12), $"/{index}.cs"))];

    /// <summary>A compilation in which nothing is bound yet, but the references are read.</summary>
    public static CSharpCompilation Compile(ImmutableArray<SyntaxTree> trees) => s_empty.AddSyntaxTrees(trees);

    /// <summary>The options of a project that says whether it targets Azure.</summary>
    public static AnalyzerOptions Options(bool targetsAzure, ImmutableArray<AdditionalText> files) =>
        new(files, new Project(targetsAzure ? "true" : "false"));

    private static IEnumerable<MetadataReference> References() => ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
        .Split(Path.PathSeparator)
        .Where(path =>
            Path.GetFileName(path) is var name
                && (name.StartsWith("System.", StringComparison.Ordinal)
                    || name is "mscorlib.dll" or "netstandard.dll" or "MailKit.dll" or "MimeKit.dll"))
        .Select(path => MetadataReference.CreateFromFile(path));

    private sealed class Project(string targetsAzure) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new OneOption(targetsAzure);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class OneOption(string targetsAzure) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value)
        {
            value = key == "build_property.SmtpPortAnalyzerTargetsAzure" ? targetsAzure : null;
            return value is not null;
        }
    }
}
