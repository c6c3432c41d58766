using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Relay;

namespace SmtpPortAnalyzer.CodeFixes;

/// <summary>
/// Fix All: in each file one finding after the other, as if somebody clicked through them. The stock batch fixer computes all fixes from the
/// unchanged file and merges the texts, which sets a client up twice where two findings are about it.
/// </summary>
internal sealed class RelayFixAll : DocumentBasedFixAllProvider
{
    public static readonly RelayFixAll Instance = new();

    private RelayFixAll()
    {
    }

    protected override async Task<Document?> FixAllAsync(FixAllContext context, Document document, ImmutableArray<Diagnostic> diagnostics)
    {
        var places = diagnostics.OrderBy(d => d.Location.SourceSpan.Start).Select(FindingPlace.Of).ToList();
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i] is not { } place || await ChangesAsync(context, document, place).ConfigureAwait(false) is not { } changes)
                continue;

            var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
            document = document.WithText(text.WithChanges(changes));
            for (var j = i + 1; j < places.Count; j++)
                places[j] = places[j]?.After(changes);
        }

        return document;
    }

    /// <summary>
    /// The edits of the action that the finding offers under the key. Without a key (<c>dotnet format</c> asks so when its first finding has
    /// no fix) it is the best one.
    /// </summary>
    private static async Task<IReadOnlyList<TextChange>?> ChangesAsync(FixAllContext context, Document document, FindingPlace place)
    {
        var isBestWanted = context.CodeActionEquivalenceKey is null or RelayAction.BestKey;
        var isBest = true;
        foreach (var action in RelayAction.All)
        {
            var isWanted = isBestWanted || action.Key == context.CodeActionEquivalenceKey;
            if (!isWanted && !isBest)
                continue;

            if (await RelayFix.ChangesAsync(document, place, action, context.CancellationToken).ConfigureAwait(false) is not { } changes)
                continue;

            if (isBest == isBestWanted)
                return changes;

            isBest = false;
        }

        return null;
    }
}
