using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>Everything in a settings file that gives port 25 to an SMTP connection, by what the file alone says.</summary>
internal static class SmtpSettings
{
    /// <summary>Files by these last words before the extension are for a developer's machine.</summary>
    private static readonly string[] s_development = { "Development", "Dev", "Debug", "Local" };

    /// <summary>The settings of a function host on a developer's machine, and user secrets.</summary>
    private static readonly string[] s_local = { "local.settings.json", "secrets.json" };

    private static readonly string[] s_samples = { "sample", "example", "template", "schema" };

    /// <param name="root">The file.</param>
    /// <param name="isNetFramework">Whether the runtime reads <c>mailSettings</c>.</param>
    public static IEnumerable<SmtpSetting> FindIn(SettingsNode root, bool isNetFramework)
    {
        var settings = LogTargets.FindIn(root).Concat(NamedPorts.FindIn(root));
        return isNetFramework
            ? settings.Concat(MailSettings.FindIn(root).Select(section => section.Blocked()).OfType<SmtpSetting>())
            : settings;
    }

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
        var name = Path.GetFileNameWithoutExtension(path);
        return name.Equals("launchSettings", StringComparison.OrdinalIgnoreCase)
            || s_development.Any(word => name.EndsWith("." + word, StringComparison.OrdinalIgnoreCase));
    }
}
