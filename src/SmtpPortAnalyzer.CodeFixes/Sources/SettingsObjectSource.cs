using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.CodeFixes.Pipeline;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>
/// The settings object that the connection takes its host from already (<c>_settings.Host</c>), where it has a port, a user name and a
/// password as well.
/// </summary>
internal sealed class SettingsObjectSource : RelaySource
{
    public override string? Port(RelayEdit edit, SyntaxNode place)
    {
        if (Find(edit, place, SettingRole.Port) is not var (settings, member) || TypeOf(member) is not { } type
            || HasDefault(edit, member, 25))
            return null;

        var port = settings + "." + member.Name;
        if (type.IsNullable() && type.WithoutNullable().SpecialType == SpecialType.System_Int32)
            return port + " ?? " + SubmissionPort;
        if (type.SpecialType != SpecialType.System_Int32)
            return null;

        // A port that is not set is 0, which is 25 to both libraries.
        return HasDefault(edit, member, null) ? port : port + " > 0 ? " + port + " : " + SubmissionPort;
    }

    public override bool SpansLines(RelayEdit edit) => false;

    // The host is kept: it comes from there.
    public override string? HostOr(RelayEdit edit, SyntaxNode place) => null;

    public override string? Host(RelayEdit edit, SyntaxNode place) => null;

    public override string? UserName(RelayEdit edit, SyntaxNode place) => Text(edit, place, SettingRole.UserName);

    public override string? Password(RelayEdit edit, SyntaxNode place) => Text(edit, place, SettingRole.Password);

    protected override string? Read(RelayEdit edit, SyntaxNode place, string setting) => null;

    protected override string Key(RelayEdit edit, string setting) => setting;

    private string? Text(RelayEdit edit, SyntaxNode place, SettingRole role) =>
        Find(edit, place, role) is not var (settings, member)
            || TypeOf(member) is not { SpecialType: SpecialType.System_String } type ? null
            : IsDemanded(edit, place, type) ? OrThrow(edit, place, settings + "." + member.Name, member.Name)
            : settings + "." + member.Name;

    private static bool IsDemanded(RelayEdit edit, SyntaxNode place, ITypeSymbol type) => edit.DemandsLogin
        && type.NullableAnnotation == NullableAnnotation.Annotated && edit.File.Model.GetNullableContext(place.SpanStart).WarningsEnabled();

    private (string Settings, ISymbol Member)? Find(RelayEdit edit, SyntaxNode place, SettingRole role)
    {
        var model = edit.Finding.Model;
        if (edit.Hosts.Select(h => h as MemberAccessExpressionSyntax).FirstOrDefault(h => h is not null) is not { } host
            || edit.File.SymbolOf(host) is not (IPropertySymbol { IsStatic: false } or IFieldSymbol { IsStatic: false })
            || edit.File.TypeOf(host.Expression) is not { } settings
            || host.Expression is ThisExpressionSyntax || !IsPlain(host.Expression))
            return null;

        var members = settings.GetMembers().Where(m => TypeOf(m) is not null && model.IsAccessible(place.SpanStart, m)).ToList();
        return SettingRoles.Best(members.Select(member => member.Name), role) is { } name
            ? (host.Expression.WithoutTrivia().ToString(), members.First(member => member.Name == name))
            : null;
    }

    private static ITypeSymbol? TypeOf(ISymbol member) => member switch
    {
        IPropertySymbol { GetMethod: not null, IsStatic: false } property => property.Type,
        IFieldSymbol { IsImplicitlyDeclared: false, IsStatic: false } field => field.Type,
        _ => null,
    };

    // Names and members only: a call might answer differently the second time.
    private static bool IsPlain(ExpressionSyntax expression) => expression switch
    {
        IdentifierNameSyntax or ThisExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsPlain(access.Expression),
        _ => false,
    };

    /// <summary>Whether a member starts with the given number, or with any at all.</summary>
    private static bool HasDefault(RelayEdit edit, ISymbol member, int? number) =>
        member.DeclaringSyntaxReferences.Select(r => r.GetSyntax(edit.CancellationToken)).Any(s =>
        ((s as PropertyDeclarationSyntax)?.Initializer ?? (s as VariableDeclaratorSyntax)?.Initializer)?.Value
            is LiteralExpressionSyntax { Token.Value: int value } && value > 0 && (number is null || number == value));
}
