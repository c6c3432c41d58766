using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Clients;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Logins;
using SmtpPortAnalyzer.CodeFixes.Security;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>
/// Mends what is wrong with a connection to a relay besides a port 25: its encryption (SMTP005), its login (SMTP006), its password
/// (SMTP007). Whichever of them was reported, none of SMTP005 and SMTP007 is left on the connection, and it logs in.
/// </summary>
internal static class SecurityFix
{
    /// <summary>Null where the action does not apply or is not surely right.</summary>
    public static async Task<RelayEdit?> EditOfAsync(FixTarget finding, EditRequest request)
    {
        var client = RelayConnection.ClientOf(finding);
        if (client is not null && (client.Hosts.Any(host => finding.File.IsLookedUp(host))
            || (request.Action.Kind == RelayActionKind.Relay && SeveralServers.LackALogin(client, finding.File))))
            return null;

        var kind = request.Action.Kind;
        if (kind == RelayActionKind.Token && client?.LoginKind is not (LoginKind.None or LoginKind.Literal))
            return null;

        var edit = request.Begin(finding, client?.Hosts.ToList() ?? []);
        if (finding.Place.Rule == RuleIds.LiteralPassword)
            edit.PasswordUses = await PasswordField.FindUsesAsync(finding).ConfigureAwait(false);

        edit.Wrong = finding.Place.Rule == RuleIds.LiteralPassword && client is not null ? client.LoginParts.ToList() : [];

        // Options are checked as a whole: a connection that reads one of them needs them all.
        edit.KeepsUserName = !edit.Source.ReplacesHost && (client is null || !IsOnPort25(client));
        var isDone = finding.Place.Rule switch
        {
            RuleIds.WrongSecurity => Encrypt(edit, client, kind),
            RuleIds.NoLogin => IsRelay(kind) && client is not null && LogIn(edit, client),
            _ => Hide(edit, client, kind),
        };
        return isDone ? edit : null;
    }

    private static bool Encrypt(RelayEdit edit, ClientRewriter? client, RelayActionKind kind)
    {
        if (edit.Finding.Place.Relay is not { IsShared: false } relay)
            return false;

        var login = client?.LoginKind ?? LoginKind.RunTime;
        var logsIn = relay.LogsIn && !LoginKinds.HasLiteral(login);
        var isMeant = kind switch
        {
            RelayActionKind.SecurityOnly => logsIn,
            RelayActionKind.StartTlsOnly => !relay.LogsIn && !LoginKinds.HasLiteral(login),
            _ => !logsIn,
        };
        if (!isMeant)
            return false;
        if (client is null)
            return !IsRelay(kind) && SecurityPlace.Rewrite(edit, relay);
        if (!IsRelay(kind))
            return !client.Hosts.Any(host => IsExchanger(edit, host)) && Encrypt(edit, client, relay);

        return Address(edit, client) && Encrypt(edit, client, relay) && client.RewriteLogin(edit);
    }

    private static bool LogIn(RelayEdit edit, ClientRewriter client)
    {
        if (edit.Finding.Place.Relay is not { IsShared: false } relay || client.LoginKind != LoginKind.None || !Address(edit, client))
            return false;

        return (!NeedsEncryption(client.Security, relay.Port, demands: true) || Encrypt(edit, client, relay)) && client.RewriteLogin(edit);
    }

    private static bool Hide(RelayEdit edit, ClientRewriter? client, RelayActionKind kind)
    {
        if (PasswordPlace.Find(edit.Finding) is not { } place)
            return false;
        if (kind == RelayActionKind.Token)
            return HideBehindToken(edit, client!, place);
        if (kind == RelayActionKind.BoundPassword)
            return PasswordPlace.LeaveToSettings(edit, place);
        if (edit.Finding.Place.Password is { IsFallback: true } && !PasswordPlace.IsDeclared(place))
            return kind == RelayActionKind.RequiredPassword && RequiredPassword.Write(edit, place);
        if (kind != RelayActionKind.Relay
            || (edit.Finding.Place.Password is { IsOneOfSeveral: true }
                && (!edit.Preferences.IsOneOfSeveral || edit.Preferences.HasSeveralPasswords)))
            return false;
        if (!edit.KeepsUserName)
            return client is not null && (IsOnPort25(client) ? MoveOffPort25(edit, client) : MoveToOptions(edit, client))
                && RewriteLogin(edit, client, place);

        return PasswordPlace.Rewrite(edit, place) && (client is null || (Address(edit, client) && EncryptIfNeeded(edit, client)));
    }

