using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Logins;
using SmtpPortAnalyzer.CodeFixes.Ports;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>Moves a connection off port 25 (SMTP001, SMTP002, SMTP003), and does as much else of it as the action says.</summary>
internal static class PortFix
{
    /// <summary>Null where the action does not apply or is not surely right.</summary>
    public static async Task<RelayEdit?> EditOfAsync(FixTarget finding, EditRequest request)
    {
        if (ClientRewriter.CreateFor(finding) is not { } client
            || client.Hosts.Any(host => finding.File.IsLookedUp(host))
            || (finding.Site is { } site && finding.File.IsLocalToo(site))
            || await MailExchanger.AreConfiguredAsync(client.Hosts, finding.File).ConfigureAwait(false))
            return null;

        if (client.CanStartWithTls && client.Ports.Any(port => PortPlace.IsChosenElsewhere(finding, port)))
            return null;

        var role = PortPlace.RoleOf(finding, client.Ports, client.CanStartWithTls);
        var edit = request.Begin(finding, client.Hosts.ToList());
        edit.KeepsPort = role is PortRole.Fallback or PortRole.Choice;
        edit.Wrong = client.Ports.ToList();
        var connection = new Connection(edit, client, role, GoesToExchanger(finding, client));
        var isDone = request.Action.Kind switch
        {
            RelayActionKind.PortOnly => connection.IsReady && RewritePort(edit, client, role),
            RelayActionKind.Encrypted => edit.KeepsPort && Encrypt(connection),
            RelayActionKind.EncryptedAtRunTime => !edit.KeepsPort && RunTimeHost.IsBesideOwnLogin(edit) && Encrypt(connection),
            RelayActionKind.EncryptedOnly => !edit.KeepsPort && !RunTimeHost.IsBesideOwnLogin(edit) && Encrypt(connection),
            RelayActionKind.InCall => false,
            RelayActionKind.StartTlsOnly => StartTls(connection),
            RelayActionKind.Token => client.LoginKind is LoginKind.None or LoginKind.Literal && Relay(connection),
            _ => !IsHalfRelay(connection, request.Action) && Relay(connection),
        };
        return isDone ? edit : null;
    }

    // As the finding says; what has changed since then, the code.
    private static bool GoesToExchanger(FixTarget finding, ClientRewriter client) =>
        (finding.Place.Proved is { } proved && proved.Hosts.Any(host => MailExchanger.IsOne(host.Name)))
        || client.Hosts.Any(host => MailExchanger.MayBe(host, finding.File));

    /// <summary>What a connection lacks whose port is right already.</summary>
    /// <param name="encrypts">Whether encryption is among it.</param>
    /// <param name="addresses">Whether the host is; else what hands over the port has seen to it.</param>
    public static ConnectionEditor Rest(bool encrypts, bool addresses = true) =>
        (connection, request) => RestOfAsync(connection, request, encrypts, addresses);

    private static Task<RelayEdit?> RestOfAsync(FixTarget connection, EditRequest request, bool encrypts, bool addresses)
    {
        if (ClientRewriter.Create(connection.Place.Library, connection.Site, connection.File) is not { } client)
            return Task.FromResult<RelayEdit?>(null);

        var logsIn = request.Action.Kind == RelayActionKind.Relay;
        var edit = request.Begin(connection, client.Hosts.ToList());
        edit.KeepsPort = true;
        var isDone = (!logsIn || !addresses || client.RewriteHost(edit)) && (!encrypts || client.RewriteSecurity(edit))
            && (!logsIn || client.RewriteLogin(edit));
        return Task.FromResult(isDone ? edit : null);
    }

    // It logs in with what it has: port and encryption are all that is missing.
    private static bool Encrypt(Connection connection)
    {
        var (edit, client, kind, goesToExchanger) = connection;
        return (client.IsAuthenticated || (edit.KeepsPort && client.HasSwitchedLogin)) && !client.IsEncrypted && !goesToExchanger
            && RewritePort(edit, client, kind) && client.RewriteSecurity(edit);
    }

    // Host and login are run time's own: a setting of the program for the port alone would be another server's.
    private static bool IsHalfRelay(Connection connection, RelayAction action) =>
        action.Reads is { } store && store != connection.Edit.Preferences.Settings
        && connection.Client.IsAuthenticated && RunTimeHost.IsOf(connection.Edit);

    private static bool StartTls(Connection connection)
    {
        var (edit, client, kind, goesToExchanger) = connection;
        return !connection.IsReady && !LoginKinds.HasLiteral(client.LoginKind)
            && !client.IsAuthenticated && !client.HasSwitchedLogin
            && !goesToExchanger && RewritePort(edit, client, kind) && client.RewriteSecurity(edit);
    }

    private static bool Relay(Connection connection)
    {
        var (edit, client, kind, _) = connection;
        if (SeveralServers.LackALogin(client, edit.File))
            return false;

        if (edit.Preferences.HasSeveralPasswords && LoginKinds.HasLiteral(client.LoginKind))
            return false;

        if (edit.Source.HasLoginOnly && client.IsAuthenticated)
            return false;

        // Everything is known at run time already: no setting of a relay would be read.
        if (edit.KeepsPort && client.IsAuthenticated && edit.Hosts.All(h => edit.File.ProvedConstant(h) is null))
            return false;

        return client.RewriteHost(edit) && RewritePort(edit, client, kind) && client.RewriteSecurity(edit) && client.RewriteLogin(edit);
    }

    private static bool RewritePort(RelayEdit edit, ClientRewriter client, PortRole kind)
    {
        if (kind is PortRole.Missing or PortRole.Whole)
            return client.RewritePort(edit);

        if (kind == PortRole.Choice)
        {
            foreach (var choice in client.Ports.SelectMany(p => PortPlace.Choices(edit.Finding, p, client.CanStartWithTls)))
                edit.Edits.Replace(choice.Span, PortPlace.Submission(choice, edit.File)!);
            return true;
        }

        // The settings decide already: only what stands in for a missing one changes.
        if (edit.Finding.Node.FirstAncestorOrSelf<ExpressionSyntax>(e => e.Span == edit.Finding.Place.Span) is not { } fallback
            || PortPlace.Submission(fallback, edit.File) is not { } port)
            return false;

        edit.Edits.Replace(fallback.Span, port);
        if (kind == PortRole.Fallback)
        {
            foreach (var other in client.Ports.SelectMany(p => PortPlace.OtherFallbacks(edit.Finding, p)))
                edit.Edits.Replace(other.Span, PortPlace.Submission(other, edit.File)!);
        }

        return true;
    }

    private sealed record Connection(RelayEdit Edit, ClientRewriter Client, PortRole Kind, bool GoesToExchanger)
    {
        /// <summary>Whether the port is all that is wrong with it.</summary>
        public bool IsReady => Client.IsEncrypted && Client.IsAuthenticated && !GoesToExchanger;
    }
}
