using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Connections.Keys;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.Rules;

/// <summary>SMTP004: a settings file gives an SMTP connection port 25.</summary>
internal static class SettingRule
{
    /// <summary>
    /// The attribute that is to be written behind the reported name, where a port is missing; absent where there is a number.
    /// </summary>
    public const string MissingAttributeKey = "MissingAttribute";

    /// <summary>Whether the host beside the port exempts it.</summary>
    public static bool IsExempt(SmtpSetting setting, Options.SmtpOptions options) =>
        setting.Host is { } host && (LocalHosts.IsLocal(host) || options.ExcludedHosts.Matches(host));

    /// <summary>
    /// The settings together with what the code says: of a port that only its name shows, where it connects to; and of what no name and no
    /// schema shows, that a connection looks its port up under that very key. The code is asked only where there is a 25 that it could be
    /// about.
    /// </summary>
    public static IEnumerable<SmtpSetting> AsRead(
        SettingsNode root, IReadOnlyCollection<SmtpSetting> known, Func<ImmutableArray<SettingLink>> links)
    {
        var seen = new HashSet<TextSpan>(known.Select(setting => setting.Span));
        if (!known.Any(IsHostless) && !root.DescendantsAndSelf().Any(node => PortNumber.IsBlocked(node) && !seen.Contains(node.TextSpan)))
            return known;

        var reads = links()
            .SelectMany(link => SettingPlaces.NodesUnder(root, link.Key).Select(node => (Node: node, Link: link)))
            .Where(read => PortNumber.IsBlocked(read.Node))
            .ToLookup(read => read.Node.TextSpan);
        var linked = reads.Where(read => !seen.Contains(read.Key))
            .SelectMany(read => read.Where(one => !one.Link.IsLocal).Take(1))
            .Select(read => Setting(read.Node, HostOf(read.Node, read.Link, root)));
        return known.Where(setting => !IsHostless(setting) || !IsLocal(reads[setting.Span])).Concat(linked);

        static bool IsLocal(IEnumerable<(SettingsNode Node, SettingLink Link)> reads) =>
            reads.Any() && reads.All(read => read.Link.IsLocal);
    }

    /// <summary>Whether nothing in the file says which host the port is of, so that the code may.</summary>
    private static bool IsHostless(SmtpSetting setting) => setting is { Host: null, Port: not null };

    private static SmtpSetting Setting(SettingsNode port, SettingsNode? host) =>
        new(port.Path, port.TextSpan, IsDefault: false, host?.Text) { Port = port, HostNode = host };

    /// <summary>The host that the code looks up, or the one that stands beside the port.</summary>
    private static SettingsNode? HostOf(SettingsNode port, SettingLink link, SettingsNode root) =>
        link.HostKeys.SelectMany(key => SettingPlaces.NodesUnder(root, key)).FirstOrDefault(node => node.Text is not null)
            ?? SettingHost.Beside(port);

    public static Diagnostic ToDiagnostic(SmtpSetting setting, string path, SourceText text, string policy, string evidence)
    {
        var properties = setting.MissingAttribute is { } attribute
            ? ImmutableDictionary<string, string?>.Empty.Add(MissingAttributeKey, attribute)
            : ImmutableDictionary<string, string?>.Empty;
        var host = setting.Host is { Length: > 0 } name ? " for '" + name + "'" : "";
        var location = Location.Create(path, setting.Span, text.Lines.GetLinePositionSpan(setting.Span));
#pragma warning disable RS0030 // This is the one place where a setting becomes a diagnostic.
        return Diagnostic.Create(
            Descriptors.SettingPort25, location, properties, setting.Name, setting.IsDefault ? "defaults to" : "sets", host, policy,
            evidence);
#pragma warning restore RS0030
    }
}
