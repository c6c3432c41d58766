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

        var outdated = new HashSet<SyntaxNode>(
            _bodies.Where(body => body.Value.State == KeptState.Outdated
                    || edits.Any(edit => IsTouched(body.Key, body.Value, edit) || HasRead(body.Value, edit)))
                .Select(body => body.Key));
        var doubtful = FindAskers(outdated);
        var left = new Dictionary<SyntaxNode, KeptBody>();
        foreach (var body in _bodies)
        {
            if (FootprintMove.Find(body.Key, edits) is not { } there
                || FootprintMove.Move(body.Value.Footprint, edits) is not { } footprint)
            {
                continue;
            }

            var facts = body.Value.Facts?.Move(IsEdited, Move);
            var isLost = facts is null && body.Value.Facts is not null;
            var state = isLost || outdated.Contains(body.Key) ? KeptState.Outdated
                : doubtful.Contains(body.Key) ? KeptState.Doubtful
                : body.Value.State;
            left[there] = new KeptBody(footprint, facts, state)
            {
                Contexts = body.Value.Contexts.Select(context => context.Move(IsEdited, Move)).ToImmutableArray(),
                HasOtherTraits = body.Value.HasOtherTraits
                    || (there != body.Key && !BodyTraits.In(body.Key).AreSameAs(BodyTraits.In(there))),
            };
        }

        return new KeptBodies(left);

        bool IsEdited(SyntaxTree tree) => edits.Any(edit => edit.Old == tree);

        SyntaxNode? Move(SyntaxNode node) => FootprintMove.Find(node, edits);
    }

    /// <summary>The same with bodies that were followed since, and without those that were not found to hold.</summary>
    public KeptBodies With(IEnumerable<(SyntaxNode Body, KeptBody Kept)> followed, ISet<SyntaxNode> holding)
    {
        var bodies = _bodies.Where(body => body.Value.State == KeptState.Holds || holding.Contains(body.Key))
            .ToDictionary(body => body.Key, body => body.Value with { State = KeptState.Holds, HasOtherTraits = false });
        foreach (var (body, kept) in followed)
            bodies[body] = kept;
        return new KeptBodies(bodies);
    }

    private HashSet<SyntaxNode> FindAskers(HashSet<SyntaxNode> asked)
    {
        var askers = _bodies.SelectMany(body => body.Value.Footprint.Bodies.Select(other => (Asked: other, Asker: body.Key)))
            .ToLookup(pair => pair.Asked, pair => pair.Asker);
        var found = new HashSet<SyntaxNode>();
        var waiting = new Queue<SyntaxNode>(asked);
        while (waiting.Count > 0)
        {
            foreach (var asker in askers[waiting.Dequeue()])
            {
                if (found.Add(asker))
                    waiting.Enqueue(asker);
            }
        }

        return found;
    }

    /// <summary>Whether it read the code of a body that was edited, and that was not followed.</summary>
    private bool HasRead(KeptBody kept, EditedFile edit) =>
        kept.Footprint.Bodies.Any(other => !_bodies.ContainsKey(other) && FootprintMove.IsTouched(other, edit));

    private static bool IsTouched(SyntaxNode body, KeptBody kept, EditedFile edit) =>
        FootprintMove.IsTouched(body, edit) || FootprintMove.IsTouched(kept.Footprint, edit)
        || (edit.HasConditions && body.SyntaxTree == edit.Old);
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
