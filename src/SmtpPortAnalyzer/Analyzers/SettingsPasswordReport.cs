using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>Finds passwords of SMTP logins in a settings file that is deployed, and reports them where the file's options let it.</summary>
internal sealed class SettingsPasswordReport(FindingSearch search, AzureSituations situations, ImmutableArray<Rule> rules)
{
    private readonly ImmutableArray<Rule> _rules = rules.Where(rule => rule.OfPasswordInFile is not null).ToImmutableArray();

    public void Report(AdditionalFileAnalysisContext context)
    {
        var file = context.AdditionalFile;
        var cancellationToken = context.CancellationToken;
        var azure = situations.Of(file);
        if (azure.Targeting != AzureTargeting.Yes || !SmtpSettings.IsDeployed(file)
            || SettingsText.Read(file, cancellationToken) is not { } root)
        {
            return;
        }

        var found = LinkedSettings.Find(
            root, MailPasswords.FindIn(root, search.IsNetFramework).ToList(), search.PasswordLinks(cancellationToken)).ToList();
        if (found.Count == 0)
            return;

        var options = situations.OptionsOf(file);
        var text = file.GetText(cancellationToken)!;
        var layers = SettingsLayers.ReadAround(file, context.Options.AdditionalFiles, cancellationToken);
        foreach (var setting in found)
        {
            if (layers.InTheEnd(setting) is not { } deployed)
                continue;

            foreach (var rule in _rules)
            {
                if (rule.ReportedAs(azure) is { } descriptor && rule.OfPasswordInFile!(deployed, options))
                    context.ReportDiagnostic(PasswordSettingRule.ToDiagnostic(descriptor, deployed, file.Path, text, azure.Evidence));
            }
        }
    }
}
