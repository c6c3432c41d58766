using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.CodeFixes.Relay;

/// <summary>
/// Rewrites a MailKit connection: <c>Connect(host, port, SecureSocketOptions.StartTls)</c>, then <c>Authenticate</c>. Never the
/// <c>useSsl</c> overload, which means TLS from the first byte or none for sure, nor <c>Auto</c>, which goes on in clear text.
/// </summary>
internal sealed class MailKitRewriter : ClientRewriter
{
    private readonly ConnectCall _connect;
    private readonly MailKitLogin _login;
    private readonly SemanticModel _model;
    private readonly CancellationToken _cancellationToken;

    private MailKitRewriter(ConnectCall connect, SemanticModel model, CancellationToken cancellationToken)
    {
        _connect = connect;
        _login = new MailKitLogin(connect, model, cancellationToken);
        _model = model;
        _cancellationToken = cancellationToken;
    }

    public static MailKitRewriter? Of(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        // The first versions, until 1.0.12, have nothing to demand STARTTLS with.
        model.Compilation.GetTypeByMetadataName("MailKit.Security.SecureSocketOptions") is not null
        && ConnectCall.Read(call, model, cancellationToken) is { } connect ? new MailKitRewriter(connect, model, cancellationToken) : null;

    public override IEnumerable<ExpressionSyntax> Hosts => _connect.Host is { } host ? new[] { host.Expression } : [];

    public override IEnumerable<ExpressionSyntax> Ports => (_connect.Port ?? _connect.Uri) is { } port ? new[] { port.Expression } : [];

    // A bool says whether there is TLS from the first byte, and never that STARTTLS is demanded.
    public override IEnumerable<ExpressionSyntax> SecurityFlags => _connect.Security is { } security && IsOptions(security.Expression) ? new[] { security.Expression } : [];

    public override bool IsEncrypted => _connect.Security is { } security && (IsOption(security.Expression, "StartTls")
        || (ChosenSecurity.StandIn(security.Expression, _model, _cancellationToken) is { } standIn && IsSecure(standIn))
        || (IsOptions(security.Expression) && (IsChosen(security.Expression) || SecurityFlag.IsOn(security.Expression, _model, _cancellationToken)))
        || (security.Expression is ConditionalExpressionSyntax choice && IsSecure(choice.WhenTrue) && IsSecure(choice.WhenFalse)));

    public override SecurityMode Security
    {
        get
        {
            if (_connect.Uri is not null)
                return SecurityMode.RunTime;
            if (_connect.Security is not { } security)
                return SecurityMode.ByPort;

            var value = KnownValue.Of(security.Expression, _model, _cancellationToken);
            return value switch
            {
                false or 4 => SecurityMode.WhenAvailable,
                true or 2 => SecurityMode.Implicit,
                0 => SecurityMode.None,
                1 => SecurityMode.ByPort,
                3 => SecurityMode.StartTls,
                _ => SecurityMode.RunTime,
            };
        }
    }

    public override LoginKind LoginKind => _login.Kind;

    public override bool IsAuthenticated => _login.Kind == LoginKind.RunTime;

    public override bool IsPort25(ExpressionSyntax port) => IsPort25(port, _model, _cancellationToken);

    public override bool RewriteHost(RelayEdit edit) => _connect.Uri is not null || Hosts.All(host => RewriteHost(edit, host));

    public override bool RewritePort(RelayEdit edit)
    {
        if (_connect.Uri is { } uri)
            return RewriteUri(edit, uri);

        if (_connect.Port is { } port)
        {
            return (port.Expression.Span == edit.Finding.Place.Span || IsPort25(port.Expression, _model, _cancellationToken))
                && RewritePort(edit, port.Expression);
        }

        if (_connect.Host is not { } host || edit.Source.Port(edit, _connect.Call) is not { } text)
            return false;
        edit.Edits.Insert(host.Span.End, (host.NameColon is null ? ", " : ", port: ") + text);
        return true;
    }

    public override bool RewriteSecurity(RelayEdit edit)
    {
        if (_connect.Uri is { } uri && edit.Finding.Place.Relay is { } relay)
            return RewriteUri(edit, uri, relay.Port);
        if (_connect.Uri is not null || (IsEncrypted && !edit.StartsWithTls))
            return true;

        var value = Mode(edit);
        if (_connect.Security is { } security)
        {
            // Where port and encryption are settings, they go together; with a port that is none, only what a call or a local asks for is a setting.
            if (!edit.Finding.Place.IsAboutRelay && (edit.KeepsPort || security.Expression is not ConditionalExpressionSyntax)
                && ChosenSecurity.StandIn(security.Expression, _model, _cancellationToken) is { } standIn)
            {
                edit.Edits.Replace(standIn.Span, value);
                return true;
            }

            if (edit.KeepsPort && !edit.Finding.Place.IsAboutRelay && security.Expression is not ConditionalExpressionSyntax
                && ChosenSecurity.IsRunTime(security.Expression, _model, _cancellationToken))
                return false;

            // A port that is set may be that of TLS from the first byte; then the setting beside it says so.
            if (edit.KeepsPort && security.Expression is ConditionalExpressionSyntax choice && (IsSecure(choice.WhenTrue) || IsSecure(choice.WhenFalse)))
            {
                edit.Edits.Replace((IsSecure(choice.WhenTrue) ? choice.WhenFalse : choice.WhenTrue).Span, value);
                return true;
            }

            if (edit.KeepsPort && IsSetting(security.Expression))
                value = security.Expression.WithoutTrivia() + " ? " + Options(edit) + ".SslOnConnect : " + value;
            if (security.NameColon is { } name && name.Name.Identifier.ValueText != "options")
                edit.Edits.Replace(name.Name.Span, "options");
            var place = KnownValue.PlaceOf(security.Expression, _model, _cancellationToken);
            if (!edit.Finding.Place.IsAboutRelay || !SecurityPlace.Rename(edit, place, ModeName(edit)))
                edit.Edits.Replace(place.Span, value);
            return true;
        }

        if ((_connect.Port ?? _connect.Host) is not { } before)
            return false;
        var named = before.NameColon is not null || _connect.Call.ArgumentList.Arguments.IndexOf(before) != (_connect.Port is null ? 0 : 1);
        edit.Edits.Insert(before.Span.End, (named ? ", options: " : ", ") + value);
        return true;
    }

    public override bool RewriteLogin(RelayEdit edit) => _login.Rewrite(edit);

    // A URI says neither where the relay is nor that STARTTLS is demanded, so its parts become arguments.
    private bool RewriteUri(RelayEdit edit, ArgumentSyntax uri)
    {
        if (SmtpUri.HostOf(uri.Expression, _model, _cancellationToken) is not { } known || edit.Source.Port(edit, _connect.Call) is not { } port)
            return false;

        var host = known.Text;
        if (edit.Source.HasLogin && known.Value is { } name)
        {
            if ((IsReplaced(edit, name) ? edit.Source.Host(edit, _connect.Call) : edit.Source.HostOr(edit, _connect.Call) + known.Text) is not { } setting)
                return false;
            host = setting;
            edit.Host = MailExchanger.IsOne(name) ? null : name;
        }
        else if (!edit.Source.HasLogin && known.Value is { } literal && MailExchanger.IsOne(literal))
        {
            return false;
        }

        edit.Edits.Replace(uri.Span, host + ", " + port + ", " + Mode(edit));
        return true;
    }

    private bool RewriteUri(RelayEdit edit, ArgumentSyntax uri, int port)
    {
        if (SmtpUri.HostOf(uri.Expression, _model, _cancellationToken) is not { } host)
            return false;

        edit.Edits.Replace(uri.Span, host.Text + ", " + port.ToString(CultureInfo.InvariantCulture) + ", " + Mode(edit));
        return true;
    }

    private string Mode(RelayEdit edit) =>
        Options(edit) + "." + ModeName(edit);

    private static string ModeName(RelayEdit edit) => edit.StartsWithTls ? "SslOnConnect" : "StartTls";

    private string Options(RelayEdit edit) => edit.Names.At(_connect.Call.SpanStart, "MailKit.Security", "SecureSocketOptions");

    private bool IsSecure(ExpressionSyntax option) => IsOption(option, "StartTls") || IsOption(option, "SslOnConnect");

    private bool IsOption(ExpressionSyntax option, string name) =>
        _model.GetSymbolInfo(option, _cancellationToken).Symbol is IFieldSymbol { ContainingType.Name: "SecureSocketOptions" } field && field.Name == name;

    private bool IsOptions(ExpressionSyntax option) => _model.GetTypeInfo(option, _cancellationToken).Type?.Name == "SecureSocketOptions";

    // settings.Security.Value: somebody has set it, for the port that he has set.
    private bool IsChosen(ExpressionSyntax option) => option is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Value", Expression: var setting }
        && _model.GetTypeInfo(setting, _cancellationToken).Type?.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;

    // bool useSsl, known only at run time
    private bool IsSetting(ExpressionSyntax value) => value is IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
        && _model.GetTypeInfo(value, _cancellationToken).Type?.SpecialType == SpecialType.System_Boolean && !_model.GetConstantValue(value, _cancellationToken).HasValue;
}
