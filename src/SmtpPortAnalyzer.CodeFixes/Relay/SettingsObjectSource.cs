using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SmtpPortAnalyzer.CodeFixes.Relay;

/// <summary>
/// The settings object that the connection takes its host from already (<c>_settings.Host</c>), where it has a port, a user name and a
/// password as well.
/// </summary>
internal sealed class SettingsObjectSource(CancellationToken cancellationToken) : RelaySource
{
    private static readonly string[] s_ports = { "Port", "SmtpPort", "MailPort", "EmailPort", "ServerPort", "RelayPort" };
    private static readonly string[] s_users = { "UserName", "Username", "User", "SmtpUserName", "SmtpUsername", "SmtpUser", "Login", "SmtpLogin" };
    private static readonly string[] s_passwords = { "Password", "SmtpPassword", "Pass", "SmtpPass", "MailPassword", "EmailPassword" };

    public override string? Port(RelayEdit edit, SyntaxNode place) => Member(edit, place, s_ports, SpecialType.System_Int32);

    public override bool SpansLines(RelayEdit edit) => false;

    // The host is kept: it comes from there.
    public override string? HostOr(RelayEdit edit, SyntaxNode place) => null;

    protected override string? Required(RelayEdit edit, SyntaxNode place, string name) => name switch
    {
        "UserName" => Member(edit, place, s_users, SpecialType.System_String),
        "Password" => Member(edit, place, s_passwords, SpecialType.System_String),
        _ => null,
    };

    protected override string? Read(RelayEdit edit, SyntaxNode place, string name) => null;

    protected override string Key(string name) => name;

    private string? Member(RelayEdit edit, SyntaxNode place, IEnumerable<string> names, SpecialType type)
    {
        var model = edit.Finding.Model;
        if (edit.Hosts.Select(h => h as MemberAccessExpressionSyntax).FirstOrDefault(h => h is not null) is not { } host
            || model.GetSymbolInfo(host, cancellationToken).Symbol is not (IPropertySymbol { IsStatic: false } or IFieldSymbol { IsStatic: false })
            || model.GetTypeInfo(host.Expression, cancellationToken).Type is not { } settings
            || !IsPlain(host.Expression))
            return null;

        var members = settings.GetMembers().Where(m => m is IPropertySymbol { GetMethod: not null } or IFieldSymbol { IsImplicitlyDeclared: false }).ToList();
        var member = names.Select(n => members.FirstOrDefault(m => m.Name == n && TypeOf(m) == type && model.IsAccessible(place.SpanStart, m)))
            .FirstOrDefault(m => m is not null);
        return member is null || HasDefault25(member) ? null : host.Expression.WithoutTrivia() + "." + member.Name;
    }

    private static SpecialType? TypeOf(ISymbol member) => ((member as IPropertySymbol)?.Type ?? (member as IFieldSymbol)?.Type)?.SpecialType;

    // Names and members only: a call might answer differently the second time.
    private static bool IsPlain(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsPlain(access.Expression),
        _ => false,
    };

    // A port that is 25 unless it is set would be the next finding.
    private bool HasDefault25(ISymbol member) => member.DeclaringSyntaxReferences.Select(r => r.GetSyntax(cancellationToken)).Any(s =>
        (s as PropertyDeclarationSyntax)?.Initializer?.Value is LiteralExpressionSyntax { Token.Value: 25 }
        || (s as VariableDeclaratorSyntax)?.Initializer?.Value is LiteralExpressionSyntax { Token.Value: 25 });
}
