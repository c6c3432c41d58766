using System;
using System.Collections.Generic;
using System.Linq;
using SmtpPortAnalyzer.Settings.Json;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>The section of the configuration that the relay's settings are in, and what they are called there.</summary>
internal sealed record MailSection(string Name, string Host, string Port, string UserName, string Password)
{
    private const int MaxDepth = 3;

    // Lower case, without '_'; the first of them is the one that a fix writes.
    private static readonly string[] s_hosts =
    {
        "Host", "Server", "SmtpServer", "SmtpHost", "MailServer", "MailHost", "EmailHost", "HostName", "ServerName", "RelayHost",
    };
    private static readonly string[] s_ports = { "Port", "SmtpPort", "MailPort", "EmailPort", "ServerPort" };
    private static readonly string[] s_users =
    {
        "UserName", "User", "SmtpUser", "SmtpUserName", "MailUser", "MailUserName", "Login", "SmtpLogin",
    };
    private static readonly string[] s_passwords =
    {
        "Password", "Pass", "SmtpPassword", "SmtpPass", "MailPassword", "EmailPassword", "Pwd",
    };

    /// <summary>A section that a fix makes up.</summary>
    public static MailSection Named(string name) => new(name, s_hosts[0], s_ports[0], s_users[0], s_passwords[0]);

    /// <summary>A setting's key in the configuration, <c>Smtp:Host</c>.</summary>
    public string Key(string setting) => Name + ":" + setting;

    /// <summary>The same as an environment variable, <c>Smtp__Host</c>.</summary>
    public string Variable(string setting) => Key(setting).Replace(":", "__");

    /// <summary>The section of the name with the keys that the file gives it.</summary>
    public static MailSection ReadFrom(JsonValue settings, string name) =>
        Find(settings, name) is { } section ? Read(name, section) : Named(name);

    /// <summary>The one section of the file that by its name and its keys is about sending mail.</summary>
    public static MailSection? OnlyOne(JsonValue settings)
    {
        var sections = MailSections(settings, "", 0).ToList();
        return sections.Count == 1 ? sections[0] : null;
    }

    /// <summary>The object at a path such as <c>Mail:Relay</c>.</summary>
    public static JsonValue? Find(JsonValue settings, string path)
    {
        JsonValue? current = settings;
        foreach (var level in path.Split(':'))
            current = Member(current, level)?.Value;
        return current is { Kind: JsonKind.Object } ? current : null;
    }

    /// <summary>The last member of a name, as the configuration reads it.</summary>
    public static JsonMember? Member(JsonValue? section, string name) =>
        section?.Members.LastOrDefault(m => string.Equals(m.Name, name, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<MailSection> MailSections(JsonValue value, string path, int depth)
    {
        foreach (var member in value.Members.Where(m => m.Value.Kind == JsonKind.Object && depth < MaxDepth && IsPlain(m.Name)))
        {
            var name = path + member.Name;
            if (SpeaksOfMail(member.Name) && KeyOf(member.Value, s_hosts) is not null
                && (KeyOf(member.Value, s_ports) ?? KeyOf(member.Value, s_users)) is not null)
                yield return Read(name, member.Value);
            else
                foreach (var inner in MailSections(member.Value, name + ":", depth + 1))
                    yield return inner;
        }
    }

    private static MailSection Read(string name, JsonValue section) => new(
        name,
        KeyOf(section, s_hosts) ?? s_hosts[0],
        KeyOf(section, s_ports) ?? s_ports[0],
        KeyOf(section, s_users) ?? s_users[0],
        KeyOf(section, s_passwords) ?? s_passwords[0]);

    private static string? KeyOf(JsonValue section, string[] names) => names
        .Select(n =>
            section.Members.FirstOrDefault(m =>
                IsPlain(m.Name) && string.Equals(m.Name.Replace("_", ""), n, StringComparison.OrdinalIgnoreCase))?.Name)
        .FirstOrDefault(n => n is not null);

    private static bool SpeaksOfMail(string name) =>
        name.IndexOf("smtp", StringComparison.OrdinalIgnoreCase) >= 0 || name.IndexOf("mail", StringComparison.OrdinalIgnoreCase) >= 0;

    // A name that can be a property, and part of an environment variable.
    private static bool IsPlain(string name) =>
        name.Length > 0 && !char.IsDigit(name[0]) && name.All(c => c == '_' || char.IsLetterOrDigit(c));
}
