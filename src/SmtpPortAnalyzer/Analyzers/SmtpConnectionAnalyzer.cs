using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Settings;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>
/// Finds SMTP connections in code and judges their port (SMTP001, SMTP002, SMTP003, SMTP008, SMTP010), encryption and login (SMTP005,
/// SMTP006, SMTP007).
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SmtpConnectionAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.ExplicitPort25,
        Descriptors.DefaultPort25,
        Descriptors.FallbackPort25,
        Descriptors.WrongSecurity,
        Descriptors.NoLogin,
        Descriptors.LiteralPassword,
        Descriptors.SocketPort25,
        Descriptors.Port25NotKnownBlocked);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var findings = PortFindings.Of(context.Compilation, context.Options, context.CancellationToken);
        if (findings.IsEmpty)
            return;

        var situations = new AzureSituations(context.Compilation, context.Options.AnalyzerConfigOptionsProvider);
        if (situations.AreAllSilent())
            return;

        var settings = new SettingsVerdict(new ProjectSettings(context.Options.AdditionalFiles), situations, findings);
        context.RegisterSemanticModelAction(file => Report(file, situations, findings, settings));
    }

    private static void Report(
        SemanticModelAnalysisContext context, AzureSituations situations, PortFindings findings, SettingsVerdict settings)
    {
        var tree = context.SemanticModel.SyntaxTree;
        var azure = situations.Of(tree);
        if (azure.Targeting == AzureTargeting.No || !findings.AreIn(tree, context.CancellationToken))
            return;

        var options = situations.OptionsOf(tree);
        var excluded = options.ExcludedHosts;
        if (!options.IncludeTests && TestProject.IsTestFile(tree.GetRoot(context.CancellationToken)))
            return;

        var isKnownBlocked = azure is { Targeting: AzureTargeting.Yes, IsAllowed: false };
        foreach (var finding in findings.In(tree, context.CancellationToken))
        {
            if (finding.Hosts.AreAll(excluded) || settings.Decide(finding, context.CancellationToken))
                continue;

            var descriptor = isKnownBlocked ? finding.Descriptor : Descriptors.Port25NotKnownBlocked;
            var keys = settings.KeysOf(finding, context.CancellationToken);
            context.ReportDiagnostic(
                finding.ToDiagnostic(descriptor, azure.Policy, azure.Evidence, keys, settings.PortOf(keys, context.CancellationToken)));
        }

        // Where it is not known that the code runs in Azure, what it does on other ports is not reported.
        if (azure.Targeting != AzureTargeting.Yes)
            return;

        foreach (var finding in findings.RelaysIn(tree, context.CancellationToken))
        {
            if (!(finding.IsAboutBlock && azure.IsAllowed) && !finding.Hosts.AreAll(excluded))
                context.ReportDiagnostic(finding.ToDiagnostic(azure.Policy, azure.Evidence));
        }
    }
}
