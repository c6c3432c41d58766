using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
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
        // Without a key (dotnet format asks so when its first finding has no fix), the best action of each finding.
        var actions = RelayAction.All.Where(a => context.CodeActionEquivalenceKey is not { } key || a.Key == key).ToList();
        var places = diagnostics.OrderBy(d => d.Location.SourceSpan.Start).Select(FindingPlace.Of).ToList();
        for (var i = 0; i < places.Count; i++)
        {
            foreach (var action in actions)
            {
                if (places[i] is not { } place
                    || await RelayFix.ChangesAsync(document, place, action, context.CancellationToken).ConfigureAwait(false) is not { } changes)
                    continue;

                var text = await document.GetTextAsync(context.CancellationToken).ConfigureAwait(false);
                document = document.WithText(text.WithChanges(changes));
                for (var j = i + 1; j < places.Count; j++)
                    places[j] = places[j]?.After(changes);
                break;
            }
        }

        return document;
    }
}
