using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections.Kept;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>
/// The search for findings in the code of one compilation. A value comes from any file, so all files are searched at once, when the first
/// of them is asked for; each is then told what lies in it. What an earlier search of the project found is taken over where it holds.
/// </summary>
internal sealed class FindingSearch
{
    private readonly Compilation _compilation;
    private readonly ImmutableArray<AdditionalText> _files;
    private readonly ImmutableArray<Rule> _rules;
    private readonly ProjectSearches _project;
    private readonly CancellableLazy<SmtpSymbols> _symbols;
    private readonly CancellableLazy<FoundInCode> _found;

    /// <summary>The search of the code; one that was cancelled goes on where it was.</summary>
    private CodeSearch? _search;

    /// <summary>The last search of the project, and what was edited since; default where more was than bodies.</summary>
    private KeptSearch? _last;
    private ImmutableArray<EditedFile> _edits;

    public FindingSearch(
        Compilation compilation, ImmutableArray<AdditionalText> files, ImmutableArray<Rule> rules, ImmutableArray<SmtpLibrary> libraries,
        KeptSearches kept, CancellationToken cancellationToken)
    {
        _compilation = compilation;
        _files = files;
        _rules = rules;
        _project = kept.For(compilation, files, cancellationToken);
        _symbols = new(token => new SmtpSymbols(compilation, UserApis.Read(compilation, files, token), libraries, _project.References));
        _found = new(Find);
        Compare(cancellationToken);
        if (_last is not null && !_edits.IsDefault)
        {
            (KnowsMail, IsNetFramework) = (_last.KnowsMail, _last.IsNetFramework);
        }
        else
        {
            var symbols = _symbols.Get(cancellationToken);
            (KnowsMail, IsNetFramework) = (!symbols.IsEmpty, symbols.IsNetFramework);
        }

        // There is nothing to be searched, but the catalogue need not be resolved again.
        if (!KnowsMail && (_edits.IsDefault || !_edits.IsEmpty))
            _project.Last = new KeptSearch(compilation, null) { IsNetFramework = IsNetFramework };
    }

    /// <summary>Whether the program knows a mail library.</summary>
    public bool KnowsMail { get; }

    public bool IsNetFramework { get; }

    /// <summary>How many bodies had to be followed for it: none where all was known.</summary>
    public int FollowedBodies { get; private set; }

    /// <summary>Whether ports were traced and rules have judged: not where it was enough to look at what was edited.</summary>
    public bool HasSearched { get; private set; }

    /// <summary>How many bodies have been followed in a search that was cancelled, and goes on from there.</summary>
    public int LearnedBodies => _search?.FollowedBodies ?? 0;

    public ImmutableArray<(Rule Rule, Finding Finding)> FindIn(SyntaxTree tree, CancellationToken cancellationToken) =>
        _found.Get(cancellationToken).ByTree.TryGetValue(tree, out var found) ? found : ImmutableArray<(Rule, Finding)>.Empty;

    /// <summary>The keys of the configuration that decide the port of some connection.</summary>
    public ImmutableArray<SettingLink> Links(CancellationToken cancellationToken) =>
        _found.Get(cancellationToken).Links(cancellationToken);

    /// <summary>The keys of the configuration that hold the password of some login.</summary>
    public ImmutableArray<SettingLink> PasswordLinks(CancellationToken cancellationToken) =>
        _found.Get(cancellationToken).PasswordLinks(cancellationToken);

    /// <summary>The keys that come before what a finding falls back to.</summary>
    public ImmutableArray<SettingKey> KeysOf(Finding finding, CancellationToken cancellationToken) =>
        _found.Get(cancellationToken).KeysOf(finding, cancellationToken);

    /// <summary>Finds out what was edited since the project was last searched.</summary>
    private void Compare(CancellationToken cancellationToken)
    {
        if (_project.Last is { } last && last != _last)
            (_last, _edits) = (last, last.EditsTo(_compilation, cancellationToken));
    }

    private FoundInCode Find(CancellationToken cancellationToken)
    {
        if (!KnowsMail && _files.IsEmpty)
            return FoundInCode.Nothing;

        _project.Gate.Wait(cancellationToken);
        try
        {
            Compare(cancellationToken);
            if (_last is not null && !_edits.IsDefault
                && _last.After(_compilation, _edits, _files, cancellationToken) is var (found, next))
            {
                _project.Last = next;
                return found;
            }

            var search = _search ??= new CodeSearch(
                _compilation, _files, _rules, _symbols.Get(cancellationToken), _edits.IsDefault ? null : _last, _edits);
            FoundInCode result;
            try
            {
                result = RunAndKeep(search, cancellationToken);
            }
            catch (SymbolLostException)
            {
                search = _search = new CodeSearch(_compilation, _files, _rules, _symbols.Get(cancellationToken), null, default);
                result = RunAndKeep(search, cancellationToken);
            }

            FollowedBodies = search.FollowedBodies;
            _search = null;
            return result;
        }
        finally
        {
            _project.Gate.Release();
        }
    }

    private FoundInCode RunAndKeep(CodeSearch search, CancellationToken cancellationToken)
    {
        if (search.Recheck(cancellationToken) is var (found, next))
        {
            _project.Last = next;
            return found;
        }

        HasSearched = true;
        var result = search.Run(cancellationToken);

        // Keys cost a search of their own, and a build asks for few of them. Where there was a search before, more will come.
        _project.Last = search.ToKept(result, isTyped: _last is not null, cancellationToken);
        return result;
    }
}
