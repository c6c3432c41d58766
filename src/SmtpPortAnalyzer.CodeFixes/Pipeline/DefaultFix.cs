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
using SmtpPortAnalyzer.CodeFixes.Logins;
using SmtpPortAnalyzer.CodeFixes.Ports;
using SmtpPortAnalyzer.CodeFixes.Security;
using SmtpPortAnalyzer.CodeFixes.SettingsFiles;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>
/// Makes 587 the default of a setting that is 25, turns on the setting for encryption beside it, and makes every connection that takes its
/// port from there encrypted and logged in. Settings and connections may be in several files.
/// </summary>
internal sealed class DefaultFix(PortDefault port) : IFixStrategy
{
    private static readonly PassedFix s_passed = new();

    private readonly DefaultSwitches _switches = new(port);

    public async Task<bool> AppliesAsync(FixTarget finding, RelayAction action)
    {
        if (await GoesWithCallsAsync(finding, action).ConfigureAwait(false))
            return true;
        if (await ReadAsync(finding, action).ConfigureAwait(false) is not { } plan)
            return false;
        if (action.Kind == RelayActionKind.PortOnly || plan.Connections.Count == 0)
            return true;

        // What each connection makes of its file says whether the next one is still where it was.
        var edits = new List<(DocumentId Document, IReadOnlyList<TextChange> Changes)>();
        var extended = new HashSet<TypeDeclarationSyntax>();
        foreach (var (connection, client) in plan.Connections)
        {
            var document = connection.File.Document.Id;
            if (connection.Place.After(plan.In(document, finding.Document.Id)) is null
                || edits.Any(e => e.Document == document && connection.Place.After(e.Changes) is null))
                return false;
            if (EditorFor(connection, client, action, plan) is not { } editor)
                continue;

            var fix = finding.Fix.In(connection.File.Document);
            if (await FixTarget.ReadAsync(fix, connection.Place).ConfigureAwait(false) is not { } target
                || await ConnectionFix.PlanAsync(target, action, editor).ConfigureAwait(false) is not { } edit
                || (edit.Injected?.Type is { } type && !extended.Add(type) && !action.Preparation!.IsRepeatable))
                return false;

            edits.Add((document, edit.Edits.ToChanges()!));
        }

        return true;
    }

    public async Task<RelayChange?> ChangeAsync(FixTarget finding, RelayAction action)
    {
        if (await GoesWithCallsAsync(finding, action).ConfigureAwait(false))
            return await s_passed.ChangeAsync(finding, action).ConfigureAwait(false);
        if (await ReadAsync(finding, action).ConfigureAwait(false) is not { } plan)
            return null;

        var solution = finding.Document.WithFileText(finding.Text.WithChanges(plan.Changes)).Project.Solution;

        // A file that several projects compile is one: with one of its documents, all are changed.
        foreach (var file in plan.Elsewhere.GroupBy(file => solution.GetDocument(file.Key)!.FilePath ?? file.Key.Id.ToString())
            .Select(same => same.First()).ToList())
        {
            var called = solution.GetDocument(file.Key)!;
            var calls = await called.GetTextAsync(finding.CancellationToken).ConfigureAwait(false);
            solution = called.WithFileText(calls.WithChanges(file.Value)).Project.Solution;
        }

        var places = plan.Connections.Select(c => (
            c.Connection.File.Document.Id,
            Place: c.Connection.Place.After(plan.In(c.Connection.File.Document.Id, finding.Document.Id)),
            Editor: EditorFor(c.Connection, c.Client, action, plan))).ToList();
        while (places.Count > 0)
        {
            var (id, place, editor) = places[0];
            places.RemoveAt(0);
            if (editor is null)
                continue;
            if (place is null || solution.GetDocument(id) is not { } document)
                return null;

            if (await ConnectionFix.ChangeAsync(finding.Fix.In(document), place, action, editor).ConfigureAwait(false) is not { } change)
                return null;

            solution = change.Document.Project.Solution;
            places = places.Select(p => (p.Id, p.Id == id ? p.Place?.After(change.Changes) : p.Place, p.Editor)).ToList();
        }

        var changed = solution.GetDocument(finding.Document.Id)!;
        changed = await Leftovers.RemoveAsync(finding, plan.Changes, changed).ConfigureAwait(false);
        changed = await SharedConstants.CorrectAsync(finding, plan.Changes, changed).ConfigureAwait(false);
        if (!await Compiles.AfterAsync(finding.Fix, changed.Project.Solution).ConfigureAwait(false))
            return null;

        var text = await changed.GetTextAsync(finding.CancellationToken).ConfigureAwait(false);
        return new RelayChange(changed, text.GetTextChanges(finding.Text));
    }

