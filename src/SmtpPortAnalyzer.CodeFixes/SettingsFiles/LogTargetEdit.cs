using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>
/// Writes what a mail target of a logging library lacks for a relay, in the form in which its port or host is written: as attributes,
/// elements or members.
/// </summary>
internal static class LogTargetEdit
{
    /// <summary>The port beside the host, and all the rest; null where the place is no such target, or names no host in the file.</summary>
    /// <param name="root">The file.</param>
    /// <param name="place">What is reported: the name of the target.</param>
    /// <param name="port">What its port is called.</param>
    /// <param name="text">The text of the file.</param>
    /// <param name="section">The names of the relay's settings.</param>
    public static IReadOnlyList<TextChange>? WithPort(
        SettingsNode root, TextSpan place, string port, SourceText text, MailSection section)
    {
        var target = LogTargets.WithoutPortAt(root, place);
        return target is not null && LogTargets.HostOf(target) is { } host && Writer.For(host, text) is { } writer
            ? Changes(target, host, writer, section).Prepend(writer.Write(port, MailPorts.SubmissionText, isText: false)).ToList()
            : null;
    }

    /// <summary>Encryption and login beside a port, or behind the name of a target that gets one there.</summary>
    public static IEnumerable<TextChange> Beside(SettingsNode target, SettingsNode port, SourceText text, MailSection section) =>
        Writer.For(port, text) is { } writer ? Changes(target, port, writer, section) : [];

    private static IEnumerable<TextChange> Changes(SettingsNode target, SettingsNode beside, Writer writer, MailSection section)
    {
        var place = beside == target ? target : beside.Parent!;
        var demands = LogTargetDemands.ForTarget(target, beside);
        var login = demands.SkipWhile(demand => !demand.IsLoginMode).ToList();

        // Another way to log in needs no name.
        var logsIn = login.Count > 0 && (place.Child(login[0].Name) is not { } mode || IsAsGoodAsNone(mode, login[0]));
        foreach (var demand in demands.Where(demand => logsIn || !login.Contains(demand) || demand == login[0]))
        {
            var value = demand.Value.Replace(
                "{0}", section.Variable(demand.Variable == SettingRole.Password ? section.Password : section.UserName));
            if (place.Child(demand.Name) is not { } written)
            {
                if (demand.IsDefault)
                    continue;
                yield return writer.Write(demand.Name, value, !demand.IsSwitch, demand.Attributes);
            }
            else if (IsAsGoodAsNone(written, demand) && demand.Attributes.Length == 0)
                yield return new TextChange(written.TextSpan, value);
        }
    }

    private static bool IsAsGoodAsNone(SettingsNode written, LogTargetDemand demand) =>
        written.Text is { } text && demand.Off.Contains(text, StringComparer.OrdinalIgnoreCase);

    /// <summary>Writes a setting behind another one, alike.</summary>
    /// <param name="At">Where.</param>
    /// <param name="Before">What separates it from the other one.</param>
    /// <param name="Form">The setting: name, value, further attributes; the value of a JSON member is quoted by itself.</param>
    /// <param name="QuotesText">Whether a text is quoted, and a number is not.</param>
    private sealed record Writer(int At, string Before, string Form, bool QuotesText)
    {
        public TextChange Write(string name, string value, bool isText, string attributes = "") => new(
            new TextSpan(At, 0),
            Before + Form.Replace("{name}", name).Replace("{attributes}", attributes)
                .Replace("{value}", QuotesText && isText ? NewJsonSection.String(value) : value));

        public static Writer? For(SettingsNode beside, SourceText text)
        {
            var root = beside.Ancestors().LastOrDefault();
            if (root?.Format?.Editing == SettingsEditing.Json)
            {
                var end = beside.TextSpan.End < text.Length && text[beside.TextSpan.End] == '"'
                    ? beside.TextSpan.End + 1
                    : beside.TextSpan.End;
                return new Writer(end, "," + (Line(text, beside.NameSpan.Start) ?? " "), "\"{name}\": {value}", QuotesText: true);
            }

            if (beside.Text is null)
                return new Writer(beside.NameSpan.End, " ", "{name}=\"{value}\"", QuotesText: false);

            var between = text.ToString(TextSpan.FromBounds(beside.NameSpan.End, beside.TextSpan.Start)).Trim();
            if (between.Length > 0 && between[0] == '=')
                return new Writer(
                    beside.TextSpan.End + 1, Line(text, beside.NameSpan.Start) ?? " ", "{name}=\"{value}\"", QuotesText: false);

            // <param name="port" value="25" /> is an older way to write <port value="25" />.
            var element = text.ToString(beside.NameSpan);
            return EndOfElement(text, beside, element) is { } close
                ? new Writer(
                    close, Line(text, beside.NameSpan.Start - 1) ?? "",
                    element.Equals(beside.Name, StringComparison.OrdinalIgnoreCase)
                        ? "<{name} {attributes}value=\"{value}\" />"
                        : "<" + element + " name=\"{name}\" {attributes}value=\"{value}\" />",
                    QuotesText: false)
                : null;
        }

        // Null where something else stands before the place on its line.
        private static string? Line(SourceText text, int start)
        {
            var line = text.Lines.GetLineFromPosition(start);
            var before = text.ToString(TextSpan.FromBounds(line.Start, start)).TrimEnd('"');
            return before.Trim().Length > 0 ? null : BreakOf(text, line) + before;
        }

        private static string BreakOf(SourceText text, TextLine line) => line.EndIncludingLineBreak > line.End
            ? text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak))
            : "\n";

        private static int? EndOfElement(SourceText text, SettingsNode node, string element)
        {
            var rest = text.ToString(TextSpan.FromBounds(node.TextSpan.End, text.Length));
            var close = rest.IndexOf('>');
            if (close < 0)
                return null;
            if (close == 0 || (rest[close - 1] != '/' && !rest.TrimStart().StartsWith("</", StringComparison.Ordinal)))
            {
                var end = "</" + element + ">";
                var at = rest.IndexOf(end, StringComparison.Ordinal);
                return at < 0 ? null : node.TextSpan.End + at + end.Length;
            }

            return node.TextSpan.End + close + 1;
        }
    }
}