    private static bool HideBehindToken(RelayEdit edit, ClientRewriter client, ExpressionSyntax password) =>
        (IsOnPort25(client) ? MoveOffPort25(edit, client) : EncryptIfNeeded(edit, client))
        && client.RewriteLogin(edit) && edit.Edits.Cover(password.Span);

    private static bool IsRelay(RelayActionKind kind) => kind is RelayActionKind.Relay or RelayActionKind.Token;

    // The fix for the port and this one come in any order, and each finishes the connection: they have to make the same of it.
    private static bool MoveOffPort25(RelayEdit edit, ClientRewriter client) =>
        client.RewriteHost(edit) && client.RewritePort(edit) && client.RewriteSecurity(edit);

    private static bool MoveToOptions(RelayEdit edit, ClientRewriter client) =>
        client.LoginKind == LoginKind.Literal && Address(edit, client) && EncryptIfNeeded(edit, client);

    private static bool RewriteLogin(RelayEdit edit, ClientRewriter client, ExpressionSyntax password) =>
        (client.LoginKind != LoginKind.Literal || client.RewriteLogin(edit))
            && (edit.Edits.Cover(password.Span) || PasswordPlace.Rewrite(edit, password));

    private static bool EncryptIfNeeded(RelayEdit edit, ClientRewriter client)
    {
        var ports = client.Ports.Select(port => edit.File.ProvedConstant(port)).ToList();
        return ports.Count != 1 || ports[0] is not int number || !MailPorts.IsRelay(number)
            || !NeedsEncryption(client.Security, number, demands: false)
            || Encrypt(edit, client, new RelayFacts(number, LogsIn: true, IsShared: false) { Member = client.CanStartWithTls ? "" : null });
    }

    private static bool IsOnPort25(ClientRewriter client) => client.Hosts.Any()
        && (!client.Ports.Any() || client.Ports.Any(client.IsPort25));

    private static bool Encrypt(RelayEdit edit, ClientRewriter client, RelayFacts relay)
    {
        var isImplicit = MailPorts.IsImplicit(relay.Port);
        if (isImplicit && relay.Member is null)
        {
            var moves = edit.Source.ReplacesHost || client.MoveToSubmission(edit) || MoveHandedOver(edit, client);
            return moves && (client.Security == TransportSecurity.StartTls || client.RewriteSecurity(edit));
        }

        edit.StartsWithTls = isImplicit;
        return edit.Finding.Place.Rule == RuleIds.WrongSecurity && SecurityPlace.IsBeside(edit.Finding, relay)
            ? SecurityPlace.Rewrite(edit, relay)
            : client.RewriteSecurity(edit);
    }

    // The number stands in a call: it may change if all the rest is right.
    private static bool MoveHandedOver(RelayEdit edit, ClientRewriter client)
    {
        if (client.Security != TransportSecurity.StartTls || client.LoginKind != LoginKind.RunTime
            || edit.Finding.Node is not LiteralExpressionSyntax { Token.Value: int port } || !MailPorts.IsImplicit(port))
            return false;

        edit.Edits.Replace(edit.Finding.Place.Span, RelaySource.SubmissionPort);
        return true;
    }

    private static bool NeedsEncryption(TransportSecurity? mode, int port, bool demands) =>
        mode is { } known && (PortSecurity.IsWrong(known, port) || (demands && PortSecurity.IsWeak(known, port)));

    // A host stays, unless it is no relay, or the settings have another for sure: then there has to be one that they can replace.
    private static bool Address(RelayEdit edit, ClientRewriter client) =>
        edit.Source.ReplacesHost ? client.Hosts.All(host => edit.File.ProvedConstant(host) is string) && client.RewriteAddress(edit)
        : !client.Hosts.Any(host => IsExchanger(edit, host)) || client.RewriteHost(edit);

    private static bool IsExchanger(RelayEdit edit, ExpressionSyntax host) =>
        MailExchanger.MayBe(host, edit.File);
}
