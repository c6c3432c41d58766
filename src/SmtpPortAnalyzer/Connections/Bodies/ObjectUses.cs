using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Bodies;

/// <summary>What a body does with the objects that it makes, by object: a long body makes many, and each is asked for.</summary>
internal sealed class ObjectUses
{
    private readonly ILookup<AbstractValue, ISymbol> _members;
    private readonly ILookup<AbstractValue, IParameterSymbol?> _parameters;
    private readonly Dictionary<AbstractValue, List<CallFact>> _calls;
    private readonly HashSet<AbstractValue> _returned;

    public ObjectUses(BodyFacts facts)
    {
        _members = facts.Writes
            .SelectMany(write => Made(write.Value).Select(made => (Made: made, Member: write.Member.OriginalDefinition)))
            .Distinct().ToLookup(use => use.Made, use => use.Member);
        _parameters = facts.Calls.SelectMany(call => call.Arguments)
            .SelectMany(argument => Made(argument.Value).Select(made => (Made: made, Parameter: argument.Parameter?.OriginalDefinition)))
            .Distinct().ToLookup(use => use.Made, use => use.Parameter);
        _returned = new HashSet<AbstractValue>(facts.Returns.SelectMany(returned => Made(returned.Value)));
        _calls = facts.Calls.Where(call => call.Receiver.Single is { Kind: AbstractValueKind.Allocation })
            .GroupBy(call => call.Receiver.Single!)
            .ToDictionary(calls => calls.Key, calls => calls.OrderBy(call => call.Syntax.Span.End).ToList());
    }

    /// <summary>The members that it puts the object into.</summary>
    public IEnumerable<ISymbol> MembersOf(AbstractValue made) => _members[made];

    /// <summary>The parameters to which it hands the object; null for one that is not known.</summary>
    public IEnumerable<IParameterSymbol?> ParametersOf(AbstractValue made) => _parameters[made];

    /// <summary>Whether it gives the object to its caller.</summary>
    public bool IsReturned(AbstractValue made) => _returned.Contains(made);

    /// <summary>The calls on the object that stand after the position, in the order in which they stand.</summary>
    public IEnumerable<CallFact> CallsAfter(AbstractValue made, int position)
    {
        if (!_calls.TryGetValue(made, out var calls))
            yield break;

        var (first, end) = (0, calls.Count);
        while (first < end)
        {
            var middle = (first + end) / 2;
            (first, end) = calls[middle].Syntax.Span.End > position ? (first, middle) : (middle + 1, end);
        }

        for (; first < calls.Count; first++)
            yield return calls[first];
    }

    private static IEnumerable<AbstractValue> Made(ValueSet value) =>
        value.Knowns.Where(known => known.Kind == AbstractValueKind.Allocation);
}
