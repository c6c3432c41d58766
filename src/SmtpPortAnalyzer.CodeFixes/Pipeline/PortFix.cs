using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Logins;
using SmtpPortAnalyzer.CodeFixes.Ports;
using SmtpPortAnalyzer.CodeFixes.Sources;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>Moves a connection off port 25 (SMTP001, SMTP002, SMTP003), and does as much else of it as the action says.</summary>
internal static class PortFix
{
    /// <summary>Null where the action does not apply or is not surely right.</summary>
    public static async Task<RelayEdit?> EditOfAsync(FixTarget finding, EditRequest request)
    {
        var (site, file) = await finding.ConnectionAsync().ConfigureAwait(false);
        if (ClientRewriter.Create(finding.Place.Library, site, file) is not { } client)
            return null;

        var isHere = file == finding.File;
        var kind = isHere ? PortPlace.Classify(finding, client.Ports) : PortPlaceKind.HandedOver;
        var passed = kind == PortPlaceKind.HandedOver ? PassedPort.Read(finding, client, file) : null;
        var hosts = isHere ? client.Hosts : passed?.Host is { } host ? [host] : [];
        var ends = client.Hosts.Select(h => (Host: h, File: file))
            .Concat(passed?.Host is { } given ? [(given, finding.File)] : []).ToList();
        if (ends.Any(end => MailExchanger.IsLookedUp(end.Host, end.File)))
            return null;

        var edit = request.Begin(finding, hosts.ToList());
        edit.KeepsPort = kind is PortPlaceKind.Fallback or PortPlaceKind.Choice;

        // What other calls hand over is none of this one's.
        var goesToExchanger = passed?.Host is { } handed
            ? MailExchanger.MayBe(handed, finding.File)
            : client.Hosts.Any(own => MailExchanger.MayBe(own, file));
        var connection = new Connection(edit, client, kind, goesToExchanger) { Passed = passed, IsHere = isHere };
        var isDone = request.Action.Kind switch
        {
            RelayActionKind.PortOnly => connection.IsReady && RewritePort(edit, client, kind),
            RelayActionKind.Encrypted => EncryptDefault(connection),
            RelayActionKind.InCall => ChangeCall(connection),
            RelayActionKind.StartTlsOnly => StartTls(connection),
            _ => await RelayAsync(connection).ConfigureAwait(false),
        };
        return isDone ? edit : null;
    }

    /// <summary>The rest of a connection whose port is right already.</summary>
    public static Task<RelayEdit?> RestOfAsync(FixTarget connection, EditRequest request) =>
        RestOfAsync(connection, request, encrypts: true);

    /// <summary>The rest of one that is encrypted as well.</summary>
    public static Task<RelayEdit?> LoginOfAsync(FixTarget connection, EditRequest request) =>
        RestOfAsync(connection, request, encrypts: false);

    private static Task<RelayEdit?> RestOfAsync(FixTarget connection, EditRequest request, bool encrypts)
    {
        if (ClientRewriter.Create(connection.Place.Library, connection.Site, connection.File) is not { } client)
            return Task.FromResult<RelayEdit?>(null);

        var logsIn = request.Action.Kind == RelayActionKind.Relay;
        var edit = request.Begin(connection, client.Hosts.ToList());
        edit.KeepsPort = true;
        var isDone = (!logsIn || client.RewriteHost(edit)) && (!encrypts || client.RewriteSecurity(edit))
            && (!logsIn || client.RewriteLogin(edit));
        return Task.FromResult(isDone ? edit : null);
    }

    private static bool EncryptDefault(Connection connection)
    {
        var (edit, client, kind, goesToExchanger) = connection;
        return edit.KeepsPort && client.IsAuthenticated && !client.IsEncrypted && !goesToExchanger && RewritePort(edit, client, kind)
            && client.RewriteSecurity(edit);
    }

    // The method that connects serves others as well: it stays.
    private static bool ChangeCall(Connection connection)
    {
        var (edit, client, kind, goesToExchanger) = connection;
        return client.IsAuthenticated && !goesToExchanger
            && connection.Passed is { Security: { } security } && security.TurnOn(edit) && RewritePort(edit, client, kind);
    }

    private static bool StartTls(Connection connection)
    {
        var (edit, client, kind, goesToExchanger) = connection;
        return kind != PortPlaceKind.HandedOver && !connection.IsReady && !LoginKinds.HasLiteral(client.LoginKind)
            && !(edit.KeepsPort && client.IsAuthenticated)
            && !goesToExchanger && RewritePort(edit, client, kind) && client.RewriteSecurity(edit);
    }

    private static async Task<bool> RelayAsync(Connection connection)
    {
        var (edit, client, kind, _) = connection;
        if (kind == PortPlaceKind.HandedOver)
        {
            return !connection.IsReady && connection.Passed is { } passed
                && await passed.IsTheSameInAllCallsAsync(edit.Finding).ConfigureAwait(false)
                && passed.Rewrite(edit, client, connection.IsHere);
        }

        if (edit.Preferences.HasSeveralPasswords && LoginKinds.HasLiteral(client.LoginKind))
            return false;

        // Everything is known at run time already: no setting of a relay would be read.
        if (edit.KeepsPort && client.IsAuthenticated && edit.Hosts.All(h => edit.File.ProvedConstant(h) is null))
            return false;

        return client.RewriteHost(edit) && RewritePort(edit, client, kind) && client.RewriteSecurity(edit) && client.RewriteLogin(edit);
    }

    private static bool RewritePort(RelayEdit edit, ClientRewriter client, PortPlaceKind kind)
    {
        if (kind is PortPlaceKind.Missing or PortPlaceKind.Whole)
            return client.RewritePort(edit);

        if (kind == PortPlaceKind.Choice)
        {
            foreach (var choice in client.Ports.SelectMany(p => PortPlace.Choices(edit.Finding, p)))
                edit.Edits.Replace(choice.Span, PortPlace.Submission(choice, edit.File)!);
            return true;
        }

        // The settings decide already: only what stands in for a missing one changes.
        if (edit.Finding.Node.FirstAncestorOrSelf<ExpressionSyntax>(e => e.Span == edit.Finding.Place.Span) is not { } fallback
            || PortPlace.Submission(fallback, edit.File) is not { } port)
            return false;

        edit.Edits.Replace(fallback.Span, port);
        if (kind == PortPlaceKind.Fallback)
        {
            foreach (var other in client.Ports.SelectMany(p => PortPlace.OtherFallbacks(edit.Finding, p)))
                edit.Edits.Replace(other.Span, PortPlace.Submission(other, edit.File)!);
        }

        return true;
    }

    private sealed record Connection(RelayEdit Edit, ClientRewriter Client, PortPlaceKind Kind, bool GoesToExchanger)
    {
        /// <summary>The call that hands the port over.</summary>
        public PassedPort? Passed { get; init; }

        /// <summary>Whether it stands in the finding's file.</summary>
        public bool IsHere { get; init; }

        /// <summary>Whether the port is all that is wrong with it.</summary>
        public bool IsReady => Client.IsEncrypted && Client.IsAuthenticated && !GoesToExchanger;
    }
}
