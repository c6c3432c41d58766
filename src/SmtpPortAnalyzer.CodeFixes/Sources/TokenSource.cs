using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.CodeFixes.Sources;

/// <summary>
/// An access token in place of a password, from a credential that is in reach, for a relay that the code names and that takes tokens. The
/// user name, a mailbox, is the one of the settings.
/// </summary>
internal sealed class TokenSource : RelaySource
{
    private const string Namespace = "Azure.Core";

    private static readonly RelaySource[] s_settings = [new ConfigurationSource(), new AppSettingsSource(), new EnvironmentSource()];

    public override bool HasLoginOnly => true;

    public override bool KeepsHost => true;

    public override string? Port(RelayEdit edit, SyntaxNode place) => ScopeOf(edit) is null ? null : SubmissionPort;

    public override (string Before, string After)? HostOr(RelayEdit edit, SyntaxNode place) => null;

    public override string? Host(RelayEdit edit, SyntaxNode place) => null;

    public override string? UserName(RelayEdit edit, SyntaxNode place) =>
        s_settings.Select(source => source.UserName(edit, place)).FirstOrDefault(name => name is not null);

    public override string? Password(RelayEdit edit, SyntaxNode place) => null;

    public override string? Token(RelayEdit edit, SyntaxNode place, string cancellation, string line, string? awaiting)
    {
        if (ScopeOf(edit) is not { } scope || CredentialAt(place, edit.File) is not { } credential)
            return null;

        var request = "new " + edit.Names.At(place.SpanStart, Namespace, "TokenRequestContext") + "(new[] { \"" + scope + "\" })";
        var arguments = "(" + line + request + "," + line + cancellation + ")";
        return awaiting is null
            ? credential + ".GetToken" + arguments + ".Token"
            : "(await " + credential + ".GetTokenAsync" + arguments + awaiting + ").Token";
    }

    protected override string? Read(RelayEdit edit, SyntaxNode place, string setting) => null;

    protected override string Key(RelayEdit edit, string setting) => setting;

    private static string? CredentialAt(SyntaxNode place, FileContext file) => ConfigurationReach.Readable(place, file)
        .FirstOrDefault(symbol => ConfigurationReach.TypeOf(symbol) is { NullableAnnotation: not NullableAnnotation.Annotated } type
            && type.SelfAndBaseTypes().Any(own => file.FrameworkTypes.Is(own, FrameworkType.TokenCredential))) is { } credential
        ? ConfigurationReach.NameOf(credential, place, file)
        : null;

    // The one that takes them, on every way.
    private static string? ScopeOf(RelayEdit edit)
    {
        // The options may name another relay.
        if (edit.Preferences.Host is var relay && relay != RelayHost.None && relay.TokenScope is null)
            return null;

        var scopes = edit.Hosts.Select(host => edit.File.ProvedConstant(host) is string name ? RelayHost.TokenScopeOf(name) : null)
            .Distinct().ToList();
        return scopes.Count == 1 ? scopes[0] : null;
    }
}
