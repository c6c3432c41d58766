using System;
using System.IO;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings;

/// <summary>Reads additional files as settings, each version of a file once for as long as somebody holds its text.</summary>
internal static class SettingsText
{
    /// <summary>UTF-16 units. No settings file is as long; what is, is data under a settings file's name.</summary>
    private const int MaxLength = 1 << 20;

    private static readonly ConditionalWeakTable<SourceText, Parsed> s_json = new();
    private static readonly ConditionalWeakTable<SourceText, Parsed> s_xml = new();

    /// <summary>The settings in the file; null where it is none of ours, cannot be read, is too long or is broken.</summary>
    public static SettingsNode? Read(AdditionalText file, CancellationToken cancellation)
    {
        var isJson = HasExtension(file, ".json");
        if ((!isJson && !HasExtension(file, ".config")) || file.GetText(cancellation) is not { Length: <= MaxLength } text)
            return null;

        var known = isJson ? s_json : s_xml;
        if (known.TryGetValue(text, out var parsed))
            return parsed.Root;

        var root = isJson ? JsonSettings.Read(text.ToString(), cancellation) : XmlSettings.Read(text.ToString(), cancellation);
        return known.GetValue(text, _ => new Parsed(root)).Root;
    }

    private static bool HasExtension(AdditionalText file, string extension) =>
        Path.GetExtension(file.Path).Equals(extension, StringComparison.OrdinalIgnoreCase);

    private sealed class Parsed(SettingsNode? root)
    {
        public SettingsNode? Root { get; } = root;
    }
}
