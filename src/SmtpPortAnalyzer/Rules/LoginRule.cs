using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SmtpPortAnalyzer.Connections;

namespace SmtpPortAnalyzer.Rules;

/// <summary>Judges whether a connection to a relay logs in (SMTP006). One that may is silent.</summary>
internal static class LoginRule
{
    public static IEnumerable<Finding> Judge(TracedConnection traced)
    {
        if (!LacksLogin(traced) || traced.IsSecuredElsewhere)
            yield break;

        var ways = Ways(traced.Configured);
        var port = ways.SelectMany(path => RelayArrivals.On(path, traced.AtRelay)).First().Port;
        var place = ways.Select(path => path.NoLogin).FirstOrDefault(denial => denial is not null) ?? traced.Connection.Site;
        yield return Finding.OnConnection(traced, place, HostNames.Collect(traced.AtRelay.Select(arrival => arrival.Host))) with
        {
            Words = ImmutableArray.Create<object>(port),
            Facts = SecurityRule.Facts(traced, ways[0].Security, port),
        };
    }

    /// <summary>Whether it connects to a relay, and surely without a login.</summary>
    public static bool LacksLogin(TracedConnection traced) =>
        !traced.AtRelay.IsEmpty
        && Ways(traced.Configured) is var ways
        && ways.Any(path => !RelayArrivals.On(path, traced.AtRelay).IsEmpty)
        && ways.All(path => path.Login == LoginState.None);

    private static List<ConnectionPath> Ways(SmtpConnection connection) => connection.Paths.Where(path => !path.IsExempt).ToList();
}
