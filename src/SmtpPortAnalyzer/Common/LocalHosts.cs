using System;
using System.Collections.Immutable;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace SmtpPortAnalyzer.Common;

/// <summary>
/// Which hosts Azure's block does not concern: the machine itself, private networks, services of the same cluster, and stand-ins for a mail
/// server that run beside the program. The block is on traffic to the internet (docs/azure-policy.md).
/// </summary>
internal static class LocalHosts
{
    /// <summary>Stand-ins for a mail server, by the name that they have in a compose network.</summary>
    private static readonly ImmutableHashSet<string> s_standIns = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "smtp4dev", "mailpit", "mailhog", "papercut", "maildev", "inbucket", "mailcatcher");

    /// <summary>Names that do not leave the machine, or the cluster.</summary>
    private static readonly ImmutableArray<string> s_suffixes = ImmutableArray.Create(".localhost", ".svc", ".svc.cluster.local");

    public static bool IsLocal(string host)
    {
        host = host.Trim().TrimEnd('.').Trim('[', ']');
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host.Equals("host.docker.internal", StringComparison.OrdinalIgnoreCase)
            || host == "."
            || s_standIns.Contains(host)
            || s_suffixes.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        // An address may be short, "127.1"; but IPAddress reads "25" as 0.0.0.25, and a number alone is more likely a slip than a host.
        if (!IPAddress.TryParse(host, out var address) || (host.IndexOf(':') < 0 && host.IndexOf('.') < 0))
            return false;

        return IsLocal(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
    }

    private static bool IsLocal(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetwork)
        {
            return bytes[0] is 127 or 10 or 0
                || (bytes[0] == 172 && bytes[1] is >= 16 and <= 31)
                || (bytes[0] == 192 && bytes[1] == 168)
                || (bytes[0] == 169 && bytes[1] == 254);
        }

        return IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || (bytes[0] & 0xFE) == 0xFC;
    }
}
