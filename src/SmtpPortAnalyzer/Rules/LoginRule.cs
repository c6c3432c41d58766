using System.Collections.Immutable;
using System.Linq;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Tracing;

namespace SmtpPortAnalyzer.Rules;

/// <summary>Judges whether a connection to a relay logs in (SMTP006). One that may is silent.</summary>
internal static class LoginRule
{
    /// <param name="connection">The connection.</param>
    /// <param name="arrivals">Those of <see cref="MailPorts.Arrivals"/>.</param>
    public static RelayFinding? Judge(SmtpConnection connection, ImmutableArray<PortArrival> arrivals)
    {
        var ways = connection.Paths.Where(path => !path.IsExempt).ToList();
        var atRelay = ways.SelectMany(path => MailPorts.On(path, arrivals)).ToList();
        if (atRelay.Count == 0 || ways.Any(path => path.Login != LoginState.None))
            return null;

        return new RelayFinding(
            Descriptors.NoLogin,
            ways.Select(path => path.NoLogin).FirstOrDefault(place => place is not null) ?? connection.Site,
            connection.Api,
            connection.Library.Name,
            connection.Site,
            HostNames.Collect(arrivals.Select(arrival => arrival.Host)),
            atRelay[0].Port)
        {
            Facts = SecurityRule.Facts(ways[0].Security, atRelay[0].Port),
        };
    }
}
