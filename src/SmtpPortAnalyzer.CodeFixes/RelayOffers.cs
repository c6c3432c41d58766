using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Pipeline;

namespace SmtpPortAnalyzer.CodeFixes;

/// <summary>
/// What a light bulb shows: each action that applies to a finding, by a cheap test. What it changes is computed when it is chosen.
/// </summary>
internal static class RelayOffers
{
    /// <summary>
    /// Offers each action that applies to each of the findings, the first of them under the key for whichever is the best.
    /// </summary>
    public static async Task RegisterAsync(CodeFixContext context)
    {
        var fix = await FixContext.ReadAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (FixPlace.Read(diagnostic) is not { } place)
                continue;

            var named = await RelayFix.NamedAsync(fix, place).ConfigureAwait(false);
            var isBest = true;
            foreach (var action in SecurityActions.OrderedFor(place, fix.Preferences.Settings))
            {
                if ((isBest && !action.CanBeBest) || !await RelayFix.AppliesAsync(named, place, action).ConfigureAwait(false))
                    continue;

                context.RegisterCodeFix(
                    CodeAction.Create(
                        action.TitleIn(named.Preferences.Section),
                        cancellationToken => ComputeAsync(named, place, action, cancellationToken),
                        isBest ? RelayAction.BestKey : action.Key),
                    diagnostic);
                isBest = false;
            }
        }
    }

    private static async Task<Solution> ComputeAsync(
        FixContext fix, FixPlace place, RelayAction action, CancellationToken cancellationToken)
    {
        var change = await RelayFix.ChangeAsync(fix.With(cancellationToken), place, action).ConfigureAwait(false);
        return (change?.Document ?? fix.Document).Project.Solution;
    }
}
