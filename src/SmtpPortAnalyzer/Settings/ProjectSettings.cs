using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Values;

namespace SmtpPortAnalyzer.Settings;

/// <summary>The settings files of a project that a deployed program may run with: what they decide for its code.</summary>
internal sealed class ProjectSettings
{
    private readonly ImmutableArray<AdditionalText> _files;

    public ProjectSettings(ImmutableArray<AdditionalText> files) =>
        _files = files.Where(file => !SmtpSettings.IsForDevelopment(file)).ToImmutableArray();

    public bool IsEmpty => _files.IsEmpty;

    /// <summary>
    /// Whether <c>mailSettings</c> decide the port of a client whose code says none: they give another one, or 25 which is reported there.
    /// </summary>
    /// <param name="isReported">Whether a 25 in a file is reported.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public bool DecideDefaultPort(Func<AdditionalText, SmtpSetting, bool> isReported, CancellationToken cancellation)
    {
        var isDecided = false;
        foreach (var file in _files)
        {
            if (SettingsText.Read(file, cancellation) is not { IsXml: true } root)
                continue;

            foreach (var section in MailSettings.Of(root).Where(section => section.SaysPort))
                isDecided |= section.Blocked() is not { } blocked || isReported(file, blocked);
        }

        return isDecided;
    }

    /// <summary>
    /// Whether every one of the keys has a port other than 25 wherever it is set, and is set in a file that is there in every environment, so that no
    /// default of the code's is ever used.
    /// </summary>
    public bool SetAnotherPort(IReadOnlyCollection<SettingKey> keys, CancellationToken cancellation)
    {
        var files = _files.Select(file => (File: file, Root: SettingsText.Read(file, cancellation))).Where(file => file.Root is not null).ToList();
        return keys.Count > 0 && keys.All(key => IsSetElsewhere(key, files));
    }

    private static bool IsSetElsewhere(SettingKey key, List<(AdditionalText File, SettingsNode? Root)> files)
    {
        var isSet = false;
        foreach (var (file, root) in files)
        {
            foreach (var place in SettingPlaces.Of(root!, key))
            {
                if (PortNumber.Of(place) is not (> 0 and not PortNumber.Blocked))
                    return false;

                isSet |= IsAlwaysThere(file);
            }
        }

        return isSet;
    }

    private static bool IsAlwaysThere(AdditionalText file) =>
        Path.GetFileName(file.Path).ToLowerInvariant() is "appsettings.json" or "web.config" or "app.config";
}
