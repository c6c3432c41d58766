using System.Threading.Tasks;
using SmtpPortAnalyzer.CodeFixes.Actions;
using SmtpPortAnalyzer.CodeFixes.Context;
using SmtpPortAnalyzer.CodeFixes.Ports;

namespace SmtpPortAnalyzer.CodeFixes.Pipeline;

/// <summary>Moves a connection that a call in another file hands its port to: the call first, then the rest of the connection.</summary>
internal sealed class PassedFix : IFixStrategy
{
    public async Task<bool> AppliesAsync(FixTarget finding, RelayAction action)
    {
        if (await ConnectionAsync(finding).ConfigureAwait(false) is not { } connection
            || await ConnectionFix.PlanAsync(finding, action, PortFix.EditOfAsync).ConfigureAwait(false) is null)
            return false;

        var fix = finding.Fix.In(connection.File.Document);
        return await FixTarget.ReadAsync(fix, connection.Place).ConfigureAwait(false) is { } rest
            && await ConnectionFix.PlanAsync(rest, action, PortFix.RestOfAsync).ConfigureAwait(false) is not null;
    }

    public async Task<RelayChange?> ChangeAsync(FixTarget finding, RelayAction action)
    {
        if (await ConnectionAsync(finding).ConfigureAwait(false) is not { } connection)
            return null;

        var change = await ConnectionFix.ChangeAsync(finding.Fix, finding.Place, action, PortFix.EditOfAsync).ConfigureAwait(false);
        if (change is null)
            return null;

        // What the action needs (options, a constructor's parameter) may have been written into that file.
        var before = connection.File.Document;
        var after = change.Document.Project.Solution.GetDocument(before.Id)!;
        var textBefore = await before.GetTextAsync(finding.CancellationToken).ConfigureAwait(false);
        var textAfter = await after.GetTextAsync(finding.CancellationToken).ConfigureAwait(false);
        if (connection.Place.After(textAfter.GetTextChanges(textBefore)) is not { } place)
            return null;

        var rest = await ConnectionFix.ChangeAsync(finding.Fix.In(after), place, action, PortFix.RestOfAsync).ConfigureAwait(false);
        if (rest is null)
            return null;

        var document = rest.Document.Project.Solution.GetDocument(finding.Document.Id)!;
        var text = await document.GetTextAsync(finding.CancellationToken).ConfigureAwait(false);
        return new RelayChange(document, text.GetTextChanges(finding.Text));
    }

    private static async Task<DefaultedConnection?> ConnectionAsync(FixTarget finding) =>
        await finding.ConnectionAsync().ConfigureAwait(false) is { Site: { } site } connection
            ? new DefaultedConnection(finding.Place.Library, site, connection.File)
            : null;
}
