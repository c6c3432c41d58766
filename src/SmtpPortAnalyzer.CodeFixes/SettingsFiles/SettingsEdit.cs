using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Rules;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>A setting from which code reads an option of a library for the encryption.</summary>
/// <param name="Name">The setting's name.</param>
/// <param name="Off">The option that is none.</param>
/// <param name="On">The one that demands STARTTLS.</param>
internal readonly record struct ChosenOption(string Name, string Off, string On);

/// <summary>The one small edit that turns a port 25 in a settings file into 587.</summary>
internal static class SettingsEdit
{
    private static readonly char[] s_escapes = { '\\', '&' };

    /// <summary>
    /// Null where the file has no such place any more, or where no number is written and none can be put beside the name.
    /// </summary>
    public static TextChange? PortChange(Diagnostic diagnostic, SourceText text)
    {
        var span = diagnostic.Location.SourceSpan;
        if (span.End > text.Length)
            return null;

        if (diagnostic.Properties.TryGetValue(SettingRule.MissingAttributeKey, out var attribute))
            return new TextChange(new TextSpan(span.End, 0), " " + attribute + "=\"" + MailPorts.SubmissionText + "\"");

        return diagnostic.Properties.TryGetValue(SettingRule.MissingElementKey, out var element)
            ? MissingElements.Before(diagnostic.Location, element!, text)
            : OfNumber(span, text);
    }

    /// <summary>The same with what the file says of encryption beside the port.</summary>
    private static IEnumerable<TextChange> Changes(
        Diagnostic diagnostic, SettingsNode? root, SourceText text, bool isStartTls, IReadOnlyList<ChosenOption> options)
    {
        if (PortChange(diagnostic, text) is not { } number)
            return [];

        var span = diagnostic.Location.SourceSpan;
        var isMissing = diagnostic.Properties.ContainsKey(SettingRule.MissingAttributeKey)
            || diagnostic.Properties.ContainsKey(SettingRule.MissingElementKey);
        var port = root?.DescendantsAndSelf()
            .FirstOrDefault(node =>
                isMissing ? node.NameSpan == span && node.Text is null : node.TextSpan == span && node.Text is not null);
        return port is null ? [number] : Together(Beside(port, isStartTls).Concat(Chosen(port, options)).Prepend(number));
    }

    /// <summary>What the file has to say of encryption beside a port.</summary>
    public static IEnumerable<TextChange> Beside(SettingsNode port, bool isStartTls) =>
        EncryptionSwitches.Demands(port, isStartTls).Select(demand => new TextChange(demand.Span, demand.Text));

    /// <summary>What names the encryption beside a port, where the code reads it as an option of a library.</summary>
    public static IEnumerable<TextChange> Chosen(SettingsNode port, IReadOnlyList<ChosenOption> options) =>
        from option in options
        let written = port.Parent?.Child(option.Name)
        where written?.Text is { } text && text.Equals(option.Off, System.StringComparison.OrdinalIgnoreCase)
        select new TextChange(written.TextSpan, option.On);

    /// <summary>In the order of the text, each once; what is inserted at one place is one insertion.</summary>
    public static IEnumerable<TextChange> Together(IEnumerable<TextChange> changes) => changes.Distinct()
        .GroupBy(change => change.Span).OrderBy(same => same.Key.Start)
        .Select(same => new TextChange(same.Key, string.Concat(same.Select(change => change.NewText))));

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
        Solution solution, ImmutableArray<TextDocument> file, ImmutableArray<Diagnostic> diagnostics, bool isStartTls,
        IReadOnlyList<ChosenOption> options, CancellationToken cancellationToken)
    {
        foreach (var document in file)
        {
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var root = SettingsText.Read(document.FilePath ?? document.Name, text, cancellationToken);
            var changes = Together(diagnostics.SelectMany(diagnostic => Changes(diagnostic, root, text, isStartTls, options))).ToList();
            solution = solution.WithAdditionalDocumentText(document.Id, text.WithChanges(changes));
        }

        return solution;
    }
}
