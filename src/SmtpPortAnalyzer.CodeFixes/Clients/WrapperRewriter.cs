using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Logins;
using SmtpPortAnalyzer.CodeFixes.Security;
using SmtpPortAnalyzer.CodeFixes.Sources;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes.Clients;

/// <summary>
/// Rewrites a connection of a library that wraps a client: what is set where stands in its row of the catalogue, down to the members that
/// take the login.
/// </summary>
internal sealed class WrapperRewriter : ClientRewriter
{
    private readonly WrapperRow _row;
    private readonly WrapperMembers _members;
    private readonly SyntaxNode _site;
    private readonly FileContext _file;

    private WrapperRewriter(WrapperRow row, WrapperMembers members, SyntaxNode site, FileContext file)
    {
        _row = row;
        _members = members;
        _site = site;
        _file = file;
    }

    /// <summary>Null where the row does not say how to log in, or where the object is configured by other code as well.</summary>
    public static WrapperRewriter? Read(SmtpLibrary library, SyntaxNode site, FileContext file)
    {
        if (site is InvocationExpressionSyntax call)
        {
            return file.SymbolOf(call) is IMethodSymbol method && WrapperRow.Find(library, method.AsDeclared()) is { } row
                ? new WrapperRewriter(row, new WrapperMembers.OfCall(call, method.AsDeclared(), file), site, file)
                : null;
        }

        return ClientUsage.Read(site, file) is { } usage && TypeOf(site, file) is { } type && WrapperRow.Find(library, type) is { } client
            && !client.NotConnecting.Any(member => usage.Of(member).Any())
            ? new WrapperRewriter(client, new WrapperMembers.OfObject(usage, type, site, file), site, file)
            : null;
    }

    public override IEnumerable<ExpressionSyntax> Hosts => Of(_row.Host);

    public override IEnumerable<ExpressionSyntax> Ports => Of(_row.Port);

    public override IEnumerable<ExpressionSyntax> LoginParts =>
        Of(_row.Login.UserName).Concat(Of(_row.Login.Password)).Concat(Of(_row.Login.Credentials));

    public override bool IsEncrypted => Security == TransportSecurity.StartTls;

    public override TransportSecurity? Security => _file.ProvedSecurity(_site);

    public override LoginKind LoginKind => LoginKinds.Together(Secrets.Select(value => _file.ProvedLogin(value)));

    public override bool IsAuthenticated => LoginKind == LoginKind.RunTime && IsSwitchedOn && !Of(_row.Login.UserName).Any(IsNothing);

    public override bool IsPort25(ExpressionSyntax port) => IsPort25(port, _file);

    private IEnumerable<ExpressionSyntax> Secrets => Of(_row.Login.Password).Concat(Of(_row.Login.Credentials));

    private bool IsSwitchedOn => _row.Login.Switch is not { } on
        || (_members.Of(on.Name).ToList() is { Count: > 0 } values && values.All(value => _file.ConstantOf(value).Value is var given
            && (given is null or true || given is int number && number == on.Value)));

    public override bool RewriteHost(RelayEdit edit) => Hosts.All(host => RewriteHost(edit, host));

    public override bool RewritePort(RelayEdit edit)
    {
        if (_row.Port is not { } member || _members.IsUncertain(member))
            return false;

        var ports = Ports.ToList();
        if (ports.Count > 0)
            return ports.All(port => (port.Span == edit.Finding.Place.Span || IsPort25(port)) && RewritePort(edit, port));

        return edit.Source.Port(edit, _site) is { } text && _members.Add(edit, member, _ => text, _row.Host ?? "");
    }

    public override bool RewriteSecurity(RelayEdit edit)
    {
        if (_row.IsEncryptedByLogin && edit.Source.HasLogin)
            return true;
        if (Security is { } mode && !PortSecurity.IsWrong(mode, MailPorts.Submission) && !PortSecurity.IsWeak(mode, MailPorts.Submission))
            return true;
        return _row.Demanding is var (member, value) && Set(edit, member, value, _row.Port ?? "", _row.Host ?? "");
    }

    public override bool RewriteLogin(RelayEdit edit)
    {
        var login = _row.Login;
        var kind = LoginKind;
        if (kind == LoginKind.Mixed || (login.Switch is { } on && !IsSwitchedOn && !Set(edit, on.Name, on.Value, AfterAddress())))
            return false;
        if (kind == LoginKind.RunTime && !Of(login.UserName).Any(IsNothing))
            return true;

        edit.DemandsLogin = true;
        return login.Credentials is { } credentials
            ? Give(edit, credentials, (place, indentation) => Login.New(edit, place, indentation))
            : Give(edit, login.UserName!, (place, _) => edit.Source.UserName(edit, place))
                && Give(edit, login.Password!, (place, _) => edit.Source.Password(edit, place));
    }

    private bool Give(RelayEdit edit, string member, System.Func<SyntaxNode, string, string?> text)
    {
        if (_members.IsUncertain(member))
            return false;

        var values = _members.Of(member).ToList();
        if (values.Count == 0)
            return _members.Add(edit, member, indentation => text(_site, indentation), AfterAddress());
        return values.All(value => _file.ProvedConstant(value) is null && !IsNothing(value)
            ? member != _row.Login.Credentials || Login.Rewrite(edit, value)
            : Login.ReplaceAt(edit, value, text(value, edit.Layout.FinalIndentation(value))));
    }

    private bool Set(RelayEdit edit, string member, int value, params string[] after)
    {
        if (_members.IsUncertain(member) || _members.TypeOf(member) is not { } type || TextOf(edit, type, value) is not { } text)
            return false;

        var given = _members.Of(member).ToList();
        foreach (var old in given)
            edit.Edits.Replace(old.Span, text);
        return given.Count > 0 || _members.Add(edit, member, _ => text, after);
    }

    private string? TextOf(RelayEdit edit, ITypeSymbol type, int value)
    {
        // NLog's Layout<bool> and Layout<SmtpAuthenticationMode> take the value as it is.
        type = type.WithoutNullable();
        if (type is INamedTypeSymbol { TypeKind: not TypeKind.Enum, TypeArguments: { Length: 1 } arguments })
            type = arguments[0];
        if (type.SpecialType == SpecialType.System_Boolean)
            return SecurityPlace.TextOf(value);
        if (SecurityPlace.NameOf(type, value) is not { } name)
            return null;
        return type.ContainingType is { } outer
            ? edit.Names.At(_site.SpanStart, outer.ContainingNamespace, outer.Name) + "." + type.Name + "." + name
            : edit.Names.At(_site.SpanStart, type.ContainingNamespace, type.Name) + "." + name;
    }

    private string[] AfterAddress() => new[] { _row.Login.UserName, _row.Demanding?.Member, _row.Port, _row.Host }
        .OfType<string>().ToArray();

    private IEnumerable<ExpressionSyntax> Of(string? member) => member is null ? [] : _members.Of(member);

    private bool IsNothing(ExpressionSyntax value) => _file.ConstantOf(value) is { HasValue: true, Value: null or "" };

    private static ITypeSymbol? TypeOf(SyntaxNode site, FileContext file) => site switch
    {
        BaseObjectCreationExpressionSyntax creation => file.TypeOf(creation),
        AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Expression: var client } } => file.TypeOf(client),
        _ => null,
    };
}
