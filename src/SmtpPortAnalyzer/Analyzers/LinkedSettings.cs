using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Analyzers;

/// <summary>The settings of a file together with what the code says of them.</summary>
internal static class LinkedSettings
{
    /// <summary>
    /// Of a port that only its name shows, the code says where it connects to; and of what no name and no schema shows, that a connection
    /// looks its port up under that very key. It is asked only where there is a 25 that it could be about.
    /// </summary>
    public static IEnumerable<SmtpSetting> Find(
        SettingsNode root, IReadOnlyCollection<SmtpSetting> named, Func<ImmutableArray<SettingLink>> links)
    {
        var seen = new HashSet<TextSpan>(named.Select(setting => setting.Span));
        if (!named.Any(IsHostless) && !root.DescendantsAndSelf().Any(node => PortNumber.IsBlocked(node) && !seen.Contains(node.TextSpan)))
            return named;

        return Join(root, named, setting => setting.Span, IsHostless, links(), PortNumber.IsBlocked, SmtpSetting.OfPort);
    }

    /// <summary>The same for passwords: what schemas and names show, and what a login of the code looks up.</summary>
    public static IEnumerable<PasswordSetting> Find(
        SettingsNode root, IReadOnlyCollection<PasswordSetting> named, ImmutableArray<SettingLink> links) => Join(
            root, named, setting => setting.Span, setting => setting.Host is null, links,
            node => node is { Text.Length: > 0, IsTakenAway: false }, MailPasswords.With);

    private static IEnumerable<T> Join<T>(
        SettingsNode root, IReadOnlyCollection<T> named, Func<T, TextSpan> spanOf, Func<T, bool> isHostless,
        ImmutableArray<SettingLink> links, Func<SettingsNode, bool> isMeant, Func<SettingsNode, SettingsNode?, T> make)
    {
        var seen = new HashSet<TextSpan>(named.Select(spanOf));
        var reads = links.SelectMany(link => SettingPlaces.NodesUnder(root, link.Key).Select(node => (Node: node, Link: link)))
            .Where(read => isMeant(read.Node))
            .ToLookup(read => read.Node.TextSpan);
        var linked = reads.Where(read => !seen.Contains(read.Key))
            .SelectMany(read => read.Where(one => !one.Link.IsLocal).Take(1))
            .Select(read => make(read.Node, HostOf(read.Node, read.Link, root)));
        return named.Where(setting => !isHostless(setting) || !AreLocal(reads[spanOf(setting)]))
            .Select(setting => isHostless(setting) && reads[spanOf(setting)].FirstOrDefault(read => read.Link.IsNamed) is { Node: { } node }
                ? make(node, null)
                : setting)
            .Concat(linked);
    }

    /// <summary>Whether the code says of all that read the setting that they connect to the machine itself, or its network.</summary>
    private static bool AreLocal(IEnumerable<(SettingsNode Node, SettingLink Link)> reads) =>
        reads.Any() && reads.All(read => read.Link.IsLocal);

    /// <summary>Whether nothing in the file says which host the port is of, so that the code may.</summary>
    private static bool IsHostless(SmtpSetting setting) =>
        setting.Port is not null && (setting.Host is null || SettingHost.IsNone(setting.Host));

    /// <summary>
    /// The host that the code looks up, of the same item where there are several, or the one that stands beside the port.
    /// </summary>
    private static SettingsNode? HostOf(SettingsNode port, SettingLink link, SettingsNode root) =>
        link.HostKeys.SelectMany(key => SettingPlaces.NodesUnder(root, key)).Where(node => node.Text is not null)
            .OrderBy(node => node.Parent != port.Parent).FirstOrDefault()
            ?? (link.IsNamed ? null : SettingHost.Around(port));
}
