using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>A setting from which code reads an option of a library for the encryption.</summary>
/// <param name="Name">The setting's name.</param>
/// <param name="Off">The option that is none.</param>
/// <param name="On">The one that demands STARTTLS.</param>
internal readonly record struct ChosenOption(string Name, string Off, string On);

/// <summary>How the code that reads a port reads what encrypts the connection.</summary>
/// <param name="IsStartTls">Whether a switch of any name means STARTTLS.</param>
/// <param name="Options">The options of a library that it reads beside the port.</param>
internal sealed record EncryptionMeans(bool IsStartTls, IReadOnlyList<ChosenOption> Options)
{
    /// <summary>All that the code reads are switches, which mean STARTTLS.</summary>
    public static readonly EncryptionMeans OfStartTls = new(IsStartTls: true, []);

    /// <summary>Whether the code connects by a URI, whose query may demand STARTTLS.</summary>
    public bool IsUri { get; init; }
}

/// <summary>What is known for the edit of a settings file.</summary>
/// <param name="Encryption">How the code reads what encrypts the connection.</param>
/// <param name="Section">The names of the relay's settings.</param>
internal sealed record SettingsMeans(EncryptionMeans Encryption, MailSection Section);

/// <summary>The one small edit that turns a port 25 in a settings file into 587.</summary>
internal static class SettingsEdit
{
    private static readonly char[] s_escapes = { '\\', '&' };

    /// <summary>Whether a port can be put right: a 25 is still there, or one can be written where it is missing.</summary>
    public static bool CanChange(
        BlockedPort port, string path, SourceText text, MailSection section, CancellationToken cancellationToken) =>
        port.Span.End <= text.Length && (port.MissingSetting is { } setting
            ? SettingsText.Read(path, text, cancellationToken) is { } root
                && LogTargetEdit.WithPort(root, port.Span, setting, text, section) is not null
            : port.MissingAttribute is not null || OfNumber(port.Span, text) is not null);

    /// <summary>A port with what the file says of encryption, and of a login that no code gives, beside it.</summary>
    private static IEnumerable<TextChange> Changes(BlockedPort port, SettingsNode? root, SourceText text, SettingsMeans means)
    {
        var span = port.Span;
        if (span.End > text.Length)
            return [];
        if (port.MissingSetting is { } setting)
            return root is null ? [] : LogTargetEdit.WithPort(root, span, setting, text, means.Section) ?? [];

        var isMissing = port.MissingAttribute is not null;
        var number = isMissing
            ? new TextChange(new TextSpan(span.End, 0), " " + port.MissingAttribute + "=\"" + MailPorts.SubmissionText + "\"")
            : OfNumber(span, text);
        if (number is not { } change)
            return [];

        var node = root?.DescendantsAndSelf()
            .FirstOrDefault(node =>
                isMissing ? node.NameSpan == span && node.Text is null : node.TextSpan == span && node.Text is not null);
        if (node is null)
        {
            return PortInText.SettingAround(span, root) is { } whole
                ? PortInText.Demands(whole, means.Encryption, root!.Format?.Editing ?? default)
                    .Concat(Beside(whole, means.Encryption)).Prepend(change)
                : [change];
        }

        return LogTargetDemands.TargetOf(node) is { } target
            ? LogTargetEdit.Beside(target, node, text, means.Section).Prepend(change)
            : Beside(node, means.Encryption).Prepend(change);
    }

    /// <summary>What the file has to say of encryption beside a port.</summary>
    public static IEnumerable<TextChange> Beside(SettingsNode port, EncryptionMeans encryption) =>
        EncryptionSwitches.Demands(port, encryption.IsStartTls).Select(demand => new TextChange(demand.Span, demand.Text))
            .Concat(port.Parent is { } section ? Chosen(section, encryption.Options) : []);

    /// <summary>What names the encryption in a section, where the code reads it as an option of a library.</summary>
    public static IEnumerable<TextChange> Chosen(SettingsNode section, IReadOnlyList<ChosenOption> options) =>
        from option in options
        let written = section.Child(option.Name)
        where written?.Text is { } text && text.Equals(option.Off, System.StringComparison.OrdinalIgnoreCase)
        select new TextChange(written.TextSpan, option.On);

    /// <summary>
    /// In the order of the text, each once; what is inserted at one place is one insertion, and of two that write over the same the first
    /// one counts.
    /// </summary>
    public static IEnumerable<TextChange> Together(IEnumerable<TextChange> changes) => changes.Distinct()
        .GroupBy(change => change.Span).OrderBy(same => same.Key.Start)
        .Select(same => new TextChange(
            same.Key, same.Key.IsEmpty ? string.Concat(same.Select(change => change.NewText)) : same.First().NewText!));

    /// <summary>587 for the 25 at the place; null where there is none.</summary>
    public static TextChange? OfNumber(TextSpan span, SourceText text)
    {
        // A number in escapes or entities is replaced as a whole, white space around it stays.
        var written = text.ToString(span);
        var number = written.Trim();
        var isNumber = int.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var port);
        if (isNumber ? port != MailPorts.Blocked : number.IndexOfAny(s_escapes) < 0)
            return null;

        return new TextChange(
            new TextSpan(span.Start + written.IndexOf(number, System.StringComparison.Ordinal), number.Length), MailPorts.SubmissionText);
    }

    /// <summary>
    /// The solution with a file changed, in each document of it (<see cref="SameFile"/>).
    /// </summary>
    public static async Task<Solution> ChangeAsync(
        Solution solution, ImmutableArray<TextDocument> file, IReadOnlyCollection<BlockedPort> ports, SettingsMeans means,
        CancellationToken cancellationToken)
    {
        foreach (var document in file)
        {
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var root = SettingsText.Read(document.FilePath ?? document.Name, text, cancellationToken);
            var changes = Together(ports.SelectMany(port => Changes(port, root, text, means))).ToList();
            solution = solution.WithAdditionalDocumentText(document.Id, text.WithChanges(changes));
        }

        return solution;
    }
}
