using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Settings;

/// <summary>The settings files of a project that a deployed program may run with: what they decide for its code.</summary>
internal sealed class ProjectSettings
{
    private readonly ImmutableArray<AdditionalText> _files;

    public ProjectSettings(ImmutableArray<AdditionalText> files)
    {
        var folders = files.Where(file => IsConfig(file.Path)).Select(file => FolderOf(file.Path)).Distinct().ToList();
        _files = files.Where(file => !SmtpSettings.IsForDevelopment(file) && !IsNested(file.Path, folders)).ToImmutableArray();
    }

    public bool IsEmpty => _files.IsEmpty;

    /// <summary>What the <c>mailSettings</c> of the files choose; null where there are none.</summary>
    public MailDefaults? MailDefaults(CancellationToken cancellationToken) =>
        Mail.MailDefaults.Join(MailSettings.FindIn(_files, cancellationToken));

    /// <summary>
    /// Whether <c>mailSettings</c> decide the port of a client whose code says none: they give another one, or 25 which is reported there.
    /// </summary>
    /// <param name="isReported">Whether a 25 in a file is reported.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public bool DecideDefaultPort(Func<AdditionalText, SmtpSetting, bool> isReported, CancellationToken cancellationToken)
    {
        var isDecided = false;
        foreach (var file in _files)
        {
            if (SettingsText.Read(file, cancellationToken) is not { Format.HoldsMailSettings: true } root)
                continue;

            foreach (var section in MailSettings.FindIn(root).Where(section => section.SaysPort))
                isDecided |= section.Blocked() is not { } blocked || isReported(file, blocked);
        }

        return isDecided;
    }

    /// <summary>
    /// The file that sets the keys to a port other than 25: null where one of the keys is set nowhere, or to 25 or no port in any file. If
    /// all of them are set in files that are there in every environment, no default of the code's is ever used.
    /// </summary>
    public FilePort? PortOf(IReadOnlyCollection<SettingKey> keys, CancellationToken cancellationToken)
    {
        if (keys.Count == 0)
            return null;

        var files = _files.Select(file => (File: file, Root: SettingsText.Read(file, cancellationToken)))
            .Where(file => file.Root is not null).ToList();
        FilePort? weakest = null;
        foreach (var key in keys)
        {
            if (PortOf(key, files) is not { } port)
                return null;

            weakest = weakest is { IsAlwaysThere: false } ? weakest : port;
        }

        return weakest;
    }

    /// <summary>
    /// All that a deployed program may find under the key: what a file of production puts in another's place counts in its place.
    /// </summary>
    public IReadOnlyList<SettingsNode> Deployed(SettingKey key, CancellationToken cancellationToken)
    {
        var found = new List<(AdditionalText File, SettingsNode Node)>();
        foreach (var file in _files)
        {
            if (SettingsText.Read(file, cancellationToken) is { } root)
                found.AddRange(SettingPlaces.NodesUnder(root, key).Where(node => node.Text is not null).Select(node => (file, node)));
        }

        return found.Where(one => !found.Any(other =>
                SettingsLayers.IsCoveredBy(one.File, other.File)
                    && other.Node.Path.Equals(one.Node.Path, StringComparison.OrdinalIgnoreCase)))
            .Select(one => one.Node).ToList();
    }

    /// <summary>Whether one of the files has a port of a relay somewhere.</summary>
    public bool HavePort(Func<int, bool> isSought, CancellationToken cancellationToken) =>
        _files.Any(file => SettingsText.Read(file, cancellationToken) is { } root
            && root.DescendantsAndSelf().Any(node => PortNumber.Read(node) is { } port && isSought(port)));

    private static FilePort? PortOf(SettingKey key, List<(AdditionalText File, SettingsNode? Root)> files)
    {
        FilePort? strongest = null;
        foreach (var (file, root) in files)
        {
            foreach (var place in SettingPlaces.NodesUnder(root!, key))
            {
                if (PortNumber.Read(place) is not (> 0 and not MailPorts.Blocked and var port))
                    return null;

                strongest = strongest is null || (!strongest.IsAlwaysThere && IsAlwaysThere(file))
                    ? new FilePort(Path.GetFileName(file.Path), port, IsAlwaysThere(file))
                    : strongest;
            }
        }

        return strongest;
    }

    /// <summary>A <c>web.config</c> below another one speaks for a folder of the site, and not for the project.</summary>
    private static bool IsNested(string path, List<string> folders) =>
        IsConfig(path) && FolderOf(path) is var own
        && folders.Any(folder => folder.Length < own.Length && own.StartsWith(folder, StringComparison.OrdinalIgnoreCase));

    private static bool IsConfig(string path) => Path.GetFileName(path) is var name
        && name.EndsWith(".config", StringComparison.OrdinalIgnoreCase)
        && (name.StartsWith("web.", StringComparison.OrdinalIgnoreCase) || name.StartsWith("app.", StringComparison.OrdinalIgnoreCase));

    private static string FolderOf(string path) => path.Substring(0, path.Length - Path.GetFileName(path).Length);

    private static bool IsAlwaysThere(AdditionalText file) =>
        Path.GetFileName(file.Path).ToLowerInvariant() is "appsettings.json" or "web.config" or "app.config";
}

/// <summary>A port that a settings file gives, other than 25.</summary>
/// <param name="File">The name of the file.</param>
/// <param name="Port">1-65535.</param>
/// <param name="IsAlwaysThere">Whether the program has the file in every environment.</param>
internal sealed record FilePort(string File, int Port, bool IsAlwaysThere);
