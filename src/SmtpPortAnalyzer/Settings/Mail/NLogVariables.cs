using System;
using System.Linq;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>What NLog's variables in the same file stand for: <c>${smtpPort}</c>, <c>${var:smtpPort}</c>.</summary>
internal static class NLogVariables
{
    /// <summary>How many variables one may stand for, one after the other.</summary>
    private const int MaxDepth = 8;

    private static readonly char[] s_marks = { ':', '$', '{', '}' };

    /// <summary>The variable that the setting is nothing but a name of; else the setting itself.</summary>
    public static SettingsNode? Resolve(SettingsNode? setting)
    {
        for (var depth = 0; depth < MaxDepth && NameIn(setting?.Text) is { } name && Find(setting!, name) is { } variable; depth++)
            setting = variable;
        return setting;
    }

    private static string? NameIn(string? text)
    {
        text = text?.Trim();
        if (text is not { Length: > 3 } || !text.StartsWith("${", StringComparison.Ordinal) || text.IndexOf('}') != text.Length - 1)
            return null;

        var name = text.Substring(2, text.Length - 3);
        name = name.StartsWith("var:", StringComparison.OrdinalIgnoreCase) ? name.Substring("var:".Length) : name;
        name = name.StartsWith("name=", StringComparison.OrdinalIgnoreCase) ? name.Substring("name=".Length) : name;
        return name.IndexOfAny(s_marks) < 0 ? name : null;
    }

    /// <summary>
    /// The variable in the part of the file that NLog reads: <c>&lt;variable name="…"&gt;</c>, or a member of "variables".
    /// </summary>
    private static SettingsNode? Find(SettingsNode setting, string name) => setting.Ancestors()
        .Where(parent => parent.Is("nlog"))
        .SelectMany(nlog => new[] { nlog.Child(name), nlog.Child("variables")?.Child(name) })
        .FirstOrDefault(variable => variable?.Text is not null);
}
