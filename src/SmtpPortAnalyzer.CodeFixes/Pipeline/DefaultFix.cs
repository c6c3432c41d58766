using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Ports;
using SmtpPortAnalyzer.CodeFixes.Security;
using SmtpPortAnalyzer.CodeFixes.Sources;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>
/// Makes 587 the default of a setting that is 25, turns on the setting for encryption beside it, and makes every connection that takes its
/// port from there encrypted and logged in. Settings and connections may be in several files.
/// </summary>
internal static class DefaultFix
{
    public static async Task<RelayChange?> ChangeAsync(
        FixTarget finding, PortDefault port, RelayAction action)
    {
        var (site, siteFile) = RelayFix.Connection(finding);
        var siteDocument = site is null ? null : finding.Document.Project.GetDocument(site.SyntaxTree);
        if (site is not null && siteDocument is null)
            return null;

        var own = site is null ? null : new DefaultedConnection(finding.Place.Library, siteDocument!.Id, site, siteFile);
        if (await port.ConnectionsAsync(finding, own, action.Kind == RelayActionKind.Relay).ConfigureAwait(false) is not { } connections)
            return null;
        if (connections.Count == 0 && !port.IsAssigned)
            return await UnseenConnection.ChangeAsync(finding, port, action).ConfigureAwait(false);

        if (connections.Count == 0)
            return null;

        var clients = connections.Select(c => ClientRewriter.Create(c.Library, c.Site, c.File)).ToList();
        if (clients.Any(c => c is null) || !Applies(action, connections, clients!))
            return null;

        var changes = new List<TextChange> { new(port.Value.Span, PortPlace.Submission(port.Value, finding.File)!) };
        if (action.Kind != RelayActionKind.PortOnly && !port.IsAssigned)
        {
            changes.AddRange(connections.Zip(clients, (connection, client) => client!.SecurityFlags
                .Select(f => SecurityFlag.TurnOn(f, port.Symbol, connection.File)).OfType<TextChange>()).SelectMany(c => c));
        }

        changes = changes.Distinct().OrderBy(c => c.Span.Start).ToList();
        var solution = finding.Document.WithText(finding.Text.WithChanges(changes)).Project.Solution;
        var places = connections.Select(c => (c.Document, Place: c.Document == finding.Document.Id ? c.Place.After(changes) : c.Place))
            .ToList();
        while (places.Count > 0)
        {
            var (id, place) = places[0];
            places.RemoveAt(0);
            if (place is null || solution.GetDocument(id) is not { } document)
                return null;
            if (action.Kind == RelayActionKind.PortOnly || await IsDoneAsync(finding.Fix.In(document), place, action).ConfigureAwait(false))
                continue;
            if (await RelayFix.ChangeConnectionAsync(finding.Fix.In(document), place, action).ConfigureAwait(false) is not { } change)
                return null;

            solution = change.Document.Project.Solution;
            places = places.Select(p => (p.Document, p.Document == id ? p.Place?.After(change.Changes) : p.Place)).ToList();
        }

        if (!await Compiles.AfterAsync(finding.Document.Project.Solution, solution, finding.CancellationToken).ConfigureAwait(false))
            return null;

        var changed = solution.GetDocument(finding.Document.Id)!;
        var text = await changed.GetTextAsync(finding.CancellationToken).ConfigureAwait(false);
        return new RelayChange(changed, text.GetTextChanges(finding.Text));
    }

    private static bool Applies(RelayAction action, List<DefaultedConnection> connections, IReadOnlyList<ClientRewriter> clients)
    {
        var hosts = connections.Zip(clients, (connection, client) => client.Hosts.Select(h => (Host: h, connection.File)))
            .SelectMany(h => h).ToList();
        if (hosts.Any(h => MailExchanger.IsLookedUp(h.Host, h.File)))
            return false;

        var goesToExchanger = hosts.Any(h => MailExchanger.MayBe(h.Host, h.File));
        var isEncrypted = clients.All(c => c.IsEncrypted);
        var isAuthenticated = clients.All(c => c.IsAuthenticated);
        return action.Kind switch
        {
            RelayActionKind.PortOnly => isEncrypted && isAuthenticated && !goesToExchanger,
            RelayActionKind.Encrypted => !isEncrypted && isAuthenticated && !goesToExchanger,
            RelayActionKind.StartTlsOnly => !isAuthenticated && !goesToExchanger,

            // A default is not handed over.
            RelayActionKind.InCall => false,
            _ => !isAuthenticated,
        };
    }

    private static async Task<bool> IsDoneAsync(FixContext fix, FixPlace place, RelayAction action) =>
        await FixTarget.ReadAsync(fix, place).ConfigureAwait(false) is { Site: { } site } finding
            && ClientRewriter.Create(place.Library, site, finding.File) is { IsEncrypted: true } client
            && (client.IsAuthenticated || action.Kind != RelayActionKind.Relay);
}
