using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
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
                // Each target framework has found the same. An earlier file may have taken this one along.
                var places = file.Select(BlockedPort.Read).Distinct();
                var before = SameFile.FindAll(fixAllContext.Solution, file.Key);
                var now = SameFile.FindAll(solution, file.Key);
                if (before.IsEmpty || now.IsEmpty)
                    continue;

                var changes = (await now[0].GetTextAsync(cancellationToken).ConfigureAwait(false))
                    .GetTextChanges(await before[0].GetTextAsync(cancellationToken).ConfigureAwait(false));
                solution = await SettingsPortChange.ApplyAsync(
                    solution, now, places.Select(place => After(place, changes)).OfType<BlockedPort>().ToList(), cancellationToken)
                    .ConfigureAwait(false);
            }

            return solution;
        },
        key));

    // Null where it is changed already.
    private static BlockedPort? After(BlockedPort port, IReadOnlyList<TextChange> changes)
    {
        if (changes.Any(change => change.Span.IntersectsWith(port.Span)))
            return null;

        var shift = changes.Where(change => change.Span.End <= port.Span.Start)
            .Sum(change => (change.NewText?.Length ?? 0) - change.Span.Length);
        return port with { Span = new TextSpan(port.Span.Start + shift, port.Span.Length) };
    }
}
