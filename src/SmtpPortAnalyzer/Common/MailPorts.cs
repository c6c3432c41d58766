using System.Collections.Immutable;

namespace SmtpPortAnalyzer.Common;

/// <summary>The port numbers of mail, each in this one place.</summary>
internal static class MailPorts
{
    /// <summary>Mail between servers, RFC 5321: the one that Azure blocks.</summary>
    public const int Blocked = 25;

    /// <summary>Submission to a relay, RFC 6409: where the fixes lead to.</summary>
    public const int Submission = 587;

    /// <summary>How settings and code write <see cref="Blocked"/>.</summary>
    public const string BlockedText = "25";

    /// <summary>How settings and code write <see cref="Submission"/>.</summary>
    public const string SubmissionText = "587";

    /// <summary>Submission with TLS from the first byte, RFC 8314.</summary>
    public const int ImplicitTls = 465;

    /// <summary>The highest number of a TCP port.</summary>
    public const int Highest = 65535;

    /// <summary>Plain SMTP first, then STARTTLS: the standard's, and what relays offer besides.</summary>
    private static readonly ImmutableHashSet<int> s_startTls = ImmutableHashSet.Create(Submission, 2525, 2587);

    /// <summary>TLS from the first byte: the standard's, and Amazon's second one.</summary>
    private static readonly ImmutableHashSet<int> s_implicit = ImmutableHashSet.Create(ImplicitTls, 2465);

    /// <summary>Whether the number is a port, 0 included: to most libraries it is their default.</summary>
    public static bool IsPort(long number) => number is >= 0 and <= Highest;

    /// <summary>Whether a connection to the port starts plain, and can be asked for STARTTLS.</summary>
    public static bool StartsPlain(long port) => port == Blocked || (IsPort(port) && s_startTls.Contains((int)port));

    public static bool IsRelay(int port) => s_startTls.Contains(port) || s_implicit.Contains(port);

    public static bool IsImplicit(int port) => s_implicit.Contains(port);
}
