using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Analyzers;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Tests.Verifiers;
using Xunit;

namespace SmtpPortAnalyzer.Tests.Typing;

/// <summary>
/// A program in an editor: each edit makes another compilation of the same trees but one, and what the searches keep goes along. After
/// each, what is found is held against a search from scratch.
/// </summary>
internal sealed class TypedProgram
{
    private readonly KeptSearches _kept = new();

    public TypedProgram(params string[] sources)
        : this(Findings.Compile(sources))
    {
    }

    public TypedProgram(CSharpCompilation compilation) => Compilation = compilation;

    public CSharpCompilation Compilation { get; private set; }

    public ImmutableArray<AdditionalText> Files { get; set; } = [];

    /// <summary>How many bodies the last search followed.</summary>
    public int Followed { get; private set; }

    /// <summary>Whether the last search went through the program, instead of finding that it would find the same.</summary>
    public bool HasSearched { get; private set; }

    public SyntaxTree this[int file] => Compilation.SyntaxTrees[file];

    /// <summary>
    /// Finds all, and asserts that a search from scratch finds the same. The result has no places: moving them is no news.
    /// </summary>
    /// <param name="linksFirst">Whether a settings file asks before a source file does.</param>
    public string Find(bool linksFirst = false)
    {
        var kept = new FindingSearch(Compilation, Files, RuleTable.OfConnections, SmtpCatalog.Libraries, _kept, CancellationToken.None);
        var found = Describe(kept, Compilation, linksFirst, withPlaces: true);
        var anew = Anew(Compilation, Files);
        Assert.Equal(Describe(anew, Compilation, linksFirst: false, withPlaces: true), found);
        (Followed, HasSearched) = (kept.FollowedBodies, kept.HasSearched);
        return Describe(kept, Compilation, linksFirst, withPlaces: false);
    }

    public void Edit(int file, string text) => Compilation = Compilation.ReplaceSyntaxTree(
        this[file], this[file].WithChangedText(SourceText.From(text)));

    public void Replace(int file, string what, string with)
    {
        var text = this[file].ToString();
        Assert.Contains(what, text, StringComparison.Ordinal);
        Edit(file, text.Replace(what, with, StringComparison.Ordinal));
    }

    public void Change(Func<CSharpCompilation, CSharpCompilation> change) => Compilation = change(Compilation);

    private static FindingSearch Anew(CSharpCompilation compilation, ImmutableArray<AdditionalText> files) =>
        new(compilation, files, RuleTable.OfConnections, SmtpCatalog.Libraries, new KeptSearches(), CancellationToken.None);

    private static string Describe(FindingSearch search, CSharpCompilation compilation, bool linksFirst, bool withPlaces)
    {
        var links = linksFirst ? Links() : null;
        var found = compilation.SyntaxTrees.SelectMany(tree => search.FindIn(tree, CancellationToken.None)
            .Select(one => Describe(one.Rule, one.Finding, search, compilation, withPlaces)));

        // In which order findings come is not said: sets of symbols have one of their own in each compilation.
        return string.Join("\n", found.Order(StringComparer.Ordinal).Append(links ?? Links()));

        string Links() => string.Join("\n", search.Links(CancellationToken.None).Concat(search.PasswordLinks(CancellationToken.None))
            .Select(link => $"{link.Key} {string.Join(",", link.HostKeys)} {link.IsLocal}").Order(StringComparer.Ordinal));
    }

    private static string Describe(Rule rule, Finding finding, FindingSearch search, CSharpCompilation compilation, bool withPlaces)
    {
        return string.Join(" | ",
            rule.Descriptor.Id, Place(finding.Place), Place(finding.Site), Place(finding.Declaration), finding.Api, finding.Library,
            finding.Hosts.Words, finding.Facts?.ToText(), finding.Proved?.ToText(), finding.IsBehindMailSettings,
            finding.IsBehindSettings, string.Join(",", search.KeysOf(finding, CancellationToken.None)), string.Join(",", finding.Words));

        string? Place(SyntaxNode? node)
        {
            if (node is null)
                return null;

            Assert.True(compilation.ContainsSyntaxTree(node.SyntaxTree), "a place in a tree of an earlier compilation");
            return withPlaces ? $"{compilation.SyntaxTrees.IndexOf(node.SyntaxTree)}:{node.Span}" : node.ToString();
        }
    }
}
