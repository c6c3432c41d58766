using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Kept;

/// <summary>What was found of a body for a call with constants. Immutable.</summary>
/// <param name="Facts">What was found, with what the parameters held; null where that is not known any more.</param>
/// <param name="Depth">How many calls with constants have led to it.</param>
internal sealed record KeptContext(KeptFacts? Facts, int Depth)
{
    /// <summary>Of more calls it is not kept what each gives: those that call are followed again.</summary>
    private const int MaxContexts = 64;

    private static readonly KeptContext s_unknown = new(null, 0);

    public static KeptContext Write(BodyContext context, BodyFacts facts, SymbolKeys keys, CancellationToken cancellationToken) =>
        facts != BodyFacts.None && KeptFacts.Write(facts, context.Entry, keys, cancellationToken) is { } kept
            ? new KeptContext(kept, context.Depth)
            : s_unknown;

    /// <summary>Those from before and those that were found now.</summary>
    public static ImmutableArray<KeptContext> Merge(ImmutableArray<KeptContext> before, IEnumerable<KeptContext> now)
    {
        var all = before.Concat(now).Distinct().ToImmutableArray();
        return all.Length > MaxContexts ? ImmutableArray.Create(s_unknown) : all;
    }

    /// <summary>The body as it was called.</summary>
    public BodyContext Of(SyntaxNode body, SymbolKeys keys) => new(body, new FactSource(Facts!, keys).Entry(), Depth);

    /// <summary>The same with its places elsewhere; an unknown one where one is not there any more.</summary>
    public KeptContext Move(ImmutableArray<EditedFile> edits)
    {
        var facts = Facts?.Move(edits);
        return ReferenceEquals(facts, Facts) ? this : facts is null ? s_unknown : this with { Facts = facts };
    }
}
