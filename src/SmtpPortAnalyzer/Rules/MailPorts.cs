using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Rules;

/// <summary>The ports of submission relays, and which of a connection's ports are theirs beyond doubt.</summary>
internal static class MailPorts
{
    /// <summary>RFC 6409, and what relays offer besides: plain SMTP first, then STARTTLS.</summary>
    private static readonly ImmutableHashSet<int> s_startTls = ImmutableHashSet.Create(587, 2525, 2587);

    /// <summary>RFC 8314, and Amazon's second one: TLS from the first byte.</summary>
    private static readonly ImmutableHashSet<int> s_implicit = ImmutableHashSet.Create(465, 2465);

    public static bool IsRelay(int port) => s_startTls.Contains(port) || s_implicit.Contains(port);

    public static bool IsImplicit(int port) => s_implicit.Contains(port);

    /// <summary>
    /// The arrivals that make the connection one to a relay: a port that stands in for a setting may be another at run time, and a host on
    /// the machine itself or in a private network is none of a relay's.
    /// </summary>
    public static ImmutableArray<PortArrival> Arrivals(IReadOnlyList<PortArrival> arrivals) => arrivals
        .Where(arrival => IsRelay(arrival.Port) && (arrival.Origin != PortOrigin.Fallback || arrival.IsFixed)
            && !CodeBody.IsDebugOnly(arrival.Place) && !HostNames.IsLocal(arrival.Host))
        .OrderBy(arrival => arrival.Place.SpanStart)
        .ToImmutableArray();

    /// <summary>Whether one of the ports is 25, to a host elsewhere.</summary>
    public static bool MayBePort25(IReadOnlyList<PortArrival> arrivals) =>
        arrivals.Any(arrival => arrival.Port == PortRule.BlockedPort && !HostNames.IsLocal(arrival.Host));

    /// <summary>Whether the same code connects to something else than one kind of relay as well.</summary>
    public static bool AreMixed(IReadOnlyList<PortArrival> all, ImmutableArray<PortArrival> atRelay) =>
        all.Any(arrival => !IsRelay(arrival.Port) || HostNames.IsLocal(arrival.Host))
        || atRelay.Select(arrival => IsImplicit(arrival.Port)).Distinct().Count() > 1;

    /// <summary>The relay ports that the connection has on this way.</summary>
    public static ImmutableArray<PortArrival> On(ConnectionPath path, ImmutableArray<PortArrival> arrivals)
    {
        if (path.IsExempt || HostNames.IsLocal(path.Host))
            return ImmutableArray<PortArrival>.Empty;

        // What comes in from outside may be any of those that were found there.
        var isFromOutside = path.Port.Knowns.Any(known => known.Kind == AbstractValueKind.Symbolic);
        return arrivals.Where(arrival => isFromOutside || path.Port.Knowns.Any(known => known.Equals(arrival.Constant))).ToImmutableArray();
    }
}
