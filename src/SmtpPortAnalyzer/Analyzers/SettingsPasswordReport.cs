using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
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

        var found = Find(root, cancellationToken).ToList();
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

    /// <summary>
    /// What schemas and names show, and what a login of the code looks up. Where the file does not say the host, the code may.
    /// </summary>
    private IEnumerable<PasswordSetting> Find(SettingsNode root, CancellationToken cancellationToken)
    {
        var named = MailPasswords.FindIn(root, search.IsNetFramework).ToList();
        var reads = search.PasswordLinks(cancellationToken)
            .SelectMany(link => SettingPlaces.NodesUnder(root, link.Key).Select(node => (Node: node, Link: link)))
            .Where(read => read.Node is { Text.Length: > 0, IsTakenAway: false })
            .ToLookup(read => read.Node.TextSpan);
        var seen = new HashSet<TextSpan>(named.Select(setting => setting.Span));
        var linked = reads.Where(read => !seen.Contains(read.Key))
            .SelectMany(read => read.Where(one => !one.Link.IsLocal).Take(1))
            .Select(read => LinkedSettings.Password(read.Node, read.Link, root));
        return named.Where(setting => setting.Host is not null || !LinkedSettings.AreLocal(reads[setting.Span])).Concat(linked);
    }
}
