using System.Collections.Generic;
using System.Linq;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Rules;

/// <summary>Judges bare sockets (SMTP008): one that connects to port 25 speaks SMTP.</summary>
internal static class SocketRule
{
    public static IEnumerable<Finding> Judge(TracedConnection traced) => traced.Arrivals
        .Where(arrival => arrival.Port == MailPorts.Blocked && !CodeBody.IsDebugOnly(arrival.Place) && !HostValue.IsLocal(arrival.Host))
        .GroupBy(arrival => arrival.Place)
        .Select(found => Finding.OnConnection(traced, found.Key, HostNames.Collect(found.Select(arrival => arrival.Host))));
}
