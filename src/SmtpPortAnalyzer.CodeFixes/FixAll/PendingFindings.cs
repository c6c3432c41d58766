using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Pipeline;

namespace SmtpPortAnalyzer.CodeFixes.FixAll;

/// <summary>The findings that Fix All has still to fix; they move along with what the fixes before them change.</summary>
internal sealed class PendingFindings(IEnumerable<(DocumentId Document, FixPlace Place)> findings)
{
    private List<(DocumentId Document, FixPlace Place)> _findings = findings.ToList();

    /// <summary>Takes the next one out; null at the end.</summary>
    public (DocumentId Document, FixPlace Place)? Next()
    {
        if (_findings.Count == 0)
            return null;

        var first = _findings[0];
        _findings.RemoveAt(0);
        return first;
    }

    /// <summary>
    /// Takes a change over into the places of the findings, in every project that compiles one of the changed files.
    /// </summary>
    public async Task<Solution> MoveAsync(Solution before, RelayChange change, CancellationToken cancellationToken)
    {
        var after = change.Document.Project.Solution;
        // What the fix says of its own file is exact, so that one comes first. A file is moved once, however many projects compile it.
        var ids = after.GetChanges(before).GetProjectChanges().SelectMany(p => p.GetChangedDocuments())
            .OrderBy(id => id != change.Document.Id).ToList();
        var moved = new HashSet<DocumentId>();
        foreach (var id in ids)
        {
            if (moved.Contains(id) || before.GetDocument(id) is not { } earlier || after.GetDocument(id) is not { } later)
                continue;

            var text = await later.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var changes = id == change.Document.Id
                ? change.Changes
                : text.GetTextChanges(await earlier.GetTextAsync(cancellationToken).ConfigureAwait(false));
            var linked = earlier.GetLinkedDocumentIds();
            moved.UnionWith(linked.Add(id));
            Move(linked.Add(id), earlier.FilePath, changes);
        }

        return after;
    }

    private void Move(IReadOnlyList<DocumentId> documents, string? path, IReadOnlyList<TextChange> changes) =>
        _findings = _findings
            .Select(f => (f.Document, Place: documents.Contains(f.Document) ? f.Place.After(changes) : f.Place))
            .Where(f => f.Place is not null)
            .Select(f => (f.Document, path is null ? f.Place! : f.Place!.AfterElsewhere(path, changes)))
            .ToList();
}
