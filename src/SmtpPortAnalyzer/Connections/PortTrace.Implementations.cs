using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Values;

namespace SmtpPortAnalyzer.Connections;

/// <content>Properties that other types implement or override: each type gives its own port, beside its own host.</content>
internal sealed partial class PortTrace
{
    private void FollowImplementations(Step step, IPropertySymbol property)
    {
        foreach (var (implementation, type) in Implementations.Of(property, _program, _cancellation))
        {
            var there = step with { Host = HostIn(type, step) };
            if (Returned(implementation) is { } returned)
            {
                foreach (var known in returned.Knowns)
                    Arrive(there with { Known = step.Known.IsFallback ? known.AsFallback() : known, Place = known.Origin ?? step.Place, IsDirect = false });
            }
            else if (!SymbolEqualityComparer.Default.Equals(implementation, property) && _visited.Add((implementation, step.Connection.Site, step.Known.IsFallback)))
            {
                FollowMember(there, implementation);
            }
        }
    }

    /// <summary>The host of a type that implements the port: where both are read from the same object, that type's own.</summary>
    private FlowValue? HostIn(INamedTypeSymbol type, Step step) =>
        step.Host?.Single is { Kind: KnownKind.Symbolic, Symbol: IPropertySymbol host } known
        && Equals(known.Receiver, step.Known.Receiver)
        && Implementations.In(type, host) is { } own
            ? Returned(own) ?? FlowValue.Of(Known.OfSymbol(own, known.Receiver, known.Origin))
            : step.Host;

    /// <summary>What the property's own code returns; null where it has none.</summary>
    private FlowValue? Returned(IPropertySymbol property)
    {
        if (property.GetMethod is not { } getter || _program.OwnBodyOf(getter, _cancellation) is not { } body)
            return null;

        FlowValue? all = null;
        foreach (var (value, _) in _program.Facts(body, _cancellation).Returns)
            all = all is { } others ? others.Or(value) : value;
        return all;
    }
}
