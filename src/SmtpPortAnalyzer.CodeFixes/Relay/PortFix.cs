using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.CodeFixes.Relay;

/// <summary>Moves a connection off port 25 (SMTP001, SMTP002, SMTP003), and does as much else of it as the action says.</summary>
internal static class PortFix
{
    /// <summary>Null where the action does not apply or is not surely right.</summary>
    public static async Task<RelayEdit?> EditOfAsync(
        Finding finding, TargetFrameworks frameworks, RelayAction action, RelayPreferences preferences, bool portIsDone, CancellationToken cancellationToken)
    {
        var (site, model) = RelayFix.Connection(finding);
        if (ClientRewriter.For(finding.Place.Library, site, model, cancellationToken) is not { } client)
            return null;

        var edit = new RelayEdit(finding, frameworks, preferences, action.Source(cancellationToken), client.Hosts.ToList(), cancellationToken);
        if (portIsDone)
            return Rest(edit, client, action.Kind) ? edit : null;

        var isHere = model == finding.Model;
        if (isHere && edit.Hosts.Any(h => MailExchanger.IsLookedUp(h, model, cancellationToken)))
            return null;

        var kind = isHere ? PortPlace.Of(finding, client.Ports, cancellationToken) : PortPlaceKind.HandedOver;
        edit.KeepsPort = kind is PortPlaceKind.Fallback or PortPlaceKind.Choice;
        var connection = new Connection(edit, client, kind, isHere && edit.Hosts.Any(h => IsExchanger(edit, h)));
        var isDone = action.Kind switch
        {
            RelayActionKind.PortOnly => connection.IsReady && RewritePort(edit, client, kind),
            RelayActionKind.Encrypted => EncryptDefault(connection),
            RelayActionKind.InCall => isHere && ChangeCall(connection),
            RelayActionKind.StartTlsOnly => StartTls(connection),
            _ => await RelayAsync(connection, isHere).ConfigureAwait(false),
        };
        return isDone ? edit : null;
    }

    private static bool Rest(RelayEdit edit, ClientRewriter client, RelayActionKind kind)
    {
        edit.KeepsPort = true;
        return (kind != RelayActionKind.Relay || client.RewriteHost(edit)) && client.RewriteSecurity(edit)
            && (kind != RelayActionKind.Relay || client.RewriteLogin(edit));
    }

    private static bool EncryptDefault(Connection connection)
    {
        var (edit, client, kind, goesToExchanger) = connection;
        return edit.KeepsPort && client.IsAuthenticated && !client.IsEncrypted && !goesToExchanger && RewritePort(edit, client, kind) && client.RewriteSecurity(edit);
    }

    // The method that connects serves others as well: it stays.
    private static bool ChangeCall(Connection connection)
    {
        var (edit, client, kind, goesToExchanger) = connection;
        return kind == PortPlaceKind.HandedOver && client.IsAuthenticated && !goesToExchanger
            && PassedPort.Read(edit.Finding, client, edit.CancellationToken) is { Security: { } security } && security.TurnOn(edit) && RewritePort(edit, client, kind);
    }

    private static bool StartTls(Connection connection)
    {
        var (edit, client, kind, goesToExchanger) = connection;
        return kind != PortPlaceKind.HandedOver && !connection.IsReady && client.LoginKind != LoginKind.Literal && !(edit.KeepsPort && client.IsAuthenticated)
            && !goesToExchanger && RewritePort(edit, client, kind) && client.RewriteSecurity(edit);
    }

    private static async Task<bool> RelayAsync(Connection connection, bool isHere)
    {
        var (edit, client, kind, _) = connection;
        if (kind == PortPlaceKind.HandedOver)
        {
            return isHere && !connection.IsReady && PassedPort.Read(edit.Finding, client, edit.CancellationToken) is { } passed
                && await passed.IsTheSameInAllCallsAsync(edit.Finding, edit.CancellationToken).ConfigureAwait(false)
                && client.RewritePassed(edit, passed)
                && (passed.Security is { } security ? security.TurnOn(edit) : client.RewriteSecurity(edit))
                && client.RewriteLogin(edit);
        }

        // Everything is known at run time already: no setting of a relay would be read.
        if (edit.KeepsPort && client.IsAuthenticated && edit.Hosts.All(h => KnownValue.Of(h, edit.Finding.Model, edit.CancellationToken) is null))
            return false;

        return client.RewriteHost(edit) && RewritePort(edit, client, kind) && client.RewriteSecurity(edit) && client.RewriteLogin(edit);
    }

    private static bool IsExchanger(RelayEdit edit, ExpressionSyntax host) =>
        KnownValue.Of(host, edit.Finding.Model, edit.CancellationToken) is string name && MailExchanger.IsOne(name);

    private static bool RewritePort(RelayEdit edit, ClientRewriter client, PortPlaceKind kind)
    {
        if (kind is PortPlaceKind.Missing or PortPlaceKind.Whole)
            return client.RewritePort(edit);

        if (kind == PortPlaceKind.Choice)
        {
            foreach (var choice in client.Ports.SelectMany(p => PortPlace.Choices(edit.Finding, p, edit.CancellationToken)))
                edit.Edits.Replace(choice.Span, PortPlace.Submission(choice, edit.Finding.Model, edit.CancellationToken)!);
            return true;
        }

        // The settings decide already: only what stands in for a missing one changes.
        if (edit.Finding.Node.FirstAncestorOrSelf<ExpressionSyntax>(e => e.Span == edit.Finding.Place.Span) is not { } fallback
            || PortPlace.Submission(fallback, edit.Finding.Model, edit.CancellationToken) is not { } port)
            return false;

        edit.Edits.Replace(fallback.Span, port);
        if (kind == PortPlaceKind.Fallback)
        {
            foreach (var other in client.Ports.SelectMany(p => PortPlace.OtherFallbacks(edit.Finding, p, edit.CancellationToken)))
                edit.Edits.Replace(other.Span, PortPlace.Submission(other, edit.Finding.Model, edit.CancellationToken)!);
        }

        return true;
    }

    private sealed record Connection(RelayEdit Edit, ClientRewriter Client, PortPlaceKind Kind, bool GoesToExchanger)
    {
        /// <summary>Whether the port is all that is wrong with it.</summary>
        public bool IsReady => Client.IsEncrypted && Client.IsAuthenticated && !GoesToExchanger;
    }
}
