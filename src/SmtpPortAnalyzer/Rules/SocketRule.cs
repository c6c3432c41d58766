using System.Collections.Generic;
using System.Linq;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Rules;

/// <summary>Judges bare sockets (SMTP008): one that connects to port 25 speaks SMTP.</summary>
internal static class SocketRule
{
    public static IEnumerable<RelayFinding> Judge(SmtpConnection connection, IReadOnlyList<PortArrival> arrivals) => arrivals
        .Where(arrival => arrival.Port == PortRule.BlockedPort && !CodeBody.IsDebugOnly(arrival.Place) && !HostNames.IsLocal(arrival.Host))
        .GroupBy(arrival => arrival.Place)
        .Select(found => new RelayFinding(
            Descriptors.SocketPort25,
            found.Key,
            connection.Api,
            connection.Library.Name,
            connection.Site,
            HostNames.Collect(found.Select(arrival => arrival.Host))));
}
