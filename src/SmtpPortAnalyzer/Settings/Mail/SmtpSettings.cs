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

    public static bool IsForDevelopment(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        return name.Equals("launchSettings", StringComparison.OrdinalIgnoreCase)
            || s_development.Any(word => name.EndsWith("." + word, StringComparison.OrdinalIgnoreCase));
    }
}
