using System;
using System.Collections.Generic;
using System.Linq;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>A word for a mail server among several, as the name of a section: <c>Acme</c> for <c>smtp.acme.com</c>.</summary>
internal static class HostLabel
{
    // Below these, each customer or region has servers and logins of its own.
    private static readonly string[] s_clouds = { "amazonaws.com", "azure.com", "azure.net", "azurewebsites.net", "windows.net", "local" };

    /// <summary>The name of its domain; where another server has the same, its own name; where that does not do, all of it.</summary>
    public static string Among(string host, IEnumerable<string> hosts)
    {
        var others = hosts.Where(other => !string.Equals(other, host, StringComparison.OrdinalIgnoreCase)).ToList();
        return new Func<string, string>[] { Domain, Own }
            .Where(label => label(host).Length > 0 && !char.IsDigit(label(host)[0]) && others.All(other => label(other) != label(host)))
            .Select(label => label(host)).FirstOrDefault() ?? Whole(host);
    }

    /// <summary>
    /// Whose server it is: <c>acme.com</c> for <c>smtp.acme.com</c>. An address, or a name below that of a cloud, is one of its own.
    /// </summary>
    public static string OwnerOf(string host)
    {
        var parts = host.Split('.');
        if (OwnerIn(parts) is not (var index and >= 0) || host.Contains(":") || parts.All(part => part.All(char.IsDigit)))
            return host;

        var owner = string.Join(".", parts.Skip(index)).ToLowerInvariant();
        return s_clouds.Contains(owner) ? host.ToLowerInvariant() : owner;
    }

    private static string Domain(string host)
    {
        var parts = host.Split('.');
        return OwnerIn(parts) is var index and >= 0 ? Word(parts[index]) : "";
    }

    // smtp.acme.co.uk
    private static int OwnerIn(string[] parts) =>
        parts.Length > 2 && parts[parts.Length - 2].Length <= 3 && parts[parts.Length - 1].Length == 2
            ? parts.Length - 3
            : parts.Length - 2;

    private static string Own(string host) => Word(host.Split('.')[0]);

    private static string Whole(string host) =>
        (char.IsDigit(host[0]) ? "Ip" : "") + string.Concat(host.Split('.').Select(Word));

    private static string Word(string text) => string.Concat(text.Split(text.Where(c => !char.IsLetterOrDigit(c)).ToArray())
        .Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part.Substring(1).ToLowerInvariant()));
}
