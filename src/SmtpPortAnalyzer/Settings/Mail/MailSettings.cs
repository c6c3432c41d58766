using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using SmtpPortAnalyzer.Settings.Xml;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>
/// A <c>system.net/mailSettings/smtp</c> section: what a <c>System.Net.Mail.SmtpClient</c> on .NET Framework has for a port, host and
/// delivery as long as the code says nothing else. .NET ignores the section.
/// </summary>
internal sealed class MailSettings
{
    /// <summary>What messages call the element that says host, port and login.</summary>
    public const string Path = "system.net/mailSettings/smtp/network";

    private readonly SettingsNode _section;
    private readonly SettingsNode? _network;
    private readonly bool _isTransform;

    private MailSettings(SettingsNode section, bool isTransform)
    {
        _section = section;
        _isTransform = isTransform;
        _network = section.Child("network");
    }

    /// <summary>Whether the section has a word on the port of clients that leave it open, be it that they open no connection.</summary>
    public bool SaysPort =>
        IsElsewhere || IsPickup
            || (_network is not null && !_network.IsTakenAway && (_network.Child("port") is not null || IsWhole(_network)));

    /// <summary>Whether what it says is in another file, or is a placeholder, so that it cannot be told.</summary>
    private bool IsElsewhere => _section.Child("configSource") is not null;

    private bool IsPickup =>
        _section.TextOf("deliveryMethod") is { } method && !method.Equals("Network", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The port that the section says, with its host; null where none is written, it is none, or no connection is opened.
    /// </summary>
    public (int Port, string? Host)? KnownPort =>
        !IsElsewhere && !IsPickup && PortNumber.Read(_network?.Child("port")) is { } port ? (port, _network!.TextOf("host")) : null;

    /// <summary>Whether it may turn encryption on.</summary>
    public bool MayEncrypt => IsElsewhere || IsPickup || MayBeOn("enableSsl");

    /// <summary>Whether it may give a login.</summary>
    public bool MayLogIn => IsElsewhere || IsPickup
        || (_network is not null && (_network.TextOf("userName") is { Length: > 0 } || _network.TextOf("password") is { Length: > 0 }
            || MayBeOn("defaultCredentials")));

    private bool MayBeOn(string flag) =>
        _network?.TextOf(flag) is { } text && !text.Trim().Equals("false", StringComparison.OrdinalIgnoreCase);

    /// <summary>The port 25 that the section gives; null where it gives another, none that can be told, or opens no connection.</summary>
    public SmtpSetting? Blocked()
    {
        if (_network is null or { IsTakenAway: true } || IsElsewhere || IsPickup)
            return null;

        // Where it is left empty, it is the code's.
        var host = _network.TextOf("host") is { Length: > 0 } named ? named : null;
        if (_network.Child("port") is { } port)
        {
            return PortNumber.IsBlocked(port)
                ? new SmtpSetting(Path, port.TextSpan, IsDefault: false, host) { Port = port, HostNode = _network.Child("host") }
                : null;
        }

        if (!IsWhole(_network))
            return null;

        return new SmtpSetting(Path, _network.NameSpan, IsDefault: true, host)
        {
            MissingAttribute = "port",
            HostNode = _network.Child("host"),

            // What a transform writes anew takes nothing from the file below.
            Lacking = _isTransform ? null : (_network, "port"),
        };
    }

    /// <summary>Every section of a file, also those for a part of a site, and a file that is a section (<c>configSource</c>).</summary>
    public static IEnumerable<MailSettings> FindIn(SettingsNode root)
    {
        var nodes = root.DescendantsAndSelf().ToList();
        var isTransform = nodes.Any(node => node.Namespace == XmlSettings.TransformNamespace);
        return nodes.Where(IsSection).Select(section => new MailSettings(section, isTransform));
    }

    /// <summary>The sections of all files.</summary>
    public static IReadOnlyCollection<MailSettings> FindIn(ImmutableArray<AdditionalText> files, CancellationToken cancellationToken) =>
        files.Select(file => SettingsText.Read(file, cancellationToken)).Where(root => root is { Format.HoldsMailSettings: true })
            .SelectMany(root => FindIn(root!)).ToList();

    /// <summary>Whether the node belongs to such a section, or is about it.</summary>
    public static bool Holds(SettingsNode node) => node.Is("system.net") || IsSection(node);

    /// <summary>Whether it is the password with which the clients of such a section log in.</summary>
    public static bool IsLogin(SettingsNode node) =>
        node.Is("password") && node.Parent is { } network && network.Is("network") && network.Parent is { } section && IsSection(section)
            && network.Child("defaultCredentials")?.IsTrue != true
            && !new MailSettings(section, isTransform: false).IsPickup;

    private static bool IsSection(SettingsNode node) =>
        node.Is("smtp")
            && (node.Parent is { Format.HoldsMailSettings: true }
                || (node.Parent!.Is("mailSettings") && node.Parent.Parent?.Is("system.net") == true));

    /// <summary>
    /// Whether the element is all there will be of it. In a transform it is laid over another file, which may have the port, unless it
    /// replaces what is there or takes the port away.
    /// </summary>
    private bool IsWhole(SettingsNode network)
    {
        var instructions = Transforms(network).ToList();
        if (instructions.Any(instruction => Starts(instruction, "Replace") || Starts(instruction, "Insert")))
            return true;

        return instructions.Any(instruction =>
            Starts(instruction, "RemoveAttributes(") && instruction.IndexOf("port", StringComparison.OrdinalIgnoreCase) > 0)
            || !_isTransform;
    }

    private static IEnumerable<string> Transforms(SettingsNode node) =>
        new[] { node }.Concat(node.Ancestors())
            .SelectMany(n => n.Children)
            .Where(child => child.Namespace == XmlSettings.TransformNamespace && child.Is("Transform"))
            .Select(child => child.Text ?? "");

    private static bool Starts(string instruction, string word) => instruction.StartsWith(word, StringComparison.Ordinal);
}
