using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Ports;
using SmtpPortAnalyzer.CodeFixes.Security;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>
/// A 25 that reaches its connection from elsewhere: a call hands it over. The number alone changes where the connection is ready for it. In
/// all other cases every place that gives the connection a 25 changes together with it, in whichever files they are, and only where nothing
/// else gives it a port.
/// </summary>
internal sealed class PassedFix : IFixStrategy
{
    public async Task<bool> AppliesAsync(FixTarget finding, RelayAction action) =>
        await StepsAsync(finding, action).ConfigureAwait(false) is { } steps
        && await steps.ApplyAsync(finding.Fix, action).ConfigureAwait(false);

    public async Task<RelayChange?> ChangeAsync(FixTarget finding, RelayAction action) =>
        await StepsAsync(finding, action).ConfigureAwait(false) is { } steps
            ? await steps.ChangeAsync(finding, action).ConfigureAwait(false)
            : null;

    /// <summary>
    /// Whether calls hand a 25 over beside one that is the default of the parameter, so that all of them change together.
    /// </summary>
    public static async Task<bool> GivesPortAsync(FixTarget finding, PortDefault port) =>
        port is { Symbol: IParameterSymbol, IsAssigned: false }
        && await finding.ConnectionAsync().ConfigureAwait(false) is { Site: { } site } connection
        && connection.File.ArrivalsAt(site).Any(arrival => RelayArrivals.IsBlocked(arrival) && arrival.Place.Parent is ArgumentSyntax);

    private static async Task<FixSteps?> StepsAsync(FixTarget finding, RelayAction action)
    {
        var (site, file) = await finding.ConnectionAsync().ConfigureAwait(false);
        if (site is null || ClientRewriter.Create(finding.Place.Library, site, file) is not { } client
            || client.Hosts.Any(host => file.IsLookedUp(host)))
            return null;

        var linked = await LinkedConnections.FindAsync(finding, file, site).ConfigureAwait(false);
        var arrivals = file.ArrivalsAt(site).Concat(linked.SelectMany(other => other.Arrivals)).ToList();
        var places = new List<HandedPort>();
        foreach (var (arrival, program) in file.ArrivalsAt(site).Select(arrival => (arrival, finding.File))
            .Concat(linked.SelectMany(other => other.Arrivals.Select(arrival => (arrival, other.File))))
            .Where(one => RelayArrivals.IsBlocked(one.arrival)).GroupBy(one => one.arrival.Place).Select(group => group.First()))
        {
            if (arrival.Place is not ExpressionSyntax port
                || await FileOfAsync(port.SyntaxTree, program).ConfigureAwait(false) is not { } portFile)
                return null;
            places.Add(new HandedPort(port, arrival, portFile, PassedPort.Read(port, portFile)));
        }

        if (places.FirstOrDefault(handed => handed.Port.Span == finding.Place.Span && handed.File.Tree == finding.File.Tree) is not { } own)
            return null;

        if (places.Any(handed => handed.Call is { } call && call.Texts.Any(text => handed.File.IsLookedUp(text))))
            return null;

        var connection = new SharedConnection(finding, client, site, file, own, places, arrivals)
        {
            IsKnownElsewhere = linked.All(other => other.IsKnown),
        };
        return action.Kind switch
        {
            RelayActionKind.PortOnly => client.IsEncrypted && connection.IsLoggedIn(own) && !connection.GoesToExchanger([own])
                ? new FixSteps(ImmutableArray.Create(connection.Literal(own)))
                : null,
            RelayActionKind.InCall => connection.IsLoggedIn(own) && !client.IsEncrypted && !connection.GoesToExchanger([own])
                && connection.TurnsOnInCall(own) is { } turned
                ? new FixSteps(ImmutableArray.Create(turned))
                : null,
            RelayActionKind.EncryptedAtRunTime or RelayActionKind.EncryptedOnly =>
                action.Kind == RelayActionKind.EncryptedOnly == connection.HasKnownHost
                    ? await EncryptAsync(connection).ConfigureAwait(false)
                    : null,
            RelayActionKind.Relay => await RelayAsync(connection).ConfigureAwait(false),
            _ => null,
        };
    }

    // It logs in: the numbers and the encryption are all that is missing.
    private static async Task<FixSteps?> EncryptAsync(SharedConnection connection)
    {
        if (connection.Client.IsEncrypted
            || connection.Client.SecurityFlags.Any(flag =>
                connection.IsHandedOver(flag) || SecurityFlag.IsTurnedOffByName(flag, connection.File))
            || !connection.Places.All(connection.IsLoggedIn)
            || connection.GoesToExchanger(connection.Places) || !connection.IsAlwaysSubmission
            || !await connection.AreCallersKnownAsync().ConfigureAwait(false))
            return null;

        return new FixSteps(With(
            connection.Places.Select(connection.Literal).Concat(connection.DefaultsAlike()), connection.Rest(logsIn: false)));
    }

    private static async Task<FixSteps?> RelayAsync(SharedConnection connection)
    {
        if (connection.Client.LoginKind == LoginKind.Mixed || !connection.IsAlwaysBlocked || connection.HasOtherHosts
            || (connection.Client.LoginKind == LoginKind.RunTime
                && !(connection.NamesHosts && connection.Places.All(connection.IsLoggedIn)))
            || (connection.Client.IsEncrypted && connection.Client.IsAuthenticated && !connection.GoesToExchanger(connection.Places))
            || !await connection.AreCallersKnownAsync().ConfigureAwait(false))
            return null;

        return await connection.HostsElsewhereAsync().ConfigureAwait(false) is { } hosts
            ? new FixSteps(With(
                connection.Places.Select(connection.Setting).Concat(hosts).Concat(connection.DefaultsAlike()),
                connection.Rest(logsIn: true)))
            : null;
    }

    private static ImmutableArray<FixStep> With(IEnumerable<FixStep> steps, FixStep? rest) =>
        (rest is null ? steps : steps.Append(rest)).ToImmutableArray();

    private static async Task<FileContext?> FileOfAsync(SyntaxTree tree, FileContext program) => tree == program.Tree ? program
        : program.Document.Project.GetDocument(tree) is { } document
            ? await program.Fix.FileAsync(document).ConfigureAwait(false)
            : null;
}
