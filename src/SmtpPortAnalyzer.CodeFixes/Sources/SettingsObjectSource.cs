using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>
/// The settings object that the connection takes its host from already (<c>_settings.Host</c>), where it has a port, a user name and a
/// password as well.
/// </summary>
internal sealed class SettingsObjectSource(bool hasPort) : RelaySource
{
    public override string? Port(RelayEdit edit, SyntaxNode place)
    {
        // Without a port of its own it goes with the usual one.
        if (!hasPort)
            return Find(edit, place, SettingRole.Port) is null && Find(edit, place, SettingRole.Password) is not null
                ? SubmissionPort
                : null;

        if (Find(edit, place, SettingRole.Port) is not var (settings, member) || TypeOf(member) is not { } type
            || StartsBlocked(edit, member) || IsWrong(edit, member))
            return null;

        var port = settings + "." + member.Name;
        if (type.IsNullable() && type.WithoutNullable().SpecialType == SpecialType.System_Int32)
            return port + " ?? " + SubmissionPort;
        if (type.SpecialType != SpecialType.System_Int32)
            return null;

        // A port that is not set is 0, which is 25 to both libraries.
        return HasDefault(edit, member) ? port : port + " > 0 ? " + port + " : " + SubmissionPort;
    }

    public override bool HasLoginOnly => !hasPort;

    public override bool SpansLines(RelayEdit edit) => false;

    // The host is kept: it comes from there.
    public override (string Before, string After)? HostOr(RelayEdit edit, SyntaxNode place) => null;

    public override string? Host(RelayEdit edit, SyntaxNode place) => null;

    public override string? UserName(RelayEdit edit, SyntaxNode place) => Text(edit, place, SettingRole.UserName);

    public override string? Password(RelayEdit edit, SyntaxNode place) => Text(edit, place, SettingRole.Password);

    protected override string? Read(RelayEdit edit, SyntaxNode place, string setting) => null;

    protected override string Key(RelayEdit edit, string setting) => setting;

    private string? Text(RelayEdit edit, SyntaxNode place, SettingRole role) =>
        Find(edit, place, role) is not var (settings, member)
            || TypeOf(member) is not { SpecialType: SpecialType.System_String } type || IsWrong(edit, member) ? null
            : IsDemanded(edit, place, type) ? OrThrow(edit, place, settings + "." + member.Name, member.Name)
            : settings + "." + member.Name;

    // What is wrong is what the settings hold.
    private static bool IsWrong(RelayEdit edit, ISymbol member) =>
        edit.Wrong.Any(part => SymbolEqualityComparer.Default.Equals(edit.File.SymbolOf(part), member));

    private static bool IsDemanded(RelayEdit edit, SyntaxNode place, ITypeSymbol type) => edit.DemandsLogin
        && type.NullableAnnotation == NullableAnnotation.Annotated && edit.File.Model.GetNullableContext(place.SpanStart).WarningsEnabled();

    private (string Settings, ISymbol Member)? Find(RelayEdit edit, SyntaxNode place, SettingRole role)
    {
        var model = edit.Finding.Model;
        if (edit.Hosts.Select(h => ReadBy(h) as MemberAccessExpressionSyntax).FirstOrDefault(h => h is not null) is not { } host
            || edit.File.SymbolOf(host) is not (IPropertySymbol { IsStatic: false } or IFieldSymbol { IsStatic: false })
            || edit.File.TypeOf(host.Expression) is not { } settings
            || host.Expression is ThisExpressionSyntax || !IsPlain(host.Expression))
            return null;

        var members = settings.GetMembers().Where(m => TypeOf(m) is not null && model.IsAccessible(place.SpanStart, m)).ToList();
        var names = members.ConvertAll(member => member.Name);
        return (SettingRoles.Best(names, role)
            ?? (role is SettingRole.UserName or SettingRole.Password
                ? SettingNames.Among(names, SettingNames.StemOf(host.Name.Identifier.ValueText, SettingRole.Host), role)
                : null)) is { } name
            ? (host.Expression.WithoutTrivia().ToString(), members.First(member => member.Name == name))
            : null;
    }

    // settings.Host ?? "smtp.contoso.com", settings.Host!
    private static ExpressionSyntax ReadBy(ExpressionSyntax host) => host switch
    {
        ParenthesizedExpressionSyntax { Expression: var inner } => ReadBy(inner),
        PostfixUnaryExpressionSyntax { Operand: var inner } => ReadBy(inner),
        BinaryExpressionSyntax
        {
            RawKind: (int)SyntaxKind.CoalesceExpression, Left: var left, Right: LiteralExpressionSyntax,
        } => ReadBy(left),
        _ => host,
    };

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

    /// <summary>Whether an initializer gives the member a number of its own, so that it is never 0 unless it is set to it.</summary>
    private static bool HasDefault(RelayEdit edit, ISymbol member) =>
        Initializers(edit, member).Any(value =>
            ConstantFolding.TryGetInteger(ProvedConstant(edit, value), out var number) && number > 0);

    /// <summary>Whether the member may be 25 until it is set: by its initializer, or by what a constructor writes to it.</summary>
    private static bool StartsBlocked(RelayEdit edit, ISymbol member) =>
        Initializers(edit, member).Concat(WrittenByConstructors(edit, member))
            .Any(value => ConstantFolding.IsPort(ProvedConstant(edit, value), MailPorts.Blocked));

    private static IEnumerable<ExpressionSyntax> Initializers(RelayEdit edit, ISymbol member) =>
        member.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(edit.CancellationToken))
            .Select(syntax =>
                ((syntax as PropertyDeclarationSyntax)?.Initializer ?? (syntax as VariableDeclaratorSyntax)?.Initializer)?.Value)
            .OfType<ExpressionSyntax>();

    private static IEnumerable<ExpressionSyntax> WrittenByConstructors(RelayEdit edit, ISymbol member) =>
        from constructor in member.ContainingType.InstanceConstructors
        from reference in constructor.DeclaringSyntaxReferences
        let declaration = reference.GetSyntax(edit.CancellationToken) as ConstructorDeclarationSyntax
        where declaration is not null
        from assignment in declaration.DescendantNodes().OfType<AssignmentExpressionSyntax>()
        where assignment.Left is IdentifierNameSyntax { Identifier.ValueText: var name } && name == member.Name
            || assignment.Left is MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name.Identifier.ValueText: var own }
                && own == member.Name
        select assignment.Right;

    // The settings may be of another project, of which nothing is proved here.
    private static object? ProvedConstant(RelayEdit edit, ExpressionSyntax value) =>
        edit.File.Model.Compilation.ContainsSyntaxTree(value.SyntaxTree) ? edit.File.ProvedConstant(value)
            : value is LiteralExpressionSyntax literal ? literal.Token.Value
            : null;
}
