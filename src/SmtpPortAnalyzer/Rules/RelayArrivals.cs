using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Rules;

/// <summary>Which of the ports that reach a connection are at a relay beyond doubt.</summary>
internal static class RelayArrivals
{
    /// <summary>
    /// The arrivals that make the connection one to a relay: a port that stands in for a setting may be another at run time, and a host on
    /// the machine itself or in a private network is none of a relay's. Nothing where the connection may be on port 25 as well.
    /// </summary>
    public static ImmutableArray<PortArrival> Find(IReadOnlyList<PortArrival> arrivals) => arrivals.Any(IsBlocked)
        ? ImmutableArray<PortArrival>.Empty
        : arrivals.Where(IsAtRelay).InSourceOrder().ToImmutableArray();

    /// <summary>
    /// Whether the same code connects to something else than one kind of relay as well. Where a file says the port that the code leaves
    /// open, the library's default is not used.
    /// </summary>
    public static bool AreMixed(IReadOnlyList<PortArrival> all, ImmutableArray<PortArrival> atRelay) =>
        all.Any(arrival => (!MailPorts.IsRelay(arrival.Port) || HostValue.IsLocal(arrival.Host))
            && !(arrival.Origin == PortOrigin.Default && atRelay.Any(said => said.Constant.IsDefault)))
        || atRelay.Select(arrival => MailPorts.IsImplicit(arrival.Port)).Distinct().Count() > 1;

    /// <summary>The relay ports that the connection has on this way.</summary>
    public static ImmutableArray<PortArrival> On(ConnectionPath path, ImmutableArray<PortArrival> atRelay)
    {
        if (path.IsExempt || HostValue.IsLocal(path.Host))
            return ImmutableArray<PortArrival>.Empty;

        // What comes in from outside may be any of those that were found there.
        var isFromOutside = path.Port.Knowns.Any(known => known.Kind == AbstractValueKind.Symbolic);
        return atRelay.Where(arrival => isFromOutside || path.Port.Knowns.Any(known => known.Equals(arrival.Constant))).ToImmutableArray();
    }

    /// <summary>By files, and in each by where they stand: what is typed in one file must not put another's in its place.</summary>
    public static IOrderedEnumerable<PortArrival> InSourceOrder(this IEnumerable<PortArrival> arrivals) => arrivals
        .OrderBy(arrival => arrival.Place.SyntaxTree.FilePath, System.StringComparer.Ordinal).ThenBy(arrival => arrival.Place.SpanStart);

    /// <summary>Whether it is port 25 of a host elsewhere.</summary>
    public static bool IsBlocked(PortArrival arrival) => arrival.Port == MailPorts.Blocked && !HostValue.IsLocal(arrival.Host);

    private static bool IsAtRelay(PortArrival arrival) =>
        MailPorts.IsRelay(arrival.Port) && (arrival.Origin != PortOrigin.Fallback || arrival.IsFixed)
        && !CodeBody.IsDebugOnly(arrival.Place) && !HostValue.IsLocal(arrival.Host);
}
