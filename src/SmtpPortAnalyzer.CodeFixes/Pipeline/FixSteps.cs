using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Sources;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>One of several places that change together.</summary>
/// <param name="Document">The file.</param>
/// <param name="Place">The place, with the connection or call that it belongs to.</param>
/// <param name="Editor">Writes its edits.</param>
internal sealed record FixStep(Document Document, FixPlace Place, ConnectionEditor Editor);

/// <summary>
/// Changes that belong together, in one file or several: one after the other, each in what those before it made. A step whose file can read
/// the settings already is not prepared for it once more.
/// </summary>
internal sealed class FixSteps(ImmutableArray<FixStep> steps)
{
    /// <summary>Whether each of them makes a change, and leaves the places of those that come after it.</summary>
    public async Task<bool> ApplyAsync(FixContext context, RelayAction action)
    {
        var edits = new List<(DocumentId Document, IReadOnlyList<TextChange> Changes)>();
        var injected = new Dictionary<TypeDeclarationSyntax, InjectedService>();
        var isPrepared = action.Preparation is null;
        foreach (var step in steps)
        {
            if (edits.Any(edit => edit.Document == step.Document.Id && step.Place.After(edit.Changes) is null)
                || await FixTarget.ReadAsync(context.In(step.Document), step.Place).ConfigureAwait(false) is not { } target)
                return false;

            var type = (target.Site ?? target.Node).FirstAncestorOrSelf<TypeDeclarationSyntax>();
            var service = type is not null && injected.TryGetValue(type, out var known) ? known : null;
            if (service is null && action.Preparation is { } preparation
                && await preparation.PlanAsync(target).ConfigureAwait(false) is { } planned)
            {
                service = planned;
                isPrepared = true;
                if (planned.Type is { } extended)
                    injected.Add(extended, planned);
            }

            if (await ConnectionFix.PlanAsync(target, action, step.Editor, service).ConfigureAwait(false) is not { } edit)
                return false;
            edits.Add((step.Document.Id, edit.Edits.ToChanges()!));
        }

        return isPrepared;
    }

    /// <summary>The change, as edits of the finding's file in the changed solution; null where one of them makes none.</summary>
    public async Task<RelayChange?> ChangeAsync(FixTarget finding, RelayAction action)
    {
        var solution = finding.Document.Project.Solution;
        var places = steps.Select(step => (step.Document.Id, Place: (FixPlace?)step.Place, step.Editor)).ToList();
        var isPrepared = action.Preparation is null;
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i].Place is not { } place || solution.GetDocument(places[i].Id) is not { } document)
                return null;

            var fix = finding.Fix.In(document);
            var own = action.Preparation is { } preparation && await FixTarget.ReadAsync(fix, place).ConfigureAwait(false) is { } target
                && await preparation.PlanAsync(target).ConfigureAwait(false) is null
                ? action with { Preparation = null }
                : action;
            isPrepared |= own.Preparation is not null;
            if (await ConnectionFix.ChangeAsync(fix, place, own, places[i].Editor).ConfigureAwait(false) is not { } change)
                return null;

            var after = change.Document.Project.Solution;
            for (var later = i + 1; later < places.Count; later++)
            {
                if (places[later].Place is { } waiting)
                    places[later] = places[later] with
                    {
                        Place = waiting.After(await ChangesAsync(solution, after, places[later].Id, finding).ConfigureAwait(false)),
                    };
            }

            solution = after;
        }

        if (!isPrepared || !await Compiles.AfterAsync(finding.Fix, solution).ConfigureAwait(false))
            return null;

        var changed = solution.GetDocument(finding.Document.Id)!;
        return new RelayChange(
            changed, await ChangesAsync(finding.Document.Project.Solution, solution, changed.Id, finding).ConfigureAwait(false));
    }

    private static async Task<IReadOnlyList<TextChange>> ChangesAsync(Solution before, Solution after, DocumentId id, FixTarget finding)
    {
        var earlier = await before.GetDocument(id)!.GetTextAsync(finding.CancellationToken).ConfigureAwait(false);
        var later = await after.GetDocument(id)!.GetTextAsync(finding.CancellationToken).ConfigureAwait(false);
        return later.GetTextChanges(earlier);
    }
}
