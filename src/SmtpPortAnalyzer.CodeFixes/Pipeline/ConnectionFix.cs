using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Editing;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>What an action makes of a finding.</summary>
/// <param name="Document">The finding's file afterwards, in a solution in which other files may have changed as well.</param>
/// <param name="Changes">The edits of the finding's file.</param>
internal sealed record RelayChange(Document Document, IReadOnlyList<TextChange> Changes);

/// <summary>What is asked of an editor.</summary>
/// <param name="Action">The action.</param>
/// <param name="Frameworks">What every project that compiles the file can do.</param>
/// <param name="Injected">A service that is about to come into reach, where the edit is a plan only.</param>
internal sealed record EditRequest(RelayAction Action, TargetFrameworks Frameworks, InjectedService? Injected)
{
    /// <summary>A new edit of a connection.</summary>
    public RelayEdit Begin(FixTarget connection, IReadOnlyList<ExpressionSyntax> hosts) =>
        new(connection, new EditMeans(Action.Source(connection.CancellationToken), Frameworks, Injected), hosts);
}

/// <summary>Writes the edits of one connection in one file; null where the action does not apply, or is not surely right.</summary>
internal delegate Task<RelayEdit?> ConnectionEditor(FixTarget connection, EditRequest request);

/// <summary>
/// One connection in one file: what it needs is prepared, an editor writes the edits, and usings, line lengths and settings files are
/// brought in line. The strategies are made of it; it knows none of them.
/// </summary>
internal static class ConnectionFix
{
    /// <summary>
    /// The edits, without what is put around them: where they are, there will be a change. Nothing is parsed or bound for
    /// them that the file's own model has not.
    /// </summary>
    public static async Task<RelayEdit?> PlanAsync(FixTarget connection, RelayAction action, ConnectionEditor editor)
    {
        InjectedService? injected = null;
        if (action.Preparation is { } preparation)
        {
            injected = await preparation.PlanAsync(connection).ConfigureAwait(false);
            if (injected is null)
                return null;
        }

        return await PlanAsync(connection, action, editor, injected).ConfigureAwait(false);
    }

    /// <summary>The same with a service that is about to come into reach.</summary>
    public static async Task<RelayEdit?> PlanAsync(
        FixTarget connection, RelayAction action, ConnectionEditor editor, InjectedService? injected)
    {
        var frameworks = await connection.Fix.FrameworksAsync().ConfigureAwait(false);
        var edit = await editor(connection, new EditRequest(action, frameworks, injected)).ConfigureAwait(false);
        return edit is null || edit.Edits.IsEmpty || edit.Edits.ToChanges() is not { } changes
            || UnreadParameters.AreLeft(connection, changes)
            ? null
            : edit;
    }

    public static async Task<RelayChange?> ChangeAsync(FixContext fix, FixPlace place, RelayAction action, ConnectionEditor editor)
    {
        if (await FixTarget.ReadAsync(fix, place).ConfigureAwait(false) is not { } connection)
            return null;
        if (action.Preparation is not { } preparation)
            return await RewriteAsync(connection, action, editor).ConfigureAwait(false);

        if (await preparation.PrepareAsync(connection).ConfigureAwait(false) is not { } prepared
            || await FixTarget.ReadAsync(fix.In(prepared.Document), prepared.Place).ConfigureAwait(false) is not { } reaching
            || await RewriteAsync(reaching, action, editor).ConfigureAwait(false) is not { } rewritten
            || !await Compiles.AfterAsync(fix, rewritten.Document.Project.Solution).ConfigureAwait(false))
            return null;

        var after = await rewritten.Document.GetTextAsync(fix.CancellationToken).ConfigureAwait(false);
        return rewritten with { Changes = after.GetTextChanges(connection.Text) };
    }

    private static async Task<RelayChange?> RewriteAsync(FixTarget connection, RelayAction action, ConnectionEditor editor)
    {
        var frameworks = await connection.Fix.FrameworksAsync().ConfigureAwait(false);
        var edit = await editor(connection, new EditRequest(action, frameworks, Injected: null)).ConfigureAwait(false);
        if (edit is null || edit.Edits.IsEmpty)
            return null;

        Usings.Add(edit.Edits, edit.Layout, connection.Node, edit.Names.Imports);
        if (edit.Edits.ToChanges() is not { } separate || UnreadParameters.AreLeft(connection, separate))
            return null;

        var edits = MemberSpan.WithBlanks(separate, connection.Text);
        var changes = LineLength.Keep(
            connection, RelayConnection.SiteOf(connection), OneLineBlocks.Spread(connection, StaleWords.Along(connection.Root, edits)));
        if (!await Compiles.AfterAsync(connection, changes).ConfigureAwait(false))
            return null;

        var changed = await Leftovers.RemoveAsync(
            connection, edits, connection.Document.WithFileText(connection.Text.WithChanges(changes))).ConfigureAwait(false);
        changed = await SharedConstants.CorrectAsync(connection, edits, changed).ConfigureAwait(false);
        changed = await EqualBranches.JoinAsync(connection, edits, changed).ConfigureAwait(false);
        changes = (await changed.GetTextAsync(connection.CancellationToken).ConfigureAwait(false)).GetTextChanges(connection.Text);
        return action.Reads is RelaySettings.Configuration or RelaySettings.Options
            ? new RelayChange(await WithSettingsAsync(edit, changed, changes).ConfigureAwait(false), changes)
            : new RelayChange(changed, changes);
    }

    private static async Task<Document> WithSettingsAsync(RelayEdit edit, Document changed, IReadOnlyList<TextChange> changes)
    {
        var section = edit.Preferences.Section;
        bool IsRead(string setting) => edit.Source.ReplacesHost || changes.Any(c =>
            c.NewText!.Contains('"' + section.Key(setting) + '"')
            || (edit.Preferences.Read is { } read && c.NewText!.Contains(read.Literal(setting))));
        var values = Values(edit);

        // A fix that leaves host and port in the code adds no settings for them.
        if (edit.Finding.Place.IsAboutRelay)
            values.RemoveAll(value => !IsRead(value.Key));
        if (values.Count == 0)
            return changed;

        var solution = await SettingsEditor.WithRelayAsync(changed.Project, section, values, IsRead, edit.CancellationToken)
            .ConfigureAwait(false);
        return solution.GetDocument(changed.Id)!;
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
}
