using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>What a search has found in the code of a compilation.</summary>
/// <param name="ByTree">The findings by the file that they lie in.</param>
/// <param name="Keys">What answers for the keys of settings; null where they are known already, or there is no settings file.</param>
/// <param name="KnownLinks">The keys that decide ports, as far as <paramref name="Keys"/> does not answer for them.</param>
/// <param name="KnownPasswords">The keys that hold passwords, likewise.</param>
internal sealed record FoundInCode(
    IReadOnlyDictionary<SyntaxTree, ImmutableArray<(Rule Rule, Finding Finding)>> ByTree,
    ConnectionKeys? Keys,
    ImmutableArray<SettingLink> KnownLinks,
    ImmutableArray<SettingLink> KnownPasswords)
{
    public static readonly FoundInCode Nothing = new(
        ImmutableDictionary<SyntaxTree, ImmutableArray<(Rule, Finding)>>.Empty, null, ImmutableArray<SettingLink>.Empty,
        ImmutableArray<SettingLink>.Empty);

    public ImmutableArray<SettingLink> Links(CancellationToken cancellationToken) => Keys?.Ports(cancellationToken) ?? KnownLinks;

    public ImmutableArray<SettingLink> PasswordLinks(CancellationToken cancellationToken) =>
        Keys?.Passwords(cancellationToken) ?? KnownPasswords;

    public ImmutableArray<SettingKey> KeysOf(Finding finding, CancellationToken cancellationToken) =>
        !finding.Keys.IsDefault ? finding.Keys : Keys?.Of(finding.Settings, cancellationToken) ?? ImmutableArray<SettingKey>.Empty;
}
