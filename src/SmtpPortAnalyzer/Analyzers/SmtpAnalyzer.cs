using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Azure;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Settings;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>Finds SMTP connections in code and in settings files, and judges them by the rules of <see cref="RuleTable"/>.</summary>
/// <remarks>
/// All that is found out lives in the <see cref="FindingSearch"/> of one compilation, and goes with it, but for what the next compilations
/// of the same project can use, as in an editor from one key to the next: <see cref="KeptSearches"/>.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SmtpAnalyzer : SmtpDiagnosticAnalyzer
{
    private readonly ImmutableArray<Rule> _rules;
    private readonly ImmutableArray<SmtpLibrary> _libraries;
    private readonly KeptSearches _kept = new();

    public SmtpAnalyzer()
        : this(RuleTable.OfConnections)
    {
    }

    internal SmtpAnalyzer(ImmutableArray<Rule> rules)
        : this(rules, SmtpCatalog.Libraries)
    {
    }

    internal SmtpAnalyzer(ImmutableArray<Rule> rules, ImmutableArray<SmtpLibrary> libraries)
        : base(rules.Select(rule => rule.Descriptor).ToImmutableArray(),
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics)
    {
        _rules = rules;
        _libraries = libraries;
    }

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        var files = context.Options.AdditionalFiles;
        var search = new FindingSearch(context.Compilation, files, _rules, _libraries, _kept, context.CancellationToken);
        if (!search.KnowsMail && files.IsEmpty)
            return;

        var situations = new AzureSituations(context.Compilation, context.Options.AnalyzerConfigOptionsProvider);
        if (search.KnowsMail && !situations.AreAllSilent())
        {
            var report = new CodeReport(search, situations, files);
            context.RegisterSemanticModelAction(report.Report);
        }

        if (files.Any(file => SettingsText.IsSettingsFile(file.Path) && situations.Of(file).Targeting == AzureTargeting.Yes))
        {
            var report = new SettingsFileReport(search, situations, _rules);
            context.RegisterAdditionalFileAction(file =>
            {
                // Pages and other files of the project are additional files as well.
                if (SettingsText.IsSettingsFile(file.AdditionalFile.Path))
                    report.Report(file);
            });
        }
    }
}
