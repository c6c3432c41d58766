using System.Globalization;

namespace SmtpPortAnalyzer.Settings;

/// <summary>A port as settings files write it: a number, or text that reads as one.</summary>
internal static class PortNumber
{
    public const int Blocked = 25;

    public static bool IsBlocked(SettingsNode? node) => Read(node) == Blocked;

    /// <summary>Null where it is missing, or no number: a placeholder that something fills in later.</summary>
    public static int? Read(SettingsNode? node) =>
        int.TryParse(node?.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var port) ? port : null;
}
