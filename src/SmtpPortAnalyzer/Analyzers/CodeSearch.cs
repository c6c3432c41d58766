using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Clients;
using SmtpPortAnalyzer.Connections.Kept;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Search;
using SmtpPortAnalyzer.Settings;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>
/// One search of all code of a compilation. If it is cancelled, it can be run again, and has then what it had learned of names and bodies.
/// </summary>
internal sealed class CodeSearch(
    Compilation compilation, ImmutableArray<AdditionalText> files, ImmutableArray<Rule> rules, SmtpSymbols symbols, KeptSearch? last,
    ImmutableArray<EditedFile> edits)
{
    private readonly SmtpProgram _program = last is null
        ? new(compilation, symbols)
        : new(compilation, symbols, last.Bodies.After(edits), last.Mentions.After(edits));
    private MailNames? _names = last?.Names?.After(edits);
    private bool _hasAskedFiles;

    public int FollowedBodies => _program.Footprints.Bodies.Count;

    /// <summary>
    /// What the last search found, as it is kept now, if it holds although code was edited that it depends on; null where all is to be
    /// searched.
    /// </summary>
    public (FoundInCode Found, KeptSearch Next)? Recheck(CancellationToken cancellationToken)
    {
        if (last is null || !last.AreSame(files, cancellationToken)
            || new SearchRecheck(last, edits, _program, cancellationToken).Find() is not var (found, own))
            return null;

        _program.Footprints.Restore(own);
        var reach = last.Reach.After(edits);
        return (found, new KeptSearch(compilation, found)
        {
            IsNetFramework = last.IsNetFramework,
            Names = _names,
            Findings = found.ByTree,
            Links = last.Links,
            PasswordLinks = last.PasswordLinks,
            HasSettings = last.HasSettings,
            FileTexts = last.FileTexts,
            HasParts = true,
            Bodies = _program.KeepBodies(cancellationToken),
            Mentions = _program.References.Keep(_program.Ids, cancellationToken),
            Reach = reach.With(_program.FollowedFootprint(reach.Contains), compilation.ContainsSyntaxTree),
            Own = own,
        });
    }

    public FoundInCode Run(CancellationToken cancellationToken)
    {
        if (symbols.IsEmpty)
            return FoundInCode.Nothing;

        var names = _names ??= MailNames.Find(compilation, symbols, cancellationToken);
        var settings = new ProjectSettings(files);
        var keys = new SettingKeys(_program);
        var tracer = new ConnectionTracer(_program, settings, settings.IsEmpty ? null : new SettingsInForce(settings, keys));
        var findings = new FindingCollector(compilation, rules);
        var ports = new List<SettingRead>();
        var passwords = new List<SettingRead>();
        var bindsClient = false;
        var bodies = MailBodies.FindIn(compilation, names, cancellationToken).ToList();
        foreach (var (body, connection) in new GivenClients(_program, cancellationToken).Find(bodies))
            Judge(body, connection, tracer, findings, ports, cancellationToken);
        foreach (var body in bodies)
        {
            bindsClient |= _program.Facts(body, cancellationToken).Bindings.Any(binding => symbols.Client(binding.Type) is not null);
            JudgeLogins(body, tracer, findings, passwords, cancellationToken);
        }

        var literals = SettingDefaults.LiteralsIn(compilation, names, cancellationToken);
        foreach (var (member, value) in SettingDefaults.Find(literals, _program, cancellationToken))
            findings.Judge(rule => rule.OfSettingsType?.Invoke(member, value));
        var links = new Lazy<IReadOnlyList<SettingLink>>(() => ports.SelectMany(read => keys.Links(read, cancellationToken)).ToList());
        foreach (var setting in DeclaredSettings.Find(literals, _program, links, cancellationToken))
            findings.Judge(rule => rule.OfDeclaredSetting?.Invoke(setting));

        _hasAskedFiles = tracer.HasAskedFiles;
        var all = findings.Collect();
        return FoundInCode.Nothing with
        {
            ByTree = all,
            Keys = bindsClient || KeysAsked(ports, passwords, all)
                ? new ConnectionKeys(ports.ToImmutableArray(), passwords.ToImmutableArray(), keys)
                : null,
        };
    }

    /// <summary>What was found as it is kept, with all that it depends on.</summary>
    /// <param name="found">What was found.</param>
    /// <param name="isTyped">
    /// Whether more compilations are to be expected: then the keys of settings are worked out, without which findings of settings do not
    /// outlive the search, and what a search after the next edit can use is put into a form that lasts.
    /// </param>
    /// <param name="cancellationToken">Ends the search for keys.</param>
    public KeptSearch ToKept(FoundInCode found, bool isTyped, CancellationToken cancellationToken)
    {
        IReadOnlyDictionary<SyntaxTree, ImmutableArray<(Rule, Finding)>>? findings = null;
        var (links, passwordLinks) = (ImmutableArray<SettingLink>.Empty, ImmutableArray<SettingLink>.Empty);
        if (found.Keys is null || isTyped)
        {
            findings = found.ByTree.ToDictionary(
                file => file.Key,
                file => file.Value.Select(one => (one.Rule, WithKeys(one.Finding, found, cancellationToken))).ToImmutableArray());
            (links, passwordLinks) = (found.Links(cancellationToken), found.PasswordLinks(cancellationToken));
        }

        return new KeptSearch(compilation, found)
        {
            IsNetFramework = symbols.IsNetFramework,
            Names = _names,
            Findings = findings,
            Links = links,
            PasswordLinks = passwordLinks,
            HasSettings = !new ProjectSettings(files).IsEmpty,
            FileTexts = _hasAskedFiles ? KeptSearch.TextsOf(files, cancellationToken) : default,
            HasParts = isTyped,
            Bodies = isTyped ? _program.KeepBodies(cancellationToken) : KeptBodies.Nothing,
            Mentions = isTyped ? _program.References.Keep(_program.Ids, cancellationToken) : KeptMentions.Nothing,
            Reach = new KeptReach(_program.WholeFootprint(), compilation.ContainsSyntaxTree),
            Own = _program.Footprints.OfSearch,
        };
    }

    private static Finding WithKeys(Finding finding, FoundInCode found, CancellationToken cancellationToken) => finding.Settings.IsEmpty
        ? finding
        : finding with { Settings = ImmutableArray<SettingRead>.Empty, Keys = found.KeysOf(finding, cancellationToken) };

    private void Judge(
        SyntaxNode body, SmtpConnection connection, ConnectionTracer tracer, FindingCollector findings, List<SettingRead> ports,
        CancellationToken cancellationToken)
    {
        if (HeldClients.GiveAnotherPort(connection, _program, cancellationToken)
            || HeldExemptions.Apply(connection, _program, cancellationToken))
        {
            return;
        }

        var traced = tracer.Trace(connection, cancellationToken);
        if (connection.Library.IsSocket)
        {
            findings.Judge(rule => rule.OfSocket?.Invoke(traced).Where(_ => Counts(body, cancellationToken)));
            return;
        }

        if (!traced.Settings.IsEmpty && Counts(body, cancellationToken))
            ports.AddRange(traced.Settings);
        findings.Judge(rule => rule.OfConnection?.Invoke(traced).Where(_ => Counts(body, cancellationToken)));
    }

    private void JudgeLogins(
        SyntaxNode body, ConnectionTracer tracer, FindingCollector findings, List<SettingRead> passwords,
        CancellationToken cancellationToken)
    {
        foreach (var login in _program.Facts(body, cancellationToken).Logins)
        {
            var traced = tracer.Trace(login, cancellationToken);
            if (!traced.Settings.IsEmpty && Counts(body, cancellationToken))
                passwords.AddRange(traced.Settings);
            findings.Judge(rule => rule.OfLogin?.Invoke(traced).Where(_ => Counts(body, cancellationToken)));
        }
    }

    /// <summary>Whether the body runs elsewhere than on a developer's machine: asked where there is something to report.</summary>
    private bool Counts(SyntaxNode body, CancellationToken cancellationToken) => !_program.Development.Contains(body, cancellationToken);

    /// <summary>Whether keys may be asked for afterwards. If not, the program is not kept.</summary>
    private bool KeysAsked(
        List<SettingRead> ports, List<SettingRead> passwords,
        IReadOnlyDictionary<SyntaxTree, ImmutableArray<(Rule, Finding Finding)>> findings) =>
        !files.IsEmpty
            && (ports.Count + passwords.Count > 0 || findings.Values.Any(found => found.Any(one => !one.Finding.Settings.IsEmpty)));
}
