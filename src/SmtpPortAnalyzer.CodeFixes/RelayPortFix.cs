using System.Collections.Immutable;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.Relay;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes;

/// <summary>Turns a connection to port 25 into one to an authenticated relay on port 587.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RelayPortFix))]
public sealed class RelayPortFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(
        RuleIds.ExplicitPort25, RuleIds.DefaultPort25, RuleIds.FallbackPort25, RuleIds.Port25NotKnownBlocked);

    public override FixAllProvider GetFixAllProvider() => RelayFixAll.Instance;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var preferences = await RelayPreferences.OfAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (FindingPlace.Of(diagnostic) is not { } place)
                continue;

            var isBest = true;
            foreach (var action in RelayAction.OrderedBy(preferences.Settings))
            {
                if (await RelayFix.ChangeAsync(context.Document, place, action, preferences, context.CancellationToken).ConfigureAwait(false) is not { } change)
                    continue;

                context.RegisterCodeFix(
                    CodeAction.Create(
                        action.TitleIn(preferences.Section.Name),
                        _ => Task.FromResult(change.Document.Project.Solution),
                        isBest ? RelayAction.BestKey : action.Key),
                    diagnostic);
                isBest = false;
            }
        }
    }
}
