using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>Finds settings of this package that cannot be used (SMTP900).</summary>
/// <remarks>
/// A row of a file of own APIs is reported at its line. Any other setting has no place in a source file, and the end of a compilation is
/// not shown while typing. So each problem is reported without location by the first file that it holds for, always the same one, generated
/// files included: a project may have no others.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionsAnalyzer : SmtpDiagnosticAnalyzer
{
    public OptionsAnalyzer()
        : base(
            ImmutableArray.Create(RuleTable.InvalidSetting.Descriptor),
            GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics)
    {
    }

    private protected override void Start(CompilationStartAnalysisContext context)
    {
        var trees = context.Compilation.SyntaxTrees;
        var provider = context.Options.AnalyzerConfigOptionsProvider;
        var additional = context.Options.AdditionalFiles;
        var problems = new Lazy<ILookup<object, SettingProblem>>(() => ByFirstFile(trees, additional, provider));
        var global = new Lazy<bool>(() =>
            OptionProblems.OfKeys(provider.GlobalOptions).Concat(OptionProblems.OfProperties(provider.GlobalOptions)).Any());
        var known = new ConcurrentDictionary<AnalyzerConfigOptions, bool>();
        context.RegisterSyntaxTreeAction(tree => Report(tree.Tree, provider.GetOptions(tree.Tree), tree.ReportDiagnostic));
        context.RegisterAdditionalFileAction(file =>
        {
            Report(file.AdditionalFile, provider.GetOptions(file.AdditionalFile), file.ReportDiagnostic);
            ReportOwnApis(file);
        });

        // The options of all files are asked for only where there is something to report: an editor asks of one file at each key.
        void Report(object file, AnalyzerConfigOptions own, Action<Diagnostic> report)
        {
            if (!global.Value && !known.GetOrAdd(own, static options => OptionProblems.OfKeys(options).Any()))
                return;

            foreach (var problem in problems.Value[file])
                report(InvalidSetting.DiagnosticAt(Location.None, problem));
        }
    }

    /// <summary>A file of the user's own APIs has lines, and each problem its own.</summary>
    private static void ReportOwnApis(AdditionalFileAnalysisContext file)
    {
        if (!UserRow.IsFile(file.AdditionalFile.Path))
            return;

        foreach (var (row, problem) in UserApis.Read(
            file.Compilation, ImmutableArray.Create(file.AdditionalFile), file.CancellationToken).Problems)
            file.ReportDiagnostic(InvalidSetting.DiagnosticAt(row.Line, problem));
    }

    /// <summary>The problems by source or settings file: a section of an <c>.editorconfig</c> may be for either.</summary>
    private static ILookup<object, SettingProblem> ByFirstFile(
        IEnumerable<SyntaxTree> trees, ImmutableArray<AdditionalText> additional, AnalyzerConfigOptionsProvider provider)
    {
        var reported = new HashSet<SettingProblem>();
        var read = new HashSet<AnalyzerConfigOptions>();
        var found = new List<(object File, SettingProblem Problem)>();

        foreach (var tree in trees)
        {
            var global = provider.GlobalOptions;
            if (read.Add(global))
                Note(tree, OptionProblems.OfKeys(global).Concat(OptionProblems.OfProperties(global)));

            NoteOwn(tree, provider.GetOptions(tree));
        }

        foreach (var file in additional)
            NoteOwn(file, provider.GetOptions(file));

        return found.ToLookup(entry => entry.File, entry => entry.Problem);

        void NoteOwn(object file, AnalyzerConfigOptions own)
        {
            if (read.Add(own))
                Note(file, OptionProblems.OfKeys(own));
        }

        void Note(object file, IEnumerable<SettingProblem> problems) =>
            found.AddRange(problems.Where(reported.Add).Select(problem => (file, problem)));
    }
}
