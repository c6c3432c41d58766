using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.Ports;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>What an action makes of a finding.</summary>
/// <param name="Document">The finding's file afterwards, in a solution in which other files may have changed as well.</param>
/// <param name="Changes">The edits of the finding's file.</param>
internal sealed record RelayChange(Document Document, IReadOnlyList<TextChange> Changes);

/// <summary>Computes what one action makes of one finding.</summary>
internal static class RelayFix
{
    /// <summary>
    /// Offers each action that applies to each of the findings, the first of them under the key for whichever is the best.
    /// </summary>
    public static async Task RegisterAsync(CodeFixContext context)
    {
        var preferences = await RelayPreferences.ReadAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (FixPlace.Read(diagnostic) is not { } place)
                continue;

            var isBest = true;
            foreach (var action in SecurityActions.OrderedFor(place, preferences.Settings))
            {
                if (await ChangeAsync(context.Document, place, action, preferences, context.CancellationToken)
                    .ConfigureAwait(false) is not { } change)
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

    /// <summary>Null where the action does not apply or is not surely right.</summary>
    public static async Task<RelayChange?> ChangeAsync(
        Document document, FixPlace place, RelayAction action, RelayPreferences preferences, CancellationToken cancellationToken)
    {
        if (await FixTarget.ReadAsync(document, place, cancellationToken).ConfigureAwait(false) is not { } finding)
            return null;

        var change = !place.IsAboutRelay && PortDefault.Find(finding, cancellationToken) is { } port
            ? await DefaultFix.ChangeAsync(finding, port, action, preferences, cancellationToken).ConfigureAwait(false)
            : await PassedFix.ChangeAsync(finding, action, preferences, cancellationToken).ConfigureAwait(false);
        if (change is null)
            return null;

        var carried = await SettingsCarry.WithPortsAsync(change.Document.Project, place.Settings, cancellationToken).ConfigureAwait(false);
        return change with { Document = carried.GetDocument(document.Id)! };
    }

    /// <summary>The same for the finding's own file alone.</summary>
    public static Task<RelayChange?> ChangeHereAsync(
        Document document, FixPlace place, RelayAction action, RelayPreferences preferences, CancellationToken cancellationToken) =>
        PrepareAndRewriteAsync(document, place, action, preferences, portIsDone: false, cancellationToken);

    /// <summary>The same for a connection whose port is right already: the rest of it.</summary>
    public static Task<RelayChange?> ChangeConnectionAsync(
        Document document, FixPlace place, RelayAction action, RelayPreferences preferences, CancellationToken cancellationToken) =>
        PrepareAndRewriteAsync(document, place, action, preferences, portIsDone: true, cancellationToken);

    private static async Task<RelayChange?> PrepareAndRewriteAsync(
        Document document, FixPlace place, RelayAction action, RelayPreferences preferences, bool portIsDone,
        CancellationToken cancellationToken)
    {
        if (action.Preparation is null)
            return await RewriteAsync(document, place, action, preferences, portIsDone, cancellationToken).ConfigureAwait(false);

        if (await action.Preparation(document, place, preferences, cancellationToken).ConfigureAwait(false) is not { } prepared
            || await RewriteAsync(prepared.Document, prepared.Place, action, preferences, portIsDone, cancellationToken)
                .ConfigureAwait(false) is not { } rewritten
            || !await Compiles.AfterAsync(document.Project.Solution, rewritten.Document.Project.Solution, cancellationToken)
                .ConfigureAwait(false))
            return null;

        var before = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var after = await rewritten.Document.GetTextAsync(cancellationToken).ConfigureAwait(false);
        return rewritten with { Changes = after.GetTextChanges(before) };
    }

    private static async Task<RelayChange?> RewriteAsync(
        Document document, FixPlace place, RelayAction action, RelayPreferences preferences, bool portIsDone,
        CancellationToken cancellationToken)
    {
        if (await FixTarget.ReadAsync(document, place, cancellationToken).ConfigureAwait(false) is not { } finding)
            return null;

        var frameworks = await TargetFrameworks.ReadAsync(document, cancellationToken).ConfigureAwait(false);
        var edit = place.IsAboutRelay
            ? SecurityFix.EditOf(finding, frameworks, action, preferences, cancellationToken)
            : await PortFix.EditOfAsync(finding, frameworks, action, preferences, portIsDone, cancellationToken).ConfigureAwait(false);
        if (edit is null || edit.Edits.IsEmpty)
            return null;

        Usings.Add(edit.Edits, edit.Layout, finding.Node, edit.Names.Imports);
        if (edit.Edits.ToChanges() is not { } edits)
            return null;

        var changes = LineLength.Keep(finding, OneLineBlocks.Spread(finding, edits));
        if (!await Compiles.AfterAsync(finding, changes, cancellationToken).ConfigureAwait(false))
            return null;

        var changed = document.WithText(finding.Text.WithChanges(changes));
        if (action.Reads is RelaySettings.Configuration or RelaySettings.Options)
        {
            var isRead = (
                string setting) =>
                    edit.Source.ReplacesHost || changes.Any(c => c.NewText!.Contains('"' + preferences.Section.Key(setting) + '"'));
            var values = Values(edit);
            // A fix that leaves host and port in the code adds no settings for them.
            if (place.IsAboutRelay)
                values.RemoveAll(value => !isRead(value.Key));
            if (values.Count > 0)
            {
                var solution = await SettingsFile.WithRelayAsync(changed.Project, preferences.Section, values, isRead, cancellationToken)
                    .ConfigureAwait(false);
                changed = solution.GetDocument(document.Id)!;
            }
        }

        return new RelayChange(changed, changes);
    }

    // What the section gets. The password stays out of every file.
    private static List<(string Key, string Json)> Values(RelayEdit edit)
    {
        var section = edit.Preferences.Section;
        var relay = edit.Preferences.Host;
        var values = new List<(string, string)>();
        if ((relay.Host ?? (relay == RelayHost.None ? edit.Host : null)) is { } host)
            values.Add((section.Host, NewJsonSection.String(host)));
        values.Add((section.Port, RelaySource.SubmissionPort));

        // An empty one would keep the code from saying that it is missing; the options are validated, so there it is a reminder.
        if ((relay.UserName ?? edit.UserName ?? (edit.Source.ReplacesHost ? "" : null)) is { } user)
            values.Add((section.UserName, NewJsonSection.String(user)));
        return values;
    }

    /// <summary>The connection in this file; else the one in another file, which says whether a port alone is enough.</summary>
    public static (SyntaxNode? Site, SemanticModel Model) Connection(FixTarget finding)
    {
        if (finding.Site is { } site)
            return (site, finding.Model);

        foreach (var (path, span) in finding.Place.Elsewhere)
        {
            var tree = finding.Model.Compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath == path);
            if (tree is not null && tree.Length >= span.End && FixTarget.SiteIn(tree.GetRoot(), span) is { } other)
                return (other, finding.Model.Compilation.GetSemanticModel(tree));
        }

        return (null, finding.Model);
    }
}
