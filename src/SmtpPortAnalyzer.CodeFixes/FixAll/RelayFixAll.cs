using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Pipeline;

namespace SmtpPortAnalyzer.CodeFixes.FixAll;

/// <summary>
/// Fix All: one finding after the other, as a user who clicks through them. The stock batch fixer computes all fixes from the unchanged
/// solution and merges the texts, which sets a client up twice where two findings are about it, and drops every edit of a file that is no
/// source.
/// </summary>
internal sealed class RelayFixAll : FixAllProvider
{
    public static readonly RelayFixAll Instance = new("Use a relay on port 587 everywhere");

    /// <summary>The same for what is wrong with connections to a relay.</summary>
    public static readonly RelayFixAll OfRelays = new("Encrypt and log in everywhere");

    private readonly string _title;

    private RelayFixAll(string title) => _title = title;

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() =>
        ImmutableArray.Create(FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution);

    public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(CodeAction.Create(
        _title,
        cancellationToken => FixAsync(fixAllContext, cancellationToken),
        fixAllContext.CodeActionEquivalenceKey));

    private static async Task<Solution> FixAsync(FixAllContext context, CancellationToken cancellationToken)
    {
        var findings = new PendingFindings(await FindAsync(context.WithCancellationToken(cancellationToken)).ConfigureAwait(false));
        var solution = context.Solution;
        var searches = new SolutionSearches(solution);
        while (findings.Next() is var (id, place))
        {
            // What was searched holds until something changes.
            if (searches.Solution != solution)
                searches = new SolutionSearches(solution);
            if (solution.GetDocument(id) is not { } document)
                continue;

            var fix = await FixContext.ReadAsync(document, searches, cancellationToken).ConfigureAwait(false);
            if (await ChangeAsync(context, fix, place).ConfigureAwait(false) is { } change)
                solution = await findings.MoveAsync(solution, change, cancellationToken).ConfigureAwait(false);
        }

        return solution;
    }

    // In an order that does not depend on who asks. A file that several projects compile counts once for each place.
    private static async Task<IEnumerable<(DocumentId, FixPlace)>> FindAsync(FixAllContext context)
    {
        var documents = context.Scope switch
        {
            FixAllScope.Document => context.Document is { } document ? new[] { document } : Enumerable.Empty<Document>(),
            FixAllScope.Project => context.Project.Documents,
            _ => context.Solution.Projects.Where(p => p.Language == LanguageNames.CSharp).SelectMany(p => p.Documents),
        };
        var found = new List<(Document Document, FixPlace Place)>();
        foreach (var document in documents)
        {
            foreach (var diagnostic in await context.GetDocumentDiagnosticsAsync(document).ConfigureAwait(false))
            {
                if (FixPlace.Read(diagnostic) is { } place)
                    found.Add((document, place));
            }
        }

        return found.OrderBy(f => f.Document.FilePath ?? f.Document.Name, StringComparer.Ordinal)
            .ThenBy(f => f.Place.Span.Start)
            .ThenBy(f => f.Place.Rule, StringComparer.Ordinal)
            .GroupBy(f => (f.Document.FilePath ?? f.Document.Id.ToString(), f.Place.Span, f.Place.Rule))
            .Select(g => (g.First().Document.Id, g.First().Place));
    }

    /// <summary>
    /// What the action that the finding offers under the key makes of it. Without a key (<c>dotnet format</c> asks so when its first
    /// finding has no fix) it is the best one.
    /// </summary>
    private static async Task<RelayChange?> ChangeAsync(FixAllContext context, FixContext fix, FixPlace place)
    {
        fix = await RelayFix.NamedAsync(fix, place).ConfigureAwait(false);
        var isBestWanted = context.CodeActionEquivalenceKey is null or RelayAction.BestKey;
        var isBest = true;
        foreach (var action in SecurityActions.OrderedFor(place, fix.Preferences.Settings))
        {
            var isWanted = isBestWanted || action.Key == context.CodeActionEquivalenceKey;
            if ((!isWanted && !isBest) || (isBest && !action.CanBeBest)
                || !await RelayFix.AppliesAsync(fix, place, action).ConfigureAwait(false))
                continue;

            if (isBest != isBestWanted)
                isBest = false;
            else if (await RelayFix.ChangeAsync(fix, place, action).ConfigureAwait(false) is { } change)
                return change;
        }

        return null;
    }
}
