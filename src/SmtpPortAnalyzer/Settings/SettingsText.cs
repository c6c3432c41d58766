using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings;

/// <summary>Reads additional files as settings, each version of a file once for as long as its text is held.</summary>
internal static class SettingsText
{
    /// <summary>UTF-16 units. No settings file is as long; what is, is data under a settings file's name.</summary>
    private const int MaxLength = 1 << 20;

    private static readonly ConditionalWeakTable<SourceText, Parsed> s_known = new();

    /// <summary>The settings in the file; null where it is not a settings file, cannot be read, is too long or is broken.</summary>
    public static SettingsNode? Read(AdditionalText file, CancellationToken cancellationToken) =>
        IsSettingsFile(file.Path) && file.GetText(cancellationToken) is { } text ? Read(file.Path, text, cancellationToken) : null;

    public static SettingsNode? Read(string path, SourceText text, CancellationToken cancellationToken)
    {
        if (!IsSettingsFile(path) || text.Length > MaxLength)
            return null;

        if (s_known.TryGetValue(text, out var parsed))
            return parsed.Root;

        var root = SettingsFormats.Read(text.ToString(), SettingsFormats.All, cancellationToken);
        return s_known.GetValue(text, _ => new Parsed(root)).Root;
    }

    /// <summary>Whether the name is one of a settings file.</summary>
    public static bool IsSettingsFile(string path) => SettingsFormats.AreIn(path, SettingsFormats.All);

    private sealed class Parsed(SettingsNode? root)
    {
        public SettingsNode? Root { get; } = root;
    }
}
