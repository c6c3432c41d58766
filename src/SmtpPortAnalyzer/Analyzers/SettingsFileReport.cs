using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>Finds port 25 in a settings file, and reports it where the file's Azure situation and its options let it.</summary>
internal sealed class SettingsFileReport(FindingSearch search, AzureSituations situations, ImmutableArray<Rule> rules)
{
    private readonly ImmutableArray<Rule> _rules = rules.Where(rule => rule.OfFile is not null).ToImmutableArray();

    public void Report(AdditionalFileAnalysisContext context)
    {
        var file = context.AdditionalFile;
        var cancellationToken = context.CancellationToken;
        var azure = situations.Of(file);
        if (!azure.IsKnownBlocked || SmtpSettings.IsForDevelopment(file) || SettingsText.Read(file, cancellationToken) is not { } root)
            return;

        var named = SmtpSettings.FindIn(root, search.IsNetFramework).ToList();
        var settings = LinkedSettings.Find(root, named, () => search.Links(cancellationToken)).ToList();
        if (settings.Count == 0)
            return;

        var options = situations.OptionsOf(file);
        var text = file.GetText(cancellationToken)!;
        var layers = SettingsLayers.ReadAround(file, context.Options.AdditionalFiles, cancellationToken);
        foreach (var setting in settings)
        {
            if (layers.InTheEnd(setting) is not { } deployed)
                continue;

            foreach (var rule in _rules)
            {
                if (rule.ReportedAs(azure) is { } descriptor && rule.OfFile!(deployed, options))
                    context.ReportDiagnostic(SettingRule.ToDiagnostic(descriptor, deployed, file.Path, text, azure.Policy, azure.Evidence));
            }
        }
    }
}
