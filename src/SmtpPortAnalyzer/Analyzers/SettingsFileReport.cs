using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>
/// Finds port 25 and the passwords of SMTP logins in a settings file, and reports them where the file's Azure situation and its options
/// let it.
/// </summary>
internal sealed class SettingsFileReport(FindingSearch search, AzureSituations situations, ImmutableArray<Rule> rules)
{
    public void Report(AdditionalFileAnalysisContext context)
    {
        var file = context.AdditionalFile;
        var cancellationToken = context.CancellationToken;
        var azure = situations.Of(file);
        if (azure.Targeting != AzureTargeting.Yes || SettingsText.Read(file, cancellationToken) is not { } root)
            return;

        var ports = azure.IsKnownBlocked && !SmtpSettings.IsForDevelopment(file)
            ? LinkedSettings.Find(root, SmtpSettings.FindIn(root, search.IsNetFramework).ToList(), () => search.Links(cancellationToken))
                .ToList()
            : new();
        var passwords = SmtpSettings.IsDeployed(file)
            ? LinkedSettings.Find(root, MailPasswords.FindIn(root, search.IsNetFramework).ToList(), search.PasswordLinks(cancellationToken))
                .ToList()
            : new();
        if (ports.Count == 0 && passwords.Count == 0)
            return;

        var text = file.GetText(cancellationToken)!;
        var layers = SettingsLayers.ReadAround(file, context.Options.AdditionalFiles, cancellationToken);
        Judge(
            ports.Select(layers.InTheEnd), rule => rule.OfFile,
            (descriptor, setting) => SettingRule.ToDiagnostic(descriptor, setting, file.Path, text, azure.Policy, azure.Evidence));
        Judge(
            passwords.Select(layers.InTheEnd), rule => rule.OfPasswordInFile,
            (descriptor, setting) => PasswordSettingRule.ToDiagnostic(descriptor, setting, file.Path, text, azure.Evidence));

        // What the layers above put in its place is not there in the end.
        void Judge<T>(
            IEnumerable<T?> deployed, Func<Rule, Func<T, SmtpOptions, bool>?> judgement, Func<DiagnosticDescriptor, T, Diagnostic> report)
            where T : class
        {
            var options = situations.OptionsOf(file);
            foreach (var setting in deployed.OfType<T>())
            {
                foreach (var rule in rules)
                {
                    if (judgement(rule) is { } isReported && rule.ReportedAs(azure) is { } descriptor && isReported(setting, options))
                        context.ReportDiagnostic(report(descriptor, setting));
                }
            }
        }
    }
}
