using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>What the analyzers of this package have in common: they run concurrently, and start with a compilation.</summary>
public abstract class SmtpDiagnosticAnalyzer : DiagnosticAnalyzer
{
    private readonly GeneratedCodeAnalysisFlags _generatedCode;

    private protected SmtpDiagnosticAnalyzer(ImmutableArray<DiagnosticDescriptor> rules, GeneratedCodeAnalysisFlags generatedCode)
    {
        SupportedDiagnostics = rules;
        _generatedCode = generatedCode;
    }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    public sealed override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(_generatedCode);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    /// <summary>Registers what is to be done with the files of one compilation; nothing where there can be no finding.</summary>
    private protected abstract void Start(CompilationStartAnalysisContext context);
}
