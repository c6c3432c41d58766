using SmtpPortAnalyzer.Catalog;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Rules;

/// <summary>Which encryption the ports of relays take. SMTP005 judges by it, and the fixes ask it what would be right.</summary>
internal static class PortSecurity
{
    /// <summary>What the port demands.</summary>
    public static TransportSecurity Demanded(int port) =>
        MailPorts.IsImplicit(port) ? TransportSecurity.Implicit : TransportSecurity.StartTls;

    /// <summary>Whether the mode never works on the port, or goes in the clear.</summary>
    public static bool IsWrong(TransportSecurity mode, int port) => MailPorts.IsImplicit(port)
        ? mode != TransportSecurity.Implicit && !(mode == TransportSecurity.ByPort && port == MailPorts.ImplicitTls)
        : mode is TransportSecurity.None or TransportSecurity.Implicit;

    /// <summary>Whether a login goes in the clear where the server, or an attacker before it, does not offer STARTTLS.</summary>
    public static bool IsWeak(TransportSecurity mode, int port) =>
        !MailPorts.IsImplicit(port) && mode is TransportSecurity.WhenAvailable or TransportSecurity.ByPort;
}
