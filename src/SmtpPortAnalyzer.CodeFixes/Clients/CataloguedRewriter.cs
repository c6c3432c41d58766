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
/// A connection of any other library of the catalogue. All that is known is the member that chooses the encryption, so that this alone is
/// set: on the object that carries the settings, or as an argument of the call that connects.
/// </summary>
internal sealed class CataloguedRewriter : ClientRewriter
{
    private readonly SmtpLibrary? _library;
    private readonly SyntaxNode _site;
    private readonly RelayFacts _relay;
    private readonly FileContext _file;
    private readonly ClientUsage? _usage;

    private CataloguedRewriter(string library, SyntaxNode site, RelayFacts relay, FileContext file)
    {
        _library = SmtpCatalog.Find(library);
        _site = site;
        _relay = relay;
        _file = file;
        _usage = site is BaseObjectCreationExpressionSyntax ? ClientUsage.Read(site, file) : null;
    }

    public static CataloguedRewriter? Create(string library, SyntaxNode site, RelayFacts? relay, FileContext file) =>
        relay is { Member: not null } && site is BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax
            ? new CataloguedRewriter(library, site, relay!, file)
            : null;

    public override IEnumerable<ExpressionSyntax> Hosts => [];

    public override IEnumerable<ExpressionSyntax> Ports => [];

    public override bool IsEncrypted => false;

    public override bool IsAuthenticated => _relay.LogsIn;

    public override TransportSecurity? Security => null;

    public override LoginKind LoginKind => Passwords().Any() ? LoginKind.Literal : _relay.LogsIn ? LoginKind.RunTime : LoginKind.None;

    public override bool IsPort25(ExpressionSyntax port) => false;

    public override bool RewriteHost(RelayEdit edit) => false;

    public override bool RewritePort(RelayEdit edit) => false;

    public override bool RewriteSecurity(RelayEdit edit) => _usage is not null && PropertyType() is { } property
        ? SetProperty(edit, property)
        : SetArgument(edit);

    // A login that is not there: which members it takes is unknown.
    public override bool RewriteLogin(RelayEdit edit) => Passwords().ToList() is { Count: > 0 } passwords
        && passwords.All(password => Login.ReplaceAt(edit, password, edit.Source.Password(edit, password)));

    private bool SetProperty(RelayEdit edit, ITypeSymbol type)
    {
        var writes = _usage!.Of(_relay.Member!).ToList();
        if (MemberOf(type) is null || writes.Any(write => write.IsShared || _file.ConstantOf(write.Value) is not { HasValue: true }))
            return false;
        foreach (var write in writes)
            Replace(edit, write.Value, type);

        return writes.Any(write => !write.IsConditional)
            || new ConfigurationPlaces(_usage, _site, null, _file).Add(edit, _relay.Member!, _ => TextOf(edit, type), after: []);
    }

    private bool SetArgument(RelayEdit edit)
    {
        if (_file.SymbolOf(_site) is not IMethodSymbol method
            || method.Parameters.FirstOrDefault(parameter => parameter.Name == _relay.Member) is not { } parameter
            || MemberOf(parameter.Type) is null)
            return false;

        if (Callers.ArgumentFor(_site, parameter, _file) is { } argument)
        {
            if (_file.ConstantOf(argument.Expression) is not { HasValue: true })
                return false;
            Replace(edit, argument.Expression, parameter.Type);
            return true;
        }

        var list = (_site as InvocationExpressionSyntax)?.ArgumentList ?? ((BaseObjectCreationExpressionSyntax)_site).ArgumentList;
        if (list is not { Arguments.Count: > 0 })
            return false;
        edit.Edits.Insert(list.Arguments.Last().Span.End, ", " + parameter.Name + ": " + TextOf(edit, parameter.Type));
        return true;
    }

    private void Replace(RelayEdit edit, ExpressionSyntax value, ITypeSymbol type)
    {
        if (!SecurityPlace.Rename(edit, value, MemberOf(type)!))
            edit.Edits.Replace(value.Span, TextOf(edit, type));
    }

    // `true`, `StartTls`; null where the type does not have the value.
    private string? MemberOf(ITypeSymbol type)
    {
        type = type.WithoutNullable();
        if (type.SpecialType == SpecialType.System_Boolean)
            return _relay.Value is 0 or 1 ? SecurityPlace.TextOf(_relay.Value) : null;
        return type.ContainingType is null ? SecurityPlace.NameOf(type, _relay.Value) : null;
    }

    private string TextOf(RelayEdit edit, ITypeSymbol type)
    {
        type = type.WithoutNullable();
        return type.SpecialType == SpecialType.System_Boolean
            ? MemberOf(type)!
            : edit.Names.At(_site.SpanStart, type.ContainingNamespace.ToDisplayString(), type.Name) + "." + MemberOf(type);
    }

    private ITypeSymbol? PropertyType() => _file.TypeOf(_site).SelfAndBaseTypes()
        .SelectMany(type => type.GetMembers(_relay.Member!))
        .OfType<IPropertySymbol>()
        .FirstOrDefault(property => property.SetMethod is not null)
        ?.Type;

    private bool IsPassword(string property) =>
        _library?.Clients.Any(client => client.Login is { } login && login.Passwords.Contains(property)) == true;

    private IEnumerable<ExpressionSyntax> Passwords() => _usage?.Writes
        .Where(write => IsPassword(write.Property))
        .Where(write => _file.ProvedConstant(write.Value) is string password && !Placeholder.Is(password))
        .Select(write => write.Value) ?? [];
}
