using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Connections;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>
/// Rewrites a MailKit connection: <c>Connect(host, port, SecureSocketOptions.StartTls)</c>, then <c>Authenticate</c>. Never the
/// <c>useSsl</c> overload, which means TLS from the first byte or none for sure, nor <c>Auto</c>, which goes on in clear text.
/// </summary>
internal sealed class CallsRewriter : ClientRewriter
{
    private readonly ConnectSite _connect;
    private readonly ConnectSecurity _security;
    private readonly LoginCalls _login;
    private readonly FileContext _file;

    private CallsRewriter(ConnectSite connect, FileContext file)
    {
        _connect = connect;
        _security = new ConnectSecurity(connect, file);
        _login = new LoginCalls(connect, file);
        _file = file;
    }

    public static CallsRewriter? Create(CallsClient row, InvocationExpressionSyntax call, FileContext file) =>
        // The first versions of a library may have nothing to demand STARTTLS with.
        file.Model.Compilation.GetTypeByMetadataName(row.Fix.EncryptionType) is not null
        && ConnectSite.Read(row, call, file) is { } connect ? new CallsRewriter(connect, file) : null;

    public override IEnumerable<ExpressionSyntax> Hosts => _connect.Host is { } host ? new[] { host.Expression } : [];

    public override IEnumerable<ExpressionSyntax> Ports => (_connect.Port ?? _connect.Uri) is { } port ? new[] { port.Expression } : [];

    public override IEnumerable<ExpressionSyntax> SecurityFlags => _security.Flag is { } flag ? new[] { flag } : [];

    public override IEnumerable<ExpressionSyntax> ImplicitFlags => _security.ImplicitFlag is { } flag ? new[] { flag } : [];

    public override bool ConnectsByUri => _connect.Uri is not null;

    public override bool IsEncrypted => _security.IsDemanded;

    public override TransportSecurity? Security => _security.Mode;

    public override LoginKind LoginKind => _login.Kind;

    public override bool IsAuthenticated => _login.Kind == LoginKind.RunTime && !HasSwitchedLogin;

    public override bool HasSwitchedLogin => _login.Switches.Any();

    public override IEnumerable<ExpressionSyntax> LoginParts => _login.Parts;

    public override bool IsPort25(ExpressionSyntax port) => IsPort25(port, _file);

    public override bool RewriteHost(RelayEdit edit) => _connect.Uri is not null || Hosts.All(host => RewriteHost(edit, host));

    public override bool RewritePort(RelayEdit edit)
    {
        if (_connect.Uri is { } uri)
            return RewriteUri(edit, uri);

        if (_connect.Port is { } port)
        {
            return (port.Expression.Span == edit.Finding.Place.Span || IsPort25(port.Expression, _file))
                && RewritePort(edit, port.Expression);
        }

        if (_connect.Host is not { } host || edit.Source.Port(edit, _connect.Call) is not { } text)
            return false;
        edit.Edits.Insert(
            host.Span.End,
            edit.Layout.BetweenArguments(host) + (host.NameColon is null ? "" : _connect.Row.PortParameter + ": ") + text);
        return true;
    }

    public override bool RewriteSecurity(RelayEdit edit)
    {
        if (_connect.Uri is { } uri && edit.Finding.Place.Relay is { } relay)
            return RewriteUri(edit, uri, relay.Port);
        if (_connect.Uri is not null || (IsEncrypted && !edit.StartsWithTls))
            return true;

        return _security.Demand(edit);
    }

    public override bool RewriteLogin(RelayEdit edit) => _login.Rewrite(edit);

    // A URI says neither where the relay is nor that STARTTLS is demanded, so its parts become arguments.
    private bool RewriteUri(RelayEdit edit, ArgumentSyntax uri)
    {
        if (UriHost.Read(uri.Expression, _file) is not { } known || edit.Source.Port(edit, _connect.Call) is not { } port)
            return false;

        var host = known.Text;
        if (edit.Source.HasLogin && known.Value is { } name)
        {
            if ((IsReplaced(edit, name)
                ? edit.Source.Host(edit, _connect.Call)
                : edit.Source.HostOr(edit, _connect.Call) is var (before, after) ? before + known.Text + after
                : known.Text) is not { } setting)
                return false;
            host = setting;
            edit.Host = MailExchanger.IsOne(name) ? null : name;
        }
        else if (!edit.Source.HasLogin && known.Value is { } literal && MailExchanger.IsOne(literal))
        {
            return false;
        }

        edit.Edits.Replace(uri.Span, host + ", " + port + ", " + _security.Text(edit));
        return true;
    }

    private bool RewriteUri(RelayEdit edit, ArgumentSyntax uri, int port)
    {
        if (UriHost.Read(uri.Expression, _file) is not { } host)
            return false;

        edit.Edits.Replace(uri.Span, host.Text + ", " + port.ToString(CultureInfo.InvariantCulture) + ", " + _security.Text(edit));
        return true;
    }
}
