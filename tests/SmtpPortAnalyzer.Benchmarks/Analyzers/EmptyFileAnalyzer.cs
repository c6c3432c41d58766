using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpPortAnalyzer.Benchmarks.Analyzers;

/// <summary>Is called for each file, as ours is, and does nothing: what the driver costs for itself, binding all code among it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class EmptyFileAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Empty.Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSemanticModelAction(_ => { });
    }
}
