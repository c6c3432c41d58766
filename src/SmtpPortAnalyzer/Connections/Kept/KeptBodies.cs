using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Kept;

/// <summary>
/// What bodies of an earlier compilation looked at, and what was found of them. Holds no symbol. Immutable.
/// </summary>
internal sealed class KeptBodies
{
    public static readonly KeptBodies Nothing = new(new Dictionary<SyntaxNode, KeptBody>());

    private readonly IReadOnlyDictionary<SyntaxNode, KeptBody> _bodies;

    private KeptBodies(IReadOnlyDictionary<SyntaxNode, KeptBody> bodies) => _bodies = bodies;

    /// <summary>The bodies of which it is not sure that they do what they did.</summary>
    public IEnumerable<(SyntaxNode Body, KeptBody Kept)> InDoubt =>
        _bodies.Where(body => body.Value.State != KeptState.Holds).Select(body => (body.Key, body.Value));

    /// <summary>The bodies that stand in a member which was edited.</summary>
    public IEnumerable<(SyntaxNode Body, KeptBody Kept)> Within(EditedPart part) =>
        _bodies.Where(body => part.Touches(body.Key)).Select(body => (body.Key, body.Value));

    /// <summary>Whether some body asked all that this one does, and not only what a caller learns.</summary>
    public bool IsAskedAsWhole(SyntaxNode body) => _bodies.Values.Any(asker => asker.Footprint.Whole.Contains(body));

    /// <summary>What is known of the body; null where nothing is.</summary>
    public KeptBody? Of(SyntaxNode body) => _bodies.TryGetValue(body, out var kept) ? kept : null;

    /// <summary>
    /// What is left of them after the edits. Those that looked at something that was edited are outdated; those that ask such a one, or one
    /// that does, hold if it tells them what it told before.
    /// </summary>
    public KeptBodies After(ImmutableArray<EditedFile> edits)
    {
        if (edits.IsEmpty)
            return this;

        var outdated = new HashSet<SyntaxNode>();
        foreach (var body in _bodies)
        {
            if (body.Value.State == KeptState.Outdated || IsTouched(body.Key, body.Value, edits))
                outdated.Add(body.Key);
        }

        var doubtful = FindAskers(outdated);
        var left = new Dictionary<SyntaxNode, KeptBody>();
        foreach (var body in _bodies)
        {
            if (FootprintMove.Find(body.Key, edits) is not { } there
                || FootprintMove.Move(body.Value.Footprint, edits) is not { } footprint)
            {
                continue;
            }

            var facts = body.Value.Facts?.Move(edits);
            var isLost = facts is null && body.Value.Facts is not null;
            var state = isLost || outdated.Contains(body.Key) ? KeptState.Outdated
                : doubtful.Contains(body.Key) ? KeptState.Doubtful
                : body.Value.State;
            var contexts = Move(body.Value.Contexts, edits);

            // Most bodies have nothing to do with an edit.
            var isSame = there == body.Key && state == body.Value.State && footprint == body.Value.Footprint
                && ReferenceEquals(facts, body.Value.Facts) && contexts == body.Value.Contexts;
            left[there] = isSame ? body.Value : new KeptBody(footprint, facts, state)
            {
                Contexts = contexts,
                HasOtherTraits = body.Value.HasOtherTraits
                    || (there != body.Key && !BodyTraits.In(body.Key).AreSameAs(BodyTraits.In(there))),
            };
        }

        return new KeptBodies(left);
    }

    private static ImmutableArray<KeptContext> Move(ImmutableArray<KeptContext> contexts, ImmutableArray<EditedFile> edits)
    {
        for (var i = 0; i < contexts.Length; i++)
        {
            if (contexts[i].Move(edits) is var moved && !ReferenceEquals(moved, contexts[i]))
                contexts = contexts.SetItem(i, moved);
        }

        return contexts;
    }

    /// <summary>The same with bodies that were followed since, and without those that were not found to hold.</summary>
    public KeptBodies With(IEnumerable<(SyntaxNode Body, KeptBody Kept)> followed, ISet<SyntaxNode> holding)
    {
        var bodies = _bodies.Where(body => body.Value.State == KeptState.Holds || holding.Contains(body.Key))
            .ToDictionary(body => body.Key, body => body.Value is { State: KeptState.Holds, HasOtherTraits: false } same
                ? same
                : body.Value with { State = KeptState.Holds, HasOtherTraits = false });
        foreach (var (body, kept) in followed)
            bodies[body] = kept;
        return new KeptBodies(bodies);
    }

    private HashSet<SyntaxNode> FindAskers(HashSet<SyntaxNode> asked)
    {
        var found = new HashSet<SyntaxNode>();
        if (asked.Count == 0)
            return found;

        // The askers of each body, one after the other: by the number of the last, and of the one before each.
        var last = new Dictionary<SyntaxNode, int>(_bodies.Count);
        var askers = new List<(SyntaxNode Asker, int Before)>();
        foreach (var body in _bodies)
        {
            foreach (var other in body.Value.Footprint.Bodies)
            {
                askers.Add((body.Key, last.TryGetValue(other, out var before) ? before : -1));
                last[other] = askers.Count - 1;
            }
        }

        var waiting = new Queue<SyntaxNode>(asked);
        while (waiting.Count > 0)
        {
            var number = last.TryGetValue(waiting.Dequeue(), out var known) ? known : -1;
            for (; number >= 0; number = askers[number].Before)
            {
                if (found.Add(askers[number].Asker))
                    waiting.Enqueue(askers[number].Asker);
            }
        }

        return found;
    }

    private bool IsTouched(SyntaxNode body, KeptBody kept, ImmutableArray<EditedFile> edits)
    {
        foreach (var edit in edits)
        {
            if (FootprintMove.IsTouched(body, edit) || FootprintMove.IsTouched(kept.Footprint, edit)
                || (edit.HasConditions && body.SyntaxTree == edit.Old)
                || (kept.Footprint.IsIn(edit.Old) && HasRead(kept, edit)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether it read the code of a body that was edited, and that was not followed.</summary>
    private bool HasRead(KeptBody kept, EditedFile edit) =>
        kept.Footprint.Bodies.Any(other => !_bodies.ContainsKey(other) && FootprintMove.IsTouched(other, edit));
}

/// <summary>Whether what was found of a body holds.</summary>
internal enum KeptState
{
    Holds,

    /// <summary>If those that it asks tell it what they told before.</summary>
    Doubtful,

    Outdated,
}

/// <summary>One body of an earlier compilation.</summary>
/// <param name="Footprint">What it looked at itself.</param>
/// <param name="Facts">What was found; null where that needs symbols.</param>
/// <param name="State">Whether it holds.</param>
internal sealed record KeptBody(Footprint Footprint, KeptFacts? Facts, KeptState State)
{
    /// <summary>What was found of it for calls with constants.</summary>
    public ImmutableArray<KeptContext> Contexts { get; init; } = ImmutableArray<KeptContext>.Empty;

    /// <summary>
    /// Whether its code answers others something else than before: a call with constants may be followed that was not, or the other way
    /// round.
    /// </summary>
    public bool HasOtherTraits { get; init; }
}
