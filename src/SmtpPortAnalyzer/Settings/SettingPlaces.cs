using System;
using System.Collections.Generic;
using System.Linq;
using SmtpPortAnalyzer.Flow.Models;

namespace SmtpPortAnalyzer.Settings;

/// <summary>Finds a key of the program's configuration in a settings file.</summary>
internal static class SettingPlaces
{
    public static IEnumerable<SettingsNode> NodesUnder(SettingsNode root, SettingKey key) =>
        Sources(root, key.Store).SelectMany(source => Below(source, key.Path));

    /// <summary>The nodes from which keys are counted.</summary>
    private static IEnumerable<SettingsNode> Sources(SettingsNode root, SettingStore store)
    {
        if (!root.IsXml)
            return store == SettingStore.Configuration ? new[] { root }.Concat(Named(root, "Values")) : Array.Empty<SettingsNode>();

        // A web.config hands environment variables to the application, and configSource and file put appSettings into files of their own.
        return store == SettingStore.AppSettings
            ? root.Children.SelectMany(top => top.Is("appSettings") ? new[] { top } : Named(top, "appSettings"))
            : root.DescendantsAndSelf().Where(node => node.Is("environmentVariables"));
    }

    private static IEnumerable<SettingsNode> Below(SettingsNode source, string path)
    {
        IEnumerable<SettingsNode> nodes = new[] { source };
        foreach (var name in path.Replace("__", ":").Split(':'))
            nodes = nodes.SelectMany(node => Named(node, name));
        return nodes;
    }

    private static IEnumerable<SettingsNode> Named(SettingsNode node, string name) =>
        name == "*" ? node.Children : node.Child(name) is { } child ? new[] { child } : Array.Empty<SettingsNode>();
}
