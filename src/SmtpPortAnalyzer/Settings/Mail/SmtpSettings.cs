using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>Everything in a settings file that gives port 25 to an SMTP connection, by what the file alone says.</summary>
internal static class SmtpSettings
{
    /// <summary>Files for environments whose names end in one of these words are for a developer's machine.</summary>
    private static readonly ImmutableHashSet<string> s_development =
        ImmutableHashSet.Create("development", "dev", "debug", "local", "localhost");

    /// <summary>The files that have others for the environments on top of them.</summary>
    private static readonly ImmutableHashSet<string> s_layered = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase, "appsettings", "hostsettings", "web", "app", "nlog", "log4net");

    /// <summary>The settings of a function host on a developer's machine, and user secrets.</summary>
    private static readonly string[] s_local = { "local.settings.json", "secrets.json" };

    private static readonly string[] s_samples = { "sample", "example", "template", "schema" };

    /// <param name="root">The file.</param>
    /// <param name="isNetFramework">Whether the runtime reads <c>mailSettings</c>.</param>
    public static IEnumerable<SmtpSetting> FindIn(SettingsNode root, bool isNetFramework)
    {
        // What a schema says of a place counts before what its name does.
        var schemas = LogTargets.FindIn(root).Concat(ProductSections.FindIn(root));
        if (isNetFramework)
            schemas = schemas.Concat(MailSettings.FindIn(root).Select(section => section.Blocked()).OfType<SmtpSetting>());
        var known = schemas.ToLookup(setting => setting.Span);
        return known.Select(OfPublicHost)
            .Concat(NamedPorts.FindIn(root).Concat(TextPorts.FindIn(root)).Where(setting => !known.Contains(setting.Span)));
    }

    /// <summary>Of settings that read one place, the one that is not for the machine itself.</summary>
    private static SmtpSetting OfPublicHost(IEnumerable<SmtpSetting> settings) =>
        settings.FirstOrDefault(setting => setting.Host is not { } host || !LocalHosts.IsLocal(host)) ?? settings.First();

    /// <summary>
    /// Whether the file is used on a developer's machine only: <c>appsettings.Development.json</c>, <c>web.Debug.config</c>, launch
    /// profiles. The settings of a function host are no such file, since Azure's are often made from them.
    /// </summary>
    public static bool IsForDevelopment(AdditionalText file) => IsForDevelopment(file.Path);

    /// <summary>
    /// Whether the file, as it is, goes along when the program is deployed: not what is for a developer's machine, the settings of a
    /// function host, and what only shows how a settings file looks.
    /// </summary>
    public static bool IsDeployed(AdditionalText file)
    {
        var name = Path.GetFileName(file.Path);
        return !IsForDevelopment(file.Path) && !s_local.Any(local => name.Equals(local, StringComparison.OrdinalIgnoreCase))
            && !SettingWords.Split(name).Any(s_samples.Contains);
    }

    public static bool IsForDevelopment(string path)
    {
        var parts = Path.GetFileNameWithoutExtension(path).Split('.');
        if (parts[0].Equals("launchSettings", StringComparison.OrdinalIgnoreCase))
            return true;

        // What says in which environments a file counts comes last, but for files of one developer: appsettings.Development.Bob.json.
        var layers = parts.Skip(s_layered.Contains(parts[0]) ? 1 : Math.Max(1, parts.Length - 1));
        return layers.SelectMany(layer => layer.Split('-', '_'))
            .Any(layer => SettingWords.Split(layer) is { IsEmpty: false } words && s_development.Contains(words[words.Length - 1]));
    }
}
