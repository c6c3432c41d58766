using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>What <c>mailSettings</c> choose for the clients whose code does not, as far as it can be told.</summary>
/// <param name="Ports">The ports, each with the host beside it; empty where one of the sections leaves it open.</param>
/// <param name="MayEncrypt">Whether one of the sections turns encryption on, or may do so.</param>
/// <param name="MayLogIn">Whether one of the sections gives a login, or may do so.</param>
internal sealed record MailDefaults(ImmutableArray<(int Port, string? Host)> Ports, bool MayEncrypt, bool MayLogIn)
{
    /// <summary>Of all sections together: which of them is deployed is not known. Null where there is none.</summary>
    public static MailDefaults? Join(IReadOnlyCollection<MailSettings> sections)
    {
        if (sections.Count == 0)
            return null;

        // A transform without a port leaves that of the file below.
        var ports = sections.Where(section => section.SaysPort).Select(section => section.KnownPort).ToList();
        return new(
            ports.Contains(null) ? ImmutableArray<(int, string?)>.Empty : ports.Select(port => port!.Value).Distinct().ToImmutableArray(),
            sections.Any(section => section.MayEncrypt),
            sections.Any(section => section.MayLogIn));
    }
}
