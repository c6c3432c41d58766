using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace SmtpPortAnalyzer.Benchmarks.Analyzers;

/// <summary>
/// Asks for the control-flow graph of each method and does nothing with it: what Roslyn charges anybody who follows values.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class GraphAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Empty.Descriptor];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSemanticModelAction(file =>
        {
            foreach (var method in file.SemanticModel.SyntaxTree.GetRoot(file.CancellationToken).DescendantNodes()
                .OfType<BaseMethodDeclarationSyntax>())
            {
                if (method.Body is not null || method.ExpressionBody is not null)
                    ControlFlowGraph.Create(method, file.SemanticModel, file.CancellationToken);
            }
        });
    }
}
