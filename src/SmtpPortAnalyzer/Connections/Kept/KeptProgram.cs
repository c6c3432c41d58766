using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Kept;

/// <summary>
/// What a compilation takes over from an earlier one of the same program. A body that asks one which was edited is followed again only if
/// that one now tells it something else.
/// </summary>
/// <param name="kept">What was found of bodies.</param>
/// <param name="keys">Finds symbols.</param>
/// <param name="isOwn">Whether a file is the program's: one of a referenced project says nothing.</param>
/// <param name="follow">Follows a body as it is called; null where that comes to no end now.</param>
internal sealed class KeptProgram(
    KeptBodies kept, SymbolKeys keys, Func<SyntaxTree, bool> isOwn, Func<BodyContext, CancellationToken, BodyFacts?> follow)
{
    /// <summary>So many bodies, each asking the next, are looked at from one.</summary>
    private const int MaxDepth = 64;

    private readonly Dictionary<SyntaxNode, bool> _answers = new();
    private readonly HashSet<SyntaxNode> _asked = new();
    private readonly Dictionary<SyntaxNode, BodyFacts> _whole = new();
    private readonly Dictionary<SyntaxNode, BodyFacts> _told = new();
    private readonly Dictionary<SyntaxNode, KeptFacts?> _new = new();
    private readonly Dictionary<SyntaxNode, Dictionary<BodyContext, KeptFacts>> _contexts = new();
    private readonly Dictionary<(SyntaxNode Body, bool IsWhole), bool> _sameContexts = new();

    /// <summary>All that was found of the body; null where it has to be followed.</summary>
    public BodyFacts? FactsOf(SyntaxNode body, CancellationToken cancellationToken)
    {
        if (_whole.TryGetValue(body, out var facts))
            return facts;
        if (kept.Of(body)?.Facts is null || !Holds(body, cancellationToken))
            return null;

        facts = Kept(body).IsNone ? BodyFacts.None : new BodyFacts(new FactSource(Kept(body), keys));
        _whole.Add(body, facts);
        return facts;
    }

    /// <summary>What a caller learns of the body; null where it has to be followed.</summary>
    public BodyFacts? TellOf(SyntaxNode body, CancellationToken cancellationToken)
    {
        if (_told.TryGetValue(body, out var facts))
            return facts;
        if (kept.Of(body)?.Facts is null || !Holds(body, cancellationToken))
            return null;

        facts = Kept(body).IsNone ? BodyFacts.None : new FactSource(Kept(body), keys).Tell();
        _told.Add(body, facts);
        return facts;
    }

    /// <summary>All that was found of the body as it is called; null where it has to be followed.</summary>
    public BodyFacts? FactsOf(BodyContext context, CancellationToken cancellationToken)
    {
        var body = context.Body;
        if (kept.Of(body) is not { Contexts.IsEmpty: false } known || !Holds(body, cancellationToken))
            return null;

        if (!_contexts.TryGetValue(body, out var contexts))
        {
            _contexts.Add(body, contexts = new Dictionary<BodyContext, KeptFacts>());
            foreach (var one in known.Contexts.Where(one => one.Facts is not null))
                contexts[one.Of(body, keys)] = one.Facts!;
        }

        return contexts.TryGetValue(context, out var facts) ? new BodyFacts(new FactSource(facts, keys)) : null;
    }

    /// <summary>What the body looked at itself; null where that is not known.</summary>
    public Footprint? FootprintOf(SyntaxNode body) =>
        kept.Of(body) is { State: not KeptState.Outdated } known ? known.Footprint : null;

    /// <summary>
    /// Whether all bodies tell what they told, each to those that ask it: then a search that asks them finds what it found. Those that were
    /// edited are followed again for that, and those that they tell something else.
    /// </summary>
    /// <param name="search">What the search asked of bodies itself.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public bool AllTellTheSame(Footprint search, CancellationToken cancellationToken)
    {
        foreach (var (body, known) in kept.InDoubt.ToList())
        {
            if (known.State == KeptState.Doubtful && Holds(body, cancellationToken))
                continue;

            if (known.Facts is not { } before || follow(BodyContext.ForAny(body), cancellationToken) is not { } facts
                || NewOf(body, facts, cancellationToken) is not { } now
                || (search.InContext.Contains(body) && !AreContextsSame(body, isWhole: true, cancellationToken)))
            {
                return false;
            }

            var isWhole = search.Whole.Contains(body) || kept.IsAskedAsWhole(body);
            if (isWhole ? !now.IsSameAs(before) : !now.TellsSameAs(before))
                return false;
        }

        return true;
    }

    /// <summary>The same for the next compilation, with the bodies that were followed in this one.</summary>
    /// <param name="followed">
    /// What they looked at, and what was found of them, for any call and for those with constants; null where they were followed for these
    /// alone.
    /// </param>
    /// <param name="cancellationToken">Ends the search for keys.</param>
    public KeptBodies With(
        IEnumerable<(
            SyntaxNode Body, Footprint Footprint, BodyFacts? Facts, IEnumerable<(BodyContext Call, BodyFacts Facts)> Calls)> followed,
        CancellationToken cancellationToken)
    {
        var holding = new HashSet<SyntaxNode>(_answers.Where(answer => answer.Value).Select(answer => answer.Key));
        var bodies = new List<(SyntaxNode, KeptBody)>();
        foreach (var (body, footprint, facts, calls) in followed)
        {
            var known = kept.Of(body) is { } before && (before.State == KeptState.Holds || holding.Contains(body)) ? before : null;
            var contexts = KeptContext.Merge(
                known?.Contexts ?? ImmutableArray<KeptContext>.Empty,
                calls.Select(call => KeptContext.Write(call.Call, call.Facts, keys, cancellationToken)));
            var whole = footprint;
            if (known is not null)
            {
                whole = new Footprint();
                whole.Add(footprint);
                whole.Add(known.Footprint);
            }

            bodies.Add((body, new KeptBody(whole, facts is null ? known?.Facts : NewOf(body, facts, cancellationToken), KeptState.Holds)
            {
                Contexts = contexts,
            }));
        }

        return kept.With(bodies, holding);
    }

    private KeptFacts Kept(SyntaxNode body) => kept.Of(body)!.Facts!;

    private bool Holds(SyntaxNode body, CancellationToken cancellationToken)
    {
        if (_answers.TryGetValue(body, out var answer))
            return answer;
        if (kept.Of(body) is not { State: not KeptState.Outdated } known)
            return _answers[body] = false;
        if (known.State == KeptState.Holds)
            return _answers[body] = true;

        // A body that is asked while it is looked at is one of a recursion: that is followed as a whole. So is what lies too deep.
        if (_asked.Count >= MaxDepth || !_asked.Add(body))
            return false;

        try
        {
            foreach (var other in known.Footprint.Bodies)
            {
                if (other == body || !isOwn(other.SyntaxTree) || Holds(other, cancellationToken))
                    continue;
                if (follow(BodyContext.ForAny(other), cancellationToken) is not { } facts)
                    return false;
                if (!IsSameFor(known.Footprint, other, facts, cancellationToken))
                    return _answers[body] = false;
            }

            return _answers[body] = true;
        }
        finally
        {
            _asked.Remove(body);
        }
    }

    /// <summary>Whether one that was followed again tells the asker what it told before.</summary>
    private bool IsSameFor(Footprint asker, SyntaxNode body, BodyFacts facts, CancellationToken cancellationToken) =>
        kept.Of(body) is { Facts: { } before, HasOtherTraits: var areOther } && !(areOther && asker.Traits.Contains(body))
        && NewOf(body, facts, cancellationToken) is { } now
        && (asker.Whole.Contains(body) ? now.IsSameAs(before) : now.TellsSameAs(before))
        && (!asker.InContext.Contains(body) || AreContextsSame(body, isWhole: false, cancellationToken));

    /// <summary>Whether one that was followed again is the same for each call with constants as before.</summary>
    private bool AreContextsSame(SyntaxNode body, bool isWhole, CancellationToken cancellationToken)
    {
        if (!_sameContexts.TryGetValue((body, isWhole), out var answer))
        {
            answer = kept.Of(body)!.Contexts.All(context => IsSame(body, context, isWhole, cancellationToken));
            _sameContexts.Add((body, isWhole), answer);
        }

        return answer;
    }

    private bool IsSame(SyntaxNode body, KeptContext before, bool isWhole, CancellationToken cancellationToken)
    {
        if (before.Facts is not { } old)
            return false;

        var context = before.Of(body, keys);
        return follow(context, cancellationToken) is { } facts
            && KeptContext.Write(context, facts, keys, cancellationToken).Facts is { } now
            && (isWhole ? now.IsSameAs(old) : now.TellsSameAs(old));
    }

    private KeptFacts? NewOf(SyntaxNode body, BodyFacts facts, CancellationToken cancellationToken)
    {
        if (!_new.TryGetValue(body, out var now))
            _new.Add(body, now = KeptFacts.Write(facts, keys, cancellationToken));
        return now;
    }
}
