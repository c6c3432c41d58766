using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Settings;

namespace SmtpPortAnalyzer.Rules;

/// <summary>SMTP004: a settings file gives an SMTP connection port 25.</summary>
internal static class SettingRule
{
    /// <summary>The attribute that is to be written behind the reported name, where a port is missing; absent where there is a number.</summary>
    public const string MissingAttributeKey = "MissingAttribute";

    /// <summary>Whether the host beside the port makes it nobody's business here.</summary>
    public static bool IsExempt(SmtpSetting setting, Options.SmtpOptions options) =>
        setting.Host is { } host && (Host.IsLocal(host) || options.ExcludedHosts.Matches(host));

    /// <summary>
    /// What no name and no schema shows, but the code: it looks the port of a connection up under that very key. The code is asked only where there is a
    /// 25 left that it could be about.
    /// </summary>
    public static IEnumerable<SmtpSetting> Linked(SettingsNode root, IReadOnlyCollection<SmtpSetting> known, Func<ImmutableArray<SettingLink>> links)
    {
        var seen = new HashSet<TextSpan>(known.Select(setting => setting.Span));
        if (!root.DescendantsAndSelf().Any(node => PortNumber.IsBlocked(node) && !seen.Contains(node.TextSpan)))
            yield break;

        foreach (var link in links())
        {
            if (link.IsLocal)
                continue;

            foreach (var node in SettingPlaces.Of(root, link.Key))
            {
                if (!PortNumber.IsBlocked(node) || !seen.Add(node.TextSpan))
                    continue;

                var host = HostOf(node, link, root);
                yield return new SmtpSetting(node.Path, node.TextSpan, IsDefault: false, host?.Text) { Port = node, HostNode = host };
            }
        }
    }

    /// <summary>The host that the code looks up, or the one that stands beside the port.</summary>
    private static SettingsNode? HostOf(SettingsNode port, SettingLink link, SettingsNode root) =>
        link.HostKeys.SelectMany(key => SettingPlaces.Of(root, key)).FirstOrDefault(node => node.Text is not null) ?? SettingHost.Beside(port);

    public static Diagnostic ToDiagnostic(SmtpSetting setting, string path, SourceText text, string policy, string evidence)
    {
        var properties = setting.MissingAttribute is { } attribute
            ? ImmutableDictionary<string, string?>.Empty.Add(MissingAttributeKey, attribute)
            : ImmutableDictionary<string, string?>.Empty;
        var host = setting.Host is { Length: > 0 } name ? " for '" + name + "'" : "";
        var location = Location.Create(path, setting.Span, text.Lines.GetLinePositionSpan(setting.Span));
#pragma warning disable RS0030 // This is the one place where a setting becomes a diagnostic.
        return Diagnostic.Create(
            Descriptors.SettingPort25, location, properties, setting.Name, setting.IsDefault ? "defaults to" : "sets", host, policy, evidence);
#pragma warning restore RS0030
    }
}
