using System.Globalization;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Settings;

/// <summary>A port as settings files write it: a number, or text that reads as one.</summary>
internal static class PortNumber
{
    public static bool IsBlocked(SettingsNode? node) => Read(node) == MailPorts.Blocked;

    /// <summary>Null where it is missing, or no number: a placeholder that something fills in later.</summary>
    public static int? Read(SettingsNode? node) =>
        int.TryParse(node?.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var port) ? port : null;
}
