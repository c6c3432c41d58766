using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Settings;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>
/// Reports what was found in a source file, as what the file's Azure situation, its options and the settings files make of it.
/// </summary>
internal sealed class CodeReport(FindingSearch search, AzureSituations situations, ImmutableArray<AdditionalText> files)
{
    private readonly SettingsVerdict _settings = new(new ProjectSettings(files), situations, search);

    public void Report(SemanticModelAnalysisContext context)
    {
        var tree = context.SemanticModel.SyntaxTree;
        var cancellationToken = context.CancellationToken;
        var azure = situations.Of(tree);
        if (azure.Targeting == AzureTargeting.No || search.FindIn(tree, cancellationToken) is not { IsEmpty: false } found)
            return;

        var options = situations.OptionsOf(tree);
        if (!options.IncludeTests && TestProject.IsTestFile(tree.GetRoot(cancellationToken)))
            return;

        var places = new ReportablePlaces(context);
        foreach (var (rule, finding) in found)
        {
            if (rule.ReportedAs(azure) is { } descriptor && !finding.Hosts.AreAll(options.ExcludedHosts)
                && places.Contain(finding.Place, descriptor.Id, cancellationToken)
                && _settings.Judge(finding, cancellationToken) is { } settings)
            {
                context.ReportDiagnostic(
                    finding.ToDiagnostic(descriptor, azure.Policy, azure.Evidence, settings, isFixable: !places.AreGenerated));
            }
        }
    }
}
