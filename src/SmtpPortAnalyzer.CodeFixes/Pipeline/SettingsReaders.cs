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
using SmtpPortAnalyzer.Connections;
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
            fix = await ConnectionNames.ReadAsync(fix, place).ConfigureAwait(false);
            if (await ChangeAsync(fix, place, isSwitchedOn).ConfigureAwait(false) is not { } change)
                continue;

            solution = change.Document.Project.Solution;
            waiting = waiting.Select(next => (next.Id, Place: next.Id == id ? next.Place.After(change.Changes) : next.Place))
                .Where(next => next.Place is not null).Select(next => (next.Id, next.Place!)).ToList();
        }

        return solution;
    }

    /// <summary>
    /// How the connections read their encryption, beside the port. Where none reads the port, the libraries that the program knows say what
    /// a switch means.
    /// </summary>
    public static async Task<EncryptionMeans> EncryptionAsync(
        Project project, Func<SettingKey, bool> isMeant, CancellationToken cancellationToken)
    {
        var searches = new SolutionSearches(project.Solution);
        var found = await FindAsync(project, searches, isMeant, cancellationToken).ConfigureAwait(false);
        if (found.Count == 0)
        {
            return new EncryptionMeans(
                await SwitchMeaning.IsStartTlsAsync(project, cancellationToken).ConfigureAwait(false),
                await AnyFileAsync(project, searches, cancellationToken).ConfigureAwait(false) is { } any
                    ? SwitchesOfLibraries(any, isMeant).Distinct().ToList()
                    : []);
        }

        var options = new List<ChosenOption>();
        var implicitFlags = new HashSet<string>();
        var isUri = false;
        foreach (var (id, place) in found)
        {
            var fix = await FixContext.ReadAsync(project.GetDocument(id)!, searches, cancellationToken).ConfigureAwait(false);
            if (await FixTarget.ReadAsync(fix, place).ConfigureAwait(false) is not { } target
                || ClientRewriter.Create(place.Library, target.Site, target.File) is not { } client)
                continue;

            isUri |= client.ConnectsByUri;
            implicitFlags.UnionWith(client.ImplicitFlags.Select(target.File.SymbolOf).OfType<IPropertySymbol>().Select(flag => flag.Name));
            foreach (var symbol in client.SecurityFlags.Select(flag => target.File.SymbolOf(flag)).OfType<IPropertySymbol>())
            {
                if (SecureOption.RowOf(symbol) is { Off: { } off } row)
                    options.Add(new ChosenOption(symbol.Name, off, row.StartTls));

                // settings.UseTls ? StartTls : None, among the settings that have the port
                else if (symbol.Type.SpecialType == SpecialType.System_Boolean
                    && symbol.ContainingType.GetMembers().OfType<IPropertySymbol>().Any(port => target.File.KeysOf(port).Any(isMeant)))
                    options.Add(new ChosenOption(symbol.Name, "false", "true"));
            }
        }

        return new EncryptionMeans(
            found.All(reader => SmtpCatalog.Find(reader.Place.Library)?.Fix is PropertiesFix),

            // What is on means TLS from the first byte to another reader.
            options.Where(option => !implicitFlags.Contains(option.Name)).Distinct().ToList())
        {
            IsUri = isUri,
        };
    }

    // A library connects with settings of its own that the section of the port is bound to: its switch is turned on, where that is no TLS
    // from the first byte.
    private static IEnumerable<ChosenOption> SwitchesOfLibraries(FileContext file, Func<SettingKey, bool> isMeant) =>
        from client in SmtpCatalog.Libraries.SelectMany(library => library.Clients)
        where client is { Security: not null, PortProperty: not null }
        from flag in client.Security!.Members
        where flag.IsFlag && flag.Modes[1] != TransportSecurity.Implicit
        let type = file.Model.Compilation.GetTypeByMetadataName(client.Type)
        where type is not null
        from port in type.GetMembers(client.PortProperty!).OfType<IPropertySymbol>()
        where file.KeysOf(port).Any(isMeant)
        select new ChosenOption(flag.Name, "false", "true");

    private static async Task<FileContext?> AnyFileAsync(Project project, SolutionSearches searches, CancellationToken cancellationToken)
    {
        if (project.Documents.FirstOrDefault() is not { } any)
            return null;

        var fix = await FixContext.ReadAsync(any, searches, cancellationToken).ConfigureAwait(false);
        return await fix.FileAsync(any).ConfigureAwait(false);
    }

    // A port among other things in one text, smtp://host:25, is none that the code looks up by its key: it is read with the text.
    private static async Task<IReadOnlyList<SmtpConnection>> ReadersOfTextAsync(
        Project project, FileContext any, Func<SettingKey, bool> isMeant)
    {
        var readers = new List<SmtpConnection>();
        foreach (var connection in any.Connections)
        {
            if (project.GetDocument(connection.Site.SyntaxTree) is not { } document
                || await any.Fix.FileAsync(document).ConfigureAwait(false) is not { } file
                || ClientRewriter.Create(connection.Library, connection.Site, file) is not { } client)
                continue;

            foreach (var value in client.Ports.Concat(client.Hosts))
            {
                if (await SettingReads.BehindAsync(value, file).ConfigureAwait(false) is { } read && isMeant(read.SettingKey))
                {
                    readers.Add(connection);
                    break;
                }
            }
        }

        return readers;
    }

    private static async Task<List<(DocumentId Id, FixPlace Place)>> FindAsync(
        Project project, SolutionSearches searches, Func<SettingKey, bool> isMeant, CancellationToken cancellationToken)
    {
        var found = new List<(DocumentId, FixPlace)>();
        if (await AnyFileAsync(project, searches, cancellationToken).ConfigureAwait(false) is not { } file)
            return found;

        var readers = file.ReadersOf(isMeant);
        if (readers.Count == 0)
            readers = await ReadersOfTextAsync(project, file, isMeant).ConfigureAwait(false);
        foreach (var connection in readers.OrderBy(c => c.Site.SyntaxTree.FilePath, StringComparer.Ordinal)
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
            if (!fix.Preferences.MayRead(action.Reads) || (action.Kind == RelayActionKind.Relay) == client.IsAuthenticated
                || (isEncrypted && action.Kind != RelayActionKind.Relay))
                continue;
            if (await ConnectionFix.ChangeAsync(fix, place, action, editor).ConfigureAwait(false) is { } change)
                return change;
        }

        return null;
    }

    // The same settings that have the port have the switch. What the code chooses by one that means something else is none.
    private static bool IsSwitched(ClientRewriter client, FileContext file) =>
        !client.IsSecurityConditional && client.SecurityFlags.Any()
        && client.SecurityFlags.All(flag =>
            flag is not (LiteralExpressionSyntax or ConditionalExpressionSyntax or SwitchExpressionSyntax)
            && file.ProvedConstant(flag) is null);
}
