using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Common;
using SmtpPortAnalyzer.Rules;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

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

        return OfNumber(span, text);
    }

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
        Solution solution, ImmutableArray<TextDocument> file, ImmutableArray<Diagnostic> diagnostics, CancellationToken cancellationToken)
    {
        foreach (var document in file)
        {
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            var changes = diagnostics.Select(diagnostic => PortChange(diagnostic, text)).Where(change => change is not null)
                .Select(change => change!.Value).OrderBy(change => change.Span.Start).ToList();
            solution = solution.WithAdditionalDocumentText(document.Id, text.WithChanges(changes));
        }

        return solution;
    }
}
