using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>Finds SMTP connections in code and judges their port (SMTP001, SMTP002, SMTP003, SMTP010).</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SmtpConnectionAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.ExplicitPort25, Descriptors.DefaultPort25, Descriptors.FallbackPort25, Descriptors.Port25NotKnownBlocked);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var symbols = SmtpSymbols.Of(context.Compilation);
        if (symbols.IsEmpty)
            return;

        var findings = new PortFindings(context.Compilation, symbols);
        context.RegisterSemanticModelAction(file => Report(file, findings));
    }

    private static void Report(SemanticModelAnalysisContext context, PortFindings findings)
    {
        var tree = context.SemanticModel.SyntaxTree;
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        var options = SmtpOptions.Read(provider.GetOptions(tree), provider.GlobalOptions);
        var azure = AzureSituation.Of(context.SemanticModel.Compilation, provider.GlobalOptions, options);
        if (azure.Targeting == AzureTargeting.No)
            return;

        foreach (var finding in findings.In(tree, context.CancellationToken))
        {
            var descriptor = azure.Targeting == AzureTargeting.Unknown || azure.IsAllowed ? Descriptors.Port25NotKnownBlocked : finding.Descriptor;
            context.ReportDiagnostic(finding.ToDiagnostic(descriptor, azure.Policy, azure.Evidence));
        }
    }
}
