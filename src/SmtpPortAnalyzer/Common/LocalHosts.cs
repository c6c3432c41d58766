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
    /// <summary>Stand-ins for a mail server, in lower case and without what people put between the words.</summary>
    public static readonly ImmutableHashSet<string> StandIns = ImmutableHashSet.Create(
        "smtp4dev", "mailpit", "mailhog", "papercut", "maildev", "inbucket", "mailcatcher", "greenmail", "mailslurper", "fakesmtp");

    /// <summary>Names that do not leave the machine, or the cluster.</summary>
    private static readonly ImmutableArray<string> s_suffixes =
        ImmutableArray.Create(".localhost", ".docker.internal", ".svc", ".svc.cluster.local");

    /// <summary>Whether whatever ends like this is such a host: <c>.mail.svc.cluster.local</c>.</summary>
    public static bool IsLocalEnd(string end) =>
        s_suffixes.Any(suffix => end.TrimEnd('.').EndsWith(suffix, StringComparison.OrdinalIgnoreCase));

    public static bool IsLocal(string host)
    {
        host = host.Trim().TrimEnd('.').Trim('[', ']');
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || host == "."
            || IsBareName(host)
            || s_suffixes.Any(suffix => host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        // An address may be short, "127.1"; but IPAddress reads "25" as 0.0.0.25, and a number alone is more likely a slip than a host.
        if (!IPAddress.TryParse(host, out var address) || (host.IndexOf(':') < 0 && host.IndexOf('.') < 0))
            return false;

        return IsLocal(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
    }

    /// <summary>
    /// A name without a dot is known to the machine, a compose network or a cluster alone. What is filled in when the program is deployed
    /// is none: <c>#{Host}#</c>, <c>SMTP_HOST</c>.
    /// </summary>
    private static bool IsBareName(string host) =>
        host.Length > 0
        && host.All(static letter => letter is '-' or '_' || (letter < 128 && char.IsLetterOrDigit(letter)))
        && host.Any(char.IsLetter)
        && !(host.IndexOf('_') >= 0 && !host.Any(char.IsLower));

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
