using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Pipeline;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Verifiers;

/// <summary>
/// A fix, watched: for each finding that it is asked about, each action that it offers has to yield a change, and each that it does not
/// offer, none. What is offered is found out by a cheap test, which is worth nothing where it differs from the computation.
/// </summary>
internal sealed class OffersAreKept(CodeFixProvider fix) : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => fix.FixableDiagnosticIds;

    public override FixAllProvider? GetFixAllProvider() => fix.GetFixAllProvider();

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
            Assert.Equal(await ComputableAsync(context.Document, diagnostic), await OfferedAsync(context.Document, diagnostic));

        await fix.RegisterCodeFixesAsync(context);
    }

    private async Task<List<string>> OfferedAsync(Document document, Diagnostic diagnostic)
    {
        var titles = new List<string>();
        await fix.RegisterCodeFixesAsync(
            new CodeFixContext(document, diagnostic, (action, _) => titles.Add(action.Title), CancellationToken.None));
        return titles;
    }

    private static async Task<List<string>> ComputableAsync(Document document, Diagnostic diagnostic)
    {
        var titles = new List<string>();
        var context = await FixContext.ReadAsync(document, CancellationToken.None);
        if (FixPlace.Read(diagnostic) is not { } place)
            return titles;

        context = await RelayFix.NamedAsync(context, place);
        foreach (var action in SecurityActions.OrderedFor(place, context.Preferences.Settings))
        {
            if ((titles.Count == 0 && !action.CanBeBest) || await RelayFix.ChangeAsync(context, place, action) is not { } change)
                continue;

            Assert.NotEmpty(change.Document.Project.Solution.GetChanges(document.Project.Solution).GetProjectChanges());
            titles.Add(action.TitleIn(context.Preferences.Section));
        }

        return titles;
    }
}