    // What a call through an interface leaves out, it takes from there.
    private IEnumerable<LiteralExpressionSyntax> DefaultsAlike(FixTarget finding) =>
        port is { Symbol: IParameterSymbol parameter, IsAssigned: false, IsReturned: false }
            ? Callers.DefaultsOf(parameter, finding.CancellationToken)
            : [];

    private static TextChange NumberOf(LiteralExpressionSyntax value) =>
        new(value.Span, value.Token.Text.Replace(MailPorts.BlockedText, MailPorts.SubmissionText));

    private async Task<bool> GoesWithCallsAsync(FixTarget finding, RelayAction action) =>
        await PassedFix.GivesPortAsync(finding, port).ConfigureAwait(false)
        && await s_passed.AppliesAsync(finding, action).ConfigureAwait(false);

    /// <summary>What a connection lacks besides the port; null where that is nothing.</summary>
    private ConnectionEditor? EditorFor(
        DefaultedConnection connection, ClientRewriter client, RelayAction action, Plan plan)
    {
        if (action.Kind == RelayActionKind.PortOnly)
            return null;
        if (!client.IsEncrypted && !plan.AddsSwitch && !_switches.IsTurnedOn(client, connection, plan.Shared))
            return PortFix.Rest(encrypts: true);
        return client.IsAuthenticated || action.Kind != RelayActionKind.Relay ? null : PortFix.Rest(encrypts: false);
    }

    // The connections, and what changes at the settings themselves; null where the action does not apply.
    private async Task<Plan?> ReadAsync(FixTarget finding, RelayAction action)
    {
        var (site, file) = await finding.ConnectionAsync().ConfigureAwait(false);
        var own = site is null ? null : new DefaultedConnection(finding.Place.Library, site, file);
        if (await port.ConnectionsAsync(finding, own, action.Kind == RelayActionKind.Relay).ConfigureAwait(false) is not { } found)
            return null;
        if (found.Any(connection => connection.File.IsLocalToo(connection.Site)))
            return null;
        if (found.Count == 0)
            return port is { IsAssigned: false, IsReturned: false } && UnseenConnection.EditsOf(finding, port, action) is { } edits
                ? new Plan([], StaleWords.Along(finding.Root, edits), [])
                : null;

        var connections = new List<(DefaultedConnection, ClientRewriter)>();
        foreach (var connection in found)
        {
            if (ClientRewriter.Create(connection.Library, connection.Site, connection.File) is not { } client)
                return null;
            connections.Add((connection, client));
        }

        if (!Applies(action, connections) || _switches.SwitchesOn(finding.File, connections) is not { } switches
            || connections.Any(c => !c.Item2.IsEncrypted
                && c.Item2.SecurityFlags.Any(flag => SecurityFlag.IsTurnedOffByName(flag, c.Item1.File)))
            || connections.Any(c => port.LeavesOutLogin(c.Item2.LoginParts.Select(c.Item1.File.SymbolOf), finding.File)))
            return null;

        var shared = await DefaultSwitches.OfOthersAsync(finding, connections).ConfigureAwait(false);
        var turnedOff = await _switches.CallsThatTurnOffAsync(finding, connections, shared).ConfigureAwait(false);
        var changes = new List<TextChange> { PortPlace.ToSubmission(port.Value, finding.File) };
        changes.AddRange(switches);
        var added = action.Kind == RelayActionKind.PortOnly ? null : _switches.LeftOut(finding.File, connections, shared);
        if (added is { } on)
            changes.Add(on);
        if (action.Kind != RelayActionKind.PortOnly && !port.IsAssigned)
            changes.AddRange(
                connections.SelectMany(c => _switches.FlagsOf(c.Item2, c.Item1, shared).Select(flag => flag.TurnOn)).OfType<TextChange>());
        changes.AddRange(connections.SelectMany(c => _switches.LoginSwitchesOn(c.Item2, c.Item1, finding.File)));
        var others = turnedOff.Select(call => (call.File.Tree, call.Change))
            .Concat(DefaultsAlike(finding).Select(value => (Tree: value.SyntaxTree, Change: NumberOf(value))))
            .ToLookup(other => other.Tree, other => other.Change);
        return new Plan(connections, Along(finding.File.Tree, changes.Concat(others[finding.File.Tree]), finding), shared)
        {
            AddsSwitch = added is not null,
            Elsewhere = others.Where(file => file.Key != finding.File.Tree)
                .Select(file => (finding.Document.Project.Solution.GetDocument(file.Key)?.Id, Changes: Along(file.Key, file, finding)))
                .Where(file => file.Id is not null).ToDictionary(file => file.Id!, file => file.Changes),
        };
    }

