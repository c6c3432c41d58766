using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Connections.Program;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Connections.Tracing;

/// <content>Properties and methods that other types implement or override: each type gives its own port, beside its own host.</content>
internal sealed partial class PortTrace
{
    private void FollowImplementations(Step step, ISymbol member)
    {
        foreach (var (implementation, type) in Implementations.FindFor(member, _program, _cancellationToken))
        {
            var there = step with { Host = HostIn(type, step) };
            if (Implementations.Returned(implementation, _program, _cancellationToken) is { } returned)
            {
                foreach (var known in returned.Knowns)
                    Arrive(
                        there with
                        {
                            Known = step.Known.IsFallback ? known.AsFallback() : known,
                            Place = known.Origin ?? step.Place,
                            IsDirect = false,
                        });
            }
            else if (implementation is IPropertySymbol && !SymbolEqualityComparer.Default.Equals(implementation, member)
                && _visited.Add((implementation, step.Connection.Site, step.Known.IsFallback)))
            {
                FollowMember(there, implementation);
            }
        }
    }

    /// <summary>The host of a type that implements the port: where both are read from the same object, that type's own.</summary>
    private ValueSet? HostIn(INamedTypeSymbol type, Step step) =>
        step.Host?.Single is { Kind: AbstractValueKind.Symbolic, Symbol: IPropertySymbol or IMethodSymbol } known
        && Equals(known.Receiver, step.Known.Receiver)
        && Implementations.MemberIn(type, known.Symbol) is { } own
            ? Implementations.Returned(own, _program, _cancellationToken)
                ?? ValueSet.FromValue(AbstractValue.OfSymbol(own, known.Receiver, known.Origin))
            : step.Host;
}
