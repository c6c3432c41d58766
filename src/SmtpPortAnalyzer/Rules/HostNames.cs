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

    private static readonly char[] s_moreThanAHost = { '/', '?', '#', '=', ';', ',', ' ' };

    /// <summary>Each of them once; a null among them is one that only run time knows.</summary>
    private readonly ImmutableArray<string?> _names;

    private HostNames(ImmutableArray<string?> names) => _names = names;

    /// <summary>The host as messages have it, with a space before it; empty where there are several or it is not known.</summary>
    public string Words => _names.Length == 1 && Shown(_names[0]) is { Length: > 0 } name ? " to '" + name + "'" : "";

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
                        ? new(Shown(name), known.IsFallback ? HostOrigin.Fallback : HostOrigin.Code)
                        : new("", HostOrigin.RunTime));
            if (host.IsOpen)
                proved.Add(new("", HostOrigin.RunTime));
        }

        return proved.Distinct().OrderBy(host => host.Origin).ThenBy(host => host.Name, StringComparer.Ordinal).ToImmutableArray();
    }

    /// <summary>Whether every host is known and one of the patterns, and there is one.</summary>
    public bool AreAll(HostPatterns patterns) => _names.Length > 0 && _names.All(name => name is not null && patterns.Matches(name));

    /// <summary>
    /// What may be told of a host. A text may hold more than that, such as a login in a URL or a connection string: then it is the name
    /// behind the login, or nothing.
    /// </summary>
    public static string Shown(string? host)
    {
        var text = host ?? "";
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        text = scheme < 0 ? text : text.Substring(scheme + 3);
        if (text.IndexOfAny(s_moreThanAHost) >= 0)
            return "";

        var name = text.Substring(text.LastIndexOf('@') + 1);
        var colon = name.IndexOf(':');
        return name.All(static letter => char.IsLetterOrDigit(letter) || letter is '.' or '-' or '_' or ':' or '[' or ']')
            && (colon < 0 || name.Skip(colon).All(static letter => Uri.IsHexDigit(letter) || letter is ':' or '.' or ']'))
            ? name
            : "";
    }

    private static IEnumerable<string?> Names(ValueSet host)
    {
        foreach (var known in host.Knowns)
            yield return HostValue.NameOf(known);
        if (host.IsOpen)
            yield return null;
    }
}
