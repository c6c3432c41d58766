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
    private readonly Dictionary<ISymbol, HashSet<ISymbol>?> _known = new(SymbolEqualityComparer.Default);

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
                && HoldersOf(given, program.Facts(body, cancellationToken)) is { } holders
                && holders.All(one => AreApart(asked, one));
    }

    /// <summary>The field or property that holds the object; null where something else does.</summary>
    public static ISymbol? MemberOf(AbstractValue? value) =>
        value is { Kind: AbstractValueKind.Symbolic, Symbol: IFieldSymbol or IPropertySymbol } ? value.Symbol.OriginalDefinition : null;

    /// <summary>The members into which a body puts the object that it makes; null where it goes elsewhere as well.</summary>
    private List<ISymbol>? HoldersOf(AbstractValue made, BodyFacts facts)
    {
        var holders = facts.Writes.Where(write => write.Value.Knowns.Contains(made))
            .Select(write => write.Member.OriginalDefinition).ToList();
        foreach (var call in facts.Calls)
        {
            foreach (var argument in call.Arguments)
            {
                if (!argument.Value.Knowns.Contains(made))
                    continue;
                if (argument.Parameter is not { OriginalDefinition: IParameterSymbol parameter }
                    || PositionalProperty.ForParameter(parameter, cancellationToken) is not { } positional)
                    return null;

                holders.Add(positional);
            }
        }

        return holders.Count > 0 && !facts.Returns.Any(returned => returned.Value.Knowns.Contains(made)) ? holders : null;
    }

    private bool AreApart(ISymbol one, ISymbol other) =>
        OriginsOf(one) is { } first && OriginsOf(other) is { } second && !first.Overlaps(second);

    /// <summary>The members for which the objects are made that it may hold; null where they may come from anywhere.</summary>
    private HashSet<ISymbol>? OriginsOf(ISymbol member)
    {
        if (!_known.TryGetValue(member, out var origins))
        {
            // What comes from itself brings nothing new.
            _known.Add(member, new HashSet<ISymbol>(SymbolEqualityComparer.Default) { member });
            _known[member] = origins = FindOrigins(member);
        }

        return origins;
    }

    private HashSet<ISymbol>? FindOrigins(ISymbol member)
    {
        if (member.DeclaringSyntaxReferences.IsEmpty || Implementations.MayBeReplaced(member))
            return null;

        var values = MemberWrites.FindTo(member, program, cancellationToken).Select(write => write.Value);
        if (PositionalProperty.ParameterOf(member, cancellationToken) is { ContainingSymbol: IMethodSymbol constructor } parameter)
            values = values.Concat(program.CallsOf(constructor, cancellationToken).Select(call => call.Given(parameter) ?? ValueSet.Open));

        var origins = new HashSet<ISymbol>(SymbolEqualityComparer.Default) { member };
        foreach (var value in values)
        {
            if (value.IsOpen)
                return null;

            foreach (var known in value.Knowns)
            {
                if (known.Kind == AbstractValueKind.Allocation || known is { Kind: AbstractValueKind.Constant, Constant: null })
                    continue;
                if (MemberOf(known) is not { } source || OriginsOf(source) is not { } others)
                    return null;

                origins.UnionWith(others);
            }
        }

        return origins;
    }
}
