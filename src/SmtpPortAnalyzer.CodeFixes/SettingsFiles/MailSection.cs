using System.Collections.Generic;
using System.Linq;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>The section of the configuration that the relay's settings are in, and what they are called there.</summary>
internal sealed record MailSection(string Name, string Host, string Port, string UserName, string Password)
{
    private const int MaxDepth = 3;

    /// <summary>A section that a fix makes up.</summary>
    public static MailSection Named(string name) =>
        new(name, nameof(SettingRole.Host), nameof(SettingRole.Port), nameof(SettingRole.UserName), nameof(SettingRole.Password));

    /// <summary>A setting's key in the configuration, <c>Smtp:Host</c>.</summary>
    public string Key(string setting) => Name + ":" + setting;

    /// <summary>The same as an environment variable, <c>Smtp__Host</c>.</summary>
    public string Variable(string setting) => Key(setting).Replace(":", "__");

    /// <summary>The section of the name with the keys that the file gives it.</summary>
    public static MailSection ReadFrom(SettingsNode settings, string name) =>
        Find(settings, name) is { } section ? Read(name, section) : Named(name);

    /// <summary>The one section of the file that by its name and its keys is about sending mail.</summary>
    public static MailSection? OnlyOne(SettingsNode settings)
    {
        var sections = MailSections(settings, "", 0).ToList();
        return sections.Count == 1 ? sections[0] : null;
    }

    /// <summary>The section at a path such as <c>Mail:Relay</c>.</summary>
    public static SettingsNode? Find(SettingsNode settings, string path)
    {
        SettingsNode? current = settings;
        foreach (var level in path.Split(':'))
            current = current?.Child(level);
        return current is { Text: null } ? current : null;
    }

    private static IEnumerable<MailSection> MailSections(SettingsNode node, string path, int depth)
    {
        foreach (var section in node.Children.Where(child => child.Text is null && depth < MaxDepth && IsPlain(child.Name)))
        {
            var name = path + section.Name;
            if (SpeaksOfMail(section.Name) && KeyOf(section, SettingRole.Host) is not null
                && (KeyOf(section, SettingRole.Port) ?? KeyOf(section, SettingRole.UserName)) is not null)
                yield return Read(name, section);
            else
                foreach (var inner in MailSections(section, name + ":", depth + 1))
                    yield return inner;
        }
    }

    private static MailSection Read(string name, SettingsNode section)
    {
        var usual = Named(name);
        return new(
            name,
            KeyOf(section, SettingRole.Host) ?? usual.Host,
            KeyOf(section, SettingRole.Port) ?? usual.Port,
            KeyOf(section, SettingRole.UserName) ?? usual.UserName,
            KeyOf(section, SettingRole.Password) ?? usual.Password);
    }

    private static string? KeyOf(SettingsNode section, SettingRole role) =>
        SettingRoles.Best(section.Children.Select(child => child.Name).Where(IsPlain), role);

    private static bool SpeaksOfMail(string name) =>
        SettingWords.Split(name) is var words && SettingWords.SaySending(words) && !SettingWords.SayOther(words);

    // A name that can be a property, and part of an environment variable.
    private static bool IsPlain(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => c == '_' || char.IsLetterOrDigit(c));
}
