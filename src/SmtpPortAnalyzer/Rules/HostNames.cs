using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Flow;
using SmtpPortAnalyzer.Options;

namespace SmtpPortAnalyzer.Rules;

/// <summary>The hosts that a finding is about, by name or address, as far as they are known. Immutable.</summary>
internal sealed class HostNames
{
    public static readonly HostNames None = new(ImmutableArray<string?>.Empty);

    /// <summary>Each of them once; a null among them is one that only run time knows.</summary>
    private readonly ImmutableArray<string?> _names;

    private HostNames(ImmutableArray<string?> names) => _names = names;

    /// <summary>The host as messages have it, with a space before it; empty where there are several or it is not known.</summary>
    public string Words => _names.Length == 1 && _names[0] is { Length: > 0 } name ? " to '" + name + "'" : "";

    public static HostNames Collect(IEnumerable<ValueSet?> hosts) =>
        new(hosts.SelectMany(host => host is { } value ? Names(value) : new string?[] { null }).Distinct().ToImmutableArray());

    /// <summary>The hosts with how each came to be, as fixes need them.</summary>
    public static ImmutableArray<ProvedHost> Prove(IEnumerable<ValueSet?> hosts)
    {
        var proved = ImmutableArray.CreateBuilder<ProvedHost>();
        foreach (var host in hosts.Select(host => host ?? ValueSet.Open))
        {
            foreach (var known in host.Knowns)
                proved.Add(
                    HostValue.NameOf(known) is { } name
                        ? new(name, known.IsFallback ? HostOrigin.Fallback : HostOrigin.Code)
                        : new("", HostOrigin.RunTime));
            if (host.IsOpen)
                proved.Add(new("", HostOrigin.RunTime));
        }

        return proved.Distinct().OrderBy(host => host.Origin).ThenBy(host => host.Name, StringComparer.Ordinal).ToImmutableArray();
    }

    /// <summary>Whether every host is known and one of the patterns, and there is one.</summary>
    public bool AreAll(HostPatterns patterns) => _names.Length > 0 && _names.All(name => name is not null && patterns.Matches(name));

    private static IEnumerable<string?> Names(ValueSet host)
    {
        foreach (var known in host.Knowns)
            yield return HostValue.NameOf(known);
        if (host.IsOpen)
            yield return null;
    }
}
