using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>The last word on a fix: it changes nothing if the compiler has something against its result that it had not before.</summary>
internal static class Compiles
{
    public static async Task<bool> AfterAsync(FixTarget finding, IReadOnlyList<TextChange> changes)
    {
        var document = finding.Document.WithFileText(finding.Text.WithChanges(changes));
        var frameworks = await finding.Fix.FrameworksAsync().ConfigureAwait(false);
        foreach (var file in frameworks.Others.Prepend(finding.File))
        {
            var changed = document.Project.Solution.GetDocument(file.Document.Id)!;
            if (await changed.GetSemanticModelAsync(finding.CancellationToken).ConfigureAwait(false) is not { } model)
                return false;

            var before = Objections(file.Model, changes.Select(c => c.Span), finding.CancellationToken);
            var after = Objections(model, NewSpans(changes), finding.CancellationToken);
            if (!after.All(a => before.TryGetValue(a.Key, out var count) && count >= a.Value))
                return false;
        }

        return true;
    }

    /// <summary>The same for a fix that touches several files, also such that are new.</summary>
    public static async Task<bool> AfterAsync(FixContext fix, Solution after)
    {
        var (before, cancellationToken) = (fix.Document.Project.Solution, fix.CancellationToken);
        foreach (var project in after.GetChanges(before).GetProjectChanges())
        {
            foreach (var id in project.GetChangedDocuments().Concat(project.GetAddedDocuments()))
            {
                var earlier = await ObjectionsAsync(before.GetDocument(id), cancellationToken).ConfigureAwait(false);
                var later = await ObjectionsAsync(after.GetDocument(id), cancellationToken).ConfigureAwait(false);
                if (!later.All(a => earlier.TryGetValue(a.Key, out var count) && count >= a.Value))
                    return false;
            }
        }

        return true;
    }

    private static async Task<Dictionary<string, int>> ObjectionsAsync(Document? document, CancellationToken cancellationToken) =>
        document is not null && await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
            ? Count(model.GetDiagnostics(cancellationToken: cancellationToken))
            : new Dictionary<string, int>();

    private static IEnumerable<TextSpan> NewSpans(IReadOnlyList<TextChange> changes)
    {
        var delta = 0;
        foreach (var change in changes)
        {
            var length = change.NewText?.Length ?? 0;
            yield return new TextSpan(change.Span.Start + delta, length);
            delta += length - change.Span.Length;
        }
    }

    // Errors, and warnings about null, by ID, in the members that the edits touch.
    private static Dictionary<string, int> Objections(
        SemanticModel model, IEnumerable<TextSpan> places, CancellationToken cancellationToken)
    {
        var root = model.SyntaxTree.GetRoot(cancellationToken);
        var members = new HashSet<TextSpan>(places.Select(p => EnclosingMember.Find(root.FindToken(p.Start).Parent ?? root).Span));
        return Count(members.SelectMany(span => model.GetDiagnostics(span, cancellationToken)));
    }

    private static Dictionary<string, int> Count(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .Where(d =>
            d.Severity == DiagnosticSeverity.Error
                || (d.Severity == DiagnosticSeverity.Warning && d.Id.StartsWith("CS86", System.StringComparison.Ordinal)))
        .GroupBy(d => d.Id)
        .ToDictionary(g => g.Key, g => g.Count());
}
