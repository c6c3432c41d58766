using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Settings.Json;
using SmtpPortAnalyzer.Settings.Xml;

namespace SmtpPortAnalyzer.Settings;

/// <summary>What a fix can write into a file of a format, besides the number that stands there.</summary>
internal enum SettingsEditing
{
    None,

    /// <summary>Members and objects that are missing.</summary>
    Json,
}

/// <summary>A format of settings files: a reader that lays a text out as <see cref="SettingsNode"/>s, and this row.</summary>
/// <param name="Name">What documents call it.</param>
/// <param name="Extensions">
/// Names of files that hold settings end in one of these. The build hands such files over by a list of its own
/// (<c>docs/adding-a-settings-format.md</c>).
/// </param>
/// <param name="BeginsWith">Whether a text may be of the format, as far as its first character tells that is not blank.</param>
/// <param name="Read">The settings, under a nameless root; null where the text is not of the format, or is broken.</param>
/// <param name="Sources">The nodes below a root from which the keys of a store are counted.</param>
internal sealed record SettingsFormat(
    string Name,
    ImmutableArray<string> Extensions,
    Func<char, bool> BeginsWith,
    Func<string, CancellationToken, SettingsNode?> Read,
    Func<SettingsNode, SettingStore, IEnumerable<SettingsNode>> Sources)
{
    /// <summary>Whether <c>system.net/mailSettings</c> stand in such files.</summary>
    public bool HoldsMailSettings { get; init; }

    public SettingsEditing Editing { get; init; }
}

/// <summary>The table of formats.</summary>
internal static class SettingsFormats
{
    /// <summary>
    /// The text itself says its format, since there is JSON in <c>.config</c> files: the first that may begin like it reads it.
    /// </summary>
    public static readonly ImmutableArray<SettingsFormat> All = ImmutableArray.Create(XmlSettings.Format, JsonSettings.Format);

    /// <summary>Whether the name is of a settings file in one of the formats.</summary>
    public static bool AreIn(string path, ImmutableArray<SettingsFormat> formats) =>
        formats.Any(format => format.Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase));

    /// <summary>Reads a text by the first of the formats that it may be of.</summary>
    public static SettingsNode? Read(string text, ImmutableArray<SettingsFormat> formats, CancellationToken cancellationToken)
    {
        var start = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        var first = start.Length > 0 ? start[0] : '\0';
        return formats.FirstOrDefault(format => format.BeginsWith(first))?.Read(text, cancellationToken);
    }
}
