using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>
/// Elements with a <c>value</c> that a section of XML lacks: they are written before the element of the host, which it has for sure, each
/// on a line of its own if that is.
/// </summary>
internal static class MissingElements
{
    private const string Host = "smtpHost";
    private const string Encryption = "enableSsl";

    /// <summary>The port, and encryption where the section says nothing of it; null where the file has changed.</summary>
    public static TextChange? Before(Location location, string port, SourceText text)
    {
        var root = SettingsText.Read(location.GetLineSpan().Path, text, CancellationToken.None);
        var section = root?.DescendantsAndSelf().FirstOrDefault(node => node.NameSpan == location.SourceSpan && node.Text is null);
        if (section?.Child(Host) is not { } host || text.ToString(host.NameSpan) != host.Name)
            return null;

        var start = host.NameSpan.Start - 1;
        var line = text.Lines.GetLineFromPosition(start);
        var indent = text.ToString(TextSpan.FromBounds(line.Start, start));
        var end = string.IsNullOrWhiteSpace(indent) && line.LineNumber > 0
            ? text.ToString(TextSpan.FromBounds(text.Lines[line.LineNumber - 1].End, line.Start)) + indent
            : "";
        var written = Element(port, MailPorts.SubmissionText) + end;
        return new TextChange(
            new TextSpan(start, 0),
            section.Children.Any(child => SettingRoles.IsEncryption(child.Name)) ? written : written + Element(Encryption, "true") + end);
    }

    private static string Element(string name, string value) => "<" + name + " value=\"" + value + "\" />";
}
