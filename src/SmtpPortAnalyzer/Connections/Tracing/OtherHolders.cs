using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Bodies;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <summary>
/// Objects of one type that stand side by side, <c>settings.Smtp</c> and <c>settings.Ftp</c>: what is written to the one is not in the
/// other, unless code puts the one where the other is.
/// </summary>
internal sealed class OtherHolders(SmtpProgram program, CancellationToken cancellationToken)
{
    private readonly Dictionary<ISymbol, HashSet<ISymbol>?> _origins = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ISymbol, IReadOnlyCollection<ISymbol>?> _sources = new(SymbolEqualityComparer.Default);

    /// <summary>Whether the object is that of another field or property, and of that alone.</summary>
    /// <param name="asked">What holds the object whose member is asked for; null where that is none.</param>
    /// <param name="owner">The object that is written to, or made.</param>
    /// <param name="place">Where that is done.</param>
    public bool Hold(ISymbol? asked, ValueSet owner, SyntaxNode place)
    {
        if (asked is null || owner.Single is not { } given)
            return false;

        return MemberOf(given) is { } other
            ? AreApart(asked, other)
            : given.Kind == AbstractValueKind.Allocation && CodeBody.Enclosing(place) is { } body
                && HoldersOf(given, program.Facts(body, cancellationToken).Uses) is { } holders
                && holders.All(one => AreApart(asked, one));
    }

    /// <summary>The field or property that holds the object; null where something else does.</summary>
    public static ISymbol? MemberOf(AbstractValue? value) =>
        value is { Kind: AbstractValueKind.Symbolic, Symbol: IFieldSymbol or IPropertySymbol } ? value.Symbol.OriginalDefinition : null;

    /// <summary>The members into which a body puts the object that it makes; null where it goes elsewhere as well.</summary>
    private List<ISymbol>? HoldersOf(AbstractValue made, ObjectUses uses)
    {
        var holders = uses.MembersOf(made).ToList();
        foreach (var handed in uses.ParametersOf(made))
        {
            if (handed is not { } parameter || PositionalProperty.ForParameter(parameter, cancellationToken) is not { } positional)
                return null;

            holders.Add(positional);
        }

        return holders.Count > 0 && !uses.IsReturned(made) ? holders : null;
    }

    private bool AreApart(ISymbol one, ISymbol other) =>
        OriginsOf(one) is { } first && OriginsOf(other) is { } second && !first.Overlaps(second);

    /// <summary>The members for which the objects are made that it may hold; null where they may come from anywhere.</summary>
    private HashSet<ISymbol>? OriginsOf(ISymbol member)
    {
        if (!_origins.TryGetValue(member, out var origins))
            _origins.Add(member, origins = FindOrigins(member));
        return origins;
    }

    private HashSet<ISymbol>? FindOrigins(ISymbol member)
    {
        var origins = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { member };
        var waiting = new Queue<ISymbol>(origins);
        while (waiting.Count > 0)
        {
            if (SourcesOf(waiting.Dequeue()) is not { } sources)
                return null;

            foreach (var source in sources.Where(origins.Add))
                waiting.Enqueue(source);
        }

        return origins;
    }

    /// <summary>The members whose objects code puts into this one; null where others may be put there.</summary>
    private IReadOnlyCollection<ISymbol>? SourcesOf(ISymbol member)
    {
        if (!_sources.TryGetValue(member, out var sources))
            _sources.Add(member, sources = FindSources(member));
        return sources;
    }

    private HashSet<ISymbol>? FindSources(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences.IsEmpty || Implementations.MayBeReplaced(member))
            return null;

        var values = MemberWrites.FindTo(member, program, cancellationToken).Select(write => write.Value);
        if (PositionalProperty.ParameterOf(member, cancellationToken) is { ContainingSymbol: IMethodSymbol constructor } parameter)
            values = values.Concat(program.CallsOf(constructor, cancellationToken).Select(call => call.Given(parameter) ?? ValueSet.Open));

        var sources = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        foreach (var value in values)
        {
            if (value.IsOpen)
                return null;

            foreach (var known in value.Knowns)
            {
                if (known.Kind == AbstractValueKind.Allocation || known is { Kind: AbstractValueKind.Constant, Constant: null })
                    continue;
                if (MemberOf(known) is not { } source)
                    return null;

                sources.Add(source);
            }
        }

        return sources;
    }
}
