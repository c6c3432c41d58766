using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Connections.Tracing;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Search;

namespace SmtpPortAnalyzer.Rules;

/// <summary>Judges the ports that reach a connection: SMTP001, SMTP002 and SMTP003, at most one of them for one connection.</summary>
internal static class PortRule
{
    /// <summary>The findings of that origin.</summary>
    public static IEnumerable<Finding> Judge(TracedConnection traced, PortOrigin origin) =>
        Judge(traced).Where(found => found.Origin == origin).Select(found => found.Finding);

    /// <summary>A settings type whose port defaults to 25, whatever connects with it.</summary>
    public static IEnumerable<Finding> JudgeSetting(ISymbol member, SyntaxNode value)
    {
        yield return new(value, member.ContainingType.Name + "." + member.Name, "", null, HostNames.None)
        {
            Settings = ImmutableArray.Create(new SettingRead(AbstractValue.OfSymbol(member, null, null), null)),
        };
    }

    /// <summary>A setting that code gives a 25 by its key, whatever connects with it.</summary>
    public static IEnumerable<Finding> JudgeSetting(DeclaredSetting setting, PortOrigin origin)
    {
        if (origin == (setting.IsFallback ? PortOrigin.Fallback : PortOrigin.Explicit))
            yield return new(setting.Value, setting.Key, "", null, HostNames.None);
    }

    private static IEnumerable<(PortOrigin Origin, Finding Finding)> Judge(TracedConnection traced)
    {
        var arrivals = traced.Arrivals;

        // Host and port that stand in together belong together, also where the paths keep them apart.
        var isLocalFallback = arrivals.Any(arrival =>
            Origin(arrival) == PortOrigin.Fallback && arrival.Host is { } host
                && host.Knowns.Any(known => HostValue.IsLocal(known) && Fallback.StandsIn(known, arrival.Place)));
        var found = arrivals.Where(arrival => IsBlocked(arrival) && !(isLocalFallback && Origin(arrival) == PortOrigin.Fallback)
            && !(arrival.Origin == PortOrigin.Default && traced.MayGetPort)).ToList();

        // The connection itself has one finding; what other places hand over to it is each of theirs to mend.
        var own = found.Where(arrival => arrival.IsDirect).InSourceOrder()
            .OrderBy(Rank).ThenBy(arrival => arrival.Place.SyntaxTree != traced.Connection.Site.SyntaxTree).FirstOrDefault();
        if (own is not null)
            yield return ToFinding(own, found.Where(arrival => arrival.IsDirect), traced);

        foreach (var handed in found.Where(arrival => !arrival.IsDirect).GroupBy(arrival => arrival.Place))
            yield return ToFinding(handed.OrderBy(Rank).First(), handed, traced);
    }

    private static bool IsBlocked(PortArrival arrival)
    {
        if (arrival.Port != MailPorts.Blocked || IsDebugOnly(arrival))
            return false;

        // Without a host there is no connection yet: what gives the host may give the port as well.
        return arrival.Host is { } host ? !HostValue.IsLocal(host) : arrival.Origin != PortOrigin.Default;
    }

    /// <summary>Whether the port is there with <c>DEBUG</c> only, where it is used or where it is declared.</summary>
    private static bool IsDebugOnly(PortArrival arrival) =>
        CodeBody.IsDebugOnly(arrival.Place)
        || (arrival.Constant.Origin is { } origin && CodeBody.IsDebugOnly(origin))
        || (arrival.Constant.Symbol is { DeclaringSyntaxReferences: { IsEmpty: false } declarations }
            && declarations.All(declaration => CodeBody.IsDebugOnly(declaration.GetSyntax())));

    private static int Rank(PortArrival arrival) => (int)Origin(arrival);

    /// <summary>A constant in a variable that a setting overwrites where it is there only stands in for it.</summary>
    private static PortOrigin Origin(PortArrival arrival) =>
        arrival.IsPreset ? PortOrigin.Fallback : arrival.Origin;

    private static (PortOrigin Origin, Finding Finding) ToFinding(
        PortArrival arrival, IEnumerable<PortArrival> all, TracedConnection traced)
    {
        var origin = Origin(arrival);
        var place = arrival.IsPreset ? arrival.Constant.Origin! : arrival.Place;
        var ways = all.ToList();
        var hosts = HostNames.Collect(ways.Select(one => one.Host));
        return (origin, Finding.OnConnection(traced, place, hosts) with
        {
            Proved = Prove(arrival, origin, ways, traced),
            Declaration = Declaration(arrival.Constant, place),
            IsBehindMailSettings = origin == PortOrigin.Default && traced.ReadsMailSettings,
            Settings = origin == PortOrigin.Fallback ? traced.Settings : ImmutableArray<SettingRead>.Empty,
        });
    }

    private static ProvedFacts Prove(PortArrival arrival, PortOrigin origin, List<PortArrival> ways, TracedConnection traced)
    {
        var paths = traced.Configured.Paths.Where(path => !path.IsExempt).ToList();
        var role = !arrival.IsDirect ? PortRole.HandedOver
            : origin == PortOrigin.Default ? PortRole.Missing
            : origin == PortOrigin.Fallback ? PortRole.Fallback
            : paths.All(path => path.Port.Single is not null) && traced.Arrivals.All(other => other.Port == arrival.Port) ? PortRole.Whole
            : PortRole.Choice;
        var modes = paths.Select(path => path.Security?.Certain()).Distinct().ToList();
        return new ProvedFacts(
            role,
            modes.Count == 1 ? modes[0] : null,
            paths.Count > 0 && paths.All(path => path.Login == LoginState.None) ? LoginState.None : LoginState.Unknown,
            HostNames.Prove(ways.Select(one => one.Host)));
    }

    private static SyntaxNode? Declaration(AbstractValue constant, SyntaxNode place)
    {
        if (constant.IsDefault)
            return null;

        if (constant.Symbol?.DeclaringSyntaxReferences.FirstOrDefault() is { } reference)
            return reference.GetSyntax();

        return constant.Origin is { } origin && origin != place ? origin : null;
    }
}
