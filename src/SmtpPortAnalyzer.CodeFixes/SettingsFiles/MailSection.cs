using System;
using System.Collections.Generic;
using System.Linq;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>The section of the configuration that the relay's settings are in, and what they are called there.</summary>
internal sealed record MailSection(string Name, string Host, string Port, string UserName, string Password)
{
    private const int MaxDepth = 3;

    private static readonly SettingRole[] s_roles = [SettingRole.Host, SettingRole.Port, SettingRole.UserName, SettingRole.Password];

    /// <summary>A section that a fix makes up.</summary>
    public static MailSection Named(string name) =>
        new(name, nameof(SettingRole.Host), nameof(SettingRole.Port), nameof(SettingRole.UserName), nameof(SettingRole.Password));

    /// <summary>A setting's key in the configuration, <c>Smtp:Host</c>.</summary>
    public string Key(string setting) => Name.Length == 0 ? setting : Name + ":" + setting;

    /// <summary>The same as an environment variable, <c>Smtp__Host</c>.</summary>
    public string Variable(string setting) => Key(setting).Replace(":", "__");

    /// <summary>What the names of its settings have in common, with an asterisk for the rest: <c>SMTP_*</c>.</summary>
    public string Pattern
    {
        get
        {
            var length = 0;
            while (new[] { Port, UserName, Password }.All(name => name.Length > length && name[length] == Host.ElementAtOrDefault(length)))
                length++;
            return Host.Substring(0, length) + "*";
        }
    }

    /// <summary>
    /// The settings beside one that a connection reads already, by the names that it and the file of the settings give them; what has no
    /// name yet gets one in the same style.
    /// </summary>
    /// <param name="section">The section of the setting; empty where it is in none.</param>
    /// <param name="known">Settings that the connection reads, by their roles.</param>
    /// <param name="names">What else is known to be read from there.</param>
    /// <param name="settings">The main settings file, if the settings are in it.</param>
    public static MailSection? Beside(
        string section, IReadOnlyDictionary<SettingRole, string> known, IReadOnlyCollection<string> names, SettingsNode? settings)
    {
        var first = known.OrderBy(pair => pair.Key).First();
        var isOwn = section.Length > 0 && SpeaksOfMail(section.Split(':').Last());
        var stem = isOwn ? "" : SettingNames.StemOf(first.Value, first.Key);

        // Beside "Host" alone, "Port" may be of anything.
        if (section.Length == 0 && !SettingWords.SaySending(SettingWords.Split(stem)))
            return null;

        var inFile = settings is null ? []
            : (section.Length == 0 ? settings : Find(settings, section))?.Children.Select(child => child.Name).Where(IsKey).ToList()
                ?? [];
        var all = names.Concat(inFile).ToList();
        string? There(SettingRole role) => known.TryGetValue(role, out var name) ? name
            : isOwn ? SettingRoles.Best(all, role) : SettingNames.Among(all, stem, role);

        // Where two names of such a section begin alike, so do the others: SmtpHost and SmtpUser have SmtpPassword beside them.
        var common = SettingNames.StemOf(first.Value, first.Key);
        if (isOwn && common != first.Value && common.Length > 0
            && s_roles.Count(role => There(role)?.StartsWith(common, StringComparison.OrdinalIgnoreCase) == true) > 1)
            stem = common;
        string NameOf(SettingRole role) => There(role) ?? SettingNames.Beside(first.Value, stem, role);
        return new(
            section, NameOf(SettingRole.Host), NameOf(SettingRole.Port), NameOf(SettingRole.UserName), NameOf(SettingRole.Password));
    }

    /// <summary>The section of the name with the keys that the file gives it.</summary>
    public static MailSection ReadFrom(SettingsNode settings, string name) =>
        Find(settings, name) is { } section ? Read(name, section) : Named(name);

    /// <summary>
    /// The one section of the file that by its name and its keys is about sending mail; of several, the one with the connection's host. One
    /// that names another host is another connection's.
    /// </summary>
    public static MailSection? OnlyOne(SettingsNode settings, string? host)
    {
        var sections = MailSections(settings, "", 0, host).Where(section => Suits(settings, section, host)).ToList();
        return sections.Count == 1 ? sections[0]
            : sections.Where(section => host is not null && Names(settings, section, host)).ToList() is { Count: 1 } named ? named[0]
            : null;
    }

    /// <summary>Whether a section does not name another host than the connection's.</summary>
    public static bool Suits(SettingsNode settings, MailSection section, string? host) => host is null
        || HostIn(settings, section) is not { Length: > 0 } other || LocalHosts.IsLocal(other) || Placeholder.Is(other)
        || string.Equals(host, other, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the file says that the host is the section's.</summary>
    public static bool Names(SettingsNode settings, MailSection section, string host) =>
        string.Equals(HostIn(settings, section), host, StringComparison.OrdinalIgnoreCase);

    /// <summary>The host that the file gives the section; null where it gives none.</summary>
    public static string? HostIn(SettingsNode settings, MailSection section) => Find(settings, section.Name)?.TextOf(section.Host);

    /// <summary>The section at a path such as <c>Mail:Relay</c>.</summary>
    public static SettingsNode? Find(SettingsNode settings, string path)
    {
        SettingsNode? current = settings;
        foreach (var level in path.Split(':').Where(level => level.Length > 0))
            current = current?.Child(level);
        return current is { Text: null } ? current : null;
    }

    // A host alone may be that of incoming mail, unless it is the very one.
    private static IEnumerable<MailSection> MailSections(SettingsNode node, string path, int depth, string? host)
    {
        foreach (var section in node.Children.Where(child =>
            child.Text is null && depth < MaxDepth && IsPlain(child.Name) && !LogTargets.Holds(child)))
        {
            var name = path + section.Name;
            if (SpeaksOfMail(section.Name) && KeyOf(section, SettingRole.Host) is { } key
                && ((KeyOf(section, SettingRole.Port) ?? KeyOf(section, SettingRole.UserName)) is not null
                    || (host is not null && string.Equals(section.TextOf(key), host, StringComparison.OrdinalIgnoreCase))))
                yield return Read(name, section);
            else
                foreach (var inner in MailSections(section, name + ":", depth + 1, host))
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

    // A key of appSettings may have dots in it.
    private static bool IsKey(string name) => name.Length > 0 && name.All(c => c is '_' or '.' or '-' || char.IsLetterOrDigit(c));
}
