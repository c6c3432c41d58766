using System;
using System.Collections.Generic;
using System.Linq;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Settings;

/// <summary>Finds a key of the program's configuration in a settings file.</summary>
internal static class SettingPlaces
{
    public static IEnumerable<SettingsNode> NodesUnder(SettingsNode root, SettingKey key) =>
        root.Format is { } format ? format.Sources(root, key.Store).SelectMany(source => Below(source, key.Path)) : [];

    private static IEnumerable<SettingsNode> Below(SettingsNode source, string path)
    {
        IEnumerable<SettingsNode> nodes = new[] { source };
        foreach (var name in path.Replace("__", ":").Split(':'))
            nodes = nodes.SelectMany(node => Named(node, name));
        return nodes;
    }

    private static IEnumerable<SettingsNode> Named(SettingsNode node, string name) =>
        name == SettingKey.AnyName ? node.Children : node.Child(name) is { } child ? new[] { child } : Array.Empty<SettingsNode>();
}
