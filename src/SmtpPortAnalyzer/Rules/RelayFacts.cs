using System.Globalization;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Rules;

/// <summary>What a finding about a relay tells the fixes of the connection.</summary>
/// <param name="Port">The relay port, 1-65535.</param>
/// <param name="LogsIn">Whether it may log in; where not, SMTP006 says so.</param>
/// <param name="IsShared">
/// Whether what is right here is wrong elsewhere: the same code connects to other ports or local hosts as well, or to both kinds of relay
/// port.
/// </param>
internal sealed record RelayFacts(int Port, bool LogsIn, bool IsShared)
{
    private const string Version = "1";

    /// <summary>
    /// The property or parameter that chooses the encryption; null where the library has none, or none that demands what the port speaks.
    /// </summary>
    public string? Member { get; init; }

    /// <summary>The value that demands it: the number of the enumeration's, or 1 for <c>true</c>.</summary>
    public int Value { get; init; }

    public string ToText() => string.Format(
        CultureInfo.InvariantCulture, "{0},{1},{2},{3},{4},{5}", Version, Port, LogsIn ? 1 : 0, IsShared ? 1 : 0, Value, Member);

    /// <summary>Null where the text is not a bag of this version.</summary>
    public static RelayFacts? Parse(string? text)
    {
        var parts = text?.Split(',') ?? [];
        return parts.Length == 6 && parts[0] == Version
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && MailPorts.IsPort(port)
            && parts[2] is "0" or "1"
            && parts[3] is "0" or "1"
            && int.TryParse(parts[4], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? new RelayFacts(port, parts[2] == "1", parts[3] == "1") { Member = parts[5].Length > 0 ? parts[5] : null, Value = value }
            : null;
    }
}
