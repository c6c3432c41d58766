using System.Threading.Tasks;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Ports;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>
/// Changes a port and, where a call hands it to code in another file, the connection there: the call first, then the rest of the
/// connection.
/// </summary>
internal static class PassedFix
{
    public static async Task<RelayChange?> ChangeAsync(FixTarget finding, RelayAction action)
    {
        var change = await RelayFix.ChangeHereAsync(finding.Fix, finding.Place, action).ConfigureAwait(false);
        if (change is null || action.Kind != RelayActionKind.Relay || finding.Place.IsAboutRelay || finding.Site is not null)
            return change;

        var (site, file) = RelayFix.Connection(finding);
        if (site is null || finding.Document.Project.GetDocument(site.SyntaxTree) is not { } before)
            return null;

        // What the action needs (options, a constructor's parameter) may have been written into that file.
        var after = change.Document.Project.Solution.GetDocument(before.Id)!;
        var textBefore = await before.GetTextAsync(finding.CancellationToken).ConfigureAwait(false);
        var textAfter = await after.GetTextAsync(finding.CancellationToken).ConfigureAwait(false);
        var connection = new DefaultedConnection(finding.Place.Library, before.Id, site, file).Place.After(
            textAfter.GetTextChanges(textBefore));
        if (connection is null
            || await RelayFix.ChangeConnectionAsync(finding.Fix.In(after), connection, action).ConfigureAwait(false) is not { } rest)
            return null;

        var document = rest.Document.Project.Solution.GetDocument(finding.Document.Id)!;
        var text = await document.GetTextAsync(finding.CancellationToken).ConfigureAwait(false);
        return new RelayChange(document, text.GetTextChanges(finding.Text));
    }
}