    private static IReadOnlyList<TextChange> Along(SyntaxTree tree, IEnumerable<TextChange> changes, FixTarget finding) =>
        StaleWords.Along(tree.GetRoot(finding.CancellationToken), changes.Distinct().OrderBy(change => change.Span.Start).ToList());

    // A password in the source, among the settings that have the port: it is a finding of its own, and goes with that.
    private bool HasLoginOfSettings(ClientRewriter client, FileContext file) => LoginKinds.HasLiteral(client.LoginKind)
        && client.LoginParts.ToList() is { Count: > 0 } parts
        && parts.All(part => file.SymbolOf(part) is (IPropertySymbol or IFieldSymbol { IsConst: false }) and { ContainingType: var type }
            && SymbolEqualityComparer.Default.Equals(type, port.Symbol.ContainingType));

    private bool Applies(RelayAction action, List<(DefaultedConnection Connection, ClientRewriter Client)> connections)
    {
        var hosts = connections.SelectMany(c => c.Client.Hosts.Select(h => (Host: h, c.Connection.File))).ToList();
        if (hosts.Any(h => h.File.IsLookedUp(h.Host))
            || (port.IsReturned && connections.Any(c => SeveralServers.LackALogin(c.Client, c.Connection.File))))
            return false;

        var goesToExchanger = hosts.Any(h => MailExchanger.MayBe(h.Host, h.File));
        var isEncrypted = connections.All(c => c.Client.IsEncrypted);
        var isAuthenticated = connections.All(c => c.Client.IsAuthenticated || HasLoginOfSettings(c.Client, c.Connection.File));
        return action.Kind switch
        {
            RelayActionKind.PortOnly => isEncrypted && isAuthenticated && !goesToExchanger,
            RelayActionKind.Encrypted => !isEncrypted && isAuthenticated && !goesToExchanger,
            RelayActionKind.StartTlsOnly => !isAuthenticated && !goesToExchanger,

            // A default is not handed over.
            RelayActionKind.InCall or RelayActionKind.EncryptedAtRunTime or RelayActionKind.EncryptedOnly or RelayActionKind.Token => false,
            _ => !isAuthenticated && !connections.Any(c => AreOfSeveralOwners(c.Client, c.Connection.File)),
        };
    }

    // Where calls name the server and leave the rest to a method, the servers of one organization are taken to have one login.
    private static bool AreOfSeveralOwners(ClientRewriter client, FileContext file) => client.LoginKind == LoginKind.None
        && SeveralServers.NamesOf(client.Hosts, file).Select(HostLabel.OwnerOf).Distinct().Count() > 1;

    private sealed record Plan(
        List<(DefaultedConnection Connection, ClientRewriter Client)> Connections, IReadOnlyList<TextChange> Changes,
        IReadOnlyCollection<ISymbol> Shared)
    {
        /// <summary>The changes of other files than the finding's, besides those of the connections.</summary>
        public IReadOnlyDictionary<DocumentId, IReadOnlyList<TextChange>> Elsewhere { get; init; } =
            new Dictionary<DocumentId, IReadOnlyList<TextChange>>();

        /// <summary>Whether the code that sets the port turns on the switch from now on.</summary>
        public bool AddsSwitch { get; init; }

        public IReadOnlyList<TextChange> In(DocumentId file, DocumentId own) =>
            file == own ? Changes : Elsewhere.TryGetValue(file, out var changes) ? changes : [];
    }
}
