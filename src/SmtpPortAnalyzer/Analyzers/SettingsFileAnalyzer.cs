using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>Finds port 25 in settings files (SMTP004), in projects that are known to target Azure.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SettingsFileAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.SettingPort25);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        if (context.Options.AdditionalFiles.IsEmpty)
            return;

        var situations = new AzureSituations(context.Compilation, context.Options.AnalyzerConfigOptionsProvider);
        if (!context.Options.AdditionalFiles.Any(file => IsBlocked(situations.Of(file))))
            return;

        var findings = PortFindings.Of(context.Compilation, context.Options, context.CancellationToken);
        context.RegisterAdditionalFileAction(file => Report(file, situations, findings));
    }

    private static void Report(AdditionalFileAnalysisContext context, AzureSituations situations, PortFindings findings)
    {
        var file = context.AdditionalFile;
        var azure = situations.Of(file);
        if (!IsBlocked(azure) || SmtpSettings.IsForDevelopment(file) || SettingsText.Read(file, context.CancellationToken) is not { } root)
            return;

        var options = situations.OptionsOf(file);
        var text = file.GetText(context.CancellationToken)!;
        var known = SmtpSettings.FindIn(root, findings.IsNetFramework).ToList();
        var settings = SettingRule.AsRead(root, known, () => findings.Links(context.CancellationToken)).ToList();
        if (settings.Count == 0)
            return;

        var layers = SettingsLayers.ReadAround(file, context.Options.AdditionalFiles, context.CancellationToken);
        foreach (var setting in settings)
        {
            if (layers.InTheEnd(setting) is { } deployed && !SettingRule.IsExempt(deployed, options))
                context.ReportDiagnostic(SettingRule.ToDiagnostic(deployed, file.Path, text, azure.Policy, azure.Evidence));
        }
    }

    private static bool IsBlocked(AzureSituation azure) => azure is { Targeting: AzureTargeting.Yes, IsAllowed: false };
}
