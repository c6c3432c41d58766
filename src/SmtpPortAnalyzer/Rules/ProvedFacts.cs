using System;
using System.Collections.Immutable;
using System.Linq;
using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Connections;

namespace SmtpPortAnalyzer.Rules;

/// <summary>What the place of a port finding is to the port of its connection.</summary>
internal enum PortRole
{
    /// <summary>No port is written: the place is the connection itself.</summary>
    Missing,

    /// <summary>The port on every way.</summary>
    Whole,

    /// <summary>What stands in for a setting that is missing at run time.</summary>
    Fallback,

    /// <summary>The port on some ways; on others it is another one, or only run time knows.</summary>
    Choice,

    /// <summary>It is handed to the code that connects, which may serve other callers as well.</summary>
    HandedOver,
}

/// <summary>How a host came to be what it is.</summary>
internal enum HostOrigin
{
    /// <summary>The code says so.</summary>
    Code,

    /// <summary>It stands in for a setting that is missing at run time.</summary>
    Fallback,

    /// <summary>Only run time knows.</summary>
    RunTime,
}

/// <summary>One host that a connection may go to.</summary>
/// <param name="Name">Its name or address; empty where only run time knows.</param>
/// <param name="Origin">How it came to be.</param>
internal readonly record struct ProvedHost(string Name, HostOrigin Origin);

/// <summary>
/// What is proved of a connection whose port is reported: it goes to the fixes in the property bag, so that they need not find it out
/// again. A text of another version, or with a word that is not known, is refused: the fix and the finding are then of different releases.
/// </summary>
/// <param name="Role">What the place is to the port.</param>
/// <param name="Security">How the connection is encrypted on all ways; null where that is not known, or not the same on all.</param>
/// <param name="Login">Whether it logs in.</param>
/// <param name="Hosts">Where it goes.</param>
internal sealed record ProvedFacts(PortRole Role, TransportSecurity? Security, LoginState Login, ImmutableArray<ProvedHost> Hosts)
{
    private const string Version = "1";
    private const string NotKnown = "?";

    /// <summary>
    /// One line each: the version, the role, the encryption, the login, and then the hosts, each with its origin before it.
    /// </summary>
    public string ToText() => string.Join(
        "\n",
        new[] { Version, Role.ToString(), Security?.ToString() ?? NotKnown, Login.ToString() }
            .Concat(Hosts.Select(host => host.Origin + " " + host.Name.Replace("\n", ""))));

    /// <summary>Null where the text is not of this version, or not understood.</summary>
    public static ProvedFacts? Parse(string text)
    {
        var lines = text.Split('\n');
        if (lines.Length < 4 || lines[0] != Version || !TryRead(lines[1], out PortRole role) || !TryRead(lines[3], out LoginState login))
            return null;

        TransportSecurity? security = null;
        if (lines[2] != NotKnown)
        {
            if (!TryRead(lines[2], out TransportSecurity mode))
                return null;
            security = mode;
        }

        var hosts = ImmutableArray.CreateBuilder<ProvedHost>();
        foreach (var line in lines.Skip(4))
        {
            var end = line.IndexOf(' ');
            if (end < 0 || !TryRead(line.Substring(0, end), out HostOrigin origin))
                return null;
            hosts.Add(new ProvedHost(line.Substring(end + 1), origin));
        }

        return new ProvedFacts(role, security, login, hosts.ToImmutable());
    }

    public bool Equals(ProvedFacts? other) => other is not null && Role == other.Role && Security == other.Security && Login == other.Login
        && Hosts.SequenceEqual(other.Hosts);

    public override int GetHashCode() => ((int)Role * 31) + Hosts.Length;

    /// <summary>A name of the enumeration, and no number.</summary>
    private static bool TryRead<T>(string text, out T value)
        where T : struct, Enum => Enum.TryParse(text, out value) && value.ToString() == text;
}
