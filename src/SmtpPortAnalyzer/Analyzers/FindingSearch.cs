using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>
/// The search for findings in the code of one compilation. A value comes from any file, so all files are searched at once, when the first
/// of them is asked for; each is then told what lies in it.
/// </summary>
internal sealed class FindingSearch
{
    private readonly Compilation _compilation;
    private readonly ImmutableArray<AdditionalText> _files;
    private readonly ImmutableArray<Rule> _rules;
    private readonly SmtpSymbols _symbols;
    private readonly CancellableLazy<Found> _found;

    public FindingSearch(
        Compilation compilation, ImmutableArray<AdditionalText> files, ImmutableArray<Rule> rules, ImmutableArray<SmtpLibrary> libraries,
        CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _files = files;
        _rules = rules;
        _symbols = new SmtpSymbols(compilation, UserApis.Read(compilation, files, cancellationToken), libraries);
        _found = new(Search);
    }

    /// <summary>Whether the program knows a mail library.</summary>
    public bool KnowsMail => !_symbols.IsEmpty;

    public bool IsNetFramework => _symbols.IsNetFramework;

    public ImmutableArray<(Rule Rule, Finding Finding)> FindIn(SyntaxTree tree, CancellationToken cancellationToken) =>
        _found.Get(cancellationToken).ByTree.TryGetValue(tree, out var found) ? found : ImmutableArray<(Rule, Finding)>.Empty;

    /// <summary>The keys of the configuration that decide the port of some connection.</summary>
    public ImmutableArray<SettingLink> Links(CancellationToken cancellationToken) =>
        _found.Get(cancellationToken).Keys?.Ports(cancellationToken) ?? ImmutableArray<SettingLink>.Empty;

    /// <summary>The keys of the configuration that hold the password of some login.</summary>
    public ImmutableArray<SettingLink> PasswordLinks(CancellationToken cancellationToken) =>
        _found.Get(cancellationToken).Keys?.Passwords(cancellationToken) ?? ImmutableArray<SettingLink>.Empty;

    /// <summary>The keys that come before what a finding falls back to.</summary>
    public ImmutableArray<SettingKey> KeysOf(Finding finding, CancellationToken cancellationToken) =>
        _found.Get(cancellationToken).Keys?.Of(finding.Settings, cancellationToken) ?? ImmutableArray<SettingKey>.Empty;

    private Found Search(CancellationToken cancellationToken)
    {
        if (!KnowsMail)
            return Found.Nothing;

        var names = MailNames.Find(_compilation, _symbols, cancellationToken);
        var program = new SmtpProgram(_compilation, _symbols);
        var tracer = new ConnectionTracer(program, _files);
        var findings = new FindingCollector(_compilation, _rules);
        var ports = new List<SettingRead>();
        var passwords = new List<SettingRead>();
        foreach (var body in MailBodies.FindIn(_compilation, names, cancellationToken))
        {
            // Who calls the body is looked for where there is something to report.
            bool Counts() => !program.Development.Contains(body, cancellationToken);
            foreach (var connection in program.Facts(body, cancellationToken).Connections)
            {
                if (HeldClients.GiveAnotherPort(connection, program, cancellationToken)
                    || HeldExemptions.Apply(connection, program, cancellationToken))
                {
                    continue;
                }

                var traced = tracer.Trace(connection, cancellationToken);
                if (connection.Library.IsSocket)
                {
                    findings.Judge(rule => rule.OfSocket?.Invoke(traced).Where(_ => Counts()));
                    continue;
                }

                if (!traced.Settings.IsEmpty && Counts())
                    ports.AddRange(traced.Settings);
                findings.Judge(rule => rule.OfConnection?.Invoke(traced).Where(_ => Counts()));
            }

            foreach (var login in program.Facts(body, cancellationToken).Logins)
            {
                var traced = tracer.Trace(login, cancellationToken);
                if (!traced.Settings.IsEmpty && Counts())
                    passwords.AddRange(traced.Settings);
                findings.Judge(rule => rule.OfLogin?.Invoke(traced).Where(_ => Counts()));
            }
        }

        foreach (var (member, value) in SettingDefaults.Find(program, names, cancellationToken))
            findings.Judge(rule => rule.OfSettingsType?.Invoke(member, value));

        var all = findings.Collect();
        return new(
            all, KeysAsked(ports, passwords, all)
                ? new ConnectionKeys(ports.ToImmutableArray(), passwords.ToImmutableArray(), program)
                : null);
    }

    /// <summary>Whether keys may be asked for afterwards. If not, the program is not kept.</summary>
    private bool KeysAsked(
        List<SettingRead> ports, List<SettingRead> passwords,
        IReadOnlyDictionary<SyntaxTree, ImmutableArray<(Rule, Finding Finding)>> findings) =>
        !_files.IsEmpty
            && (ports.Count + passwords.Count > 0 || findings.Values.Any(found => found.Any(one => !one.Finding.Settings.IsEmpty)));

    private sealed record Found(IReadOnlyDictionary<SyntaxTree, ImmutableArray<(Rule Rule, Finding Finding)>> ByTree, ConnectionKeys? Keys)
    {
        public static readonly Found Nothing = new(ImmutableDictionary<SyntaxTree, ImmutableArray<(Rule, Finding)>>.Empty, null);
    }
}
