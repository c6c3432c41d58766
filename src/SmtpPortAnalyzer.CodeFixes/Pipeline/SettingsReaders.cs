using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Security;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>
/// The connections that read a port which a fix moves to 587 in a settings file: each of them has to be encrypted and to log in from then
/// on, so that it changes along.
/// </summary>
internal static class SettingsReaders
{
    /// <summary>The solution in which they are ready for 587, as far as a fix can make them so.</summary>
    /// <param name="solution">The solution with the file changed.</param>
    /// <param name="project">The project whose code reads the file.</param>
    /// <param name="isMeant">Whether a key of the configuration is the port's.</param>
    /// <param name="isSwitchedOn">Whether a switch beside the port says that the connection is encrypted.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<Solution> FinishAsync(
        Solution solution, ProjectId project, Func<SettingKey, bool> isMeant, bool isSwitchedOn, CancellationToken cancellationToken)
    {
        var searches = new SolutionSearches(solution);
        var waiting = await FindAsync(solution.GetProject(project)!, searches, isMeant, cancellationToken).ConfigureAwait(false);
        while (waiting.Count > 0)
        {
            var (id, place) = waiting[0];
            waiting.RemoveAt(0);
            if (solution.GetDocument(id) is not { } document)
                continue;

            // What was searched holds until something changes.
            if (searches.Solution != solution)
                searches = new SolutionSearches(solution);
            var fix = await FixContext.ReadAsync(document, searches, cancellationToken).ConfigureAwait(false);
            if (await ChangeAsync(fix, place, isSwitchedOn).ConfigureAwait(false) is not { } change)
                continue;

            solution = change.Document.Project.Solution;
            waiting = waiting.Select(next => (next.Id, Place: next.Id == id ? next.Place.After(change.Changes) : next.Place))
                .Where(next => next.Place is not null).Select(next => (next.Id, next.Place!)).ToList();
        }

        return solution;
    }

    /// <summary>What the connections read their encryption from, beside the port.</summary>
    public static async Task<IReadOnlyList<ChosenOption>> OptionsAsync(
        Project project, Func<SettingKey, bool> isMeant, CancellationToken cancellationToken)
    {
        var options = new List<ChosenOption>();
        var searches = new SolutionSearches(project.Solution);
        foreach (var (id, place) in await FindAsync(project, searches, isMeant, cancellationToken).ConfigureAwait(false))
        {
            var fix = await FixContext.ReadAsync(project.GetDocument(id)!, searches, cancellationToken).ConfigureAwait(false);
            if (await FixTarget.ReadAsync(fix, place).ConfigureAwait(false) is not { } target
                || ClientRewriter.Create(place.Library, target.Site, target.File) is not { } client)
                continue;

            foreach (var symbol in client.SecurityFlags.Select(flag => target.File.SymbolOf(flag)).OfType<IPropertySymbol>())
            {
                if (SecureOption.RowOf(symbol) is { Off: { } off } row)
                    options.Add(new ChosenOption(symbol.Name, off, row.StartTls));
            }
        }

        return options.Distinct().ToList();
    }

    /// <summary>
    /// Whether a switch of any name means STARTTLS beside the port: those say so that read it, and where none does, the libraries that the
    /// program knows.
    /// </summary>
    public static async Task<bool> AreStartTlsAsync(Project project, Func<SettingKey, bool> isMeant, CancellationToken cancellationToken)
    {
        var found = await FindAsync(project, new SolutionSearches(project.Solution), isMeant, cancellationToken).ConfigureAwait(false);
        return found.Count > 0
            ? found.All(reader => SmtpCatalog.Find(reader.Place.Library)?.Fix is PropertiesFix)
            : await SwitchMeaning.IsStartTlsAsync(project, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<List<(DocumentId Id, FixPlace Place)>> FindAsync(
        Project project, SolutionSearches searches, Func<SettingKey, bool> isMeant, CancellationToken cancellationToken)
    {
        var found = new List<(DocumentId, FixPlace)>();
        if (project.Documents.FirstOrDefault() is not { } any)
            return found;

        var fix = await FixContext.ReadAsync(any, searches, cancellationToken).ConfigureAwait(false);
        if (await fix.FileAsync(any).ConfigureAwait(false) is not { } file)
            return found;

        foreach (var connection in file.ReadersOf(isMeant).OrderBy(c => c.Site.SyntaxTree.FilePath, StringComparer.Ordinal)
            .ThenBy(c => c.Site.SpanStart))
        {
            if (project.GetDocument(connection.Site.SyntaxTree) is { } document)
                found.Add((document.Id, new FixPlace(
                    connection.Library.Name, connection.Site.Span, connection.Site.Span, ImmutableArray<(string, TextSpan)>.Empty)));
        }

        return found;
    }

    private static async Task<RelayChange?> ChangeAsync(FixContext fix, FixPlace place, bool isSwitchedOn)
    {
        if (await FixTarget.ReadAsync(fix, place).ConfigureAwait(false) is not { } target
            || ClientRewriter.Create(place.Library, target.Site, target.File) is not { } client
            || client.Hosts.Any(host => MailExchanger.MayBe(host, target.File) || target.File.IsLookedUp(host)))
            return null;

        var isEncrypted = client.IsEncrypted || (isSwitchedOn && IsSwitched(client, target.File));
        if (isEncrypted && client.IsAuthenticated)
            return null;

        var editor = PortFix.Rest(encrypts: !isEncrypted);
        foreach (var action in RelayAction.OrderedBy(fix.Preferences.Settings).Where(action => action.Kind
            is RelayActionKind.Relay or RelayActionKind.EncryptedOnly or RelayActionKind.StartTlsOnly))
        {
            // What logs in already needs no more than encryption.
            if ((action.Kind == RelayActionKind.Relay) == client.IsAuthenticated || (isEncrypted && action.Kind != RelayActionKind.Relay))
                continue;
            if (await ConnectionFix.ChangeAsync(fix, place, action, editor).ConfigureAwait(false) is { } change)
                return change;
        }

        return null;
    }

    // The same settings that have the port have the switch.
    private static bool IsSwitched(ClientRewriter client, FileContext file) =>
        !client.IsSecurityConditional && client.SecurityFlags.Any()
        && client.SecurityFlags.All(flag => flag is not LiteralExpressionSyntax && file.ProvedConstant(flag) is null);
}
