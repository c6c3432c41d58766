using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>
/// The port findings of one compilation, by the file in which they are to be reported. A value comes from any file, so they are found for
/// all files at once, when the first of them is asked for; a cancelled search leaves nothing behind.
/// </summary>
internal sealed class PortFindings
{
    private static readonly ConditionalWeakTable<Compilation, PortFindings> s_ofCompilations = new();

    private readonly object _gate = new();
    private readonly Compilation _compilation;
    private readonly SmtpSymbols _symbols;
    private readonly ImmutableArray<AdditionalText> _settings;
    private volatile Found? _found;
    private ImmutableArray<SettingRead> _reads;
    private SettingKeys? _keys;
    private ImmutableArray<SettingLink> _links;

    private PortFindings(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _settings = options.AdditionalFiles;
        _symbols = SmtpSymbols.Of(compilation, UserApis.Read(compilation, options.AdditionalFiles, cancellationToken));
    }

    /// <summary>Whether the program knows no mail library.</summary>
    public bool IsEmpty => _symbols.IsEmpty;

    public bool IsNetFramework => _symbols.IsNetFramework;

    /// <summary>The one object of a compilation: what is found in code and what is found in settings files needs the same search.</summary>
    public static PortFindings Of(Compilation compilation, AnalyzerOptions options, CancellationToken cancellationToken)
    {
        // The same code with other files beside it is another question.
        if (s_ofCompilations.TryGetValue(compilation, out var known) && known._settings == options.AdditionalFiles)
            return known;

        var findings = new PortFindings(compilation, options, cancellationToken);
        s_ofCompilations.Remove(compilation);
        return s_ofCompilations.GetValue(compilation, _ => findings);
    }

    public bool AreIn(SyntaxTree tree, CancellationToken cancellationToken) => All(cancellationToken) is var found && (found.Ports.Contains(tree) || found.Relays.Contains(tree));

    public IEnumerable<PortFinding> In(SyntaxTree tree, CancellationToken cancellationToken) => All(cancellationToken).Ports[tree];

    public IEnumerable<RelayFinding> RelaysIn(SyntaxTree tree, CancellationToken cancellationToken) => All(cancellationToken).Relays[tree];

    private Found All(CancellationToken cancellationToken)
    {
        if (_found is null)
        {
            lock (_gate)
                _found ??= Find(cancellationToken);
        }

        return _found;
    }

    /// <summary>The keys of the configuration that decide the port of some connection.</summary>
    public ImmutableArray<SettingLink> Links(CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            _found ??= Find(cancellationToken);
            if (_links.IsDefault)
            {
                var reads = _reads;
                _links = Ask(keys => reads.SelectMany(read => keys.Links(read, cancellationToken)).Distinct().ToImmutableArray());
            }

            return _links;
        }
    }

    /// <summary>The keys that come before what a finding falls back to.</summary>
    public IReadOnlyCollection<SettingKey> KeysOf(PortFinding finding, CancellationToken cancellationToken)
    {
        if (finding.Settings.IsEmpty)
            return Array.Empty<SettingKey>();

        lock (_gate)
            return Ask(keys => finding.Settings.SelectMany(read => keys.Of(read.Source, cancellationToken)).Distinct().ToList());
    }

    /// <summary>
    /// Asks for keys, which few programs need, and after the findings: the program that they were found in is gone, and most of it is not needed. A cancelled
    /// search leaves nothing behind.
    /// </summary>
    private T Ask<T>(Func<SettingKeys, T> ask)
    {
        try
        {
            return ask(_keys ??= new SettingKeys(new SmtpProgram(_compilation, _symbols)));
        }
        catch (OperationCanceledException)
        {
            _keys = null;
            throw;
        }
    }

    private Found Find(CancellationToken cancellationToken)
    {
        if (_symbols.IsEmpty)
        {
            _reads = ImmutableArray<SettingRead>.Empty;
            return Found.Nothing;
        }

        var reads = new List<SettingRead>();
        var relays = new RelayFindings(_settings);
        var names = MailNames.Find(_compilation, _symbols, cancellationToken);
        var program = new SmtpProgram(_compilation, _symbols);
        var findings = new List<PortFinding>();
        var reported = new HashSet<(SyntaxNode, PortOrigin)>();

        // What several connections read is one thing to mend.
        void Add(PortFinding finding)
        {
            if (!reported.Add((finding.Place, finding.Origin)))
                return;

            // A location in a referenced project, whose source an editor has, is none of this compilation.
            var isForeign = finding.Declaration is { } declaration && !_compilation.ContainsSyntaxTree(declaration.SyntaxTree);
            findings.Add(isForeign ? finding with { Declaration = null } : finding);
        }

        foreach (var body in MailBodies.FindIn(_compilation, names, cancellationToken))
        {
            foreach (var connection in program.Facts(body, cancellationToken).Connections)
            {
                if (HeldClients.GiveAnotherPort(connection, program, cancellationToken))
                    continue;

                var trace = ValueTrace.PortsOf(connection, program, cancellationToken);
                relays.Judge(connection, trace.Arrivals, program, cancellationToken);
                if (connection.Library.IsSocket)
                    continue;

                reads.AddRange(trace.Settings);
                foreach (var finding in PortRule.Judge(connection, trace.Arrivals))
                {
                    Add(finding with
                    {
                        IsBehindMailSettings = finding.Origin == PortOrigin.Default && connection.Library.ReadsMailSettings && _symbols.IsNetFramework,
                        Settings = finding.Origin == PortOrigin.Fallback ? trace.Settings.ToImmutableArray() : finding.Settings,
                    });
                }
            }

            foreach (var login in program.Facts(body, cancellationToken).Logins)
                relays.Judge(login, program, cancellationToken);
        }

        foreach (var (member, value) in SettingDefaults.Find(program, names, cancellationToken))
            Add(PortRule.OfSetting(member, value));

        _reads = reads.ToImmutableArray();
        // A 25 that reaches a mail client and a socket is one cause, and the client's rule says more.
        var places = new HashSet<SyntaxNode>(findings.Select(finding => finding.Place));
        var others = relays.All.Where(finding => !(finding.IsAboutBlock && places.Contains(finding.Place)));
        return new Found(findings.ToLookup(finding => finding.Place.SyntaxTree), others.ToLookup(finding => finding.Place.SyntaxTree));
    }

    private sealed record Found(ILookup<SyntaxTree, PortFinding> Ports, ILookup<SyntaxTree, RelayFinding> Relays)
    {
        public static readonly Found Nothing = new(
            Enumerable.Empty<PortFinding>().ToLookup(finding => finding.Place.SyntaxTree), Enumerable.Empty<RelayFinding>().ToLookup(finding => finding.Place.SyntaxTree));
    }
}
