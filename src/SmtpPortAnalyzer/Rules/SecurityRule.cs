using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow;

namespace SmtpPortAnalyzer.Rules;

/// <summary>
/// Judges how a connection to a relay is encrypted (SMTP005). It is wrong only if it is wrong on every way: what a run-time flag may put
/// right is silent.
/// </summary>
internal static class SecurityRule
{
    public static IEnumerable<Finding> Judge(TracedConnection traced)
    {
        if (traced.AtRelay.IsEmpty || Faults(traced) is not { Count: > 0 } faults || traced.IsSecuredElsewhere)
            yield break;

        // What was written decides it best.
        var worst = faults.OrderBy(fault => fault.Place is null).First();
        var hosts = HostNames.Collect(traced.AtRelay.Select(arrival => arrival.Host));
        yield return Finding.OnConnection(traced, worst.Place ?? traced.Connection.Site, hosts) with
        {
            Words = ImmutableArray.Create<object>(worst.Arrival.Port, worst.What),
            Facts = Facts(traced, worst.Security, worst.Arrival.Port),
        };
    }

    /// <summary>What would be right for the port, and what else the fixes have to know.</summary>
    public static RelayFacts Facts(TracedConnection traced, PathSecurity? security, int port)
    {
        var facts = Facts(security, port);
        return facts with { LogsIn = !LoginRule.LacksLogin(traced), IsShared = RelayArrivals.AreMixed(traced.Arrivals, traced.AtRelay) };
    }

    /// <summary>What is wrong, way by way; null where one of them is right, or unknown.</summary>
    private static List<Fault>? Faults(TracedConnection traced)
    {
        var faults = new List<Fault>();
        foreach (var path in traced.Configured.Paths)
        {
            foreach (var arrival in RelayArrivals.On(path, traced.AtRelay))
            {
                if (path.Security is not { } security)
                    return null;

                foreach (var fault in On(arrival, security, traced.Resolve))
                {
                    if (fault is null)
                        return null;
                    faults.Add(fault);
                }
            }
        }

        return faults;
    }

    private static RelayFacts Facts(PathSecurity? security, int port)
    {
        var wanted = PortSecurity.Demanded(port);
        var members = security?.Row?.Members ?? ImmutableArray<SecurityMember>.Empty;
        foreach (var member in security?.Member is { } given ? members.Insert(0, given) : members)
        {
            foreach (var mode in member.Modes.Where(mode => mode.Value == wanted).OrderBy(mode => mode.Key))
                return new RelayFacts(port, LogsIn: true, IsShared: false) { Member = member.Name, Value = mode.Key };
        }

        return new RelayFacts(port, LogsIn: true, IsShared: false);
    }

    /// <summary>A null among them is a way on which it is right, or unknown.</summary>
    private static IEnumerable<Fault?> On(PortArrival arrival, PathSecurity security, Func<ValueSet, ValueSet> resolve)
    {
        if (security.Member is null)
        {
            yield return security.Otherwise is { } mode ? FaultOf(arrival, mode, security.Place, security) : null;
            yield break;
        }

        var value = resolve(security.Value);
        if (value.IsOpen || value.Knowns.IsEmpty)
            yield return null;

        var given = security.Value.Knowns.Select(known => known.Place).FirstOrDefault(place => place is not null);
        foreach (var known in value.Knowns)
            yield return security.Mode(known) is { } mode ? FaultOf(arrival, mode, known.Place ?? given, security) : null;
    }

    private static Fault? FaultOf(PortArrival arrival, TransportSecurity mode, SyntaxNode? place, PathSecurity security)
    {
        if (!PortSecurity.IsWrong(mode, arrival.Port))
            return null;

        if (!MailPorts.IsImplicit(arrival.Port))
        {
            return mode == TransportSecurity.None
                ? new(arrival, place, "without encryption; require STARTTLS", security)
                : new(arrival, place, "with TLS from the first byte, which that port does not speak; use STARTTLS", security);
        }

        // The library cannot: then it is the port that has to go.
        return security.CanBeImplicit
            ? new(arrival, place,
                "in plain text first, while that port expects TLS from the first byte; use implicit TLS, or port 587 with STARTTLS",
                security)
            : new(arrival, arrival.Place,
                "which expects TLS from the first byte, and that client cannot start with it; use port 587 with STARTTLS", security);
    }

    private sealed record Fault(PortArrival Arrival, SyntaxNode? Place, string What, PathSecurity Security);
}
