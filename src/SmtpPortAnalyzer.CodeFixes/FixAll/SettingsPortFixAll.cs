using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.Pipeline;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;

namespace SmtpPortAnalyzer.CodeFixes.FixAll;

/// <summary>Fix All for settings files. The stock batch fixer drops changes to additional files without a word.</summary>
internal sealed class SettingsPortFixAll(string key) : FixAllProvider
{
    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => new[] { FixAllScope.Project, FixAllScope.Solution };

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        "Use port 587 in all settings files",
        async cancellationToken =>
        {
            var projects = fixAllContext.Scope == FixAllScope.Solution ? fixAllContext.Solution.Projects : new[] { fixAllContext.Project };
            var found = new List<Diagnostic>();
            foreach (var project in projects)
                found.AddRange(await fixAllContext.GetAllDiagnosticsAsync(project).ConfigureAwait(false));

            var solution = fixAllContext.Solution;
            foreach (var file in found.GroupBy(diagnostic => diagnostic.Location.GetLineSpan().Path))
            {
                // Each target framework has found the same.
                var places = file.GroupBy(diagnostic => diagnostic.Location.SourceSpan).Select(same => same.First()).ToImmutableArray();
                solution = await SettingsPortChange.ApplyAsync(
                    solution, SameFile.FindAll(solution, file.Key), places, cancellationToken).ConfigureAwait(false);
            }

            return solution;
        },
        key));
}
