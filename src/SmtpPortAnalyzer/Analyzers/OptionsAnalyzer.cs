using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Options;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>Finds settings of this package that cannot be used (SMTP900).</summary>
/// <remarks>
/// A row of a file of own APIs is reported at its line. Any other setting has no place in a source file, and the end of a compilation is not shown while typing. So each problem is reported without
/// location by the first file that it holds for, always the same one, generated files included: a project may have no others.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionsAnalyzer : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.InvalidSetting);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            var trees = start.Compilation.SyntaxTrees;
            var provider = start.Options.AnalyzerConfigOptionsProvider;
            var problems = new Lazy<ILookup<SyntaxTree, OptionProblem>>(() => ByFirstTree(trees, provider));
            start.RegisterSyntaxTreeAction(tree =>
            {
                foreach (var problem in problems.Value[tree.Tree])
                    tree.ReportDiagnostic(InvalidSetting.At(Location.None, problem.Setting, problem.Fault, problem.Remedy));
            });
            start.RegisterAdditionalFileAction(ReportOwnApis);
        });
    }

    /// <summary>A file of the user's own APIs has lines, and each problem its own.</summary>
    private static void ReportOwnApis(AdditionalFileAnalysisContext file)
    {
        if (!UserRow.IsFile(file.AdditionalFile.Path))
            return;

        foreach (var (row, problem) in UserApis.Of(file.Compilation, ImmutableArray.Create(file.AdditionalFile), file.CancellationToken).Problems)
            file.ReportDiagnostic(InvalidSetting.At(row.Line, problem.Setting, problem.Fault, problem.Remedy));
    }

    private static ILookup<SyntaxTree, OptionProblem> ByFirstTree(IEnumerable<SyntaxTree> trees, AnalyzerConfigOptionsProvider provider)
    {
        var reported = new HashSet<OptionProblem>();
        var read = new HashSet<AnalyzerConfigOptions>();
        var found = new List<(SyntaxTree Tree, OptionProblem Problem)>();

        foreach (var tree in trees)
        {
            var global = provider.GlobalOptions;
            if (read.Add(global))
                Note(tree, OptionProblem.OfKeys(global).Concat(OptionProblem.OfProperties(global)));

            var own = provider.GetOptions(tree);
            if (read.Add(own))
                Note(tree, OptionProblem.OfKeys(own));
        }

        return found.ToLookup(entry => entry.Tree, entry => entry.Problem);

        void Note(SyntaxTree tree, IEnumerable<OptionProblem> problems) =>
            found.AddRange(problems.Where(reported.Add).Select(problem => (tree, problem)));
    }
}
