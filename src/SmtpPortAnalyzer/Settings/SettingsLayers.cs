using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Settings.Mail;
using SmtpPortAnalyzer.Settings.Xml;

namespace SmtpPortAnalyzer.Settings;

/// <summary>
/// The files that lie on top of each other in a deployed program: <c>appsettings.json</c> below <c>appsettings.Production.json</c>,
/// <c>web.config</c> below <c>web.Release.config</c>. What counts is what the program gets to see of them together.
/// </summary>
internal sealed class SettingsLayers
{
    /// <summary>
    /// The environments and build configurations that are deployed as a rule; .NET takes the first where it is told none.
    /// </summary>
    private static readonly ImmutableHashSet<string> s_deployed =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "Production", "Prod", "Release", "Live", "Azure");

    private readonly ImmutableArray<SettingsNode> _above;
    private readonly ImmutableArray<SettingsNode> _elsewhere;
    private readonly SettingsNode? _below;

    /// <param name="above">The files that lie on this one in production.</param>
    /// <param name="elsewhere">The files that lie on it in other environments, but for those of developers.</param>
    /// <param name="below">The file that it lies on.</param>
    private SettingsLayers(ImmutableArray<SettingsNode> above, ImmutableArray<SettingsNode> elsewhere, SettingsNode? below)
    {
        _above = above;
        _elsewhere = elsewhere;
        _below = below;
    }

    public static SettingsLayers ReadAround(AdditionalText file, ImmutableArray<AdditionalText> files, CancellationToken cancellationToken)
    {
        var (stem, own) = Split(file);
        var above = ImmutableArray.CreateBuilder<SettingsNode>();
        var elsewhere = ImmutableArray.CreateBuilder<SettingsNode>();
        SettingsNode? below = null;
        foreach (var other in files)
        {
            var (otherStem, layer) = Split(other);
            if (other == file || !stem.Equals(otherStem, StringComparison.OrdinalIgnoreCase))
                continue;

            if (own.Length == 0 && !SmtpSettings.IsForDevelopment(other)
                && SettingsText.Read(other, cancellationToken) is { } environment)
            {
                (s_deployed.Contains(layer) ? above : elsewhere).Add(environment);
            }
            else if (own.Length > 0 && layer.Length == 0)
                below = SettingsText.Read(other, cancellationToken);
        }

        return new(above.ToImmutable(), elsewhere.ToImmutable(), below);
    }

    /// <summary>Whether two files are layers of the same settings, in whichever environment.</summary>
    public static bool AreOne(string? path, string? other) => path is not null && other is not null
        && Split(path).Stem.Equals(Split(other).Stem, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether one file lies on top of the other in production.</summary>
    public static bool IsCoveredBy(AdditionalText file, AdditionalText above)
    {
        var (stem, layer) = Split(file);
        var (otherStem, otherLayer) = Split(above);
        return layer.Length == 0 && s_deployed.Contains(otherLayer) && stem.Equals(otherStem, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>
    /// The setting with the host that goes with it in the end; null where a deployed file puts another port in its place.
    /// </summary>
    public SmtpSetting? InTheEnd(SmtpSetting setting)
    {
        if (setting.Lacking is var (section, name))
        {
            if (_above.Any(file => IsTakenAway(file, section)))
                return null;

            var others = _below is null ? _above : _above.Add(_below);
            return others.Any(file => Find(file, section)?.Child(name) is { Text: not null })
                ? null
                : WithHost(setting, section.Child(name));
        }

        if (setting.Port is not { } port)
            return setting;

        // What is no number is filled in when the program is deployed.
        return _above.Any(file => IsTakenAway(file, port) || (Find(file, port) is { Text: not null } other && !PortNumber.IsBlocked(other)))
            ? null
            : WithHost(setting, port);
    }

    private SmtpSetting WithHost(SmtpSetting setting, SettingsNode? port)
    {
        // A file that says the port once more is judged by itself: its host goes with its own port.
        var overridden = _above.Where(file => port is null || Find(file, port) is not { Text: not null })
            .Select(file => HostIn(file, setting, port)).FirstOrDefault(host => host is not null);
        var deployed = overridden is not null ? setting with { Host = overridden }
            : setting.Host is null && _below is not null ? setting with { Host = HostIn(_below, setting, port) }
            : setting;
        if (deployed.Host is not { } named || !(LocalHosts.IsLocal(named) || SettingHost.IsNone(named)))
            return deployed;

        // On its way to production a program may run where the port is the same, and the host is another.
        var other = _elsewhere.Where(file => port is null || Find(file, port) is not { Text: not null })
            .Select(file => HostIn(file, setting, port)).FirstOrDefault(host => host is { Length: > 0 } && !LocalHosts.IsLocal(host));
        return other is null ? deployed : deployed with { Host = other };
    }

    private static string? HostIn(SettingsNode file, SmtpSetting setting, SettingsNode? port) => SettingHost.NameIn(
        setting.HostNode is { } host ? Find(file, host)
        : port is not null && Find(file, port.Parent!) is { } section ? SettingHost.Beside(port, section)
        : null);

    /// <summary>
    /// The password with the host that goes with it in the end; null where a deployed file takes it away, or puts another text in its
    /// place.
    /// </summary>
    public PasswordSetting? InTheEnd(PasswordSetting password)
    {
        if (_above.Any(file => IsTakenAway(file, password.Node)
            || (Find(file, password.Node)?.Text is { } text && text != password.Node.Text)))
        {
            return null;
        }

        var overridden = password.HostNode is { } host
            ? _above.Select(file => SettingHost.NameIn(Find(file, host))).FirstOrDefault(text => text is not null)
            : password.Host is null && _below is not null && Find(_below, password.Node.Parent!) is { } section
                ? SettingHost.NameIn(SettingHost.Beside(password.Node, section))
                : null;
        return overridden is null ? password : password with { Host = overridden };
    }

    /// <summary>
    /// Whether a transform takes the setting out of the file below: itself, its attribute, or what it is in, which it may write anew.
    /// </summary>
    private static bool IsTakenAway(SettingsNode transform, SettingsNode node)
    {
        SettingsNode? found = transform;
        foreach (var step in PathTo(node))
        {
            found = found?.Child(step.Name);
            if (found is null)
                return false;

            if (found.IsTakenAway || XmlSettings.Replaces(found) || XmlSettings.TakesAway(found, step == node ? "value" : node.Name))
                return true;
        }

        return false;
    }

    /// <summary>The node that stands at the same place of another file.</summary>
    private static SettingsNode? Find(SettingsNode root, SettingsNode node)
    {
        SettingsNode? found = root;
        foreach (var step in PathTo(node))
            found = found?.Child(step.Name);
        return found;
    }

    private static IEnumerable<SettingsNode> PathTo(SettingsNode node) => new[] { node }.Concat(node.Ancestors()).Reverse().Skip(1);

    /// <summary>The folder with the name up to the first dot, and what is between that and the extension.</summary>
    private static (string Stem, string Layer) Split(AdditionalText file) => Split(file.Path);

    private static (string Stem, string Layer) Split(string path)
    {
        var name = Path.GetFileNameWithoutExtension(path);
        var dot = name.IndexOf('.');
        var stem = dot < 0 ? name : name.Substring(0, dot);
        return (Path.Combine(Path.GetDirectoryName(path) ?? "", stem + Path.GetExtension(path)),
            dot < 0 ? "" : name.Substring(dot + 1));
    }
}
