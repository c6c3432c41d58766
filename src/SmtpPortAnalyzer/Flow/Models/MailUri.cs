using System;
using System.Globalization;
using System.Linq;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Flow.Models;

/// <summary>
/// The parts of a URI that say where it connects to, read from text that may have holes: <c>smtp://{host}:25</c> has a known port and
/// an unknown host. System.Uri cannot serve here, since it refuses such text.
/// </summary>
internal readonly struct MailUri
{
    /// <summary>What asks for STARTTLS in a query, and the value that demands it.</summary>
    public const string StartTls = "starttls";
    public const string Always = "always";

    private MailUri(string scheme, string? host, int? port, bool isPortOpen, string query)
    {
        Scheme = scheme;
        Host = host;
        Port = port;
        IsPortOpen = isPortOpen;
        Query = query;
    }

    /// <summary>In lower case.</summary>
    public string Scheme { get; }

    /// <summary>Null where it is known only at run time.</summary>
    public string? Host { get; }

    /// <summary>0-65535; null where the text has none.</summary>
    public int? Port { get; }

    /// <summary>Whether the port is known only at run time.</summary>
    public bool IsPortOpen { get; }

    /// <summary>Which of the text's holes is the port, if one hole is all of it; else -1.</summary>
    public int PortHole { get; private init; } = -1;

    /// <summary>Which of the text's holes is the host, if one hole is all of it; else -1.</summary>
    public int HostHole { get; private init; } = -1;

    /// <summary>With its question mark, or empty.</summary>
    public string Query { get; }

    public static bool TryParse(string text, out MailUri uri)
    {
        uri = default;
        var separator = text.IndexOf("://", StringComparison.Ordinal);
        if (separator <= 0 || text.IndexOf(AbstractValue.Hole, 0, separator) >= 0)
            return false;

        var rest = text.Substring(separator + 3);
        var end = rest.IndexOfAny(new[] { '/', '?', '#' });
        var authority = end < 0 ? rest : rest.Substring(0, end);
        var query = rest.IndexOf('?') is >= 0 and var mark ? rest.Substring(mark) : "";
        var start = authority.LastIndexOf('@') + 1;
        authority = authority.Substring(start);

        var bracket = authority.LastIndexOf(']');
        var colon = authority.IndexOf(':', Math.Max(bracket, 0));
        var host = colon < 0 ? authority : authority.Substring(0, colon);
        var digits = colon < 0 ? "" : authority.Substring(colon + 1);

        // A hole at the end may hold host, port and path alike.
        var isPortOpen = digits.IndexOf(AbstractValue.Hole) >= 0
            || (colon < 0 && host.IndexOf(AbstractValue.Hole) >= 0 && host[host.Length - 1] == AbstractValue.Hole
                && IsWholeAuthority(host));
        int? port = null;
        if (digits.Length > 0 && !isPortOpen)
        {
            if (!int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || !MailPorts.IsPort(number))
                return false;
            port = number;
        }

        var isHostHole = host.Length == 1 && host[0] == AbstractValue.Hole;
        host = host.Trim('[', ']');
        uri = new MailUri(
            text.Substring(0, separator).ToLowerInvariant(),
            host.Length == 0 || host.IndexOf(AbstractValue.Hole) >= 0 ? null : host,
            port,
            isPortOpen,
            query)
        {
            HostHole = isHostHole ? HolesBefore(text, separator + 3 + start) : -1,
            PortHole = digits.Length == 1 && isPortOpen ? HolesBefore(text, separator + 3 + start + colon + 1) : -1,
        };
        return true;
    }

    private static int HolesBefore(string text, int position) => text.Take(position).Count(c => c == AbstractValue.Hole);

    // "smtp://" + x: x may be "h:587". "smtp://" + host is the commoner meaning, but silence is the safe one.
    private static bool IsWholeAuthority(string host) => host.Length == 1;
}
