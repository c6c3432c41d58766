using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>Lets the rules judge, and collects what they find in one compilation: each place and rule once.</summary>
internal sealed class FindingCollector(Compilation compilation, ImmutableArray<Rule> rules)
{
    private readonly Dictionary<Rule, List<Finding>> _byRule = rules.ToDictionary(rule => rule, _ => new List<Finding>());
    private readonly HashSet<(SyntaxNode, Rule)> _reported = new();

    /// <param name="judge">The judgement of a rule; null where it has none for the thing.</param>
    public void Judge(Func<Rule, IEnumerable<Finding>?> judge)
    {
        foreach (var rule in rules)
        {
            foreach (var finding in judge(rule) ?? Enumerable.Empty<Finding>())
                Add(rule, finding);
        }
    }

    /// <summary>The findings by the file that they lie in.</summary>
    public IReadOnlyDictionary<SyntaxTree, ImmutableArray<(Rule Rule, Finding Finding)>> Collect() => rules
        .SelectMany(rule => (rule.Together?.Invoke(_byRule[rule]) ?? _byRule[rule])
            .Where(finding => !GivesWay(rule, finding))
            .Select(finding => (Rule: rule, Finding: finding)))
        .GroupBy(found => found.Finding.Place.SyntaxTree)
        .ToDictionary(found => found.Key, found => found.ToImmutableArray());

    private void Add(Rule rule, Finding finding)
    {
        // What several connections read is one thing to mend.
        if (IsHere(finding.Place) && _reported.Add((finding.Place, rule)))
            _byRule[rule].Add(finding with { Site = Here(finding.Site), Declaration = Here(finding.Declaration) });
    }

    /// <summary>A place in a referenced project, whose source an editor has, is none of this compilation.</summary>
    private SyntaxNode? Here(SyntaxNode? node) => node is not null && IsHere(node) ? node : null;

    private bool IsHere(SyntaxNode node) => compilation.ContainsSyntaxTree(node.SyntaxTree);

    /// <summary>A 25 that reaches a mail client and a socket is one cause, and the client's rule says more.</summary>
    private bool GivesWay(Rule rule, Finding finding) =>
        rule.GivesWay && rules.Any(other => other != rule && other.IsAboutBlock && _reported.Contains((finding.Place, other)));
}
