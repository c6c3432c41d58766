using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Program;

/// <summary>
/// What bodies of an earlier compilation looked at, and what those tell their callers that tell nothing but constants: most bodies are
/// followed only because others call them, and most of these change nothing and return nothing known. Holds no symbol. Immutable.
/// </summary>
internal sealed class KeptBodies
{
    public static readonly KeptBodies Nothing = new(new Dictionary<SyntaxNode, KeptBody>());

    private readonly IReadOnlyDictionary<SyntaxNode, KeptBody> _bodies;

    private KeptBodies(IReadOnlyDictionary<SyntaxNode, KeptBody> bodies) => _bodies = bodies;

    /// <summary>What the body tells its callers; null where that is not known, or needs symbols.</summary>
    public BodyFacts? TellOf(SyntaxNode body) => _bodies.TryGetValue(body, out var kept) ? kept.Told : null;

    /// <summary>What the body looked at itself; null where it is not known.</summary>
    public Footprint? FootprintOf(SyntaxNode body) => _bodies.TryGetValue(body, out var kept) ? kept.Footprint : null;

    /// <summary>What is left of them after the edits: those that looked at nothing that was edited, and ask none that did.</summary>
    public KeptBodies After(ImmutableArray<EditedFile> edits)
    {
        if (edits.IsEmpty)
            return this;

        var lost = new HashSet<SyntaxNode>(_bodies.Where(body => edits.Any(edit => IsTouched(body.Key, body.Value.Footprint, edit)))
            .Select(body => body.Key));
        var askers = _bodies.SelectMany(body => body.Value.Footprint.Bodies.Select(asked => (Asked: asked, Asker: body.Key)))
            .ToLookup(pair => pair.Asked, pair => pair.Asker);
        var waiting = new Queue<SyntaxNode>(lost);
        while (waiting.Count > 0)
        {
            foreach (var asker in askers[waiting.Dequeue()])
            {
                if (lost.Add(asker))
                    waiting.Enqueue(asker);
            }
        }

        var left = new Dictionary<SyntaxNode, KeptBody>();
        foreach (var body in _bodies)
        {
            if (!lost.Contains(body.Key) && FootprintMove.Find(body.Key, edits) is { } there
                && FootprintMove.Move(body.Value.Footprint, edits) is { } footprint)
            {
                // What it tells has places: those in an edited file are found anew.
                left[there] = new KeptBody(footprint, edits.Any(edit => edit.Old == body.Key.SyntaxTree) ? null : body.Value.Told);
            }
        }

        return new KeptBodies(left);
    }

    /// <summary>The same with bodies that were followed since.</summary>
    public KeptBodies With(IEnumerable<(SyntaxNode Body, Footprint Footprint, BodyFacts Facts)> followed, SmtpSymbols symbols)
    {
        var bodies = _bodies.ToDictionary(body => body.Key, body => body.Value);
        foreach (var (body, footprint, facts) in followed)
            bodies[body] = new KeptBody(footprint, Told(body, facts, symbols));
        return new KeptBodies(bodies);
    }

    private static bool IsTouched(SyntaxNode body, Footprint footprint, EditedFile edit) =>
        FootprintMove.IsTouched(body, edit) || FootprintMove.IsTouched(footprint, edit)
        || footprint.Bodies.Any(asked => FootprintMove.IsTouched(asked, edit));

    /// <summary>What a caller learns from the facts, if that is constants alone, written in the body's own file.</summary>
    private static BodyFacts? Told(SyntaxNode body, BodyFacts facts, SmtpSymbols symbols)
    {
        if (facts == BodyFacts.None || facts.Effects.AreTooMany || !facts.Effects.Cells.IsEmpty || !facts.Ways(symbols).IsEmpty
            || !facts.Returns.All(returned => returned.Value.Knowns.All(known => IsPlain(known, body.SyntaxTree))))
        {
            return null;
        }

        var told = new BodyFacts();
        foreach (var (value, _) in facts.Returns)
            told.Returns.Add((value, FlowState.Entry));
        return told;
    }

    private static bool IsPlain(AbstractValue known, SyntaxTree tree) =>
        known is
        {
            Kind: AbstractValueKind.Constant or AbstractValueKind.Development or AbstractValueKind.EnvironmentName, Symbol: null,
            Receiver: null, Items.IsEmpty: true,
        }
        && (known.Origin is null || known.Origin.SyntaxTree == tree) && (known.Place is null || known.Place.SyntaxTree == tree);

    /// <param name="Footprint">What it looked at itself.</param>
    /// <param name="Told">What it tells its callers; null where that needs symbols.</param>
    private sealed record KeptBody(Footprint Footprint, BodyFacts? Told);
}
