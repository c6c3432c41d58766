using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Text;

namespace SmtpPortAnalyzer.Settings.Mail;

/// <summary>
/// What a settings file says of encryption beside a port, as a relay demands it: 587 is of no use beside <c>"EnableSsl": false</c>, nor in
/// a schema whose switch is off where it is not written.
/// </summary>
internal static class EncryptionSwitches
{
    private const string Attribute = "enableSsl";
    private const string On = "true";
    private const string Off = "false";

    /// <summary>What a switch says besides encryption, and says nothing of whose it is.</summary>
    private static readonly ImmutableHashSet<string> s_verbs = ImmutableHashSet.Create(
        "enable", "enabled", "use", "uses", "require", "required", "requires", "force", "is", "start", "connection");

    /// <summary>The texts that take the place of others, or are inserted, so that the connection of the port is encrypted.</summary>
    /// <param name="port">The number; where none is written, the element that lacks it.</param>
    /// <param name="isStartTls">Whether a switch of any name means STARTTLS; else only one whose name says so.</param>
    public static IEnumerable<(TextSpan Span, string Text)> Demands(SettingsNode port, bool isStartTls)
    {
        var owner = port.Text is null ? port : port.Parent;
        if (owner is null)
            return [];
        if (IsNetwork(owner))
            return Attributes(owner, port).Concat(TurnedOff(owner.Child("defaultCredentials")));
        return TurnedOn(owner, port.Name, isStartTls);
    }

    /// <summary>The switches of a section that say no to the encryption of a port of that name, which another file may write.</summary>
    public static IEnumerable<(TextSpan Span, string Text)> TurnedOn(SettingsNode section, string port, bool isStartTls) =>
        section.Children.Where(child => !child.Is(port) && IsOff(child) && IsBeside(child.Name, port, section)
                && SettingRoles.IsEncryption(child.Name) && (isStartTls || SettingRoles.IsStartTls(child.Name)))
            .Select(child => (child.TextSpan, SameCase(child.Text!, On)));

    /// <summary>Whether a switch in the section says that the connection to a port of that name is encrypted.</summary>
    public static bool AreOn(SettingsNode section, string port) => section.Children.Any(child =>
        child.IsTrue && IsBeside(child.Name, port, section) && SettingRoles.IsEncryption(child.Name));

    private static IEnumerable<(TextSpan Span, string Text)> Attributes(SettingsNode element, SettingsNode port)
    {
        if (element.Child(Attribute) is { } written)
        {
            if (IsOff(written))
                yield return (written.TextSpan, On);
            yield break;
        }

        // Behind the quotation mark of the attribute, or behind the name of the element.
        var end = port.Text is null ? element.NameSpan.End : port.TextSpan.End + 1;
        yield return (new TextSpan(end, 0), " " + Attribute + "=\"" + On + "\"");
    }

    // The identity of the process is none that a relay takes.
    private static IEnumerable<(TextSpan Span, string Text)> TurnedOff(SettingsNode? flag)
    {
        if (flag is { IsTrue: true })
            yield return (flag.TextSpan, Off);
    }

    private static bool IsNetwork(SettingsNode element) =>
        element.Is("network") && element.Parent is { } section && MailSettings.Holds(section);

    private static bool IsOff(SettingsNode node) => Off.Equals(node.Text, StringComparison.OrdinalIgnoreCase);

    // "SmtpPort" and "SmtpUseSsl", not "FtpUseSsl"; "Port" and whatever stands beside it. "EnableSsl" is the only port's that there is.
    private static bool IsBeside(string name, string port, SettingsNode section) =>
        SettingWords.OfPort(port) is not { IsEmpty: false } words
        || (SettingWords.Split(name) is { IsEmpty: false } own
            && (own[0].Equals(words[0], StringComparison.OrdinalIgnoreCase)
                || (own.All(IsOfSwitch) && !HasOtherPort(section, port))));

    private static bool HasOtherPort(SettingsNode section, string port) =>
        section.Children.Any(child => !child.Is(port)
            && (SettingWords.OfPort(child.Name) is not null || SettingWords.SayNotSending(SettingWords.Split(child.Name))));

    private static bool IsOfSwitch(string word) => s_verbs.Contains(word)
        || SettingWords.Encryption.Any(part => word.Contains(part));

    private static string SameCase(string model, string text) =>
        char.IsUpper(model[0]) ? char.ToUpperInvariant(text[0]) + text.Substring(1) : text;
}
