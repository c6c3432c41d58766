using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using SmtpPortAnalyzer.Connections;
using SmtpPortAnalyzer.Flow.Models;
using SmtpPortAnalyzer.Settings;
using SmtpPortAnalyzer.Settings.Mail;

namespace SmtpPortAnalyzer.CodeFixes.SettingsFiles;

/// <summary>
/// Takes the 25 in settings files along with the one in code that stands in for it: code that asks for encryption and a login, and a file
/// that still says 25, would work nowhere. <c>dotnet format</c> does not fix findings in such files, but keeps what a fix in code does to
/// them.
/// </summary>
internal static class SettingsCarry
{
    public static async Task<Solution> WithPortsAsync(Project project, ImmutableArray<SettingKey> keys, CancellationToken cancellationToken)
    {
        var solution = project.Solution;
        if (keys.IsEmpty)
            return solution;

        foreach (var document in project.AdditionalDocuments.Where(document =>
            document.FilePath is { } path && !SmtpSettings.IsForDevelopment(path)))
        {
            var text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
            if (SettingsText.Read(document.FilePath!, text, cancellationToken) is not { } root)
                continue;

            var changes = Changes(root, keys, text);
            if (changes.Count == 0)
                continue;

            var changed = text.WithChanges(changes);
            foreach (var same in solution.Projects.SelectMany(p => p.AdditionalDocuments)
                .Where(d => d.FilePath == document.FilePath).ToList())
                solution = solution.WithAdditionalDocumentText(same.Id, changed);
        }

        return solution;
    }

    private static List<TextChange> Changes(SettingsNode root, ImmutableArray<SettingKey> keys, SourceText text) => keys
        .SelectMany(key => SettingPlaces.NodesUnder(root, key))
        .Where(node => PortNumber.IsBlocked(node) && !(SettingHost.Beside(node)?.Text is { } host && LocalHosts.IsLocal(host)))
        .Select(node => node.TextSpan).Distinct()
        .Select(span => SettingsEdit.OfNumber(span, text)).Where(change => change is not null)
        .Select(change => change!.Value).OrderBy(change => change.Span.Start).ToList();
}
