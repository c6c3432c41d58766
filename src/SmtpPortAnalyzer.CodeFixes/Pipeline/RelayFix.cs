using System.Collections.Generic;
using System.Linq;
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
        var fix = await FixContext.ReadAsync(context.Document, context.CancellationToken).ConfigureAwait(false);
        foreach (var diagnostic in context.Diagnostics)
        {
            if (FixPlace.Read(diagnostic) is not { } place)
                continue;

            var isBest = true;
            foreach (var action in SecurityActions.OrderedFor(place, fix.Preferences.Settings))
            {
                if (await ChangeAsync(fix, place, action).ConfigureAwait(false) is not { } change)
                    continue;

                context.RegisterCodeFix(
                    CodeAction.Create(
                        action.TitleIn(fix.Preferences.Section.Name),
                        _ => Task.FromResult(change.Document.Project.Solution),
                        isBest ? RelayAction.BestKey : action.Key),
                    diagnostic);
                isBest = false;
            }
        }
    }

    /// <summary>Null where the action does not apply or is not surely right.</summary>
    public static async Task<RelayChange?> ChangeAsync(
        FixContext fix, FixPlace place, RelayAction action)
    {
        if (await FixTarget.ReadAsync(fix, place).ConfigureAwait(false) is not { } finding)
            return null;

        var change = !place.IsAboutRelay && PortDefault.Find(finding) is { } port
            ? await DefaultFix.ChangeAsync(finding, port, action).ConfigureAwait(false)
            : await PassedFix.ChangeAsync(finding, action).ConfigureAwait(false);
        if (change is null)
            return null;

        var carried = await SettingsEditor.WithPortsAsync(change.Document.Project, place.Settings, fix.CancellationToken)
            .ConfigureAwait(false);
        return change with { Document = carried.GetDocument(fix.Document.Id)! };
    }

    /// <summary>The same for the finding's own file alone.</summary>
    public static Task<RelayChange?> ChangeHereAsync(
        FixContext fix, FixPlace place, RelayAction action) =>
        PrepareAndRewriteAsync(fix, place, action, portIsDone: false);

    /// <summary>The same for a connection whose port is right already: the rest of it.</summary>
    public static Task<RelayChange?> ChangeConnectionAsync(
        FixContext fix, FixPlace place, RelayAction action) =>
        PrepareAndRewriteAsync(fix, place, action, portIsDone: true);

    private static async Task<RelayChange?> PrepareAndRewriteAsync(
        FixContext fix, FixPlace place, RelayAction action, bool portIsDone)
    {
        if (action.Preparation is null)
            return await RewriteAsync(fix, place, action, portIsDone).ConfigureAwait(false);

        if (await action.Preparation(fix, place).ConfigureAwait(false) is not { } prepared
            || await RewriteAsync(fix.In(prepared.Document), prepared.Place, action, portIsDone).ConfigureAwait(false) is not { } rewritten
            || !await Compiles.AfterAsync(fix.Document.Project.Solution, rewritten.Document.Project.Solution, fix.CancellationToken)
                .ConfigureAwait(false))
            return null;

        var before = await fix.Document.GetTextAsync(fix.CancellationToken).ConfigureAwait(false);
        var after = await rewritten.Document.GetTextAsync(fix.CancellationToken).ConfigureAwait(false);
        return rewritten with { Changes = after.GetTextChanges(before) };
    }

    private static async Task<RelayChange?> RewriteAsync(
        FixContext fix, FixPlace place, RelayAction action, bool portIsDone)
    {
        if (await FixTarget.ReadAsync(fix, place).ConfigureAwait(false) is not { } finding)
            return null;

        var frameworks = await TargetFrameworks.ReadAsync(fix.Document, fix.CancellationToken).ConfigureAwait(false);
        var edit = place.IsAboutRelay
            ? await SecurityFix.EditOfAsync(finding, frameworks, action).ConfigureAwait(false)
            : await PortFix.EditOfAsync(finding, frameworks, action, portIsDone).ConfigureAwait(false);
        if (edit is null || edit.Edits.IsEmpty)
            return null;

        Usings.Add(edit.Edits, edit.Layout, finding.Node, edit.Names.Imports);
        if (edit.Edits.ToChanges() is not { } edits)
            return null;

        var changes = LineLength.Keep(finding, OneLineBlocks.Spread(finding, edits));
        if (!await Compiles.AfterAsync(finding, changes).ConfigureAwait(false))
            return null;

        var changed = fix.Document.WithText(finding.Text.WithChanges(changes));
        if (action.Reads is RelaySettings.Configuration or RelaySettings.Options)
        {
            var isRead = (
                string setting) =>
                    edit.Source.ReplacesHost || changes.Any(c => c.NewText!.Contains('"' + fix.Preferences.Section.Key(setting) + '"'));
            var values = Values(edit);
            // A fix that leaves host and port in the code adds no settings for them.
            if (place.IsAboutRelay)
                values.RemoveAll(value => !isRead(value.Key));
            if (values.Count > 0)
            {
                var solution =
                    await SettingsEditor.WithRelayAsync(changed.Project, fix.Preferences.Section, values, isRead, fix.CancellationToken)
                        .ConfigureAwait(false);
                changed = solution.GetDocument(fix.Document.Id)!;
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
    public static (SyntaxNode? Site, FileContext File) Connection(FixTarget finding)
    {
        if (finding.Site is { } site)
            return (site, finding.File);

        foreach (var (path, span) in finding.Place.Elsewhere)
        {
            var tree = finding.Model.Compilation.SyntaxTrees.FirstOrDefault(t => t.FilePath == path);
            if (tree is not null && tree.Length >= span.End && FixTarget.SiteIn(tree.GetRoot(), span) is { } other)
                return (other, finding.Fix.File(finding.Model.Compilation.GetSemanticModel(tree)));
        }

        return (null, finding.File);
    }
}
