using System.Collections.Generic;
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
    private volatile ILookup<SyntaxTree, PortFinding>? _found;

    public PortFindings(Compilation compilation, SmtpSymbols symbols)
    {
        _compilation = compilation;
        _symbols = symbols;
    }

    public IEnumerable<PortFinding> In(SyntaxTree tree, CancellationToken cancellation)
    {
        if (_found is null)
        {
            lock (_gate)
                _found ??= Find(cancellation).ToLookup(finding => finding.Place.SyntaxTree);
        }

        return _found[tree];
    }

    private List<PortFinding> Find(CancellationToken cancellation)
    {
        var (files, names) = MailNames.Find(_compilation, cancellation);
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

                foreach (var finding in PortRule.Judge(connection, PortTrace.Of(connection, program, cancellation)))
                    Add(finding);
            }
        }

        foreach (var (member, value) in SettingDefaults.Find(program, cancellation))
            Add(PortRule.OfSetting(member, value));

        return findings;
    }
}
