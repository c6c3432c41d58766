using System.Collections.Generic;
using System.Linq;
using SmtpPortAnalyzer.Connections;

namespace SmtpPortAnalyzer.Rules;

/// <summary>Judges bare sockets (SMTP008): one that connects to port 25 speaks SMTP.</summary>
internal static class SocketRule
{
    private const int BlockedPort = 25;

    public static IEnumerable<RelayFinding> Judge(SmtpConnection connection, IReadOnlyList<PortArrival> arrivals) => arrivals
        .Where(arrival => arrival.Port == BlockedPort && !Body.IsDebugOnly(arrival.Place) && !RelayPorts.IsLocal(arrival.Host))
        .GroupBy(arrival => arrival.Place)
        .Select(found => new RelayFinding(
            Descriptors.SocketPort25,
            found.Key,
            connection.Api,
            connection.Library.Name,
            connection.Site,
            RelayPorts.Hosts(found.Select(arrival => arrival.Host))));
}
