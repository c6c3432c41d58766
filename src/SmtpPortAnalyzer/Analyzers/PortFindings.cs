using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>
/// The port findings of one compilation, by the file in which they are to be reported. A value comes from any file, so they are found for
/// all files at once, when the first of them is asked for; a cancelled search leaves nothing behind.
/// </summary>
internal sealed class PortFindings
{
    private readonly object _gate = new();
    private readonly Compilation _compilation;
    private readonly SmtpSymbols _symbols;
    private readonly ImmutableArray<AdditionalText> _settings;
    private volatile Found? _found;

    public PortFindings(Compilation compilation, SmtpSymbols symbols, ImmutableArray<AdditionalText> settings)
    {
        _compilation = compilation;
        _symbols = symbols;
        _settings = settings;
    }

    public IEnumerable<PortFinding> In(SyntaxTree tree, CancellationToken cancellation) => All(cancellation).Ports[tree];

    public IEnumerable<RelayFinding> RelaysIn(SyntaxTree tree, CancellationToken cancellation) => All(cancellation).Relays[tree];

    private Found All(CancellationToken cancellation)
    {
        if (_found is null)
        {
            lock (_gate)
                _found ??= Find(cancellation);
        }

        return _found;
    }

    private Found Find(CancellationToken cancellation)
    {
        var relays = new RelayFindings(_settings);
        var (files, names) = MailNames.Find(_compilation, _symbols, cancellation);
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

        foreach (var body in files.SelectMany(file => Body.Mentioning(file.GetRoot(cancellation), names)))
        {
            foreach (var connection in program.Facts(body, cancellation).Connections)
            {
                if (Holders.GiveAnotherPort(connection, program, cancellation))
                    continue;

                var arrivals = PortTrace.Of(connection, program, cancellation);
                if (!connection.Library.IsSocket)
                {
                    foreach (var finding in PortRule.Judge(connection, arrivals))
                        Add(finding);
                }

                relays.Judge(connection, arrivals, program, cancellation);
            }

            foreach (var login in program.Facts(body, cancellation).Logins)
                relays.Judge(login, program, cancellation);
        }

        foreach (var (member, value) in SettingDefaults.Find(program, cancellation))
            Add(PortRule.OfSetting(member, value));

        return new Found(findings.ToLookup(finding => finding.Place.SyntaxTree), relays.All.ToLookup(finding => finding.Place.SyntaxTree));
    }

    private sealed record Found(ILookup<SyntaxTree, PortFinding> Ports, ILookup<SyntaxTree, RelayFinding> Relays);
}
